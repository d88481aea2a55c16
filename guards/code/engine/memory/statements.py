"""The statements of a function of C or C++: each way through them, and what holds where the ways meet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from guards.code.engine.node import Node
from guards.code.engine.source import Code
from guards.code.engine.statements import CASES, exits
from guards.code.engine.ways import chosen_cases

from .calls import Calls
from .conditions import absent
from .expressions import Expressions
from .facts import Facts
from .loops import counted, jumps_out, loop_parts, set_in
from .values import NULL, Pointers, State, Value, joined
from .variables import Variables

MAX_STATEMENTS = 20_000  # what is longer is followed no further
_SEQUENCES = frozenset({"compound_statement", "else_clause", "declaration_list", "linkage_specification"})


class TooLong(Exception):
    """The code is too long to be followed further."""


@dataclass(slots=True)
class _Jumps:
    """What holds where one call of a function is left, and where its statements jump."""

    returned: list[tuple[Value | None, State]] = field(default_factory=list)
    gotos: dict[str, list[State]] = field(default_factory=dict)  # by label
    left: list[list[State]] = field(default_factory=list)  # by loop or switch: at its breaks
    again: list[list[State]] = field(default_factory=list)  # by loop: where it begins its next turn


class Statements:
    """Of one piece of code; counts those that it follows."""

    def __init__(self, code: Code, facts: Facts, expressions: Expressions, calls: Calls, variables: Variables) -> None:
        self._code, self._facts, self._expressions, self._calls = code, facts, expressions, calls
        self._variables = variables
        self._jumps: list[_Jumps] = []  # of the calls that are under way
        self._steps = 0

    def run(self, body: Node, state: State) -> list[tuple[Value | None, State]]:
        """Runs a function's body; what is returned on each way out, with what holds then."""
        goes_on = True
        self._jumps.append(_Jumps())
        if body.kind == "compound_statement":
            goes_on = self._execute(body, state)
        returned = self._jumps.pop().returned
        return [*returned, *([(None, state)] if goes_on else [])]

    def _execute(self, node: Node, state: State) -> bool:
        """Follows one statement, changing `state` to what holds after it; whether anything comes after it."""
        self._steps += 1 + (len(state.frames[-1]) + len(state.texts) + len(state.owed)) // 16
        if self._steps > MAX_STATEMENTS:
            raise TooLong
        kind = node.kind
        if kind in _SEQUENCES:
            return self._sequence(node.kids, state)
        if kind == "declaration":
            self._variables.declare(node, state)
            return True
        if kind == "if_statement" and len(node.kids) >= 2:
            return self._if(node, state)
        if kind in ("for_statement", "while_statement", "do_statement", "for_range_loop"):
            return self._loop(node, state)
        if kind == "switch_statement" and len(node.kids) == 2:
            return self._switch(node, state)
        if kind == "return_statement":
            value = self._expressions.value(node.kids[0], state) if node.kids else None
            self._jumps[-1].returned.append((value, state.copy()))
            return False
        if kind in ("break_statement", "continue_statement"):
            ways = self._jumps[-1].left if kind == "break_statement" else self._jumps[-1].again
            if ways:
                ways[-1].append(state.copy())
            return False
        if kind == "goto_statement" and node.kids:
            self._jumps[-1].gotos.setdefault(node.kids[0].text, []).append(state.copy())
            return False
        if kind == "labeled_statement":
            return self._sequence([node], state)
        if kind == "try_statement":
            return self._try(node, state)
        if kind in ("function_definition", "preproc_def", "type_definition"):
            return True
        if kind == "call":
            self._facts.tell(node, "unheeded")
        self._expressions.value(node, state)
        return not exits(node)

    def _sequence(self, nodes: list[Node], state: State) -> bool:
        goes_on = True
        for node in nodes:
            if node.kind == "labeled_statement":
                jumps = self._jumps[-1].gotos.pop(node.kids[0].text, [])
                if jumps:
                    state.become(joined([*jumps, *([state] if goes_on else [])]))
                    goes_on = True
                goes_on = goes_on and self._sequence(node.kids[1:], state)
            elif goes_on:
                goes_on = self._execute(node, state)
        return goes_on

    def _if(self, node: Node, state: State) -> bool:
        condition, *ways = node.kids
        known = self._expressions.truth(condition, state)
        after = []
        for truth, body in zip((True, False), (*ways, None), strict=False):
            if known is not None and known != truth:
                continue
            given = self._given(condition, truth, state)
            if body is None or self._execute(body, given):
                after.append(given)
        if not after:
            return False
        state.become(joined(after))
        return True

    def _given(self, condition: Node, truth: bool, state: State) -> State:
        given = self._expressions.doubting(condition, state)
        given = state.copy() if given is state else given
        for key in absent(condition, truth, self._code):
            held = self._expressions.get(key, given)
            if isinstance(held, Pointers):
                for place in held.places:
                    if place.block in given.owed:
                        given.owed[place.block] = "nothing"
                self._expressions.set(key, NULL, given)
        return given

    def _switch(self, node: Node, state: State) -> bool:
        number = self._expressions.number(node.kids[0], state)
        cases = [kid for kid in node.kids[1].kids if kid.kind in CASES]
        taken = cases if number is None else chosen_cases(cases, float(number))
        self._jumps[-1].left.append([])
        begin, goes_on = state.copy(), number is not None
        for case in taken:
            if number is None:
                state.become(joined([begin.copy(), *([state] if goes_on else [])]))
            labels = 1 if case.kids and self._code.text(case).startswith("case") else 0
            goes_on = self._sequence(case.kids[labels:], state)
            if number is not None and not goes_on:
                break
        has_default = any(not self._code.text(case).startswith("case") for case in cases)
        ways = [*self._jumps[-1].left.pop(), *([state] if goes_on or not taken else [])]
        if number is None and not has_default:
            ways.append(begin)
        if not ways:
            return False
        state.become(joined(ways))
        return True

    def _loop(self, node: Node, state: State) -> bool:
        begin, condition, update, body = loop_parts(node)
        if begin is not None:
            self._execute(begin, state)
        before = state.copy()
        known = self._expressions.truth(condition, state) if condition is not None else node.kind == "for_statement"
        if known is False and node.kind != "do_statement":
            return True
        range_ = None
        if condition is not None and node.kind != "do_statement":
            range_ = counted(condition, update, body, self._expressions, state, self._code)
        for part in (condition, update, body):
            if part is not None:
                self._forget(part, state)
        if range_ is not None:
            name, numbers, _ = range_
            if numbers.low > numbers.high:
                state.become(before)
                return True
            # Where the loop may be left before its end, nobody knows how far the counter gets.
            self._expressions.set(name, None if jumps_out(body) else numbers, state)
        elif condition is not None and node.kind != "do_statement":
            state.become(self._given(condition, True, state))
        self._jumps[-1].left.append([])
        self._jumps[-1].again.append([])
        goes_on = self._execute(body, state)
        if update is not None and range_ is None:
            self._expressions.value(update, state)
        ends = [*([state] if goes_on else []), *self._jumps[-1].again.pop()]
        left = self._jumps[-1].left.pop()
        endless = known is True and range_ is None
        once = range_ is not None or node.kind == "do_statement"
        ways = [*left, *(ends if not endless else []), *([] if endless or once else [before])]
        if not ways:
            return False
        after = joined(ways)
        if condition is not None and not left:
            for key in absent(condition, False, self._code):
                self._expressions.set(key, NULL, after)
        if range_ is not None:
            self._expressions.set(range_[0], range_[2] if not left else None, after)
        state.become(after)
        return True

    def _forget(self, part: Node, state: State) -> None:
        """What a loop sets is not known when it begins anew."""
        for key, steps in set_in(part, self._code):
            held = self._expressions.get(key, state)
            if isinstance(held, Pointers):
                if steps:
                    places = frozenset(replace(place, offset=None) for place in held.places)
                    self._expressions.set(key, replace(held, places=places, moved=True), state)
                    continue
                if any(
                    place.block.origin == "stack" and place.block.made.kind == "declaration" for place in held.places
                ):
                    continue
                self._calls.escape(held, state)
            self._expressions.set(key, None, state)

    def _try(self, node: Node, state: State) -> bool:
        before = state.copy()
        before.frames[-1].clear()
        before.texts.clear()
        before.owed.clear()
        ways = [state] if self._execute(node.kids[0], state) else []
        for kid in node.kids[1:]:
            caught = before.copy()
            if kid.kids and self._execute(kid.kids[-1], caught):
                ways.append(caught)
        if not ways:
            return False
        state.become(joined(ways))
        return True
