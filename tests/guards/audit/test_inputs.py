"""Logs as they lie about: packed, cut short, in the wrong encoding, linked in circles, with lines without end."""

from __future__ import annotations

import gzip
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.audit.inputs import Broken, Input, Row, find_inputs, rows_of
from guards.errors import InputError

ROWS = [{"prompt": f"Hello {number}?", "response": "Hi."} for number in range(5)]
LINES = b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)


def read(path: Path, **more: Any) -> list[Row]:
    (given,) = find_inputs([str(path)])
    return list(rows_of(given, max_line_bytes=more.get("max_line_bytes", 10_000)))


def values(rows: list[Row]) -> list[dict[str, Any]]:
    return [json.loads(row.value) if isinstance(row.value, bytes) else dict(row.value or {}) for row in rows]


def zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.ZstdCompressor().compress(data)


def parquet(rows: list[dict[str, Any]]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", LINES),
        ("a.jsonl", b"\xef\xbb\xbf" + LINES.replace(b"\n", b"\r\n") + b"\r\n\r\n"),
        ("a.jsonl.gz", gzip.compress(LINES[:40]) + gzip.compress(LINES[40:])),
        ("a.jsonl.zst", zstd(LINES)),
        ("a.json", json.dumps(ROWS, indent=2).encode()),
        ("a.csv", b"prompt,response\n" + b"".join(f'"Hello {n}?",Hi.\n'.encode() for n in range(5))),
        ("a.tsv", b"\xef\xbb\xbfprompt\tresponse\n" + b"".join(f"Hello {n}?\tHi.\n".encode() for n in range(5))),
        ("a.parquet", parquet(ROWS)),
    ],
)
def test_every_kind_of_file_gives_its_rows(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert values(read(tmp_path / name)) == ROWS


def test_rows_are_numbered_as_an_editor_shows_them(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'\n{"prompt": "a"}\n\n{"prompt": "b"}')
    assert [row.number for row in read(tmp_path / "a.jsonl")] == [2, 4]


def test_a_line_without_end_is_named_and_the_next_one_read(tmp_path: Path) -> None:
    long = b'{"prompt": "' + b"x" * 50_000_000 + b'"}\n'
    (tmp_path / "a.jsonl").write_bytes(long + LINES)
    first, *rest = read(tmp_path / "a.jsonl", max_line_bytes=1_000_000)
    assert first.value is None
    assert first.fault == f"is {len(long)} bytes long, over the limit of 1000000 (--max-line-bytes)"
    assert values(rest) == ROWS


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.jsonl.gz", gzip.compress(LINES * 500)[:-300], "ends early"),
        ("a.jsonl.gz", b"no gzip at all", "damaged"),
        ("a.jsonl.zst", zstd(random.Random(1).randbytes(200_000))[:100_000] + b"??", "damaged"),
        ("a.parquet", b"PAR1 or not", "is no Parquet file"),
        ("a.json", b'[{"prompt": "a"}, {"prompt": ', "not closed"),
    ],
)
def test_an_input_that_breaks_off_gives_what_came_before_and_says_so(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Broken, match=words) as error:
        read(tmp_path / name)
    assert name in str(error.value)


def test_rows_before_the_break_are_given(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(LINES for _ in range(5_000)), compresslevel=1)
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (log,) = find_inputs([str(tmp_path / "a.jsonl.gz")])
    reading = rows_of(log, max_line_bytes=10_000)
    assert [next(reading).number for _ in range(1_000)] == list(range(1, 1_001))
    with pytest.raises(Broken):
        list(reading)


def test_wrong_rows_of_a_table_are_named_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"prompt,response\na,b\nonly one\nc,\xff\xfe\nd,e\n")
    rows = read(tmp_path / "a.csv")
    assert [row.fault for row in rows] == [None, "has 1 fields, the head has 2", "is not UTF-8", None]
    assert [row.number for row in rows] == [2, 3, 4, 5]


def test_a_folder_is_walked_in_order_and_a_loop_of_links_ends(tmp_path: Path) -> None:
    logs = tmp_path / "logs"
    (logs / "b").mkdir(parents=True)
    for name in ("b/2.jsonl", "1.jsonl.gz", "3.csv", "notes.md", ".hidden.jsonl", "README"):
        (logs / name).write_bytes(gzip.compress(LINES) if name.endswith(".gz") else LINES)
    (logs / "b" / "loop").symlink_to(logs)
    (logs / "4.jsonl").symlink_to(logs / "b" / "2.jsonl")
    (logs / "5.jsonl").symlink_to(tmp_path / "gone.jsonl")
    assert [found.name for found in find_inputs([str(logs)])] == ["logs/1.jsonl.gz", "logs/3.csv", "logs/4.jsonl"]


def test_globs_are_expanded_and_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES)
    (tmp_path / "b.jsonl").write_bytes(LINES)
    assert len(find_inputs([str(tmp_path / "*.jsonl"), str(tmp_path / "a.jsonl")])) == 2
    for wrong in ("c.jsonl", "*.parquet"):
        with pytest.raises(InputError, match="no such file"):
            find_inputs([str(tmp_path / wrong)])
    (tmp_path / "photo.png").write_bytes(b"x")
    with pytest.raises(InputError, match=r"'\.png' is no ending of a log"):
        find_inputs([str(tmp_path / "photo.png")])


@settings(deadline=None)
@given(
    lines=st.lists(st.binary(max_size=60).filter(lambda line: b"\n" not in line), max_size=30), bound=st.integers(1, 50)
)
def test_every_line_is_given_once_or_named_as_too_long(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], bound: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_bytes(b"\n".join(lines))
    if b"".join(lines).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        return
    rows = list(rows_of(Input("a", path, "lines"), max_line_bytes=bound))
    wanted = [(at, line) for at, line in enumerate(lines, 1) if line.strip(b"\r\n\t \xef\xbb\xbf\0")]
    told = {row.number: row for row in rows}
    for at, line in wanted:
        row = told.pop(at)
        assert (row.value is None) == (len(line) > bound)
        assert row.value is None or row.value.rstrip(b"\n") == line
    assert all(row.fault for row in told.values())  # a long line of blanks alone
