"""How far an audit has come: what makes it go on after a kill without losing or doubling a record.

``decisions.jsonl`` and ``rejected.jsonl`` only grow; the checkpoint says how many of their bytes count, and it is replaced
whole. A new start cuts the files back to it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ..errors import ConfigError, InputError
from .parts import Done

CHECKPOINT, DECISIONS, REJECTED = "checkpoint.json", "decisions.jsonl", "rejected.jsonl"


@dataclass(slots=True)
class Progress:
    """What is done and on disk."""

    run: str  # a hash of what was asked for: another run must not go on from here
    input: int = 0  # of the inputs, in order
    rows: int = 0  # of that input's rows, those that are done
    parts: int = 0
    decisions_bytes: int = 0
    rejected_bytes: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)
    damaged: dict[str, str] = field(default_factory=dict)  # inputs that broke off, and why
    finished: bool = False


def load(folder: Path) -> Progress | None:
    """The checkpoint in `folder`, None where there is none.

    Raises:
        InputError: it can't be read.
    """
    path = folder / CHECKPOINT
    try:
        raw = json.loads(path.read_text("utf-8"))
        raw["counts"], raw["formats"] = Counter(raw["counts"]), Counter(raw["formats"])
        return Progress(**raw)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(
            f"can't be read ({type(error).__name__})", field=str(path), fix="begin anew with --overwrite"
        ) from None


def _plain(progress: Progress) -> dict[str, Any]:
    told = {each.name: getattr(progress, each.name) for each in fields(progress)}
    return {name: dict(value) if isinstance(value, Counter) else value for name, value in told.items()}


class Journal:
    """The result files, written to their ends, and the checkpoint that says how much of them counts."""

    def __init__(self, folder: Path, progress: Progress) -> None:
        self.folder, self.progress = folder, progress
        with writing(folder):
            self._decisions = _at(folder / DECISIONS, progress.decisions_bytes)
            self._rejected = _at(folder / REJECTED, progress.rejected_bytes)

    def add(self, done: Done) -> None:
        progress = self.progress
        self._write(self._decisions, done.decisions)
        progress.decisions_bytes += len(done.decisions)
        self.reject(done.rejected)
        progress.counts += done.counts
        progress.formats += done.formats
        progress.parts = done.number + 1

    def reject(self, lines: bytes) -> None:
        self._write(self._rejected, lines)
        self.progress.rejected_bytes += len(lines)

    def save(self) -> None:
        """Makes all that was added count."""
        with writing(self.folder):
            for file in (self._decisions, self._rejected):
                os.fsync(file.fileno())
            replace_file(self.folder / CHECKPOINT, json.dumps(_plain(self.progress)).encode())

    def close(self) -> None:
        self._decisions.close()
        self._rejected.close()

    def _write(self, file: Any, data: bytes) -> None:
        with writing(self.folder):
            view = memoryview(data)
            while view:  # unbuffered: what a full disk did not take is not written once more on closing
                view = view[file.write(view) :]


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """A disk that is full or read-only becomes an error in words.

    Raises:
        ConfigError: it is.
    """
    try:
        yield
    except OSError as error:
        raise ConfigError(
            f"can't write to {folder}: {error.strerror or error}. What was judged so far is kept: make room, "
            "and run the same command again; it goes on where it stopped"
        ) from None


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file whole or not at all."""
    made = path.with_name(f".{path.name}.new")
    with made.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    made.replace(path)


def _at(path: Path, size: int) -> Any:
    file = path.open("r+b" if path.exists() else "w+b", buffering=0)
    file.truncate(size)
    file.seek(size)
    return file
