"""The vocabulary as JSON: what is written is read back, and what is no verdict's part never reads as one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guards.cache import Digests, Keys, MemoryCache
from guards.errors import InputError, MalformedAnswer
from guards.types import Budget, Finding, Fix, Message, Report, Stage, Status, Subject, ToolCall
from guards.wire import (
    exchange_from_json,
    finding_from_json,
    finding_json,
    report_from_json,
    report_json,
    subject_from_json,
    subject_json,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FINDINGS = st.builds(
    Finding,
    score=st.floats(0, 1),
    message=st.text(max_size=20),
    category=st.none(),
    rule=st.text(min_size=1, max_size=10),
    severity=st.sampled_from([None, "low", "critical"]),
    treatment=st.sampled_from([None, "block", "warn"]),
    cwe=st.lists(st.just("CWE-78"), max_size=2).map(tuple),
    span=st.none() | st.tuples(st.integers(0, 9), st.integers(9, 20)),
    language=st.none() | st.just("c"),
    fix=st.none() | st.builds(Fix, st.text(max_size=5)),
)
MESSAGES = st.builds(
    Message,
    role=st.sampled_from(["system", "user", "assistant", "tool"]),
    text=st.text(max_size=20),
    tool_calls=st.lists(st.builds(ToolCall, st.text(max_size=5), st.text(max_size=5)), max_size=2).map(tuple),
    name=st.none() | st.text(max_size=5),
)
SUBJECTS = st.builds(
    Subject,
    text=st.text(max_size=30),
    stage=st.sampled_from(list(Stage)),
    context=st.lists(MESSAGES, max_size=3).map(tuple),
    index=st.none() | st.integers(0, 9),
)


@given(FINDINGS)
def test_findings_come_back_as_they_were(finding: Finding) -> None:
    assert finding_from_json(json.loads(json.dumps(finding_json(finding)))) == finding


@given(SUBJECTS)
def test_subjects_come_back_as_they_were(subject: Subject) -> None:
    assert subject_from_json(json.loads(json.dumps(subject_json(subject)))) == subject


@given(st.lists(FINDINGS, max_size=3), st.sampled_from(list(Status)))
def test_reports_come_back_as_they_were(findings: list[Finding], status: Status) -> None:
    report = Report("g", Stage.INPUT, status, tuple(findings), tier="embedded", revision="1", elapsed_ms=1.5, index=2)
    assert report_from_json(json.loads(json.dumps(report_json(report)))) == report


@given(JSON)
def test_rubbish_is_an_error_and_never_an_empty_answer(rubbish: Any) -> None:
    for read in (finding_from_json, report_from_json):
        with pytest.raises(MalformedAnswer):
            read(rubbish)
    for read in (subject_from_json, exchange_from_json):
        with pytest.raises(InputError):
            read(rubbish)


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan"), "high", None])
def test_a_score_that_is_none_is_refused(score: Any) -> None:
    with pytest.raises(MalformedAnswer):
        finding_from_json({"score": score, "message": "m", "category": "unsafe"})


class Named:
    name, revision, context_free = "g", "1", False

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        return []


@given(SUBJECTS, SUBJECTS)
def test_cache_keys_differ_where_anything_a_guard_sees_differs(one: Subject, two: Subject) -> None:
    keys = Keys(b"secret")
    same = (one.text, one.stage, one.context, one.language, one.tool) == (
        two.text,
        two.stage,
        two.context,
        two.language,
        two.tool,
    )
    assert (keys.key(Named(), one) == keys.key(Named(), two)) is same
    assert Keys(b"other").key(Named(), one) != keys.key(Named(), one)


def test_a_call_is_never_mistaken_for_a_turn() -> None:
    keys = Keys(b"secret")
    calls = Message("user", "", (ToolCall("user", ""), ToolCall("+", "assistant")), "")
    turns = (Message("user", "", (ToolCall("user", ""),), ""), Message("assistant", "", (), ""))
    assert keys.key(Named(), Subject("", Stage.INPUT, (calls,))) != keys.key(Named(), Subject("", Stage.INPUT, turns))


@given(st.lists(SUBJECTS, max_size=6))
def test_keys_that_share_digests_are_the_same_keys(subjects: list[Subject]) -> None:
    keys, digests = Keys(b"secret"), Digests()
    # Contexts that grow by a turn each, and texts that come again.
    turns = tuple(message for subject in subjects for message in subject.context)
    subjects += [replace(subject, context=turns[:at]) for at, subject in enumerate(subjects)]
    assert [keys.key(Named(), subject, digests) for subject in subjects] == [
        keys.key(Named(), subject) for subject in subjects
    ]


def test_the_hash_of_a_text_needs_the_secret() -> None:
    assert Keys(b"a").text("hello") == Keys(b"a").text("hello") != Keys(b"b").text("hello")
    assert Keys(b"a").text("hello") != Keys(b"a").text("Hello")


async def test_the_cache_forgets_the_oldest() -> None:
    cache = MemoryCache(max_entries=2)
    for name in (b"a", b"b"):
        await cache.put_many({name: ()})
    await cache.get_many([b"a"])
    await cache.put_many({b"c": ()})
    assert await cache.get_many([b"a", b"b", b"c"]) == [(), None, ()]
