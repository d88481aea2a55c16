"""A model's answer on its way to the client: each channel's text behind a gate, calls held until they are whole.

Streamed or whole, an answer goes the same way: parts that a dialect read come in, judged parts come out. What comes
out is all that a dialect's writer ever sees.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Protocol

from .dialects.base import (
    BlockEnd,
    Called,
    CallPiece,
    Closed,
    Ends,
    Part,
    Says,
    Shown,
    Token,
    name_like,
)
from .dialects.fields import Json
from .errors import UpstreamBroken
from .pipeline import Pipeline
from .policy import Policy, redact
from .stream import Gate, Release
from .subjects import written_calls
from .types import Action, Message, Stage, Subject, ToolCall, Verdict
from .wire import verdict_json

MAX_CHOICES = 128
MAX_CALLS = 128
MAX_CALL_CHARS = 1_000_000


class Heard(Protocol):
    """Who is told what an answer says, judged or not."""

    def add(self, stage: Stage, place: object, text: str) -> None: ...


class Channels(Protocol):
    """Where text can stand in an answer: a dialect, or whatever else says so."""

    @property
    def name(self) -> str: ...
    @property
    def channels(self) -> frozenset[str]: ...


class Answer:
    """The choices of one answer."""

    def __init__(
        self,
        dialect: Channels,
        pipeline: Pipeline,
        policy: Policy,
        context: tuple[Message, ...],
        heard: Heard,
        *,
        whole: bool = False,
    ) -> None:
        """`heard` is told every text as it comes. `whole`: nothing is released before a block, or the answer, ends."""
        self._dialect, self._pipeline, self._policy, self._context = dialect, pipeline, policy, context
        self.whole, self.heard = whole, heard
        self.choices: dict[int, Choice] = {}
        self.done = False  # the upstream has said its last
        self._standing: tuple[Verdict, Verdict | None, Verdict] | None = None  # asked for again and again
        self.top_logprobs = "top_logprobs" in policy.pass_fields

    @property
    def stopped(self) -> bool:
        """Whether nothing more will be shown."""
        return bool(self.choices) and all(choice.stopped for choice in self.choices.values())

    @property
    def over(self) -> bool:
        """Whether it is whole: the upstream has said so, of all of it or of each choice."""
        return self.done or (bool(self.choices) and all(one.ended or one.stopped for one in self.choices.values()))

    @property
    def verdict(self) -> Verdict | None:
        """All choices' verdicts as one; None before anything was judged."""
        return joined(*(choice.verdict for choice in self.choices.values()))

    @property
    def due_s(self) -> float | None:
        """In how many seconds `flush` is due; None: not before more has come."""
        due = [choice.due_s for choice in self.choices.values()]
        return min((one for one in due if one is not None), default=None)

    async def take(self, part: Part, *, ends: bool = False) -> list[Shown]:
        """What may be shown now that `part` has come; `ends`: its end is here as well, and taken next.

        Raises:
            UpstreamBroken: the upstream sent more than any answer holds, or text in a channel that its dialect has not.
        """
        if not isinstance(part, Says | CallPiece | BlockEnd | Ends):
            return []
        if isinstance(part, Says) and part.channel not in self._dialect.channels:
            raise UpstreamBroken(f"{self._dialect.name} has no channel {part.channel}")
        if part.choice not in self.choices:
            if len(self.choices) >= MAX_CHOICES:
                raise UpstreamBroken(f"the upstream's answer has more than {MAX_CHOICES} choices")
            self.choices[part.choice] = Choice(part.choice, self)
        return await self.choices[part.choice].take(part, ends=ends)

    async def flush(self) -> list[Shown]:
        """Shows what has waited for its sentence's end for long enough."""
        return [shown for choice in self.choices.values() for shown in await choice.flush()]

    def subject(self, text: str, stage: Stage = Stage.OUTPUT, tool: str | None = None) -> Subject:
        return Subject(text, stage, self._context, len(self._context), tool=tool)

    async def judge(self, *subjects: Subject) -> Verdict:
        return await self._pipeline.judge_subjects(subjects, self._policy)

    def gate(self) -> Gate:
        async def judge(text: str) -> Verdict:
            output = self.subject(text)
            return await self.judge(output, *written_calls(output))

        rules = self._policy.stream
        if self._policy.mode == "monitor":
            rules = rules.model_copy(update={"on_late": "release-flagged"})
        notes = None if self._policy.mode == "monitor" else self._policy.notes
        whole_code = self._policy.withholds(Stage.OUTPUT, "code")
        return Gate(judge, rules, whole=self.whole, whole_code=whole_code, notes=notes)

    def standing(self, input_verdict: Verdict, said: Verdict | None) -> Verdict:
        """The verdict on the input and on what was `said`, as one."""
        known = self._standing
        if known is None or known[0] is not input_verdict or known[1] is not said:
            known = self._standing = (input_verdict, said, stronger(input_verdict, said))
        return known[2]

    def closed(self, choice: Choice, input_verdict: Verdict) -> Closed:
        """The last part of `choice`, with what its client is told."""
        verdict = self.standing(input_verdict, choice.verdict)
        message = self._policy.blocked.message if choice.stopped and not choice.shown else None
        return Closed(choice.index, choice.reason, choice.stopped, message, told(verdict, self._policy))


class Choice:
    """One choice of an answer."""

    def __init__(self, index: int, answer: Answer) -> None:
        self.index = index
        self._answer = answer
        self._gates: dict[str, Gate] = {}
        self._tokens: dict[str, SpokenTokens] = {}
        self._calls: dict[int | str, CallPiece] = {}
        self._call_verdicts: list[Verdict] = []
        self.reason: str | None = None
        self.ended = self.closed = self.shown = False
        self.stopped = False  # nothing more of it will be shown

    @property
    def due_s(self) -> float | None:
        due = [gate.due_s for gate in self._gates.values()] if not self.ended and not self.stopped else []
        return min((one for one in due if one is not None), default=None)

    @property
    def verdict(self) -> Verdict | None:
        return joined(*(gate.verdict for gate in self._gates.values()), *self._call_verdicts)

    async def take(self, part: Says | CallPiece | BlockEnd | Ends, *, ends: bool = False) -> list[Shown]:
        """What of this choice may be shown now; text whose end `ends` it is judged with that."""
        out: list[Shown] = []
        if self.ended or self.stopped:
            return out
        if isinstance(part, Says):
            out += await self._says(part, ends)
        elif isinstance(part, CallPiece):
            self._add(part)
        else:
            if isinstance(part, Ends):
                self.reason = part.reason
            out += await self.finish(last=isinstance(part, Ends))
            if isinstance(part, BlockEnd) and not self.stopped:
                out.append(part)
        return out

    async def flush(self) -> list[Shown]:
        """Text has waited for its sentence's end for long enough."""
        out: list[Shown] = []
        for channel, gate in self._gates.items():
            if not self.ended and not self.stopped and gate.due_s == 0:
                out += self._released(channel, await gate.flush())
        return out

    async def finish(self, *, last: bool = True) -> list[Shown]:
        """The rest, judged; calls last."""
        out: list[Shown] = []
        if self.ended:
            return out
        for channel, gate in self._gates.items():
            if not self.stopped:
                out += self._released(channel, await gate.finish(last=last))
        if self._calls and not self.stopped:
            out += await self._judged_calls()
        self.ended = last
        return [] if self._answer.whole and self.stopped else out

    async def _says(self, part: Says, ends: bool) -> list[Shown]:
        gate, first = self._gates.get(part.channel), part.channel not in self._gates
        if gate is None:
            gate = self._gates[part.channel] = self._answer.gate()
        if part.tokens and part.channel not in self._tokens:
            self._tokens[part.channel] = SpokenTokens(self._answer.top_logprobs, whole=first)
        if part.channel in self._tokens:
            self._tokens[part.channel].take(part.text, part.tokens)
        if not part.text:
            return []
        self._answer.heard.add(Stage.OUTPUT, (self.index, part.channel), part.text)
        if self._answer.whole or ends:
            gate.hold(part.text)
            return []
        return self._released(part.channel, await gate.feed(part.text))

    def _released(self, channel: str, release: Release) -> list[Shown]:
        self.stopped = self.stopped or release.stopped
        if not release.original and not release.text:
            return []
        self.shown = True
        tokens: tuple[Token, ...] = ()
        if channel in self._tokens:
            tokens = self._tokens[channel].released(release.original, shown=release.text == release.original)
        return [Says(self.index, channel, release.text, tokens)]

    def _add(self, piece: CallPiece) -> None:
        key = f"whole {len(self._calls)}" if piece.key is None else piece.key
        known = self._calls.get(key)
        if known is not None:
            arguments = known.arguments + piece.arguments
            piece = replace(known, id=known.id or piece.id, name=known.name + piece.name, arguments=arguments)
        elif len(self._calls) >= MAX_CALLS:
            raise UpstreamBroken(f"the upstream's answer has more than {MAX_CALLS} tool calls")
        if len(piece.arguments) > MAX_CALL_CHARS:
            raise UpstreamBroken("the upstream's answer has a tool call that is far too long")
        self._calls[key] = piece

    async def _judged_calls(self) -> list[Shown]:
        pieces, self._calls = list(self._calls.values()), {}
        if nameless := [piece for piece in pieces if name_like(piece.name) is None]:
            raise UpstreamBroken(f"the upstream proposes {len(nameless)} tool calls without a usable name")
        for number, piece in enumerate(pieces):
            self._answer.heard.add(Stage.TOOL_CALL, (self.index, len(self._call_verdicts) + number), piece.arguments)
        subjects = [self._answer.subject(piece.arguments, Stage.TOOL_CALL, piece.name) for piece in pieces]
        verdicts = await asyncio.gather(*(self._answer.judge(subject) for subject in subjects))
        self._call_verdicts += verdicts
        out: list[Shown] = []
        for piece, verdict in zip(pieces, verdicts, strict=True):
            arguments = _redacted_arguments(piece.arguments, verdict)
            if verdict.action is Action.BLOCK or arguments is None:
                self.stopped = True
                return []
            out.append(Called(self.index, ToolCall(piece.name, arguments, piece.id)))
        self.shown = True
        return out


class SpokenTokens:
    """The log probabilities of a channel's tokens: each is shown once the text that it stands for was, or never.

    Tokens that don't spell the text are not what was judged: from the first such token on, none is shown. One that
    stands for redacted text, or reaches into it, is never shown. What a model might have said instead (`top`) is judged
    by nobody, and shown only where the policy passes it.
    """

    def __init__(self, top: bool, *, whole: bool) -> None:
        """`whole`: no text came before them that they don't spell."""
        self._top = top
        self._waiting: deque[tuple[int, Token]] = deque()  # the byte at which each ends, in the channel
        self._text = bytearray()  # from `_checked` on
        self._spelled = bytearray()
        self._checked = self._end = self._shown = 0
        self._hidden = 0  # up to where the last redacted text reached
        self._agree = whole

    def take(self, text: str, tokens: Iterable[Token]) -> None:
        self._text += text.encode("utf-8", "surrogatepass")
        for token in tokens:
            self._spelled += token.raw
            self._end += len(token.raw)
            self._waiting.append((self._end, token))
        both = min(len(self._text), len(self._spelled))
        self._agree = self._agree and self._text[:both] == self._spelled[:both]
        del self._text[:both], self._spelled[:both]
        self._checked += both

    def released(self, text: str, *, shown: bool) -> tuple[Token, ...]:
        """The tokens that `text`, which is the next to be released, is made of; none if it was redacted."""
        self._shown += len(text.encode("utf-8", "surrogatepass"))
        if not shown:
            self._hidden = self._shown
        found = []
        while self._waiting and self._waiting[0][0] <= min(self._shown, self._checked):
            end, token = self._waiting.popleft()
            if end - len(token.raw) >= self._hidden:
                found.append(token)
        if not self._agree:
            return ()
        return tuple(replace(token, text=_spelled(token), top=token.top if self._top else ()) for token in found)


def _spelled(token: Token) -> str:
    """What a token's bytes spell: they were judged, whatever its name says."""
    return token.text if token.text.encode("utf-8", "replace") == token.raw else token.raw.decode("utf-8", "replace")


def _redacted_arguments(arguments: str, verdict: Verdict) -> str | None:
    """A call's arguments without what is redacted; None where they could not be read any more."""
    if verdict.action is not Action.REDACT:
        return arguments
    redacted = redact(arguments, verdict.reasons)
    return redacted if _is_json(redacted) or not _is_json(arguments) else None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def told(verdict: Verdict, policy: Policy) -> dict[str, Any]:
    """What the client is told of a verdict: why, unless the policy keeps it to itself."""
    row: Json = verdict_json(verdict, reports=False)
    if not policy.blocked.explain:
        row["reasons"] = []
    return row


def stronger(one: Verdict, other: Verdict | None) -> Verdict:
    """The stronger verdict, with the reasons of both and the time of both."""
    if other is None:
        return one
    strong = other if other.action.force >= one.action.force else one
    reasons = sorted((*one.reasons, *other.reasons), key=lambda reason: -reason.action.force)
    return replace(
        strong,
        would=max(one.would, other.would, key=lambda action: action.force),
        reasons=tuple(reasons),
        reports=(*one.reports, *other.reports),
        elapsed_ms=one.elapsed_ms + other.elapsed_ms,
    )


def joined(*verdicts: Verdict | None) -> Verdict | None:
    """All of them as one; None where there is none."""
    found: Verdict | None = None
    for verdict in verdicts:
        if verdict is not None:
            found = verdict if found is None else stronger(found, verdict)
    return found
