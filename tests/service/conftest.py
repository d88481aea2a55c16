"""A real llama.cpp server, proxies in front of it, and a scripted upstream for what no real one does on demand."""

from __future__ import annotations

import asyncio
import json
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from opentelemetry.sdk.trace import TracerProvider

from guards.dialects import DIALECTS
from guards.ladders import build_ladders
from guards.types import Budget, Finding, Ladder, Subject
from service.app import create_app
from service.config import overridden
from service.llama import llama_server
from service.serving.server import bind, server_of
from service.serving.settings import Limits

# What tests say in short; anything else is a field of `Settings`.
FLAGS = {
    **{name: f"limits.{name}" for name in Limits.model_fields},
    **{
        name: f"upstreams.{name}"
        for name in ("key_env", "connect_timeout_s", "first_byte_timeout_s", "between_bytes_timeout_s")
    },
}

SHIPPED = files("guards.policy").joinpath("default.yaml").read_text("utf-8")
BUDGET = "budget_ms: 200"
CONTENT = next(line.strip() for line in SHIPPED.splitlines() if line.strip().startswith("unsafe:"))


class Keyword:
    """Stands in for the content model where a test must know what is found, and when."""

    name, revision, context_free = "content", "keyword", True

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        at = subject.text.find("FORBIDDEN")
        score, span = (1.0, (at, at + len("FORBIDDEN"))) if at >= 0 else (0.0, None)
        return [Finding(score=score, message="m", category="unsafe", span=span)]


def shipped_policy(folder: Path, *changes: str) -> Path:
    """The policy that ships with lines replaced, as a file; patient, for a busy machine must not decide a test."""
    text = SHIPPED
    for change in (f"{BUDGET} => budget_ms: 20000", *changes):
        old, _, new = change.partition(" => ")
        assert old in text, old
        text = text.replace(old, new)
    path = folder / "policy.yaml"
    path.write_text(text, "utf-8")
    return path


@contextmanager
def serve(*, keyword: bool = False, tracer: TracerProvider | None = None, **settings: Any) -> Iterator[str]:
    """A proxy on a free port; gives its base URL without /v1. `keyword` puts `Keyword` in the content model's place."""
    if "policy" not in settings:
        with (
            tempfile.TemporaryDirectory() as folder,
            serve(keyword=keyword, tracer=tracer, policy=shipped_policy(Path(folder)), **settings) as url,
        ):
            yield url
        return
    listening = bind("127.0.0.1", 0)
    ladders = [*build_ladders(["injection", "code"]), Ladder.of(Keyword())] if keyword else None
    wanted = overridden(None, {FLAGS.get(name, name): value for name, value in settings.items()})
    server = server_of(create_app(wanted, ladders=ladders, traces=tracer), wanted)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        threading.Event().wait(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture(scope="session")
def llama() -> Iterator[str]:
    with llama_server() as url:
        yield url


@pytest.fixture(scope="session")
def proxy(llama: str) -> Iterator[str]:
    """The proxy in front of the real model."""
    with serve(upstream=llama) as url:
        yield url


class Scripted:
    """A fake upstream: it answers what a test says, cut into the pieces that the test wants. No real one does that."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.asked_with: list[dict[str, str]] = []  # the headers of each request
        self.pieces: list[bytes] = []
        self.whole: Any = None
        self.status = 200
        self.error: Any = "no such model"  # or a whole body
        self.hang_s = self.hangs_within_s = self.pause_s = 0.0
        self.headers: dict[str, str] = {}
        self.raw: bytes | None = None
        self.models: Any = ["m"]
        self.authorizations: list[str | None] = []
        self.die = False
        self.cancelled = threading.Event()
        self.url = ""

    def says(
        self, text: str, cut: int = 7, extra: Callable[[dict[str, Any]], dict[str, Any]] = lambda chunk: chunk
    ) -> None:
        """A streamed (and a whole) answer of `text`, its events cut into pieces of `cut` bytes."""
        words = [text[at : at + 5] for at in range(0, len(text), 5)]
        events = [extra(chunk({"content": word})) for word in words] + [chunk({}, "stop")]
        self.streams(events, cut)
        self.whole = {
            "id": "x", "object": "chat.completion", "created": 1, "model": "m",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
        }  # fmt: skip

    def streams(self, events: list[dict[str, Any]], cut: int = 7) -> None:
        raw = b"".join(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n" for event in events)
        raw += b"data: [DONE]\n\n"
        self.pieces = [raw[at : at + cut] for at in range(0, len(raw), cut)]

    async def list_models(self, request: web.Request) -> web.StreamResponse:
        if self.status != 200:
            return web.json_response({}, status=self.status)
        return web.json_response({"object": "list", "data": [{"id": name, "secret": 1} for name in self.models]})

    async def answer(self, request: web.Request) -> web.StreamResponse:
        try:
            return await self._answer(request)
        except (ConnectionError, asyncio.CancelledError):
            self.cancelled.set()
            raise

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        self.requests.append(body)
        self.asked_with.append({name.lower(): value for name, value in request.headers.items()})
        self.authorizations.append(request.headers.get("Authorization"))
        if self.hang_s:
            await asyncio.sleep(self.hang_s)
        if self.status != 200:
            body = {"error": {"message": self.error, "secret": "inner"}} if isinstance(self.error, str) else self.error
            return web.json_response(body, status=self.status, headers=self.headers)
        if self.raw is not None:
            return web.Response(body=self.raw, content_type="application/json")
        if not body.get("stream"):
            if not self.hangs_within_s:
                return web.json_response(self.whole)
            self.pieces = [json.dumps(self.whole).encode()[:40]]
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for piece in self.pieces:
            await response.write(piece)
            await asyncio.sleep(self.pause_s)
        await asyncio.sleep(self.hangs_within_s)
        if self.die:
            await asyncio.sleep(0.3)  # a reset throws away what the peer has not read yet
            assert request.transport is not None
            request.transport.abort()
        return response


def chunk(delta: dict[str, Any], finish_reason: str | None = None, index: int = 0) -> dict[str, Any]:
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason}
    return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


@contextmanager
def scripted_upstream() -> Iterator[Scripted]:
    """A `Scripted` on a free port."""
    fake = Scripted()
    ready, stop = threading.Event(), threading.Event()

    def run() -> None:
        async def main() -> None:
            app = web.Application()
            for dialect in DIALECTS:
                app.router.add_post(dialect.path, fake.answer)
            app.router.add_get("/v1/models", fake.list_models)
            runner = web.AppRunner(app, handler_cancellation=True)
            await runner.setup()
            site = web.TCPSite(runner, "127.0.0.1", 0)
            await site.start()
            fake.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
            ready.set()
            while not stop.is_set():
                await asyncio.sleep(0.01)
            await runner.cleanup()

        asyncio.run(main())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield fake
    finally:
        stop.set()
        thread.join(10)


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    with scripted_upstream() as fake:
        yield fake


@pytest.fixture
def policy_file(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a policy: the one that ships, with lines replaced."""

    def write(*changes: str) -> Path:
        return shipped_policy(tmp_path, *changes)

    return write  # type: ignore[return-value]
