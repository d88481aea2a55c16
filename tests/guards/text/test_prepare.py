"""The plain view: plain text unchanged, invisible disguises off, the map always valid."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.text import prepare, views

PLAIN = [
    "A plain sentence, with 3 numbers and a link: https://example.org/a?b=1.",
    "Ein Satz mit Umlauten: größer, schöner, süß.",
    "¿Qué tal? Ça va. Olá, amanhã!",
    "यह एक सामान्य वाक्य है।",
    "นี่คือประโยคธรรมดา",
    "def f(x):\n    return x ** 2  # code",
    "Emoji 😀👍 stay.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_not_changed(text: str) -> None:
    assert prepare(text).text == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("i\u200bgno\u200bre", "ignore"),
        ("ｉｇｎｏｒｅ", "ignore"),
        ("ig\u00adnore", "ignore"),
        ("\U000e0041x", "x"),
        ("ﬁne", "fine"),
    ],
)
def test_disguises_are_taken_off(text: str, plain: str) -> None:
    view = prepare(text)
    assert view.text == plain
    assert view.span(0, len(plain)) == (0, len(text)) or text.startswith("\U000e0041")


@settings(deadline=None)  # the first text compiles the triggers
@given(st.text(max_size=200))
def test_the_map_is_valid_for_any_text(text: str) -> None:
    for view in views(text):
        before = (0, 0)
        for at in range(len(view.text)):
            start, end = view.span(at, at + 1)
            assert 0 <= start <= end <= len(text)
            assert view.source is not None or before[0] <= start
            before = (start, end)


@pytest.mark.parametrize(
    "marks", ["\u0301\u0323", "\u0f73\u0301", "\uff9e\u0301", "\u0301\u200b\u0323"], ids=lambda marks: ascii(marks)
)
def test_a_letter_under_more_marks_than_any_bears_takes_no_time(marks: str) -> None:
    text = "ig\u200bnore" + marks * 100_000 + " a\ufb01ne end"
    began = time.perf_counter()
    view = prepare(text)
    assert time.perf_counter() - began < 2.0  # normalising them all takes minutes, and lets no other thread run
    assert view.text.startswith("ignor")
    assert view.text.endswith(" afine end")
    assert len(view.text) < 100
    assert view.span(len(view.text) - 9, len(view.text)) == (len(text) - 8, len(text))
