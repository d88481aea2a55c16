"""Hazardous content by the embedded model: unsafe or not, and which of Llama Guard 3's hazards S1 to S14."""

from __future__ import annotations

from collections.abc import Sequence

from guards.embedded import CATEGORIES, CATEGORY_NAMES, ROLE_OF_STAGE, ROLES, EmbeddedModel, WindowScores
from guards.types import Budget, Finding, Subject

REPORTED_FROM = 0.05  # a category scored below it is left out of the findings


class ContentGuard:
    """Scores ``unsafe`` for every text, and each hazard category that it gives at least `REPORTED_FROM`.

    A category's score is the probability that the text is unsafe in that way: never above ``unsafe``.
    """

    name = "content"
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
    worst = max(windows, key=lambda window: window.unsafe)
    found = [
        Finding(score=worst.unsafe, category="unsafe", message="hazardous content", span=worst.span, language=language)
    ]
    for category, share in zip(CATEGORIES, worst.categories, strict=True):
        if worst.unsafe * share >= REPORTED_FROM:
            found.append(
                Finding(
                    score=worst.unsafe * share,
                    category=category,
                    message=CATEGORY_NAMES[category],
                    span=worst.span,
                    language=language,
                )
            )
    return found
