"""The matrix's cells, made from the dialects' own declarations, and how each is run and judged."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import httpx
from aiohttp import web

from guards import Corral
from guards.dialects import Dialect
from guards.middleware.clients import guarded_http
from guards.types import Budget, Finding, Ladder, Subject
from service.app import create_app
from service.authz import PREFIX
from service.settings import Settings

from .answering import ENDINGS, SMUGGLED, answered
from .asking import asked

GUARDS = ("content", "injection", "code")
ACTIONS = ("block", "redact", "flag")
# The proxy over HTTP; an httpx client that `guards.middleware` guards; what judges for Envoy, the way in alone.
DOORS = ("proxy", "client", "ext_authz")
BAD = "FORBIDDEN"
AFTER = "And then it goes on"
TEXT = f"A fine beginning. Then comes {BAD} and more. {AFTER} for a while."
WRITTEN = {
    "<function=": f'<function=python>{{"code": "{BAD} {AFTER}"}}</function>',
    "<|python_tag|>": f"<|python_tag|>print('{BAD} {AFTER}')",
    "JSON": f'{{"name": "python", "parameters": {{"code": "{BAD} {AFTER}"}}}}',
}
_STAGE_OF_ROLE = {"user": "input", "assistant": "output", "tool": "document"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One place, one guard, one action, streamed or not."""

    dialect: Dialect
    side: str  # request or answer
    place: str
    stage: str | None  # None: the operator's own words, which nobody judges
    guard: str
    action: str
    stream: bool
    door: str = "proxy"
    written: str = ""  # the form of a call that is written as text

    @property
    def stages(self) -> str:
        """Where the cell's policy has its guard: everywhere, or at tool calls alone to see that a text is taken for one."""
        return "tool_call" if self.written else "input, document, output, tool_call"

    @property
    def row(self) -> str:
        return f"{self.place} ({self.written})" if self.written else self.place

    def __str__(self) -> str:
        how = f"{'streamed' if self.stream else 'whole'}, {self.door}"
        return f"{self.dialect.name} {self.side} {self.row}: {self.guard} {self.action}, {how}"


def cells(dialect: Dialect) -> Iterator[Cell]:
    """Every cell of one dialect."""
    for guard, action, door in product(GUARDS, ACTIONS, DOORS):
        for stream in (False, True) if dialect.streams and door != "ext_authz" else (False,):
            more = (guard, action, stream, door)
            for place in sorted(dialect.asks):
                yield Cell(dialect, "request", place, _stage(dialect, place), *more)
            for place in sorted(dialect.texts):
                yield Cell(dialect, "request", place, "document", *more)
            for channel in sorted(dialect.channels) if door != "ext_authz" else ():
                stage = "tool_call" if channel == "tool_calls" else "output"
                yield Cell(dialect, "answer", channel, stage, *more)
                if channel not in ("tool_calls", "logprobs"):
                    for form in WRITTEN:
                        yield Cell(dialect, "answer", channel, "tool_call", *more, form)


def _stage(dialect: Dialect, place: str) -> str | None:
    role, _, path = place.partition(":")
    if path == "tool_calls":
        return "tool_call"
    third_party = path == "file" or (dialect.name == "messages" and path.startswith("messages.content.") and path not in (
        "messages.content.text", "messages.content.thinking",
    ))  # fmt: skip
    return "document" if third_party else _STAGE_OF_ROLE.get(role)


class Keyword:
    """Stands in for any guard: a cell must know what is found."""

    revision, context_free = "keyword", True

    def __init__(self, name: str) -> None:
        self.name = name

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        at = subject.text.find(BAD)
        if at < 0:
            return []
        span = (at, at + len(BAD))
        if self.name == "code":
            return [Finding(score=1.0, message="m", rule="bad", treatment="block", span=span)]
        return [Finding(score=1.0, message="m", category="unsafe", span=span)]


class Bench:
    """Proxies in this process, one a policy, and a scripted upstream that keeps what it was asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = AsyncExitStack()
        self._clients: dict[tuple[str, str, str, str], httpx.AsyncClient] = {}
        self.asked: list[str] = []
        self.answer: Any = None
        self._url = ""

    async def client(self, cell: Cell) -> httpx.AsyncClient:
        key = (cell.guard, cell.action, cell.stages, cell.door)
        if key not in self._clients:
            policy = self._folder / f"{len(self._clients)}.yaml"
            policy.write_text(
                f"version: 1\nname: matrix\nbudget_ms: 20000\nguards:\n  {cell.guard}:\n    stages: [{cell.stages}]\n"
                f"    thresholds: {{unsafe: {{{cell.action}: 0.5}}}}\n    treatments: {{block: {cell.action}}}\n",
                "utf-8",
            )
            made = await (self._guarded(cell, policy) if cell.door == "client" else self._proxy(cell, policy))
            self._clients[key] = await self._stack.enter_async_context(made)
        return self._clients[key]

    async def _proxy(self, cell: Cell, policy: Path) -> httpx.AsyncClient:
        settings = Settings.model_validate({"upstream": self._url, "policy": policy})
        app = create_app(settings, ladders=[Ladder.of(Keyword(cell.guard))])
        await self._stack.enter_async_context(app.router.lifespan_context(app))
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        base = "http://proxy" if cell.door == "proxy" else f"http://proxy{PREFIX}"
        return httpx.AsyncClient(transport=transport, base_url=base, timeout=60)

    async def _guarded(self, cell: Cell, policy: Path) -> httpx.AsyncClient:
        corral = self._stack.enter_context(Corral(policy, ladders=[Ladder.of(Keyword(cell.guard))]))
        return guarded_http(httpx.AsyncClient(base_url=self._url.removesuffix("/v1"), timeout=60), corral)

    async def run(self, cell: Cell) -> str:
        """ "" where the cell holds, else what is wrong with it."""
        client = await self.client(cell)
        text = WRITTEN[cell.written] if cell.written else TEXT
        on_request = cell.side == "request"
        self.asked.clear()
        self.answer = answered(
            cell.dialect, "" if on_request else cell.place, "Fine." if on_request else text, cell.stream
        )
        body = asked(cell.dialect, cell.place if on_request else "", text, cell.stream) if on_request else plain(cell)
        answer = await client.post(cell.dialect.path, json=body)
        if SMUGGLED in answer.text:
            return "shows a field that nobody judged"
        if cell.door == "ext_authz":
            return _authorized_fault(cell, answer)
        return self._request_fault(cell, answer) if on_request else self._answer_fault(cell, answer)

    def _request_fault(self, cell: Cell, answer: httpx.Response) -> str:
        sent = self.asked[0] if self.asked else None
        if cell.stage is None:
            return "" if sent and answer.headers.get("x-corral-action") == "allow" else "is judged, or stopped"
        if f'"stage":"{cell.stage}"' not in answer.text:
            return f"no reason at stage {cell.stage}: {answer.status_code} {answer.text[:300]}"
        if answer.headers.get("x-corral-action") != cell.action:
            return f"the verdict is {answer.headers.get('x-corral-action')}"
        if cell.action == "flag":
            passed = sent and (BAD in sent or "base64," in sent)
            return "" if passed else "did not reach the upstream"
        if sent is None:
            refused = answer.status_code == 400 or ENDINGS[cell.dialect.name][0] in answer.text
            return "" if refused else "is neither passed nor refused"
        if cell.action == "block":
            return "reached the upstream"
        return "" if BAD not in sent and "[redacted]" in sent else "reached the upstream unredacted"

    def _answer_fault(self, cell: Cell, answer: httpx.Response) -> str:
        told = re.sub(r'"reasons":\[.*?\],"policy"', "", answer.text)
        legacy = (token for tokens in re.findall(r'"tokens":(\[.*?\])', told) for token in json.loads(tokens))
        spelled = "".join([*re.findall(r'"token":"(.*?)"', told), *legacy])
        if answer.status_code != 200 or f'"stage":"{cell.stage}"' not in answer.text:
            return f"no reason at stage {cell.stage}: {answer.status_code} {answer.text[:300]}"
        if cell.stream and ENDINGS[cell.dialect.name][1] not in answer.text:
            return "does not end as the API ends"
        if cell.action == "flag":
            logprobs = cell.place != "logprobs" or BAD in spelled
            whole = BAD in told and AFTER in told and logprobs and '"action":"flag"' in told
            return "" if whole else f"is not shown and flagged: {told[:300]}"
        if BAD in told or BAD in spelled:
            return "is shown"
        if cell.action == "block":
            ended = ENDINGS[cell.dialect.name][0] in answer.text
            return "" if ended and AFTER not in told else "does not end with a refusal"
        return "" if "[redacted]" in told and AFTER in told else f"is not redacted: {told[:300]}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Bench]:
        upstream = web.Application()
        upstream.router.add_post("/{path:.*}", self._respond)
        runner = web.AppRunner(upstream)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self._url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
        try:
            async with self._stack:
                yield self
        finally:
            await runner.cleanup()

    async def _respond(self, request: web.Request) -> web.Response:
        self.asked.append((await request.read()).decode())
        if isinstance(self.answer, bytes):
            return web.Response(body=self.answer)
        return web.json_response(self.answer)


def _authorized_fault(cell: Cell, answer: httpx.Response) -> str:
    """Envoy passes on what is answered 200, as it came; nothing can be taken out of it."""
    action = answer.headers.get("x-corral-action")
    if cell.stage is None:
        return "" if answer.status_code == 200 and action == "allow" else "is judged, or stopped"
    if cell.action == "flag":
        return (
            ""
            if answer.status_code == 200 and action == "flag"
            else f"is not let through, flagged: {answer.text[:300]}"
        )
    told = action == cell.action and f'"stage":"{cell.stage}"' in answer.text
    return "" if answer.status_code == 400 and told else f"is let through, or nobody is told: {answer.text[:300]}"


def plain(cell: Cell) -> dict[str, Any]:
    from .asking import PLAIN

    return {"model": "m", **PLAIN[cell.dialect.name], **({"stream": cell.stream} if cell.dialect.streams else {})}
