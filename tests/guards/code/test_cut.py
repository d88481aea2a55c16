"""Answers break off: what a rule finds in whole code, it finds in code that ends right after the offending line."""

from __future__ import annotations

from guards.code import Scanner
from guards.code.fixtures import fixture_of

SCANNER = Scanner.load()
SURVIVE = 0.95


def test_findings_survive_a_cut_after_the_offending_line() -> None:
    kept, lost = 0, []
    fixtures = [
        pair for rule in SCANNER.rules.values() if rule.engine != "semgrep" and (pair := (rule, fixture_of(rule)))[1]
    ]
    for rule, fixture in fixtures:
        assert fixture is not None
        code = fixture.path.read_text("utf-8")
        whole = [match for match in SCANNER.scan(code, fixture.language).matches if match.rule_id == rule.id]
        for match in whole:
            line_end = code.find("\n", match.end)
            cut = code[: line_end if line_end >= 0 else len(code)]
            found = SCANNER.scan(cut, fixture.language).matches
            if any(one.rule_id == rule.id and one.start == match.start for one in found):
                kept += 1
            else:
                lost.append(f"{rule.id}:{code.count(chr(10), 0, match.start) + 1}")
    assert kept + len(lost) > 500, "too few findings to tell"
    assert kept >= SURVIVE * (kept + len(lost)), lost
