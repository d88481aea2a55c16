"""What a taint rule asks of a piece of code, and how what is known of its variables is written down.

A state is a set of names of variables, members and items: of those that are tainted, and with a prefix of those that
are settled, or that count once they are put together with other text.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from .conditions import Strength
from .node import Node
from .reach import Reach
from .source import Code
from .tracks import Track

State = set[str]
Parameters = Literal["no", "joined", "yes"]

SETTLED = "\0settled:"
ANY_SETTLED = "\0settled"  # stands where something is, or was
PART = "\0part:"  # a parameter that counts once something is put together with it
OWN_FIELDS = ("self.", "this.", "$this->")
# Fields that say how an object is set up rather than what it is given: a parameter in them counts for nothing.
_SET_UP = re.compile(
    r"(^|_)(attribute|base|col|collection|column|dir|directory|field|folder|host|path|port|prefix|root|schema|table|url)s?$|(Dir|Path|Url|Table)$"
)


def is_kept(key: str) -> bool:
    """Whether what one method leaves under `key` is there for the others: a field of their object."""
    if not key.startswith(PART):
        return key.startswith(OWN_FIELDS)
    field = key.removeprefix(PART)
    return field.startswith(OWN_FIELDS) and not sets_up(field)


def sets_up(name: str) -> bool:
    """Whether what a variable or field is called says that it sets something up: a folder, a table, a column."""
    return _SET_UP.search(re.split(r"\W+", name)[-1]) is not None


@dataclass(frozen=True, slots=True)
class Question:
    """Nodes stand for themselves, by identity."""

    code: Code
    sources: Set[int]
    clean: Set[int]  # what a sanitiser has made safe
    tainted_parameters: Parameters
    from_requests: bool  # its sources are requests, so what a framework takes from them counts, too
    settling: frozenset[Strength]  # how good a check must be to count
    track: Track
    of_addresses: bool = False  # a fixed beginning settles where an address leads
    of_places: bool = False  # what a path begins with is no stranger's
    reach: Reach | None = None  # what could be tainted at all; None: anything

    def key(self, node: Node) -> str | None:
        """The name of a variable, a member or an item in a state; None for anything else."""
        return self.code.key(node)
