"""The decision log's row: read back as it was written, judged again as it was judged, and without a word of the text."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guards.decisions import (
    OUTCOMES,
    Decision,
    Seen,
    compact,
    decision_from_line,
    decision_json,
    decision_line,
    read_decisions,
)
from guards.errors import InputError
from guards.policy import default_policy, judge, parse_policy
from guards.types import Finding, Fix, Report, Stage, Status

LABELS = st.sampled_from(["injection", "jailbreak", "unsafe", "S1", "S10"])
LANGUAGES = st.sampled_from([None, "de", "th"])
SPANS = st.none() | st.tuples(st.integers(0, 9), st.integers(9, 20))
CATEGORIES = st.builds(
    Finding, st.floats(0, 1), st.text(max_size=9), category=LABELS, span=SPANS, language=LANGUAGES
)  # fmt: skip
RULES = st.builds(
    Finding,
    st.floats(0, 1),
    st.text(max_size=9),
    rule=st.sampled_from(["python-eval", "go-exec"]),
    severity=st.sampled_from([None, "low", "critical"]),
    treatment=st.sampled_from([None, "block", "warn"]),
    cwe=st.lists(st.just("CWE-78"), max_size=2).map(tuple),
    span=SPANS,
    language=st.sampled_from([None, "python"]),
    fix=st.none() | st.builds(Fix, st.text(max_size=5)),
)
REPORTS = st.lists(
    st.builds(
        Report,
        st.sampled_from(["injection", "content", "code"]),
        st.sampled_from(list(Stage)),
        st.sampled_from([Status.DONE, Status.DONE, Status.DONE, *Status]),
        st.lists(CATEGORIES | RULES, max_size=5).map(tuple),
        reason=st.none() | st.text(max_size=9),
        tier=st.sampled_from([None, "embedded", "llama_guard"]),
        revision=st.none() | st.text(max_size=5),
        elapsed_ms=st.floats(0, 1e6),
        index=st.none() | st.integers(0, 9),
        cached=st.booleans(),
    ),
    max_size=6,
)
POLICIES = st.sampled_from(
    [
        default_policy(),
        parse_policy("""
version: 1
name: other
guards:
  content:
    stages: [input, output]
    thresholds: {unsafe: {flag: 0.2, redact: 0.5, block: 0.9}, S1: 0.3, "*": {flag: 0.6}}
    where: [{language: de, thresholds: {unsafe: 0.1}}, {tier: llama_guard, thresholds: {unsafe: {flag: 0.5}}}]
    on_timeout: block
  injection: {stages: [input], thresholds: {injection: 0.4}, on_error: flag}
  code: {stages: [output], min_confidence: 0.5, rules: {python-eval: redact}}
"""),
        parse_policy("{version: 1, name: m, mode: monitor, guards: {content: {stages: [input]}}}"),
    ]
)
TEXTS = st.lists(
    st.builds(
        Seen,
        st.sampled_from(list(Stage)),
        st.integers(0, 99),
        st.text(max_size=9),
        st.none() | st.integers(0, 9),
        st.none() | st.text(max_size=9),
    ),
    max_size=3,
)
MS = st.none() | st.integers(0, 10**9).map(lambda number: number / 1000)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    verdict = judge(draw(POLICIES), draw(REPORTS), id=draw(st.text(max_size=9)), elapsed_ms=draw(st.floats(0, 1e6)))
    return Decision(
        verdict=compact(verdict),
        time=draw(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))).replace(
            microsecond=draw(st.integers(0, 999)) * 1000
        ),
        request=draw(st.text(max_size=9)),
        route=draw(st.sampled_from(["", "/v1/messages"])),
        dialect=draw(st.sampled_from(["", "chat"])),
        key=draw(st.none() | st.text(max_size=9)),
        model=draw(st.none() | st.text(max_size=9)),
        stream=draw(st.booleans()),
        outcome=draw(st.sampled_from(OUTCOMES)),
        error=draw(st.none() | st.just("upstream_timeout")),
        upstream_ms=draw(MS),
        first_text_ms=draw(MS),
        total_ms=draw(MS),
        usage=draw(st.dictionaries(st.text(max_size=9), st.integers(0, 9), max_size=2)),
        texts=tuple(draw(TEXTS)),
    )


@given(decisions())
def test_a_row_is_read_back_as_it_was_written(decision: Decision) -> None:
    line = decision_line(decision)
    assert "\n" not in line
    assert line.isascii()
    assert decision_from_line(line) == decision


@given(REPORTS, POLICIES, POLICIES)
def test_another_policy_judges_a_row_as_it_does_the_reports_themselves(reports: Any, one: Any, other: Any) -> None:
    stored = decision_from_line(
        decision_line(Decision(compact(judge(one, reports)), datetime.now(UTC)))
    ).verdict  # fmt: skip
    again, direct = judge(other, stored.reports), judge(other, reports)
    assert (again.action, again.would) == (direct.action, direct.would)
    assert {reason.finding.label for reason in again.reasons if reason.finding} == {
        reason.finding.label for reason in direct.reasons if reason.finding
    }


def test_a_row_holds_no_word_of_the_text_unless_it_is_put_there() -> None:
    found = Finding(0.9, "canary(x) runs what x says", rule="own-rule", cwe=("CWE-95",), fix=Fix("canary.safe(x)"))
    verdict = judge(default_policy(), [Report("code", Stage.OUTPUT, Status.DONE, (found,))])
    assert "canary" in verdict.reasons[0].text  # a user's own Semgrep rule may quote what it matched
    row = decision_line(Decision(compact(verdict), datetime.now(UTC), texts=(Seen(Stage.OUTPUT, 9, "ab"),)))
    assert "own-rule (CWE-95)" in row
    assert "canary" not in row
    told = Decision(compact(verdict), datetime.now(UTC), texts=(Seen(Stage.OUTPUT, 9, "ab", text="canary(x)"),))
    assert decision_from_line(decision_line(told)).texts[0].text == "canary(x)"


def test_a_long_history_makes_no_long_row() -> None:
    finding = Finding(0.4, "m", category="unsafe", span=(0, 4))
    many = [Finding(0.9, "m", rule=f"r{number % 7}", span=(number, number + 1)) for number in range(5_000)]
    reports = [Report("content", Stage.INPUT, Status.DONE, (finding,), index=turn) for turn in range(500)]
    reports.append(Report("code", Stage.OUTPUT, Status.DONE, tuple(many)))
    row = decision_line(Decision(compact(judge(default_policy(), reports)), datetime.now(UTC)))
    assert len(row) < 20_000


REPORT = Report("content", Stage.INPUT, Status.DONE, (Finding(0.95, "m", category="unsafe"),))
ROW = decision_json(Decision(compact(judge(default_policy(), [REPORT])), datetime(2026, 1, 31, 12, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"v": 2}, "log:3 v: is 2; this Corral reads version 1"),
        ({"v": None}, "log:3 v: must be a whole number"),
        ({"verdict": 1}, "log:3 verdict: is not known in version 1"),
        ({"time": "yesterday"}, "log:3 time: must be a time as RFC 3339 has it"),
        ({"time": "2026-01-31T12:00:00"}, "log:3 time: must be a time"),
        ({"action": "deny"}, "log:3 action: must be one of allow, flag, redact, block"),
        ({"outcome": "won"}, "log:3 outcome: must be one of answered"),
        ({"elapsed_ms": "fast"}, "log:3 elapsed_ms: must be a number"),
        ({"reports": {}}, "log:3 reports: must be a list"),
        ({"reports": [{**ROW["reports"][0], "scores": {"unsafe": 1.5}}]}, "log:3 reports[0] scores: must be an object"),
        ({"reports": [{**ROW["reports"][0], "status": "fine"}]}, "log:3 reports[0] status: must be one of done"),
        ({"reports": [{**ROW["reports"][0], "findings": [{"score": 1}]}]}, "log:3 reports[0] findings[0]: not a find"),
        ({"usage": {"tokens": -1}}, "log:3 usage: must be an object of whole numbers"),
        ({"texts": [{"stage": "input", "chars": 1}]}, "log:3 texts[0] hash: is missing"),
    ],
)
def test_a_wrong_row_is_named_with_its_line_and_field(change: dict[str, Any], words: str) -> None:
    lines = [json.dumps(ROW), "", json.dumps({**ROW, **change})]
    rows = read_decisions(lines, file="log")
    assert next(rows).verdict.reports == compact(judge(default_policy(), [REPORT])).reports
    with pytest.raises(InputError) as caught:
        next(rows)
    assert str(caught.value).startswith(words)


@pytest.mark.parametrize("line", ["{", "[]", '{"v": 1', json.dumps(ROW)[:-20], "NaN", "[" * 100_000, '{"v": NaN}'])
def test_what_is_no_row_is_an_input_error(line: str) -> None:
    with pytest.raises(InputError):
        decision_from_line(line)
