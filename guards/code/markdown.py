"""Code taken out of markdown as models write it: fences, indented blocks, inline code, and text that is bare code.

CommonMark's rules where they decide (https://spec.commonmark.org, "Fenced code blocks"), and the lenient reading
where hiding something would be the worse mistake: an unclosed fence runs to the end, and a fence labelled
markdown is opened and read again. One pass over the lines, linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["fence", "indented", "inline", "bare"]

MAX_NESTING = 3  # markdown inside a markdown fence inside a markdown fence
MIN_INLINE_CHARS = 6
MARKDOWN_LABELS = frozenset({"markdown", "md", "mdx", "rst", "text", "txt", "plaintext", "plain"})

_OPENING = re.compile(r"^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]){0,40})(`{3,}|~{3,})[ \t]*([^\n]*)$")
_INLINE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,2000})\1(?!`)")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A piece of code and where it stood.

    `starts` pairs line starts, offset in `code` to offset in the text: quotes and indents are cut off the lines, so
    one number would not do.
    """

    code: str
    kind: Kind
    label: str | None
    starts: tuple[tuple[int, int], ...]
    closed: bool = True

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``code[start:end]`` stands in the text, as [start, end) code points."""
        return self._offset(start), max(self._offset(start), self._offset(max(start, end - 1)) + (end > start))

    def _offset(self, position: int) -> int:
        at = bisect_right(self.starts, position, key=lambda pair: pair[0]) - 1
        in_code, in_text = self.starts[max(at, 0)]
        return in_text + position - in_code


def code_blocks(text: str) -> tuple[CodeBlock, ...]:
    """Every piece of code in `text`, in order; empty where it is prose."""
    return tuple(_blocks(text, 0, MAX_NESTING))


def whole(code: str, label: str | None = None) -> CodeBlock:
    """All of a text as one piece of code."""
    return CodeBlock(code, "bare", label, ((0, 0),))


def _blocks(text: str, base: int, depth: int) -> Iterator[CodeBlock]:
    lines = text.splitlines(keepends=True)
    offset = base
    number = 0
    prose_before = False  # an indented block follows a blank line, never a paragraph's own line
    while number < len(lines):
        line = lines[number]
        opening = _OPENING.match(line.rstrip("\r\n"))
        if opening and not ("`" in opening[3] and opening[2][0] == "`"):
            block, used = _fence(lines, number, offset, opening)
            inner_is_markdown = (block.label or "") in MARKDOWN_LABELS and ("```" in block.code or "~~~" in block.code)
            if inner_is_markdown and depth > 0:
                for inner in _blocks(block.code, 0, depth - 1):
                    yield _within(block, inner)
            else:
                yield block
            prose_before = False
        elif not prose_before and _is_indented(line):
            block, used = _indented(lines, number, offset)
            yield block
        else:
            for found in _INLINE.finditer(line):
                if len(found[2].strip()) >= MIN_INLINE_CHARS:
                    yield CodeBlock(found[2], "inline", None, ((0, offset + found.start(2)),))
            prose_before = bool(line.strip())
            used = 1
        offset += sum(map(len, lines[number : number + used]))
        number += used


def _fence(lines: list[str], first: int, offset: int, opening: re.Match[str]) -> tuple[CodeBlock, int]:
    prefix, mark, info = opening[1], opening[2], opening[3].strip()
    quoted = ">" in prefix
    indent = len(prefix.expandtabs(4))
    code: list[str] = []
    starts: list[tuple[int, int]] = []
    in_code = 0
    offset += len(lines[first])
    closed = False
    used = 1
    for line in lines[first + 1 :]:
        used += 1
        cut = _cut(line, indent, quoted)
        bare = line[cut:].strip()
        if len(bare) >= len(mark) and bare[0] == mark[0] and not bare.strip(mark[0]):
            closed = True
            break
        starts.append((in_code, offset + cut))
        code.append(line[cut:])
        in_code += len(line) - cut
        offset += len(line)
    label = re.split(r"[\s{},:]", info.lstrip("{."), maxsplit=1)[0].lower() or None
    return CodeBlock("".join(code), "fence", label, tuple(starts) or ((0, offset),), closed), used


def _cut(line: str, indent: int, quoted: bool) -> int:
    """How many characters at the line's start belong to the list or quote that the fence stands in."""
    at = 0
    while at < len(line) and at < indent and (line[at] in " \t" or (quoted and line[at] == ">")):
        at += 1
    return at


def _is_indented(line: str) -> bool:
    return line.startswith(("    ", "\t")) and bool(line.strip())


def _indented(lines: list[str], first: int, offset: int) -> tuple[CodeBlock, int]:
    code: list[str] = []
    starts: list[tuple[int, int]] = []
    in_code = 0
    last = first
    for number in range(first, len(lines)):
        line = lines[number]
        if _is_indented(line):
            last = number
        elif line.strip():
            break
    for line in lines[first : last + 1]:
        cut = 1 if line.startswith("\t") else min(4, len(line) - len(line.lstrip(" ")))
        starts.append((in_code, offset + cut))
        code.append(line[cut:])
        in_code += len(line) - cut
        offset += len(line)
    return CodeBlock("".join(code), "indented", None, tuple(starts)), last - first + 1


def _within(outer: CodeBlock, inner: CodeBlock) -> CodeBlock:
    """`inner` was found in `outer.code`: its offsets, told in the text's."""
    starts = tuple((in_code, outer.span(at, at)[0]) for in_code, at in inner.starts)
    return CodeBlock(inner.code, inner.kind, inner.label, starts, inner.closed and outer.closed)
