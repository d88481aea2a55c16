"""`corral policy`: check, compare and test policy files before they are served, or print the one that ships."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import click

from guards.errors import InputError

from . import EXIT_FAILED, EXIT_FOUND
from ._counted import counted
from ._rows import judged, lines_of, row_of

if TYPE_CHECKING:
    from guards.policy import Levels
    from guards.types import Verdict

PATIENT_MS = 10_000.0  # a verdict's time: a test is about scores, not about a busy machine
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(short_help="Check, compare and test policies; print the one that ships.")
def command() -> None:
    """Check, compare and test policy files, or print the one that ships as a start.

    \b
    Try:
      corral policy show > policy.yaml
      corral policy check policy.yaml
      corral policy diff policy.yaml new.yaml
      corral policy test policy.yaml cases.jsonl    # {"text": "Where is my order?", "action": "allow"}
    """


@command.command()
@click.argument("file", type=_FILE)
def check(file: Path) -> None:
    """Say whether FILE is a valid policy, and what it does.

    An error names the file and the line. What is valid and yet never takes effect, such as a threshold for a
    category that nothing finds, is told as well. Exit codes: 0 valid, 1 some of it has no effect, 2 not valid.
    """
    from guards.policy import doubts, load_policy

    policy = load_policy(file)
    click.echo(f"{file}: valid: policy {policy.name!r}, revision {policy.revision}, {policy.mode} mode")
    click.echo(f"  budget {policy.budget_ms:g} ms, blocks look like {policy.blocked.style}")
    for name, rules in policy.guards.items():
        click.echo(f"  {name}: at {', '.join(sorted(rules.stages))}")
        _show_thresholds(rules.thresholds)
        for entry in rules.where:
            conditions = (("stage", entry.stage), ("language", entry.language), ("tier", entry.tier))
            click.echo(
                f"    where {', '.join(f'{key} is {value}' for key, value in conditions if value) or 'anything'}"
            )
            _show_thresholds(entry.thresholds, "  ")
        if name == "code":
            meanings = {**{f"treatment {key}": action for key, action in rules.treatments.items()}, **rules.rules}
            click.echo(f"    {', '.join(f'{key}: {action}' for key, action in meanings.items())}")
        click.echo(f"    on timeout {rules.on_timeout}, on error {rules.on_error}, when shed {rules.on_shed}")
        if len(rules.tiers) > 1:
            asked = "where the one below scores {:g} to {:g}".format(*rules.band) if rules.band else "always"
            click.echo(f"    tiers {', then '.join(tier.name for tier in rules.tiers)}, the next {asked}")
            click.echo(f"    where a lower tier had to answer {rules.on_degraded}")
    for selector in policy.others:
        click.echo(f"  other policy: {selector.policy}")
    found = doubts(policy)
    for doubt in found:
        click.echo(f"no effect: {doubt}", err=True)
    if found:
        raise click.exceptions.Exit(EXIT_FOUND)


def _show_thresholds(thresholds: Mapping[str, Levels], indent: str = "") -> None:
    for category, levels in thresholds.items():
        words = ", ".join(f"{action} at {score:g}" for action, score in levels if score is not None)
        click.echo(f"    {indent}{category}: {words}")


@command.command()
def show() -> None:
    """Print the policy that ships, comments included."""
    click.echo(files("guards.policy").joinpath("default.yaml").read_text("utf-8"), nl=False)


@command.command(short_help="Say what one policy says otherwise than another.")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
def diff(old: Path, new: Path) -> None:
    """Say what NEW says otherwise than OLD, defaults filled in, comments and order apart.

    What that would have changed in a log: corral audit decisions.jsonl --policy NEW --against OLD. Exit codes: 0 they
    say the same, 1 they differ, 2 one is not valid.
    """
    from guards.policy import load_policy

    before, after = (dict(_flat(load_policy(file).model_dump(mode="json"))) for file in (old, new))
    changed = [key for key in (*before, *(after.keys() - before.keys())) if before.get(key) != after.get(key)]
    for key in sorted(changed):
        click.echo(f"{key}: {_value(before.get(key))} -> {_value(after.get(key))}")
    if changed:
        raise click.exceptions.Exit(EXIT_FOUND)
    click.echo("no difference")


def _flat(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Each value that is no mapping, with the way to it; a list of plain values is one, in any order."""
    if isinstance(value, dict) and value:
        for name, inner in value.items():
            yield from _flat(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value):
            yield from _flat(inner, f"{key}.{number}")
    elif value not in (None, {}, []):
        yield key, sorted(value, key=str) if isinstance(value, list) else value


def _value(value: Any) -> str:
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)


@command.command(short_help="Judge cases that name the action they must get.")
@click.argument("file", type=_FILE)
@click.argument("cases", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case: line, wanted, got, right.")
def test(file: Path, cases: Path, as_json: bool) -> None:
    """Judge CASES under the policy FILE and say which do not get the action that they name.

    A case is a line of JSON: what `corral check` reads, and the `action` it must get (allow, flag, redact or block; a
    list allows several). In monitor mode what enforcing had done counts. Exit codes: 0 all right, 1 some are not, 2 a
    case can't be read, or a guard could not judge.
    """
    from guards.corral import Corral
    from guards.policy import load_policy
    from guards.types import Action, Status

    counts = {"right": 0, "wrong": 0, "failed": 0}
    with Corral(load_policy(file)) as corral, cases.open("rb") as lines:
        for number, line in lines_of(lines, str(cases)):
            try:
                row = row_of(line)
                wanted = row.pop("action", None)
                allowed = wanted if isinstance(wanted, list) else [wanted]
                if not allowed or not all(action in set(Action) for action in allowed):
                    raise InputError(f"must be one of {', '.join(Action)}, or a list of them", field="action")
                verdict, text = judged(corral, row, "user", PATIENT_MS)
            except (ValueError, InputError) as error:
                counts["failed"] += 1
                click.echo(f"{cases}:{number}: {error}", err=True)
                continue
            silent = [report for report in verdict.reports if report.status is not Status.DONE]
            outcome = "failed" if silent else "right" if verdict.would in allowed else "wrong"
            counts[outcome] += 1
            if as_json:
                told = {"line": number, "wanted": wanted, "got": verdict.would, "right": outcome == "right"}
                click.echo(json.dumps(told, ensure_ascii=False))
            elif outcome != "right":
                why = "; ".join(reason.text for reason in verdict.reasons[:2]) or _nearest(verdict)
                words = f"wanted {' or '.join(allowed)}, got {verdict.would}: {why}"
                click.echo(f"{cases}:{number}: {words}  {shorten(text, 60, placeholder=' ...')!r}")
    if not sum(counts.values()):
        raise InputError("holds no cases", field=str(cases))
    click.echo(
        f"{counted(sum(counts.values()), 'case')}, {counts['wrong']} wrong, {counts['failed']} could not be judged",
        err=True,
    )
    if counts["failed"] or counts["wrong"]:
        raise click.exceptions.Exit(EXIT_FAILED if counts["failed"] else EXIT_FOUND)


def _nearest(verdict: Verdict) -> str:
    """The highest score, where none reached a threshold."""
    found = [finding for report in verdict.reports for finding in report.findings if finding.category is not None]
    top = max(found, key=lambda finding: finding.score, default=None)
    return f"the highest score is {top.label} {top.score:.2f}" if top is not None else "nothing was found"
