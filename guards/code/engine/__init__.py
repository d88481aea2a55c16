"""The fast engine: Semgrep rules run in process on one syntax tree, behind a literal prefilter."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import re2

from guards.code.rules import rule_folders
from guards.errors import GuardError, RuleError

from .conditions import Strength
from .formula import Code, Formula, Hit, compile_formula
from .rule import Rule, read_rules
from .taint import TaintFormula
from .tree import LANGUAGES, parse

__all__ = ["LANGUAGES", "Engine", "Match", "Rule", "ScanResult"]

ENGINE_VERSION = "5"


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match; `start` and `end` are code points of the scanned code."""

    rule_id: str
    start: int
    end: int
    message: str
    fix: str | None


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What was found, in the order of the code, and what could not be judged, in words."""

    matches: tuple[Match, ...]
    errors: tuple[str, ...]


class Engine:
    """Immutable after loading; safe to call from many threads."""

    languages = LANGUAGES

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._by_language = {
            language: _LanguageRules(
                [rule for rule in rules if rule.engine == "fast" and language in rule.languages], language
            )
            for language in LANGUAGES
        }

    @classmethod
    def load(cls, paths: Sequence[Path] | None = None) -> Engine:
        """The shipped rules, or those under `paths`.

        Raises:
            RuleError: names file and line.
        """
        return cls(list(read_rules(rule_folders() if paths is None else paths)))

    @cached_property
    def revision(self) -> str:
        """A hash over the rules and this engine's version."""
        seal = hashlib.sha256(ENGINE_VERSION.encode())
        for rule in self.rules.values():
            seal.update(rule.path.read_bytes())
        return seal.hexdigest()[:12]

    def scan(self, code: str, language: str) -> ScanResult:
        """Runs every rule for `language`.

        Raises:
            ValueError: an unknown language.
        """
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(sorted(LANGUAGES))}, got {language!r}")
        rules = self._by_language[language].candidates(code)
        if not rules:
            return ScanResult((), ())
        source = code.encode("utf-8", "replace")
        try:
            parsed = Code(source, parse(source, language), language)
        except (GuardError, RecursionError) as error:
            return ScanResult((), (str(error),))
        errors: list[str] = []
        found: dict[tuple[str, int, int], Match] = {}
        to_points = _byte_to_point(code, source)
        for compiled in rules:
            parsed.matcher.begin()
            try:
                hits = compiled.formula.find(parsed)
            except (GuardError, RecursionError) as error:
                errors.append(f"{compiled.rule.id}: {error}")
                continue
            for hit in hits:
                # Brackets that were added to close what the code left open lie past its end.
                start, end = to_points(min(hit.start, len(source))), to_points(min(hit.end, len(source)))
                key = (compiled.rule.id, start, end)
                if key not in found:
                    found[key] = _match(compiled.rule, hit, start, end, parsed)
        ordered = sorted(found.values(), key=lambda match: (match.start, match.end, match.rule_id))
        return ScanResult(tuple(ordered), tuple(errors))

    @staticmethod
    def refusal(rule: Rule) -> str | None:
        """Why this engine can't run `rule`; None where it can."""
        try:
            for language in rule.languages:
                _compile(rule, language)
        except RuleError as error:
            return str(error)
        return None

    def check_rules(self) -> None:
        """Compiles every rule now.

        Raises:
            RuleError: a pattern is wrong; names the rule's file.
        """
        for rules in self._by_language.values():
            _ = rules.compiled


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    formula: Formula | TaintFormula
    literals: frozenset[str] | None


class _LanguageRules:
    """One language's rules, compiled when it is first scanned, and the prefilter over their literals."""

    def __init__(self, rules: Sequence[Rule], language: str) -> None:
        self._rules, self._language = rules, language
        self._lock = threading.Lock()

    @cached_property
    def compiled(self) -> tuple[_Compiled, ...]:
        return tuple(_compile(rule, self._language) for rule in self._rules)

    @cached_property
    def _prefilter(self) -> tuple[Any, list[list[_Compiled]], list[_Compiled]]:
        words: dict[str, list[_Compiled]] = {}
        always = []
        for compiled in self.compiled:
            if compiled.literals is None:
                always.append(compiled)
            else:
                for word in compiled.literals:
                    words.setdefault(word, []).append(compiled)
        literals = re2.Set.SearchSet()
        for word in words:
            literals.Add(re2.escape(word))
        if words:
            literals.Compile()
        return (literals if words else None), list(words.values()), always

    def candidates(self, code: str) -> list[_Compiled]:
        """The rules that could match, in the order of their files."""
        if not self._rules:
            return []
        with self._lock:
            literals, owners, always = self._prefilter
        if self._language == "php" and "`" in code:
            code += " shell_exec"  # what backticks are
        hit = {id(compiled): compiled for compiled in always}
        for number in (literals.Match(code) if literals is not None else None) or ():
            hit.update((id(compiled), compiled) for compiled in owners[number])
        return [compiled for compiled in self.compiled if id(compiled) in hit]


def _compile(rule: Rule, language: str) -> _Compiled:
    try:
        if rule.mode == "taint":
            sources, sinks = ({"pattern-either": rule.formula[f"pattern-{part}"]} for part in ("sources", "sinks"))
            sanitizers = rule.formula["pattern-sanitizers"]
            sinks_formula = compile_formula(sinks, language)
            taint = TaintFormula(
                compile_formula(sources, language),
                sinks_formula,
                compile_formula({"pattern-either": sanitizers}, language) if sanitizers else None,
                rule.tainted_parameters,
                any(word in str(rule.formula["pattern-sources"]) for word in ("req", "$_GET")),
                _settling(rule),
            )
            return _Compiled(rule, taint, sinks_formula.literals())
        formula = compile_formula(rule.formula, language)
        return _Compiled(rule, formula, formula.literals())
    except RuleError as error:
        raise RuleError(f"rule {rule.id} ({language}): {error}", file=str(rule.path)) from None
    except (KeyError, TypeError, ValueError, AttributeError, SyntaxError) as error:
        raise RuleError(f"rule {rule.id} ({language}): {error!r}", file=str(rule.path)) from None


# Where a path or an address leads is settled by a look at its beginning; a shell's or a query's text is not.
_OF_PLACES = frozenset({"CWE-20", "CWE-22", "CWE-23", "CWE-73", "CWE-98", "CWE-434", "CWE-601", "CWE-918"})


def _settling(rule: Rule) -> frozenset[Strength]:
    found: set[Strength] = {"any"}
    if not _OF_PLACES.isdisjoint(rule.cwe):
        found.add("place")
    if "CWE-943" in rule.cwe:
        found.add("type")
    return frozenset(found)


def _match(rule: Rule, hit: Hit, start: int, end: int, code: Code) -> Match:
    def filled(text: str) -> str:
        return re.sub(
            r"\$[A-Z][A-Z0-9_]*",
            lambda name: code.text(hit.bindings[name[0]]) if name[0] in hit.bindings else name[0],
            text,
        )

    return Match(rule.id, start, end, filled(rule.message), filled(rule.fix) if rule.fix is not None else None)


def _byte_to_point(code: str, source: bytes) -> Any:
    """Byte offsets to code points: nothing to do for ASCII."""
    if len(code) == len(source):
        return lambda offset: offset
    return lambda offset: len(source[:offset].decode("utf-8", "ignore"))
