"""Where something happens in a piece of code: what the taint analysis has to walk, and what it may pass by.

Most nodes are names, literals and operators, in which nothing is assigned, called or branched; most functions hold
no sink of a rule. Passing them by is what keeps a long file within its milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .filling import FILLS_RECEIVER
from .functions import FUNCTIONS, promoted
from .node import Node

_HAPPENS = frozenset({"as_pattern", "assign", "call", "new", "return_statement"})
_OWN = frozenset({"self", "this", "$this"})
_NOTHING: Sequence[Node] = ()


class Course:
    """Of one piece of code; shared by its rules."""

    def __init__(self, nodes: Sequence[Node], happening: frozenset[str], fields: frozenset[str]) -> None:
        """`happening`: kinds in which something happens, besides assignments and calls; `fields`: of the object itself."""
        self._own = _OWN | fields
        kinds = happening | _HAPPENS | FUNCTIONS
        self._ways: dict[Node, list[Node]] = {}
        self.happens: set[Node] = set()  # nodes in or below which something happens
        self.has_cases: set[Node] = set()
        for node in reversed(nodes):  # what is below comes first
            parent = node.parent
            if parent is None:
                continue
            if node in self._ways or node.kind in kinds or (node.kind == "binary" and node.text == "<<"):
                self._ways.setdefault(parent, []).append(node)
                self.happens.add(node)
            if node.kind == "case_statement":
                self.has_cases.add(parent)
        for way in self._ways.values():
            way.reverse()
        self.functions = [node for node in nodes if node.kind in FUNCTIONS]
        self._writers: set[Node] | None = None

    def kids(self, node: Node) -> Sequence[Node]:
        """Those of the node's kids in which something happens, in the order of the text."""
        return self._ways.get(node, _NOTHING)

    def functions_around(self, nodes: Iterable[Node]) -> set[Node]:
        """The functions that one of `nodes` stands in."""
        return {outer for node in nodes for outer in (node, *node.within()) if outer.kind in FUNCTIONS}

    def writers(self) -> set[Node]:
        """The functions that set a field of their object, and those around them."""
        if self._writers is None:
            nodes = [node for ways in self._ways.values() for node in ways]
            targets = [node.kids[0] for node in nodes if node.kind == "assign"]
            filled = [node.kids[0] for node in nodes if node.kind == "call" and node.kids[0].kind == "member"]
            targets += [callee.kids[0] for callee in filled if callee.kids[1].text in FILLS_RECEIVER]
            self._writers = self.functions_around(
                target for target in targets if any(_root_name(part) in self._own for part in target.walk())
            )
            self._writers |= self.functions_around(function for function in self.functions if promoted(function))
        return self._writers


def _root_name(node: Node) -> str:
    while node.kind in ("member", "index") and node.kids:
        node = node.kids[0]
    return node.text
