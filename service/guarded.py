"""A guarded call of a model, in any dialect: input judged before the client sees an answer, output before it is shown."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from guards.call import Call, Reply
from guards.dialects import Dialect
from guards.dialects.fields import Json
from guards.errors import CorralError, Overloaded
from guards.pipeline import Pipeline
from guards.policy import Policy
from guards.types import Action, Report, Status, Verdict

from .body import read_json
from .errors import error_body
from .keys.admission import prompt_tokens
from .observe.record import Record, Witness
from .serving.settings import Limits
from .streaming import EventStream
from .upstreams import Upstreams

Admit = Callable[[Record, int], Awaitable[None]]  # with about how many tokens the prompt has
CutOff = Callable[[str, str], None]  # dialect, and `input` or `output`


async def respond(
    request: Request,
    dialect: Dialect,
    pipeline: Pipeline,
    upstreams: Upstreams,
    policy: Policy,
    limits: Limits,
    record: Record,
    admit: Admit,
    cut_off: CutOff = lambda dialect, side: None,
) -> Response:
    """Answers one request in its dialect, and notes in `record` what became of it.

    `admit` is asked before anything is judged. Whoever has a key of this proxy shows it to nobody else: the upstream
    gets the client's `Authorization` only where the proxy knows no keys.

    Raises:
        CorralError: bad input, or an upstream that failed.
    """
    body = await read_json(request, limits)
    model = body.get("model") if isinstance(body, dict) else None
    policy = policy.select(path=dialect.path, key=record.key, model=model if isinstance(model, str) else None)
    asked = dialect.read(body, policy)
    await admit(record, prompt_tokens(asked.exchange))
    record.asked(dialect.name, asked.exchange.model, asked.stream, policy)
    credentials = dialect.credentials(request.headers) if record.key is None else None
    call = Call(dialect, asked, pipeline, policy, Witness(record, cut_off))
    return await _Answering(call, upstreams, credentials, record).response(early=policy.order == "speculative")


class _Answering:
    """One call and the upstream's answer to it."""

    def __init__(self, call: Call, upstreams: Upstreams, authorization: str | None, record: Record) -> None:
        self._call, self._upstreams, self._authorization, self._record = call, upstreams, authorization, record
        self._first_ms = 0.0  # until the upstream began to answer

    async def response(self, *, early: bool) -> Response:
        """`early`: the upstream is asked at once, and its answer held until the prompt is judged."""
        call, record = self._call, self._record
        asking = asyncio.ensure_future(self._begun(call.asked.body)) if early else None
        try:
            body = await call.judged()
            record.judged(call.verdict, call.subjects)
            record.verdict = call.standing
            if _shed_alone(call.verdict):
                raise Overloaded("the guards have as much to do as they may take on", retry_after_s=1)
            if body is None:
                return replied(call.refused(), call.verdict)
            if asking is not None and body is not call.asked.body:
                await _dropped(asking)
                asking = None
            begun = await (asking or self._begun(body))
            asking = None
        finally:
            if asking is not None:
                await _dropped(asking)
        if isinstance(begun, AsyncGenerator):
            headers = headers_of(call.verdict, self._first_ms) | {"Cache-Control": "no-cache"}
            return EventStream(begun, self._failed, media_type=call.dialect.media_type, headers=headers)
        reply = await call.whole(begun)
        return replied(reply, call.standing(), record.upstream_ms)

    async def _begun(self, body: Json) -> Any:
        """The whole answer, or a stream's events once the upstream has begun to answer.

        An upstream that refuses is an error answer then, not a broken stream.
        """
        if not self._call.streams:
            return await self._whole(body)
        asked = time.monotonic()
        events = self._events(body)
        try:
            await anext(events)
        except BaseException:
            await events.aclose()
            raise
        self._first_ms = (time.monotonic() - asked) * 1000
        return events

    async def _whole(self, body: Json) -> Any:
        dialect = self._call.dialect
        body = {**body, "stream": False} if dialect.streams else body
        self._record.calls_upstream()
        try:
            return await self._upstreams.ask(dialect.upstream_path, body, self._authorization)
        finally:
            self._record.upstream_done()

    async def _events(self, body: Json) -> AsyncGenerator[bytes]:
        """Events for the client. The first is empty and comes once the upstream has begun; the prompt is judged by then."""
        call, dialect = self._call, self._call.dialect
        self._record.calls_upstream()
        begun = False
        try:
            sent = {**body, "stream": True}
            async with self._upstreams.stream(dialect.upstream_path, sent, self._authorization) as answer:
                yield b""
                begun, framing, piece = True, dialect.framing(), None
                yield call.opened()
                while not call.over and piece != b"":
                    piece = await answer.read(call.due_s)
                    if piece is None:
                        yield await call.flush()
                        continue
                    shown, fault = await call.feed(framing.feed(piece) if piece else framing.end())
                    yield shown
                    if fault is not None:
                        raise fault
            # Nothing more will be shown: leaving the block has stopped the upstream.
            self._record.upstream_done()
            yield await call.finish()
        except CorralError as error:
            if not begun:
                raise
            yield self._failed(error)

    def _failed(self, error: CorralError) -> bytes:
        """What went wrong once a stream has begun is told in an event of its own, since the status is sent."""
        body = error_body(error)
        self._record.error = body["error"]["code"]
        return self._call.dialect.error_event(body)


async def _dropped(asking: asyncio.Future[Any]) -> None:
    """Ends a call of the upstream; what it would have said, or how it failed, is of no interest any more."""
    asking.cancel()
    await asyncio.wait([asking])
    if not asking.cancelled() and asking.exception() is None and isinstance(begun := asking.result(), AsyncGenerator):
        await begun.aclose()


def _shed_alone(verdict: Verdict) -> bool:
    """Whether nothing but full queues speaks against a prompt: that is no refusal, and its client may come back."""
    if verdict.action is not Action.BLOCK:
        return False
    shed = {(report.guard, report.stage) for report in verdict.reports if report.status is Status.SHED}
    blocks = [reason for reason in verdict.reasons if reason.action is Action.BLOCK]
    return all(reason.finding is None and (reason.guard, reason.stage) in shed for reason in blocks)


def replied(reply: Reply, verdict: Verdict, upstream_ms: float | None = None) -> Response:
    """A reply over HTTP, with the verdict in its headers."""
    headers = headers_of(verdict, upstream_ms) | dict(reply.headers)
    return Response(reply.body, reply.status, headers, reply.media_type)


def headers_of(verdict: Verdict, upstream_ms: float | None = None) -> dict[str, str]:
    """The verdict in headers; each guard's time is that of the slowest of its runs, with the tier that answered.

    `upstream_ms`: until the upstream's answer began (streamed) or was there (whole).
    """
    slowest: dict[tuple[str, str], Report] = {}
    for report in verdict.reports:
        key = (report.guard, report.stage.value)
        if key not in slowest or slowest[key].elapsed_ms < report.elapsed_ms:
            slowest[key] = report
    timing = [f"guards;dur={verdict.elapsed_ms:.1f}"]
    timing += [
        f'{guard}-{stage};dur={report.elapsed_ms:.1f};desc="{report.status.value} {report.tier or ""}"'
        for (guard, stage), report in slowest.items()
    ]
    timing += [] if upstream_ms is None else [f"upstream;dur={upstream_ms:.1f}"]
    return {
        "X-Corral-Action": verdict.action.value,
        "X-Corral-Verdict": verdict.id,
        "Server-Timing": ", ".join(timing),
    }
