"""What of a piece of code could be tainted at all: everything else need not be followed.

A look ahead without an order of statements, wider than the truth: what holds a source could be tainted, so could what
is assigned from it or filled with it, and every other place where that name stands in the same function. A test holds
that rules find the same without it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .callbacks import called_back, item_names
from .calls import called_name
from .filling import may_fill
from .functions import FUNCTIONS, decorated_parameters, parameter_order, parameters, promoted
from .letters import flags
from .node import Node
from .statements import BLOCKS, LOOPS, targets

if TYPE_CHECKING:
    from .source import Code

_OWN_FIELDS = ("self.", "this.", "$this->")


class Reach:
    """Of one set of sources: `values` could be tainted, or hold something that could; `ways` lead to one."""

    def __init__(self, code: Code, sources: Iterable[Node], done: Iterable[Node], functions: Iterable[Node]) -> None:
        """`done`: variables that something is done to; `functions`: those whose parameters a stranger may fill."""
        self._code = code
        self.values: set[Node] = set()
        self.ways: set[Node] = set()
        self._names: set[tuple[str, int, int]] = set()  # a name, and where it is that variable
        done = list(done)
        self._todo: list[Node] = [*sources, *done]
        for node in done:
            self._name(code.key(node), node)
        for function in functions:
            for name in parameters(function, code.language) | decorated_parameters(function):
                self._name_in(name, function)
            for field in promoted(function).values():
                self._name_in(field, None)
        for kind in ("goto_statement", "labeled_statement"):
            for node in code.by_kind.get(kind, ()):
                self._lead_to(node)
        while self._todo:
            self._climb(self._todo.pop())

    def _climb(self, node: Node) -> None:
        """`node` could be tainted, and all that it stands in, as far as values go."""
        at: Node | None = node
        while at is not None and at not in self.values:
            self.values.add(at)
            self.ways.add(at)
            if at.kind in FUNCTIONS:  # what it is called for is another value
                self._todo += self._code.calls_of(at)
                self._lead_to(at.parent)
                break
            self._give(at)
            at = at.parent

    def _lead_to(self, at: Node | None) -> None:
        while at is not None and at not in self.ways:
            self.ways.add(at)
            at = at.parent

    def _give(self, node: Node) -> None:
        """What a node that holds something tainted could give it to."""
        kind = node.kind
        if kind == "assign":
            for place in targets(node.kids[0]):
                self._name(self._code.key(place), node)
                while place.kind == "index":
                    place = place.kids[0]
                    self._name(self._code.key(place), node)
                if place.kind == "name" and place.text in self._code.fields:
                    self._name(f"this.{place.text}", node)
        elif kind == "call":
            self._fill(node)
        elif kind == "new":
            self._hand_over(node)
        elif kind in LOOPS:
            for kid in node.kids:
                if kid.kind not in BLOCKS:
                    self._all_names(kid, node)
            if self._code.language in ("c", "cpp"):
                for flag, *_ in flags(node, lambda _: ()):  # what it notes says something of what it looked at
                    self._name(flag, node)
        elif kind in ("as_pattern", "let_condition", "match_expression"):
            self._all_names(node, node)
        elif kind == "binary" and node.text == "<<":
            stream = node
            while stream.kind == "binary" and stream.text == "<<":
                stream = stream.kids[0]
            self._name(self._code.key(stream), node)

    def _fill(self, call: Node) -> None:
        name = called_name(call)
        if may_fill(name):
            callee, *arguments = call.kids
            for part in (*callee.kids[:1], *(arguments if name == "sscanf" else arguments[:2])):
                self._name(self._code.key(part), call)
                root = part
                while root.kind in ("member", "call", "index") and root.kids:
                    root = root.kids[0]
                self._name(self._code.key(root), call)
        self._hand_over(call)

        called = called_back(call, self._code.language)
        if called is not None:
            for name in item_names(called[0]):
                self._name_in(name, called[0])

    def _hand_over(self, call: Node) -> None:
        name = called_name(call)
        function = self._code.functions.get(name) or self._code.constructors.get(name)
        if function is not None:
            if function in self._code.outputs:
                for argument in call.kids[1:]:
                    self._all_names(argument, call)
            for parameter in parameter_order(function, self._code.language):
                self._name_in(parameter, function)
            for field in promoted(function).values():
                self._name_in(field, None)

    def _all_names(self, part: Node, node: Node) -> None:
        for one in part.walk():
            if one.kind in ("name", "as_pattern_target"):
                self._name(one.text, node)

    def _name(self, key: str | None, node: Node) -> None:
        """What `key` names at `node`: a variable of the function around it, or a field."""
        if key is None:
            return
        around: Node | None = node
        if not key.startswith(_OWN_FIELDS):
            while around is not None and around.kind not in FUNCTIONS:
                around = around.parent
        else:
            around = None
        self._name_in(key, around)

    def _name_in(self, key: str, function: Node | None) -> None:
        start, end = (0, self._code.root.end + 1) if function is None else (function.start, function.end)
        if (key, start, end) in self._names:
            return
        self._names.add((key, start, end))
        for name in (key, key.removeprefix("this.")):
            places = self._code.places_of(name)
            for number in range(bisect_left(places, start, key=_start), len(places)):
                if places[number].start >= end:
                    break
                self._todo.append(places[number])


def _start(node: Node) -> int:
    return node.start
