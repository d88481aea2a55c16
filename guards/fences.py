"""Where code blocks and written tool calls stand open in a text that is still growing; each character is looked at once.

A code block is a fence, an indented block or a ``<pre>`` element.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .loose import IndentedCode, Preformatted, Span
from .text.calls import begins_call, calls_in

# As CommonMark opens a fence, and as models do inside of lists and quotes.
_OPENING = re.compile(r"(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]){0,40}(`{3,}|~{3,})([^\n]*)")
_LINE_CHARS = 2_000  # of a line, more is not looked at
_CALL_TAIL = 100  # so much of the end may still become a call's opening mark


@dataclass(frozen=True, slots=True)
class Fenced:
    """A code block that has ended: offsets of its mark, of its first line, of its closing line and of what follows."""

    start: int
    first_line: int
    closing: int
    end: int
    mark: str
    indent: str  # what its closing line begins with


class Fences:
    """Follows a text: which code block, and which call, is open at its end. Offsets are those of the whole text."""

    def __init__(self) -> None:
        self.call: int | None = None  # where the open call began, or what may become one
        self._blocks: list[Span] = []  # fences, from mark to mark
        self._indented, self._elements = IndentedCode(), Preformatted()
        self._first_line = 0  # where the open block's code begins
        self._ended_blocks: list[Fenced] = []
        self._mark = ""
        self._line = ""  # the beginning of the last line, which has not ended
        self._line_at = self._end = 0
        self._tail = ""  # what calls are looked for in
        self._tail_at = 0
        self._in_call = False

    @property
    def code(self) -> int | None:
        """Where the code block that is open at the end began."""
        return self.code_at(self._end)

    @property
    def begins(self) -> int | None:
        """Where, at the end, the first characters of what may become a code block stand."""
        return self._elements.begins

    def code_at(self, offset: int) -> int | None:
        """Where the code block that is open at `offset` began; the outermost of several."""
        found = [_open_at(spans, offset) for spans in (self._blocks, self._indented.spans, self._elements.spans)]
        if (
            offset > self._line_at and not self._in_fence
        ):  # the last line may have ended the indented block, or begun one
            found[1] = self._indented.open_at(self._line, self._line_at)
        return min((start for start in found if start is not None), default=None)

    def ended(self, until: int) -> list[Fenced]:
        """The code blocks that have ended by `until`, each given once."""
        found = [block for block in self._ended_blocks if block.end <= until]
        self._ended_blocks = [block for block in self._ended_blocks if block.end > until]
        return found

    def finish(self) -> None:
        """Nothing follows: a last line without its end is whole, and a block that is open runs to here."""
        if self._line:
            self._close_line(self._end)
            self._line = ""
            self._line_at = self._end
        if self._blocks and self._blocks[-1][1] is None:
            start = self._blocks[-1][0]
            block = Fenced(start, self._first_line, self._end, self._end, self._mark, "")
            self._blocks[-1] = (start, self._end)
            self._ended_blocks.append(block)

    def forget(self, before: int) -> None:
        """Nobody will ask about offsets before this one."""
        for spans in (self._blocks, self._indented.spans, self._elements.spans):
            spans[:] = [span for span in spans if span[1] is None or span[1] > before]

    def feed(self, text: str) -> None:
        """Takes what follows."""
        self._end += len(text)
        self._follow_lines(text)
        self._follow_calls(text)

    def _follow_lines(self, text: str) -> None:
        at = self._end - len(text)
        *ended, last = text.split("\n")
        for line in ended:
            self._line += line[: _LINE_CHARS - len(self._line)]
            at += len(line) + 1
            self._open()
            self._follow_elements(line + "\n", at)
            self._close_line(at)
            self._line, self._line_at = "", at
        self._line += last[: _LINE_CHARS - len(self._line)]
        self._open()
        self._follow_elements(last, self._end)

    @property
    def _in_fence(self) -> bool:
        return bool(self._blocks) and self._blocks[-1][1] is None

    def _follow_elements(self, piece: str, end: int) -> None:
        if not self._in_fence:
            self._elements.feed(piece, end)

    def _open(self) -> None:
        """A fence opens as soon as its mark is there; what follows on its line may still show that it is none."""
        if not self._in_fence:
            if (found := _OPENING.match(self._line)) and not _inline(found):
                self._blocks.append((self._line_at + found.start(1), None))
                self._mark = found[1]
        elif self._blocks[-1][0] >= self._line_at:
            found = _OPENING.match(self._line)
            if found is None or _inline(found):
                self._blocks.pop()
            else:
                self._mark = found[1]  # it may have grown

    def _close_line(self, after: int) -> None:
        """The last line has ended; what follows begins at `after`."""
        self._open()
        if not self._in_fence:
            self._indented.end_line(self._line, self._line_at)
            return
        start = self._blocks[-1][0]
        if start >= self._line_at:
            self._indented.close(self._line_at)
            self._first_line = after
            return
        bare = self._line.lstrip(" \t>").rstrip()
        if len(bare) >= len(self._mark) and bare[:1] == self._mark[0] and not bare.strip(self._mark[0]):
            indent = self._line[: len(self._line) - len(self._line.lstrip(" \t>"))]
            self._blocks[-1] = (start, self._line_at)
            self._ended_blocks.append(Fenced(start, self._first_line, self._line_at, after, self._mark, indent))

    def _follow_calls(self, text: str) -> None:
        self._tail += text
        if self._in_call and not any(mark in text for mark in "}>"):
            return
        found = calls_in(self._tail)
        self._in_call = bool(found) and not found[-1].closed
        if self._in_call:
            self._cut(found[-1].start)
            self.call = self._tail_at
            return
        keep = max(found[-1].end if found else 0, len(self._tail) - _CALL_TAIL)
        self._cut(keep)
        beginning = begins_call(self._tail)
        self.call = self._tail_at + beginning if beginning is not None else None

    def _cut(self, at: int) -> None:
        self._tail = self._tail[at:]
        self._tail_at += at


def _open_at(spans: list[Span], offset: int) -> int | None:
    for start, end in reversed(spans):
        if start < offset:
            return start if end is None or offset < end else None
    return None


def _inline(found: re.Match[str]) -> bool:
    """Backquotes on one line with others after them are inline code."""
    return found[1][0] == "`" and "`" in found[2]
