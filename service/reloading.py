"""What makes a running proxy read its policy again: SIGHUP, and a look at its files now and then."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from guards.errors import CorralError

from .ruling import Rulings


@contextmanager
def reloading(rulings: Rulings, watch_s: float) -> Iterator[None]:
    """Does so while the block runs, on the running loop; `watch_s` 0 looks at no file."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(rulings.watch(watch_s))] if watch_s else []
    signals = threading.current_thread() is threading.main_thread()

    async def asked() -> None:
        with suppress(CorralError):  # it is in the log, the metric and /admin/policy
            await rulings.reload("SIGHUP")

    if signals:
        loop.add_signal_handler(signal.SIGHUP, lambda: tasks.append(loop.create_task(asked())))
    try:
        yield
    finally:
        if signals:
            loop.remove_signal_handler(signal.SIGHUP)
        for task in tasks:
            task.cancel()
