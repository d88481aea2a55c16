"""One row's fields, each of the kind that it must be or an error that names it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

from ..errors import InputError, MalformedAnswer
from ..types import Finding
from ..wire import Json, finding_from_json


def finding_of(row: Json, where: str) -> Finding:
    """A finding without its message.

    Raises:
        InputError: it is none.
    """
    try:
        return finding_from_json({**row, "message": ""})
    except MalformedAnswer as error:
        raise InputError(str(error), field=where) from None


_REQUIRED: Any = object()
_KINDS = {str: "a string", int: "a whole number", bool: "true or false"}


@cache
def _by_name(kinds: Any) -> dict[str, Any]:
    return {str(kind): kind for kind in kinds}


class Fields:
    """A row's fields, each read once; `done` refuses what nobody asked for."""

    def __init__(self, row: Any, where: str) -> None:
        if not isinstance(row, dict):
            raise InputError("must be an object", field=where)
        self.row, self.where = row, where
        self._read: set[str] = set()

    def _take(self, name: str, fits: bool | None, what: str, value: Any) -> Any:
        if not fits:
            missing = name not in self.row
            raise InputError("is missing" if missing else f"must be {what}", field=f"{self.where} {name}")
        return value

    def _get(self, name: str) -> Any:
        self._read.add(name)
        return self.row.get(name)

    def text(self, name: str, default: str | None = None) -> str:
        value = self._get(name)
        value = default if name not in self.row and default is not None else value
        taken: str = self._take(name, isinstance(value, str), "a string", value)
        return taken

    def whole(self, name: str) -> int:
        value = self._get(name)
        fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        taken: int = self._take(name, fits, "a whole number", value)
        return taken

    def number(self, name: str, default: Any = _REQUIRED) -> Any:
        value = self._get(name)
        if name not in self.row and default is not _REQUIRED:
            return default
        fits = isinstance(value, int | float) and not isinstance(value, bool) and value >= 0
        return float(self._take(name, fits, "a number, 0 or more", value))

    def optional(self, name: str, kind: type) -> Any:
        value = self._get(name)
        if name not in self.row:
            return None
        fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        return self._take(name, fits, _KINDS[kind], value)

    def one_of(self, name: str, kinds: Any) -> Any:
        value, known = self._get(name), _by_name(kinds)
        if not isinstance(value, str) or value not in known:
            self._take(name, False, f"one of {', '.join(known)}", value)
        return known[value]

    def time(self, name: str) -> datetime:
        value = self.text(name)
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            found = None
        fits = found is not None and found.tzinfo is not None
        taken: datetime = self._take(name, fits, "a time as RFC 3339 has it, 2026-01-31T12:00:00.000Z", found)
        return taken.astimezone(UTC)

    def rows(self, name: str, *, needed: bool = True) -> Iterator[Fields]:
        value = self._get(name)
        if name not in self.row and not needed:
            return
        self._take(name, isinstance(value, list), "a list", value)
        for number, inner in enumerate(value):
            yield Fields(inner, f"{self.where} {name}[{number}]")

    def _table(self, name: str) -> Json:
        value = self._get(name)
        if name not in self.row:
            return {}
        taken: Json = self._take(name, isinstance(value, dict), "an object", value)
        return taken

    def counts(self, name: str) -> dict[str, int]:
        table = self._table(name)
        fits = all(isinstance(count, int) and not isinstance(count, bool) and count >= 0 for count in table.values())
        taken: dict[str, int] = self._take(name, fits, "an object of whole numbers", table)
        return taken

    def scores(self, name: str) -> dict[str, float]:
        table = self._table(name)
        fits = all(
            isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1
            for score in table.values()
        )
        self._take(name, fits and "" not in table, "an object of scores in [0, 1]", table)
        return {label: float(score) for label, score in table.items()}

    def finding(self, name: str) -> Finding | None:
        value = self._get(name)
        if name not in self.row:
            return None
        self._take(name, isinstance(value, dict), "an object", value)
        return finding_of(value, f"{self.where} {name}")

    def done(self) -> None:
        if unknown := sorted(self.row.keys() - self._read):
            raise InputError(
                "is not known in version 1", field=f"{self.where} {unknown[0]}", fix="was it written by Corral?"
            )
