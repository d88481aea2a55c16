"""The fast engine: Semgrep rules run in process on one syntax tree, behind a literal prefilter."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from guards.code.rules import rule_folders
from guards.errors import GuardError

from .formula import Code, Hit
from .grammar import LANGUAGES
from .limits import TimeIsUp
from .prefilter import RuleFor, RulesFor
from .rule import Rule, read_rules
from .text import CodeText

__all__ = ["LANGUAGES", "CodeText", "Engine", "Match", "Rule", "ScanResult"]

ENGINE_VERSION = "14"


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
            language: RulesFor(
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
        return self.judge(CodeText(code, language))

    def judge(self, text: CodeText) -> ScanResult:
        """The same for a text that other engines look at, too; its language is one of ours."""
        rules = self._by_language[text.language].candidates(text.code)
        if not rules:
            return ScanResult((), ())
        try:
            code = Code(text.source, text.tree(), text.language)
        except GuardError as error:
            return ScanResult((), (str(error),))
        errors: list[str] = []
        found: dict[tuple[str, int, int], Match] = {}
        slowest, most = "", 0
        for rule in rules:
            code.matcher.begin()
            try:
                hits = rule.formula.find(code)
            except TimeIsUp as error:
                slowest = rule.rule.id if code.matcher.steps >= most else slowest
                errors.append(
                    f"{error}, most of it by the rule {slowest}; {rule.rule.id} and those after it did not run"
                )
                break
            except (GuardError, RecursionError) as error:
                errors.append(f"{rule.rule.id}: {error}")
                continue
            if code.matcher.steps > most:
                slowest, most = rule.rule.id, code.matcher.steps
            for hit in hits:
                start, end = text.point(hit.start), text.point(hit.end)
                key = (rule.rule.id, start, end)
                if key not in found:
                    found[key] = _match(rule.rule, hit, start, end, code)
        ordered = sorted(found.values(), key=lambda match: (match.start, match.end, match.rule_id))
        return ScanResult(tuple(ordered), tuple(errors))

    @staticmethod
    def prefiltered(rule: Rule) -> Rule:
        """`rule` with the words that the prefilter looks for, so that it need not be compiled before it is needed.

        Raises:
            RuleError: this engine can't run it.
        """
        words = {language: RuleFor(rule, language).words for language in rule.languages}
        return replace(rule, words={language: tuple(sorted(own)) if own else None for language, own in words.items()})

    def check_rules(self) -> None:
        """Compiles every rule now.

        Raises:
            RuleError: a pattern is wrong; names the rule's file.
        """
        for rules in self._by_language.values():
            for rule in rules.rules:
                _ = rule.formula


def _match(rule: Rule, hit: Hit, start: int, end: int, code: Code) -> Match:
    def filled(text: str) -> str:
        return re.sub(
            r"\$[A-Z][A-Z0-9_]*",
            lambda name: code.text(hit.bindings[name[0]]) if name[0] in hit.bindings else name[0],
            text,
        )

    return Match(rule.id, start, end, filled(rule.message), filled(rule.fix) if rule.fix is not None else None)
