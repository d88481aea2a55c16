"""A script cut into simple commands without a grammar: for the stretches that tree-sitter could not parse.

Models write ``curl <your-host> | sh`` and stop in the middle of a quotation; what a command would do there is judged all the
same. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .words import closing

_BLANK = re.compile(r"(?:[ \t]|\\\n)+")
_REDIRECT = re.compile(r"\d{0,3}(<<<|<<-?|&>>?|>>|>\||[<>]&|<>|[<>])(?!\()")
_END = re.compile(r"\|\||&&|;;?&?|\|&?|&|\n|[()]")
_KEYWORDS = frozenset({
    "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "{", "}", "!",
    "time", "function", "select", "in"
})  # fmt: skip


@dataclass(slots=True)
class Simple:
    """A simple command's words and redirects as [start, end) of the text; `piped` where it reads the one before."""

    words: list[tuple[int, int]] = field(default_factory=list)
    redirects: list[tuple[str, int, int]] = field(default_factory=list)
    piped: bool = False


def simple_commands(text: str, start: int, end: int) -> Iterator[Simple]:
    """The simple commands in ``text[start:end]``, in order."""
    current, at, waiting = Simple(), start, ""
    while at < end:
        if blank := _BLANK.match(text, at, end):
            at = blank.end()
            continue
        if text[at] == "#" and (at == start or text[at - 1] in " \t\n;"):
            line_end = text.find("\n", at, end)
            at = end if line_end < 0 else line_end
            continue
        if redirect := _REDIRECT.match(text, at, end):
            waiting, at = redirect[1], redirect.end()
            continue
        if border := _END.match(text, at, end):
            if current.words or current.redirects:
                yield current
            current, at, waiting = Simple(piped=border[0] in ("|", "|&")), border.end(), ""
            continue
        stop = _word_end(text, at, end)
        if waiting:
            current.redirects.append((waiting, at, stop))
            waiting = ""
        elif current.words or text[at:stop] not in _KEYWORDS:
            current.words.append((at, stop))
        at = stop
    if current.words or current.redirects:
        yield current


def _word_end(text: str, at: int, end: int) -> int:
    start = at
    while at < end:
        char = text[at]
        if char == "\\":
            at += 2
        elif char in "'\"":
            close = at + 1
            while close < end and text[close] != char:
                close += 2 if text[close] == "\\" and char == '"' else 1
            if close >= end:
                # It never ends: a quotation mark like any other letter, else it would swallow the script.
                at += 1
            else:
                at = close + 1
        elif text.startswith(("$(", "<(", ">(", "${"), at):
            at = min(closing(text, at + 2, "}" if text[at + 1] == "{" else ")") + 1, end)
        elif char == "`":
            close = text.find("`", at + 1, end)
            at = close + 1 if close >= 0 else at + 1
        elif char in " \t\n;|&()<>" and at > start:
            return at
        else:
            at += 1
    return min(at, end)
