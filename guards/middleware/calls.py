"""One call of a model through its client: judged on the way in, gated on the way out, with no web framework at hand.

The proxy does the same for whoever asks it over HTTP; both read requests with the dialects and release answers through
`guards.answer`, so what the one can't be talked past the other can't either.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..answer import Answer, Choice, stronger, told
from ..corral import Corral
from ..dialects import DIALECTS, Dialect
from ..dialects.base import Closed, Done, Head, Part, Shown, Usage
from ..dialects.fields import Json
from ..dialects.framing import as_json, parsed
from ..errors import Blocked, CorralError, InputError, UnsupportedInput, UpstreamBroken
from ..subjects import subjects_of
from ..types import Action, Stage, Verdict


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client is answered."""

    status: int
    body: bytes
    media_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


class Unheard:
    """Takes an answer's texts and keeps none: a client's wrapper has no log."""

    def add(self, stage: Stage, place: object, text: str) -> None:
        return


def spoken(path: str) -> Dialect | None:
    """The dialect of an API whose address ends as `path` does; None for what is no way of asking a model."""
    path = path.rstrip("/")
    fits = [dialect for dialect in DIALECTS if path.endswith((dialect.path, dialect.upstream_path))]
    return max(fits, key=lambda dialect: len(dialect.upstream_path), default=None)


class Call:
    """One call. Its steps are asked for in order: `judged`, then `refused`, `whole`, or `feed` and `finish`."""

    def __init__(self, corral: Corral, dialect: Dialect, body: bytes) -> None:
        """Raises:
        InputError: the request can't be read; names the field.
        UnsupportedInput: it holds what nothing here can judge.
        """
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            raise InputError("must be JSON", field="body") from None
        model = given.get("model") if isinstance(given, dict) else None
        self.dialect = dialect
        self._pipeline = corral.pipeline
        self._policy = corral.policy.select(path=dialect.path, model=model if isinstance(model, str) else None)
        self._asked = dialect.read(given, self._policy)
        self._answer = self._begun(whole=False)
        self._written_first = False

    @property
    def streams(self) -> bool:
        return self._asked.stream

    async def judged(self) -> bytes | None:
        """The request to send, redacted where the policy says so; None where it is not to be sent."""
        subjects = subjects_of(self._asked.exchange, self._policy)
        self._verdict = await self._pipeline.judge_subjects(subjects, self._policy)
        self._writer = self.dialect.writer(self._asked.exchange.model or "", self._verdict.id, self._policy)
        redacts = self._verdict.action is Action.REDACT
        body = self._asked.redacted(self._verdict) if redacts else self._asked.body
        return None if self._verdict.action is Action.BLOCK or body is None else as_json(body)

    def refused(self) -> Reply:
        """The answer in place of one that was never asked for."""
        tells = told(self._verdict, self._policy)
        if self._policy.blocked.style == "error" or not self.dialect.refuses:
            return self._blocked(self._verdict)
        closed = Closed(0, None, True, self._policy.blocked.message, tells)
        if not self.streams:
            return self._said(200, as_json(self._writer.whole([closed], tells)))
        events = (*self._writer.opening(), *self._writer.events(closed), *self._writer.ending(tells))
        return self._said(200, b"".join(events), self.dialect.media_type)

    async def whole(self, body: bytes) -> Reply:
        """The answer to a call that does not stream, with each of its choices judged."""
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            raise UpstreamBroken("the upstream's answer is no JSON object")
        by_choice: dict[int, list[Part]] = {}
        for part in self._noted(self.dialect.parts(given)):
            by_choice.setdefault(part.choice, []).append(part)  # type: ignore[union-attr]
        answer = self._begun(whole=True)
        shown = await asyncio.gather(*(_shown(answer, index, parts) for index, parts in by_choice.items()))
        parts: list[Shown] = []
        for index, said in zip(by_choice, shown, strict=True):
            choice = answer.choices[index]
            parts += [*([] if choice.stopped else said), answer.closed(choice, self._verdict)]
        self._verdict = stronger(self._verdict, answer.verdict)
        if self._policy.blocked.style == "error" and self._verdict.action is Action.BLOCK:
            return self._blocked(self._verdict)
        return self._said(200, as_json(self._writer.whole(parts, told(self._verdict, self._policy))))

    @property
    def over(self) -> bool:
        """Whether nothing more will be shown of a stream, whatever comes."""
        return self._answer.stopped or self._answer.done

    @property
    def due_s(self) -> float | None:
        """In how many seconds `flush` is due; None: not before more has come."""
        return self._answer.due_s

    async def feed(self, event: str) -> bytes:
        """What may be shown now that an event of a stream has come."""
        out = [await self.flush()] if self.due_s == 0 else []
        if event != "[DONE]":
            row = parsed(event)
            if not isinstance(row, dict):
                raise UpstreamBroken("the upstream's stream holds an event that is no object")
            for part in self._noted(self.dialect.event_parts(row)):
                out.append(self._written(await self._answer.take(part)))
                choice = self._answer.choices[part.choice]  # type: ignore[union-attr]
                if choice.ended or choice.stopped:
                    out.append(self._closed(choice))
        return self._opened() + b"".join(out)

    async def flush(self) -> bytes:
        """Text that has waited for its sentence's end for long enough."""
        return self._written(await self._answer.flush())

    async def finish(self) -> bytes:
        """The end of a stream."""
        out = [self._opened()]
        for choice in self._answer.choices.values():
            out += [self._written(await choice.finish()), self._closed(choice)]
        tells = told(stronger(self._verdict, self._answer.verdict), self._policy)
        return b"".join([*out, *self._writer.ending(tells)])

    def failed(self, error: CorralError) -> bytes:
        """An error once a stream has begun."""
        return self.dialect.error_event(error_json(error))

    def _begun(self, *, whole: bool) -> Answer:
        context = self._asked.exchange.messages
        return Answer(self.dialect, self._pipeline, self._policy, context, Unheard(), whole=whole)

    def _noted(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts that say something; what the answer tells of itself goes to the writer."""
        for part in parts:
            if isinstance(part, Head):
                self._writer.head = self._writer.head or part.row
            elif isinstance(part, Usage):
                self._writer.usage = {**(self._writer.usage or {}), **part.row} or None
            elif isinstance(part, Done):
                self._answer.done = True
            else:
                yield part

    def _opened(self) -> bytes:
        first, self._written_first = not self._written_first, True
        return b"".join(self._writer.opening()) if first else b""

    def _closed(self, choice: Choice) -> bytes:
        if choice.closed:
            return b""
        choice.closed = True
        return self._written([self._answer.closed(choice, self._verdict)])

    def _written(self, parts: Iterable[Shown]) -> bytes:
        return b"".join(event for part in parts for event in self._writer.events(part))

    def _said(self, status: int, body: bytes, media_type: str = "application/json") -> Reply:
        return Reply(status, body, media_type, self.headers)

    @property
    def headers(self) -> dict[str, str]:
        return {"x-corral-action": self._verdict.action.value, "x-corral-verdict": self._verdict.id}

    def _blocked(self, verdict: Verdict) -> Reply:
        body = self.dialect.error(error_json(Blocked(self._policy.blocked.message, verdict)))
        return self._said(400, as_json(body | {"corral": told(verdict, self._policy)}))


async def _shown(answer: Answer, index: int, parts: Iterable[Part]) -> list[Shown]:
    shown: list[Shown] = []
    for part in parts:
        shown += await answer.take(part)
    choice = answer.choices[index]
    shown += await choice.finish()
    if choice.stopped:
        choice.shown = False
    return shown


def error_json(error: CorralError) -> Json:
    """OpenAI's error object for what goes wrong on this side of the network."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "guard_failed")
    kind = "invalid_request_error" if isinstance(error, InputError | Blocked) else "server_error"
    return {"error": {"message": str(error), "type": kind, "param": getattr(error, "field", None), "code": code}}


_CODES: tuple[tuple[type[CorralError], str], ...] = (
    (UnsupportedInput, "unsupported_input"),
    (InputError, "invalid_request"),
    (Blocked, "content_filter"),
    (UpstreamBroken, "upstream_broken"),
)


def error_reply(error: CorralError, dialect: Dialect | None) -> Reply:
    """An error as an answer that no client asks for a second time."""
    status = 400 if isinstance(error, InputError) else 502
    body = error_json(error) if dialect is None else dialect.error(error_json(error), status)
    return Reply(status, as_json(body), headers={"x-should-retry": "false"})


async def with_due(events: AsyncIterator[Any], call: Call) -> AsyncIterator[Any | None]:
    """What comes; None each time that held text is due before anything has."""
    pending: asyncio.Future[Any] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(events))
            done, _ = await asyncio.wait([pending], timeout=call.due_s)
            if not done:
                yield None
                continue
            finished, pending = pending, None
            try:
                came = finished.result()
            except StopAsyncIteration:
                return
            yield came
    finally:
        if pending is not None:
            pending.cancel()
            await asyncio.wait([pending])
