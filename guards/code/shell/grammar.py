"""A script's syntax tree, fragments included."""

from __future__ import annotations

import re
import time
from functools import cache
from typing import Any

import tree_sitter

MAX_COMPLETED_CHARS = 20_000  # of a script whose open ends are looked for
_BYTES_A_READ = 1024
# How often a parse may come back for more of a script. Plain ones take 2 reads a kilobyte, broken ones up to 50; where the
# grammar's scanner looks ahead to the end from each of its errors, reads grow with the square of the length.
_READS = 5_000
_READS_A_KILOBYTE = 100
_PARSE_S = 1.0  # of the thread's time; a pipeline of thousands costs the parser the square of its length without a read

# `<your-host>` is a model's way to say "put it here", not two redirects.
_PLACEHOLDER = re.compile(r"(?<![<\d&])<([A-Za-z][\w.:-]{0,60}(?: [\w.:-]{1,40}){0,4})>(?=[\s\"'/:@.,;)]|$)")
_ENDINGS = (
    b"'",
    b'"',
    b"\nfi",
    b"\ndone",
    b"\n}",
    b"\n)",
    b"`",
    b"\nesac",
    b"\nfi\nfi",
    b"'\nfi",
    b"'\n)",
    b"\ndone\nfi",
)
_BLOCK = re.compile(rb"(?:^|[\s)])\{\s")


def tree_of(code: str) -> Any:
    """The root of the script's tree, whose offsets are code points; what is open where it breaks off is closed, if that
    makes it read. None where the script is so broken that reading it with a grammar would take too long."""
    plain = code if "<" not in code else _PLACEHOLDER.sub(lambda found: "x" * len(found[0]), code)
    # One byte a character: the parser's offsets are ours, and no letter outside ASCII is the grammar's business.
    source = plain.encode("ascii", "replace")
    reads = _Reads(_READS + len(source) * _READS_A_KILOBYTE // 1000)
    root = reads.parsed(source)
    if root is not None and root.has_error and len(source) <= MAX_COMPLETED_CHARS:
        for ending in _ENDINGS:
            if (b"}" in ending and not _BLOCK.search(source)) or (b")" in ending and b"(" not in source):
                continue  # `{rm,-rf,/}` is no block
            if ending[:1] in b"'\"`" and b"\n" in source[source.rfind(ending[:1]) :]:
                continue  # an apostrophe further up: closed here, it would make a word of all that follows
            other = reads.parsed(source + ending)
            if other is None:
                break
            if not other.has_error:
                return other
    return root


class _Reads:
    """What is left of the reads and the time that one script's parses may take."""

    def __init__(self, left: int) -> None:
        self._left = left
        self._until = time.thread_time() + _PARSE_S

    def parsed(self, source: bytes) -> Any:
        """The tree's root; None where nothing is left."""

        def read(at: int, _point: object) -> bytes:
            self._left -= 1
            return source[at : at + _BYTES_A_READ] if self._left >= 0 else b""

        def late(*_: object) -> bool:
            return self._left < 0 or time.thread_time() > self._until

        try:
            root = _parser().parse(read, progress_callback=late).root_node
        except ValueError:  # how a parse says that it was stopped
            return None
        return root if self._left >= 0 else None


@cache
def _language() -> tree_sitter.Language:
    import tree_sitter_bash

    return tree_sitter.Language(tree_sitter_bash.language())


def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(_language())
