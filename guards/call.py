"""One call of a model, in any dialect: judged on the way in, gated on the way out.

The proxy and the wrappers of clients ask models in ways of their own; what is judged of it, and what of an answer is shown,
is decided here for all of them. It knows JSON and events, and no network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from .answer import Answer, Choice, Heard, told
from .dialects.base import BlockEnd, Called, Closed, Dialect, Done, Ends, Head, Part, Says, Shown, Usage, Writer
from .dialects.fields import Asked, Json
from .dialects.framing import as_json, parsed
from .errors import CorralError, UpstreamBroken
from .pipeline import Pipeline
from .policy import Policy
from .subjects import subjects_of
from .types import Action, Stage, Subject, Verdict


@dataclass(frozen=True, slots=True)
class Reply:
    """What a client is answered."""

    status: int
    body: bytes
    media_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


class Witness(Protocol):
    """Who is told what becomes of a call."""

    @property
    def heard(self) -> Heard: ...

    def counts(self, usage: Mapping[str, Any]) -> None:
        """The upstream's own counts of tokens."""

    def shows(self) -> None:
        """Text, or a call, of a stream leaves."""

    def cut_off(self, side: str) -> None:
        """A verdict ended it: the prompt (`input`) or the answer (`output`)."""


class Nobody:
    """Takes everything in and keeps nothing: a client's wrapper has no log."""

    @property
    def heard(self) -> Nobody:
        return self

    def add(self, stage: Stage, place: object, text: str) -> None:
        return

    def counts(self, usage: Mapping[str, Any]) -> None:
        return

    def shows(self) -> None:
        return

    def cut_off(self, side: str) -> None:
        return


class Call:
    """One call. Its steps are asked for in order: `judged`, then `refused`, `whole`, or `opened`, `feed` and `finish`."""

    verdict: Verdict  # on the input, once it is judged
    subjects: tuple[Subject, ...]

    def __init__(
        self, dialect: Dialect, asked: Asked, pipeline: Pipeline, policy: Policy, witness: Witness | None = None
    ) -> None:
        self.dialect, self.asked = dialect, asked
        self._pipeline, self._policy = pipeline, policy
        self._witness = witness or Nobody()
        self._answer: Answer | None = None
        self._writer: Writer
        self._open = False

    @property
    def streams(self) -> bool:
        return self.asked.stream

    async def judged(self) -> Json | None:
        """The request to send, redacted where the policy says so; None where it is not to be sent."""
        self.subjects = subjects_of(self.asked.exchange, self._policy)
        self.verdict = await self._pipeline.judge_subjects(self.subjects, self._policy)
        self._writer = self.dialect.writer(self.asked.exchange.model or "", self.verdict.id, self._policy)
        redacts = self.verdict.action is Action.REDACT
        body = self.asked.redacted(self.verdict) if redacts else self.asked.body
        return None if self.verdict.action is Action.BLOCK else body

    def standing(self) -> Verdict:
        """The verdict as things stand: on the input, and on what was judged of the answer."""
        return self.verdict if self._answer is None else self._answer.standing(self.verdict, self._answer.verdict)

    def refused(self) -> Reply:
        """The answer in place of one that was never asked for."""
        self._witness.cut_off("input")
        if self._policy.blocked.style == "error" or not self.dialect.refuses:
            return blocked_reply(self.dialect, self._policy, self.verdict)
        tells = told(self.verdict, self._policy)
        closed = Closed(0, None, True, self._policy.blocked.message, tells)
        if not self.streams:
            return Reply(200, as_json(self._writer.whole([closed], tells)))
        events = (*self._writer.opening(), *self._writer.events(closed), *self._writer.ending(tells))
        return Reply(200, b"".join(events), self.dialect.media_type)

    async def whole(self, given: Any) -> Reply:
        """The answer to a call that does not stream, each of its choices judged; side by side.

        Raises:
            UpstreamBroken: `given` is no answer of this dialect.
        """
        if not isinstance(given, dict):
            raise UpstreamBroken("the upstream's answer is no JSON object")
        answer = self._answer = self._begun(whole=True)
        by_choice: dict[int, list[Part]] = {}
        for part in self._said(answer, self.dialect.parts(given)):
            by_choice.setdefault(part.choice, []).append(part)  # type: ignore[union-attr]
        judging = [_judged(answer, index, parts) for index, parts in by_choice.items()]
        shown = [await judging[0]] if len(judging) == 1 else await asyncio.gather(*judging)
        parts: list[Shown] = []
        for index, said in zip(by_choice, shown, strict=True):
            choice = answer.choices[index]
            parts += [*([] if choice.stopped else said), answer.closed(choice, self.verdict)]
        if any(choice.stopped for choice in answer.choices.values()):
            self._witness.cut_off("output")
        final = self.standing()
        if self._policy.blocked.style == "error" and final.action is Action.BLOCK:
            return blocked_reply(self.dialect, self._policy, final)
        return Reply(200, as_json(self._writer.whole(parts, told(final, self._policy))))

    @property
    def over(self) -> bool:
        """Whether nothing more will be shown of a stream, whatever comes."""
        return self._streamed.stopped or self._streamed.done

    @property
    def due_s(self) -> float | None:
        """In how many seconds `flush` is due; None: not before more has come."""
        return self._streamed.due_s

    def opened(self) -> bytes:
        """What a stream begins with; nothing where it has begun."""
        opens, self._open = not self._open, True
        return b"".join(self._writer.opening()) if opens else b""

    async def feed(self, events: Iterable[str]) -> tuple[bytes, CorralError | None]:
        """What may be shown now that events of a stream have come, and what is wrong with one that came after that.

        What several of them say in one place is judged at once: a judgement costs more than the text in it, and nothing
        of what is here already is shown later for it.
        """
        answer = self._streamed
        out: list[bytes] = []
        parts: list[Part] = []
        fault: CorralError | None = None
        try:
            for event in events:
                parts.extend(self._read(answer, event))
                if answer.done:
                    break
        except CorralError as error:  # what came before it may be shown
            fault = error
        out.append(self.opened())
        said = together(parts, self._policy.stream.window_chars)
        try:
            for number, part in enumerate(said):
                if answer.due_s == 0:
                    out.append(await self.flush())
                out.append(self._written(await answer.take(part, ends=ended_by(*said[number : number + 2]))))
                choice = answer.choices[part.choice]  # type: ignore[union-attr]
                if choice.ended or choice.stopped:
                    out.append(self._closed(answer, choice))
                if answer.stopped:
                    return b"".join(out), None
        except CorralError as error:
            fault = error
        return b"".join(out), fault

    def _read(self, answer: Answer, event: str) -> Iterable[Part]:
        """Raises:
        UpstreamBroken: it is no event of this dialect.
        """
        if event == "[DONE]":
            answer.done = True
            return ()
        row = parsed(event)
        if not isinstance(row, dict):
            raise UpstreamBroken("the upstream's stream holds an event that is no object")
        return self._said(answer, self.dialect.event_parts(row))

    async def flush(self) -> bytes:
        """Text that has waited for its sentence's end for long enough."""
        return self._written(await self._streamed.flush())

    async def finish(self) -> bytes:
        """The end of a stream.

        Raises:
            UpstreamBroken: it ended before its answer did, and nothing tells what is missing.
        """
        answer, out = self._streamed, [self.opened()]
        if not answer.over:
            raise UpstreamBroken("the upstream's stream ended before its answer did")
        for choice in answer.choices.values():
            out += [self._written(await choice.finish()), self._closed(answer, choice)]
        return b"".join([*out, *self._writer.ending(told(self.standing(), self._policy))])

    @property
    def _streamed(self) -> Answer:
        if self._answer is None:
            self._answer = self._begun(whole=False)
        return self._answer

    def _begun(self, *, whole: bool) -> Answer:
        context = self.asked.exchange.messages
        return Answer(self.dialect, self._pipeline, self._policy, context, self._witness.heard, whole=whole)

    def _said(self, answer: Answer, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts that say something; what the answer tells of itself goes to the writer."""
        for part in parts:
            if isinstance(part, Head):
                self._writer.head = self._writer.head or part.row
            elif isinstance(part, Usage):
                self._writer.usage = {**(self._writer.usage or {}), **part.row} or None
                self._witness.counts(part.row)
            elif isinstance(part, Done):
                answer.done = True
            else:
                yield part

    def _closed(self, answer: Answer, choice: Choice) -> bytes:
        if choice.closed:
            return b""
        choice.closed = True
        if choice.stopped:
            self._witness.cut_off("output")
        return self._written([answer.closed(choice, self.verdict)])

    def _written(self, parts: Iterable[Shown]) -> bytes:
        out: list[bytes] = []
        for part in parts:
            if isinstance(part, Says | Called):
                self._witness.shows()
            out += self._writer.events(part)
        return b"".join(out)


def together(parts: Iterable[Part], max_chars: int) -> list[Part]:
    """The parts, with texts that follow one another in one place as one of at most so many characters."""
    found: list[Part] = []
    run: list[Says] = []
    chars = 0
    for part in parts:
        if not isinstance(part, Says):
            found += [*_joined(run), part]
            run = []
            continue
        chars += len(part.text)
        if run and (part.channel != run[0].channel or part.choice != run[0].choice or chars > max_chars):
            found += _joined(run)
            run = []
        if not run:
            chars = len(part.text)
        run.append(part)
    return [*found, *_joined(run)]


def _joined(run: list[Says]) -> list[Says]:
    if len(run) < 2:
        return run
    first = run[0]
    tokens = tuple(token for part in run for token in part.tokens)
    return [Says(first.choice, first.channel, "".join([part.text for part in run]), tokens)]


def ended_by(part: Part, following: Part | None = None) -> bool:
    """Whether nothing of its block or its choice comes between `part` and its end."""
    return isinstance(part, Says) and isinstance(following, BlockEnd | Ends) and following.choice == part.choice


async def _judged(answer: Answer, index: int, parts: Iterable[Part]) -> list[Shown]:
    shown: list[Shown] = []
    for part in parts:
        shown += await answer.take(part)
    choice = answer.choices[index]
    shown += await choice.finish()
    if choice.stopped:
        choice.shown = False
    return shown


def blocked_reply(dialect: Dialect, policy: Policy, verdict: Verdict) -> Reply:
    """A block as an error, in the dialect's shape."""
    error = {"message": policy.blocked.message, "type": "invalid_request_error", "param": None}
    body = dialect.error({"error": {**error, "code": "content_filter"}})
    return Reply(400, as_json(body | {"corral": told(verdict, policy)}))
