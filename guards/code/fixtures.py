"""A rule's fixture: code beside the rule that says on the line above what must match and what must not.

``ruleid: ID`` in a comment: the rule must match on the next line of code. ``ok: ID``: it must not. A line with
neither must not match either, so a comment or a string that looks like the pattern is a decoy that counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .engine import Engine, Rule

_NOTE = re.compile(r"(?://|#|/\*|--)\s*(ruleid|ok):\s*([\w-]+)")
SUFFIX_LANGUAGES = {
    ".c": "c", ".cpp": "cpp", ".cs": "csharp", ".go": "go", ".java": "java", ".js": "javascript", ".php": "php",
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


def check_fixture(rule: Rule, engine: Engine) -> Iterator[Disagreement]:
    """Runs one rule over its fixture."""
    fixture = fixture_of(rule)
    if fixture is None:
        yield Disagreement(rule.id, rule.path, 1, "has no fixture beside it")
        return
    if len(fixture.must) < 2 or len(fixture.must_not) < 2:
        yield Disagreement(rule.id, fixture.path, 1, "a fixture has at least two ruleid and two ok lines")
    code = fixture.path.read_text("utf-8")
    result = engine.scan(code, fixture.language)
    for error in result.errors:
        yield Disagreement(rule.id, fixture.path, 1, error)
    found = {code.count("\n", 0, match.start) + 1 for match in result.matches if match.rule_id == rule.id}
    for line in sorted(fixture.must - found):
        yield Disagreement(rule.id, fixture.path, line, "must match, and does not")
    for line in sorted(found - fixture.must):
        yield Disagreement(rule.id, fixture.path, line, "matches, and must not")


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
