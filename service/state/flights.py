"""Questions of many requests in one round trip: what comes while one is under way goes with the next.

At low load a question leaves at once. At high load a trip carries many, so that neither connections nor the work a trip
costs grow with the load, and a request waits for two trips at most.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from .link import Away

Q = TypeVar("Q")
A = TypeVar("A")

MAX_QUESTIONS = 256  # in one trip


class Flights(Generic[Q, A]):
    """Asks `many` about several questions at a time; for one event loop."""

    def __init__(self, many: Callable[[Sequence[Q]], Awaitable[Sequence[A]]]) -> None:
        self._many = many
        self._waiting: deque[tuple[Q, asyncio.Future[A]]] = deque()
        self._trip: asyncio.Task[None] | None = None

    async def ask(self, question: Q) -> A:
        """
        Raises:
            Away: the trip that the question went with did not come back.
        """
        answer: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._waiting.append((question, answer))
        if self._trip is None:
            self._trip = asyncio.ensure_future(self._run())
        return await answer

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch = [self._waiting.popleft() for _ in range(min(MAX_QUESTIONS, len(self._waiting)))]
                batch = [
                    (question, answer) for question, answer in batch if not answer.done()
                ]  # who left is not asked for
                if batch:
                    await self._flown(batch)
        finally:
            self._trip = None

    async def _flown(self, batch: list[tuple[Q, asyncio.Future[A]]]) -> None:
        found: Sequence[A] = ()
        error: BaseException | None = None
        try:
            found = await self._many([question for question, _ in batch])
        except Away as away:
            error = away
        except asyncio.CancelledError:
            error = Away("the proxy ends")
            raise
        finally:
            for at, (_, answer) in enumerate(batch):
                if answer.done():
                    continue
                if error is None and at < len(found):
                    answer.set_result(found[at])
                else:
                    answer.set_exception(error or Away("no answer"))
