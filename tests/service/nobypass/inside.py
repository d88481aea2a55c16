"""Cells for what judges inside of applications: each way of using `guards.middleware`, each side of it, guard and action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from guards import Corral
from guards.policy import parse_policy
from guards.types import Ladder

from .ways import SIDES, UNCHANGED, WAYS, Given, Outcome

ACTIONS = ("block", "redact", "flag")
PLACES = {"request": "prompt", "document": "document", "answer": "reply", "call": "call"}


@dataclass(frozen=True, slots=True)
class Inside:
    """One way of use, one side of it, one guard, one action."""

    way: str
    side: str
    guard: str
    action: str

    @property
    def kind(self) -> str:
        return self.way.partition(",")[0]

    def __str__(self) -> str:
        return f"{self.way} {self.side}: {self.guard} {self.action}"


def inside(guards: tuple[str, ...]) -> Iterator[Inside]:
    """Every cell."""
    for way in WAYS:
        for side, guard, action in product(SIDES[way.partition(",")[0]], guards, ACTIONS):
            yield Inside(way, side, guard, action)


async def run(cell: Inside, guard: Any, text: str, bad: str, after: str) -> str:
    """ "" where the cell holds, else what is wrong with it."""
    policy = parse_policy(
        f"version: 1\nname: matrix\nbudget_ms: 20000\nguards:\n  {cell.guard}:\n"
        "    stages: [input, document, output, tool_call]\n"
        f"    thresholds: {{unsafe: {{{cell.action}: 0.5}}}}\n    treatments: {{block: {cell.action}}}\n"
    )
    with Corral(policy, ladders=[Ladder.of(guard)]) as corral:
        outcome = await WAYS[cell.way](corral, Given(**{PLACES[cell.side]: text}))
    action = "block" if cell.action == "redact" and (cell.kind, cell.side) in UNCHANGED else cell.action
    if cell.side in ("request", "document"):
        return _asked_fault(outcome, action, bad, after, may_go_without=cell.side == "document")
    if cell.side == "call":
        return _call_fault(outcome, action, text, bad)
    return _answer_fault(outcome, action, text, bad, after)


def _asked_fault(outcome: Outcome, action: str, bad: str, after: str, *, may_go_without: bool) -> str:
    asked = outcome.asked
    if action == "block" and asked is None:
        return "" if outcome.stopped else "nobody is told"
    if action == "block":
        without = may_go_without and bad not in asked and after not in asked and "Fine." in outcome.shown
        return "" if without else "reached the model"
    if asked is None or "Fine." not in outcome.shown:
        return "is not answered"
    return "" if (bad in asked) == (action == "flag") and after in asked else f"the model was asked {asked!r}"


def _call_fault(outcome: Outcome, action: str, text: str, bad: str) -> str:
    if action == "block":
        return "" if outcome.called == [] and outcome.stopped else f"may be made: {outcome.called}"
    wanted = text if action == "flag" else text.replace(bad, "[redacted]")
    return "" if outcome.called == [wanted] and not outcome.stopped else f"what may be made is {outcome.called}"


def _answer_fault(outcome: Outcome, action: str, text: str, bad: str, after: str) -> str:
    if action == "flag":
        return "" if outcome.shown == text and not outcome.stopped else f"is not shown: {outcome.shown!r}"
    if bad in outcome.shown:
        return "is shown"
    if action == "block":
        return "" if outcome.stopped and after not in outcome.shown else "is not stopped"
    return "" if outcome.shown == text.replace(bad, "[redacted]") else f"is not redacted: {outcome.shown!r}"
