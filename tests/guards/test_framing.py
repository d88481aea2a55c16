"""Events, cut by the network however it likes: the same texts come out, and a fault only after what stood before it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.dialects.framing import MAX_EVENT_BYTES, Framing, JsonLines, ServerSentEvents
from guards.errors import UpstreamBroken

texts = st.lists(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=("Cs",)), min_size=1).filter(lambda text: text == text.strip()), max_size=8)  # fmt: skip


def framed(framing: Framing, pieces: Iterable[bytes]) -> list[str]:
    out: list[str] = []
    for piece in pieces:
        out += framing.feed(piece)
    return [*out, *framing.end()]


def cut(raw: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(raw) + 1) for place in places} | {len(raw)})
    return [raw[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@settings(deadline=None)
@given(texts, st.lists(st.integers(0, 10_000), max_size=20), st.sampled_from(["\n", "\r\n"]))
def test_any_cut_gives_the_same_events(events: list[str], places: list[int], line: str) -> None:
    raw = "".join(f": comment{line}event: x{line}data: {event}{line}{line}" for event in events).encode()
    assert framed(ServerSentEvents(), cut(raw, places)) == events
    lines = "".join(f"{event}{line}{line}" for event in events).encode()
    assert framed(JsonLines(), cut(lines, places)) == [event for event in events if event.strip()]


@settings(deadline=None)
@given(st.lists(st.binary(max_size=60), max_size=12))
def test_whatever_bytes_come_the_answer_is_texts_or_a_broken_upstream(pieces: list[bytes]) -> None:
    for framing in (ServerSentEvents(), JsonLines()):
        with suppress(UpstreamBroken):
            framed(framing, pieces)


def test_a_mark_of_byte_order_hides_no_event() -> None:
    assert framed(ServerSentEvents(), [b"\xef\xbb", b"\xbfdata: one\n\n", b"data: two\n\n"]) == ["one", "two"]


def until_it_breaks(events: Iterable[str]) -> tuple[list[str], str]:
    """The texts that came, and the words of the fault that followed."""
    out: list[str] = []
    try:
        for text in events:
            out.append(text)
    except UpstreamBroken as error:
        return out, str(error)
    pytest.fail("it did not break")


@pytest.mark.parametrize("framing", [ServerSentEvents, JsonLines])
def test_what_stood_before_a_fault_is_given_first(framing: type[Framing]) -> None:
    out, words = until_it_breaks(framing().feed(b"data: good\n\ndata: \xff\n\n"))
    assert len(out) == 1
    assert "UTF-8" in words


@pytest.mark.parametrize("framing", [ServerSentEvents, JsonLines])
def test_an_endless_event_is_not_kept(framing: type[Framing]) -> None:
    one, times = framing(), MAX_EVENT_BYTES // 50_000
    assert "too long" in until_it_breaks(text for _ in range(times) for text in one.feed(b"data: " + b"a" * 60_000))[1]


def test_an_event_of_endless_lines_is_not_kept() -> None:
    one, times, line = ServerSentEvents(), MAX_EVENT_BYTES // 50_000, b"data: " + b"a" * 60_000 + b"\n"
    assert "too long" in until_it_breaks(text for _ in range(times) for text in one.feed(line))[1]
