"""The walk through the functions of a piece of C or C++: each once, with those that it calls."""

from __future__ import annotations

from dataclasses import replace

from guards.code.engine.calls import handed_over
from guards.code.engine.functions import parameter_order
from guards.code.engine.node import Node
from guards.code.engine.source import Code

from .calls import Calls
from .expressions import Expressions, Frame
from .facts import Facts
from .layout import Layout
from .statements import Statements, TooLong
from .values import NULL, Numbers, Pointers, State, Value, joined
from .variables import Variables

_MAX_CALLS = 3
_MEMORY = frozenset({"heap", "new", "new[]"})


def facts_of(code: Code) -> Facts:
    """What a walk through all functions finds out about memory."""
    walk = Walk(code)
    walk.run()
    return walk.facts


class Walk:
    """Of one piece of code."""

    def __init__(self, code: Code) -> None:
        self._code, self.facts, self._layout = code, Facts(), Layout(code)
        self._expressions = Expressions(code, self._layout, self.facts, self._other)
        self._calls = Calls(code, self._layout, self.facts, self._expressions, self._follow)
        self._variables = Variables(code, self._layout, self.facts, self._expressions, self._calls)
        self._statements = Statements(code, self.facts, self._expressions, self._calls, self._variables)
        self._under_way: list[Node] = []

    def run(self) -> None:
        try:
            state = State([{}])
            for node in self._code.by_kind.get("declaration", ()):
                if not any(above.kind == "function_definition" for above in node.within()):
                    self._variables.declare(node, state)
            changed = self._code.constants
            frame = state.frames[0]
            for name in [name for name, value in frame.items() if isinstance(value, Numbers) and name not in changed]:
                del frame[name]
            for name in [name for name, value in frame.items() if value == NULL or _is_moved(value)]:
                del frame[name]
            for function in self._code.by_kind.get("function_definition", ()):
                self._function(function, state.copy())
        except TooLong:
            return

    def _function(self, function: Node, state: State) -> None:
        del self._expressions.frames[1:]
        bound: dict[str, Value] = {}
        self._enter(function, bound, state)
        # What a helper does with what is not known tells nothing where all its calls were followed.
        self.facts.doubts = function not in self._code.callers
        name = next((part.text for part in function.kids[-2].walk() if part.kind == "name"), "")
        ways = self._statements.run(function.kids[-1], state)
        self._under_way.pop()
        for value, left in ways:
            self._calls.escape(value, left)
            for block, owed in left.owed.items() if name != "main" else ():
                # Of a file that is closed at the end, a way on which it is not is told by other rules.
                if owed == "yes" and (block.origin in _MEMORY or block not in self._calls.given_up):
                    self.facts.tell(block.made, "never-released")

    def _enter(self, function: Node, bound: dict[str, Value], state: State) -> None:
        frame = Frame()
        for name in parameter_order(function, self._code.language):
            frame.types[name] = ""
        for list_ in (part for kid in function.kids[:-1] for part in kid.walk() if part.kind == "parameter_list"):
            for parameter in list_.kids:
                self._parameter(parameter, frame, bound)
        self._expressions.frames.append(frame)
        state.frames.append(bound)
        self._under_way.append(function)

    def _parameter(self, parameter: Node, frame: Frame, bound: dict[str, Value]) -> None:
        if len(parameter.kids) < 2:
            return
        inner = parameter.kids[-1]
        while inner.kids and inner.kind in ("array_declarator", "pointer_declarator", "reference_declarator"):
            inner = inner.kids[0]
        if inner.kind != "name":
            return
        name = inner.text
        declared = self._code.text(parameter).rpartition(name)[0]
        frame.types[name] = declared + ("*" if parameter.kids[-1].kind == "array_declarator" else "")
        held = bound.get(name)
        if isinstance(held, Pointers) and "*" in frame.types[name]:
            step = self._layout.size(frame.types[name].replace("*", "", 1))
            bound[name] = replace(held, step=step, moved=False)

    def _follow(
        self, call: Node, function: Node, values: list[Value | None], state: State
    ) -> tuple[bool, Value | None]:
        if len(self._under_way) > _MAX_CALLS or function in self._under_way or function.kind != "function_definition":
            return False, None
        bound: dict[str, Value] = {}
        by_node = dict(zip(call.kids[1:], values, strict=True))
        for name, argument in handed_over(call, function, self._code.language):
            value = by_node.get(argument)
            if value is not None:
                bound[name] = value
            key = self._code.key(argument)
            if key is not None:  # the parts of a structure
                frame, own = self._expressions.place_of(key)
                for part, held in state.frames[frame].items():
                    if part.startswith((own + ".", own + "->", own + "[")):
                        bound[name + part[len(own) :]] = held
        if len(self._expressions.frames) != len(state.frames):
            return False, None
        self._enter(function, bound, state)
        ways = self._statements.run(function.kids[-1], state)
        self._under_way.pop()
        self._expressions.frames.pop()
        if not ways:
            return True, None
        returned = {value for value, _ in ways}
        after = joined([own for _, own in ways])
        after.frames.pop()
        state.become(after)
        if len(returned) == 1:
            return True, returned.pop()
        pointers = [value for value in returned if isinstance(value, Pointers)]
        if pointers and all(isinstance(value, Pointers) or value == NULL for value in returned):
            places = frozenset(place for value in pointers for place in value.places)
            return True, replace(pointers[0], places=places)
        for value in returned:
            self._calls.escape(value, state)
        return True, None

    def _other(self, node: Node, state: State) -> Value | None:
        """What no simple expression is."""
        match node.kind:
            case "call":
                return self._calls.call(node, state)
            case "new":
                return self._calls.new(node, state)
            case "delete_expression":
                self._calls.delete(node, state)
                return None
            case "assign" if len(node.kids) == 2:
                return self._variables.assign(node, state)
            case "update_expression":
                return self._variables.count(node, state)
            case "declaration":
                self._variables.declare(node, state)
                return None
            case "lambda_expression":
                for part in node.walk():
                    if part.kind == "name":
                        self._calls.escape(self._expressions.get(part.text, state), state)
                return None
        for kid in node.kids:
            self._calls.escape(self._expressions.value(kid, state), state)
        return None


def _is_moved(value: Value) -> bool:
    return isinstance(value, Pointers) and not any(place.block.origin == "stack" for place in value.places)
