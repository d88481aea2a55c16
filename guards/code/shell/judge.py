"""Every rule for commands, on everything that holds commands: the one door of this package."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib.resources import files

from guards.code.engine import Match, Rule, ScanResult
from guards.errors import GuardError

from .command import Command
from .matcher import CommandRules
from .script import commands_in
from .sessions import scripts_in

JUDGE_VERSION = "1"
MAX_MATCHES = 500  # of one piece of code; that many need no further one


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
        """What the rules find in a script; a script that can't be read to its end is an error in the result."""
        matches: dict[tuple[str, int, int], Match] = {}
        errors: list[str] = []
        for script in scripts_in(code):
            try:
                commands = commands_in(script)
            except GuardError as error:
                errors.append(str(error))
            except RecursionError:
                errors.append("commands: the script is nested too deep")
            else:
                self._match(self._shell, commands, matches)
        return ScanResult(
            tuple(sorted(matches.values(), key=lambda one: (one.start, one.end, one.rule_id))), tuple(errors)
        )

    def _match(
        self, rules: CommandRules, commands: Sequence[Command], found: dict[tuple[str, int, int], Match]
    ) -> None:
        for command in commands:
            for rule_id in rules.matching(command):
                key = (rule_id, command.start, command.end)
                if key not in found and len(found) < MAX_MATCHES:
                    found[key] = Match(rule_id, command.start, command.end, self._messages[rule_id], None)
