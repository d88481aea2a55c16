"""Text preparation and windows: plain text unchanged, the map always valid, everything covered."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guards.text import prepare, views, windows

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


@given(st.text(max_size=200))
def test_the_map_is_valid_for_any_text(text: str) -> None:
    for view in views(text):
        before = (0, 0)
        for at in range(len(view.text)):
            start, end = view.span(at, at + 1)
            assert 0 <= start <= end <= len(text)
            assert view.source is not None or before[0] <= start
            before = (start, end)


@given(st.text(alphabet="ab .!?\nก।", max_size=600), st.integers(10, 80), st.integers(0, 4))
def test_windows_cover_the_text_and_overlap(text: str, max_chars: int, overlap: int) -> None:
    cut = windows(text, max_chars, overlap)
    assert cut[0].start == 0
    assert cut[-1].end == len(text)
    for window in cut:
        assert window.end - window.start <= max_chars
    for one, two in pairwise(cut):
        assert one.start < two.start <= one.end <= two.end
    assert len(cut) <= 4 * len(text) / max_chars + 2


def test_windows_are_cut_at_sentences() -> None:
    text = "The first sentence is here. The second one follows it. " * 10
    for window in windows(text, 120, 20)[:-1]:
        assert text[: window.end].rstrip().endswith(".")


def test_an_overlap_as_wide_as_the_window_is_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        windows("x", 10, 5)
