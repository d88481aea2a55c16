"""The boolean part of a rule: patterns joined by and, or, not and inside, compiled once and found in a tree."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from guards.errors import RuleError

from .constraints import Condition, compares, linear, matches_regex
from .matcher import NO_BINDINGS, Bindings
from .node import Node
from .pattern import Pattern, compile_pattern
from .source import Code, Hit, Near

__all__ = ["Code", "Formula", "Hit", "compile_formula"]

Spans = list[tuple[int, int]]


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
    needs: frozenset[str] = field(init=False)  # words that all code that matches has among its own

    kind: str = field(init=False)  # of a node that it begins with; "": it could be one of several

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", self._needs())
        kinds = self.pattern.kinds if self.pattern is not None else None
        object.__setattr__(self, "kind", kinds[0] if kinds is not None and len(kinds) == 1 else "")

    def _needs(self) -> frozenset[str]:
        if self.pattern is not None:
            return self.pattern.names
        if self.any_of:
            return frozenset.intersection(*(formula.needs for formula in self.any_of))
        return frozenset().union(*(formula.needs for formula in (*self.all_of, *self.inside)))

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

    def find(self, code: Code, bound: Bindings = NO_BINDINGS, near: Near | None = None) -> list[Hit]:
        """Every place where the formula holds, with what `bound` says that metavariables stand for.

        With `near`, places that have nothing to do with it may be left out: what a rule asks around one place is
        answered there, so that the cost stays linear. Only bindings of metavariables that the formula speaks of
        count, so places that share them share the answer.
        """
        if not self.needs <= code.words or (self.kind and self.kind not in code.by_kind):
            return []
        told = {name: node for name, node in bound.items() if name in self.names} if bound else NO_BINDINGS
        if near is not None and not self.focus and self.regex is None:
            if self.conditions and not told and self._is_of_one_node:
                return self._around(code, near)
            return self._find(code, told, near)
        key: object = self.pattern.source if self.pattern is not None else id(self)
        if told:
            key = (key, *sorted((name, id(node)) for name, node in told.items()))
        known = code.known.get(key)
        if known is None:
            known = code.known[key] = self._find(code, told, None)
        return known if near is None or self.regex is None else _overlapping(known, near)

    @property
    def _is_of_one_node(self) -> bool:
        pattern = self.all_of[0].pattern if len(self.all_of) == 1 else None
        return pattern is not None and len(pattern.nodes) == 1

    def _around(self, code: Code, near: Near) -> list[Hit]:
        """The hits that have to do with a place, one of each node: what depends on no binding is looked for once in a code."""
        key = id(self)
        if key not in code.enclosing:
            code.enclosing[key] = {hit.first: hit for hit in reversed(self.find(code))}
        known = code.enclosing[key]
        return [known[node] for node in code.nodes_near(near) if node in known]

    def _find(self, code: Code, bound: Bindings, near: Near | None) -> list[Hit]:
        if self.pattern is not None:
            return code.matches(self.pattern, bound, near)
        if self.regex is not None:
            return _find_regex(self.regex, code)
        if self.any_of:
            words, kinds = code.words, code.by_kind
            return [
                hit
                for formula in self.any_of
                if formula.needs <= words and (not formula.kind or formula.kind in kinds)
                for hit in formula.find(code, bound, near)
            ]
        if self.all_of:
            hits = self.all_of[0].find(code, bound, near)
        else:
            hits = [Hit(node, node, bound) for node in (code.nodes if near is None else code.nodes_near(near))]
        for formula in self.all_of[1:]:
            hits = [
                both
                for hit in hits
                for other in formula.find(code, hit.bindings, code.near(hit, inner=True))
                if (both := _both(hit, other))
            ]
        for formula in self.inside:
            hits = _in_spans(hits, formula.spans(code))
        # What a place must or must not lie in is looked for with the place's own bindings: `<... $X ...>` could
        # stand for many things, and only the one that is meant counts.
        if self.inside or self.nots or self.not_inside:
            hits = [held for hit in hits if (held := self._held(code, hit)) is not None]
        hits = [hit for hit in hits if all(condition(hit.bindings, code) for condition in self.conditions)]
        if self.focus:
            hits = [
                Hit(hit.bindings[name], hit.bindings[name], hit.bindings)
                for hit in hits
                for name in self.focus
                if name in hit.bindings
            ]
        return hits

    def _held(self, code: Code, hit: Hit) -> Hit | None:
        """`hit` with what its surroundings bind; None where they are not what they must be."""
        near = code.near(hit)
        for formula in self.inside:
            joined = _within(hit, formula.find(code, hit.bindings, near))
            if joined is None:
                return None
            hit = joined
        for formula in self.nots:
            if any(_denied(hit, other) for other in formula.find(code, hit.bindings, near)):
                return None
        for formula in self.not_inside:
            if _within(hit, formula.find(code, hit.bindings, near)) is not None:
                return None
        return hit

    def spans(self, code: Code) -> Spans | None:
        """Stretches of the code outside of which the formula matches nothing; None: it could match anywhere."""
        key = self.pattern.source if self.pattern is not None else id(self)
        if key not in code.spans:
            code.spans[key] = self._spans(code)
        return code.spans[key]

    def _spans(self, code: Code) -> Spans | None:
        if self.any_of:
            parts = [formula.spans(code) for formula in self.any_of]
            return None if None in parts else _merged([span for part in parts for span in part or ()])
        if self.pattern is None or self.pattern.kinds is None:
            return self.all_of[0].spans(code) if self.all_of and not self.focus else None
        if len(self.pattern.nodes) > 1:
            begun = code.beginnings(self.pattern).items()
            return _merged([(parent.kids[numbers[0]].start, parent.end) for parent, numbers in begun])
        return _merged([(node.start, node.end) for nodes in code.candidates(self.pattern) for node in nodes])


NOWHERE = Formula(regex=linear(b"a^"))


def compile_formula(row: Any, language: str) -> Formula:
    """Compiles the value of `pattern`, `patterns`, `pattern-either` and their kin.

    Raises:
        RuleError: an operator is not known, or a pattern is no code of the language.
    """
    # The same formula is the same object: rules share sources, and what was found for one is known to the others.
    return _shared(json.dumps(row), language)


@lru_cache(maxsize=20_000)
def _shared(written: str, language: str) -> Formula:
    return _compiled(json.loads(written), language)


def _compiled(row: Any, language: str) -> Formula:
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
        return Formula(regex=_bytes_regex(row["pattern-regex"]))
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
                    expression = _bytes_regex(value)
                    grouped["not"].append(Formula(regex=expression))
                case "metavariable-regex":
                    conditions.append(matches_regex(value["metavariable"], value["regex"]))
                case "metavariable-pattern":
                    conditions.append(_matches_formula(value, language))
                case "metavariable-comparison":
                    conditions.append(compares(value["comparison"]))
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


def _matches_formula(row: Mapping[str, Any], language: str) -> Condition:
    name = row["metavariable"]
    formula = compile_formula(
        {key: value for key, value in row.items() if key not in ("metavariable", "language")}, language
    )

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        return node is not None and any(hit.end <= node.end for hit in _beginning_in(formula.find(code), node))

    return holds


def _bytes_regex(expression: str) -> Any:
    return linear(expression.encode())


def _find_regex(expression: Any, code: Code) -> list[Hit]:
    found = []
    for match in expression.finditer(code.source):
        place = Node("text", match.group().decode("utf-8", "replace"), [], match.start(), match.end())
        found.append(Hit(place, place, NO_BINDINGS))
    return found


def _overlapping(hits: list[Hit], near: Near) -> list[Hit]:
    """Of a regular expression's hits, which don't overlap one another, those that have to do with a place."""
    at = bisect_left(hits, near.start, key=lambda hit: hit.end)
    found = []
    while at < len(hits) and hits[at].start <= near.end:
        found.append(hits[at])
        at += 1
    return found


def _beginning_in(hits: list[Hit], node: Node) -> list[Hit]:
    """The hits that begin in `node`."""
    return [hit for hit in hits if node.start <= hit.start < node.end or hit.start == node.start]


def _merged(spans: Spans) -> Spans:
    """The same stretches without overlaps, in the order of the text."""
    found: Spans = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _in_spans(hits: list[Hit], spans: Spans | None) -> list[Hit]:
    if spans is None or not hits:
        return hits
    found = []
    for hit in hits:
        at = bisect_left(spans, hit.start + 1, key=lambda span: span[0]) - 1
        if at >= 0 and hit.end <= spans[at][1]:
            found.append(hit)
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
