"""Code that stands in no fence, in a text that is still growing: indented blocks, and HTML's ``<pre>``.

What opens a block here is what the code guard takes for one when the text is whole. Each character is looked at once.
"""

from __future__ import annotations

import re

_PRE = re.compile(r"(?<!`)<pre(?=[\s>])", re.IGNORECASE)
_PRE_ENDS = re.compile(r"</pre[ \t]{0,20}>", re.IGNORECASE)
_MAY_BECOME_PRE = re.compile(r"(`?)<(?:p(?:re?)?)?\Z", re.IGNORECASE)
_INDENTS = ("    ", "\t")
_TAIL_CHARS = 30  # so much of the end may still become a tag

Span = tuple[int, int | None]


class IndentedCode:
    """Follows the lines that stand in no fence. Offsets are those of the whole text."""

    def __init__(self) -> None:
        self.spans: list[Span] = []  # what has ended, and what whole lines have opened
        self._after_prose = False  # a paragraph's own line is never code

    def open_at(self, line: str, at: int) -> int | None:
        """Where the block began that is open in `line`, which begins at `at` and still grows."""
        if self._is_open:
            return None if _is_prose(line) else self.spans[-1][0]
        return at if line.startswith(_INDENTS) and not self._after_prose else None

    def end_line(self, line: str, at: int) -> None:
        """`line`, which begins at `at`, is whole."""
        if self._is_open:
            if not _is_prose(line):
                return
            self.close(at)
        elif not self._after_prose and line.startswith(_INDENTS) and line.strip():
            self.spans.append((at, None))
            return
        self._after_prose = bool(line.strip())

    def close(self, at: int) -> None:
        """Something else begins: a fence, or prose."""
        if self._is_open:
            self.spans[-1] = (self.spans[-1][0], at)
        self._after_prose = False

    @property
    def _is_open(self) -> bool:
        return bool(self.spans) and self.spans[-1][1] is None


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not line.startswith(_INDENTS)


class Preformatted:
    """Follows the text that stands in no fence for ``<pre>`` elements."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.begins: int | None = None  # where the first characters of what may become an element stand, at the end
        self._tail = ""

    def feed(self, text: str, end: int) -> None:
        """Takes what follows, up to `end`."""
        tail = self._tail + text
        if "<" not in tail and not self._is_open:
            self.begins, self._tail = None, tail[-1:]
            return
        base, at = end - len(tail), 0
        while (found := (_PRE_ENDS if self._is_open else _PRE).search(tail, at)) is not None:
            if self._is_open:
                self.spans[-1] = (self.spans[-1][0], base + found.end())
            else:
                self.spans.append((base + found.start(), None))
            at = found.end()
        if self._is_open:
            self.begins, self._tail = None, tail[at:][-_TAIL_CHARS:]
            return
        beginning = _MAY_BECOME_PRE.search(tail, at)
        self.begins = None if beginning is None or beginning[1] else base + beginning.start()
        # The last character counts for what follows: after a backtick, a tag is inline code.
        self._tail = tail[-1:] if beginning is None else tail[max(beginning.start() - 1, 0) :]

    @property
    def _is_open(self) -> bool:
        return bool(self.spans) and self.spans[-1][1] is None
