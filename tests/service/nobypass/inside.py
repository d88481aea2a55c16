"""Cells for what judges inside of applications (`guards.middleware`): a prompt and a reply through each way of use."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from itertools import product
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route as Door

from guards import Blocked, Corral
from guards.middleware import wsgi
from guards.middleware.asgi import CorralMiddleware, Route
from guards.middleware.functions import guarded
from guards.policy import parse_policy
from guards.types import Ladder

ACTIONS = ("block", "redact", "flag")


@dataclass(slots=True)
class Outcome:
    """What the model (or the application) was asked, what its user saw, and whether the user was told of a stop."""

    asked: str | None = None
    shown: str = ""
    stopped: bool = False


Way = Callable[[Corral, str, str], Awaitable[Outcome]]


def _pieces(text: str) -> list[str]:
    return [text[at : at + 5] for at in range(0, len(text), 5)]


def _asgi(form: str) -> Way:
    async def way(corral: Corral, prompt: str, reply: str) -> Outcome:
        outcome = Outcome()

        async def chat(request: Request) -> Response:
            outcome.asked = (await request.json())["text"]

            async def sent() -> AsyncIterator[str]:
                for piece in _pieces(reply):
                    row = json.dumps({"text": piece})
                    yield {"text/event-stream": f"data: {row}\n\n", "application/x-ndjson": row + "\n"}.get(form, piece)

            if form == "application/json":
                return JSONResponse({"text": reply})
            return StreamingResponse(sent(), media_type=form)

        route = {"/chat": Route(prompt="text", reply="text")}
        app = CorralMiddleware(Starlette(routes=[Door("/chat", chat, methods=["POST"])]), route, corral)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://app") as client:
            answer = await client.post("/chat", json={"text": prompt})
        outcome.stopped = "content_filter" in answer.text or "safety policy" in answer.text
        rows = [line.removeprefix("data: ") for line in answer.text.split("\n")]
        if form == "text/plain":
            outcome.shown = answer.text
        else:
            outcome.shown = "".join(json.loads(row).get("text", "") for row in rows if row.startswith("{"))
        return outcome

    return way


async def _wsgi(corral: Corral, prompt: str, reply: str) -> Outcome:
    outcome = Outcome()

    def app(environ: Any, start: Any) -> list[bytes]:
        outcome.asked = json.load(environ["wsgi.input"])["text"]
        start("200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"text": reply}).encode()]

    guard = wsgi.CorralMiddleware(app, {"/chat": wsgi.Route(prompt="text", reply="text")}, corral)
    transport = httpx.WSGITransport(guard)
    with httpx.Client(transport=transport, base_url="http://app") as client:
        answer = client.post("/chat", json={"text": prompt})
    outcome.stopped = answer.status_code == 400
    outcome.shown = answer.json().get("text", "")
    return outcome


def _function(kind: str) -> Way:
    async def way(corral: Corral, prompt: str, reply: str) -> Outcome:
        outcome = Outcome()

        @guarded(corral)
        def plain(text: str) -> str:
            outcome.asked = text
            return reply

        @guarded(corral)
        async def coroutine(text: str) -> str:
            outcome.asked = text
            return reply

        @guarded(corral)
        def generator(text: str) -> Iterator[str]:
            outcome.asked = text
            yield from _pieces(reply)

        @guarded(corral)
        async def agenerator(text: str) -> AsyncIterator[str]:
            outcome.asked = text
            for piece in _pieces(reply):
                yield piece

        try:
            if kind == "plain":
                outcome.shown = plain(prompt)
            elif kind == "coroutine":
                outcome.shown = await coroutine(prompt)
            elif kind == "generator":
                for piece in generator(prompt):
                    outcome.shown += piece
            else:
                async for piece in agenerator(prompt):
                    outcome.shown += piece
        except Blocked:
            outcome.stopped = True
        return outcome

    return way


def _langchain(how: str) -> Way:
    async def way(corral: Corral, prompt: str, reply: str) -> Outcome:
        from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
        from langchain_core.messages import AIMessage
        from langchain_core.runnables import RunnableLambda

        from guards.middleware.langchain import Guarded

        outcome = Outcome()

        def asked(messages: Any) -> Any:
            outcome.asked = messages[0].content
            return messages

        model = Guarded(RunnableLambda(asked) | GenericFakeChatModel(messages=iter([AIMessage(reply)])), corral)
        match how:
            case "invoke":
                found = [model.invoke(prompt)]
            case "ainvoke":
                found = [await model.ainvoke(prompt)]
            case "stream":
                found = list(model.stream(prompt))
            case _:
                found = [chunk async for chunk in model.astream(prompt)]
        outcome.stopped = found[-1].response_metadata.get("finish_reason") == "content_filter"
        outcome.shown = "".join(str(one.content) for one in found)
        return outcome

    return way


def _litellm(stream: bool) -> Way:
    async def way(corral: Corral, prompt: str, reply: str) -> Outcome:
        os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # it would ask the network at import
        import litellm
        from fastapi import HTTPException

        from guards.middleware.litellm import CorralGuardrail

        outcome, guardrail = Outcome(), CorralGuardrail(corral)
        data: dict[str, Any] = {"model": "openai/m", "messages": [{"role": "user", "content": prompt}]}
        try:
            data = await guardrail.async_pre_call_hook(None, None, data, "acompletion")
            outcome.asked = data["messages"][0]["content"]
            answer = await litellm.acompletion(**data, mock_response=reply, stream=stream)
            if not stream:
                answer = await guardrail.async_post_call_success_hook(data, None, answer)
                outcome.shown = answer.choices[0].message.content
                return outcome
            async with aclosing(guardrail.async_post_call_streaming_iterator_hook(None, answer, data)) as chunks:
                async for chunk in chunks:
                    outcome.shown += chunk.choices[0].delta.content or ""
                    outcome.stopped = outcome.stopped or chunk.choices[0].finish_reason == "content_filter"
        except HTTPException:
            outcome.stopped = True
        return outcome

    return way


WAYS: dict[str, Way] = {
    "wsgi, application/json": _wsgi,
    **{
        f"asgi, {form}": _asgi(form)
        for form in ("application/json", "text/event-stream", "application/x-ndjson", "text/plain")
    },
    **{f"functions, {kind}": _function(kind) for kind in ("plain", "coroutine", "generator", "asynchronous generator")},
    **{f"langchain, {how}": _langchain(how) for how in ("invoke", "ainvoke", "stream", "astream")},
    "litellm, whole": _litellm(False),
    "litellm, streamed": _litellm(True),
}


@dataclass(frozen=True, slots=True)
class Inside:
    """One way of use, one side of it, one guard, one action."""

    way: str
    side: str  # request or answer
    guard: str
    action: str

    def __str__(self) -> str:
        return f"{self.way} {self.side}: {self.guard} {self.action}"


def inside(guards: tuple[str, ...]) -> Iterator[Inside]:
    """Every cell."""
    for way, side, guard, action in product(WAYS, ("request", "answer"), guards, ACTIONS):
        yield Inside(way, side, guard, action)


async def run(cell: Inside, guard: Any, text: str, bad: str, after: str) -> str:
    """ "" where the cell holds, else what is wrong with it."""
    policy = parse_policy(
        f"version: 1\nname: matrix\nbudget_ms: 20000\nguards:\n  {cell.guard}:\n    stages: [input, output]\n"
        f"    thresholds: {{unsafe: {{{cell.action}: 0.5}}}}\n    treatments: {{block: {cell.action}}}\n"
    )
    on_request = cell.side == "request"
    with Corral(policy, ladders=[Ladder.of(guard)]) as corral:
        prompt, reply = (text, "Fine.") if on_request else ("Hello.", text)
        outcome = await WAYS[cell.way](corral, prompt, reply)
    if on_request:
        asked = outcome.asked
        if cell.action == "block":
            return "" if asked is None and outcome.stopped else "reached the model"
        if asked is None or "Fine." not in outcome.shown:
            return "is not answered"
        return "" if (bad in asked) == (cell.action == "flag") and after in asked else f"the model was asked {asked!r}"
    if cell.action == "flag":
        return "" if outcome.shown == text and not outcome.stopped else f"is not shown: {outcome.shown!r}"
    if bad in outcome.shown:
        return "is shown"
    if cell.action == "block":
        return "" if outcome.stopped and after not in outcome.shown else "is not stopped"
    return "" if outcome.shown == text.replace(bad, "[redacted]") else f"is not redacted: {outcome.shown!r}"
