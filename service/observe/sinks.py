"""Where decision rows go: a file that rotates by size and time, or standard output."""

from __future__ import annotations

import fcntl
import os
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from guards.errors import ConfigError


class Sink(Protocol):
    """Takes whole lines; slow as it may be, it is asked on a thread of its own."""

    def write(self, lines: bytes) -> None:
        """Writes `lines`, all of them or none.

        Raises:
            OSError: it can't be written now.
        """
        ...

    def close(self) -> None: ...


class RotatingFile:
    """Appends to `path`; what is full or of a day that has passed is renamed, and the oldest such files are deleted.

    Several processes may write one path: each write and each rotation is made under a lock on a file beside it. A file
    that somebody else moved away (logrotate) is opened anew.
    """

    def __init__(self, path: Path, *, max_bytes: int, period_s: float, keep_files: int) -> None:
        """Raises:
        ConfigError: the file's folder is not there, or can't be written to.
        """
        self._path, self._max_bytes, self._period_s, self._keep_files = path, max_bytes, period_s, keep_files
        self._file: int | None = None
        self._lock: int | None = None
        try:
            self.write(b"")
        except OSError as error:
            raise ConfigError(
                f"the decision log {path} can't be written: {error.strerror}; make its folder, and give it to this user"
            ) from None

    def write(self, lines: bytes) -> None:
        self._lock = self._lock if self._lock is not None else _opened(self._path.with_name(f".{self._path.name}.lock"))
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        try:
            size = self._current(len(lines))
            file = self._file
            assert file is not None
            try:
                at = 0
                while at < len(lines):
                    at += os.write(file, lines[at:])
            except OSError:
                with suppress(OSError):  # half a line is no line
                    os.ftruncate(file, size)
                raise
        finally:
            fcntl.flock(self._lock, fcntl.LOCK_UN)

    def close(self) -> None:
        for descriptor in (self._file, self._lock):
            if descriptor is not None:
                os.close(descriptor)
        self._file = self._lock = None

    def _current(self, coming: int) -> int:
        """Makes `_file` the file at `path`, with room for `coming` bytes; gives its size."""
        state = self._opened_state()
        period = time.time() // self._period_s
        if state.st_size and (state.st_size + coming > self._max_bytes or state.st_mtime // self._period_s != period):
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            os.rename(self._path, self._path.with_name(f"{self._path.name}.{stamp}"))
            self._delete_oldest()
            state = self._opened_state()
        return state.st_size

    def _opened_state(self) -> os.stat_result:
        if self._file is not None:
            state = os.fstat(self._file)
            try:
                there = os.stat(self._path)
            except FileNotFoundError:
                there = None
            if there is not None and (there.st_dev, there.st_ino) == (state.st_dev, state.st_ino):
                return state
            os.close(self._file)
            self._file = None
        self._file = _opened(self._path)
        return os.fstat(self._file)

    def _delete_oldest(self) -> None:
        rotated = sorted(
            path
            for path in self._path.parent.glob(f"{self._path.name}.*")
            if path.name.removeprefix(f"{self._path.name}.")[:8].isdecimal()
        )
        for path in rotated[: max(0, len(rotated) - self._keep_files)]:
            path.unlink(missing_ok=True)


class StandardOutput:
    """Rows on the process's standard output, for whoever collects it."""

    def write(self, lines: bytes) -> None:
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()

    def close(self) -> None:
        pass


def _opened(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
