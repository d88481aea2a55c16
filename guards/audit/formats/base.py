"""What the formats share: how times, names and fields are read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ...errors import InputError
from ...types import Exchange
from ..record import Origin, Record

Json = Mapping[str, Any]
MILLISECONDS_FROM = 1e11  # as seconds that would be the year 5138


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of row: `fits` says whether its fields look like it, `read` gives a record's parts or raises."""

    name: str
    what: str
    fits: Callable[[Json], bool]
    read: Callable[[Json], Mapping[str, Any]]

    def record(self, row: Json, origin: Origin) -> Record:
        """Raises:
        InputError: the row lacks what the format has, or holds nothing to judge.
        """
        parts = dict(self.read(row))
        exchange = parts.get("exchange")
        if not isinstance(exchange, Exchange):
            raise InputError("holds no conversation")
        if parts.get("stored") is None and not (exchange.messages or exchange.attached or exchange.declared):
            raise InputError("holds no text", fix="a row needs a prompt, a response or messages")
        return Record(origin=origin, format=self.name, **parts)


def time_of(value: Any, field: str) -> datetime | None:
    """A time as logs write it: seconds or milliseconds since 1970, or ISO 8601; without a zone it is UTC.

    Raises:
        InputError: it is none of these.
    """
    if value is None or value == "":
        return None
    try:
        if isinstance(value, datetime):
            return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                found = datetime.fromisoformat(value)
                return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return datetime.fromtimestamp(value / 1000 if value > MILLISECONDS_FROM else value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    raise InputError("is no time: seconds since 1970, or 2026-01-31T12:00:00Z", field=field)


def first(row: Json, *names: str) -> Any:
    """The first of these fields that is there and not empty."""
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def name_of(row: Json, *names: str) -> str | None:
    """A short name out of the first of these fields that holds one."""
    found = first(row, *names)
    return str(found)[:200] if isinstance(found, str | int) and not isinstance(found, bool) else None


def table(row: Json, name: str) -> Json:
    """An inner object, empty where there is none."""
    found = row.get(name)
    return found if isinstance(found, Mapping) else {}


ID_FIELDS = ("id", "request_id", "trace_id", "call_id")
TIME_FIELDS = ("time", "timestamp", "created_at", "created", "startTime", "start_time", "date")
KEY_FIELDS = ("key_alias", "api_key_alias", "key_name", "team", "user", "user_id", "end_user")


def common(row: Json) -> dict[str, Any]:
    """Id, time, key and language under the names that logs commonly give them."""
    language = row.get("language") or row.get("lang")
    return {
        "id": name_of(row, *ID_FIELDS),
        "time": time_of(first(row, *TIME_FIELDS), "time"),
        "key": name_of(row, *KEY_FIELDS),
        "language": language[:2].lower() if isinstance(language, str) and language[:2].isalpha() else None,
    }
