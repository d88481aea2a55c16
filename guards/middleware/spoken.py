"""A reply in plain text on its way out: what wrappers share that know no API, only words and calls."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterable
from contextlib import aclosing
from dataclasses import dataclass

from ..answer import Answer
from ..call import Nobody
from ..dialects.base import BlockEnd, Called, CallPiece, Ends, Says, Shown
from ..errors import Blocked
from ..pipeline import Pipeline
from ..policy import Policy, redact
from ..subjects import subjects_of
from ..types import Action, Exchange, Message, Stage, Subject, ToolCall, Verdict

TEXT = "text"


@dataclass(frozen=True, slots=True)
class _Plain:
    name: str = "plain text"
    channels: frozenset[str] = frozenset({TEXT})


class Spoken:
    """One reply behind a gate. What comes back from its methods may be shown; when `stopped`, nothing more will."""

    def __init__(
        self, pipeline: Pipeline, policy: Policy, context: tuple[Message, ...] = (), *, whole: bool = False
    ) -> None:
        self._answer = Answer(_Plain(), pipeline, policy, context, Nobody(), whole=whole)
        self._policy = policy
        self.calls: list[ToolCall] = []  # those that may be made, once the reply has ended

    @property
    def stopped(self) -> bool:
        return self._answer.stopped

    @property
    def due_s(self) -> float | None:
        """In how many seconds `flush` is due; None: not before more has come."""
        return self._answer.due_s

    @property
    def verdict(self) -> Verdict | None:
        return self._answer.verdict

    async def says(self, text: str) -> str:
        return self._text(await self._answer.take(Says(0, TEXT, text)))

    async def proposes(self, call: ToolCall) -> None:
        await self._answer.take(CallPiece(0, None, call.id, call.name, call.arguments))

    async def flush(self) -> str:
        """What has waited for its sentence's end for long enough."""
        return self._text(await self._answer.flush())

    async def pauses(self) -> str:
        """All that is held: something else than text comes next."""
        return self._text(await self._answer.take(BlockEnd(0)))

    async def ends(self) -> str:
        """The rest."""
        return self._text(await self._answer.take(Ends(0, None)))

    def blocked(self) -> Blocked:
        """The error for whoever can't be told in another way that the reply was stopped."""
        verdict = self.verdict
        assert verdict is not None, "only a judged reply is stopped"
        return Blocked(self._policy.blocked.message, verdict)

    def _text(self, parts: Iterable[Shown]) -> str:
        parts = list(parts)
        self.calls += [part.call for part in parts if isinstance(part, Called)]
        return "".join(part.text for part in parts if isinstance(part, Says))


async def heard(
    pipeline: Pipeline, policy: Policy, messages: tuple[Message, ...]
) -> tuple[tuple[Message, ...], Verdict]:
    """A prompt's messages as they may be passed on, and the verdict on them.

    Raises:
        Blocked: they may not, or what is redacted can't be taken out of them.
    """
    exchange = Exchange(messages)
    verdict = await pipeline.judge_subjects(subjects_of(exchange, policy), policy)
    redacts = [one for one in verdict.reasons if one.action is Action.REDACT]
    if verdict.action is Action.BLOCK or any(one.index is None or one.stage is Stage.TOOL_CALL for one in redacts):
        raise Blocked(policy.blocked.message, verdict)
    if verdict.action is not Action.REDACT:
        return messages, verdict
    told = tuple(
        Message(
            one.role,
            redact(one.text, [reason for reason in redacts if reason.index == index]),
            one.tool_calls,
            one.name,
        )
        for index, one in enumerate(messages)
    )
    return told, verdict


async def replied(
    pipeline: Pipeline, policy: Policy, text: str, context: tuple[Message, ...] = ()
) -> tuple[str, Verdict]:
    """A whole reply as it may be shown, and the verdict on it.

    Raises:
        Blocked: it may not.
    """
    spoken = Spoken(pipeline, policy, context, whole=True)
    await spoken.says(text)
    shown = await spoken.ends()
    if spoken.stopped:
        raise spoken.blocked()
    verdict = spoken.verdict or await pipeline.judge_subjects([Subject(text, Stage.OUTPUT)], policy)
    return shown, verdict


async def released(
    pipeline: Pipeline, policy: Policy, pieces: AsyncGenerator[str], context: tuple[Message, ...] = ()
) -> AsyncIterator[str]:
    """A streamed reply, released as it is judged.

    Raises:
        Blocked: it was stopped; what was given before is all of it that may be shown.
    """
    spoken = Spoken(pipeline, policy, context)
    async with aclosing(pieces):
        async for piece in pieces:
            if shown := await spoken.says(piece):
                yield shown
            if spoken.stopped:
                raise spoken.blocked()
    if shown := await spoken.ends():
        yield shown
    if spoken.stopped:
        raise spoken.blocked()
