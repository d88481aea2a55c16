"""What is written to Redis behind a request's back: a bounded queue that any thread fills and one task empties."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from .link import Away, Link

T = TypeVar("T")

Lost = Callable[[int], None]

BATCH = 256


class Outbox(Generic[T]):
    """Keeps at most `max_bytes`, the newest ones; what it loses it tells `lost`."""

    def __init__(
        self, link: Link, send: Callable[[Sequence[T]], Awaitable[None]], *, max_bytes: int, keep: bool, lost: Lost
    ) -> None:
        """`keep`: what could not be sent waits until Redis is back; else it is of no use by then and dropped."""
        self._link, self._send, self._max_bytes, self._keep, self._lost = link, send, max_bytes, keep, lost
        self._items: deque[tuple[int, T]] = deque()
        self._bytes = 0
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._filled = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        return len(self._items)

    def offer(self, item: T, size: int) -> None:
        """Takes `item`; never waits."""
        with self._lock:
            first = not self._items
            self._items.append((size, item))
            self._bytes += size
            dropped = self._bounded()
            loop = self._loop
        if dropped:
            self._lost(dropped)
        if first and loop is not None:
            try:
                loop.call_soon_threadsafe(self._filled.set)
            except RuntimeError:
                self._lost(1)  # the server's loop has ended

    def start(self) -> None:
        with self._lock:
            self._loop = asyncio.get_running_loop()
        self._task = asyncio.ensure_future(self._run())
        self._filled.set()

    async def close(self, within_s: float = 1.0) -> None:
        """Sends what there is, if that goes quickly."""
        if self._task is None:
            return
        try:
            async with asyncio.timeout(within_s):
                while self._items and await self._sent():
                    pass
        except TimeoutError:
            pass
        self._task.cancel()
        await asyncio.wait([self._task])
        if self._items:
            self._lost(len(self._items))

    async def _run(self) -> None:
        while True:
            await self._filled.wait()
            self._filled.clear()
            while self._items:
                if not await self._sent() and self._keep:
                    await self._link.usable()

    async def _sent(self) -> bool:
        with self._lock:
            batch = [self._items.popleft() for _ in range(min(BATCH, len(self._items)))]
            self._bytes -= sum(size for size, _ in batch)
        try:
            await self._send([item for _, item in batch])
        except Away:
            self._unsent(batch)
            return False
        except asyncio.CancelledError:
            self._unsent(batch)
            raise
        return True

    def _unsent(self, batch: list[tuple[int, T]]) -> None:
        if not self._keep:
            self._lost(len(batch))
            return
        with self._lock:
            self._items.extendleft(reversed(batch))
            self._bytes += sum(size for size, _ in batch)
            dropped = self._bounded()
        if dropped:
            self._lost(dropped)

    def _bounded(self) -> int:
        dropped = 0
        while self._bytes > self._max_bytes:
            size, _ = self._items.popleft()
            self._bytes -= size
            dropped += 1
        return dropped
