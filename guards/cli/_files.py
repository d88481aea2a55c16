"""Which files a scan reads: folders walked, globs expanded, links followed once, and what is left out told."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import click

SKIPPED_FOLDERS = frozenset(
    [
        ".git",
        ".hg",
        ".svn",
        ".venv",
        "venv",
        "node_modules",
        "__pycache__",
        "dist",
        "build",
        "target",
        ".tox",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
    ]
)
SNIFFED_BYTES = 8_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file to scan."""

    path: Path
    language: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something under the given paths that is not scanned, and why; `harmless`: it holds no code of its own."""

    path: Path
    reason: str
    harmless: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What `include` and `exclude` say: globs over a file's name or its path below the folder scanned."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def wants(self, relative: str) -> bool:
        return (not self.include or _any(relative, self.include)) and not self.prunes(relative)

    def prunes(self, relative: str) -> bool:
        return _any(relative, self.exclude)


def _any(relative: str, patterns: Sequence[str]) -> bool:
    parts = relative.split("/")
    heads = ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]  # `tests` leaves out all that is in it
    return any(fnmatch(part, pattern.rstrip("/")) for pattern in patterns for part in (*heads, parts[-1]))


def find_files(arguments: Sequence[str], selection: Selection) -> Iterator[Source | Skipped]:
    """The files that the arguments name, in a steady order, each once.

    Raises:
        click.UsageError: an argument names nothing, or a file of no language that can be scanned.
    """
    seen: set[tuple[int, int]] = set()
    for argument in arguments:
        paths = [Path(argument)]
        if not paths[0].exists() and glob.has_magic(argument):
            paths = [Path(found) for found in sorted(glob.glob(argument, recursive=True, include_hidden=False))]
            if not paths:
                raise click.UsageError(f"{argument}: no file has such a name")
        for path in paths:
            if path.is_dir():
                yield from _walked(path, selection, seen)
            elif not path.exists():
                raise click.UsageError(f"{path}: no such file or folder")
            elif language := language_of(path):
                if selection.wants(path.as_posix()) and _first_time(path, seen):
                    yield Source(path, language)
            elif len(paths) == 1:
                raise click.UsageError(f"{path}: its ending names no language that can be scanned")


def language_of(path: Path) -> str | None:
    """The language that a file's ending, or its first line, names."""
    from guards.code.languages import of_shebang, of_suffix

    if path.suffix:
        return of_suffix(path.suffix)
    try:
        with path.open("rb") as file:
            return of_shebang(file.read(200).split(b"\n", 1)[0].decode("utf-8", "replace"))
    except OSError:
        return None


def read_code(path: Path, max_bytes: int) -> str:
    """The file's text.

    Raises:
        ValueError: too long, binary, or not UTF-8.
        OSError: it can't be read.
    """
    size = path.stat().st_size
    if size > max_bytes:
        raise ValueError(f"is {size} bytes long, over the limit of {max_bytes} (--max-bytes)")
    raw = path.read_bytes()
    if b"\0" in raw[:SNIFFED_BYTES] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError("is binary")
    try:
        return raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None


def _walked(root: Path, selection: Selection, seen: set[tuple[int, int]]) -> Iterator[Source | Skipped]:
    folders = [(root, frozenset[tuple[int, int]]())]
    while folders:
        folder, above = folders.pop()
        try:
            told = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(folder, f"can't be read: {error.strerror}", harmless=False)
            continue
        identity = (told.st_dev, told.st_ino)
        if identity in above:
            yield Skipped(folder, "is a link back to a folder that it lies in", harmless=True)
            continue
        if identity in seen:
            continue
        seen.add(identity)
        below = []
        for entry in entries:
            path = Path(entry.path)
            relative = path.relative_to(root).as_posix()
            try:
                is_folder = entry.is_dir()
                is_file = entry.is_file()
            except OSError:  # a link to itself
                is_folder = is_file = False
            if is_folder:
                if not (entry.name in SKIPPED_FOLDERS or _is_environment(path) or selection.prunes(relative)):
                    below.append((path, above | {identity}))
            elif is_file:
                if (language := language_of(path)) and selection.wants(relative) and _first_time(path, seen):
                    yield Source(path, language)
            elif entry.is_symlink():
                yield Skipped(path, "is a link that leads nowhere, or back to itself", harmless=True)
        folders += reversed(below)


def _is_environment(folder: Path) -> bool:
    """Whether it is a virtual environment of Python, whatever its name."""
    return os.path.exists(folder / "pyvenv.cfg")  # False, and no error, where it may not be looked into


def _first_time(path: Path, seen: set[tuple[int, int]]) -> bool:
    told = path.stat()
    identity = (told.st_dev, told.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True
