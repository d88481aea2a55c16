"""Injection by the embedded model: attacks on the model's instructions, by a user or hidden in third-party text."""

from __future__ import annotations

from collections.abc import Sequence

from guards.embedded import EmbeddedGuard, WindowScores
from guards.types import Finding

MESSAGES = {
    "injection": "instructions that try to override what the model was told to do",
    "jailbreak": "an attempt to talk the model out of its rules",
}


class InjectionGuard(EmbeddedGuard):
    """Scores ``injection`` and ``jailbreak`` for every text.

    The leading label carries the probability that the text is an attack at all, the other one its share of it.
    """

    name = "injection"

    def findings(self, windows: Sequence[WindowScores], language: str | None) -> list[Finding]:
        worst = max(windows, key=lambda window: window.attack)
        shares = {"injection": 1 - worst.jailbreak_share, "jailbreak": worst.jailbreak_share}
        lead = max(shares.values())
        return [
            Finding(worst.attack * share / lead, MESSAGES[label], category=label, span=worst.span, language=language)
            for label, share in shares.items()
        ]
