"""The code inside tool calls' arguments, and what runs it: an interpreter, a shell, or nothing that the names tell."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from guards.errors import GuardError

from .languages import named, of_suffix
from .markdown import CodeBlock, whole

MAX_JSON_DEPTH = 12

# As agents' frameworks call them: OpenAI's code_interpreter and local_shell, Llama 3.1's ipython, Anthropic's bash,
# editors' run_terminal_cmd, execute_command and the like.
_TOOLS = (
    ("powershell", re.compile(r"powershell|pwsh")),
    ("python", re.compile(r"python|jupyter|code_?interpreter|notebook|(?:run|execute|eval)_?(?:code|cell)|repl")),
    ("shell", re.compile(r"(?:^|[^a-z])(?:ba|z|k|da)?sh(?:$|[^a-z])|shell|terminal|console|command|(?:^|[^a-z])(?:cmd|exec|system)(?:$|[^a-z])")),
)  # fmt: skip
_SHELL_KEYS = frozenset(
    {
        "command",
        "cmd",
        "commands",
        "bash",
        "shell",
        "sh",
        "shell_command",
        "bash_command",
        "command_line",
        "cmdline",
        "argv",
    }
)
_ARGUMENT_KEYS = ("args", "arguments", "argv", "parameters")
_PATH_KEYS = ("path", "file", "filename", "file_path", "filepath", "target_file")


def call_blocks(arguments: str, tool: str | None = None) -> Sequence[CodeBlock]:
    """The strings in a call's JSON arguments, each where it stands; what is no JSON is taken as it is.

    A string's escapes make its offsets differ from the text's: such a block points at the whole argument.

    Raises:
        GuardError: the arguments are nested too deep.
    """
    runs = language_of(tool)
    try:
        value = json.loads(arguments)
    except (ValueError, RecursionError):
        return (whole(arguments, runs),)
    return tuple(_located(string, label, arguments) for string, label in _strings(value, None, runs, MAX_JSON_DEPTH))


def language_of(tool: str | None) -> str | None:
    """What a tool of this name runs."""
    name = (tool or "").lower()
    return next((language for language, expression in _TOOLS if expression.search(name)), None)


def _strings(value: Any, key: str | None, runs: str | None, depth: int) -> Iterator[tuple[str, str | None]]:
    if depth == 0:
        raise GuardError(f"a tool call's arguments are nested deeper than {MAX_JSON_DEPTH}")
    if isinstance(value, str):
        yield value, _label(key, runs)
    elif isinstance(value, dict):
        yield from _members(value, runs, depth)
    elif isinstance(value, list):
        if len(value) > 1 and (key or "").lower() in _SHELL_KEYS and all(isinstance(one, str) for one in value):
            # ["bash", "-lc", "..."] is one command, ["ls", "rm -rf /"] may be two.
            yield shlex.join(value), "shell"
        for inner in value:
            yield from _strings(inner, key, runs, depth - 1)


def _members(row: Mapping[str, Any], runs: str | None, depth: int) -> Iterator[tuple[str, str | None]]:
    told = row.get("language") or row.get("lang")
    path = next((row[key] for key in _PATH_KEYS if isinstance(row.get(key), str)), None)
    runs = (
        (named(told) if isinstance(told, str) else None)
        or (of_suffix(path[path.rfind(".") :]) if path else None)
        or runs
    )
    for key, inner in row.items():
        if isinstance(inner, str) and key.lower() in _SHELL_KEYS:
            for other in _ARGUMENT_KEYS:
                words = row.get(other)
                if other != key and isinstance(words, list) and all(isinstance(word, str) for word in words):
                    yield f"{inner} {shlex.join(words)}", "shell"
        yield from _strings(inner, str(key), runs, depth - 1)


def _label(key: str | None, runs: str | None) -> str | None:
    if key is not None and key.lower() in _SHELL_KEYS:
        return runs if runs == "powershell" else "shell"
    return named(key) or runs


def _located(code: str, label: str | None, arguments: str) -> CodeBlock:
    at = arguments.find(code)
    if at >= 0:
        return CodeBlock(code, "bare", label, ((0, at),))
    return _Everywhere(code, "bare", label, ((0, len(arguments)),))


class _Everywhere(CodeBlock):
    """A block whose text is escaped where it stands: any part of it points at all of the arguments."""

    __slots__ = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        return 0, self.starts[0][1]
