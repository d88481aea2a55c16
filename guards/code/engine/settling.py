"""Which variables a condition settles, and with them what they were made of or went into."""

from __future__ import annotations

from collections.abc import Callable

from . import containers
from .conditions import Conditions
from .node import Node
from .question import ANY_SETTLED, PART, SETTLED, Question, State
from .tracks import settled

Tainted = Callable[[Node, State], bool]


class Settlement:
    """Of one rule on one piece of code: `known` is what variables were last set to, `origins` the names in it."""

    def __init__(self, asked: Question) -> None:
        self._asked = asked
        self.known: dict[str, Node] = {}
        self.origins: dict[str, frozenset[str]] = {}
        self.implied: dict[tuple[str, bool], frozenset[str]] = {}  # what a flag tells of other variables
        self.conditions = Conditions(asked.code.text, asked.key, self.known, self.implied, asked.code.checkers)

    def given(self, condition: Node, truth: bool, state: State, tainted: Tainted) -> State:
        """A state of its own where `condition` is `truth`."""
        own = set(state)
        self.settle_by(condition, truth, own, tainted)
        return own

    def settle_by(self, condition: Node, truth: bool, state: State, tainted: Tainted) -> None:
        if self._asked.track != "text":
            for name in settled(
                self._asked.track,
                condition,
                truth,
                self._asked.key,
                lambda node: tainted(node, state),
                self._asked.code.text,
            ):
                self.settle(name, state)
            return
        for name, strength in self.conditions.settled(condition, truth).items():
            if strength in self._asked.settling:
                self.settle(name, state)

    def settle(self, name: str, state: State) -> None:
        state.add(ANY_SETTLED)
        todo, done = [name], set[str]()
        while todo:
            one = todo.pop()
            if one not in done:
                done.add(one)
                state -= {one, PART + one}
                containers.forget(state, one)
                state.add(SETTLED + one)
                todo += self.origins.get(one, ())
        # What was made of settled values alone before is settled, too.
        for made, origins in self.origins.items():
            if made in state and origins and all(SETTLED + origin in state for origin in origins):
                state.discard(made)
