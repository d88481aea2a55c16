"""A timeout that is fair to the other side: it runs only while this process listens.

When the event loop is busy for longer than a timeout, an answer may lie in the socket unread when the timer fires, and
the other side gets the blame. Here time is counted in slices, at most one each turn of the loop, so that between the
question and the end of the wait the loop has looked for an answer several times.
"""

from __future__ import annotations

import asyncio
from types import TracebackType

SLICES = 8


class Patience:
    """``async with Patience(seconds):`` raises TimeoutError as `asyncio.timeout` does."""

    def __init__(self, seconds: float) -> None:
        self._slice_s, self._left = seconds / SLICES, SLICES
        self._timeout = asyncio.timeout(None)
        self._timer: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> None:
        await self._timeout.__aenter__()
        self._timer = asyncio.get_running_loop().call_later(self._slice_s, self._tick)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        await self._timeout.__aexit__(kind, error, trace)

    def _tick(self) -> None:
        self._left -= 1
        loop = asyncio.get_running_loop()
        if self._left:
            self._timer = loop.call_later(self._slice_s, self._tick)
        else:
            self._timeout.reschedule(loop.time())
