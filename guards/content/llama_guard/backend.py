"""What the guard needs from whoever runs the model: a few greedy tokens, with the likeliest alternatives to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from guards.types import Budget

from .prompt import Prompt
from .score import Position


class Backend(Protocol):
    """Runs a Llama Guard. Implementations raise `GuardError`s; the pipeline handles them."""

    @property
    def revision(self) -> str:
        """Changes with the model that answers, as far as that can be known."""
        ...

    async def complete(self, prompt: Prompt, continuation: str, max_tokens: int, budget: Budget) -> Sequence[Position]:
        """Greedy tokens after ``prompt.text + continuation``, at least one, at most `max_tokens`; stops at end of turn.

        Raises:
            GuardError: the model can't be reached, refused, or answered what can't be read.
        """
        ...

    async def aclose(self) -> None: ...
