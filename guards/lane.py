"""A lane: one thread with an event loop of its own, on which one guard runs.

A guard that blocks its thread, or burns it, holds up nothing but its own lane: neither the server's loop nor
another guard. Nobody ever joins a lane at work: it is left behind at the deadline and frees its permit when it is done.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

Work = Callable[[], Coroutine[Any, Any, None]]


class Lane:
    """Runs work in the order offered; at most `max_pending` pieces are accepted and not yet finished."""

    def __init__(self, name: str, max_pending: int) -> None:
        self._name, self._max_pending = name, max_pending
        self._pending = 0
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._release: Work | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def pending(self) -> int:
        return self._pending

    def offer(self, work: Work, permits: int = 1) -> bool:
        """Takes `work`, or returns False when it would exceed the bound (a lane that is idle takes any size)."""
        with self._lock:
            if self._pending and self._pending + permits > self._max_pending:
                return False
            self._pending += permits
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(target=self._run, args=(self._loop,), name=f"corral-{self._name}", daemon=True).start()
            loop = self._loop
        loop.call_soon_threadsafe(self._begin, work, permits)
        return True

    def close(self, release: Work | None = None) -> None:
        """Lets the thread end once it is idle; never waits for it. `release` is the last thing that it runs."""
        with self._lock:
            loop, self._loop, self._release = self._loop, None, release
        if loop is not None:
            loop.call_soon_threadsafe(loop.stop)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            for task in asyncio.all_tasks(loop):
                task.cancel()
            loop.run_until_complete(asyncio.sleep(0))
            if self._release is not None:
                loop.run_until_complete(self._release())
            loop.close()

    def _begin(self, work: Work, permits: int) -> None:
        task = asyncio.ensure_future(work())
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._end(done, permits))

    def _end(self, task: asyncio.Task[None], permits: int) -> None:
        self._tasks.discard(task)
        with self._lock:
            self._pending -= permits
