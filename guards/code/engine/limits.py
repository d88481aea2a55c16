"""How long a scan may take, in CPU time of its thread: code that a busy machine delays is not given up for that."""

from __future__ import annotations

import time
from dataclasses import dataclass

from guards.errors import GuardError


class TimeIsUp(GuardError):
    """What a scan has to do takes longer than code of its length may take."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time that something may take, which grows with the length of the code and no faster."""

    seconds: float
    seconds_a_byte: float

    def started(self, size: int) -> RunningClock:
        """Starts now, for `size` bytes of code."""
        return RunningClock(self.seconds + size * self.seconds_a_byte)


class RunningClock:
    """A clock that runs."""

    __slots__ = ("_until", "allowed_s")

    def __init__(self, allowed_s: float) -> None:
        self.allowed_s = allowed_s
        self._until = time.thread_time() + allowed_s

    @property
    def is_over(self) -> bool:
        return time.thread_time() > self._until
