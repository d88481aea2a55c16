"""Policy: a wrong document is refused with its line; a right one turns reports into the verdict it promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.errors import PolicyError
from guards.policy import default_policy, judge, load_policy, parse_policy, redact
from guards.types import Action, Finding, Report, Stage, Status

BASE = """\
version: 1
name: test
guards:
  injection:
    stages: [input, document]
    thresholds:
      injection: {flag: 0.5, block: 0.9}
      jailbreak: 0.8
    where:
      - {language: th, thresholds: {injection: 0.6}}
      - {stage: document, thresholds: {injection: {redact: 0.7}}}
    on_timeout: flag
    on_error: block
  code:
    stages: [output]
    rules: {known-noise: allow, never-this: block}
"""


def report(
    *findings: Finding, guard: str = "injection", stage: Stage = Stage.INPUT, status: Status = Status.DONE
) -> Report:
    return Report(guard, stage, status, findings)


def seen(score: float, category: str = "injection", **more: object) -> Finding:
    return Finding(score=score, message="m", category=category, **more)  # type: ignore[arg-type]


def rule(name: str, treatment: str | None = None) -> Finding:
    return Finding(score=0.9, message="m", rule=name, treatment=treatment, cwe=("CWE-78",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "action"),
    [
        ([report(seen(0.49))], Action.ALLOW),
        ([report(seen(0.5))], Action.FLAG),
        ([report(seen(0.8999999))], Action.FLAG),  # raw scores are judged, never rounded ones
        ([report(seen(0.9))], Action.BLOCK),
        ([report(seen(0.8, "jailbreak"))], Action.BLOCK),  # a bare number blocks
        ([report(seen(0.99, "unheard-of"))], Action.ALLOW),
        ([report(seen(0.6, language="th"))], Action.BLOCK),
        ([report(seen(0.75), stage=Stage.DOCUMENT)], Action.REDACT),
        ([report(status=Status.TIMEOUT)], Action.FLAG),
        ([report(status=Status.ERROR)], Action.BLOCK),
        ([report(rule("x", "block"), guard="code", stage=Stage.OUTPUT)], Action.BLOCK),
        ([report(rule("x", "warn"), guard="code", stage=Stage.OUTPUT)], Action.FLAG),
        ([report(rule("known-noise", "block"), guard="code", stage=Stage.OUTPUT)], Action.ALLOW),
        ([report(rule("never-this", "warn"), guard="code", stage=Stage.OUTPUT)], Action.BLOCK),
        ([report(seen(0.6)), report(seen(0.95))], Action.BLOCK),
        ([], Action.ALLOW),
    ],
)
def test_reports_become_actions(reports: list[Report], action: Action) -> None:
    assert judge(parse_policy(BASE), reports).action is action


def test_a_reason_says_why_in_words() -> None:
    verdict = judge(parse_policy(BASE), [report(seen(0.98))])
    assert verdict.reasons[0].text == "injection 0.98 >= 0.90"


def test_monitor_mode_never_stops_but_says_what_it_would_have_done() -> None:
    verdict = judge(parse_policy(BASE + "mode: monitor\n"), [report(seen(0.98))])
    assert (verdict.action, verdict.would) == (Action.FLAG, Action.BLOCK)


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("name: test", "nam: test"), 2, "no such key"),
        (("flag: 0.5", "flag: 1.5"), 7, "less than or equal to 1"),
        (("[input, document]", "[inptu]"), 5, "input"),
        (("on_timeout: flag", "on_timeout: shrug"), 12, "on_timeout"),
        (("jailbreak: 0.8", "injection: 0.8"), 8, "stands twice"),
        (("name: test", "name: [test"), 3, "YAML"),
        (("version: 1", "version: 2"), 1, "version: must be 1, not 2"),
        (("name: test", "nam: test"), 2, "did you mean `name`?"),
        (("name: test", "name: test\nxyzzy: 1"), 3, "no such key; there are version, name, mode"),
        (("flag: 0.5", "flagg: 0.5"), 7, "injection.flagg: no such key; did you mean `flag`?"),
        (("[input, document]", "input"), 5, "guards.injection.stages: must be a list"),
        (("on_timeout: flag", "on_timeout: shrug"), 12, "must be 'allow', 'flag', 'redact' or 'block', not 'shrug'"),
        (("name: test", "name: test\nlog: {text: nope}"), 3, "log.text: must be true or false, not 'nope'"),
        (("name: test", "name: test\nbudget_ms: fast"), 3, "budget_ms: must be a number, not 'fast'"),
    ],
)
def test_a_wrong_policy_is_refused_with_its_line(
    change: tuple[str, str], line: int, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(BASE.replace(*change))
    with pytest.raises(PolicyError) as refused:
        load_policy(file)
    assert refused.value.line == line
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert words in str(refused.value)


def test_every_fault_is_told_in_the_order_of_its_line_and_a_typo_only_once() -> None:
    wrong = BASE.replace("name: test", "nam: test").replace("flag: 0.5", "flag: 1.5").replace("shrug", "flag")
    with pytest.raises(PolicyError) as refused:
        parse_policy(wrong.replace("on_timeout: flag", "on_timeout: shrug"), file="p.yaml")
    lines = str(refused.value).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["p.yaml:2", "p.yaml:7", "p.yaml:12"]
    assert not any("name: is missing" in line for line in lines)


def test_of_very_many_faults_the_first_ten_are_told() -> None:
    many = "".join(f"key{number}: 1\n" for number in range(25))
    with pytest.raises(PolicyError) as refused:
        parse_policy(BASE + many)
    assert str(refused.value).count("no such key") == 10
    assert str(refused.value).endswith("(and 15 more)")


@pytest.mark.parametrize("text", ["", "- 1", "&a [*a]", "x: &y 1\nz: *y", "[" * 5000, "version: 1"])
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(PolicyError):
        parse_policy(text)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match="can't be read"):
        load_policy(tmp_path / "none.yaml")
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="not UTF-8"):
        load_policy(binary)


def test_the_revision_changes_with_what_is_said_not_with_how() -> None:
    same = parse_policy("# a comment\n" + BASE)
    other = parse_policy(BASE.replace("block: 0.9", "block: 0.91"))
    assert same.revision == parse_policy(BASE).revision != other.revision


def test_other_policies_by_path_and_key(tmp_path: Path) -> None:
    (tmp_path / "strict.yaml").write_text(BASE.replace("name: test", "name: strict"))
    main = tmp_path / "main.yaml"
    main.write_text(BASE + "others:\n  - {key: team-a, policy: strict.yaml}\n")
    policy = load_policy(main)
    assert policy.select(key="team-a").name == "strict"
    assert policy.select(key="team-b").name == "test"


def test_the_policy_that_ships_is_valid_and_enforces() -> None:
    policy = default_policy()
    assert policy.mode == "enforce"
    assert {"injection", "content", "code"} <= set(policy.guards)


@settings(deadline=None)
@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_redaction_removes_every_span_and_keeps_all_else(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in pairs]
    policy = parse_policy(BASE)
    findings = [seen(0.75, span=span) for span in spans]
    reasons = judge(policy, [report(*findings, stage=Stage.DOCUMENT)]).reasons
    covered = {at for start, end in spans for at in range(start, end)}
    kept = "".join(char for at, char in enumerate(text) if at not in covered)
    assert redact(text, reasons, marker="") == kept
