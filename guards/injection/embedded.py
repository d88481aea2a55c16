"""Injection by the embedded model: attacks on the model's instructions, by a user or hidden in third-party text."""

from __future__ import annotations

from collections.abc import Sequence

from guards.embedded import ROLE_OF_STAGE, ROLES, EmbeddedModel, WindowScores
from guards.types import Budget, Finding, Subject


class InjectionGuard:
    """Scores ``injection`` and ``jailbreak`` for every text; the worst window counts and is the finding's span.

    The leading label carries the probability that the text is an attack at all, the other one its share of it.
    """

    name = "injection"
    context_free = True

    def __init__(self, model: EmbeddedModel | None = None) -> None:
        """Raises:
        ModelError: the model that ships is damaged.
        """
        self._model = model or EmbeddedModel.load()

    @property
    def revision(self) -> str:
        return self._model.revision

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        return _findings(self._model.judge(subject.text, ROLES[ROLE_OF_STAGE[subject.stage]]), subject.language)

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        pairs = [(subject.text, ROLES[ROLE_OF_STAGE[subject.stage]]) for subject in subjects]
        scored = self._model.judge_many(pairs)
        return [_findings(scores, subject.language) for scores, subject in zip(scored, subjects, strict=True)]


def _findings(windows: Sequence[WindowScores], language: str | None) -> list[Finding]:
    worst = max(windows, key=lambda window: window.attack)
    share = worst.jailbreak_share
    lead = max(share, 1 - share)
    jailbreak, injection = worst.attack * share / lead, worst.attack * (1 - share) / lead
    return [
        Finding(
            score=injection,
            category="injection",
            message="instructions that try to override what the model was told to do",
            span=worst.span,
            language=language,
        ),
        Finding(
            score=jailbreak,
            category="jailbreak",
            message="an attempt to talk the model out of its rules",
            span=worst.span,
            language=language,
        ),
    ]
