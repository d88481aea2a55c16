"""The vocabulary that every other module speaks: what is judged, what was found, what was decided.

All of it is immutable, so a verdict can be cached, logged and sent between threads without a copy.
Offsets are code points of the *original* text, half open: ``text[start:end]`` is what a finding points at.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol, runtime_checkable

Role = Literal["system", "user", "assistant", "tool"]
ROLES: tuple[Role, ...] = ("system", "user", "assistant", "tool")

Severity = Literal["low", "medium", "high", "critical"]
SEVERITIES: tuple[Severity, ...] = ("low", "medium", "high", "critical")

Treatment = Literal["block", "warn"]


class Stage(StrEnum):
    """Where a text stood when it was judged; the policy gives each stage its guards."""

    INPUT = "input"  # what a user wrote
    DOCUMENT = "document"  # third-party text: tool results, retrieved pages; never judged as if the user had said it
    OUTPUT = "output"  # what the model wrote
    TOOL_CALL = "tool_call"  # a call that the model proposes, arguments included


class Action(StrEnum):
    """What the policy decided, in rising order of force."""

    ALLOW = "allow"
    FLAG = "flag"
    REDACT = "redact"
    BLOCK = "block"

    @property
    def force(self) -> int:
        return _FORCE[self]


_FORCE = {Action.ALLOW: 0, Action.FLAG: 1, Action.REDACT: 2, Action.BLOCK: 3}


class Status(StrEnum):
    """How a guard's run ended; anything but ``done`` is answered for by the policy, never an allow by silence."""

    DONE = "done"
    TIMEOUT = "timeout"
    ERROR = "error"
    SHED = "shed"  # refused before it began: the guard's queue was full
    DEGRADED = "degraded"  # a lower tier's findings stand, because one above it was asked and did not answer
    SKIPPED = "skipped"  # the policy has no such guard at this stage, or an engine was not installed

    @property
    def answered(self) -> bool:
        """Whether the findings are some engine's answer, if not the wanted one's."""
        return self in (Status.DONE, Status.DEGRADED)


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call proposed by the model; `arguments` is the raw text, usually JSON, never parsed here."""

    name: str
    arguments: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation.

    `documents` are the stretches ``text[start:end]``, in order and apart, that somebody else wrote: a page, a file,
    a search result. They are judged as documents, the rest as the role's own words.
    """

    role: Role
    text: str
    tool_calls: tuple[ToolCall, ...] = ()
    name: str | None = None
    documents: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for start, end in self.documents:
            if not at <= start <= end <= len(self.text):
                raise ValueError("documents are stretches of the text, in order and apart")
            at = end


@dataclass(frozen=True, slots=True)
class Subject:
    """The part of an exchange under judgement, and where it stood.

    `context` are the turns before it. `index` is the message's place in the exchange, None for text that
    belongs to none; `place` says where in the request that one stood: ``tools[2]``. `language` is an ISO 639-1 code
    where the caller knows it. `stretches` are where the text stands in its message, as [start, end) pairs that follow
    each other; empty where it is all of it.
    """

    text: str
    stage: Stage
    context: tuple[Message, ...] = ()
    index: int | None = None
    language: str | None = None
    tool: str | None = None  # the tool's name at stage `tool_call`
    stretches: tuple[tuple[int, int], ...] = ()
    place: str | None = None

    def in_message(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where ``text[start:end]`` of this subject stands in its message."""
        if not self.stretches:
            return span
        start, end = span
        first = last = None
        before = 0  # length of the stretches passed
        for begin, stop in self.stretches:
            length = stop - begin
            if first is None and start < before + length:
                first = begin + start - before
            if end <= before + length:
                last = begin + end - before
                break
            before += length
        edge = self.stretches[-1][1]
        first = edge if first is None else first
        return first, max(first, edge if last is None else last)


@dataclass(frozen=True, slots=True)
class Declaration:
    """A tool, or a form that the answer must keep to, as a request declares it.

    `text` is all of it, as a model reads it, and is judged as a document. `prose` are its sentences alone, judged as
    the caller's words: a plain override drowns among a schema's braces and names.
    """

    place: str
    text: str
    prose: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A conversation, in order; the unit that a dialect makes and a pipeline judges.

    `attached` is text that goes to the model with the conversation and belongs to no turn, such as retrieved pages. It
    is judged as a document. `declared` are the tools and schemas that go with it.
    """

    messages: tuple[Message, ...]
    model: str | None = None
    attached: tuple[str, ...] = ()
    declared: tuple[Declaration, ...] = ()

    def subjects(self) -> tuple[Subject, ...]:
        """Every part that somebody outside the operator's control may have written.

        Every user turn counts, not only the last: an attack one turn earlier is still an attack (a findings
        cache makes the earlier ones free). System turns are the operator's own words and are not judged, the
        documents in them are.
        """
        found = [Subject(text, Stage.DOCUMENT) for text in self.attached if text]
        for one in self.declared:
            found.append(Subject(one.text, Stage.DOCUMENT, place=one.place))
            if one.prose:
                found.append(Subject(one.prose, Stage.INPUT, place=one.place))
        for index, message in enumerate(self.messages):
            before = self.messages[:index]
            found.extend(_spoken(message, before, index))
            found.extend(
                Subject(call.arguments, Stage.TOOL_CALL, before, index, tool=call.name) for call in message.tool_calls
            )
        return tuple(found)


def _spoken(message: Message, before: tuple[Message, ...], index: int) -> Iterator[Subject]:
    """A message's text: the role's own words, and each document among them."""
    stage = _STAGE_OF_ROLE.get(message.role)
    if stage is Stage.DOCUMENT or not message.documents:
        if message.text and stage is not None:
            yield Subject(message.text, stage, before, index)
        return
    own, at = [], 0
    for start, end in message.documents:
        if start < end:
            yield Subject(message.text[start:end], Stage.DOCUMENT, before, index, stretches=((start, end),))
        own.append((at, start))
        at = end
    own = [(start, end) for start, end in (*own, (at, len(message.text))) if start < end]
    if own and stage is not None:
        text = "".join(message.text[start:end] for start, end in own)
        yield Subject(text, stage, before, index, stretches=tuple(own))


_STAGE_OF_ROLE = {"user": Stage.INPUT, "tool": Stage.DOCUMENT, "assistant": Stage.OUTPUT}


@dataclass(frozen=True, slots=True)
class Budget:
    """The time a verdict may take, made once at the edge and handed down; nothing below invents a timeout."""

    total_ms: float
    deadline: float  # seconds on the monotonic clock, time.monotonic()

    @classmethod
    def start(cls, total_ms: float) -> Budget:
        if not total_ms > 0:
            raise ValueError(f"a budget needs more than 0 ms, got {total_ms}")
        return cls(total_ms, time.monotonic() + total_ms / 1000)

    @property
    def remaining_ms(self) -> float:
        return max(0.0, (self.deadline - time.monotonic()) * 1000)

    @property
    def expired(self) -> bool:
        return time.monotonic() >= self.deadline


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe rewrite: `replacement` takes the place of the finding's span."""

    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a guard found.

    Exactly one of `category` (a hazard code such as ``S1``, or ``unsafe``, ``injection``, ``jailbreak``) and
    `rule` (a code rule's id) is set. Model guards report every category that they score, low ones too: what
    is high enough is the policy's to say. `score` is a calibrated probability in [0, 1]; a rule's is its
    confidence.
    """

    score: float
    message: str
    category: str | None = None
    rule: str | None = None
    severity: Severity | None = None
    treatment: Treatment | None = None  # what a code rule's author recommends
    cwe: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    language: str | None = None  # of the text (ISO 639-1) or of the code, where the guard knows it
    fix: Fix | None = None

    def __post_init__(self) -> None:
        if (self.category is None) == (self.rule is None):
            raise ValueError("a finding has a category or a rule, and not both")
        if not 0.0 <= self.score <= 1.0:  # refuses NaN as well
            raise ValueError(f"a score lies in [0, 1], got {self.score}")
        if self.span is not None and not 0 <= self.span[0] <= self.span[1]:
            raise ValueError(f"a span is [start, end) with start <= end, got {self.span}")

    @property
    def label(self) -> str:
        """The category or the rule, whichever is set."""
        return self.category or self.rule or ""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one guard on one subject."""

    guard: str
    stage: Stage
    status: Status
    findings: tuple[Finding, ...] = ()
    reason: str | None = None  # why the status is not `done`, in words
    tier: str | None = None  # which engine answered
    revision: str | None = None
    elapsed_ms: float = 0.0
    index: int | None = None  # the subject's message
    cached: bool = False
    place: str | None = None  # the subject's, where it is in no message


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is not an allow: one sentence and where it comes from."""

    action: Action
    guard: str
    text: str  # "injection 0.98 >= 0.90"
    stage: Stage
    index: int | None = None
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The policy's answer.

    `action` is what holds; in monitor mode it never exceeds ``flag`` while `would` says what enforcing had
    done. `reasons` are ordered by force.
    """

    action: Action
    reasons: tuple[Reason, ...] = ()
    reports: tuple[Report, ...] = ()
    policy: str = ""  # name@revision
    elapsed_ms: float = 0.0
    budget_ms: float = 0.0
    id: str = ""
    would: Action = Action.ALLOW

    @property
    def allowed(self) -> bool:
        return self.action in (Action.ALLOW, Action.FLAG)


@runtime_checkable
class Guard(Protocol):
    """Something that finds. It returns findings or raises; lateness and errors are the pipeline's to handle."""

    @property
    def name(self) -> str: ...

    @property
    def revision(self) -> str:
        """Changes whenever the same text could get other findings; part of every cache key."""
        ...

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]: ...


@runtime_checkable
class BatchGuard(Guard, Protocol):
    """A guard that is faster on many subjects at once; what audits use."""

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]: ...


@dataclass(frozen=True, slots=True)
class Tier:
    """One rung: a guard, and the band of scores of the rung below in which this one is asked.

    With `band` None the rung always runs. A rung below is asked first and answers alone where its highest
    score lies outside the band: it is sure.
    """

    name: str
    guard: Guard
    band: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """A guard as the pipeline runs it: tiers, cheapest first."""

    name: str
    tiers: tuple[Tier, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        if not self.tiers:
            raise ValueError(f"ladder {self.name!r} has no tier")

    @classmethod
    def of(cls, guard: Guard, tier: str = "embedded") -> Ladder:
        return cls(guard.name, (Tier(tier, guard),))
