"""Rows of training and evaluation data: one shape for what is read, what is generated, and what is scored."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from guards.errors import InputError

Task = Literal["content", "injection"]
MAX_LINE_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled text.

    `role` is user, assistant or document; `label` is safe/unsafe (content) or benign/injection/jailbreak. Empty
    `categories` on an unsafe row mean *not annotated*, never "none of them". `context` is the prompt that a reply
    answered.
    """

    id: str
    text: str
    task: Task
    role: str
    label: str
    language: str
    source: str
    categories: tuple[str, ...] = ()
    context: str | None = None


def read_rows(path: Path) -> Iterator[Row]:
    """Training rows from ``.jsonl`` or ``.jsonl.gz``.

    Raises:
        InputError: names file, line and field.
    """
    for number, row in read_json_lines(path):
        try:
            yield Row(
                id=str(row["id"]),
                text=row["text"],
                task=row["task"],
                role=row["role"],
                label=row["label"],
                language=row["language"],
                source=path.name.removesuffix(".gz").removesuffix(".jsonl"),
                categories=tuple(row.get("categories") or ()),
                context=row.get("context"),
            )
        except KeyError as missing:
            raise InputError("is missing", field=f"{path.name}:{number}: {missing.args[0]}") from None


def read_json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers and JSON objects of a ``.jsonl`` or ``.jsonl.gz`` file; blank lines are passed over.

    Raises:
        InputError: names file and line.
    """
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, raw in enumerate(iter(lambda: lines.readline(MAX_LINE_BYTES + 1), b""), start=1):
                if len(raw) > MAX_LINE_BYTES:
                    raise InputError(f"is over {MAX_LINE_BYTES} bytes long", field=f"{path.name}:{number}")
                if not raw.strip():
                    continue
                try:
                    row = json.loads(raw)
                except (ValueError, RecursionError) as error:
                    raise InputError(f"is no JSON: {error}", field=f"{path.name}:{number}") from None
                if not isinstance(row, dict):
                    raise InputError("must be a JSON object", field=f"{path.name}:{number}")
                yield number, row
    except (OSError, EOFError) as error:
        raise InputError(f"can't be read: {error}", field=str(path)) from None
