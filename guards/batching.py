"""Micro-batches: what waits while one batch runs goes together into the next.

Nothing waits for a batch to fill, so a lone request is as fast as without a queue; under load batches grow by
themselves. What nobody waits for any more is dropped before it costs anything.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .errors import Expired, GuardError, Overloaded
from .types import Budget

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(slots=True, eq=False)
class _Waiting(Generic[Item, Result]):
    item: Item
    tokens: int
    budget: Budget
    loop: asyncio.AbstractEventLoop
    answer: asyncio.Future[Result]


class Batcher(Generic[Item, Result]):
    """Runs `run` on batches, one at a time, on a thread of its own; serves callers on any number of event loops."""

    def __init__(
        self,
        run: Callable[[Sequence[Item]], Sequence[Result]],
        tokens_of: Callable[[Item], int],
        *,
        max_batch_tokens: int,
        max_pending_tokens: int,
        name: str = "batcher",
    ) -> None:
        """A batch's cost is its longest item times its number of items, padding included: at most `max_batch_tokens`
        (a single item may be longer). `max_pending_tokens` bounds what waits.
        """
        self._run, self._tokens_of = run, tokens_of
        self._max_batch, self._max_pending = max_batch_tokens, max_pending_tokens
        self._name = name
        self._waiting: list[_Waiting[Item, Result]] = []
        self._pending = 0
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def pending_tokens(self) -> int:
        """Tokens that wait, the running batch not counted."""
        return self._pending

    async def submit(self, items: Sequence[Item], budget: Budget) -> list[Result]:
        """The results of `items`, in order; all of them are accepted, or none.

        Raises:
            Overloaded: they don't fit into the queue.
            Expired: the budget ran out before their turn came.
        """
        loop = asyncio.get_running_loop()
        entries = [
            _Waiting(item, self._tokens_of(item), budget, loop, loop.create_future())
            for item in items
        ]  # fmt: skip
        wanted = sum(entry.tokens for entry in entries)
        with self._changed:
            if self._closed:
                raise Overloaded(f"{self._name} is closed")
            if self._pending and self._pending + wanted > self._max_pending:
                raise Overloaded(f"{self._name}: {self._pending} tokens wait already, the bound is {self._max_pending}")
            self._pending += wanted
            self._waiting += entries
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name=f"corral-{self._name}", daemon=True)
                self._thread.start()
            self._changed.notify()
        answers = await asyncio.gather(*(entry.answer for entry in entries), return_exceptions=True)
        results: list[Result] = []
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
            results.append(answer)
        return results

    def close(self) -> None:
        """Ends the thread after the batch at work; what still waits is told that it expired."""
        with self._changed:
            self._closed = True
            self._changed.notify()

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._waiting and not self._closed:
                    self._changed.wait()
                dropped = [entry for entry in self._waiting if self._closed or entry.budget.expired]
                live = [entry for entry in self._waiting if not (self._closed or entry.budget.expired)]
                batch = self._next(live)
                self._waiting = [entry for entry in live if entry not in batch]
                self._pending = sum(entry.tokens for entry in self._waiting)
                closed = self._closed
            for entry in dropped:
                _settle(entry, Expired(f"{self._name}: no turn came before the deadline"))
            if batch:
                self._answer(batch)
            if closed:
                return

    def _next(self, live: Sequence[_Waiting[Item, Result]]) -> list[_Waiting[Item, Result]]:
        """The most urgent item, and those most like it in length that fit beside it."""
        if not live:
            return []
        urgent = min(live, key=lambda entry: entry.budget.deadline)
        batch, longest = [urgent], urgent.tokens
        for entry in sorted(live, key=lambda entry: abs(entry.tokens - urgent.tokens)):
            if entry is urgent:
                continue
            widest = max(longest, entry.tokens)
            if widest * (len(batch) + 1) > self._max_batch:
                break
            batch.append(entry)
            longest = widest
        return batch

    def _answer(self, batch: Sequence[_Waiting[Item, Result]]) -> None:
        try:
            results = self._run([entry.item for entry in batch])
            if len(results) != len(batch):
                raise GuardError(f"{self._name}: {len(results)} results for {len(batch)} items")
        except Exception as error:
            for entry in batch:
                _settle(entry, error)
            return
        for entry, result in zip(batch, results, strict=True):
            _settle(entry, result)


def _settle(entry: _Waiting[Item, Result], outcome: Result | Exception) -> None:
    """Hands the outcome over on the caller's own loop, if that still runs."""

    def on_loop() -> None:
        if entry.answer.done():
            return
        if isinstance(outcome, Exception):
            entry.answer.set_exception(outcome)
        else:
            entry.answer.set_result(outcome)

    try:
        entry.loop.call_soon_threadsafe(on_loop)
    except RuntimeError:
        return  # the caller's loop is closed: nobody waits
