"""Notes on insecure code in answers: where they stand, for any way the text is cut, and that they say what was found."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code import CodeGuard
from guards.code.markdown import code_blocks
from guards.policy import Notes, Stream, default_policy, judge
from guards.stream import Gate
from guards.types import Report, Stage, Status, Subject, Verdict

GUARD = CodeGuard()
POLICY = default_policy()
RULES = Stream(window_chars=40, overlap_chars=30, max_hold_ms=10)
INSECURE = "import os\n\ndef ping(host):\n    os.system('ping ' + host)\n"
SAFE = "print('hello')\n"


async def judged(text: str) -> Verdict:
    findings = GUARD.scan(Subject(text, Stage.OUTPUT))
    return judge(POLICY, [Report("code", Stage.OUTPUT, Status.DONE, tuple(findings))])


def shown(text: str, notes: Notes, cuts: list[int] | None = None) -> str:
    """What a reader sees of `text`, in pieces of the sizes in `cuts` (None: whole)."""
    gate = Gate(judged, RULES, notes=notes)

    async def run() -> str:
        if cuts is None:
            gate.hold(text)
            return (await gate.finish()).text
        out, at, number = "", 0, 0
        while at < len(text):
            size = cuts[number % len(cuts)]
            out += (await gate.feed(text[at : at + size])).text
            at, number = at + size, number + 1
        return out + (await gate.finish()).text

    return asyncio.run(run())


ANSWER = f"Here it is:\n\n```python\n{INSECURE}```\n\nAnd a safe one:\n\n```python\n{SAFE}```\n"


def test_a_note_stands_after_the_block_that_it_is_about() -> None:
    text = shown(ANSWER, Notes(code="annotate"))
    before, _, after = text.partition("> **Insecure code:**")
    assert before.endswith("host)\n```\n\n")
    assert after.startswith("\n>\n> - line 4: ")
    assert "python-os-command-injection (CWE-78)" in after
    assert text.count("Insecure code") == 1
    assert after.endswith(f"\nAnd a safe one:\n\n```python\n{SAFE}```\n")


def test_a_comment_stands_in_the_code_in_its_own_syntax() -> None:
    text = shown(ANSWER, Notes(code="comment"))
    block = code_blocks(text)[0]
    assert block.code.startswith(INSECURE + "# Insecure: line 4: ")
    assert block.code.endswith("[python-os-command-injection (CWE-78)]\n")
    c = shown("```c\nvoid f(char *s) { char b[8];\n  strcpy(b, s); }\n```", Notes(code="comment"))
    assert "\n// Insecure: line 2: " in c


def test_headers_leave_the_text_as_it_is() -> None:
    assert shown(ANSWER, Notes()) == ANSWER


def test_clean_answers_get_no_note() -> None:
    text = f"Try this:\n```python\n{SAFE}```\nDone."
    assert shown(text, Notes(code="annotate")) == shown(text, Notes(code="comment")) == text


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=5), st.sampled_from(["annotate", "comment"]))
def test_notes_are_the_same_however_the_stream_is_cut(cuts: list[int], style: str) -> None:
    notes = Notes(code=style)  # type: ignore[arg-type]
    assert shown(ANSWER, notes, cuts) == shown(ANSWER, notes)


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        (f"```python\n{INSECURE}```", "```\n\n> **Insecure"),  # the answer ends with the mark
        (f"```python\n{INSECURE}", ")\n```\n\n> **Insecure"),  # ... and inside of the block
        (
            f"1. So:\n   ```python\n   {INSECURE.replace(chr(10), chr(10) + '   ')}\n   ```\nEnd",
            "```\n\n   > **Insecure",
        ),
        ("Call `os.system('ls ' + input())` then.", "then.\n\n> **Insecure"),  # in no block at all
        (INSECURE, "host)\n# Insecure: "),  # nothing but code
    ],
)
def test_blocks_of_every_kind_are_noted(text: str, noted: str) -> None:
    assert noted in shown(text, Notes(code="annotate"))


def test_a_rules_rewrite_is_offered_where_the_policy_wants_it() -> None:
    text = "```c\nchar b[8];\ngets(b);\n```\n"
    assert "Instead: `fgets(b, sizeof(b), stdin)`" in shown(text, Notes(code="annotate"))
    assert "Instead" not in shown(text, Notes(code="annotate", fixes=False))


def test_what_a_rule_quotes_can_not_end_the_note_or_open_a_block() -> None:
    text = "```python\nimport os\nos.system('```' + input())\nos.system('*/' + input())\n```\nEnd."
    for style in ("annotate", "comment"):
        assert len(code_blocks(shown(text, Notes(code=style)))) == len(code_blocks(text))  # type: ignore[arg-type]


def test_a_long_block_is_judged_a_few_times_not_at_every_line() -> None:
    code = "x = 1\n" * 3_000
    told: list[int] = []

    async def count(text: str) -> Verdict:
        told.append(len(text))
        return await judged("")

    gate = Gate(count, Stream(window_chars=400, whole_chars=0), notes=Notes(code="annotate"))

    async def run() -> None:
        for line in f"```python\n{code}```\n".splitlines(keepends=True):
            await gate.feed(line)
        await gate.finish()

    asyncio.run(run())
    assert sum(told) < 8 * len(code)
