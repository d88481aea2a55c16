"""A reading of a text, and the way back from it to the original's code points."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """``text`` instead of what stands at [start, end) code points; as long as that, it maps character by character."""

    start: int
    end: int
    text: str


class Pieces(NamedTuple):
    """Runs of a view's characters and where each was read: from `at[n]` on, what stands at [begin[n], end[n])."""

    at: array[int]
    begin: array[int]
    end: array[int]

    def locate(self, index: int, length: int) -> tuple[int, int]:
        """Where the character at `index` of a view of `length` characters was read."""
        number = bisect_right(self.at, index) - 1
        start, stop = self.begin[number], self.end[number]
        after = self.at[number + 1] if number + 1 < len(self.at) else length
        if stop - start != after - self.at[number]:
            return start, stop
        return start + index - self.at[number], start + index - self.at[number] + 1


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text.

    `kind` says what was undone to get it, the outermost disguise first; the text as it is, normalised, is ``plain``.
    `pieces` lead to `source`, the view that this one was read from, or to the original; None: nothing has moved.
    """

    text: str
    kind: str = "plain"
    pieces: Pieces | None = None
    source: View | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` of this view stands in the original, as [start, end) code points."""
        if self.pieces is not None:
            length = len(self.text)
            if not length:
                start = end = 0
            else:
                first = self.pieces.locate(min(start, length - 1), length)
                last = self.pieces.locate(max(min(end, length) - 1, 0), length) if end > start else (first[0], first[0])
                start, end = min(first[0], last[0]), max(first[1], last[1]) if end > start else first[0]
        return self.source.span(start, end) if self.source is not None else (start, end)


def rewritten(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> tuple[str, Pieces]:
    """``text[start:end]`` with `edits` made, which come in order and don't overlap, and the way back."""
    made: list[str] = []
    pieces = Pieces(array("q"), array("q"), array("q"))
    length = 0

    def add(new: str, begin: int, stop: int) -> None:
        nonlocal length
        if new:
            made.append(new)
            for column, value in zip(pieces, (length, begin, stop), strict=True):
                column.append(value)
            length += len(new)

    end = len(text) if end is None else end
    done = start
    for edit in edits:
        add(text[done : edit.start], done, edit.start)
        add(edit.text, edit.start, edit.end)
        done = edit.end
    add(text[done:end], done, end)
    return "".join(made), pieces
