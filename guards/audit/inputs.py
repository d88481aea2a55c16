"""Which files an audit reads, and their rows: decompressed, bounded, numbered, in a steady order."""

from __future__ import annotations

import csv
import glob
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

from ..errors import InputError, MissingExtra

STDIN = "-"
Kind = Literal["lines", "csv", "parquet"]
_KINDS: dict[str, Kind] = {".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet"}
_LINES = {".jsonl", ".ndjson", ".json", ".log", ".txt", ""}
_PACKED = {".gz": "gzip", ".zst": "zstd"}
MAX_LINE_BYTES = 16_000_000
BLOCK = 1 << 20
PACKED_BLOCK = 1 << 14  # of packed bytes: what a hostile file can make of them is bounded


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or stdin: `name` as the user wrote it, or its path below the folder that the user named."""

    name: str
    path: Path | None
    kind: Kind
    packing: str | None = None
    size: int = 0  # bytes on disk; 0 where unknown
    changed_ns: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands: bytes of a line, or a table's row already taken apart; or why there is none."""

    number: int
    value: bytes | dict[str, Any] | None
    fault: str | None = None


class Broken(InputError):
    """An input broke off: what came before is good, what follows is lost."""


def find_inputs(arguments: Sequence[str], kind: Kind | None = None) -> list[Input]:
    """The inputs that the arguments name: files, globs, folders (all logs in them) and ``-`` for stdin; each once.

    Raises:
        InputError: an argument names nothing that can be read.
    """
    found: dict[Any, Input] = {}
    for argument in arguments:
        if argument == STDIN:
            found[STDIN] = Input(STDIN, None, kind or "lines")
            continue
        paths = [Path(argument)]
        if not paths[0].exists() and glob.has_magic(argument):
            paths = [Path(name) for name in sorted(glob.glob(argument, recursive=True))]
        named = [(path, None) for path in paths if path.is_file()]
        walked = [(path, folder) for folder in paths if folder.is_dir() for path in _walked(folder)]
        if not named and not walked:
            raise InputError("there is no such file, or no log in that folder", field=argument)
        for path, folder in [*named, *walked]:
            status = path.stat()
            made = _input(path, folder, kind, status)
            if made is not None:
                found.setdefault((status.st_dev, status.st_ino), made)
            elif folder is None:
                raise InputError(
                    f"{path.suffix!r} is no ending of a log", field=str(path), fix="say --kind lines, csv or parquet"
                )
    if not found:
        raise InputError("no log was found", field=" ".join(arguments))
    return list(found.values())


def _walked(folder: Path) -> Iterator[Path]:
    """Files below `folder`, sorted; a link to a folder is followed once, so that loops end."""
    seen: set[tuple[int, int]] = set()
    for parent, folders, files in os.walk(folder, followlinks=True):
        status = os.stat(parent)
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _input(path: Path, folder: Path | None, kind: Kind | None, status: os.stat_result) -> Input | None:
    packing = _PACKED.get(path.suffix.lower())
    ending = (path.with_suffix("") if packing else path).suffix.lower()
    known = kind or _KINDS.get(ending) or ("lines" if ending in _LINES else None)
    if known is None or (folder is not None and ending in ("", ".txt") and not packing and kind is None):
        return None  # a folder holds all sorts of things
    name = str(path) if folder is None else f"{folder.name}/{path.relative_to(folder).as_posix()}"
    return Input(name, path, known, packing, status.st_size, status.st_mtime_ns)


def rows_of(given: Input, *, max_line_bytes: int, advanced: Callable[[int], None] = lambda done: None) -> Iterator[Row]:
    """The input's rows. `advanced` is told how many more of its bytes on disk were read.

    Raises:
        Broken: it can't be opened, or broke off; the rows before were given.
        MissingExtra: a package that reads it is not installed.
    """
    reading = {"lines": _lines, "csv": _csv}
    try:
        if given.kind == "parquet":
            yield from _parquet(given, advanced)
            return
        with _opened(given, advanced) as stream:
            yield from reading[given.kind](stream, max_line_bytes)
    except EOFError as error:
        raise Broken(f"its compressed data is damaged or ends early ({error})", field=given.name) from None
    except OSError as error:
        raise Broken(f"can't be read: {error.strerror or error}", field=given.name) from None


class _Counted(io.RawIOBase):
    """A raw file that tells how far it was read."""

    def __init__(self, inner: IO[bytes], advanced: Callable[[int], None]) -> None:
        self._inner, self._advanced = inner, advanced

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        self._advanced(len(data))
        return len(data)


@contextmanager
def _opened(given: Input, advanced: Callable[[int], None]) -> Iterator[IO[bytes]]:
    raw: IO[bytes] = sys.stdin.buffer if given.path is None else given.path.open("rb", buffering=0)
    try:
        counted = io.BufferedReader(_Counted(raw, advanced), BLOCK)
        yield counted if given.packing is None else io.BufferedReader(_Unpacked(counted, given.packing), PACKED_BLOCK)
    finally:
        if given.path is not None:
            raw.close()


class _Unpacked(io.RawIOBase):
    """Frames of gzip or zstd, decompressed as far as they are whole.

    The libraries' own readers throw away what came before a break, or take a file that was cut short for one that ends.
    """

    def __init__(self, packed: io.BufferedIOBase, packing: str) -> None:
        self._packed = packed
        self._begun, self._damage = _PACKINGS[packing]()
        self._frame: Any = None
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._packed.read(PACKED_BLOCK)
            if not data:
                if self._frame is not None:
                    raise EOFError("it is not whole")
                return 0
            self._ready = b"".join(self._unpacked(data))
        taken, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _unpacked(self, data: bytes) -> Iterator[bytes]:
        while self._frame is not None or (data := data.lstrip(b"\0")):  # zeros may pad what gzip wrote to a tape
            self._frame = self._frame or self._begun()
            try:
                yield self._frame.decompress(data)
            except self._damage as error:
                raise EOFError(str(error)) from None
            if not self._frame.eof:
                return
            data, self._frame = self._frame.unused_data, None


def _gzip() -> tuple[Callable[[], Any], type[Exception]]:
    return lambda: zlib.decompressobj(wbits=31), zlib.error


def _zstd() -> tuple[Callable[[], Any], type[Exception]]:
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("zstandard", extra="audit") from None
    return lambda: zstandard.ZstdDecompressor().decompressobj(), zstandard.ZstdError


_PACKINGS = {"gzip": _gzip, "zstd": _zstd}


def _lines(stream: Any, max_line_bytes: int) -> Iterator[Row]:
    if stream.peek(200).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from _array(stream, max_line_bytes)
        return
    number = 0
    while line := stream.readline(max_line_bytes + 1):
        number += 1
        if len(line) > max_line_bytes and not line.endswith(b"\n"):
            size = len(line)
            while line and not line.endswith(b"\n"):
                line = stream.readline(BLOCK)
                size += len(line)
            yield Row(number, None, f"is {size} bytes long, over the limit of {max_line_bytes} (--max-line-bytes)")
        elif line.strip(b"\r\n\t \xef\xbb\xbf\0"):
            yield Row(number, line)


def _array(stream: IO[bytes], max_row_bytes: int) -> Iterator[Row]:
    """The rows of one long JSON array, never all of it in memory."""
    text = io.TextIOWrapper(stream, "utf-8-sig")
    decode = json.JSONDecoder().raw_decode
    buffer, number = text.read(BLOCK).lstrip()[1:], 0
    try:
        while True:
            buffer = buffer.lstrip(" \t\r\n,")
            if buffer.startswith("]"):
                return
            try:
                value, end = decode(buffer)
            except ValueError:
                more = text.read(max(BLOCK, len(buffer)))  # doubled, so that a long row is not read over and over
                if not more:
                    raise EOFError("the JSON array is not closed") from None
                if len(buffer) > max_row_bytes:
                    raise EOFError(f"row {number + 1} is no JSON, or over {max_row_bytes} bytes long") from None
                buffer += more
                continue
            number += 1
            yield Row(number, value if isinstance(value, dict) else None, "is no JSON object")
            buffer = buffer[end:]
    except (UnicodeDecodeError, RecursionError) as error:
        raise EOFError(f"row {number + 1} can't be read ({type(error).__name__})") from None


def _csv(stream: IO[bytes], max_line_bytes: int) -> Iterator[Row]:
    csv.field_size_limit(max_line_bytes)
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
    head = text.readline(max_line_bytes)
    delimiter = max(",;\t|", key=head.count)
    names = next(csv.reader([head], delimiter=delimiter), [])
    if not names:
        return
    reader = csv.reader(_bounded(text, max_line_bytes), delimiter=delimiter, strict=True)
    number = 1
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, None, f"is no CSV row: {error}")
            continue
        if not values:
            continue
        if len(values) != len(names):
            yield Row(number, None, f"has {len(values)} fields, the head has {len(names)}")
        elif any(_is_damaged(value) for value in values):
            yield Row(number, None, "is not UTF-8")
        else:
            yield Row(number, dict(zip(names, values, strict=True)))


def _bounded(text: io.TextIOWrapper, max_chars: int) -> Iterator[str]:
    """Lines cut at the bound: a field that is longer is the csv module's error, not this process's memory."""
    while line := text.readline(max_chars + 1):
        yield line


def _is_damaged(value: str) -> bool:
    return not value.isascii() and any("\udc80" <= char <= "\udcff" for char in value)


def _parquet(given: Input, advanced: Callable[[int], None]) -> Iterator[Row]:
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise MissingExtra("Parquet files are read with pyarrow", extra="audit") from None
    assert given.path is not None
    number = 0
    try:
        with parquet.ParquetFile(given.path) as file:
            groups = file.metadata.num_row_groups
            for batch in file.iter_batches(batch_size=1_000):
                for value in batch.to_pylist():
                    number += 1
                    yield Row(number, value)
            advanced(given.size if groups else 0)
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        raise Broken(f"is no Parquet file that can be read ({type(error).__name__})", field=given.name) from None
