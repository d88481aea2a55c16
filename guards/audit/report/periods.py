"""Days, weeks, months or years: the shortest that a time chart has room for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

MOST = 62  # columns that can still be told apart


@dataclass(frozen=True, slots=True)
class Periods:
    """Counts of actions by period, one after the other: a period without records is there, and empty."""

    unit: str
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    first: Callable[[date], date]  # day of the period that a day lies in
    days: int  # of the longest: so many after a first day lies the next period
    shown: str


_UNITS = (
    _Unit("day", lambda day: day, 1, "%Y-%m-%d"),
    _Unit("week", lambda day: day - timedelta(days=day.weekday()), 7, "week of %Y-%m-%d"),
    _Unit("month", lambda day: day.replace(day=1), 31, "%Y-%m"),
    _Unit("year", lambda day: day.replace(month=1, day=1), 366, "%Y"),
)


def periods(days: Mapping[str, Mapping[str, int]]) -> Periods:
    """The days, gathered into the shortest unit of which there are at most `MOST` from the first to the last."""
    for unit in _UNITS:
        found: dict[date, Counter[str]] = {}
        for day, counts in sorted(days.items()):
            found.setdefault(unit.first(date.fromisoformat(day)), Counter()).update(counts)
        if len(every := list(_between(unit, found))) <= MOST:
            return Periods(unit.name, {first.strftime(unit.shown): found.get(first, {}) for first in every})
    return Periods(unit.name, {first.strftime(unit.shown): counts for first, counts in [*found.items()][-MOST:]})


def _between(unit: _Unit, found: Mapping[date, object]) -> Iterator[date]:
    """The first days of all periods from the earliest to the latest, and of those after `MOST` one more."""
    if not found:
        return
    at, last = min(found), max(found)
    yield at
    for _ in range(MOST):
        if at >= last:
            return
        at = unit.first(at + timedelta(days=unit.days))
        yield at
