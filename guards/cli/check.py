"""`corral check`: judge a text, a file, or JSONL on stdin."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guards.errors import InputError
from guards.types import Action, Status, Verdict

from . import EXIT_FAILED, EXIT_FOUND, EXIT_NOTHING
from ._rows import NotJson, judged, lines_of, row_of
from ._verdicts import show_verdict

if TYPE_CHECKING:
    from guards.corral import Corral


@click.command(
    epilog="""\b
Examples:
  corral check --text "How do I sort a list in Python?"
  corral check --role document page.txt
  corral check --guard injection --json --text "Ignore all previous instructions"
  git log -1 --format=%B | corral check -  # plain text from stdin
  corral check --json < rows.jsonl        # {"id": 1, "text": "...", "role": "user"} or {"messages": [...]}

\b
Exit codes: 0 nothing found, 1 something found, 2 a guard could not judge, or wrong use.
"""
)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option("--text", help="Judge this text instead of a file.")
@click.option(
    "--role",
    type=click.Choice(["user", "assistant", "document"]),
    default="user",
    show_default=True,
    help="Who wrote it; `document` is third-party text such as a web page or a tool's result.",
)
@click.option("--guard", "guards", multiple=True, help="Only this guard (content, injection, code); may be repeated.")
@click.option("--policy", "policy_file", type=click.Path(exists=True, dir_okay=False), help="A policy file.")
@click.option(
    "--budget-ms", type=click.FloatRange(min=1), default=10_000.0, show_default=True, help="Time per verdict."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON verdict a line.")
def command(
    file: Path | None,
    text: str | None,
    role: str,
    guards: tuple[str, ...],
    policy_file: str | None,
    budget_ms: float,
    as_json: bool,
) -> None:
    """Judge a text, a file, or JSONL rows on stdin.

    FILE is plain text; - takes it from stdin. Without --text and FILE, stdin is rows of JSON, one a line. A row that can't be read is reported on
    stderr with its line and the others are still judged.
    """
    from guards.corral import Corral
    from guards.policy import default_policy, load_policy

    if text is not None and file is not None:
        raise click.UsageError("give --text or a FILE, not both")
    policy = load_policy(policy_file) if policy_file else default_policy()
    if guards:
        unknown = sorted(set(guards) - set(policy.guards))
        if unknown:
            raise click.UsageError(f"--guard {unknown[0]}: the policy has {', '.join(policy.guards)}")
        # Asked for by name, a guard judges whatever the role is.
        stages = frozenset({"input", "document", "output", "tool_call"})
        chosen = {name: policy.guards[name].model_copy(update={"stages": stages}) for name in guards}
        policy = policy.model_copy(update={"guards": chosen})
    with Corral(policy) as corral:
        if file is not None:
            text = _read(file)
            if not text.strip():
                click.echo(f"{'stdin' if str(file) == '-' else file}: holds no text", err=True)
        if text is not None:
            verdict = corral.check(text, role=role, budget_ms=budget_ms)  # type: ignore[arg-type]
            show_verdict(verdict, text, as_json=as_json)
            raise click.exceptions.Exit(exit_code([verdict]))
        if sys.stdin.isatty():
            raise click.UsageError("nothing to judge: give --text, a FILE, or JSONL on stdin")
        raise click.exceptions.Exit(_check_rows(corral, role, budget_ms, as_json))


def exit_code(verdicts: list[Verdict]) -> int:
    """1 where a finding made a verdict; 2 where none did but a guard could not judge; else 0."""
    if any(reason.finding is not None for verdict in verdicts for reason in verdict.reasons):
        return EXIT_FOUND
    if any(report.status is not Status.DONE for verdict in verdicts for report in verdict.reports):
        return EXIT_FAILED
    return EXIT_NOTHING if all(verdict.action is Action.ALLOW for verdict in verdicts) else EXIT_FOUND


def _read(file: Path) -> str:
    try:
        return sys.stdin.buffer.read().decode() if str(file) == "-" else file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8 (byte {error.start})", field=str(file), fix="convert it, e.g. with iconv"
        ) from None


def _check_rows(corral: Corral, role: str, budget_ms: float, as_json: bool) -> int:
    verdicts: list[Verdict] = []
    failed = 0
    for number, line in lines_of(sys.stdin.buffer, "stdin"):
        try:
            row = row_of(line)
            verdict, text = judged(corral, row, role, budget_ms)
        except (ValueError, InputError) as error:
            failed += 1
            click.echo(f"stdin line {number}: {error}", err=True)
            if isinstance(error, NotJson) and failed == 1 and not verdicts:
                click.echo("for plain text: corral check - < FILE", err=True)
            continue
        verdicts.append(verdict)
        show_verdict(verdict, text, as_json=as_json, id=row.get("id", number))
    if not verdicts and not failed:
        raise click.UsageError("stdin held no rows")
    found = sum(verdict.action is not Action.ALLOW for verdict in verdicts)
    click.echo(f"{len(verdicts)} judged, {found} not allowed outright, {failed} could not be read", err=True)
    return EXIT_FAILED if failed else exit_code(verdicts)
