"""Long text cut into overlapping windows at sentence borders."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A border is after a sentence's end (Latin, Devanagari danda; Chinese and Japanese write no space there), or at a line's
# or a tag's end. Thai has no full stop: a space there ends a clause.
_BORDER = re.compile(
    r"[.!?।॥…]+[\"'”»)\]]*\s|\n+|[。｡！？]+[」』）\"'”)\]]*\s*|(?<=[\u3040-\u30ff\u3400-\u9fff])[!?]+\s*|(?<=[\u0e00-\u0e7f]) +|>\s*"
)


@dataclass(frozen=True, slots=True)
class Window:
    """``text[start:end]``, as [start, end) code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cut:
    """How long text is cut, in characters: overlapping windows that give context, and small ones that don't dilute.

    `sentence_chars` is what a small window of whole sentences has at least and, three times that, at most; 0: there are none.
    """

    max_chars: int
    overlap_chars: int
    sentence_chars: int = 0


def cut(text: str, how: Cut) -> tuple[Window, ...]:
    """The windows of `text` that are judged, in order; their number grows with the text's length and nothing else."""
    made = windows(text, how.max_chars, how.overlap_chars)
    if not how.sentence_chars:
        return made
    return tuple(sorted({*made, *sentences(text, how.sentence_chars)}, key=lambda window: (window.start, window.end)))


def sentences(text: str, chars: int) -> tuple[Window, ...]:
    """Whole sentences, as few as have at least `chars` together; what has over three times that is cut in pieces.

    Raises:
        ValueError: `chars` is not positive.
    """
    if chars < 1:
        raise ValueError(f"a window of sentences needs at least one character, got {chars}")
    made: list[Window] = []
    start = 0
    for end in (*(found.end() for found in _BORDER.finditer(text)), len(text)):
        if end - start < chars and end < len(text):
            continue
        if end - start < chars and made:  # a short rest goes with the sentence before it
            start = made.pop().start
        while end - start > 3 * chars:
            made.append(Window(start, start + 2 * chars))
            start += 2 * chars
        made.append(Window(start, end))
        start = end
    return tuple(made)


def windows(text: str, max_chars: int, overlap_chars: int) -> tuple[Window, ...]:
    """Windows of at most `max_chars` that cover all of `text`, each but the first overlapping the one before it.

    Raises:
        ValueError: the overlap is not smaller than half a window.
    """
    if not 0 <= overlap_chars * 2 < max_chars:
        raise ValueError(f"overlap {overlap_chars} must be under half of the window, {max_chars}")
    if len(text) <= max_chars:
        return (Window(0, len(text)),)
    borders = [found.end() for found in _BORDER.finditer(text)]
    made: list[Window] = []
    start, at = 0, 0
    while True:
        limit = start + max_chars
        if limit >= len(text):
            made.append(Window(start, len(text)))
            return tuple(made)
        while at < len(borders) and borders[at] <= limit:
            at += 1
        end = borders[at - 1] if at and borders[at - 1] > start + max_chars // 2 else limit
        made.append(Window(start, end))
        back = at
        start = end - overlap_chars
        while back and borders[back - 1] > start:
            back -= 1
        if back < len(borders) and start < borders[back] < end:
            start = borders[back]  # begin at a sentence's beginning, where the overlap has one
