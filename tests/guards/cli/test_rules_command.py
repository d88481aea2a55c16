"""`corral rules`, and rules of the user's own: scaffolded, tested, and given to Semgrep where they must."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guards import Corral
from guards.cli import cli
from guards.code.scanner import LANGUAGES, Scanner
from guards.errors import PolicyError

NEEDS_SEMGREP = """\
rules:
  - id: my-flow
    languages: [python]
    severity: ERROR
    message: A propagated value arrives.
    mode: taint
    pattern-sources: [{pattern: read()}]
    pattern-propagators: [{pattern: $A.fill($B), from: $B, to: $A}]
    pattern-sinks: [{pattern: write(...)}]
"""
CODE = "x = read()\nbox.fill(x)\nwrite(box)\n"


def rules(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["rules", *map(str, arguments)])


def test_list_names_every_rule_and_its_engine() -> None:
    rows = [json.loads(line) for line in rules("list", "--json").stdout.splitlines()]
    assert {row["id"] for row in rows} == set(Scanner.load().rules)
    assert {row["engine"] for row in rows} <= {"fast", "shell"}
    only_go = [json.loads(line) for line in rules("list", "--json", "--language", "golang").stdout.splitlines()]
    assert only_go == [row for row in rows if "go" in row["languages"]]


def test_summary_counts_rules_and_cwes_by_language() -> None:
    lines = {line.split()[0]: line.split()[1:] for line in rules("list", "--summary").stdout.splitlines()}
    loaded = Scanner.load().rules.values()
    assert int(lines["all"][0]) == len(loaded)
    assert int(lines["python"][1]) == len({cwe for rule in loaded if "python" in rule.languages for cwe in rule.cwe})


def test_show_explains() -> None:
    done = rules("show", "python-yaml-load")
    assert "CWE-502" in done.stdout
    assert "engine fast" in done.stdout
    assert "ruleid: python-yaml-load" in done.stdout
    assert rules("show", "python-yaml-load", "--yaml").stdout.startswith("rules:")
    assert "`corral rules list` names them" in str(rules("show", "nothing-such").exception)
    assert "did you mean `python-yaml-load`?" in str(rules("show", "python-yml-load").exception)


def test_rules_of_ones_own_are_read_whichever_ending_they_have_and_a_folder_without_any_is_told(tmp_path: Path) -> None:
    rules("new", "my-unsafe-call", "--language", "python", "--dir", tmp_path)
    (tmp_path / "my-unsafe-call.yaml").rename(tmp_path / "my-unsafe-call.yml")
    done = rules("test", "my-unsafe-call", "--rules", tmp_path, "--only-mine")
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    (tmp_path / "none").mkdir()
    done = CliRunner().invoke(cli, ["scan", str(tmp_path), "--rules", str(tmp_path / "none")])
    assert "none: the folder holds no rule" in str(done.exception)


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"shell", "powershell"}))
def test_a_new_rule_passes_its_test_in_both_engines(language: str, tmp_path: Path) -> None:
    assert rules("new", "my-unsafe-call", "--language", language, "--dir", tmp_path).exit_code == 0
    done = rules("test", "my-unsafe-call", "--rules", tmp_path, "--only-mine", "--engines", "both")
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert "1 compared with Semgrep" in done.stderr
    assert rules("new", "my-unsafe-call", "--language", language, "--dir", tmp_path).exit_code != 0


@pytest.mark.parametrize("language", ["shell", "bash", "powershell", "pwsh"])
def test_a_new_rule_for_commands_passes_its_test(language: str, tmp_path: Path) -> None:
    assert rules("new", "my-unsafe-call", "--language", language, "--dir", tmp_path).exit_code == 0
    done = rules("test", "my-unsafe-call", "--rules", tmp_path, "--only-mine", "--engines", "both")
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert "1 rule, 0 wrong, 0 could not be tested" in done.stderr
    assert "mode: command" in (tmp_path / "my-unsafe-call.yaml").read_text()


def test_a_wrong_fixture_is_told_with_its_line(tmp_path: Path) -> None:
    rules("new", "my-unsafe-call", "--language", "python", "--dir", tmp_path)
    fixture = tmp_path / "my-unsafe-call.py"
    fixture.write_text(fixture.read_text().replace("harmless(value)", "dangerous(value)"))
    done = rules("test", "--rules", tmp_path, "--only-mine", "--engines", "fast")
    assert done.exit_code == 1
    assert "my-unsafe-call.py:9: my-unsafe-call: matches, and must not" in done.stdout


@pytest.mark.parametrize("name", ["x", "My-Rule", "../evil-rule"])
def test_a_bad_name_writes_nothing(name: str, tmp_path: Path) -> None:
    assert rules("new", name, "--language", "python", "--dir", tmp_path / "r").exit_code != 0
    assert not (tmp_path / "r").exists()


def own(folder: Path) -> Path:
    (folder / "mine").mkdir(exist_ok=True)
    (folder / "mine" / "my-flow.yaml").write_text(NEEDS_SEMGREP)
    return folder / "mine"


def test_what_the_fast_engine_can_not_run_goes_to_semgrep_and_is_said(tmp_path: Path) -> None:
    mine = own(tmp_path)
    done = rules("list", "--rules", mine)
    assert "my-flow: semgrep, since the fast engine does not know pattern-propagators" in done.stderr
    (tmp_path / "a.py").write_text(CODE)
    done = CliRunner().invoke(cli, ["scan", str(tmp_path), "--rules", str(mine), "--only-my-rules", "--format", "json"])
    assert [(row["rule"], row["line"]) for row in json.loads(done.stdout)["findings"]] == [("my-flow", 3)]


def test_without_semgrep_a_scan_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRAL_SEMGREP_CORE", str(tmp_path / "none"))
    (tmp_path / "a.py").write_text(CODE)
    done = CliRunner().invoke(cli, ["scan", str(tmp_path / "a.py"), "--rules", str(own(tmp_path))])
    assert done.exit_code == 2
    assert "semgrep could not be started" in done.stderr


def policy(folder: Path, budget_ms: int = 20_000) -> Path:
    file = folder / "policy.yaml"
    file.write_text(
        f"version: 1\nname: own\nbudget_ms: {budget_ms}\nguards:\n"
        "  code: {stages: [output], rule_folders: [mine], treatments: {block: block, warn: flag}}\n"
    )
    return file


ANSWER = f"```python\nimport os\n{CODE}os.system(input())\n```\n"


def test_a_policy_names_rule_folders_and_both_engines_answer(tmp_path: Path) -> None:
    own(tmp_path)
    with Corral(policy(tmp_path)) as corral:
        verdict = corral.check(ANSWER, role="assistant")
    assert {finding.rule for finding in verdict.reports[0].findings} >= {"my-flow", "python-os-command-injection"}
    assert verdict.reports[0].tier == "semgrep"


@pytest.mark.parametrize(
    ("script", "budget_ms", "words"),
    # The short budget is long enough for the first tier on a busy machine; the process outlives it.
    [("exec sleep 120", 8_000, "was not done in time"), ("echo no", 60_000, "no answer")],
)
def test_a_semgrep_that_is_late_or_broken_leaves_the_fast_findings_and_is_reported(
    script: str, budget_ms: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    core = tmp_path / "core"
    core.write_text(f"#!/bin/sh\n{script}\n")
    core.chmod(0o755)
    monkeypatch.setenv("CORRAL_SEMGREP_CORE", str(core))
    own(tmp_path)
    with Corral(policy(tmp_path, budget_ms)) as corral:
        verdict = corral.check(ANSWER, role="assistant")
    report = verdict.reports[0]
    assert {finding.rule for finding in report.findings} >= {"python-os-command-injection"}
    assert report.tier == "embedded"
    assert words in (report.reason or "")


def test_a_rule_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="there is no"):
        Corral(policy(tmp_path))


def test_what_was_read_is_remembered_until_a_rule_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    mine = own(tmp_path)
    first = Scanner.load([mine], shipped=False)
    kept = list((tmp_path / "cache" / "corral").glob("rules-*.json"))
    assert len(kept) == 1
    assert Scanner.load([mine], shipped=False).rules == first.rules
    (mine / "my-flow.yaml").write_text(NEEDS_SEMGREP.replace("ERROR", "INFO"))
    assert Scanner.load([mine], shipped=False).rules["my-flow"].severity == "low"
    for file in (tmp_path / "cache" / "corral").glob("rules-*.json"):
        file.write_text("[]")
        file.chmod(0o666)  # anybody may have written it: not believed
    assert set(Scanner.load([mine], shipped=False).rules) == {"my-flow"}
