"""Rules with ``mode: command``, compiled: each alternative is a set of conditions on one command.

===============  ===========================================================================================
``program``      its name, without folders; one or several
``subcommand``   words that stand first among the operands, as ``compute ssh``; one of several
``options``      each must be given; ``-r|-R|--recursive`` are alternatives, single letters count bundled
``without``      none of these options is given
``argument``     each expression is found in some argument
``no-argument``  found in none
``operand``      the same among the arguments that are no options
``text``         found in the whole command, words joined by one blank
``raw``          found in its source, as written
``redirects``    found in a redirect, as ``>& /dev/tcp/...``
``code``         found in the code that a shell or `eval` is given
``writes``       found in the name of a file that it writes; ``overwrites``: not only appends to
``reads``        found in the name of a file that it reads
``input``        found in what it reads, where that is known
``assigns``      found in NAME=value; ``no-assigns`` in none
``wrapper``      sudo, env, xargs ... that it is run by
``input-from``   whose output it reads, through a pipe or a substitution: such a command again
``file-from``    what fetched the file that it runs: such a command again
``recursive``    true: a function that pipes itself into itself
``substituted``  false: it is not run for its output, as in ``$(...)``
===============  ===========================================================================================

Expressions are RE2's, so none can take long. ``%{NAME}`` stands for an entry of ``names.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import re2
import yaml

from guards.code.engine import Rule
from guards.errors import RuleError

from .command import Command
from .wrappers import given_code

Condition = Callable[[Command], bool]

_NAMED = re.compile(r"%\{([A-Z_]+)\}")


@cache
def names() -> Mapping[str, Mapping[str, Any]]:
    """`programs`, lists of names, and `expressions`, by name."""
    read = yaml.safe_load(files("guards.code.shell").joinpath("names.yaml").read_text("utf-8"))
    return {"programs": read["programs"], "expressions": read["expressions"]}


@dataclass(frozen=True, slots=True)
class _Alternative:
    rule_id: str
    conditions: tuple[Condition, ...]

    def holds(self, command: Command) -> bool:
        for condition in self.conditions:  # noqa: SIM110 - half the time of all()
            if not condition(command):
                return False
        return True


class CommandRules:
    """Every rule for commands in one language, by the program that it asks for."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Raises:
        RuleError: a condition is wrong; names the rule's file.
        """
        self._by_program: dict[str, list[_Alternative]] = {}
        self._any_program: dict[str, list[_Alternative]] = {}
        for rule in rules:
            try:
                alternatives = rule.formula["commands"]
                if not isinstance(alternatives, list) or not alternatives:
                    raise ValueError("`commands` is a list of conditions")
                for row in alternatives:
                    self._add(rule.id, row)
            except (ValueError, TypeError, AttributeError, re2.error) as error:
                raise RuleError(f"rule {rule.id}: {error}", file=str(rule.path)) from None

    def _add(self, rule_id: str, row: Mapping[str, Any]) -> None:
        alternative = _Alternative(rule_id, _conditions({key: row[key] for key in row if key != "program"}))
        if "program" not in row:
            need = next((key for key in _NEEDS if key in row), "")
            self._any_program.setdefault(need, []).append(alternative)
        for name in _programs(row.get("program", ())):
            self._by_program.setdefault(name, []).append(alternative)

    @property
    def programs(self) -> Set[str]:
        """The programs that some rule asks for."""
        return self._by_program.keys()

    def matching(self, command: Command) -> list[str]:
        """The ids of the rules that match, each once."""
        found: dict[str, None] = {}
        name = command.name
        stem = name.rstrip("0123456789.")
        asked = [self._by_program.get(one, ()) for one in ({name, stem} if stem else {name})]
        asked += [rows for need, rows in self._any_program.items() if not need or _NEEDS[need](command)]
        for rows in asked:
            for one in rows:
                if one.rule_id not in found and one.holds(command):
                    found[one.rule_id] = None
        return list(found)


def _conditions(row: Mapping[str, Any]) -> tuple[Condition, ...]:
    if not row:
        return ()
    unknown = row.keys() - _MAKERS.keys()
    if unknown:
        raise ValueError(f"{', '.join(sorted(unknown))}: a condition is program, {', '.join(_MAKERS)}")
    # The cheap ones first, in the table's order: most commands fail there.
    return tuple(make(row[key]) for key, make in _MAKERS.items() if key in row)


def _programs(value: str | Sequence[str]) -> list[str]:
    found: list[str] = []
    for one in _list(value):
        if named := _NAMED.fullmatch(one):
            found += _named("programs", named[1])
        else:
            found.append(one)
    return found


def _list(value: Any) -> list[str]:
    rows = [value] if isinstance(value, str) else list(value)
    if not all(isinstance(row, str) for row in rows):
        raise ValueError(f"{value!r} is no text, nor a list of texts")
    return rows


def _named(kind: str, name: str) -> Any:
    try:
        return names()[kind][name]
    except KeyError:
        raise ValueError(f"%{{{name}}}: {kind} are {', '.join(sorted(names()[kind]))}") from None


def _expression(text: str) -> Callable[[str], Any]:
    for _ in range(4):  # a named expression may use others
        text = _NAMED.sub(lambda found: f"(?:{_named('expressions', found[1])})", text)
    # A set of one answers yes or no without looking for where: half the time of a search.
    options = re2.Options()
    options.log_errors = False
    one = re2.Set.SearchSet(options)
    one.Add(text)
    one.Compile()
    match: Callable[[str], Any] = one.Match
    return match


def _each_found_in(texts: Callable[[Command], Sequence[str]]) -> Callable[[Any], Condition]:
    def make(value: Any) -> Condition:
        searches = [_expression(one) for one in _list(value)]
        return lambda command: bool(found := texts(command)) and all(any(map(search, found)) for search in searches)

    return make


def _found_in(text: Callable[[Command], str]) -> Callable[[Any], Condition]:
    def make(value: Any) -> Condition:
        search = _expression(value)
        return lambda command: bool(search(text(command)))

    return make


def _input(value: Any) -> Condition:
    search = _expression(value)
    return lambda command: command.stdin is not None and bool(search(command.stdin))


def _none_found_in(texts: Callable[[Command], Sequence[str]]) -> Callable[[Any], Condition]:
    def make(value: Any) -> Condition:
        searches = [_expression(one) for one in _list(value)]
        return lambda command: not any(search(text) for text in texts(command) for search in searches)

    return make


def _options(value: Any) -> Condition:
    options = _list(value)
    return lambda command: all(command.has_option(option) for option in options)


def _without(value: Any) -> Condition:
    options = _list(value)
    return lambda command: not any(command.has_option(option) for option in options)


def _subcommand(value: Any) -> Condition:
    wanted = [one.split() for one in _list(value)]

    def holds(command: Command) -> bool:
        operands = command.operands
        # An option's value may stand before it: `git -C there reset`.
        return any(operands[at : at + len(words)] == words for words in wanted for at in range(3))

    return holds


def _wrapper(value: Any) -> Condition:
    wanted = frozenset(_list(value))
    return lambda command: not wanted.isdisjoint(command.wrappers)


def _from(commands: Callable[[Command], Sequence[Command]]) -> Callable[[Any], Condition]:
    def make(value: Any) -> Condition:
        rows = value if isinstance(value, list) else [value]
        alternatives = [(frozenset(_programs(row.get("program", ()))), _conditions({k: row[k] for k in row if k != "program"}))
                        for row in rows]  # fmt: skip

        def holds(command: Command) -> bool:
            return any(
                (not named or source.name in named or source.name.rstrip("0123456789.") in named)
                and all(condition(source) for condition in conditions)
                for source in commands(command)
                for named, conditions in alternatives
            )

        return holds

    return make


# A condition on what most commands don't have: without it, no rule that asks for it is tried.
_NEEDS: Mapping[str, Callable[[Command], object]] = {
    "recursive": lambda command: command.recursive,
    "file-from": lambda command: command.downloads,
    "assigns": lambda command: command.assigns,
    "redirects": lambda command: command.redirects,
    "input": lambda command: command.stdin,
    "overwrites": lambda command: command.overwrites,
    "writes": lambda command: command.writes,
    "reads": lambda command: command.reads,
}
_MAKERS: Mapping[str, Callable[[Any], Condition]] = {
    "recursive": lambda value: lambda command: command.recursive is value,
    "substituted": lambda value: lambda command: command.substituted is value,
    "wrapper": _wrapper,
    "assigns": _each_found_in(lambda command: command.assigns),
    "no-assigns": _none_found_in(lambda command: command.assigns),
    "redirects": _each_found_in(lambda command: [f"{row.operator} {row.target}" for row in command.redirects]),
    "input": _input,
    "overwrites": _each_found_in(lambda command: command.overwrites),
    "writes": _each_found_in(lambda command: command.writes),
    "reads": _each_found_in(lambda command: command.reads),
    "subcommand": _subcommand,
    "options": _options,
    "without": _without,
    "input-from": _from(lambda command: command.sources),
    "file-from": _from(lambda command: command.downloads),
    "operand": _each_found_in(lambda command: command.operands),
    "argument": _each_found_in(lambda command: command.arguments),
    "no-argument": _none_found_in(lambda command: command.arguments),
    "code": _found_in(lambda command: given_code(command.name, command.argv) or ""),
    "text": _found_in(lambda command: command.text),
    "raw": _found_in(lambda command: command.raw),
}
