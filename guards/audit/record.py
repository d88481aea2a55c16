"""A row of somebody's log, read: the conversation, and what the log says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ..decisions import Decision
from ..types import Exchange


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: the input as it was named, and its number in it, from 1; a line of a text file."""

    file: str
    row: int


@dataclass(frozen=True, slots=True)
class Record:
    """One exchange of a log.

    `stored` is set for a row of Corral's own decision log: it holds scores, and texts only where the policy that wrote
    it allowed that; `exchange` is empty where it holds none. `unjudged` counts parts that no guard reads, by their kind:
    ``{"image_url": 2}``.
    """

    origin: Origin
    format: str
    exchange: Exchange
    id: str | None = None  # the log's own
    time: datetime | None = None  # in UTC
    key: str | None = None  # the name of who asked: a key's alias, a team, a user; never a secret
    language: str | None = None  # ISO 639-1
    stored: Decision | None = None
    unjudged: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be read, or (`row` None) an input that broke off; kept aside, never dropped unsaid."""

    file: str
    row: int | None
    reason: str
