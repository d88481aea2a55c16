"""The decision log: rows queued by requests, which never wait for it, and written by a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable

from guards.decisions import Decision, decision_line

from .sinks import Sink

log = logging.getLogger("corral.decisions")

RETRY_S = 1.0  # between two attempts on a sink that fails
BATCH_ROWS = 200

Counted = Callable[[str, int], None]  # "written", "dropped" or "failed", and how many rows


class DecisionLog:
    """Queues decisions for a sink.

    The queue is bounded by rows and by characters of text. While the sink fails, what is queued waits and what finds
    the queue full is dropped, counted, and told once: when it begins and when it ends.
    """

    def __init__(
        self,
        sink: Sink,
        *,
        max_rows: int = 10_000,
        max_chars: int = 64_000_000,
        counted: Counted = lambda result, rows: None,
    ) -> None:
        self._sink, self._max_rows, self._max_chars, self._counted = sink, max_rows, max_chars, counted
        self._queue: deque[tuple[Callable[[], Decision], int]] = deque()
        self._chars = 0
        self._changed = threading.Condition()
        self._closing = False
        self._lost = 0  # rows dropped since the sink was last told to work
        self._failing = False
        self._thread: threading.Thread | None = None

    def offer(self, make: Callable[[], Decision], chars: int = 0) -> bool:
        """Queues a decision that is to be made on the log's thread, of `chars` characters of text; False: dropped."""
        with self._changed:
            if self._closing or len(self._queue) >= self._max_rows or self._chars + chars > self._max_chars:
                self._lost += 1
                first = self._lost == 1
            else:
                self._queue.append((make, chars))
                self._chars += chars
                self._changed.notify()
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="corral-decisions", daemon=True)
                    self._thread.start()
                return True
        self._counted("dropped", 1)
        if first:
            log.error("decision log: its queue is full, rows are dropped; requests go on")
        return False

    def close(self, timeout_s: float = 5.0) -> None:
        """Writes what is queued, for at most so long; what could not be written by then is counted as dropped."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(timeout_s)
        if self._queue:
            self._counted("dropped", len(self._queue))
            log.error("decision log: %d rows could not be written before the end", len(self._queue))
        elif self._thread is None or not self._thread.is_alive():
            self._sink.close()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._queue and not self._closing:
                    self._changed.wait()
                batch = [self._queue[at] for at in range(min(BATCH_ROWS, len(self._queue)))]
            if not batch:
                return
            if self._wrote(b"".join(map(_line, (make for make, _ in batch)))):
                with self._changed:
                    for _, chars in batch:
                        self._queue.popleft()
                        self._chars -= chars
                self._counted("written", len(batch))
                self._recovered()
            else:
                self._counted("failed", 0)
                with self._changed:
                    if self._closing:
                        return
                    self._changed.wait_for(lambda: self._closing, RETRY_S)

    def _wrote(self, lines: bytes) -> bool:
        try:
            self._sink.write(lines)
        except (OSError, ValueError) as error:  # ValueError: standard output was closed
            if not self._failing:
                self._failing = True
                words = error.strerror if isinstance(error, OSError) else str(error)
                log.error("decision log: can't be written (%s); rows wait, requests go on", words)
            return False
        return True

    def _recovered(self) -> None:
        """Tells, once, that rows are written again; a queue that is still half full has not recovered."""
        with self._changed:
            roomy = len(self._queue) <= self._max_rows // 2
            lost = self._lost if roomy or self._failing else 0
            self._lost -= lost
        if self._failing or lost:
            self._failing = False
            log.warning("decision log: written again; %d rows were lost", lost)


def _line(make: Callable[[], Decision]) -> bytes:
    """A row; a decision that can't be told must not keep the others from being."""
    try:
        return decision_line(make()).encode("ascii") + b"\n"
    except Exception as error:
        log.error("decision log: a row could not be made (%s)", type(error).__name__)
        return b""
