"""Prompt Guard as a guard: which label counts depends on who wrote the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guards.batching import Batcher
from guards.types import Budget, Finding, Stage, Subject

from .model import Floats, Piece, PromptGuardModel

MAX_BATCH_TOKENS = 1_024  # on CPUs a larger batch gains nothing and makes the next one wait
MAX_PENDING_TOKENS = 64 * 1_024

MESSAGES = {
    "injection": "instructions in third-party text",
    "jailbreak": "an attempt to talk the model out of its rules",
}


class PromptGuard:
    """Scores ``jailbreak`` for what a user wrote, and ``injection`` for third-party text.

    Three labels (Prompt Guard): a user's text is judged by JAILBREAK alone, since instructions are what users write;
    third-party text by INJECTION and JAILBREAK together. Two labels (Prompt Guard 2): MALICIOUS, for both.
    The worst window counts, and is the finding's span.

    Source: the Prompt Guard model card's description of the labels.
    """

    name = "injection"
    context_free = True

    def __init__(self, model: PromptGuardModel | Path, *, max_pending_tokens: int = MAX_PENDING_TOKENS) -> None:
        """Raises:
        ModelError: the exported model is absent or altered.
        """
        self._model = model if isinstance(model, PromptGuardModel) else PromptGuardModel(model)
        self._batcher: Batcher[Piece, Floats] = Batcher(
            lambda pieces: list(self._model.probabilities(pieces)),
            lambda piece: len(piece.ids),
            max_batch_tokens=MAX_BATCH_TOKENS,
            max_pending_tokens=max_pending_tokens,
            name="prompt-guard",
        )

    @property
    def revision(self) -> str:
        return self._model.revision

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """One finding: the label that counts for this kind of text, at its worst window."""
        pieces = self._model.pieces(subject.text)
        return self._findings(subject, pieces, await self._batcher.submit(pieces, budget))

    async def aclose(self) -> None:
        self._batcher.close()

    def _findings(self, subject: Subject, pieces: Sequence[Piece], rows: Sequence[Floats]) -> list[Finding]:
        category = "jailbreak" if subject.stage is Stage.INPUT else "injection"
        scores = [self._score(row, category) for row in rows]
        worst = max(range(len(scores)), key=scores.__getitem__)
        span = pieces[worst].span
        return [Finding(scores[worst], MESSAGES[category], category=category, span=span, language=subject.language)]

    def _score(self, row: Floats, category: str) -> float:
        by_label = dict(zip(self._model.labels, map(float, row), strict=True))
        if "malicious" in by_label:
            score = by_label["malicious"]
        elif category == "jailbreak":
            score = by_label["jailbreak"]
        else:
            score = by_label["injection"] + by_label["jailbreak"]
        return min(1.0, score)
