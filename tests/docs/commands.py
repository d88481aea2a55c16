"""Commands that pages show: parsed by the real command line, and run in this process."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import click
from click.testing import CliRunner

from guards.cli import cli
from guards.errors import CorralError
from guards.policy import default_policy

_OPERATORS = {"&&", "||", "|", ";"}


@dataclass
class Command:
    """One program's call in a line of shell, with what is redirected where."""

    words: list[str] = field(default_factory=list)
    stdin: str | None = None
    stdout: str | None = None

    @property
    def arguments(self) -> list[str] | None:
        """What `corral` is given, or None where another program is called."""
        words = [word for word in self.words if not re.fullmatch(r"[A-Z][A-Z0-9_]*=.*", word)]
        return words[1:] if words[:1] == ["corral"] else None


def commands(line: str) -> Iterator[Command]:
    """The calls in a line of shell: as much of its grammar as the pages use, and no more."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="&|;<>")
    lexer.whitespace_split, lexer.commenters = True, "#"
    current, words = Command(), iter(lexer)
    for word in words:
        if word in _OPERATORS:
            yield current
            current = Command()
        elif word == "<":
            current.stdin = next(words)
        elif word == ">":
            current.stdout = next(words)
        else:
            current.words.append(word)
    yield current


def parse(arguments: list[str]) -> None:
    """Has the real command line read `arguments`, without running anything; files need not be there.

    Raises:
        click.UsageError: no such command or option, or a value that is none.
    """

    def anywhere(self: click.Path, value: object, param: object, ctx: object) -> object:
        return Path(str(value)) if self.type is Path else value

    command: click.Command = cli
    rest = arguments
    with patch.object(click.Path, "convert", anywhere):
        context = click.Context(cli, info_name="corral", **cli.context_settings)
        while isinstance(command, click.Group):
            name, found, rest = command.resolve_command(context, list(rest))
            assert found is not None, f"there is no corral {name}"
            command = found
            context = click.Context(command, info_name=name, parent=context)
        if not {"-h", "--help", "--version"} & set(rest):
            command.make_context(context.info_name, list(rest), parent=context.parent)


@contextmanager
def patient() -> Iterator[None]:
    """The policy that ships with twenty seconds for a verdict: a busy machine must not decide a test."""
    slow = default_policy().model_copy(update={"budget_ms": 20_000.0})
    with patch("guards.corral.default_policy", lambda: slow):
        yield


def run(call: Command) -> tuple[int, str]:
    """Exit code and output of a call of `corral`, run here; its redirections are done."""
    arguments = call.arguments
    assert arguments is not None
    stdin = Path(call.stdin).read_text("utf-8") if call.stdin else None
    result = CliRunner().invoke(cli, arguments, input=io.StringIO(stdin) if stdin else None, prog_name="corral")
    if isinstance(result.exception, CorralError):
        return 2, f"corral: {result.exception}"
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    if call.stdout:
        Path(call.stdout).write_text(result.stdout, "utf-8")
        return result.exit_code, result.stderr
    return result.exit_code, result.output
