"""Commands that code of another language starts: ``os.system("...")``, ``subprocess.run([...])``, ``Runtime.exec`` and their kin."""

from __future__ import annotations

import base64
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

import re2

from guards.code.engine import CodeText
from guards.code.engine.node import Node

from .words import unescaped

MAX_DECODED = 3  # encoded code inside encoded code

# A command as one text for a shell, or as a program and its arguments.
_OF_TEXT = frozenset({
    "system", "wsystem", "_wsystem", "_system", "popen", "_popen", "popen2", "popen3", "popen4", "getoutput", "getstatusoutput",
    "shell_exec", "passthru", "proc_open", "pcntl_exec", "exec", "execSync", "create_subprocess_shell", "execCommand", "execa",
    "execaCommand", "shell", "capture2", "WinExec",
})  # fmt: skip
_OF_WORDS = frozenset({
    "run", "call", "Popen", "check_output", "check_call", "spawn", "spawnSync", "execFile", "execFileSync", "execl", "execlp",
    "execle", "execv", "execvp", "execve", "execvpe", "spawnl", "spawnlp", "spawnv", "spawnvp", "posix_spawn", "Command",
    "CommandContext", "ProcessBuilder", "command", "create_subprocess_exec", "Start", "ProcessStartInfo", "arg", "args",
    "fromCommandLine", "pipeline", "sudo", "local", "exec_command",
})  # fmt: skip
_REPEATS_NAME = frozenset({"execl", "execlp", "execle", "execv", "execvp", "execve", "spawnl", "spawnlp"})
_RAW_LINE = frozenset({"Start", "ProcessStartInfo"})  # C#: the arguments are one text
_CALL = re2.compile(r"\b(?:" + "|".join(sorted(_OF_TEXT | _OF_WORDS)) + r")\s*(?:\(|\{)")
_MAGIC = re.compile(r"^[ \t]*!{1,2}[ \t]*([^\s=!][^\n]*)|^[ \t]*%{1,2}(?:sx|system|sh|bash)\b[ \t]*([^\n]*)", re.M)
_CELL = re.compile(r"\A\s*%%(?:bash|sh|script bash)[^\n]*\n")
_HOLE = re.compile(r"\$?(?<!\{)\{+$|\$$")


@dataclass(frozen=True, slots=True)
class Started:
    """A command line for a shell; `start` and `end` are code points of the code that starts it."""

    text: str
    start: int
    end: int


def started_commands(text: CodeText, depth: int = MAX_DECODED) -> Iterator[Started]:
    """The commands that code starts, as far as its constants tell; what is not known stands there as ``${_}``.

    Raises:
        GuardError: the code is nested too deep for its parser, or takes it too long.
    """
    code, language = text.code, text.language
    if language == "python":
        yield from _magic(code)
    ticks = language == "php" and "`" in code
    if not ticks and _CALL.search(code) is None and "b64decode" not in code:
        return
    source, tree, point = text.source, text.tree(), text.point
    constants = _constants(tree)

    for node in tree.walk():
        if node.kind not in ("call", "new") or not node.kids:
            continue
        name = _last_name(node.kids[0])
        if name == "b64decode" and depth > 0:
            for inner in _decoded(node, depth):
                yield Started(inner, point(node.start), point(node.end))
            continue
        if (name == "exec" and language == "python") or not (name in _OF_TEXT or name in _OF_WORDS):
            continue
        if name in ("arg", "args") and _goes_on(node):
            continue
        words = _words(node, name, constants, source)
        if words:
            yield Started(_line(words, name), point(node.start), point(node.end))


def _line(words: list[str], name: str) -> str:
    if name in _REPEATS_NAME and len(words) > 1 and words[1].rsplit("/", 1)[-1] == words[0].rsplit("/", 1)[-1]:
        words = words[1:]
    if name in _OF_TEXT or len(words) == 1:
        # `exec(new String[] {"sh", "-c", ...})` is a list all the same.
        return words[0] if len(words) == 1 else " ".join(map(_quoted, words))
    if name in _RAW_LINE:
        return " ".join(words)
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    return word if "${_" in word and not re.search(r"[\s'\"]", word) else shlex.quote(word)


def _words(node: Node, name: str, constants: dict[str, str], source: bytes) -> list[str]:
    """The texts among a call's arguments; a text for a shell is the first one, or a list of them."""
    if name in ("arg", "args"):  # Rust's chain: the program stands innermost, and first
        texts = (_text(one, constants, source) for one in node.walk() if one.kind in ("string", "interpolated"))
        return [text for text in texts if text is not None]
    found: list[str] = []
    for kid in node.kids[1:]:
        if kid.kind == "keyword":
            if kid.kids and kid.kids[0].text in ("args", "command", "cmd") and len(kid.kids) > 1:
                found += _texts(kid.kids[1], constants, source)
            continue
        found += _texts(kid, constants, source)
        if name in _OF_TEXT and found:
            break
    return found


def _texts(node: Node, constants: dict[str, str], source: bytes) -> list[str]:
    whole = _text(node, constants, source)
    if whole is not None:
        return [whole]
    if node.kind in ("name", "member", "index", "number_literal", "true", "false", "null", "none"):
        return []
    kids = node.kids[1:] if node.kind in ("assign", "pair", "keyword") else node.kids
    return [text for kid in kids for text in _texts(kid, constants, source)]


def _text(node: Node, constants: dict[str, str], source: bytes) -> str | None:
    if node.kind == "string":
        return unescaped(node.text)
    if node.kind == "name":
        return constants.get(node.text)
    if node.kind == "interpolated":
        return _filled(node, constants, source)
    if node.kind == "binary" and node.text in ("+", ".", "%") and len(node.kids) == 2:
        parts = [_text(kid, constants, source) for kid in node.kids]
        if parts == [None, None]:
            return None
        if node.text == "%":
            return re.sub(r"%[sdr]", "${_}", parts[0]) if parts[0] is not None else None
        return "".join("${_}" if part is None else part for part in parts)
    return None


def _filled(node: Node, constants: dict[str, str], source: bytes) -> str:
    """An interpolated string, what is filled in as a variable of the shell."""
    parts, at = [], node.start
    for kid in node.kids:
        if kid.kind == "string_content":
            continue
        before = source[at : kid.start].decode("utf-8", "replace")
        parts += [_HOLE.sub("", before), constants.get(kid.text, "${_}") if kid.kind == "name" else "${_}"]
        at = kid.end
    parts.append(source[at : node.end].decode("utf-8", "replace"))
    text = "".join(part.removeprefix("}") if number and number % 2 == 0 else part for number, part in enumerate(parts))
    text = re.sub(r"^[A-Za-z@$]{0,3}(\"\"\"|'''|[\"'`])", "", text)
    return unescaped(re.sub(r"(\"\"\"|'''|[\"'`])$", "", text))


def _constants(tree: Node) -> dict[str, str]:
    """Names that are given a text once, or the same text always."""
    found: dict[str, str | None] = {}
    for node in tree.walk():
        if node.kind == "assign" and len(node.kids) == 2 and node.kids[0].kind == "name":
            name, value = node.kids[0].text, node.kids[1]
            text = unescaped(value.text) if value.kind == "string" else None
            found[name] = text if name not in found or found[name] == text else None
    return {name: text for name, text in found.items() if text is not None}


def _last_name(callee: Node) -> str:
    while callee.kind == "member" and callee.kids:
        callee = callee.kids[-1]
    if callee.kind == "generic_type" and callee.kids:
        callee = callee.kids[0]
    # Rust's `Command::new`
    return callee.text if callee.kind == "name" else ""


def _goes_on(node: Node) -> bool:
    """Whether another `.arg(...)` is called on this one: the last of a chain tells all of it."""
    above = node.parent
    return above is not None and above.kind == "member" and _last_name(above) in ("arg", "args")


def _magic(code: str) -> Iterator[Started]:
    """IPython's ``!command`` and ``%%bash`` cells."""
    if cell := _CELL.match(code):
        yield Started(code[cell.end() :], cell.end(), len(code))
    elif "!" in code or "%" in code:
        for found in _MAGIC.finditer(code):
            line = found[1] or found[2]
            if line:
                yield Started(line, found.start(), found.end())


def _decoded(call: Node, depth: int) -> Iterator[str]:
    """The commands that encoded Python starts."""
    for kid in call.kids[1:]:
        if kid.kind == "string" and len(kid.text) >= 16:
            try:
                code = base64.b64decode(kid.text).decode()
            except ValueError:
                continue
            for inner in started_commands(CodeText(code, "python"), depth - 1):
                yield inner.text
