"""What the guards on the embedded model share: they ask the same model, and differ in what they read off its scores."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from guards.types import Budget, Finding, Subject

from .engine import WindowScores
from .labels import ROLE_OF_STAGE, ROLES
from .model import EmbeddedModel


class EmbeddedGuard(ABC):
    """A guard on the embedded model; one text's run serves every such guard."""

    name: str
    context_free = True

    def __init__(self, model: EmbeddedModel | None = None) -> None:
        """Raises:
        ModelError: the model that ships is damaged.
        """
        self._model = model or EmbeddedModel.load()

    @property
    def revision(self) -> str:
        return self._model.revision

    @property
    def engine(self) -> EmbeddedModel:
        """What this guard shares with others, and the thread with it; see `Pipeline`."""
        return self._model

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """What the model sees in one subject."""
        return self.findings(self._model.judge(subject.text, _role(subject)), subject.language)

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        """`check`, batched."""
        scored = self._model.judge_many([(subject.text, _role(subject)) for subject in subjects])
        return [self.findings(scores, subject.language) for scores, subject in zip(scored, subjects, strict=True)]

    def prepare(self, subjects: Sequence[Subject]) -> None:
        """Runs the model on many subjects ahead of the questions about them; see `EmbeddedModel.prepare`."""
        self._model.prepare([(subject.text, _role(subject)) for subject in subjects])

    @abstractmethod
    def findings(self, windows: Sequence[WindowScores], language: str | None) -> list[Finding]:
        """Findings from the scores of a text's windows; the worst one counts and is the finding's span."""


def _role(subject: Subject) -> str:
    return ROLES[ROLE_OF_STAGE[subject.stage]]
