"""The boolean part of a rule: patterns joined by and, or, not and inside, compiled once and found in a tree."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import re2

from guards.errors import RuleError

from .functions import named_functions
from .pattern import NO_BINDINGS, Bindings, Matcher, Pattern, compile_pattern, dotted, module_name, name_keys
from .tree import Node


class Code:
    """A parsed piece of code, with what matching looks up again and again."""

    def __init__(self, source: bytes, root: Node, language: str) -> None:
        self.source, self.root, self.language = source, root, language
        self.nodes = list(root.walk())
        self.by_kind: dict[str, list[Node]] = {}
        for node in self.nodes:
            self.by_kind.setdefault(node.kind, []).append(node)
        self.aliases = _aliases(self)
        self.by_name: dict[tuple[str, str], list[Node]] = {}
        for kind in ("call", "new", "name", "member"):
            for node in self.by_kind.get(kind, ()):
                for key in name_keys(node, self.aliases):
                    self.by_name.setdefault((kind, key), []).append(node)
        self.matcher = Matcher(self.aliases)
        self.known: dict[object, list[Hit]] = {}  # what was looked for already: rules share sources and contexts

    @cached_property
    def functions(self) -> Mapping[str, Node]:
        """The functions of this code by name."""
        return named_functions(self.nodes)

    def candidates(self, pattern: Pattern) -> Sequence[Node]:
        """The nodes that a pattern of one node could match, told by their kind and by the name called."""
        if pattern.kinds is None:
            return self.nodes
        if pattern.key is None:
            return [node for kind in pattern.kinds for node in self.by_kind.get(kind, ())]
        return [node for kind in pattern.kinds for node in self.by_name.get((kind, pattern.key), ())]

    def text(self, node: Node) -> str:
        return self.source[node.start : node.end].decode("utf-8", "replace")


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


Condition = Callable[[Bindings, Code], bool]


@dataclass(frozen=True, slots=True)
class Formula:
    """All of `all_of` (or any of `any_of`, or one pattern or expression), minus the nots, under the conditions."""

    pattern: Pattern | None = None
    regex: Any = None
    any_of: tuple[Formula, ...] = ()
    all_of: tuple[Formula, ...] = ()
    inside: tuple[Formula, ...] = ()
    nots: tuple[Formula, ...] = ()
    not_inside: tuple[Formula, ...] = ()
    conditions: tuple[Condition, ...] = ()
    focus: tuple[str, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)  # the metavariables that it speaks of

    def literals(self) -> frozenset[str] | None:
        """Words of which at least one stands in every code that matches; None: there are none to look for."""
        if self.pattern is not None:
            longest = max(self.pattern.names, key=len, default=None)
            return frozenset([longest]) if longest else None
        if self.any_of:
            found = [formula.literals() for formula in self.any_of]
            return None if None in found else frozenset().union(*(words for words in found if words))
        options = [words for formula in (*self.all_of, *self.inside) if (words := formula.literals())]
        return max(options, key=lambda words: min(map(len, words)), default=None)

    def find(self, code: Code, bound: Bindings = NO_BINDINGS) -> list[Hit]:
        """Every place where the formula holds, with what `bound` says that metavariables stand for.

        Only bindings of metavariables that the formula speaks of count, so places that share them share the answer.
        """
        told = {name: node for name, node in bound.items() if name in self.names} if bound else NO_BINDINGS
        what = self.pattern.source if self.pattern is not None else id(self)
        key = (what, *sorted((name, id(node)) for name, node in told.items()))
        known = code.known.get(key)
        if known is None:
            known = code.known[key] = self._find(code, told)
        return known

    def _find(self, code: Code, bound: Bindings) -> list[Hit]:
        if self.pattern is not None:
            return _find_pattern(self.pattern, code, bound)
        if self.regex is not None:
            return _find_regex(self.regex, code)
        if self.any_of:
            return [hit for formula in self.any_of for hit in formula.find(code, bound)]
        hits = self.all_of[0].find(code, bound) if self.all_of else [Hit(node, node, bound) for node in code.nodes]
        for formula in self.all_of[1:]:
            hits = [both for hit in hits for other in formula.find(code, hit.bindings) if (both := _both(hit, other))]
        # What a place must or must not lie in is looked for with the place's own bindings: `<... $X ...>` could
        # stand for many things, and only the one that is meant counts.
        for formula in self.inside:
            hits = [joined for hit in hits if (joined := _within(hit, formula.find(code, hit.bindings))) is not None]
        for formula in self.nots:
            hits = [hit for hit in hits if not any(_denied(hit, other) for other in formula.find(code, hit.bindings))]
        for formula in self.not_inside:
            hits = [hit for hit in hits if _within(hit, formula.find(code, hit.bindings)) is None]
        hits = [hit for hit in hits if all(condition(hit.bindings, code) for condition in self.conditions)]
        if self.focus:
            hits = [
                Hit(hit.bindings[name], hit.bindings[name], hit.bindings)
                for hit in hits
                for name in self.focus
                if name in hit.bindings
            ]
        return hits


def compile_formula(row: Any, language: str) -> Formula:
    """Compiles the value of `pattern`, `patterns`, `pattern-either` and their kin.

    Raises:
        RuleError: an operator is not known, or a pattern is no code of the language.
    """
    if isinstance(row, str):
        return _leaf(row, language)
    if not isinstance(row, Mapping):
        raise RuleError(f"not a formula: {row!r}")
    if "patterns" in row:
        return _conjunction(row["patterns"], language)
    if "pattern-either" in row:
        either = tuple(compile_formula(part, language) for part in row["pattern-either"])
        return Formula(any_of=either, names=_names(row))
    if "pattern-regex" in row:
        return Formula(regex=_regex(row["pattern-regex"]))
    if "pattern" in row:
        return _leaf(row["pattern"], language)
    if "pattern-inside" in row:  # alone: the place itself, and what lies in it
        return compile_formula(row["pattern-inside"], language)
    raise RuleError(f"the fast engine does not know {', '.join(row)}")


def _leaf(text: str, language: str) -> Formula:
    return Formula(pattern=compile_pattern(text, language), names=_names(text))


def _conjunction(parts: Sequence[Mapping[str, Any]], language: str) -> Formula:
    grouped: dict[str, list[Formula]] = {"all": [], "inside": [], "not": [], "not-inside": []}
    conditions: list[Condition] = []
    focus: list[str] = []
    for part in parts:
        for key, value in part.items():
            match key:
                case "pattern" | "pattern-either" | "patterns" | "pattern-regex":
                    grouped["all"].append(compile_formula({key: value}, language))
                case "pattern-inside":
                    grouped["inside"].append(compile_formula(value, language))
                case "pattern-not":
                    grouped["not"].append(compile_formula(value, language))
                case "pattern-not-inside":
                    grouped["not-inside"].append(compile_formula(value, language))
                case "pattern-not-regex":
                    expression = _regex(value)
                    grouped["not"].append(Formula(regex=expression))
                case "metavariable-regex":
                    conditions.append(_matches_regex(value["metavariable"], value["regex"]))
                case "metavariable-pattern":
                    conditions.append(_matches_formula(value, language))
                case "metavariable-comparison":
                    conditions.append(_compares(value["comparison"]))
                case "focus-metavariable":
                    focus += [value] if isinstance(value, str) else value
                case _:
                    raise RuleError(f"the fast engine does not know {key!r}")
    return Formula(
        all_of=tuple(grouped["all"]),
        inside=tuple(grouped["inside"]),
        nots=tuple(grouped["not"]),
        not_inside=tuple(grouped["not-inside"]),
        conditions=tuple(conditions),
        focus=tuple(focus),
        names=_names(parts),
    )


def _names(row: Any) -> frozenset[str]:
    return frozenset("$" + name for name in re.findall(r"\$(?:\.\.\.)?([A-Z][A-Z0-9_]*)", str(row)))


def _find_pattern(pattern: Pattern, code: Code, bound: Bindings) -> list[Hit]:
    matcher = code.matcher
    found = []
    if len(pattern.nodes) == 1:
        for node in code.candidates(pattern):
            bindings = matcher.node(pattern.nodes[0], node, bound)
            if bindings is not None:
                found.append(Hit(node, node, bindings))
        return found
    for parent in code.nodes:
        for at, first in enumerate(parent.kids):
            if pattern.kinds is not None and first.kind not in pattern.kinds:
                continue
            matched = matcher.prefix(pattern.nodes, parent.kids[at:], bound)
            if matched is not None and matched[0]:
                found.append(Hit(first, parent.kids[at + matched[0] - 1], matched[1]))
    return found


def _find_regex(expression: Any, code: Code) -> list[Hit]:
    text = code.source.decode("utf-8", "replace")
    found = []
    for match in expression.finditer(text):
        start = len(text[: match.start()].encode())
        end = start + len(match.group().encode())
        place = Node("text", match.group(), [], start, end)
        found.append(Hit(place, place, NO_BINDINGS))
    return found


def _denied(hit: Hit, other: Hit) -> bool:
    """Whether `other`, a negated pattern's hit, is about the same place; a regular expression's may lie in it."""
    same = (hit.start, hit.end) == (other.start, other.end)
    within = other.first.kind == "text" and other.inside(hit)
    return (same or within) and _joined(hit, other) is not None


def _joined(one: Hit, two: Hit) -> Bindings | None:
    """The bindings of both, where they agree."""
    for name, node in two.bindings.items():
        if name in one.bindings and not one.bindings[name].same_as(node):
            return None
    return {**two.bindings, **one.bindings}


def _both(one: Hit, two: Hit) -> Hit | None:
    bindings = _joined(one, two)
    if bindings is None:
        return None
    if one.inside(two):
        return Hit(one.first, one.last, bindings)
    return Hit(two.first, two.last, bindings) if two.inside(one) else None


def _within(hit: Hit, outer: Sequence[Hit]) -> Hit | None:
    for other in outer:
        if hit.inside(other) and (bindings := _joined(hit, other)) is not None:
            return Hit(hit.first, hit.last, bindings)
    return None


def _regex(expression: str) -> Any:
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        raise RuleError(f"the expression {expression!r} is none that runs in linear time: {error}") from None


def _matches_regex(name: str, expression: str) -> Condition:
    compiled = _regex(expression)

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        if node is None:
            return False
        text = node.text if node.kind == "string" else code.text(node)
        # Semgrep anchors at the start, and shows a string with its quotes.
        return bool(compiled.match(text) or (node.kind == "string" and compiled.match(code.text(node))))

    return holds


def _matches_formula(row: Mapping[str, Any], language: str) -> Condition:
    name = row["metavariable"]
    formula = compile_formula(
        {key: value for key, value in row.items() if key not in ("metavariable", "language")}, language
    )

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        return node is not None and any(node.start <= hit.start and hit.end <= node.end for hit in formula.find(code))

    return holds


_OPERATORS: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


def _compares(comparison: str) -> Condition:
    """``$X < 2048`` and its kin: one metavariable against one number."""
    tree = ast.parse(comparison.replace("$", "MV_"), mode="eval").body
    if not (isinstance(tree, ast.Compare) and isinstance(tree.left, ast.Name) and len(tree.ops) == 1):
        raise RuleError(f"the fast engine compares one metavariable with one number, not {comparison!r}")
    name, compare = tree.left.id.replace("MV_", "$"), _OPERATORS[type(tree.ops[0])]
    wanted = ast.literal_eval(tree.comparators[0])

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        if node is None:
            return False
        try:
            return compare(int(code.text(node).rstrip("uUlL"), 0), wanted)
        except ValueError:
            return False

    return holds


def _aliases(code: Code) -> dict[str, str]:
    """Names that imports give to other things: ``from os import system as s`` makes ``s`` mean ``os.system``."""
    found: dict[str, str] = {}
    if code.language == "python":
        for node in code.by_kind.get("aliased_import", ()):
            if len(node.kids) == 2:
                found[node.kids[1].text] = code.text(node.kids[0])
        for node in code.by_kind.get("import_from_statement", ()):
            module, *names = node.kids
            prefix = code.text(module) + "."
            for name in names:
                if name.kind == "aliased_import":
                    found[name.kids[1].text] = prefix + code.text(name.kids[0])
                elif name.kind != "wildcard_import":
                    found[code.text(name)] = prefix + code.text(name)
    if code.language in ("javascript", "typescript"):
        for node in code.by_kind.get("import_statement", ()):
            if node.kids and node.kids[-1].kind == "string":
                for clause in node.kids[:-1]:
                    _bound_from(clause, module_name(node.kids[-1].text), code, found)
        for node in code.by_kind.get("assign", ()):
            target, value = node.kids
            if value.kind == "call" and value.kids[0].text == "require" and len(value.kids) == 2:
                _bound_from(target, module_name(value.kids[1].text), code, found)
            elif value.kind == "call" and len(value.kids) == 2 and target.kind == "name":
                called, given = dotted(value.kids[0], {}), dotted(value.kids[1], found)
                if called in ("promisify", "util.promisify") and given is not None:
                    found[target.text] = given
    return found


def _bound_from(target: Node, module: str, code: Code, found: dict[str, str]) -> None:
    if target.kind == "name":
        found[target.text] = module
        return
    renaming = ("pair_pattern", "import_specifier")
    for part in target.walk():
        if part.kind in renaming and len(part.kids) == 2:
            found[part.kids[1].text] = f"{module}.{part.kids[0].text}"
        elif part.kind == "name" and (
            part.parent is None or part.parent.kind not in ("pair_pattern", "import_specifier")
        ):
            found[part.text] = f"{module}.{part.text}" if target.kind == "object_pattern" else module
        elif part.kind == "import_specifier" and len(part.kids) == 1:
            found[part.kids[0].text] = f"{module}.{part.kids[0].text}"
