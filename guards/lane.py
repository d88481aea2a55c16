"""Lanes: threads with an event loop of their own, on which guards run.

A guard that blocks its thread, or burns it, holds up nothing but its own lane: neither the server's loop nor
another guard. Nobody ever joins a lane at work: it is left behind at the deadline and frees its permit when it is done.
Waking a loop from another thread costs a system call and a change of threads, so it is done once for all that waits.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

Work = Callable[[], Coroutine[Any, Any, None]]
Item = TypeVar("Item")


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

    def offer(self, work: Work, permits: int = 1, *, anyway: bool = False) -> bool:
        """Takes `work`, or returns False when it would exceed the bound (a lane that is idle takes any size).

        It is begun once somebody wakes the thread. `anyway`: it belongs to what was taken, whatever the bound.
        """
        if not self.take(permits, anyway=anyway):
            return False
        self.thread.add(work, partial(self.free, permits))
        return True

    def take(self, permits: int, *, anyway: bool = False) -> bool:
        """Counts what is not finished yet; False, and nothing is counted, where it would exceed the bound."""
        with self._lock:
            if not anyway and self._pending and self._pending + permits > self._max_pending:
                return False
            self._pending += permits
        return True

    def free(self, permits: int) -> None:
        with self._lock:
            self._pending -= permits


class Gathering(Generic[Item]):
    """Parts of work for one thread that are cheaper together: what waits while some are at work goes with the next.

    Nothing waits for more to come, so that a lone part is as quick as without.
    """

    def __init__(
        self,
        thread: LaneThread,
        run: Callable[[list[Item]], Coroutine[Any, Any, None]],
        fits: Callable[[Sequence[Item]], bool],
    ) -> None:
        """`run` does several parts' items at once, if they `fits` together; a part is never divided."""
        self._thread, self._run, self._fits = thread, run, fits
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Lane, list[Item]]] = deque()
        self._at_work = False

    def offer(self, lane: Lane, part: list[Item], *, anyway: bool = False) -> bool:
        """Takes `part`, as a lane would. It is begun once the thread is woken."""
        if not lane.take(len(part), anyway=anyway):
            return False
        with self._lock:
            self._waiting.append((lane, part))
            begins, self._at_work = not self._at_work, True
        if begins:
            self._thread.add(self._work, lambda: None)
        return True

    async def _work(self) -> None:
        try:
            while parts := self._next():
                try:
                    await self._run([item for _, part in parts for item in part])
                finally:
                    for lane, part in parts:
                        lane.free(len(part))
        except BaseException:  # the thread ends
            with self._lock:
                self._at_work = False
            raise

    def _next(self) -> list[tuple[Lane, list[Item]]]:
        """The parts that go together now; none, and the work is over, where nothing waits."""
        with self._lock:
            if not self._waiting:
                self._at_work = False
                return []
            parts = [self._waiting.popleft()]
            items = list(parts[0][1])
            while self._waiting and self._fits([*items, *self._waiting[0][1]]):
                items += self._waiting[0][1]
                parts.append(self._waiting.popleft())
            return parts
