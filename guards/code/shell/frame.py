"""What is known while a script is read: its variables and files, what has been found, and what is left of its bounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from guards.errors import GuardError

from .command import Command, Redirect
from .files import Files
from .words import Expander, Scope

MAX_DEPTH = 8
MAX_COMMANDS = 20_000
MAX_NESTED_CHARS = 1_000_000
LINK = 20  # what one command's source or redirect counts for

_OPERATOR = re.compile(r"\d{0,9}\s*(<<<|<<-?|&>>?|>>|>\||[<>]&|<>|[<>])")
REDIRECTS = frozenset({"file_redirect", "heredoc_redirect", "herestring_redirect"})


@dataclass(slots=True)
class Out:
    """Commands whose output goes on, and that output where it is known."""

    commands: list[Command]
    text: str | None = None


@dataclass(slots=True)
class Redirects:
    rows: list[Redirect]
    stdin: str | None = None
    fed: bool = False  # standard input is redirected
    silent: bool = False  # standard output is
    sources: tuple[Command, ...] = ()


NO_REDIRECTS = Redirects([])


class Reader:
    """One script and what it holds; everything nested reports to the same list."""

    def __init__(
        self, run: Callable[..., Out], foreign: Callable[[str, str, Command], None] | None, held_chars: int
    ) -> None:
        """`run` reads one piece of code; `foreign` is given code for other interpreters."""
        self._run = run
        self.left_chars = self.held_chars = held_chars
        self.commands: list[Command] = []
        self.foreign = foreign
        self.files = Files()
        self.nested_chars = 0

    def read(self, code: str, scope: Scope, at: tuple[int, int] | None, depth: int, piped: Out | None = None) -> Out:
        """Reads `code`; its commands stand at `at` in the outermost script, or where they stand."""
        if depth > MAX_DEPTH:
            raise GuardError(f"commands are nested deeper than {MAX_DEPTH}")
        if depth:
            self.nested_chars += len(code)
            if self.nested_chars > MAX_NESTED_CHARS:
                raise GuardError(f"a script unpacks to more than {MAX_NESTED_CHARS} characters")
        return self._run(self, code, scope, at, depth, piped or Out([]))

    def hold(self, chars: int) -> None:
        """Counts what commands are about to hold.

        Raises:
            GuardError: it is too much to be matched.
        """
        self.left_chars -= chars
        if self.left_chars < 0:
            raise GuardError(f"the commands of a script hold more than {self.held_chars} characters")

    def add(self, command: Command) -> None:
        self.hold(
            len(command.raw) + sum(map(len, command.argv)) + sum(map(len, command.assigns)) + len(command.stdin or "")
            + LINK * (len(command.sources) + len(command.redirects))
        )  # fmt: skip
        self.commands.append(command)
        if len(self.commands) > MAX_COMMANDS:
            raise GuardError(f"a script runs more than {MAX_COMMANDS} commands")


class Frame:
    """One script, or one piece of code in it, while it is read: what its variables hold, and where its commands stand."""

    def __init__(
        self, reader: Reader, code: str, scope: Scope, at: tuple[int, int] | None, depth: int, piped: Out
    ) -> None:
        self._reader, self._code, self._scope, self._at, self._depth = reader, code, scope, at, depth
        self._piped = self._outer = piped
        self._substituted: list[Command] = []
        self._functions: dict[str, Any] = {}
        self._calls = 0
        self._active: set[str] = set()
        self._span = at or (0, len(code))
        self._expander = Expander(scope, self._substitute)

    def _begin(self, node: Any) -> None:
        self._span = self._at or (node.start_byte, min(node.end_byte, len(self._code)))
        self._substituted = []

    def _slice(self, node: Any) -> str:
        return self._code[node.start_byte : node.end_byte]

    def _substitute(self, code: str) -> str | None:
        """Runs, so to say, a substitution; its commands become sources of the one that holds it."""
        if code.lstrip().startswith("<"):
            code = "cat " + code
        span, kept = self._span, self._substituted
        out = self._reader.read(code, dict(self._scope), span, self._depth + 1)
        self._span, self._substituted = span, kept
        kept += out.commands
        for command in out.commands:
            command.substituted = True
        return out.text

    def _substitutions(self, node: Any) -> list[Command]:
        self._expander.text(self._slice(node))
        return list(self._substituted)

    def _redirects(self, nodes: Sequence[Any]) -> Redirects:
        rows: list[Redirect] = []
        result = Redirects(rows)
        for node in nodes:
            text = self._slice(node)
            operator = _OPERATOR.match(text)
            if node.type == "herestring_redirect":
                result.stdin, result.fed = (
                    self._expander.text(text[operator.end() :].lstrip() if operator else text),
                    True,
                )
            elif node.type == "heredoc_redirect":
                result.stdin, result.fed = self._document(node), True
                inner = [child for child in node.named_children if child.type == "file_redirect"]
                if inner:
                    more = self._redirects(inner)
                    rows += more.rows
                    result.silent = result.silent or more.silent
            elif operator is not None:
                target = node.child_by_field_name("destination")
                if target is None:
                    continue
                rows.append(Redirect(operator[1], self._expander.text(self._slice(target))))
                result.fed = result.fed or operator[1] == "<"
                result.silent = result.silent or (operator[1][0] == ">" and not text.startswith(("2", "3")))
                if operator[1] == "<":
                    result.stdin = self._reader.files.text(rows[-1].target)
        result.sources = tuple(self._substituted)
        return result

    def _document(self, node: Any) -> str | None:
        quoted = False
        for child in node.named_children:
            if child.type == "heredoc_start":
                quoted = self._slice(child)[:1] in "'\"\\"
            elif child.type == "heredoc_body":
                body = self._slice(child)
                return body if quoted else self._expander.document(body)
        return None
