"""A guarded chat completion: input judged before anything goes upstream, output before anything goes to the client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from guards.errors import CorralError, UpstreamBroken
from guards.pipeline import Pipeline
from guards.policy import Policy, redact
from guards.stream import Gate
from guards.types import Action, Exchange, Message, Stage, Subject, Verdict

from .body import read_json
from .dialects import chat
from .errors import error_body
from .upstream import Upstream

PATH = "/chat/completions"


async def complete(request: Request, pipeline: Pipeline, upstream: Upstream, policy: Policy, max_body: int) -> Response:
    """Answers one request.

    Raises:
        CorralError: bad input, or an upstream that failed.
    """
    body = await read_json(request, max_body)
    model = body.get("model") if isinstance(body, dict) else None
    policy = policy.select(path=request.url.path, model=model if isinstance(model, str) else None)
    asked = chat.read_request(body, policy)
    verdict = await pipeline.judge(asked.exchange, policy)
    if verdict.action is Action.BLOCK:
        return _blocked_input(asked, verdict, policy)
    sent = _redacted(asked, verdict)
    authorization = request.headers.get("authorization")
    guarded = _Guarded(asked, verdict, pipeline, policy)
    if asked.stream:
        events = guarded.stream(upstream, sent, authorization)
        first = await anext(events)  # an upstream that refuses is an error answer, not a broken stream
        return StreamingResponse(
            _sse(first, events),
            media_type="text/event-stream",
            headers=_headers(verdict) | {"Cache-Control": "no-cache"},
        )
    return await guarded.whole(upstream, sent, authorization)


def _blocked_input(asked: chat.ChatRequest, verdict: Verdict, policy: Policy) -> Response:
    headers = _headers(verdict)
    if policy.blocked.style == "error":
        return JSONResponse(chat.blocked_error(verdict, policy), status_code=400, headers=headers)
    model = asked.exchange.model or ""
    choices = [chat.refused_choice(0, policy)]
    if not asked.stream:
        return JSONResponse(chat.completion(model, choices, verdict, policy, None), headers=headers)
    head = {"id": f"chatcmpl-corral-{verdict.id}", "created": 0, "model": model}

    async def events() -> AsyncIterator[bytes]:
        yield _event(chat.chunk(head, 0, {"role": "assistant", "content": policy.blocked.message}))
        yield _event(chat.chunk(head, 0, {}, "content_filter") | {"corral": chat.told(verdict, policy)})
        yield b"data: [DONE]\n\n"

    return StreamingResponse(events(), media_type="text/event-stream", headers=headers)


def _redacted(asked: chat.ChatRequest, verdict: Verdict) -> dict[str, Any]:
    """The body as it goes upstream: messages with a redacting reason are rewritten, all others stay as they came."""
    if verdict.action is not Action.REDACT:
        return asked.body
    messages = list(asked.body["messages"])
    for index, message in enumerate(asked.exchange.messages):
        reasons = [reason for reason in verdict.reasons if reason.index == index and reason.action is Action.REDACT]
        if reasons:
            messages[index] = {**messages[index], "content": redact(message.text, reasons)}
    return {**asked.body, "messages": messages}


class _Guarded:
    """The upstream's answer to one request, on its way to the client."""

    def __init__(self, asked: chat.ChatRequest, verdict: Verdict, pipeline: Pipeline, policy: Policy) -> None:
        self._asked, self._input, self._pipeline, self._policy = asked, verdict, pipeline, policy
        self._context = asked.exchange.messages

    async def whole(self, upstream: Upstream, body: dict[str, Any], authorization: str | None) -> Response:
        answer = await upstream.ask(PATH, {**body, "stream": False}, authorization)
        messages = chat.read_answer(answer)
        choices = []
        strongest = self._input
        for number, message in enumerate(messages):
            verdict = await self._judge_message(message)
            strongest = _stronger(strongest, verdict)
            raw = answer["choices"][number]
            if verdict.action is Action.BLOCK:
                choices.append(chat.refused_choice(raw.get("index", number), self._policy))
            elif verdict.action is Action.REDACT:
                choices.append(chat.judged_choice(raw, redact(message.text, verdict.reasons)))
            else:
                choices.append(chat.judged_choice(raw))
        headers = _headers(strongest)
        if strongest.action is Action.BLOCK and self._policy.blocked.style == "error":
            return JSONResponse(chat.blocked_error(strongest, self._policy), status_code=400, headers=headers)
        model = self._asked.exchange.model or ""
        return JSONResponse(chat.completion(model, choices, strongest, self._policy, answer), headers=headers)

    async def stream(
        self, upstream: Upstream, body: dict[str, Any], authorization: str | None
    ) -> AsyncGenerator[bytes]:
        """Chunks for the client. The first is always the role's, sent once the upstream has begun to answer."""
        choices: dict[int, _Choice] = {}
        head: dict[str, Any] = {}
        async with upstream.stream(PATH, {**body, "stream": True}, authorization) as events:
            yield b": guarded by corral\n\n"
            usage = None
            async for data, waited in _with_idle(events, self._policy.stream.max_hold_ms / 1000):
                if waited:
                    for choice in choices.values():
                        for out in await choice.flush():
                            yield _event(chat.chunk(head, choice.index, out))
                    continue
                if data == "[DONE]":
                    break
                event = chat.read_event(_parsed(data))
                head = head or event.head
                usage = event.usage or usage
                for delta in event.deltas:
                    if delta.index not in choices:
                        choices[delta.index] = _Choice(delta.index, self)
                        yield _event(chat.chunk(head, delta.index, {"role": "assistant", "content": ""}))
                    choice = choices[delta.index]
                    for out in await choice.take(delta):
                        yield _event(chat.chunk(head, delta.index, out))
                    if choice.ended and not choice.closed:
                        yield _event(self._closing(head, choice))
                if choices and all(choice.stopped for choice in choices.values()):
                    break  # nothing more will be shown: leaving the block stops the upstream
            for choice in choices.values():
                if not choice.closed:
                    for out in await choice.finish():
                        yield _event(chat.chunk(head, choice.index, out))
                    yield _event(self._closing(head, choice))
            if usage is not None:
                yield _event({"object": "chat.completion.chunk", **head, "choices": [], "usage": usage})
            yield b"data: [DONE]\n\n"

    def _closing(self, head: dict[str, Any], choice: _Choice) -> dict[str, Any]:
        choice.closed = True
        verdict = _stronger(self._input, choice.verdict)
        reason = "content_filter" if choice.stopped else choice.finish_reason or "stop"
        delta = {"content": self._policy.blocked.message} if choice.stopped and not choice.shown else {}
        return chat.chunk(head, choice.index, delta, reason) | {"corral": chat.told(verdict, self._policy)}

    async def judge_text(self, text: str) -> Verdict:
        subject = Subject(text, Stage.OUTPUT, self._context, len(self._context))
        return await self._pipeline.judge_subjects([subject], self._policy)

    async def _judge_message(self, message: Message) -> Verdict:
        at = len(self._context)
        subjects = Exchange((*self._context, message)).subjects()
        return await self._pipeline.judge_subjects([part for part in subjects if part.index == at], self._policy)

    async def judge_calls(self, builder: chat.CallBuilder) -> Verdict:
        return await self._judge_message(Message("assistant", "", builder.calls()))

    def gate(self) -> Gate:
        return Gate(self.judge_text, self._policy.stream)


class _Choice:
    """One choice of a streamed answer: its text and its reasoning behind a gate each, its calls held until they are whole."""

    def __init__(self, index: int, guarded: _Guarded) -> None:
        self.index = index
        self._guarded = guarded
        self._text, self._reasoning = guarded.gate(), guarded.gate()
        self._calls = chat.CallBuilder()
        self._calls_verdict: Verdict | None = None
        self._has_calls = False
        self.finish_reason: str | None = None
        self.ended = self.closed = self.shown = False

    @property
    def stopped(self) -> bool:
        calls = self._calls_verdict
        return self._text.stopped or self._reasoning.stopped or (calls is not None and calls.action is Action.BLOCK)

    @property
    def verdict(self) -> Verdict | None:
        found: Verdict | None = None
        for verdict in (self._text.verdict, self._reasoning.verdict, self._calls_verdict):
            found = verdict if found is None else _stronger(found, verdict)
        return found

    async def take(self, delta: chat.Delta) -> list[dict[str, Any]]:
        """What of `delta` may be shown now, as deltas."""
        out: list[dict[str, Any]] = []
        if self.ended:
            return out
        if delta.reasoning:
            out += self._as_delta("reasoning_content", (await self._reasoning.feed(delta.reasoning)).text)
        if delta.text and not self.stopped:
            out += self._as_delta("content", (await self._text.feed(delta.text)).text)
        if delta.calls:
            self._has_calls = True
            self._calls.add(delta.calls)
        if delta.finish_reason is not None and not self.stopped:
            self.finish_reason = str(delta.finish_reason)
            out += await self.finish()
        self.ended = self.ended or self.stopped
        return out

    async def flush(self) -> list[dict[str, Any]]:
        """Text has waited for its sentence's end for long enough."""
        if self.ended:
            return []
        out = self._as_delta("reasoning_content", (await self._reasoning.flush()).text)
        if not self.stopped:
            out += self._as_delta("content", (await self._text.flush()).text)
        return out

    async def finish(self) -> list[dict[str, Any]]:
        """The rest, judged; calls last."""
        if self.ended:
            return []
        out = self._as_delta("reasoning_content", (await self._reasoning.finish()).text)
        if not self.stopped:
            out += self._as_delta("content", (await self._text.finish()).text)
        if self._has_calls and not self.stopped:
            self._calls_verdict = await self._guarded.judge_calls(self._calls)
            if not self.stopped:
                self.shown = True
                out.append(self._calls.delta())
        self.ended = True
        return out

    def _as_delta(self, name: str, text: str) -> list[dict[str, Any]]:
        self.shown = self.shown or bool(text)
        return [{name: text}] if text else []


async def _with_idle(events: AsyncIterator[str], idle_s: float) -> AsyncIterator[tuple[str, bool]]:
    """The events; ("", True) each time that none came for `idle_s` seconds."""
    pending: asyncio.Future[str] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(events))
            done, _ = await asyncio.wait([pending], timeout=idle_s)
            if not done:
                yield "", True
                continue
            finished, pending = pending, None
            try:
                yield finished.result(), False
            except StopAsyncIteration:
                return
    finally:
        if pending is not None:
            pending.cancel()


def _parsed(data: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise UpstreamBroken("the upstream's stream holds an event that is not JSON") from None


def _event(row: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n\n"


async def _sse(first: bytes, events: AsyncGenerator[bytes]) -> AsyncIterator[bytes]:
    """The stream; what goes wrong once it has begun is told in an event of its own, since the status is sent."""
    try:
        yield first
        async for event in events:
            yield event
    except CorralError as error:
        yield _event(error_body(error))
    finally:
        await events.aclose()


def _stronger(one: Verdict, other: Verdict | None) -> Verdict:
    """The stronger verdict, with the reasons of both and the time of both."""
    if other is None:
        return one
    strong = other if other.action.force >= one.action.force else one
    reasons = sorted((*one.reasons, *other.reasons), key=lambda reason: -reason.action.force)
    return replace(
        strong,
        reasons=tuple(reasons),
        reports=(*one.reports, *other.reports),
        elapsed_ms=one.elapsed_ms + other.elapsed_ms,
    )


def _headers(verdict: Verdict) -> dict[str, str]:
    return {
        "X-Corral-Action": verdict.action.value,
        "X-Corral-Verdict": verdict.id,
        "Server-Timing": f"guards;dur={verdict.elapsed_ms:.1f}",
    }
