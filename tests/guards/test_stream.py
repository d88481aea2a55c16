"""The gate: no character past a verdict, none lost or added on clean text, however the text is cut."""

from __future__ import annotations

import asyncio
import os

from hypothesis import given, settings
from hypothesis import strategies as st

from guards.policy import Stream
from guards.stream import Gate
from guards.types import Action, Finding, Reason, Stage, Verdict

BAD = "FORBIDDEN"
CASES = int(os.environ.get("CORRAL_GATE_CASES", "400"))  # `make gate` runs 10,000
RULES = Stream(window_chars=40, overlap_chars=30, max_hold_ms=10)


def judge(action: Action = Action.BLOCK):  # type: ignore[no-untyped-def]
    async def judged(text: str) -> Verdict:
        at = text.find(BAD)
        if at < 0:
            return Verdict(Action.ALLOW)
        finding = Finding(score=1.0, message="m", category="unsafe", span=(at, at + len(BAD)))
        return Verdict(action, (Reason(action, "content", "bad", Stage.OUTPUT, None, finding),), would=action)

    return judged


def run(text: str, cuts: list[int], action: Action = Action.BLOCK) -> tuple[str, Gate]:
    """Feeds `text` in pieces of the sizes in `cuts`, again and again, and gives what was shown."""
    gate = Gate(judge(action), RULES)

    async def feed() -> str:
        shown, at, number = "", 0, 0
        while at < len(text):
            size = cuts[number % len(cuts)]
            shown += (await gate.feed(text[at : at + size])).text
            at, number = at + size, number + 1
        return shown + (await gate.finish()).text

    return asyncio.run(feed()), gate


PROSE = st.lists(
    st.sampled_from(
        [
            "word",
            "Ein Satz. ",
            "नमस्ते। ",
            "สวัสดี ครับ",
            "\n",
            " ",
            "```",
            "```py\n",
            "x = 1\n",
            "~~~\n",
            "é𝒳",
            "- a\n",
            ".",
        ]
    ),
    max_size=60,
).map("".join)
CUTS = st.lists(st.integers(1, 50), min_size=1, max_size=6)


@settings(max_examples=CASES, deadline=None)
@given(PROSE, CUTS)
def test_clean_text_passes_unchanged(text: str, cuts: list[int]) -> None:
    shown, gate = run(text, cuts)
    assert shown == text
    assert not gate.stopped
    assert not gate.pending


@settings(max_examples=CASES, deadline=None)
@given(PROSE, PROSE, CUTS)
def test_nothing_of_a_violation_or_past_it_is_ever_shown(before: str, after: str, cuts: list[int]) -> None:
    shown, gate = run(before + BAD + after, cuts)
    assert gate.stopped
    assert before.startswith(shown)
    verdict = gate.verdict
    assert verdict is not None
    assert verdict.action is Action.BLOCK
    assert verdict.reasons[0].finding is not None
    assert verdict.reasons[0].finding.span == (len(before), len(before) + len(BAD))


@settings(max_examples=CASES // 5, deadline=None)
@given(PROSE, PROSE, CUTS)
def test_redaction_takes_out_just_the_violation(before: str, after: str, cuts: list[int]) -> None:
    shown, gate = run(before + BAD + after, cuts, Action.REDACT)
    assert BAD not in shown
    assert "[redacted]" in shown
    assert not gate.stopped


def test_a_code_block_is_not_shown_before_it_was_judged_whole() -> None:
    gate = Gate(judge(), Stream(window_chars=400, overlap_chars=30, max_hold_ms=10))

    async def feed() -> list[str]:
        return [
            (await gate.feed(piece)).text for piece in ("Here:\n", "```py\n", "a = 1\n", "b = 2\n", "```", "\nDone.\n")
        ]

    assert asyncio.run(feed()) == ["Here:\n", "", "", "", "", "```py\na = 1\nb = 2\n```\nDone.\n"]


BLOCKS = [
    ("Here:\n\n", "    a = 1\n\n    b = 2\n\n", "That is all of it.\n"),
    ("Here:\n\n", "\ta = 1\n\tb = 2\n", "\nThat is all of it.\n"),
    ("", "    a = 1\n    b = 2\n", "That is all of it.\n"),
    ("Here: a < b.\n", '<pre class="x">\na = 1\nb = 2\n</pre>', " That is all of it.\n"),
    ("Here: ", "<PRE><code>a = 1\n\nb = 2</code></PRE >", "\nThat is all of it.\n"),
    ("Here:\n", "<pre>a = 1\n```\nb = 2\n```\nc = 3</pre>", "\nThat is all of it.\n"),
    ("Here:\n", "```py\na = 1\n\n    b = 2\n```", "\nThat is all of it.\n"),
]


@settings(max_examples=CASES, deadline=None)
@given(st.sampled_from(BLOCKS), CUTS)
def test_no_part_of_a_code_block_is_shown_alone_however_it_is_marked(
    block: tuple[str, str, str], cuts: list[int]
) -> None:
    before, code, _ = block
    text, judged = "".join(block), []

    async def noting(piece: str) -> Verdict:
        judged.append(piece)
        return Verdict(Action.ALLOW)

    async def feed() -> list[int]:
        gate, shown, at, number = Gate(noting, Stream(window_chars=40, overlap_chars=0), whole_code=True), [0], 0, 0
        while at < len(text):
            size = cuts[number % len(cuts)]
            shown.append(shown[-1] + len((await gate.feed(text[at : at + size])).text))
            at, number = at + size, number + 1
        return [*shown, shown[-1] + len((await gate.finish()).text)]

    shown = asyncio.run(feed())
    assert shown[-1] == len(text)
    assert not [at for at in shown if len(before) < at < len(before + code.rstrip("\n"))]
    assert any(code.rstrip("\n") in piece for piece in judged)


@settings(max_examples=CASES // 4, deadline=None)
@given(CUTS)
def test_prose_is_not_held_for_code_that_is_none(cuts: list[int]) -> None:
    text = "- one\n    - two, with a < b\n    - three\n\nUse the `<pre>` element. It keeps blanks.\n"
    gate = Gate(judge(), Stream(window_chars=40, overlap_chars=0), whole_code=True)

    async def feed() -> str:
        shown, at, number = "", 0, 0
        while at < len(text):
            size = cuts[number % len(cuts)]
            shown += (await gate.feed(text[at : at + size])).text
            at, number = at + size, number + 1
        return shown

    assert asyncio.run(feed()) == text


def test_text_that_waits_can_be_flushed() -> None:
    gate = Gate(judge(), RULES)

    async def feed() -> tuple[str, str]:
        return (await gate.feed("no end of a sentence")).text, (await gate.flush()).text

    assert asyncio.run(feed()) == ("", "no end of a ")
