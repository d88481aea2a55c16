"""A circuit breaker: what fails again and again is left alone for a while, then tried with one request at a time.

::

    closed ── `failures` in a row ──► open ── its time is over ──► half-open ── the trial succeeds ──► closed
                                       ▲                              │
                                       └──── the trial fails: twice the time, up to `max_open_s` ──┘

Source: M. Nygard, "Release It!", 2nd edition, chapter 5.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Literal

State = Literal["closed", "half-open", "open"]


class Breaker:
    """Counts outcomes for one peer. Its methods don't block; they are called from one thread (an event loop)."""

    def __init__(
        self,
        *,
        failures: int = 5,
        open_s: float = 5.0,
        max_open_s: float = 60.0,
        clock: Callable[[], float] = time.monotonic,
        changed: Callable[[State], None] | None = None,
    ) -> None:
        """`changed` is told each new state: once a change, so it is the place for a log line."""
        self._limit, self._base_s, self._max_s, self._clock = failures, open_s, max(open_s, max_open_s), clock
        self._changed = changed
        self._failures = 0
        self._open_s = open_s
        self._until: float | None = None  # closed while None
        self._trial: float | None = None  # when the trial now under way began

    @property
    def state(self) -> State:
        if self._until is None:
            return "closed"
        return "open" if self._clock() < self._until else "half-open"

    @property
    def retry_after_s(self) -> float:
        """In how many seconds the next trial may begin; 0 where something is admitted now."""
        return 0.0 if self._until is None else max(0.0, self._until - self._clock())

    def admits(self) -> bool:
        """Whether a request may be made now. One that was admitted reports `succeeded`, `failed` or `dropped`."""
        state = self.state
        if state == "closed":
            return True
        # A trial whose outcome was never told must not keep the breaker shut for ever.
        if state == "open" or (self._trial is not None and self._clock() - self._trial < self._max_s):
            return False
        self._trial = self._clock()
        self._tell("half-open")
        return True

    def succeeded(self) -> None:
        was_closed = self._until is None
        self._failures, self._open_s = 0, self._base_s
        self._until = self._trial = None
        if not was_closed:
            self._tell("closed")

    def failed(self) -> None:
        self._failures += 1
        trial, self._trial = self._trial, None
        if self._until is None and self._failures >= self._limit:
            self._until = self._clock() + self._open_s
            self._tell("open")
        elif trial is not None:
            self._open_s = min(self._open_s * 2, self._max_s)
            self._until = self._clock() + self._open_s
            self._tell("open")

    def dropped(self) -> None:
        """The request was given up before it could show anything, by its caller: another may be the trial."""
        self._trial = None

    def _tell(self, state: State) -> None:
        if self._changed is not None:
            self._changed(state)
