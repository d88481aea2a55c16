"""What decisions are compared with: another policy, the decisions that the log itself holds, or those of an earlier audit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..policy import Policy
from ..types import Action
from .results import Audited, read_results

TABLE = "against.sqlite"


@dataclass(frozen=True, slots=True)
class Against:
    """At most one of these is set."""

    policy: Policy | None = None
    recorded: bool = False  # what the log says was decided
    table: Path | None = None  # made by `table_of`
    name: str = ""  # for people

    @property
    def told(self) -> str:
        return f"{self.policy.name}@{self.policy.revision}" if self.policy else self.name


def table_of(decisions: Path, folder: Path) -> Path:
    """An earlier audit's decisions by id, on disk: a log of any length is looked up in little memory.

    Raises:
        InputError: `decisions` is no audit's result.
    """
    path = folder / TABLE
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table decisions (id text primary key, action text) without rowid")
        rows = ((audited.id, audited.action.value) for audited in read_results(decisions))
        try:
            with database:
                database.executemany("insert or replace into decisions values (?, ?)", rows)
        except sqlite3.Error as error:
            raise InputError(f"can't be kept for the comparison: {error}", field=str(path)) from None
    return path


class Table:
    """Looks decisions up in what `table_of` made."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)

    def action(self, id: str) -> Action | None:
        found = self._database.execute("select action from decisions where id = ?", (id,)).fetchone()
        return Action(found[0]) if found else None

    def close(self) -> None:
        self._database.close()


def changed(audited: Audited) -> str | None:
    """``newly blocked``, ``newly passed``, ``newly flagged``, ``no longer flagged``; None where nothing changed."""
    return None if audited.before is None else kind_of_change(audited.before, audited.action)


def kind_of_change(before: Action, now: Action) -> str | None:
    """In words, as `changed` has them; None where nothing changed."""
    if before is now:
        return None
    if now is Action.BLOCK:
        return "newly blocked"
    if before is Action.BLOCK:
        return "newly passed"
    return "newly flagged" if now.force > before.force else "no longer flagged"
