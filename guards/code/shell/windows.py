"""PowerShell and cmd.exe read as commands: no grammar, one pass of words, parentheses and pipes.

What hides a name is taken away first: back-ticks and carets inside of words, ``'a' + 'b'``, ``[char]105``, constants in
variables, and base64 after ``-EncodedCommand`` or in ``FromBase64String``, which is read again `MAX_DEPTH` deep. Source:
about_Parsing, about_Quoting_Rules and about_PowerShell_exe in Microsoft's documentation.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from guards.errors import GuardError

from .command import Command, Redirect

MAX_CHARS = 2_000_000
MAX_DEPTH = 12
MAX_COMMANDS = 20_000
MAX_NESTED_CHARS = 1_000_000

_ALIASES = {
    "iex": "invoke-expression", "iwr": "invoke-webrequest", "curl": "invoke-webrequest", "wget": "invoke-webrequest",
    "irm": "invoke-restmethod", "ri": "remove-item", "rm": "remove-item", "rmdir": "remove-item", "rd": "remove-item",
    "del": "remove-item", "erase": "remove-item", "saps": "start-process", "start": "start-process", "sp": "set-itemproperty",
    "ni": "new-item", "gc": "get-content", "cat": "get-content", "type": "get-content", "cp": "copy-item", "copy": "copy-item",
    "cpi": "copy-item", "mv": "move-item", "icm": "invoke-command", "kill": "stop-process", "spps": "stop-process",
    "pwsh": "powershell", "ac": "add-content", "sc": "set-content", "echo": "write-output", "nsn": "new-pssession",
}  # fmt: skip
_HIDING = re.compile(r"(?<=[\w\-$])[`^](?=\w)|^[`^](?=\w)|(?<=\s)[`^](?=\w)", re.M)
_LINE_GOES_ON = re.compile(r"[`^][ \t]*\r?\n")
_CHAR = re.compile(r"(?i)\[char\]\s*(?:\(\s*)?(0x[0-9a-f]{1,4}|\d{1,5})\s*\)?")
_PLUS = re.compile(r"'([^'\n]*)'\s*\+\s*'([^'\n]*)'|\"([^\"\n$]*)\"\s*\+\s*\"([^\"\n$]*)\"")
_FORMAT = re.compile(r"(?:\(\s*)?[\"']([^\"'\n]*)[\"']\s*-f\s*((?:[\"'][^\"'\n]*[\"']\s*,?\s*){1,20})\)?", re.I)
_ASSIGN = re.compile(
    r"(?m)^[ \t]*\$(?:global:|script:)?(\w+)\s*=\s*(?:'([^'\n]*)'|\"([^\"\n$]*)\")[ \t]*(?:;[ \t]*)?$|(?<=;)\s*\$(\w+)\s*=\s*'([^'\n]*)'\s*(?=;)|^\$(\w+)\s*=\s*['\"]([^'\"\n]*)['\"]\s*(?=;)"
)
_BASE64 = re.compile(r"^[A-Za-z0-9+/]{8,}={0,2}$")
_ENCODED = re.compile(r"(?i)FromBase64String\(\s*['\"]([A-Za-z0-9+/=\s]{8,})['\"]")
_WORD = re.compile(r"[^\s;|&(){}'\",<>]+")
_BORDERS = frozenset(";\n\r{}|&")
_IN_BRACES = re.compile(r"\{[\w-]+\}")


def windows_commands(code: str) -> list[Command]:
    """Every command in `code`, PowerShell's aliases resolved and names in lower case.

    Raises:
        GuardError: too long, nested too deep, or more than `MAX_COMMANDS`.
    """
    if len(code) > MAX_CHARS:
        raise GuardError(f"a script over {MAX_CHARS} characters long is not judged")
    found = _Found([])
    _read(code, None, found, 0)
    return found.commands


@dataclass(slots=True)
class _Found:
    commands: list[Command]
    nested_chars: int = 0


def _read(code: str, at: tuple[int, int] | None, found: _Found, depth: int) -> list[Command]:
    if depth:
        found.nested_chars += len(code)
        if found.nested_chars > MAX_NESTED_CHARS:
            raise GuardError(f"a script unpacks to more than {MAX_NESTED_CHARS} characters")
    own: list[Command] = []
    for first, last, piped in _statements(code):
        raw = code[first:last]
        span = at or (first, last)
        text = plain(raw)
        inner: list[Command] = []
        words = _words(text, inner, span, found, depth)
        if not words:
            own += inner
            continue
        command = Command(_named(words), *span, raw=text, redirects=_redirects(text))
        command.sources = [*inner, *(own[-8:] if piped else [])]
        found.commands.append(command)
        if len(found.commands) > MAX_COMMANDS:
            raise GuardError(f"a script runs more than {MAX_COMMANDS} commands")
        own += [*inner, command]
        for more in _unpacked(command):
            command.sources += _read(more, span, found, depth + 1)
    return own


def program_of(line: str) -> str:
    """The program that a line of PowerShell or cmd.exe begins with, under its one name; "" where it begins with none."""
    words = line.split(None, 1)
    return _named(words[:1])[0] if words and words[0].strip("\"'") else ""


def plain(text: str) -> str:
    """The text without what is there to hide names."""
    text = _LINE_GOES_ON.sub(" ", text)
    text = _HIDING.sub("", text)
    if "[" in text:
        text = _CHAR.sub(lambda found: "'" + chr(int(found[1], 0) & 0xFFFF) + "'", text)
    if "-f" in text or "-F" in text:
        text = _FORMAT.sub(_formatted, text)
    for _ in range(40):
        joined = _PLUS.sub(lambda found: f"'{found[1] or found[3] or ''}{found[2] or found[4] or ''}'", text)
        if joined == text:
            break
        text = joined
    return text


def _formatted(found: re.Match[str]) -> str:
    values = re.findall(r"[\"']([^\"'\n]*)[\"']", found[2])
    return (
        "'"
        + re.sub(r"\{(\d)\}", lambda slot: values[int(slot[1])] if int(slot[1]) < len(values) else "", found[1])
        + "'"
    )


def _statements(code: str) -> list[tuple[int, int, bool]]:
    """Statements as [first, last) and whether they read the one before; what is in quotes or parentheses stays whole."""
    found: list[tuple[int, int, bool]] = []
    pairs = _pairs(code) if "(" in code else {}
    at = first = 0
    end = len(code)
    piped = False

    def close(last: int) -> None:
        text = code[first:last]
        if text.strip():
            found.append((last - len(text.lstrip()), first + len(text.rstrip()), piped))

    while at < end:
        char = code[at]
        if char in "'\"":
            close_at = code.find(char, at + 1, end)
            at = close_at if close_at >= 0 and (close_at - at < 5000 or "\n" not in code[at:close_at]) else at
        elif char == "(":
            at = min(pairs.get(at, at), end)
        elif char == "#" and (at == 0 or code[at - 1] in " \t\n;"):
            close(at)
            line_end = code.find("\n", at, end)
            at = end if line_end < 0 else line_end
            first, piped = at, False
        elif char in "`^" and code[at + 1 : at + 2] in ("\n", "\r"):
            at += 1
        elif char == "{" and (brace := _IN_BRACES.match(code, at, end)):
            at = brace.end() - 1  # bcdedit's {default}, a GUID
        elif char in _BORDERS:
            close(at)
            double = code[at : at + 2] in ("||", "&&")
            piped = char == "|" and not double
            at += double
            first = at + 1
        at += 1
    close(min(at, end))
    return found


def _pairs(text: str) -> dict[int, int]:
    """Where each parenthesis that is closed is closed; quotes respected. One pass."""
    found: dict[int, int] = {}
    opened: list[int] = []
    quote = ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char in (quote, "\n") else quote
        elif char in "'\"":
            quote = char
        elif char == "(":
            opened.append(at)
        elif char == ")" and opened:
            found[opened.pop()] = at
    return found


def _words(text: str, inner: list[Command], span: tuple[int, int], found: _Found, depth: int) -> list[str]:
    if depth > MAX_DEPTH:
        raise GuardError(f"commands are nested deeper than {MAX_DEPTH}")
    words: list[str] = []
    pairs = _pairs(text) if "(" in text else {}
    at, size = 0, len(text)
    fresh = True  # a new word begins here
    while at < size:
        char = text[at]
        if char.isspace() or char in ",":
            fresh, at = True, at + 1
            continue
        if char in "'\"":
            close = text.find(char, at + 1)
            close = size if close < 0 else close
            piece, at = text[at + 1 : close], close + 1
            if char == '"' and "$(" in piece:
                inner += _read(piece, span, found, depth + 1)
        elif char == "(":
            close = pairs.get(at, at)
            piece = text[at : close + 1]
            if close > at:
                inner += _read(text[at + 1 : close], span, found, depth + 1) if at or close < size else []
                if not at and close == size - 1:
                    return _words(text[1:close], inner, span, found, depth + 1)
            at = max(close, at) + 1
        elif run := _WORD.match(text, at):
            piece, at = run[0], run.end()
        else:
            piece, at = char, at + 1
        if fresh or not words:
            words.append(piece)
        else:
            words[-1] += piece
        fresh = False
    return [word for word in words if word not in (".", "&")] if len(words) > 1 else words


def _named(words: Sequence[str]) -> list[str]:
    # `$x = iwr ...`: what is assigned is what runs.
    if len(words) > 2 and words[0].startswith(("$", "[")) and words[1] == "=":
        words = words[2:]
    name = words[0].strip("\"'").lower()
    if "(" not in name:
        name = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".exe")
    return [_ALIASES.get(name, name), *words[1:]]


def _redirects(text: str) -> list[Redirect]:
    return [Redirect(row[1], row[2]) for row in re.finditer(r"(>>?)\s*([^\s>|;&]+)", text)] if ">" in text else []


def _unpacked(command: Command) -> list[str]:
    """Code that a command carries: encoded, or as text for another interpreter."""
    found: list[str] = []
    name, argv = command.name, command.argv
    if name in ("powershell", "start-process", "cmd") or "powershell" in command.text.lower():
        for number, word in enumerate(argv[1:], start=1):
            if re.fullmatch(r"(?i)[-/]e(?:c|n|nc\w*)?", word) and number + 1 < len(argv):
                found += _decoded(argv[number + 1])
            elif re.fullmatch(r"(?i)[-/](?:c|command)", word) or (name == "cmd" and re.fullmatch(r"(?i)/[ck].*", word)):
                rest = " ".join(argv[number + 1 :])
                found.append(rest)
                break
        if name == "start-process":
            found.append(" ".join(word for word in argv[1:] if not re.fullmatch(r"-\w+", word)))
        elif name == "powershell" and len(argv) > 1 and not argv[1].startswith(("-", "/")):
            found.append(" ".join(argv[1:]))
    if name == "invoke-expression":
        found += [word for word in argv[1:] if not word.startswith(("-", "(", "$"))][:1] and [" ".join(argv[1:])]
    for encoded in _ENCODED.finditer(command.raw):
        found += _decoded(encoded[1])
    return [text for text in found if text and text != command.text]


def _decoded(word: str) -> list[str]:
    word = re.sub(r"\s", "", word)
    if not _BASE64.match(word):
        return []
    try:
        raw = base64.b64decode(word + "=" * (-len(word) % 4))
    except ValueError:
        return []
    text = raw.decode("utf-16-le", "replace") if raw.count(0) * 3 > len(raw) else raw.decode("utf-8", "replace")
    return [text] if text.isprintable() or "\ufffd" not in text else []


def resolved(code: str) -> str:
    """The script with constants in place of the variables that hold them; offsets change.

    Raises:
        GuardError: it grows too long.
    """
    constants: dict[str, str] = {}
    for found in _ASSIGN.finditer(code):
        groups = found.groups()
        name = next(group for group in (groups[0], groups[3], groups[5]) if group is not None)
        value = next((group for group in (groups[1], groups[2], groups[4], groups[6]) if group is not None), "")
        if len(value) <= 2000:
            constants[name.lower()] = value
    if not constants:
        return code
    grown = len(code)

    def known(name: re.Match[str]) -> str:
        nonlocal grown
        value = constants.get(name[1].lower())
        if value is None:
            return name[0]
        grown += len(value)
        if grown > MAX_CHARS:
            raise GuardError(f"a script grows to more than {MAX_CHARS} characters")
        return f"'{value}'"

    return re.sub(r"\$(\w+)(?!\s*=)", known, code)
