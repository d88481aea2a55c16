"""Data flow inside one piece of code: does what a user controls reach a dangerous call without being made safe?

A variable is tainted while its last assignment was. An unknown call passes on what it is given, a comparison or a
conversion to a number does not. `Flow` walks the statements, `Control` the ways through branches and loops, `Values`
tells which expressions are tainted, `Effects` what assignments and calls change, `Settlement` what conditions do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .calls import done_through
from .conditions import Strength
from .flow import Flow
from .formula import NOWHERE, Code, Formula, Hit
from .functions import FUNCTIONS
from .node import Node
from .question import Parameters, Question
from .reach import Reach
from .tracks import Track


@dataclass(frozen=True, slots=True)
class TaintFormula:
    """Where data comes from, where it must not arrive, and what makes it safe."""

    sources: Formula
    sinks: Formula
    sanitizers: Formula | None
    tainted_parameters: Parameters
    from_requests: bool  # its sources are requests, so what a framework takes from them counts, too
    settling: frozenset[Strength]  # how good a check must be to count
    track: Track = "text"
    side_effects: Formula | None = None  # what they name is tainted from then on: ``free(p)``, ``scanf("%d", &n)``
    of_addresses: bool = False  # a fixed beginning settles where an address leads
    of_places: bool = False  # what a path begins with is no stranger's

    def literals(self) -> frozenset[str] | None:
        """Words of which at least one stands in every code that matches; None: there are none to look for."""
        words = self.sinks.literals()
        if words is not None or self.tainted_parameters != "no" or self.from_requests:
            return words
        found = [part.literals() for part in (self.sources, self.side_effects) if part not in (None, NOWHERE)]
        return None if None in found else frozenset().union(*(words for words in found if words))

    def find(self, code: Code) -> list[Hit]:
        """The sinks that something tainted reaches."""
        sinks = self.sinks.find(code)
        if not sinks:
            return []
        found = self.sources.find(code)
        sources = {id(hit.first) for hit in found}
        effects = self.side_effects.find(code) if self.side_effects is not None else []
        asks = self.tainted_parameters != "no" or (self.from_requests and _is_served(code))
        if not found and not effects and not asks:
            return []
        doing: list[Node] = []
        leaves: dict[int, list[Node]] = {}
        for hit in effects:
            doing.append(_done_by(hit.first))
            leaves.setdefault(id(doing[-1]), []).append(hit.first)
            for call, argument in done_through(hit.first, doing[-1], code) if self.track == "state" else ():
                doing.append(call)
                leaves.setdefault(id(call), []).append(argument)
        reach = self._reach(code, [hit.first for hit in found], [node for left in leaves.values() for node in left])
        sinks = [hit for hit in sinks if hit.first in reach.values]
        if not sinks:
            return []
        clean = {id(node) for hit in self.sanitizers.find(code) for node in _covered(hit)} if self.sanitizers else set()
        by_node: dict[int, list[Hit]] = {}
        for hit in sinks:
            by_node.setdefault(id(hit.first), []).append(hit)
        asked = Question(
            code,
            sources,
            clean,
            self.tainted_parameters,
            self.from_requests,
            self.settling,
            self.track,
            self.of_addresses,
            self.of_places,
            reach,
        )
        flow = Flow(asked, by_node, leaves)
        flow.run([hit.first for hit in sinks], [hit.first for hit in found], doing)
        return flow.reached

    def _reach(self, code: Code, sources: list[Node], done: list[Node]) -> Reach:
        """What could be tainted at all; rules that share their sources share it."""
        every = self.tainted_parameters != "no"
        key = frozenset(map(id, sources)), frozenset(map(id, done)), every, self.from_requests
        known = code.reaches.get(key)
        if known is None:
            if self.from_requests and code.language == "php":
                done = [*done, *(call.kids[2] for call in code.calls_named("exec") if len(call.kids) > 2)]
            functions = code.every_function if every else code.served if self.from_requests else ()
            known = code.reaches[key] = Reach(code, sources, done, functions)
        return known


def _is_served(code: Code) -> bool:
    """Whether a framework fills some function's parameters from requests; PHP's exec fills its second argument."""
    return bool(code.served) or (code.language == "php" and "exec" in code.words)


def _covered(hit: Hit) -> Iterator[Node]:
    """Every node of a place that was found, from its first statement to its last."""
    if hit.first is hit.last or hit.first.parent is None:
        yield from _without_functions(hit.first)
        return
    for sibling in hit.first.parent.kids:
        if hit.start <= sibling.start and sibling.end <= hit.end:
            yield from _without_functions(sibling)


def _without_functions(node: Node) -> Iterator[Node]:
    """`node` and what is below; what a function does that is handed over is its own affair: ``app.get("/", (req) => ...)``."""
    todo = [node]
    while todo:
        one = todo.pop()
        if one.kind not in FUNCTIONS:
            yield one
            todo += one.kids


def _done_by(node: Node) -> Node:
    """What has been done when `node` is tainted: the call that it is handed to, or the statement that it stands in."""
    if node.parent is not None and node.parent.kind == "declaration":
        return node.parent
    for above in node.within():
        if above.kind in ("call", "delete_expression"):
            return above
        if above.kind not in ("pointer_expression", "member", "index", "cast_expression"):
            return above
    return node
