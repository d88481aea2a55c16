"""Every rule for commands, on everything that holds commands: the one door of this package."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files

from guards.code.engine import Match, Rule, ScanResult
from guards.errors import GuardError

from .command import Command
from .matcher import CommandRules
from .script import commands_in
from .sessions import prompt_ends, scripts_in
from .started import started_commands

JUDGE_VERSION = "2"
MAX_MATCHES = 500  # of one piece of code; that many need no further one
MAX_DEPTH = 4  # scripts in code in scripts
MAX_LINES = 40  # looked at to tell whether a text holds commands

Span = tuple[int, int]


class CommandJudge:
    """Immutable after loading; safe to call from many threads."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Keeps the rules with ``mode: command``.

        Raises:
            RuleError: a condition is wrong; names the rule's file.
        """
        own = [rule for rule in rules if rule.mode == "command"]
        self._messages = {rule.id: rule.message for rule in own}
        self._shell = CommandRules(rule for rule in own if "shell" in rule.languages)

    @property
    def revision(self) -> str:
        """A hash over this judge's version and the names that rules use; the rules themselves are hashed elsewhere."""
        known = files("guards.code.shell").joinpath("names.yaml").read_bytes()
        return hashlib.sha256(JUDGE_VERSION.encode() + known).hexdigest()[:12]

    def scan(self, code: str, language: str) -> ScanResult:
        """What the rules find in a script, or in the commands that code of another language starts.

        What can't be read to its end is an error in the result, never "nothing found".
        """
        judgement = _Judgement(self._shell)
        if language == "shell":
            for script in scripts_in(code):
                judgement.attempt(judgement.script, script, None, 0)
        else:
            judgement.attempt(judgement.foreign, code, language, None, 0)
        matches = [Match(rule_id, start, end, self._messages[rule_id], None) for rule_id, start, end in judgement.found]
        return ScanResult(
            tuple(sorted(matches, key=lambda one: (one.start, one.end, one.rule_id))), tuple(judgement.errors)
        )

    def speaks(self, code: str) -> bool:
        """Whether some line begins with a program that rules know, as a command would."""
        programs = self._shell.programs()
        for line in code.splitlines()[:MAX_LINES]:
            words = line[prompt_ends(line) :].split(None, 2)
            if words[:1] == ["sudo"]:
                words = words[1:]
            if words and words[0].rsplit("/", 1)[-1] in programs:
                return True
        return False


class _Judgement:
    """One scan."""

    def __init__(self, rules: CommandRules) -> None:
        self._rules = rules
        self.found: dict[tuple[str, int, int], None] = {}
        self.errors: list[str] = []

    def attempt(self, read: Callable[..., None], *arguments: object) -> None:
        try:
            read(*arguments)
        except GuardError as error:
            self.errors.append(str(error))
        except RecursionError:
            self.errors.append("commands: nested too deep to be judged")

    def script(self, code: str, at: Span | None, depth: int) -> None:
        """A script for a shell; its findings stand at `at`, or where they stand."""
        if depth > MAX_DEPTH:
            raise GuardError(f"scripts and the code that starts them are nested deeper than {MAX_DEPTH}")
        inner: list[tuple[str, str, Span]] = []

        def foreign(text: str, language: str, command: Command) -> None:
            inner.append((text, language, at or (command.start, command.end)))

        self._match(commands_in(code, foreign), at)
        for text, language, span in inner[:50]:
            self.foreign(text, language, span, depth + 1)

    def foreign(self, code: str, language: str, at: Span | None, depth: int) -> None:
        """Code of another language: the commands that it starts."""
        if language == "powershell":
            return
        for one in started_commands(code, language):
            self.script(one.text, at or (one.start, one.end), depth + 1)

    def _match(self, commands: Iterable[Command], at: Span | None) -> None:
        for command in commands:
            for rule_id in self._rules.matching(command):
                if len(self.found) < MAX_MATCHES:
                    self.found.setdefault((rule_id, *(at or (command.start, command.end))))
