"""What makes a running proxy read its files again: SIGHUP, and a look at them now and then."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal, Protocol

from guards.errors import CorralError

Outcome = Literal["loaded", "unchanged", "kept"]
Stamps = dict[str, tuple[int, int, int]]

SETTLE_S = 0.2


class Reloaded(Protocol):
    """Something that is read from files, and again when they change."""

    def stamps(self) -> Stamps:
        """Of each file that it is made of: when and what it was; a file that is not there has none."""

    async def reload(self, why: str) -> Outcome:
        """Raises:
        CorralError: the files are wrong; what holds is kept, and it is told where operators look.
        """


@contextmanager
def reloading(*watched: tuple[Reloaded, float]) -> Iterator[None]:
    """Does so while the block runs, on the running loop; each is looked at every so many seconds, 0: not at all."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(watch(one, every_s)) for one, every_s in watched if every_s]
    signals = threading.current_thread() is threading.main_thread()

    async def asked() -> None:
        for one, _ in watched:
            with suppress(CorralError):
                await one.reload("SIGHUP")

    if signals:
        loop.add_signal_handler(signal.SIGHUP, lambda: tasks.append(loop.create_task(asked())))
    try:
        yield
    finally:
        if signals:
            loop.remove_signal_handler(signal.SIGHUP)
        for task in tasks:
            task.cancel()


async def watch(one: Reloaded, every_s: float) -> None:
    """Reloads when a file has changed, for as long as the task lives."""
    known = await asyncio.to_thread(one.stamps)
    while True:
        await asyncio.sleep(every_s)
        stamps = await asyncio.to_thread(one.stamps)
        if stamps == known:
            continue
        while stamps != known:  # a file that is being written is looked at once it is whole
            known = stamps
            await asyncio.sleep(SETTLE_S)
            stamps = await asyncio.to_thread(one.stamps)
        with suppress(CorralError):  # the next change tries again
            await one.reload("its file has changed")
        known = await asyncio.to_thread(one.stamps)  # it may name other files now


def stamps_of(paths: Iterable[Path]) -> Stamps:
    """Of each file that is there: when it was written, its size and its place on the disk."""
    found = {}
    for path in paths:
        try:
            stat = path.stat()
        except OSError:
            continue
        found[str(path)] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
    return found
