"""The ASGI middleware around a real Starlette application: requests, whole answers and streams of every form."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route as Door

from guards import Corral
from guards.errors import ConfigError
from guards.middleware.asgi import CorralMiddleware, Route
from guards.middleware.paths import JsonPath

from .conftest import BAD

Make = Callable[..., Corral]
SAID = f"A fine beginning. Then comes {BAD} and more. It goes on."


class App:
    """An application that answers `SAID` in the form that it is asked for; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.said, self.cut, self.stopped = SAID, 5, False

    async def chat(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        pieces = [self.said[at : at + self.cut] for at in range(0, len(self.said), self.cut)]
        match body.get("form"):
            case "sse":
                events = [
                    f"id: {n}\nevent: token\ndata: {json.dumps({'text': one, 'n': n})}\n\n"
                    for n, one in enumerate(pieces)
                ]
                return StreamingResponse(self._sent([*events, "data: [DONE]\n\n"]), media_type="text/event-stream")
            case "plain events":
                return StreamingResponse(
                    self._sent([f"data: {one}\n\n" for one in pieces]), media_type="text/event-stream"
                )
            case "lines":
                rows = [json.dumps({"text": one}) + "\n" for one in pieces]
                return StreamingResponse(self._sent([*rows, '{"done": true}\n']), media_type="application/x-ndjson")
            case "text":
                return StreamingResponse(self._sent(pieces), media_type="text/plain")
            case "html":
                return HTMLResponse(self.said)
            case "file":
                return FileResponse(__file__, media_type="text/plain")
            case "elsewhere":
                return JSONResponse({"unknown": self.said})
            case "error":
                return PlainTextResponse("no", 500)
        return JSONResponse({"text": self.said, "sources": ["a"]})

    async def _sent(self, pieces: list[str]) -> AsyncIterator[str]:
        try:
            for piece in pieces:
                yield piece
        except (GeneratorExit, asyncio.CancelledError):
            self.stopped = True
            raise


@pytest.fixture
def app() -> App:
    return App()


def client(app: App, corral: Corral, *inside: Middleware, **route: Any) -> httpx.AsyncClient:
    inner = Starlette(
        routes=[Door("/chat", app.chat, methods=["POST"]), Door("/open", app.chat, methods=["POST"])],
        middleware=list(inside),
    )
    route = {"prompt": "messages.*.content", "documents": "pages.*", "reply": "text", **route}
    guarded = CorralMiddleware(inner, {"/chat": Route(**route)}, corral)
    return httpx.AsyncClient(transport=httpx.ASGITransport(guarded), base_url="http://app")


def asks(form: str = "", text: str = "Hello.", **more: Any) -> dict[str, Any]:
    return {"messages": [{"content": "Hi."}, {"content": text}], "form": form, **more}


async def test_a_blocked_prompt_never_reaches_the_application(app: App, keyword: Make) -> None:
    async with client(app, keyword()) as one:
        answer = await one.post("/chat", json=asks(text=BAD))
        page = await one.post("/chat", json=asks(pages=["fine", BAD]))
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "content_filter")
    assert answer.headers["x-corral-action"] == "block"
    assert page.json()["corral"]["reasons"][0]["stage"] == "document"
    assert app.asked == []


async def test_a_redacted_prompt_reaches_it_without(app: App, keyword: Make) -> None:
    async with client(app, keyword("redact")) as one:
        await one.post("/chat", json=asks(text=f"Say {BAD}!", pages=[BAD]))
    assert app.asked[0]["messages"][1]["content"] == "Say [redacted]!"
    assert app.asked[0]["pages"] == ["[redacted]"]


async def test_a_whole_answer_is_judged(app: App, keyword: Make) -> None:
    async with client(app, keyword()) as one:
        blocked = await one.post("/chat", json=asks())
        elsewhere = await one.post("/open", json=asks())
    async with client(app, keyword("redact")) as one:
        redacted = await one.post("/chat", json=asks())
    assert blocked.status_code == 400
    assert SAID not in blocked.text
    assert elsewhere.json()["text"] == SAID
    assert redacted.json() == {"text": SAID.replace(BAD, "[redacted]"), "sources": ["a"]}
    assert redacted.headers["x-corral-action"] == "redact"


def said_in(form: str, raw: str) -> str:
    rows = [line.removeprefix("data: ") for line in raw.split("\n") if form == "lines" or line.startswith("data: ")]
    if form == "text":
        return raw
    if form == "plain events":
        return "".join(row for row in rows if not row.startswith("{"))
    return "".join(json.loads(row).get("text", "") for row in rows if row.startswith("{"))


@pytest.mark.parametrize("form", ["sse", "plain events", "lines", "text"])
async def test_a_stream_ends_before_what_is_bad_and_stops_the_application(app: App, keyword: Make, form: str) -> None:
    async with client(app, keyword()) as one:
        answer = await one.post("/chat", json=asks(form))
    assert answer.status_code == 200
    assert said_in(form, answer.text).startswith("A fine beginning.")
    assert BAD not in answer.text.partition('"corral"')[0]
    assert "It goes on" not in answer.text
    assert "safety policy" in answer.text


@pytest.mark.parametrize("form", ["sse", "plain events", "lines", "text"])
async def test_a_stream_is_redacted_and_otherwise_whole(app: App, keyword: Make, form: str) -> None:
    async with client(app, keyword("redact")) as one:
        answer = await one.post("/chat", json=asks(form))
    assert said_in(form, answer.text) == SAID.replace(BAD, "[redacted]")
    if form == "sse":
        assert answer.text.endswith("data: [DONE]\n\n")
        assert "event: token\nid: 3\n" in answer.text or "id: 3\nevent: token\n" in answer.text
    if form == "lines":
        assert json.loads(answer.text.splitlines()[-1]) == {"done": True}


@settings(max_examples=25, deadline=None)
@given(cut=st.integers(1, 40), form=st.sampled_from(["sse", "lines", "text"]), at=st.integers(0, 6))
def test_however_a_stream_is_cut_nothing_bad_leaves(cut: int, form: str, at: int) -> None:
    from guards.policy import parse_policy
    from guards.types import Ladder

    from .conftest import Keyword

    words = ["One sentence. ", "Two\nlines ", "ünï ", "and so on, ", "```py\nx = 1\n``` ", "end. "]
    app = App()
    app.said, app.cut = "".join([*words[:at], f"{BAD} ", *words[at:]]), cut
    text = "version: 1\nname: t\nbudget_ms: 20000\nguards: {content: {stages: [output], thresholds: {unsafe: 0.5}}}"
    with Corral(parse_policy(text), ladders=[Ladder.of(Keyword())]) as corral:

        async def post() -> str:
            async with client(app, corral) as one:
                return (await one.post("/chat", json=asks(form))).text

        shown = said_in(form, asyncio.run(post()).partition("I can't help")[0].partition('{"error"')[0])
    assert app.said.startswith(shown.rstrip("\n"))
    assert BAD not in shown


@pytest.mark.parametrize(
    ("form", "words"),
    [("html", "media type text/html"), ("elsewhere", "leads nowhere"), ("file", None)],
)
async def test_an_answer_that_cant_be_judged_is_refused(app: App, keyword: Make, form: str, words: str | None) -> None:
    async with client(app, keyword()) as one:
        answer = await one.post("/chat", json=asks(form))
    if words is None:  # a file is sent through the gate like any text: this very file holds the word
        assert f"B{BAD[1:]} and more" not in answer.text
    else:
        assert answer.status_code == 502
        assert words in answer.json()["error"]["message"]
        assert BAD not in answer.text


async def test_the_applications_own_errors_pass(app: App, keyword: Make) -> None:
    async with client(app, keyword()) as one:
        answer = await one.post("/chat", json=asks("error"))
    assert (answer.status_code, answer.text) == (500, "no")


async def test_a_compressed_answer_is_refused_with_the_fix(app: App, keyword: Make) -> None:
    async with client(app, keyword(), Middleware(GZipMiddleware, minimum_size=1)) as one:
        answer = await one.post("/chat", json=asks(), headers={"accept-encoding": "gzip"})
    assert answer.status_code == 502
    assert "inside the one that compresses" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b'{"other": 1}', 400, "messages.*.content"),
        (b"not json", 400, "must be JSON"),
        (b"[" * 100_000, 400, "must be JSON"),
        (b'{"messages": [{"content": "' + b"x" * 2_000_000 + b'"}]}', 413, "max_body_bytes"),
    ],
)
async def test_a_request_that_cant_be_judged_is_refused(
    app: App, keyword: Make, body: bytes, status: int, words: str
) -> None:
    async with client(app, keyword()) as one:
        answer = await one.post("/chat", content=body)
        get = await one.get("/chat")
    assert answer.status_code == status
    assert words in answer.json()["error"]["message"]
    assert get.status_code == 405
    assert app.asked == []


async def test_the_application_sees_what_was_judged_and_no_other_reading_of_it(app: App, keyword: Make) -> None:
    twice = f'{{"messages": [{{"content": "{BAD}"}}], "messages": [{{"content": "fine"}}]}}'.encode()
    async with client(app, keyword("redact"), reply=None) as one:
        await one.post("/chat", content=twice)
    assert app.asked == [{"messages": [{"content": "fine"}]}]


def test_a_path_that_is_none_is_refused() -> None:
    with pytest.raises(ConfigError, match="is no path"):
        JsonPath("a..b")
