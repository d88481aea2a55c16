"""The latest decisions in memory, and those who watch them come in."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

from guards.errors import Overloaded

AT_ONCE = 200  # rows that a watcher gets in one event
HEARTBEAT_S = 15.0

Row = tuple[int, dict[str, Any]]  # a number that only grows, and the decision log's row


class Feed:
    """A sink of the decision log; bounded by rows, and by watchers."""

    def __init__(self, max_rows: int, max_watchers: int) -> None:
        self._rows: deque[Row] = deque(maxlen=max_rows)
        self._max_watchers = max_watchers
        self._next = 1
        self._lock = threading.Lock()
        self._watchers: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._closed = False

    def write(self, lines: bytes) -> None:
        """Takes rows, on the log's own thread."""
        rows = [json.loads(line) for line in lines.splitlines()]
        with self._lock:
            for row in rows:
                self._rows.append((self._next, row))
                self._next += 1
        self._wake()

    def close(self) -> None:
        self._closed = True
        self._wake()

    def rows(self, after: int = 0) -> list[Row]:
        """The rows that are kept and came after that one, the oldest first."""
        with self._lock:
            return [row for row in self._rows if row[0] > after]

    def row(self, id: str) -> Row | None:
        """The row of a verdict."""
        return next((row for row in reversed(self.rows()) if row[1].get("id") == id), None)

    def watch(self, after: int) -> AsyncIterator[bytes]:
        """Server-sent events: rows as they come, in bounded pieces; who is too slow misses the oldest and is told.

        Raises:
            Overloaded: too many watch already.
        """
        if len(self._watchers) >= self._max_watchers:
            raise Overloaded(f"{self._max_watchers} pages watch already, which is the bound", retry_after_s=10)
        return self._events(after)

    async def _events(self, after: int) -> AsyncIterator[bytes]:
        changed = asyncio.Event()
        entry = (asyncio.get_running_loop(), changed)
        self._watchers.add(entry)  # only now: who is gone before the first event would never be taken off again
        try:
            while not self._closed:
                changed.clear()
                rows = self.rows(after)
                if not rows:
                    try:
                        async with asyncio.timeout(HEARTBEAT_S):
                            await changed.wait()
                    except TimeoutError:
                        yield b": still here\n\n"
                    continue
                missed = max(0, rows[0][0] - after - 1) if after else 0
                rows = rows[:AT_ONCE]
                after = rows[-1][0]
                told = {"rows": [{"at": at, **row} for at, row in rows], "missed": missed}
                yield f"data: {json.dumps(told, separators=(',', ':'))}\n\n".encode()
        finally:
            self._watchers.discard(entry)

    def _wake(self) -> None:
        for loop, changed in list(self._watchers):
            try:
                loop.call_soon_threadsafe(changed.set)
            except RuntimeError:
                self._watchers.discard((loop, changed))  # its loop is closed
