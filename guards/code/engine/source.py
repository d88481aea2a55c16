"""A piece of code that was read, with what matching looks up in it again and again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from guards.code.computed import computed

from .calls import calls_by_function
from .constants import set_once
from .course import Course
from .fields import own_fields
from .functions import CLASSES, FUNCTIONS, constructors, decorated_parameters, is_route, named_functions
from .letters import checkers_by_name
from .matcher import NO_BINDINGS, Bindings, Matcher
from .names import aliases_of, module_name, name_keys
from .node import Node
from .outputs import outputs_by_function
from .pattern import Pattern, Sought
from .reach import Reach
from .statements import LOOPS

if TYPE_CHECKING:
    from .memory.facts import Facts

_WORDS = re.compile(r"\W+")
_INLINE = re.compile(r"\{(\w+)[:}]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that matches: `first` to `last` (the same node, but for statement sequences), and what was bound."""

    first: Node
    last: Node
    bindings: Bindings

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end

    def inside(self, other: Hit) -> bool:
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Near:
    """Where to look: the nodes that enclose a place, outermost first; with `inner`, what lies in the place, too."""

    start: int
    end: int
    chain: tuple[Node, ...]
    inner: bool = False


class Code:
    """A parsed piece of code."""

    def __init__(self, source: bytes, root: Node, language: str) -> None:
        self.source, self.root, self.language = source, root, language
        self.nodes = list(root.walk())
        self.by_kind: dict[str, list[Node]] = {}
        for node in self.nodes:
            known = self.by_kind.get(node.kind)
            if known is None:
                self.by_kind[node.kind] = [node]
            else:
                known.append(node)
        self.aliases = aliases_of(self)
        self.matcher = Matcher(self.aliases, lambda name: self.constants.get(name), self._holds, len(source))
        self._named: dict[tuple[str, str], dict[str, list[Node]]] = {}  # by kind and part, by the part's last name
        self.known: dict[object, list[Hit]] = {}  # what was looked for already: rules share sources and contexts
        self.enclosing: dict[object, Mapping[Node, Hit]] = {}  # of what was looked for, by the node
        self.spans: dict[object, list[tuple[int, int]] | None] = {}
        self._unbound: dict[str, dict[Node, Bindings | None]] = {}
        self._course: Course | None = None
        self._keys: dict[Node, str] = {}
        self.reaches: dict[object, Reach] = {}
        self.memory: Facts | None = None  # what is known of memory, once a rule has asked
        self._matched_members: dict[tuple[str, Node], Sequence[Bindings]] = {}
        self._beginnings: dict[str, dict[Node, list[int]]] = {}

    @computed
    def constants(self) -> Mapping[str, Node]:
        """What variables are set to once and for all, by name."""
        return set_once(self.by_kind)

    @computed
    def functions(self) -> Mapping[str, Node]:
        """The functions of this code by name."""
        return named_functions(self.nodes)

    @computed
    def constructors(self) -> Mapping[str, Node]:
        """The constructors of this code by the name of their class, where they have a name of their own."""
        return constructors(node for kind in CLASSES for node in self.by_kind.get(kind, ()))

    @computed
    def fields(self) -> frozenset[str]:
        """The names of fields that methods use without `this`: those that no variable of a method has."""
        return own_fields(self.by_kind) if self.language in ("csharp", "java") else frozenset()

    @computed
    def macros(self) -> Mapping[str, str]:
        """What C's preprocessor puts in place of a name."""
        found = [node.kids for node in self.by_kind.get("preproc_def", ()) if len(node.kids) == 2]
        return {name.text: self.text(value).strip() for name, value in found}

    @computed
    def callers(self) -> Mapping[Node, Sequence[Node]]:
        """The calls of each function of this code, those that it makes itself left out."""
        calls = chain(self.by_kind.get("call", ()), self.by_kind.get("new", ()))
        return calls_by_function(calls, self.functions, self.constructors)

    @computed
    def outputs(self) -> Mapping[Node, frozenset[str]]:
        """The parameters through which the functions of C and C++ give what they make."""
        if self.language not in ("c", "cpp"):
            return {}
        by_kind = self.by_kind
        return outputs_by_function(self.functions, by_kind.get("assign", ()), by_kind.get("call", ()), self.language)

    @computed
    def checkers(self) -> Mapping[str, bool]:
        """Functions of C and C++ that look at every letter of a text, and whether it is `true` that lets it pass."""
        if self.language not in ("c", "cpp"):
            return {}
        loops = [loop for kind in LOOPS for loop in self.by_kind.get(kind, ())]
        return checkers_by_name(self.functions, loops)

    @computed
    def _places(self) -> Mapping[Node, int]:
        """The number of each node among its parent's."""
        return {kid: at for node in self.nodes for at, kid in enumerate(node.kids)}

    def key(self, node: Node) -> str | None:
        """What the taint analysis calls a variable, a member or an item; None for anything else."""
        if node.kind == "name":
            return node.text
        if node.kind not in ("member", "index"):
            return None
        known = self._keys.get(node)
        if known is None:
            known = self._keys[node] = " ".join(self.text(node).split())
        return known

    def places_of(self, key: str) -> Sequence[Node]:
        """Where a variable, a member or an item of this name stands, in the order of the text."""
        found = self._by_key.get(key)
        return found if found is not None else self._members_by_key.get(key, ())

    @computed
    def _by_key(self) -> Mapping[str, Sequence[Node]]:
        found = _grouped(self.by_kind.get("name", ()), lambda node: node.text)
        inline = self.by_kind.get("string", ()) if self.language == "rust" else ()  # format!("ls {folder}")
        for text in inline:
            for name in _INLINE.findall(text.text):
                found.setdefault(name, []).append(text)
        for places in found.values() if inline else ():
            places.sort(key=_start)
        return found

    @computed
    def _members_by_key(self) -> Mapping[str, Sequence[Node]]:
        nodes = sorted((*self.by_kind.get("member", ()), *self.by_kind.get("index", ())), key=_start)
        return _grouped(nodes, lambda node: self.key(node) or "")

    @computed
    def every_function(self) -> Sequence[Node]:
        return [node for kind in FUNCTIONS for node in self.by_kind.get(kind, ())]

    def calls_of(self, function: Node) -> Iterator[Node]:
        """The calls that may be of a function of this code, told by its name."""
        for name in self._names_of.get(function, ()):
            yield from self.calls_named(name)

    def calls_named(self, name: str) -> Sequence[Node]:
        return self._by_name("call", "itself").get(name, ())

    @computed
    def _names_of(self) -> Mapping[Node, Sequence[str]]:
        found: dict[Node, list[str]] = {}
        for name, function in self.functions.items():
            found.setdefault(function, []).append(name)
        return found

    def assigned_in(self, node: Node) -> Iterator[Node]:
        """The assignments in a stretch of the code."""
        nodes = self.by_kind.get("assign", ())
        for number in range(bisect_left(nodes, node.start, key=_start), len(nodes)):
            if nodes[number].start >= node.end:
                break
            yield nodes[number]

    def course(self, happening: frozenset[str]) -> Course:
        """Where something happens: what the taint analysis walks."""
        if self._course is None:
            self._course = Course(self.nodes, happening, self.fields)
        return self._course

    def text(self, node: Node) -> str:
        return self.source[node.start : node.end].decode("utf-8", "replace")

    def near(self, hit: Hit, *, inner: bool = False) -> Near:
        """Where to look for what has to do with `hit`."""
        start, end = hit.start, hit.end
        if hit.first.kind == "text":  # a regular expression's: no node of the tree
            chain = self._enclosing(start, end)
        else:
            chain = [node for node in hit.first.within() if node.end >= end and node.start <= start]
            chain.reverse()
            node: Node | None = hit.first if hit.first.end >= end else None
            while node is not None:
                chain.append(node)
                node = next((kid for kid in node.kids if kid.start == start and kid.end == end), None)
        return Near(start, end, tuple(chain), inner)

    def _enclosing(self, start: int, end: int) -> list[Node]:
        chain: list[Node] = []
        node: Node | None = self.root
        while node is not None and node.start <= start and end <= node.end:
            chain.append(node)
            at = bisect_left(node.kids, start + 1, key=_start) - 1
            node = node.kids[at] if at >= 0 else None
        return chain

    def candidates(self, pattern: Pattern) -> list[Sequence[Node]]:
        """The nodes that a pattern's first node could match, told by their kind and by the name called."""
        if pattern.kinds is None:
            return [self.nodes]
        if pattern.key is None:
            return [self.by_kind.get(kind, ()) for kind in pattern.kinds]
        part, name = pattern.key
        return [self._by_name(kind, part).get(name, ()) for kind in pattern.kinds]

    def _holds(self, node: Node, sought: Sought) -> bool:
        """Whether something of these kinds and this name lies in `node`."""
        kinds, (part, name) = sought
        for kind in kinds:
            places = self._by_name(kind, part).get(name, ())
            at = bisect_left(places, node.start, key=_start)
            if at < len(places) and places[at].start < node.end:
                return True
        return False

    def _by_name(self, kind: str, part: str) -> Mapping[str, Sequence[Node]]:
        known = self._named.get((kind, part))
        if known is None:
            known = self._named[kind, part] = {}
            for node in self.by_kind.get(kind, ()):
                named = _part(node, part)
                for key in name_keys(named, self.aliases) if named is not None else ():
                    known.setdefault(key, []).append(node)
        return known

    @computed
    def words(self) -> frozenset[str]:
        """Every name that stands in the code, or that an import or an alias gives to something in it."""
        words = {node.text.lstrip("$") for node in self.by_kind.get("name", ())}
        told = [*self.aliases.values()]
        for node in self._by_name("call", "itself").get("require", ()):
            told += [module_name(kid.text) for kid in node.kids[1:2]]
        return frozenset(words.union(*(_WORDS.split(text) for text in told)))

    @computed
    def served(self) -> Sequence[Node]:
        """The functions whose parameters a web framework fills from requests."""
        return [node for node in self.every_function if is_route(node, self.language) or decorated_parameters(node)]

    def matches(self, pattern: Pattern, bound: Bindings, near: Near | None) -> list[Hit]:
        """Where `pattern`, whose names all stand in the code, matches: everywhere, or around a place or to do with it."""
        if len(pattern.nodes) > 1:
            return self._sequences(pattern, bound, near)
        form, way = pattern.nodes[0], pattern.way
        match, found = self.matcher.node, []
        known = self._unbound.setdefault(pattern.source, {}) if near is not None and not bound else None
        for nodes in self.candidates(pattern) if near is None else self._candidates_near(pattern, near):
            for node in form.likely(nodes):
                if way == "each pair":
                    for kid in node.kids:
                        bindings = match(form.forms[1], kid, bound)
                        found += [Hit(node, node, bindings)] if bindings is not None else []
                    continue
                if way == "each argument":
                    found += [Hit(node, node, bindings) for bindings in self.matcher.nodes(form, node, bound)]
                    continue
                if way == "each member":
                    found += [Hit(node, node, bindings) for bindings in self._members(pattern, node, bound)]
                    continue
                if known is None:
                    bindings = match(form, node, bound)
                elif node in known:
                    bindings = known[node]
                else:
                    bindings = known[node] = match(form, node, NO_BINDINGS)
                if bindings is not None:
                    found.append(Hit(node, node, bindings))
        return found

    def _members(self, pattern: Pattern, node: Node, bound: Bindings) -> Sequence[Bindings]:
        """What each member of a class that matches binds; places in one class ask for the same again and again."""
        if bound:
            return list(self.matcher.members(pattern.nodes[0], node, bound))
        key = pattern.source, node
        if key not in self._matched_members:
            self._matched_members[key] = list(self.matcher.members(pattern.nodes[0], node, bound))
        return self._matched_members[key]

    def nodes_near(self, near: Near) -> list[Node]:
        """All the nodes that enclose a place; with `inner`, those in it, too."""
        return [*near.chain, *(_between(self.nodes, near) if near.inner else ())]

    def _candidates_near(self, pattern: Pattern, near: Near) -> list[Sequence[Node]]:
        kinds = pattern.kinds
        around = near.chain if kinds is None else [node for node in near.chain if node.kind in kinds]
        if not near.inner:
            return [around]
        return [around, *(_between(nodes, near) for nodes in self.candidates(pattern))]

    def _sequences(self, pattern: Pattern, bound: Bindings, near: Near | None) -> list[Hit]:
        beginnings = self.beginnings(pattern)
        parents = beginnings if near is None or near.inner else [node for node in near.chain if node in beginnings]
        found = []
        for parent in parents:
            for at in beginnings[parent]:
                if near is not None and not near.inner and parent.kids[at].start > near.start:
                    break
                matched = self.matcher.prefix(pattern.nodes, parent.kids, at, bound)
                if matched is not None and matched[0] > at:
                    found.append(Hit(parent.kids[at], parent.kids[matched[0] - 1], matched[1]))
        return found

    def beginnings(self, pattern: Pattern) -> dict[Node, list[int]]:
        """Where a sequence of statements could begin: numbers of nodes, by their parent."""
        known = self._beginnings.get(pattern.source)
        if known is not None:
            return known
        known = self._beginnings[pattern.source] = {}
        first = pattern.nodes[0]
        if pattern.kinds is None:
            known |= {node: list(range(len(node.kids))) for node in self.nodes if node.kids}
            return known
        tried = not pattern.deep  # tried without bindings, any other form that fails fails with any
        for nodes in self.candidates(pattern):
            for node in first.likely(nodes):
                if node.parent is None or (tried and self.matcher.node(first, node, NO_BINDINGS) is None):
                    continue
                known.setdefault(node.parent, []).append(self._places[node])
        for numbers in known.values():
            numbers.sort()
        return known


def _between(nodes: Sequence[Node], near: Near) -> list[Node]:
    """Those inside the place, in the order of the text; what is as long as the place is in its chain already."""
    found = []
    for at in range(bisect_left(nodes, near.start, key=_start), len(nodes)):
        node = nodes[at]
        if node.start >= near.end:
            break
        if node.end <= near.end and (node.start, node.end) != (near.start, near.end):
            found.append(node)
    return found


def _part(node: Node, part: str) -> Node | None:
    """The part of a node whose name it is found by."""
    if part == "itself":
        return node
    if part == "target":
        return node.kids[0]
    member = node.kids[0] if node.kind == "call" else node
    return member.kids[0] if member.kind == "member" else None


def _grouped(nodes: Iterable[Node], key: Callable[[Node], str]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in nodes:
        found.setdefault(key(node), []).append(node)
    return found


def _start(node: Node) -> int:
    return node.start
