"""Several ways through a program: which of them are taken, and what holds where they meet."""

from __future__ import annotations

from collections.abc import Sequence

from .constants import value_of
from .node import Node
from .question import SETTLED, State
from .statements import exits, labels


def chosen_cases(cases: list[Node], value: float | str) -> list[Node]:
    """The cases that run where the value asked about is known, those without a break fallen through."""
    begin = next(
        (at for at, case in enumerate(cases) if any(value_of(label, {}) == value for label in labels(case))), None
    )
    if begin is None:
        begin = next((at for at, case in enumerate(cases) if not labels(case)), len(cases))
    end = begin
    while end < len(cases) and not any(exits(kid) for kid in cases[end].kids):
        end += 1
    return cases[begin : end + 1]


def join_ways(state: State, after: Sequence[State]) -> None:
    """Makes `state` what holds after one of several ways: tainted on one is tainted, settled is what is so on all."""
    first = after[0]
    if all(own == first for own in after[1:]):
        if first is not state:
            state.clear()
            state |= first
        return
    settled = set.intersection(*({name for name in own if name.startswith(SETTLED)} for own in after))
    tainted = {name for own in after for name in own if not name.startswith(SETTLED)}
    state.clear()
    state |= tainted | settled
