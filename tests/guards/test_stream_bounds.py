"""What the gate holds back is bounded, and what it does while a guard is late is what the policy says, for any pattern."""

from __future__ import annotations

import asyncio
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import guards.stream
from guards.policy import Stream
from guards.stream import ENDLESS_WINDOWS, Gate
from guards.types import Action, Report, Stage, Status, Verdict

from .test_stream import BAD, CUTS, PROSE, judge

WINDOW, CODE = 40, 400


@settings(max_examples=500, deadline=None)
@given(
    st.lists(PROSE | st.text(max_size=300) | st.text("`{<|", max_size=50), max_size=4).map("".join), CUTS, st.booleans()
)
def test_what_is_held_is_bounded_in_characters(text: str, cuts: list[int], whole_code: bool) -> None:
    rules = Stream(window_chars=WINDOW, overlap_chars=30, max_code_chars=CODE)

    async def most_held() -> int:
        gate, sizes, at, released, most = Gate(judge(), rules, whole_code=whole_code), cycle(cuts), 0, 0, 0
        while at < len(text):
            size = next(sizes)
            released += len((await gate.feed(text[at : at + size])).original)
            at += size
            most = max(most, min(at, len(text)) - released)
        return most

    assert asyncio.run(most_held()) < CODE + ENDLESS_WINDOWS * WINDOW


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries again at once: the patterns matter here, not the time between two attempts."""
    monkeypatch.setattr(guards.stream, "RETRY_S", 0.0)


def late_at_first(times: list[int]):  # type: ignore[no-untyped-def]
    """Each text is answered late so many times, as `times` has them by turns; its answer is remembered meanwhile."""
    answer, coming, left = judge(), cycle(times), dict[str, int]()

    async def judged(text: str) -> Verdict:
        left.setdefault(text, next(coming))
        if left[text] > 0:
            left[text] -= 1
            return Verdict(Action.FLAG, reports=(Report("content", Stage.OUTPUT, Status.TIMEOUT),))
        verdict: Verdict = await answer(text)
        return verdict

    return judged


async def shown(text: str, cuts: list[int], gate: Gate) -> str:
    out, sizes, at = "", cycle(cuts), 0
    while at < len(text):
        size = next(sizes)
        out += (await gate.feed(text[at : at + size])).text
        at += size
    return out + (await gate.finish()).text


TIMES = st.lists(st.integers(0, 3), min_size=1, max_size=5)


@pytest.mark.usefixtures("hurried")
@settings(max_examples=500, deadline=None)
@given(PROSE, PROSE, CUTS, TIMES, st.booleans())
def test_hold_waits_for_every_late_answer(
    before: str, after: str, cuts: list[int], times: list[int], violates: bool
) -> None:
    gate = Gate(late_at_first(times), Stream(window_chars=WINDOW, overlap_chars=30, on_late="hold"))
    text = before + (BAD if violates else "") + after
    out = asyncio.run(asyncio.wait_for(shown(text, cuts, gate), 60))
    assert gate.stopped is violates
    assert before.startswith(out) if violates else out == text


@pytest.mark.usefixtures("hurried")
def test_hold_stops_where_a_guard_never_answers() -> None:
    gate = Gate(late_at_first([1_000_000]), Stream(window_chars=WINDOW, on_late="hold", max_late_ms=50))
    assert asyncio.run(asyncio.wait_for(shown("A sentence. And another. " * 9, [7], gate), 60)) == ""
    assert gate.stopped


@settings(max_examples=500, deadline=None)
@given(PROSE, CUTS, TIMES)
def test_stop_ends_at_the_first_late_answer(text: str, cuts: list[int], times: list[int]) -> None:
    late = 0

    async def counting(part: str) -> Verdict:
        nonlocal late
        verdict: Verdict = await answer(part)
        late += bool(verdict.reports)
        return verdict

    answer = late_at_first(times)
    gate = Gate(counting, Stream(window_chars=WINDOW, overlap_chars=30, on_late="stop"))
    out = asyncio.run(shown(text, cuts, gate))
    assert gate.stopped is bool(late)
    assert text.startswith(out)
    assert gate.stopped or out == text


@settings(max_examples=500, deadline=None)
@given(PROSE, CUTS, TIMES)
def test_release_flagged_shows_all_of_a_clean_text_and_says_that_it_was_not_judged(
    text: str, cuts: list[int], times: list[int]
) -> None:
    gate = Gate(late_at_first(times), Stream(window_chars=WINDOW, overlap_chars=30, on_late="release-flagged"))
    assert asyncio.run(shown(text, cuts, gate)) == text
    if text and all(times):
        assert gate.verdict is not None
        assert gate.verdict.action is Action.FLAG
        assert {report.status for report in gate.verdict.reports} == {Status.TIMEOUT}
