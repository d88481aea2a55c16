"""What a script has written where, and fetched from where: so that a file that it runs later is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guards.errors import GuardError

from .command import Command, Redirect
from .output import output_of
from .wrappers import SHELLS, interpreted

MAX_FILES = 100
MAX_CHARS = 20_000_000  # of what is written in all, what already stood in the file counted again

_READERS = frozenset({"cat", "base64", "base32", "xxd", "rev", "openssl", "gunzip", "zcat"})


class Files:
    """The files of one script, by the names that it uses."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._left = MAX_CHARS
        self._downloads: dict[str, Command] = {}

    def text(self, name: str) -> str | None:
        """What the script wrote there, where that is known."""
        return self._texts.get(name)

    def follow(self, command: Command) -> None:
        """Remembers what the command writes and fetches; tells it what it reads and who fetched what it runs."""
        name = command.name
        if name in _READERS and command.stdin is None:
            for file in command.operands[-1:]:
                command.stdin = self._texts.get(file)
            if name == "cat" and command.stdin is not None:
                command.argv = command.argv[:1]
                del command.operands
        self.written(command, command.redirects)
        if name in ("curl", "wget", "fetch", "aria2c") and len(self._downloads) < MAX_FILES:
            for target in (*command.writes, *_named_by_address(command)):
                self._downloads[_plain(target)] = command
        runs = name in SHELLS or name in (".", "source") or interpreted(name) is not None
        for file in command.operands[:1] if runs else command.argv[:1]:
            if fetched := self._downloads.get(_plain(file)):
                command.downloads.append(fetched)

    def written(self, command: Command, rows: Sequence[Redirect]) -> None:
        """Remembers what the command's output is, where it goes to a file.

        Raises:
            GuardError: the script writes too much.
        """
        targets = [row.target for row in rows if row.operator in (">", ">>", ">|")]
        if targets and len(self._texts) < MAX_FILES and (text := output_of(command)) is not None:
            for target in targets:
                before = self._texts.get(target, "")
                self._left -= len(before) + len(text)
                if self._left < 0:
                    raise GuardError(f"a script writes more than {MAX_CHARS} characters to files")
                self._texts[target] = before + text


def _named_by_address(command: Command) -> Iterator[str]:
    """The file that is called after the address it comes from: `wget URL`, `curl -O URL`."""
    if command.name == "curl" and not command.has_option("-O|--remote-name|-J"):
        return
    for word in command.operands:
        if "/" in word:
            yield word.partition("?")[0].rsplit("/", 1)[-1]


def _plain(path: str) -> str:
    return path.removeprefix("./")
