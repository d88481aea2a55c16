"""What a shell's word stands for: quotes, escapes, variables, substitutions and braces resolved as far as they are known.

Source: POSIX.1-2024, Shell Command Language, 2.2 "Quoting" and 2.6 "Word Expansions"; Bash Reference Manual, 3.5 "Shell
Expansions" and 3.1.2.4 "ANSI-C Quoting". One pass over a word; what would grow past `MAX_CHARS` is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from itertools import islice, pairwise

from guards.errors import GuardError

MAX_CHARS = 100_000  # of one word, expanded
MAX_FIELDS = 128  # words that one word's braces may become
MAX_BRACED_CHARS = 10_000  # of a word that holds braces
MAX_NESTED = 16  # braces in braces, and parameters in parameters' defaults


class Each(tuple[str, ...]):
    """A loop's variable: one value after the other, in quotes or not."""

    __slots__ = ()


Scope = dict[str, "tuple[str, ...] | None"]
Run = Callable[[str], "str | None"]

UNKNOWN_OUTPUT = "$()"

_PLAIN = re.compile(r"[^\\'\"$`{}<>]*")
_NAME = re.compile(r"[A-Za-z_]\w*|[0-9@*#?!$-]", re.A)
_OPEN, _COMMA, _CLOSE, _BREAK, _DOTS = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_RESTORED = str.maketrans({_OPEN: "{", _COMMA: ",", _CLOSE: "}", _BREAK: " ", _DOTS: ".."})
_ANSI = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ANSI_CODE = re.compile(r"x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c(.)|(.)", re.S)
# Before a script says otherwise. A path's first letter is the same everywhere, and is what tricks take from it.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "IFS": (" ",), "HOME": ("~",), "SHELL": ("/bin/bash",), "BASH": ("/bin/bash",), "PATH": ("/usr/bin:/bin",),
}  # fmt: skip


def unescaped(text: str) -> str:
    """ANSI-C escapes resolved, as in ``$'...'``, ``echo -e`` and ``printf``."""
    parts, at = [], 0
    while (slash := text.find("\\", at)) >= 0:
        parts.append(text[at:slash])
        found = _ANSI_CODE.match(text, slash + 1)
        if found is None:
            parts.append("\\")
            break
        at = found.end()
        if found[4]:
            parts.append(chr(int(found[4], 8) & 0xFF))
        elif digits := found[1] or found[2] or found[3]:
            point = int(digits, 16)
            parts.append(chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else "\ufffd")
        elif found[5]:
            parts.append(chr(ord(found[5]) & 0x1F))
        else:
            parts.append(_ANSI.get(found[6], found[6] if found[6] in "\\'\"?" else "\\" + found[6]))
    return "".join([*parts, text[at:]]) if slash < 0 else "".join(parts)


def closing(text: str, at: int, end: str) -> int:
    """Where the bracket is closed that opened before `at`, quotes and inner ones respected; the end where it is not."""
    opening = {")": "(", "}": "{"}[end]
    depth = 1
    while at < len(text):
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "'" or char == '"':
            at = _quoted(text, at)
        elif char == opening:
            depth += 1
        elif char == end:
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return len(text)


def _quoted(text: str, at: int) -> int:
    """Where the quotation that begins at `at` ends; the same place where it never does."""
    quote, start = text[at], at
    if quote == "'":
        found = text.find("'", at + 1)
        return found if found >= 0 else len(text)
    at += 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == '"':
            return at
        at += 1
    return len(text) if start >= 0 else start


class Expander:
    """Expands words in one scope; `run` gives the output of a substituted command where that is known."""

    def __init__(self, scope: Scope, run: Run) -> None:
        self._scope, self._run = scope, run
        self._nested = 0  # defaults of parameters being read

    def fields(self, word: str) -> list[str]:
        """The words that `word` becomes: none, one or several."""
        plain = _PLAIN.match(word)
        if plain is not None and plain.end() == len(word):
            return [word]
        cells = self._cells(word)
        if _OPEN in cells and len(cells) > MAX_BRACED_CHARS:
            raise GuardError(f"a word with braces is over {MAX_BRACED_CHARS} characters long")
        found = []
        for one in islice(_braces(cells, MAX_FIELDS), MAX_FIELDS):
            parts = one.split(_BREAK)
            # A break before or after text separates; an empty field is none, unless it was quoted.
            kept = [part for part in parts if part] if len(parts) > 1 else parts
            found += [part.translate(_RESTORED) for part in kept]
        if found == [""] and "'" not in word and '"' not in word:
            return []
        return found

    def text(self, word: str) -> str:
        """The same as one string: a redirect's target, an assignment's value."""
        return " ".join(self.fields(word))

    def document(self, text: str) -> str:
        """A here-document's body: variables and substitutions, but no quotes."""
        return self._cells(text, in_quotes=True, limit=len(text) + MAX_CHARS).translate(_RESTORED)

    def _cells(self, word: str, *, in_quotes: bool = False, limit: int = MAX_CHARS) -> str:
        """The word with quotes gone; unquoted braces, and blanks that separate, as private characters."""
        parts: list[str] = []
        at, size, grown = 0, len(word), 0
        while at < size:
            grown += len(parts[-1]) if parts else 0
            if grown > limit:
                raise GuardError(f"a word of the script is over {limit} characters long when expanded")
            char = word[at]
            if char == "\\":
                nxt = word[at + 1 : at + 2]
                if not in_quotes or nxt in '$`"\\\n':
                    parts.append("" if nxt == "\n" else nxt)
                else:
                    parts.append("\\" + nxt)
                at += 2
            elif char == '"' and not in_quotes:
                end = self._double_end(word, at + 1)
                parts.append(self._cells(word[at + 1 : end], in_quotes=True))
                at = end + 1
            elif char == "'" and not in_quotes:
                end = word.find("'", at + 1)
                end = size if end < 0 else end
                parts.append(word[at + 1 : end])
                at = end + 1
            elif char == "$":
                text, at = self._dollar(word, at, in_quotes)
                parts.append(text)
            elif char == "`":
                end = self._backtick_end(word, at + 1)
                inner = re.sub(r"\\([`\\$])", r"\1", word[at + 1 : end])
                parts.append(self._output(inner, in_quotes))
                at = end + 1
            elif char in "<>" and word[at + 1 : at + 2] == "(" and not in_quotes:
                end = closing(word, at + 2, ")")
                self._run(word[at + 2 : end])
                parts.append("/dev/fd/63")
                at = end + 1
            elif not in_quotes and char in "{,}":
                parts.append({"{": _OPEN, ",": _COMMA, "}": _CLOSE}[char])
                at += 1
            elif not in_quotes and char == "." and word.startswith("..", at):
                parts.append(_DOTS)
                at += 2
            else:
                parts.append(char)
                at += 1
        return "".join(parts)

    def _double_end(self, word: str, at: int) -> int:
        """Where the double quotes end, a substitution's own quotes left out."""
        while at < len(word):
            if word[at] == "\\":
                at += 1
            elif word[at] == '"':
                return at
            elif word.startswith("$(", at):
                at = closing(word, at + 2, ")")
            at += 1
        return len(word)

    def _backtick_end(self, word: str, at: int) -> int:
        while at < len(word) and word[at] != "`":
            at += 2 if word[at] == "\\" else 1
        return min(at, len(word))

    def _dollar(self, word: str, at: int, in_quotes: bool) -> tuple[str, int]:
        """What the expansion at ``word[at]`` gives, and where it ends."""
        after = word[at + 1 : at + 2]
        if after == "(":
            if (
                word.startswith("$((", at)
                and (end := closing(word, at + 3, ")")) < len(word) - 1
                and word[end + 1] == ")"
            ):
                return "0", end + 2
            end = closing(word, at + 2, ")")
            return self._output(word[at + 2 : end], in_quotes), end + 1
        if after == "{":
            end = closing(word, at + 2, "}")
            return self._split(self._parameter(word[at + 2 : end]), in_quotes), end + 1
        if after == "'" and not in_quotes:
            end = at + 2
            while end < len(word) and word[end] != "'":
                end += 2 if word[end] == "\\" else 1
            return unescaped(word[at + 2 : end]), end + 1
        if after == '"' and not in_quotes:
            return "", at + 1
        name = _NAME.match(word, at + 1)
        if name is None:
            return "$", at + 1
        return self._split(self._value(name[0]), in_quotes), name.end()

    def _output(self, code: str, in_quotes: bool) -> str:
        output = self._run(code)
        return UNKNOWN_OUTPUT if output is None else self._split(output.rstrip("\n"), in_quotes)

    def _split(self, value: str, in_quotes: bool) -> str:
        if in_quotes or value.startswith("${"):
            return value.replace(_BREAK, " ")
        return re.sub(r"\s+", _BREAK, value) if len(value) > 1 or value.isspace() else value

    def _value(self, name: str) -> str:
        known = self._known(name)
        return f"${{{name}}}" if known is None else _joined(known)

    def _known(self, name: str) -> tuple[str, ...] | None:
        if name in self._scope:
            return self._scope[name]
        return KNOWN.get(name)

    def _parameter(self, inner: str) -> str:
        """``${inner}``."""
        indirect = inner.startswith("!") and len(inner) > 1
        name = _NAME.match(inner, 1 if indirect or (inner.startswith("#") and len(inner) > 1) else 0)
        if name is None:
            return f"${{{inner}}}"
        known, rest = self._known(name[0]), inner[name.end() :]
        if indirect and known is not None:
            known = self._known(known[0]) if known else None
        if inner.startswith("#") and name.start() == 1:
            return f"${{{inner}}}" if known is None else str(len(" ".join(known)))
        if index := re.match(r"\[([@*]|\d{1,4})\]", rest):
            rest = rest[index.end() :]
            if known is not None and index[1].isdigit():
                known = known[int(index[1]) : int(index[1]) + 1]
        if default := re.match(r":?([-=+?])", rest):
            if (default[1] == "+") == (known is not None):
                return self._default(rest[default.end() :])
            return self._value(name[0]) if known is not None else ""
        if name[0] in ("PWD", "OLDPWD") and rest == ":0:1":
            return "/"  # the first letter of any path
        if known is None:
            return f"${{{name[0]}}}"
        value = _joined(known)
        if name[0] == "HOME" and rest.startswith(":"):
            value = "/home/user"
        return _changed(value, rest) if rest else value

    def _default(self, word: str) -> str:
        if self._nested >= MAX_NESTED:
            raise GuardError(f"a script's parameters are nested deeper than {MAX_NESTED}")
        self._nested += 1
        try:
            return self._cells(word, in_quotes=True)
        finally:
            self._nested -= 1


def _joined(values: tuple[str, ...]) -> str:
    if isinstance(values, Each) and len(values) > 1:
        return _OPEN + _COMMA.join(values) + _CLOSE  # as braces expand: a word for each value
    return _BREAK.join(values)


def _changed(value: str, rest: str) -> str:
    """A known value cut or replaced as the rest of ``${name...}`` says; unchanged where that is beyond this."""
    if cut := re.fullmatch(r":\s*(-?\d{1,5})\s*(?::\s*(-?\d{1,5}))?", rest):
        start = int(cut[1])
        tail = value[start:] if start >= 0 or -start <= len(value) else ""
        if cut[2] is None:
            return tail
        return tail[: int(cut[2])]
    if rest[0] == "/":
        every = rest.startswith("//")
        old, _, new = rest[2 if every else 1 :].partition("/")
        if not old:
            return value
        if len(value) + value.count(old) * len(new) > MAX_CHARS:
            raise GuardError(f"a word of the script is over {MAX_CHARS} characters long when expanded")
        return value.replace(old, new, -1 if every else 1)
    if rest[0] in "#%" and len(value) <= 200 and len(rest) <= 200:
        longest = rest[:2] in ("##", "%%")
        pattern = rest[2 if longest else 1 :]
        sizes = range(len(value) + 1) if not longest else range(len(value), -1, -1)
        for size in sizes:
            piece, left = (
                (value[:size], value[size:])
                if rest[0] == "#"
                else (value[len(value) - size :], value[: len(value) - size])
            )
            if fnmatchcase(piece, pattern):
                return left
        return value
    if rest in ("^^", "^", ",,", ","):
        change = str.upper if rest[0] == "^" else str.lower
        return change(value) if len(rest) == 2 else change(value[:1]) + value[1:]
    return value


def _braces(cells: str, budget: int, level: int = 0) -> list[str]:
    """Brace expansion, at most `budget` results; braces without a comma or a range stay as they are."""
    if level > MAX_NESTED:
        raise GuardError(f"braces are nested deeper than {MAX_NESTED}")
    start = cells.find(_OPEN)
    if start < 0:
        return [cells]
    depth, commas, end = 0, [start], -1
    for at in range(start, len(cells)):
        char = cells[at]
        if char == _OPEN:
            depth += 1
        elif char == _CLOSE:
            depth -= 1
            if depth == 0:
                end = at
                break
        elif char == _COMMA and depth == 1:
            commas.append(at)
    if end < 0:
        return [cells]
    head, tails = cells[:start], _braces(cells[end + 1 :], budget, level)
    inner = cells[start + 1 : end]
    if len(commas) > 1:
        marks = [*commas, end]
        options = [
            one for left, right in pairwise(marks) for one in _braces(cells[left + 1 : right], budget, level + 1)
        ][:budget]
    elif span := re.fullmatch(rf"(-?\d{{1,6}}){_DOTS}(-?\d{{1,6}})", inner):
        low, high = int(span[1]), int(span[2])
        options = [
            str(number) for number in islice(range(low, high + 1) if low <= high else range(low, high - 1, -1), budget)
        ]
    else:
        options = [_OPEN + one + _CLOSE for one in _braces(inner, budget, level + 1)]
    return list(islice((head + option + tail for option in options for tail in tails), budget))
