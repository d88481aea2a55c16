"""Code that stands in no fence: HTML's ``<pre>``, and lines of code between a model's sentences.

Linear in the text: every search goes forward, and no expression repeats across a line's end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .languages import looks_like_code
from .markdown import CodeBlock, whole

_PRE = re.compile(r"<pre\b[^<>]{0,500}>[ \t\n]{0,20}(?:<code\b([^<>]{0,500})>)?", re.IGNORECASE)
_PRE_ENDS = re.compile(r"</pre[ \t]{0,20}>", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:language|lang|highlight-source|brush:)[-_ ]?([\w+#]{1,20})")
_MARKUP = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,10});|</?[a-zA-Z][^<>\n]{0,300}>")


def pre_blocks(text: str) -> Iterator[CodeBlock]:
    """The code in ``<pre>`` elements, tags taken out and entities read; an unclosed one runs to the end."""
    at = 0
    while (opening := _PRE.search(text, at)) is not None:
        ends = _PRE_ENDS.search(text, opening.end())
        at = ends.end() if ends else len(text)
        label = _LABEL.search(opening[0])
        yield _read(text, opening.end(), ends.start() if ends else len(text), label[1].lower() if label else None)


def _read(text: str, start: int, end: int, label: str | None) -> CodeBlock:
    code: list[str] = []
    starts: list[tuple[int, int]] = []
    in_code = 0

    def add(part: str, at: int) -> None:
        nonlocal in_code
        if part:
            starts.append((in_code, at))
            code.append(part)
            in_code += len(part)

    at = start
    for mark in _MARKUP.finditer(text, start, end):
        add(text[at : mark.start()], at)
        add(html.unescape(mark[0]) if mark[0][0] == "&" else "", mark.start())
        at = mark.end()
    add(text[at:end], at)
    return CodeBlock("".join(code), "fence", label, tuple(starts) or ((0, start),))


def bare_blocks(text: str) -> Iterator[CodeBlock]:
    """The text itself where it is code from end to end, else its paragraphs that are; neighbours are one block."""
    if looks_like_code(text):
        yield whole(text)
        return
    begun: int | None = None
    ended = 0
    for start, end in _paragraphs(text):
        if looks_like_code(text[start:end]):
            begun = start if begun is None else begun
            ended = end
        elif begun is not None:
            yield CodeBlock(text[begun:ended], "bare", None, ((0, begun),))
            begun = None
    if begun is not None:
        yield CodeBlock(text[begun:ended], "bare", None, ((0, begun),))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """[start, end) of each stretch between blank lines."""
    offset = 0
    begun: int | None = None
    for line in text.splitlines(keepends=True):
        if line.strip():
            begun = offset if begun is None else begun
        elif begun is not None:
            yield begun, offset
            begun = None
        offset += len(line)
    if begun is not None:
        yield begun, offset
