"""Llama Guard 3 as a guard: one prefill for the score, and a few more tokens only where something may be wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from guards.text import VERSION, Window, views, windows
from guards.types import Budget, Finding, Stage, Subject

from .backend import Backend
from .prompt import UNSAFE, Template
from .score import CODE_PREFIX, category_probabilities, unsafe_probability

MAX_TOKENS = 4_096  # of a prompt; what the guard's key-value cache costs grows with it
CATEGORIES_FROM = 0.05  # below this probability of `unsafe` nobody is asked which category
LIST_TOKENS = 8  # three codes: "1", ",", "S", "10", ",", "S", "12", end
WINDOW_OVERLAP = 5  # neighbouring windows share a fifth


class LlamaGuard:
    """Scores ``unsafe`` and, where that is at least `CATEGORIES_FROM`, every category that the template lists."""

    name = "content"

    def __init__(self, backend: Backend, template: Template | None = None, *, max_tokens: int = MAX_TOKENS) -> None:
        """`max_tokens` bounds a prompt: earlier turns are dropped first, and a longer turn is judged in windows."""
        self._backend, self._template, self._max_tokens = backend, template or Template(), max_tokens

    @property
    def revision(self) -> str:
        """Of the backend, the template with its categories, and the bound."""
        said = f"{self._template.version}{sorted(self._template.categories.items())}{self._max_tokens}"
        return f"{self._backend.revision}-{hashlib.sha256(said.encode()).hexdigest()[:8]}-{VERSION}"

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """The worst window counts, and is the finding's span.

        Raises:
            GuardError: the model did not answer, or not in its form; that is never "safe".
        """
        view = views(subject.text)[0]  # its own disguises are what a model of this size reads by itself
        room = max(200, self._template.room_for(subject.stage, self._max_tokens))
        worst: list[Finding] = []
        parts = windows(view.text, room, room // WINDOW_OVERLAP)
        for window in parts:
            found = await self._judge(subject, view.text, window, view.span(window.start, window.end), budget)
            if not worst or found[0].score > worst[0].score:
                worst = found
        return worst

    async def aclose(self) -> None:
        await self._backend.aclose()

    async def _judge(
        self, subject: Subject, text: str, window: Window, span: tuple[int, int], budget: Budget
    ) -> list[Finding]:
        part = Subject(
            text[window.start : window.end],
            subject.stage,
            subject.context,
            language=subject.language,
            tool=subject.tool if subject.stage is Stage.TOOL_CALL else None,
        )
        prompt = self._template.write(part, self._max_tokens)
        first = await self._backend.complete(prompt, "", 1, budget)
        unsafe = unsafe_probability(first[0])
        without = f", judged without the first {prompt.dropped} turns" if prompt.dropped else ""

        def finding(score: float, message: str, category: str) -> Finding:
            return Finding(min(1.0, score), message + without, category=category, span=span, language=subject.language)

        found = [finding(unsafe, "hazardous content", "unsafe")]
        if unsafe >= CATEGORIES_FROM:
            codes = tuple(self._template.categories)
            listed = await self._backend.complete(prompt, f"{UNSAFE}\n{CODE_PREFIX}", LIST_TOKENS, budget)
            for code, share in category_probabilities(listed, codes).items():
                if unsafe * share >= CATEGORIES_FROM:
                    words = self._template.categories[code].split(".")[0]
                    found.append(finding(unsafe * share, words, code))
        return found
