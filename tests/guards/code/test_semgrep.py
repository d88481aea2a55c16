"""Semgrep as the oracle: on every fixture both engines find the same lines, or the difference is listed with its reason.

`make test` installs Semgrep in an environment of its own and names its matcher in CORRAL_SEMGREP_CORE.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from guards.code.engine import Engine, Rule
from guards.code.fixtures import check_engines, differences
from guards.code.semgrep import Semgrep, installed_core
from guards.errors import GuardError, RuleError

ENGINE = Engine.load()
TIMEOUT_MS = 60_000


def core() -> Path:
    named = os.environ.get("CORRAL_SEMGREP_CORE")
    return Path(named) if named else installed_core()


@pytest.mark.parametrize("rule", ENGINE.rules.values(), ids=lambda rule: rule.id)
def test_both_engines_agree(rule: Rule) -> None:
    assert list(check_engines(rule, core())) == []


def test_what_is_listed_exists_and_is_explained() -> None:
    assert set(differences()) <= set(ENGINE.rules)
    assert all(len(row["why"]) > 20 for row in differences().values())


def _script(path: Path, text: str) -> Path:
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


RULE = next(iter(ENGINE.rules.values())).path


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exec sleep 60", "did not answer within 200 ms"),
        ("echo broken >&2; exit 3", "ended with 3"),
        ("echo '[]'", "none that can be read"),
        ("""echo '{"results": [], "errors": [{"error_type": "Syntax error"}]}'""", "Syntax error"),
    ],
)
def test_a_failure_is_never_nothing_found(script: str, words: str, tmp_path: Path) -> None:
    engine = Semgrep([RULE], _script(tmp_path / "core", script))
    with pytest.raises(GuardError, match=words):
        engine.scan("x = 1", "python", 200)


def test_an_absent_program_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GuardError, match="could not be started"):
        Semgrep([RULE], tmp_path / "none").scan("x = 1", "python", 200)


def test_a_wrong_rule_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "r.yaml").write_text("a: 1")
    with pytest.raises(RuleError, match=r"r\.yaml"):
        Semgrep([tmp_path], tmp_path)


def test_offsets_are_code_points_and_php_needs_no_tag() -> None:
    shipped = ENGINE.rules["php-eval-injection"]
    code = "$é = 'é𝒳';\neval($_POST['x']);"
    found = Semgrep([shipped.path], core()).scan(code, "php", TIMEOUT_MS)
    assert [code[match.start : match.end].startswith("eval(") for match in found] == [True]
