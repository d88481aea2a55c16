"""Every rule matches where its fixture says, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from guards.code.engine import Engine, Rule
from guards.code.fixtures import check_fixture
from guards.code.rules import rule_folders
from guards.code.scanner import LANGUAGES, Scanner
from guards.errors import RuleError

SCANNER = Scanner.load()


@pytest.mark.parametrize("rule", SCANNER.rules.values(), ids=lambda rule: rule.id)
def test_fixture(rule: Rule) -> None:
    assert list(check_fixture(rule, SCANNER)) == []


@pytest.mark.parametrize("rule", SCANNER.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_is_called_after_its_file_and_says_what_to_do(rule: Rule) -> None:
    assert rule.path.stem == rule.id
    assert rule.path.parent.name in LANGUAGES
    assert rule.path.is_relative_to(rule_folders()[0])
    assert all(cwe.startswith("CWE-") for cwe in rule.cwe)
    assert rule.cwe
    assert rule.references
    assert len(rule.message) > 40
    assert rule.why
    assert rule.engine in ("fast", "shell"), rule.engine_reason


@pytest.mark.parametrize("language", ["c", "cpp", "csharp", "java", "javascript", "php", "python"])
def test_there_are_at_least_six_rules_a_language(language: str) -> None:
    assert sum(language in rule.languages for rule in SCANNER.rules.values()) >= 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rules: 3", "a list called `rules`"),
        ("- a", "a list called `rules`"),
        ("rules:\n  - id: x\n", "is missing"),
        ("rules: [", "can't be read"),
        (
            "rules:\n  - {id: x, languages: [klingon], severity: ERROR, message: m, metadata: {}, pattern: f()}",
            "klingon",
        ),
    ],
)
def test_a_wrong_rule_file_is_an_error_with_its_name(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(text)
    with pytest.raises(RuleError, match=r"bad\.yaml") as refused:
        Engine.load([file])
    assert words in str(refused.value)


def test_a_pattern_that_is_no_code_is_an_error(tmp_path: Path) -> None:
    shipped = next(iter(SCANNER.rules.values())).path.read_text()
    file = tmp_path / "bad.yaml"
    head = shipped.split("    mode:")[0].split("    pattern")[0]
    file.write_text(head + "    pattern: 'f(('\n")
    with pytest.raises(RuleError, match="is no"):
        Engine.load([file]).check_rules()
