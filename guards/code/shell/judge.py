"""Every rule for commands, on everything that holds commands: the one door of this package."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files

from guards.code.engine import CodeText, Match, Rule, ScanResult
from guards.errors import GuardError

from .command import Command
from .matcher import CommandRules
from .script import commands_in
from .sessions import prompt_ends, scripts_in
from .started import started_commands
from .windows import program_of, resolved, windows_commands

JUDGE_VERSION = "4"
MAX_MATCHES = 500  # of one piece of code; that many need no further one
MAX_DEPTH = 4  # scripts in code in scripts
MAX_FOREIGN = 200  # pieces of other languages' code in one script
MAX_LINES = 40  # looked at to tell whether a text holds commands

_OF_WINDOWS = re.compile(r"(?i)\s*[\"']?(?:[\w:\\/. -]*[\\/])?(?:powershell|pwsh|cmd)(?:\.exe)?[\"']?(?:\s|$)")
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
        self._windows = CommandRules(rule for rule in own if "powershell" in rule.languages)

    @property
    def revision(self) -> str:
        """A hash over this judge's version and the names that rules use; the rules themselves are hashed elsewhere."""
        known = files("guards.code.shell").joinpath("names.yaml").read_bytes()
        return hashlib.sha256(JUDGE_VERSION.encode() + known).hexdigest()[:12]

    def judge(self, text: CodeText) -> ScanResult:
        """What the rules find in a script, or in the commands that code of another language starts.

        What can't be read to its end is an error in the result, never "nothing found".
        """
        judgement = _Judgement(self._shell, self._windows)
        if text.language == "shell":
            for script in scripts_in(text.code):
                judgement.attempt(judgement.script, script, None, 0)
        elif text.language == "powershell":
            for script in scripts_in(text.code):
                judgement.attempt(judgement.windows, script, None)
        else:
            judgement.attempt(judgement.started, text, None, 0)
        matches = [Match(rule_id, start, end, self._messages[rule_id], None) for rule_id, start, end in judgement.found]
        return ScanResult(
            tuple(sorted(matches, key=lambda one: (one.start, one.end, one.rule_id))), tuple(judgement.errors)
        )

    def speaks(self, code: str) -> str | None:
        """The shell whose rules know the program that some line begins with, as a command would; None where there is none."""
        for line in code.splitlines()[:MAX_LINES]:
            command = line[prompt_ends(line) :].strip()
            words = command.removeprefix("sudo ").split(None, 1)
            if words and words[0].rsplit("/", 1)[-1] in self._shell.programs:
                return "shell"
            if words and program_of(command) in self._windows.programs:
                return "powershell"
        return None


class _Judgement:
    """One scan."""

    def __init__(self, shell: CommandRules, windows: CommandRules) -> None:
        self._shell, self._windows = shell, windows
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

        self._match(self._shell, commands_in(code, foreign), at)
        for text, language, span in inner[:MAX_FOREIGN]:
            self.foreign(text, language, span, depth + 1)
        if len(inner) > MAX_FOREIGN:
            raise GuardError(
                f"a script holds {len(inner)} pieces of other languages' code; at most {MAX_FOREIGN} are judged"
            )

    def foreign(self, code: str, language: str, at: Span, depth: int) -> None:
        """Code of another language that a command is given."""
        if language == "powershell":
            self.windows(code, at)
        else:
            self.started(CodeText(code, language), at, depth)

    def windows(self, code: str, at: Span | None) -> None:
        """A script for PowerShell."""
        self._match(self._windows, windows_commands(code), at)
        if (known := resolved(code)) != code:
            # Where constants stand in place of variables, places are no longer the code's.
            self._match(self._windows, windows_commands(known), at or (0, len(code)), known=self.rules())

    def started(self, text: CodeText, at: Span | None, depth: int) -> None:
        """The commands that code of another language starts."""
        for one in started_commands(text):
            span = at or (one.start, one.end)
            if _OF_WINDOWS.match(one.text):
                self.windows(one.text, span)
            else:
                self.script(one.text, span, depth + 1)

    def rules(self) -> frozenset[str]:
        """The rules that were found to match so far."""
        return frozenset(rule_id for rule_id, _, _ in self.found)

    def _match(
        self, rules: CommandRules, commands: Iterable[Command], at: Span | None, known: frozenset[str] = frozenset()
    ) -> None:
        for command in commands:
            for rule_id in rules.matching(command):
                if len(self.found) < MAX_MATCHES and rule_id not in known:
                    self.found.setdefault((rule_id, *(at or (command.start, command.end))))
