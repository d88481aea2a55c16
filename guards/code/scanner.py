"""Every engine behind one door: the fast engine, the judge of commands, and Semgrep for the rules that neither runs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from guards.errors import CorralError

from .engine import CodeText, Engine, Match, Rule, ScanResult
from .engine.rule import COMMAND_LANGUAGES
from .ruleset import load_rules
from .semgrep import Semgrep
from .shell import CommandJudge

LANGUAGES = Engine.languages | COMMAND_LANGUAGES


class Scanner:
    """Immutable after loading; safe to call from many threads."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules: Mapping[str, Rule] = {rule.id: rule for rule in rules}
        self._fast = Engine(rules)
        self._commands = CommandJudge(rules)
        self._deep_rules = tuple(rule for rule in rules if rule.engine == "semgrep")

    @classmethod
    def load(cls, own: Sequence[Path] = (), *, shipped: bool = True) -> Scanner:
        """The rules that ship and the user's `own`.

        Raises:
            RuleError: names file and line.
        """
        return cls(load_rules(own, shipped=shipped))

    @cached_property
    def revision(self) -> str:
        """A hash over the rules and the engines' versions."""
        return hashlib.sha256(f"{self._fast.revision} {self._commands.revision}".encode()).hexdigest()[:12]

    @property
    def needs_semgrep(self) -> bool:
        """Whether some rules can be run by Semgrep alone."""
        return bool(self._deep_rules)

    def scan(self, code: str, language: str) -> ScanResult:
        """What is found in process, within a millisecond or so.

        Raises:
            ValueError: an unknown language.
        """
        if language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(sorted(LANGUAGES))}, got {language!r}")
        text = CodeText(code, language)
        if language == "powershell":
            return self._commands.judge(text)
        found = self._fast.judge(text)
        commands = self._commands.judge(text)
        if not commands.matches and not commands.errors:
            return found
        matches = sorted((*found.matches, *commands.matches), key=lambda one: (one.start, one.end, one.rule_id))
        return ScanResult(tuple(matches), tuple(dict.fromkeys((*found.errors, *commands.errors))))

    def shell_of(self, code: str) -> str | None:
        """The shell that code without a language, or with a wrong one, speaks: its first words are a known program."""
        return self._commands.speaks(code)

    def scan_deep(self, code: str, language: str, timeout_ms: float) -> ScanResult:
        """What the rules find that only Semgrep can run: hundreds of milliseconds, and a process.

        A Semgrep that is absent, late or broken is an error in the result, never "nothing found".
        """
        rules = [rule for rule in self._deep_rules if language in rule.languages]
        if not rules:
            return ScanResult((), ())
        try:
            found = Semgrep.of(rules).scan(code, language, timeout_ms)
        except CorralError as error:
            return ScanResult((), (str(error),))
        return ScanResult(tuple(Match(row.rule_id, row.start, row.end, row.message, None) for row in found), ())
