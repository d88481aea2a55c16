"""A guarded call of a model, in any dialect: input judged before the client sees an answer, output before it is shown."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from guards.answer import Answer, Choice, stronger, told
from guards.dialects.base import Called, Closed, Dialect, Done, Head, Part, Says, Shown, Usage, Writer
from guards.dialects.fields import Asked, Json
from guards.dialects.framing import Framing, parsed
from guards.errors import CorralError, Overloaded, UpstreamBroken
from guards.pipeline import Pipeline
from guards.policy import Policy
from guards.subjects import subjects_of
from guards.types import Action, Report, Status, Verdict

from .body import read_json
from .errors import error_body
from .keys.admission import prompt_tokens
from .observe.record import Record
from .serving.settings import Limits
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
    policy = policy.select(path=request.url.path, key=record.key, model=model if isinstance(model, str) else None)
    asked = dialect.read(body, policy)
    await admit(record, prompt_tokens(asked.exchange))
    record.asked(dialect.name, asked.exchange.model, asked.stream, policy)
    credentials = dialect.credentials(request.headers) if record.key is None else None
    call = _Call(dialect, asked, pipeline, upstreams, policy, credentials, record, cut_off)
    return await call.answered()


class _Call:
    """One request and its answer."""

    def __init__(
        self,
        dialect: Dialect,
        asked: Asked,
        pipeline: Pipeline,
        upstreams: Upstreams,
        policy: Policy,
        authorization: str | None,
        record: Record,
        cut_off: CutOff,
    ) -> None:
        self._dialect, self._asked, self._pipeline, self._record = dialect, asked, pipeline, record
        self._upstreams, self._policy, self._authorization, self._count = upstreams, policy, authorization, cut_off

    async def answered(self) -> Response:
        early = self._ask(self._asked.body) if self._policy.order == "speculative" else None
        try:
            subjects = subjects_of(self._asked.exchange, self._policy)
            verdict = await self._pipeline.judge_subjects(subjects, self._policy)
            self._record.judged(verdict, subjects)
            body = self._asked.redacted(verdict) if verdict.action is Action.REDACT else self._asked.body
            if _shed_alone(verdict):
                raise Overloaded("the guards have as much to do as they may take on", retry_after_s=1)
            if verdict.action is Action.BLOCK or body is None:
                self._cut_off("input")
                return self._refused(verdict)
            if early is None or body is not self._asked.body:
                await _dropped(early)
                early = self._ask(body)
            answer, early = early, None
            return await answer.response(verdict)
        finally:
            await _dropped(early)

    def _cut_off(self, side: str) -> None:
        self._record.cut_off = side
        self._count(self._dialect.name, side)

    def _ask(self, body: Json) -> _Asking:
        return (_Streamed if self._asked.stream else _Whole)(self, body)

    def _refused(self, verdict: Verdict) -> Response:
        """The answer in place of one that was never asked for."""
        headers = headers_of(verdict)
        tells = told(verdict, self._policy)
        if self._policy.blocked.style == "error" or not self._dialect.refuses:
            return self.blocked_error(verdict)
        writer = self.writer(verdict)
        parts = [Closed(0, None, True, self._policy.blocked.message, tells)]
        if not self._asked.stream:
            return JSONResponse(writer.whole(parts, tells), headers=headers)

        async def events() -> AsyncIterator[bytes]:
            for event in (*writer.opening(), *writer.events(parts[0]), *writer.ending(tells)):
                yield event

        return StreamingResponse(events(), media_type=self._dialect.media_type, headers=headers)

    def blocked_error(self, verdict: Verdict) -> Response:
        return blocked_error(self._dialect, self._policy, verdict)

    def writer(self, verdict: Verdict) -> Writer:
        return self._dialect.writer(self._asked.exchange.model or "", verdict.id, self._policy)

    def answer(self, *, whole: bool) -> Answer:
        context = self._asked.exchange.messages
        return Answer(self._dialect, self._pipeline, self._policy, context, self._record.heard, whole=whole)

    async def whole(self, body: Json) -> Any:
        body = {**body, "stream": False} if self._dialect.streams else body
        self._record.calls_upstream()
        try:
            return await self._upstreams.ask(self._dialect.upstream_path, body, self._authorization)
        finally:
            self._record.upstream_done()

    async def whole_response(self, given: Any, verdict: Verdict) -> Response:
        """A whole answer, each of its choices judged; side by side."""
        if not isinstance(given, dict):
            raise UpstreamBroken("the upstream's answer is no JSON object")
        writer = self.writer(verdict)
        by_choice: dict[int, list[Part]] = {}
        for part in self._dialect.parts(given):
            if isinstance(part, Head):
                writer.head = part.row
            elif isinstance(part, Usage):
                writer.usage = part.row or None
                self._record.counts(part.row)
            elif not isinstance(part, Done):
                by_choice.setdefault(part.choice, []).append(part)
        answer = self.answer(whole=True)
        self._record.verdict = lambda: stronger(verdict, answer.verdict)
        shown = await asyncio.gather(*(self._judged(answer, index, parts) for index, parts in by_choice.items()))
        parts: list[Shown] = []
        for index, said in zip(by_choice, shown, strict=True):
            choice = answer.choices[index]
            parts += [*([] if choice.stopped else said), answer.closed(choice, verdict)]
        final = stronger(verdict, answer.verdict)
        if any(choice.stopped for choice in answer.choices.values()):
            self._cut_off("output")
        if self._policy.blocked.style == "error" and final.action is Action.BLOCK:
            return self.blocked_error(final)
        return JSONResponse(
            writer.whole(parts, told(final, self._policy)), headers=headers_of(final, self._record.upstream_ms)
        )

    async def _judged(self, answer: Answer, index: int, parts: list[Part]) -> list[Shown]:
        shown: list[Shown] = []
        for part in parts:
            shown += await answer.take(part)
        choice = answer.choices[index]
        shown += await choice.finish()
        if choice.stopped:
            choice.shown = False
        return shown

    async def events(self, body: Json, verdict: asyncio.Future[Verdict]) -> AsyncGenerator[bytes]:
        """Events for the client. The first comes once the upstream has begun to answer, the others after the verdict."""
        answer = self.answer(whole=False)
        path, sent = self._dialect.upstream_path, {**body, "stream": True}
        self._record.calls_upstream()
        async with self._upstreams.stream(path, sent, self._authorization) as data:
            yield b""
            given = await verdict
            self._record.verdict = lambda: stronger(given, answer.verdict)
            writer = self.writer(given)
            for event in writer.opening():
                yield event
            async for rows in _with_due(data, answer, self._dialect.framing()):
                due = rows is None or answer.due_s == 0
                if due and (flushed := self._written(writer, await answer.flush())):
                    yield b"".join(flushed)
                for row in rows or ():
                    if shown := await self._taken(row, answer, writer, given):
                        yield b"".join(shown)
                    if answer.stopped or answer.done:
                        break
                if answer.stopped or answer.done:
                    break  # nothing more will be shown: leaving the block stops the upstream
            self._record.upstream_done()
            for choice in answer.choices.values():
                for event in self._written(writer, await choice.finish()):
                    yield event
                for event in self._closing(writer, answer, choice, given):
                    yield event
            for event in writer.ending(told(stronger(given, answer.verdict), self._policy)):
                yield event

    async def _taken(self, row: str, answer: Answer, writer: Writer, given: Verdict) -> list[bytes]:
        """What may be sent now that an event has come."""
        out: list[bytes] = []
        answer.done = answer.done or row == "[DONE]"
        for part in self._dialect.event_parts(_object(row)) if row != "[DONE]" else ():
            if isinstance(part, Head):
                writer.head = writer.head or part.row
            elif isinstance(part, Usage):
                writer.usage = {**(writer.usage or {}), **part.row}
                self._record.counts(part.row)
            elif isinstance(part, Done):
                answer.done = True
            else:
                out += self._written(writer, await answer.take(part))
                choice = answer.choices[part.choice]
                if choice.ended or choice.stopped:
                    out += self._closing(writer, answer, choice, given)
        return out

    def _closing(self, writer: Writer, answer: Answer, choice: Choice, given: Verdict) -> list[bytes]:
        if choice.closed:
            return []
        choice.closed = True
        if choice.stopped:
            self._cut_off("output")
        return self._written(writer, [answer.closed(choice, given)])

    def _written(self, writer: Writer, parts: list[Shown]) -> list[bytes]:
        if any(isinstance(part, Says | Called) for part in parts):
            self._record.shows()
        return [event for part in parts for event in writer.events(part)]

    async def sent(self, events: AsyncGenerator[bytes]) -> AsyncIterator[bytes]:
        """The stream; what goes wrong once it has begun is told in an event of its own, since the status is sent."""
        try:
            async for event in events:
                yield event
        except CorralError as error:
            body = error_body(error)
            self._record.error = body["error"]["code"]
            yield self._dialect.error_event(body)
        finally:
            await events.aclose()

    @property
    def media_type(self) -> str:
        return self._dialect.media_type


class _Asking:
    """A call of the upstream that is under way, whose answer nobody has seen yet."""

    async def response(self, verdict: Verdict) -> Response:
        raise NotImplementedError

    async def drop(self) -> None:
        raise NotImplementedError


class _Whole(_Asking):
    def __init__(self, call: _Call, body: Json) -> None:
        self._call = call
        self._answer = asyncio.ensure_future(call.whole(body))

    async def response(self, verdict: Verdict) -> Response:
        try:
            given = await self._answer
        finally:
            await self.drop()
        return await self._call.whole_response(given, verdict)

    async def drop(self) -> None:
        await _cancelled(self._answer)


class _Streamed(_Asking):
    def __init__(self, call: _Call, body: Json) -> None:
        self._call = call
        self._verdict: asyncio.Future[Verdict] = asyncio.get_running_loop().create_future()
        self._events = call.events(body, self._verdict)
        self._first = asyncio.ensure_future(anext(self._events))
        self._began, self._first_ms = time.monotonic(), 0.0
        self._first.add_done_callback(self._answers)

    def _answers(self, _: asyncio.Future[bytes]) -> None:
        self._first_ms = (time.monotonic() - self._began) * 1000

    async def response(self, verdict: Verdict) -> Response:
        self._verdict.set_result(verdict)
        try:
            await self._first  # an upstream that refuses is an error answer, not a broken stream
        except BaseException:
            await self.drop()
            raise
        headers = headers_of(verdict, self._first_ms) | {"Cache-Control": "no-cache"}
        return StreamingResponse(self._call.sent(self._events), media_type=self._call.media_type, headers=headers)

    async def drop(self) -> None:
        await _cancelled(self._first)
        await self._events.aclose()


async def _dropped(asking: _Asking | None) -> None:
    if asking is not None:
        await asking.drop()


async def _cancelled(task: asyncio.Future[Any]) -> None:
    """Ends `task`; what it would have said, or how it failed, is of no interest any more."""
    task.cancel()
    await asyncio.wait([task])
    if not task.cancelled():
        task.exception()


async def _with_due(
    data: AsyncIterator[bytes], answer: Answer, framing: Framing
) -> AsyncIterator[Iterator[str] | None]:
    """The events of each piece of `data`; None each time that held text is due before one has come."""
    pending: asyncio.Future[bytes] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(data))
            done, _ = await asyncio.wait([pending], timeout=answer.due_s)
            if not done:
                yield None
                continue
            finished, pending = pending, None
            try:
                piece = finished.result()
            except StopAsyncIteration:
                yield framing.end()
                return
            yield framing.feed(piece)
    finally:
        if pending is not None:
            await _cancelled(pending)


def _object(row: str) -> Json:
    value = parsed(row)
    if not isinstance(value, dict):
        raise UpstreamBroken("the upstream's stream holds an event that is no object")
    return value


def _shed_alone(verdict: Verdict) -> bool:
    """Whether nothing but full queues speaks against a prompt: that is no refusal, and its client may come back."""
    shed = {(report.guard, report.stage) for report in verdict.reports if report.status is Status.SHED}
    blocks = [reason for reason in verdict.reasons if reason.action is Action.BLOCK]
    return verdict.action is Action.BLOCK and all(
        reason.finding is None and (reason.guard, reason.stage) in shed for reason in blocks
    )


def blocked_error(dialect: Dialect, policy: Policy, verdict: Verdict) -> Response:
    """A block as an error, in the dialect's shape."""
    error = {"message": policy.blocked.message, "type": "invalid_request_error", "param": None}
    body = dialect.error({"error": {**error, "code": "content_filter"}})
    body["corral"] = told(verdict, policy)
    return JSONResponse(body, status_code=400, headers=headers_of(verdict))


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
