"""Lanes: threads with an event loop of their own, on which guards run.

A guard that blocks its thread, or burns it, holds up nothing but its own lane: neither the server's loop nor
another guard. Nobody ever joins a lane at work: it is left behind at the deadline and frees its permit when it is done.
Waking a loop from another thread costs a system call and a change of threads, so it is done once for all that waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

Work = Callable[[], Coroutine[Any, Any, None]]


class Bell:
    """Has callbacks run on a loop, from whatever thread they come."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._lock = threading.Lock()
        self._waiting: list[Callable[[], None]] = []
        self._rung = False

    def add(self, callback: Callable[[], None]) -> None:
        """Has `callback` run after the next ring."""
        with self._lock:
            self._waiting.append(callback)

    def ring(self) -> None:
        """Wakes the loop, unless it was rung for and has not come yet.

        Raises:
            RuntimeError: the loop is closed.
        """
        with self._lock:
            if self._rung or not self._waiting:
                return
            self._rung = True
        self.loop.call_soon_threadsafe(self._come)

    def _come(self) -> None:
        with self._lock:
            waiting, self._waiting, self._rung = self._waiting, [], False
        for callback in waiting:
            callback()


_bells: WeakKeyDictionary[asyncio.AbstractEventLoop, Bell] = WeakKeyDictionary()
_bells_lock = threading.Lock()


def bell_of(loop: asyncio.AbstractEventLoop) -> Bell:
    """The one bell of `loop`."""
    with _bells_lock:
        bell = _bells.get(loop)
        if bell is None:
            bell = _bells[loop] = Bell(loop)
        return bell


class LaneThread:
    """One thread and its loop, begun when there is work."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._bell: Bell | None = None
        self._releases: tuple[Work, ...] = ()
        self._tasks: set[asyncio.Task[None]] = set()

    def add(self, work: Work, done: Callable[[], None]) -> None:
        """Takes `work`, to be begun after the next `wake`; `done` is called on the thread when it has ended."""
        with self._lock:
            if self._bell is None:
                self._bell = Bell(asyncio.new_event_loop())
                loop = self._bell.loop
                threading.Thread(target=self._run, args=(loop,), name=f"corral-{self._name}", daemon=True).start()
            self._bell.add(partial(self._begin, work, done))

    def wake(self) -> None:
        with self._lock:
            bell = self._bell
        if bell is not None:
            bell.ring()

    def close(self, releases: Iterable[Work] = ()) -> None:
        """Lets the thread end once it is idle; never waits for it. `releases` are the last things that it runs."""
        with self._lock:
            bell, self._bell, self._releases = self._bell, None, tuple(releases)
        if bell is not None:
            bell.loop.call_soon_threadsafe(bell.loop.stop)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            for task in asyncio.all_tasks(loop):
                task.cancel()
            loop.run_until_complete(asyncio.sleep(0))
            for release in self._releases:
                loop.run_until_complete(release())
            loop.close()

    def _begin(self, work: Work, done: Callable[[], None]) -> None:
        task = asyncio.ensure_future(work())
        self._tasks.add(task)
        task.add_done_callback(partial(self._end, done))

    def _end(self, done: Callable[[], None], task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        done()


class Lane:
    """One guard's way onto a thread: in the order offered, and at most `max_pending` pieces not yet finished."""

    def __init__(self, thread: LaneThread, max_pending: int) -> None:
        self.thread, self._max_pending = thread, max_pending
        self._pending = 0
        self._lock = threading.Lock()

    @property
    def pending(self) -> int:
        return self._pending

    def offer(self, work: Work, permits: int = 1) -> bool:
        """Takes `work`, or returns False when it would exceed the bound (a lane that is idle takes any size).

        It is begun once somebody wakes the thread.
        """
        with self._lock:
            if self._pending and self._pending + permits > self._max_pending:
                return False
            self._pending += permits
        self.thread.add(work, partial(self._free, permits))
        return True

    def _free(self, permits: int) -> None:
        with self._lock:
            self._pending -= permits
