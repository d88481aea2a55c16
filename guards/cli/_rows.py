"""Rows of JSON, as `corral check` reads them from stdin and `corral policy test` from a file: one thing to judge each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from guards.errors import InputError

if TYPE_CHECKING:
    from guards.corral import Corral
    from guards.types import Verdict

MAX_LINE_BYTES = 10_000_000


def lines_of(raw: Iterable[bytes], name: str) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers.

    Raises:
        InputError: one is too long to be a row.
    """
    for number, line in enumerate(raw, start=1):
        if len(line) > MAX_LINE_BYTES:
            raise InputError(f"is over {MAX_LINE_BYTES} bytes long", field=f"{name} line {number}")
        if text := line.decode("utf-8", "replace").strip():
            yield number, text


def row_of(line: str) -> dict[str, Any]:
    """Raises:
    InputError: it is no JSON object; says where.
    """
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise NotJson(f"is no JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise NotJson(f"is no JSON: {error}") from None
    if not isinstance(row, dict):
        raise InputError("must be an object")
    return row


class NotJson(InputError):
    """The line is something else: plain text, most often."""


def judged(corral: Corral, row: dict[str, Any], role: str, budget_ms: float | None) -> tuple[Verdict, str]:
    """The verdict on a row, ``{"text", "role"?}`` or ``{"messages"}``, and its text.

    Raises:
        InputError: the row holds nothing to judge, or something else than it should.
        ValueError: a role that there is not.
    """
    from guards.wire import exchange_from_json

    if "messages" in row:
        return corral.judge(exchange_from_json(row, "row"), budget_ms=budget_ms), ""
    if "text" not in row:
        raise InputError("has neither `text` nor `messages`", field="row")
    if not isinstance(text := row["text"], str):
        raise InputError("must be a string", field="text")
    return corral.check(text, role=row.get("role", role), budget_ms=budget_ms), text
