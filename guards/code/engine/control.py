"""Branches, loops and jumps: each way through them is followed, and the ways are joined where they meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .constants import truth, value_of
from .effects import Effects
from .node import Node
from .question import SETTLED, Question, State
from .settling import Settlement
from .statements import BLOCKS, BRANCHES, CASES, LOOPS, exits, labels, previous
from .values import Values
from .ways import chosen_cases, join_ways

_MAX_LOOPS = 3  # loops in loops that are walked twice: each doubles the work


class Control:
    """Of one rule on one piece of code; each changes `state` to what holds after the statement."""

    def __init__(
        self,
        asked: Question,
        settlement: Settlement,
        values: Values,
        effects: Effects,
        execute: Callable[[Node, State], None],
    ) -> None:
        """`execute` follows one statement or expression."""
        self._asked, self._settlement, self._values, self._effects = asked, settlement, values, effects
        self._execute = execute
        self.gotos: dict[str, State] = {}  # what holds at the jumps to a label of the function that is walked
        self._loops = 0
        self._left: list[list[State]] = []  # what holds where a loop is left or begun anew, by loop

    def given(self, condition: Node, truth: bool, state: State) -> State:
        """What holds where `condition` is `truth`; `state` is left as it is."""
        return self._settlement.given(condition, truth, state, self._values.is_tainted)

    def leave(self, state: State) -> bool:
        """``break``, ``continue``; False where what holds there is not kept."""
        if not self._left or self._asked.track != "text":
            return False
        self._left[-1].append(set(state))
        return True

    def jump(self, label: str, state: State) -> None:
        """``goto label``: what holds here may hold there."""
        known = self.gotos.get(label)
        if known is None:
            self.gotos[label] = set(state)
        else:
            join_ways(known, [set(known), state])

    def land(self, node: Node, state: State) -> None:
        """A place that is jumped to: what held at the jumps holds here, too."""
        jumps = self.gotos.get(node.kids[0].text)
        before = previous(node)
        if jumps is not None:
            join_ways(state, [jumps, *([] if before is not None and exits(before) else [set(state)])])
        for kid in node.kids[1:]:
            self._execute(kid, state)

    def choose(self, node: Node, state: State) -> None:
        """An ``if`` with all that follows it."""
        kids = node.kids
        body_at = 1
        if self._asked.code.language == "go":  # if err := f(); err != nil { ... }
            body_at = next((at for at, kid in enumerate(kids) if kid.kind == "block"), 1)
            for kid in kids[: body_at - 1]:
                self._execute(kid, state)
        after: list[State] = []
        clauses = [(kids[body_at - 1], kids[body_at])]
        rest = kids[body_at + 1 :]
        while rest and rest[0].kind in ("elif_clause", "else_if_clause") and len(rest[0].kids) >= 2:
            clauses.append((rest[0].kids[0], rest[0].kids[1]))
            rest = rest[1:]
        left = state
        for condition, body in clauses:
            self._execute(condition, left)
            known = truth(condition, self._asked.code.constants)
            yes, no = self.given(condition, True, left), self.given(condition, False, left)
            if known is not False:
                self._execute(body, yes)
                if not exits(body):
                    after.append(yes)
            left = no
            if known:
                break
        else:
            for other in rest[:1]:
                self._execute(other, left)
            if not (rest and exits(rest[0])):
                after.append(left)
        join_ways(state, after or [left])

    def switch(self, node: Node, state: State) -> None:
        """A choice among cases, those without a break fallen through."""
        asked = node.kids[0]
        self._execute(asked, state)
        blocks = [node, *(kid for kid in node.kids[1:] if kid.kind not in CASES)]
        cases = [kid for block in blocks for kid in block.kids if kid.kind in CASES]
        chosen = value_of(asked, self._asked.code.constants)
        if chosen is not None:
            cases = chosen_cases(cases, chosen)
        after: list[State] = []
        has_default = chosen is not None and bool(cases)
        falls: State | None = None  # what holds where the case before has no break
        for case in cases:
            own = set(state)
            told = labels(case)
            if told and all(label.kind in ("string", "character_literal", "char_literal") for label in told):
                for name in self._settlement.conditions.names(asked):
                    self._settlement.settle(name, own)
            if falls is not None:
                join_ways(own, [set(own), falls])
            text = self._asked.code.text(case)
            has_default = has_default or "default" in text[:12] or text.startswith(("case _", "_ ", "_=>"))
            self._execute(case, own)
            leaves = any(exits(kid) for kid in case.kids)
            falls = own if not leaves and self._asked.code.language not in ("go", "python", "rust") else None
            if not any(exits(kid) and kid.kind != "break_statement" for kid in case.kids):
                after.append(own)
        if not has_default or not after:
            after.append(state)
        join_ways(state, after)

    def branch(self, node: Node, state: State) -> None:
        """The parts of a try, or of anything else of which one or more may run."""
        blocks = [kid for kid in node.kids if kid.kind in BLOCKS or kid.kind in BRANCHES or kid.kind in LOOPS]
        for kid in node.kids:
            if kid not in blocks:
                self._execute(kid, state)
        if node.kind not in ("try_statement", "try_with_resources_statement"):
            after = [state]
            for block in blocks:
                own = set(state)
                self._execute(block, own)
                after.append(own)
            join_ways(state, after)
            return
        before = set(state)
        after = []
        for number, block in enumerate(blocks):
            if block.kind in ("else_clause", "finally_clause"):
                join_ways(state, after or [state])
                self._execute(block, state)
                after = [set(state)]
                continue
            own = set(before)
            self._execute(block, own)
            body = block.kids[-1] if block.kids and number else block
            if not exits(body):
                after.append(own)
            if number == 0:
                join_ways(before, [before, own])
        join_ways(state, after or [before])

    def repeat(self, node: Node, kids: Sequence[Node], state: State) -> None:
        """A loop; `kids`: those of its parts in which something happens, or a sink is."""
        before = set(state)
        counts = self._asked.track != "text" and node.kind == "for_statement" and len(node.kids) == 4
        if counts:  # begin; condition; step; body
            self._execute(node.kids[0], state)
            before = set(state)
            kids = [node.kids[1], node.kids[3], node.kids[2]]
        self._loops += 1
        self._left.append([])
        once = any(exits(kid) for kid in node.kids if kid.kind in BLOCKS)
        for _ in range(2 if self._loops <= _MAX_LOOPS and not once else 1):
            self._effects.loop_variable(node, state)
            if node.kind == "while_statement" and node.kids:
                self._settlement.settle_by(node.kids[0], True, state, self._values.is_tainted)
            for at, kid in enumerate(kids):
                self._execute(kid, state)
                if counts and at == 0:
                    self._effects.count_up(kid, state)
                    self._settlement.settle_by(kid, True, state, self._values.is_tainted)
        self._loops -= 1
        left = self._left.pop()
        checked = self._effects.letters_checked(node)
        if once:  # what is done before it returns or breaks off is not done again
            state |= before
        elif self._asked.track != "state":  # what a loop sets is taken as set: it hardly ever runs not once
            join_ways(state, [before, set(state)])
        for own in left:
            state |= {name for name in own if not name.startswith(SETTLED)}
        for name in checked:
            self._settlement.settle(name, state)
        if node.kind == "while_statement" and node.kids:
            self._settlement.settle_by(node.kids[0], False, state, self._values.is_tainted)
