"""Hazardous content by the embedded model: unsafe or not, and which of Llama Guard 3's hazards S1 to S14."""

from __future__ import annotations

from collections.abc import Sequence

from guards.embedded import CATEGORIES, CATEGORY_NAMES, EmbeddedGuard, WindowScores
from guards.types import Finding

REPORTED_FROM = 0.05  # a category scored below it is left out of the findings


class ContentGuard(EmbeddedGuard):
    """Scores ``unsafe`` for every text, and each hazard category that it gives at least `REPORTED_FROM`.

    A category's score is the probability that the text is unsafe in that way: never above ``unsafe``.
    """

    name = "content"

    def findings(self, windows: Sequence[WindowScores], language: str | None) -> list[Finding]:
        worst = max(windows, key=lambda window: window.unsafe)
        scores = {category: worst.unsafe * share for category, share in zip(CATEGORIES, worst.categories, strict=True)}
        found = [Finding(worst.unsafe, "hazardous content", category="unsafe", span=worst.span, language=language)]
        found += [
            Finding(score, CATEGORY_NAMES[category], category=category, span=worst.span, language=language)
            for category, score in scores.items()
            if score >= REPORTED_FROM
        ]
        return found
