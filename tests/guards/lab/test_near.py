"""What nearly repeats a measured text is not learnt."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guards.lab.build import apart, assemble
from guards.lab.near import near

MEASURED = [
    "How do I write a script that reads a large file line by line?",
    "ใครก็ได้ช่วยบอกวิธีทำขนมปังกรอบหน่อยครับ",
    "Hi there!",
]


@pytest.mark.parametrize(
    ("text", "close"),
    [
        (MEASURED[0], True),
        ("how do i write a script that reads a LARGE file, line by line", True),
        ("Please, how do I write a script that reads a large file line by line? Thanks.", True),
        ("How do I write a poem about a large river?", False),
        ("ช่วยบอกวิธีทำขนมปังกรอบหน่อยครับ", True),
        ("ฝนตกหนักทั้งวันเลยอยู่แต่ในบ้านไม่ได้ไปไหน", False),
        ("hi there", True),
        ("there", False),
        ("", False),
    ],
)
def test_what_says_nearly_the_same_is_found(text: str, close: bool) -> None:
    assert near([text], MEASURED) == [close]


@given(st.lists(st.text(max_size=60), max_size=5), st.lists(st.text(max_size=60), max_size=5))
def test_a_measured_text_is_near_itself_if_it_holds_a_word(texts: list[str], measured: list[str]) -> None:
    found = near([*texts, *measured], [*measured, *texts])
    assert found == [near([text], [text])[0] for text in (*texts, *measured)]


def test_what_is_left_out_is_told() -> None:
    made = assemble([], 7)
    repeated = made[5].text
    lines: list[str] = []
    kept = apart(made, [repeated], lines.append)
    assert repeated not in {example.text for example in kept}
    gone = Counter(map(id, made)) - Counter(map(id, kept))
    assert 0 < len(gone) < 100
    assert lines == [f"{len(gone)} examples left out: they nearly repeat what is measured"]
