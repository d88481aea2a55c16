"""One language's rules: which of them a piece of code could match, and their compiled forms, made when first needed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import re2

from guards.errors import RuleError

from .conditions import Strength
from .formula import NOWHERE, Formula, compile_formula
from .memory import MemoryFormula
from .rule import Rule
from .taint import TaintFormula


class RuleFor:
    """A rule as it runs on one language."""

    def __init__(self, rule: Rule, language: str) -> None:
        self.rule, self._language = rule, language

    @cached_property
    def formula(self) -> Formula | MemoryFormula | TaintFormula:
        """The compiled form.

        Raises:
            RuleError: a pattern is wrong; names the rule's file.
        """
        return _compiled(self.rule, self._language)

    @property
    def words(self) -> frozenset[str] | None:
        """Words of which at least one stands in every code that matches; None: there are none to look for."""
        if self.rule.words is None:
            return self.formula.literals()
        known = self.rule.words.get(self._language)
        return frozenset(known) if known else None


class RulesFor:
    """One language's rules, and the prefilter over their words."""

    def __init__(self, rules: Sequence[Rule], language: str) -> None:
        self.rules = tuple(RuleFor(rule, language) for rule in rules)
        self._language = language
        self._lock = threading.Lock()

    @cached_property
    def _prefilter(self) -> tuple[Any, list[list[int]], list[int]]:
        """The set of words, the numbers of the rules that ask for each, and of those that ask for none."""
        asking: dict[str, list[int]] = {}
        always = []
        for number, rule in enumerate(self.rules):
            words = rule.words
            if words is None:
                always.append(number)
            for word in words or ():
                asking.setdefault(word, []).append(number)
        literals = re2.Set.SearchSet()
        for word in asking:
            literals.Add(re2.escape(word))
        if asking:
            literals.Compile()
        return (literals if asking else None), list(asking.values()), always

    def candidates(self, code: str) -> list[RuleFor]:
        """The rules that could match, in the order of their files."""
        if not self.rules:
            return []
        with self._lock:
            literals, asking, always = self._prefilter
        if self._language == "php" and "`" in code:
            code += " shell_exec"  # what backticks are
        hit = set(always)
        for number in (literals.Match(code) if literals is not None else None) or ():
            hit.update(asking[number])
        return [self.rules[number] for number in sorted(hit)]


def _compiled(rule: Rule, language: str) -> Formula | MemoryFormula | TaintFormula:
    try:
        if rule.mode == "taint":
            sources = rule.formula["pattern-sources"]
            return TaintFormula(
                _any_of([row for row in sources if not row.get("by-side-effect")], language) or NOWHERE,
                compile_formula({"pattern-either": rule.formula["pattern-sinks"]}, language),
                _any_of(rule.formula["pattern-sanitizers"], language),
                rule.tainted_parameters,
                # what a framework hands over is text, and never null
                rule.track not in ("null", "state")
                and any(word in str(sources) for word in ("req", "$REQ", "$_GET", "Request")),
                _settling(rule),
                rule.track,
                _any_of([row for row in sources if row.get("by-side-effect")], language),
                not _OF_ADDRESSES.isdisjoint(rule.cwe),
                "CWE-22" in rule.cwe,
            )
        formula = compile_formula(rule.formula, language)
        return MemoryFormula(formula, rule.memory) if rule.memory else formula
    except RuleError as error:
        raise RuleError(f"rule {rule.id} ({language}): {error}", file=str(rule.path)) from None
    except (KeyError, TypeError, ValueError, AttributeError, SyntaxError) as error:
        raise RuleError(f"rule {rule.id} ({language}): {error!r}", file=str(rule.path)) from None


def _any_of(rows: Sequence[Any], language: str) -> Formula | None:
    return compile_formula({"pattern-either": rows}, language) if rows else None


_OF_ADDRESSES = frozenset({"CWE-601", "CWE-918"})
# Where a path or an address leads is settled by a look at its beginning; a shell's or a query's text is not.
_OF_PLACES = frozenset({"CWE-20", "CWE-22", "CWE-23", "CWE-73", "CWE-98", "CWE-434", "CWE-601", "CWE-918"})


def _settling(rule: Rule) -> frozenset[Strength]:
    found: set[Strength] = {"any"}
    if not _OF_PLACES.isdisjoint(rule.cwe):
        found.add("place")
    if "CWE-943" in rule.cwe:
        found.add("type")
    return frozenset(found)
