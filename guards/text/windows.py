"""Long text cut into overlapping windows at sentence borders."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A border is after a sentence's end (Latin, Devanagari danda, full-width), or at a line's or a tag's end. Thai has
# no full stop: a space there ends a clause.
_BORDER = re.compile(r"[.!?।…。]+[\"'”»)\]]*\s|\n+|(?<=[\u0e00-\u0e7f]) +|>\s*")


@dataclass(frozen=True, slots=True)
class Window:
    """``text[start:end]``, as [start, end) code points."""

    start: int
    end: int


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
