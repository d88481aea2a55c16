"""Tree-sitter's grammars, and reading code with one of them: what breaks off is closed, and no code takes for ever."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import tree_sitter

from guards.errors import GuardError

from .limits import Clock, RunningClock

MAX_BYTES = 2_000_000
MAX_OPEN = 220
# Whole code takes a fifth of a microsecond a byte, code read with another language's grammar up to four; errors that each
# make the parser look ahead to the end take time by the square of the length.
READING = Clock(seconds=0.1, seconds_a_byte=20e-6)

_GRAMMARS = {
    "c": ("tree_sitter_c", "language"),
    "cpp": ("tree_sitter_cpp", "language"),
    "csharp": ("tree_sitter_c_sharp", "language"),
    "go": ("tree_sitter_go", "language"),
    "java": ("tree_sitter_java", "language"),
    "javascript": ("tree_sitter_javascript", "language"),
    "php": ("tree_sitter_php", "language_php_only"),
    "python": ("tree_sitter_python", "language"),
    "rust": ("tree_sitter_rust", "language"),
    "shell": ("tree_sitter_bash", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    # Two more grammars for code that is mixed with markup.
    "php with markup": ("tree_sitter_php", "language_php"),
    "typescript with markup": ("tree_sitter_typescript", "language_tsx"),
}
_WITH_MARKUP = " with markup"
LANGUAGES = frozenset(name for name in _GRAMMARS if not name.endswith(_WITH_MARKUP))


@cache
def grammar(language: str) -> tree_sitter.Language:
    module, function = _GRAMMARS[language]
    return tree_sitter.Language(getattr(importlib.import_module(module), function)())


def read(code: bytes, language: str) -> tuple[Any, bytes, str]:
    """The root of the tree of `code`, the code with what was added to close it, and the grammar's name.

    Broken code gives a tree with the parts that could be read.

    Raises:
        GuardError: it is too long, or takes its parser too long.
    """
    if len(code) > MAX_BYTES:
        raise GuardError(f"{len(code)} bytes of code; at most {MAX_BYTES} are judged")
    name = language
    if (language == "php" and b"?>" in code) or (language == "typescript" and (b"</" in code or b"/>" in code)):
        name += _WITH_MARKUP
    if _opened(code) > MAX_OPEN and _opened(_QUOTED.sub(b"", code)) > MAX_OPEN:
        raise GuardError(f"code nested deeper than {MAX_OPEN} open brackets can't be judged")
    clock = READING.started(len(code))
    last = _LAST_STATEMENT.get(language, b"") if len(code) > _LONG_BYTES else b""
    root, ended = None, b""
    for ending in _endings(code, language):
        ending += last
        other = _parsed(code + ending, name, clock)
        if other is None:
            break
        root, ended = other, ending
        if not root.has_error:
            break
    if root is None:
        raise GuardError(
            f"{len(code)} bytes that take a parser of {language} over {clock.allowed_s:.1f} s can't be judged"
        )
    return root, code + ended, name


def _endings(code: bytes, language: str) -> Iterator[bytes]:
    """What to add to code so that it reads, the likeliest first; the last one stands where none does it."""
    after = code.rfind(b"*/") + 1
    openings = 0 if language in _WITHOUT_BLOCK_COMMENTS else code.count(b"/*", after)
    if openings <= _MANY:
        yield b""
    # An answer that is still being written, or was cut off: what is open is closed, and mostly it reads again.
    closers = _missing_closers(code, language)
    if openings > _MANY and not closers.startswith(b"*/"):
        yield b""
    if closers:
        yield closers
        expression, brace, rest = closers.partition(b"}")
        yield expression + b";" + brace + rest


def _opened(code: bytes) -> int:
    """How many brackets are open at most, those in strings and comments counted like any."""
    depth = most = 0
    for mark in code.translate(None, _NO_BRACKETS):
        if mark in _OPENING:
            depth += 1
            most = max(most, depth)
        elif depth:
            depth -= 1
    return most


def whole(code: bytes, language: str) -> Any:
    """The root of the tree of `code`; None where the grammar finds an error in it."""
    root = tree_sitter.Parser(grammar(language)).parse(code).root_node
    return None if root.has_error else root


def _parsed(code: bytes, name: str, clock: RunningClock) -> Any:
    """The tree's root; None where its time is over."""

    def chunk(at: int, _point: object) -> bytes:
        return code[at : at + _CHUNK_BYTES]

    def late(*_: object) -> bool:
        return clock.is_over

    # Parsers keep state and are not for sharing between threads.
    try:
        return tree_sitter.Parser(grammar(name)).parse(chunk, progress_callback=late).root_node
    except ValueError:  # how a parse says that it was stopped
        return None


_CHUNK_BYTES = 65_536
_OPENING = b"([{"
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"()[]{}")
# Where code ends in the middle of operators that wait for what stands right of them, such as "*a=*a=*a=", with an error in
# each, tree-sitter takes time by the square of their number in a single step that no clock can stop. A statement at the end
# has all of them wait no more. It is no part of the code: `tree` leaves it out.
_LAST_STATEMENT = {
    **dict.fromkeys(("c", "cpp", "java", "javascript", "typescript"), b"\na;"),
    "csharp": b"\na();",
    "python": b"\na = 1\n",
}
_LONG_BYTES = 500
_MANY = 16  # comments that don't end: from each of them a parser goes through the rest of the code
_WITHOUT_BLOCK_COMMENTS = frozenset({"python", "shell"})
_CLOSERS = {b"(": b")", b"[": b"]", b"{": b"}"}
_MAX_CLOSERS = 60
# Strings first; a quote that its line does not close is an apostrophe, or no string of this kind.
_STRINGS = rb"\\.|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*[\"\n]|'[^'\\\n]*(?:\\.[^'\\\n]*)*['\n]"
_QUOTED = re.compile(_STRINGS + rb"|(?://|#)[^\n]*", re.S)
_MARKS = re.compile(_STRINGS + rb"|[\"'(){}\[\]]", re.S)
_MARKS_AND_COMMENTS = re.compile(_STRINGS + rb"|/\*|//[^\n]*|[\"'(){}\[\]]", re.S)


def _missing_closers(code: bytes, language: str) -> bytes:
    """The brackets (and a comment or a quote) that the code leaves open, in the order in which to close them."""
    open_now: list[bytes] = []
    last, at = b"", 0
    marks = _MARKS if language in _WITHOUT_BLOCK_COMMENTS else _MARKS_AND_COMMENTS
    while (found := marks.search(code, at)) is not None:
        mark, at = found[0], found.end()
        if mark in _CLOSERS:
            open_now.append(_CLOSERS[mark])
        elif open_now and mark == open_now[-1]:
            open_now.pop()
        elif mark in (b'"', b"'"):  # the code ends in this string
            last = mark
            break
        elif mark == b"/*":
            ends = code.find(b"*/", at)
            if ends < 0:
                last = b"*/"
                break
            at = ends + 2
    if len(open_now) > _MAX_CLOSERS:
        open_now = []
        last = last if last == b"*/" else b""
    return last + b"".join(reversed(open_now))
