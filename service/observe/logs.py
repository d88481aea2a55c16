"""The process's own log lines: as text or JSON, with the request's id, written beside the event loop.

An error is told by its kind and where it happened, never in its own words: they may quote the text that it choked on.
"""

from __future__ import annotations

import json
import logging
import queue
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from logging.handlers import QueueHandler, QueueListener

from .middleware import current
from .settings import LogSettings

MAX_WAITING = 10_000  # lines; while standard error is stuck, more are dropped

_NOISY = ("aiohttp", "urllib3", "httpx", "httpcore", "opentelemetry")


@contextmanager
def logging_as(settings: LogSettings) -> Iterator[None]:
    """Sends every logger's lines to standard error while the block runs; what waits at its end is written."""
    shown = logging.StreamHandler(sys.stderr)
    shown.setFormatter(JsonLines() if settings.format == "json" else TextLines())
    waiting: queue.Queue[logging.LogRecord] = queue.Queue(MAX_WAITING)
    listener = QueueListener(waiting, shown)
    root, level = logging.getLogger(), settings.level.upper()
    before = root.handlers[:], root.level
    root.handlers, root.level = [_Waiting(waiting)], logging.getLevelName(level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    listener.start()
    try:
        yield
    finally:
        root.handlers, root.level = before
        listener.stop()


class _Waiting(QueueHandler):
    """Puts a line in the queue, with the id of the request that it belongs to, and never waits for room."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        request = current.get()
        record.request = request.request if request is not None else None
        record.msg, record.args = record.getMessage(), None  # on this thread: what it speaks of may change
        return record

    def enqueue(self, record: logging.LogRecord) -> None:
        try:
            self.queue.put_nowait(record)
        except queue.Full:
            return


class JsonLines(logging.Formatter):
    """``{"time", "level", "logger", "message", "request"?, "error"?, "where"?}``"""

    def format(self, record: logging.LogRecord) -> str:
        row: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request := getattr(record, "request", None):
            row["request"] = request
        row |= getattr(record, "fields", {})
        if record.exc_info and (error := record.exc_info[1]):
            row["error"], row["where"] = _kinds(error), _where(error)
        return json.dumps(row, default=str)


class TextLines(logging.Formatter):
    """``TIME LEVEL logger: message [request]``"""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{_time(record)} {record.levelname} {record.name}: {record.getMessage()}"
        for name, value in getattr(record, "fields", {}).items():
            line += f" {name}={value}"
        if request := getattr(record, "request", None):
            line += f" [{request}]"
        if record.exc_info and (error := record.exc_info[1]):
            line += f"\n  {_kinds(error)}, raised in:\n  " + "\n  ".join(_where(error))
        return "".join(char if char.isprintable() or char == "\n" else " " for char in line)


def _time(record: logging.LogRecord) -> str:
    when = datetime.fromtimestamp(record.created, UTC)
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _kinds(error: BaseException) -> str:
    """The error's kind and its causes', in the order in which they happened."""
    kinds: list[str] = []
    at: BaseException | None = error
    while at is not None and len(kinds) < 10:
        kinds.insert(0, type(at).__name__)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return " -> ".join(kinds)


def _where(error: BaseException) -> list[str]:
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
