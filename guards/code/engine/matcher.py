"""Matching a pattern against a piece of code: what its metavariables stand for, and what it cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from guards.errors import GuardError

from .kinds import INITIALIZERS
from .limits import Clock, TimeIsUp
from .names import dotted
from .node import Node
from .pattern import BODIES, Form, Sought

MAX_STEPS = 600_000  # of one rule on one piece of code: less than a second
# All rules together: dense code that is insecure in every line takes two microseconds a byte.
MATCHING = Clock(seconds=0.5, seconds_a_byte=20e-6)
_STEPS_A_LOOK = 256  # at the clock

Bindings = Mapping[str, Node]
NO_BINDINGS: Bindings = {}

_OPTIONAL = {
    "modifiers",
    "decorator",
    "type_parameters",
    "throws",
    "return_type",
    "storage_class_specifier",
    "type_annotation",
    "type_qualifier",
    "visibility_modifier",
    "attribute_list",
    "base_list",
    "interfaces",
    "superclass",
    "super_interfaces",
    "modifier",
}
# A pattern names some of what stands before a declaration; in Java's tree that is one node.
_BEFORE = frozenset({"annotation", "attribute_list", "marker_annotation", "modifier"})
_NAMED = ("name", "member", "call")  # a call may be `require("fs")`


class Matcher:
    """Matches patterns in one piece of code; `steps` counts what a rule cost, and has a bound."""

    def __init__(
        self,
        aliases: Mapping[str, str],
        constant: Callable[[str], Node | None],
        holds: Callable[[Node, Sought], bool],
        size: int,
    ) -> None:
        """`constant` gives what a variable is set to once and for all; `holds` tells whether something of a name lies in a
        node; `size` is the code's, in bytes."""
        self._holds = holds
        self._aliases, self._constant = aliases, constant
        self._dotted: dict[Node, tuple[str | None, str | None]] = {}
        self._clock = MATCHING.started(size)
        self.steps = 0
        self._next_look = _STEPS_A_LOOK

    def begin(self) -> None:
        """Another rule begins."""
        self.steps, self._next_look = 0, min(_STEPS_A_LOOK, MAX_STEPS + 1)

    def step(self) -> None:
        """Counts one more.

        Raises:
            GuardError: the rule took more steps than any should.
            TimeIsUp: all rules together took longer than they may.
        """
        self.steps += 1
        if self.steps >= self._next_look:
            self._look()

    def _look(self) -> None:
        if self.steps > MAX_STEPS:
            raise GuardError(f"was given up after {MAX_STEPS} steps")
        if self._clock.is_over:
            raise TimeIsUp(f"rules took over {self._clock.allowed_s:.1f} s")
        self._next_look = self.steps + _STEPS_A_LOOK

    def nodes(self, pattern: Form, node: Node, bindings: Bindings) -> Iterator[Bindings]:
        """Every way in which `node` matches ``f(..., $X, ...)``."""
        if pattern.kind != node.kind:
            return
        called = self.node(pattern.forms[0], node.kids[0], bindings)
        for argument in node.kids[1:] if called is not None else ():
            bound = self.node(pattern.forms[2], argument, called or bindings)
            if bound is not None:
                yield bound

    def members(self, pattern: Form, node: Node, bindings: Bindings) -> Iterator[Bindings]:
        """Every way in which `node` matches ``class $C { ... $MEMBER ... }``."""
        *head, body = pattern.forms
        if not node.kids or pattern.kind != node.kind or node.kids[-1].kind != body.kind:
            return
        named = {form.kind for form in head} | {"name"}
        kids = [kid for kid in node.kids[:-1] if kid.kind not in _OPTIONAL or kid.kind in named]
        told = self._all(head, list(self._named_before(head, kids, bindings)), bindings)
        for member in node.kids[-1].kids if told is not None else ():
            bound = self.node(body.forms[1], member, told or bindings)
            if bound is not None:
                yield bound

    def node(self, pattern: Form, node: Node, bindings: Bindings) -> Bindings | None:
        """How `node` matches `pattern`; None: it does not.

        Raises:
            GuardError: the rule took more steps than any should.
        """
        self.steps += 1  # `step`, without the call: this is where the time goes
        if self.steps >= self._next_look:
            self._look()
        role = pattern.role
        if role == "metavariable":
            return _bind(pattern.meant, node, bindings)
        if role == "name":
            return bindings if node.kind in _NAMED and self._is_named(pattern.meant, node) else None
        if role == "call":
            return self._call(pattern, node, bindings)
        if role == "ellipsis":
            return bindings
        if role == "member" and node.kind in _NAMED and self._is_named(pattern.meant, node):
            return bindings
        if role == "deep":
            if pattern.inner is not None and not self._holds(node, pattern.inner):
                return None
            return self._anywhere(pattern.forms[1], node, bindings)
        if role in ("any string", "named string", "string"):
            meant = self._constant(node.text) if node.kind == "name" else node
            return None if meant is None else _string(pattern, meant, bindings)
        if role == "interpolated" and node.kind == "string":
            return _bind(pattern.meant, node, bindings)
        if role == "body" and node.kind not in BODIES:
            return self._all(pattern.forms, [node], bindings)  # `if (x) f();` has the body of `if (x) { f(); }`
        if pattern.kind != node.kind or pattern.text != node.text:
            return None
        kids: Sequence[Node] = node.kids
        if pattern.kind == "decorated_definition" and len(kids) > len(pattern.forms):
            return self._decorated(pattern.forms, kids, bindings)
        if len(kids) == len(pattern.forms):
            for at, kinds in pattern.heads:
                if kids[at].kind not in kinds:
                    return None
        else:
            wanted_kinds = {kid.kind for kid in pattern.forms}
            kids = [kid for kid in kids if kid.kind not in _OPTIONAL or kid.kind in wanted_kinds]
            if len(kids) > len(pattern.forms) and (pattern.kind == "modifiers" or not wanted_kinds.isdisjoint(_BEFORE)):
                kids = list(self._named_before(pattern.forms, kids, bindings))
        return self._all(pattern.forms, kids, bindings)

    def prefix(
        self, patterns: Sequence[Form], nodes: Sequence[Node], at: int, bindings: Bindings, first: int = 0
    ) -> tuple[int, Bindings] | None:
        """Matches ``patterns[first:]`` against the nodes from `at` on, as many as it takes; where it ends."""
        while first < len(patterns):
            pattern = patterns[first]
            first += 1
            if pattern.role == "ellipsis":
                if first == len(patterns):
                    return len(nodes), bindings  # a last `...` takes all that follows
                for following in range(at, len(nodes) + 1):
                    rest = self.prefix(patterns, nodes, following, bindings, first)
                    if rest is not None:
                        return rest
                return None
            bound = self.node(pattern, nodes[at], bindings) if at < len(nodes) else None
            if bound is None:
                return None
            bindings = bound
            at += 1
        return at, bindings

    def _decorated(self, patterns: Sequence[Form], nodes: Sequence[Node], bindings: Bindings) -> Bindings | None:
        """Decorators of a pattern may stand among others."""
        for pattern in patterns[:-1]:
            found = (self.node(pattern, node, bindings) for node in nodes[:-1])
            bound = next((one for one in found if one is not None), None)
            if bound is None:
                return None
            bindings = bound
        return self.node(patterns[-1], nodes[-1], bindings)

    def _named_before(self, patterns: Sequence[Form], nodes: Sequence[Node], bindings: Bindings) -> Iterator[Node]:
        """The nodes without those attributes and modifiers that the pattern says nothing of."""
        wanted = [pattern for pattern in patterns if pattern.kind in _BEFORE]
        for node in nodes:
            if node.kind in _BEFORE:
                named = next((pattern for pattern in wanted if self.node(pattern, node, bindings) is not None), None)
                if named is None:
                    continue
                wanted.remove(named)
            yield node

    def _call(self, pattern: Form, node: Node, bindings: Bindings) -> Bindings | None:
        if pattern.kind != node.kind or pattern.text != node.text:
            return None
        kids = node.kids
        for at, kinds in pattern.heads:
            if at >= len(kids) or kids[at].kind not in kinds:
                return None
        bound = self.node(pattern.forms[0], kids[0], bindings)
        if bound is None:
            return None
        arguments = kids[1:]
        if pattern.kind == "new" and not any(kid.kind in INITIALIZERS for kid in pattern.kids):
            arguments = [kid for kid in arguments if kid.kind not in INITIALIZERS]
        return self._arguments(pattern.forms[1:], arguments, bound, keywords=pattern.keywords)

    def _all(
        self, patterns: Sequence[Form], nodes: Sequence[Node], bindings: Bindings, first: int = 0, at: int = 0
    ) -> Bindings | None:
        while first < len(patterns):
            pattern = patterns[first]
            first += 1
            if pattern.role == "ellipsis":
                if first == len(patterns):
                    return bindings
                for following in range(at, len(nodes) + 1):
                    rest = self._all(patterns, nodes, bindings, first, following)
                    if rest is not None:
                        return rest
                return None
            bound = self.node(pattern, nodes[at], bindings) if at < len(nodes) else None
            if bound is None:
                return None
            bindings = bound
            at += 1
        return bindings if at == len(nodes) else None

    def _arguments(
        self, patterns: Sequence[Form], nodes: Sequence[Node], bindings: Bindings, *, keywords: bool
    ) -> Bindings | None:
        """Positional arguments in order, keyword arguments in any."""
        if not keywords:
            return self._all(patterns, nodes, bindings)
        left = list(nodes)
        bound: Bindings | None = bindings
        for pattern in patterns:
            if pattern.kind != "keyword":
                continue
            taken = next((n for n in left if n.kind == "keyword" and self.node(pattern, n, bindings) is not None), None)
            bound = None if taken is None or bound is None else self.node(pattern, taken, bound)
            if taken is None or bound is None:
                return None
            left.remove(taken)
        return self._all([p for p in patterns if p.kind != "keyword"], left, bound or bindings)

    def _anywhere(self, pattern: Form, node: Node, bindings: Bindings) -> Bindings | None:
        for inner in node.walk():
            bound = self.node(pattern, inner, bindings)
            if bound is not None:
                return bound
        return None

    def _is_named(self, wanted: str, node: Node) -> bool:
        """Whether a name, a member or a call is: `from flask import request` may be asked for by either name."""
        names = self._dotted.get(node)
        if names is None:
            names = self._dotted[node] = dotted(node, self._aliases), dotted(node, {})
        meant, written = names
        if meant is not None and _same_name(wanted, meant):
            return True
        return written is not None and written != meant and _same_name(wanted, written)


def _string(pattern: Form, node: Node, bindings: Bindings) -> Bindings | None:
    if node.kind != "string":
        return None
    if pattern.role == "named string":
        return _bind(pattern.meant, node, bindings)
    return bindings if pattern.role == "any string" or pattern.text == node.text else None


def _bind(name: str, node: Node, bindings: Bindings) -> Bindings | None:
    if name == "$_":
        return bindings
    known = bindings.get(name)
    if known is None:
        return {**bindings, name: node}
    return bindings if known.same_as(node) else None


def _same_name(wanted: str, found: str) -> bool:
    if wanted == found:
        return True
    # A qualified type or C++'s std:: names the same thing: `new java.util.Random()`, `std::system(x)`.
    if "." in wanted and found.endswith("." + wanted):  # System.IO.File.Delete, std::fs::read
        return not found.startswith(("self.", "this.", "$this."))
    head, _, last = found.rpartition(".")
    return bool(head) and last == wanted and (head == "std" or (head.islower() and head.count(".") >= 1))
