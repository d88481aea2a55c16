"""A rule's fixture: code beside the rule that says on the line above what must match and what must not.

``ruleid: ID`` in a comment: the rule must match on the next line of code. ``ok: ID``: it must not. A line with
neither must not match either, so a comment or a string that looks like the pattern is a decoy that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from guards.errors import GuardError

from .engine import Rule, ScanResult
from .scanner import Scanner
from .semgrep import Semgrep

DEEP_MS = 60_000.0

_NOTE = re.compile(r"(?://|#|/\*|--)\s*(ruleid|ok):\s*([\w-]+)")
SUFFIX_LANGUAGES = {
    ".c": "c", ".cpp": "cpp", ".cs": "csharp", ".go": "go", ".java": "java", ".js": "javascript", ".php": "php",
    ".ps1": "powershell",
    ".py": "python", ".rs": "rust", ".sh": "shell", ".ts": "typescript",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fixture:
    """Lines, counted from 1, that must match and that must not."""

    path: Path
    language: str
    must: frozenset[int]
    must_not: frozenset[int]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A line on which rule and fixture differ."""

    rule: str
    path: Path
    line: int
    problem: str


def fixture_of(rule: Rule) -> Fixture | None:
    """The fixture beside the rule's file; None where there is none."""
    for path in sorted(rule.path.parent.glob(rule.path.stem + ".*")):
        language = SUFFIX_LANGUAGES.get(path.suffix)
        if language is not None:
            return _read(path, language, rule.id)
    return None


def check_fixture(rule: Rule, scanner: Scanner | None = None) -> Iterator[Disagreement]:
    """Runs one rule over its fixture, with the engine that is its own; `scanner` may hold other rules, too."""
    fixture = fixture_of(rule)
    if fixture is None:
        yield Disagreement(rule.id, rule.path, 1, "has no fixture beside it")
        return
    if len(fixture.must) < 2 or len(fixture.must_not) < 2:
        yield Disagreement(rule.id, fixture.path, 1, "a fixture has at least two ruleid and two ok lines")
    scanner = scanner if scanner is not None else Scanner([rule])
    code = fixture.path.read_text("utf-8")
    if rule.engine == "semgrep":
        result = scanner.scan_deep(code, fixture.language, DEEP_MS)
    else:
        result = scanner.scan(code, fixture.language)
    for error in result.errors:
        yield Disagreement(rule.id, fixture.path, 1, error)
    found = _lines(rule, code, result)
    for line in sorted(fixture.must - found):
        yield Disagreement(rule.id, fixture.path, line, "must match, and does not")
    for line in sorted(found - fixture.must):
        yield Disagreement(rule.id, fixture.path, line, "matches, and must not")


def check_engines(rule: Rule, core: Path | None = None) -> Iterator[Disagreement]:
    """Runs a rule of the fast engine's over its fixture with Semgrep, too: where they differ, it must be listed.

    Raises:
        MissingExtra: Semgrep is not installed.
        GuardError: Semgrep failed on the rule or the fixture.
    """
    fixture = fixture_of(rule)
    if fixture is None or rule.engine != "fast":
        return
    code = fixture.path.read_text("utf-8")
    listed = differences().get(rule.id, {})
    try:
        deep = Semgrep.of([rule], core).scan(code, fixture.language, DEEP_MS)
    except GuardError:
        if listed.get("refused"):
            return
        raise
    if listed.get("refused"):
        yield Disagreement(rule.id, fixture.path, 1, "differences.yaml says that Semgrep refuses the rule: not so")
    theirs = {code.count("\n", 0, match.start) + 1 for match in deep}
    # `parameters-are-tainted` is Corral's own: compared without it.
    ours = _lines(rule, code, Scanner([replace(rule, tainted_parameters="no")]).scan(code, fixture.language))
    for name, found, known in (
        ("the fast engine", ours - theirs, set(listed.get("fast", ()))),
        ("Semgrep", theirs - ours, set(listed.get("semgrep", ()))),
    ):
        for line in sorted(found - known):
            yield Disagreement(
                rule.id, fixture.path, line, f"only {name} matches, and differences.yaml does not say why"
            )
        for line in sorted(known - found):
            yield Disagreement(rule.id, fixture.path, line, f"differences.yaml says that only {name} matches: not so")


@cache
def differences() -> Mapping[str, Mapping[str, Any]]:
    """Where the two engines are known to differ: by rule, the lines that one of them alone reports, and why."""
    listed = yaml.safe_load(files("guards.code").joinpath("differences.yaml").read_text("utf-8"))
    return listed if isinstance(listed, dict) else {}


def _lines(rule: Rule, code: str, result: ScanResult) -> set[int]:
    return {code.count("\n", 0, match.start) + 1 for match in result.matches if match.rule_id == rule.id}


def _read(path: Path, language: str, rule_id: str) -> Fixture:
    noted: dict[str, set[int]] = {"ruleid": set(), "ok": set()}
    lines = path.read_text("utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        note = _NOTE.search(line)
        if note and note[2] == rule_id:
            below = number + 1
            while below <= len(lines) and _NOTE.search(lines[below - 1]):
                below += 1  # notes of several rules may stand above one line
            noted[note[1]].add(below)
    return Fixture(path, language, frozenset(noted["ruleid"]), frozenset(noted["ok"]))
