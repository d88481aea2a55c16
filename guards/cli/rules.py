"""`corral rules`: the code guard's rules, listed, explained, tested, begun."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guards.errors import CorralError, InputError

from . import EXIT_FAILED, EXIT_FOUND
from ._counted import counted

if TYPE_CHECKING:
    from guards.code import Rule

_RULES = click.option(
    "--rules", "folders", multiple=True, type=click.Path(exists=True, path_type=Path),
    help="Your own rules, a file or a folder; may be repeated.",
)  # fmt: skip


@click.group(
    short_help="List, explain, test and begin rules of the code guard.",
    epilog="""\b
Examples:
  corral rules list --language python
  corral rules list --summary
  corral rules show python-sql-injection
  corral rules new my-unsafe-call --language python --dir my-rules
  corral rules test --rules my-rules --only-mine
""",
)
def command() -> None:
    """The code guard's rules: list, explain, test them, or begin one of your own."""


@command.command("list", short_help="Name the rules, and the engine that runs each.")
@click.option("--language", help="Rules for this language alone.")
@click.option("--summary", is_flag=True, help="How many rules and CWEs a language has, and which engine runs them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a rule and line.")
@_RULES
def list_(language: str | None, summary: bool, as_json: bool, folders: Sequence[Path]) -> None:
    """Name the rules, with what they find and the engine that runs them.

    Engines: fast (in process), shell (the judge of commands), semgrep (what the fast engine can't run; needs Semgrep),
    none (a language that is not scanned).
    """
    from rich.console import Console
    from rich.table import Table

    from guards.code.languages import named

    rules = _load(folders)
    if language is not None:
        known = named(language)
        if known is None:
            raise click.UsageError(f"--language: {language!r} is no language that is known here")
        rules = [rule for rule in rules if known in rule.languages]
    if as_json:
        for rule in rules:
            click.echo(json.dumps({
                "id": rule.id, "languages": list(rule.languages), "severity": rule.severity, "treatment": rule.treatment,
                "confidence": rule.confidence, "cwe": list(rule.cwe), "engine": rule.engine, "why_not_fast": rule.engine_reason,
                "message": rule.message, "fix": rule.fix,
            }))  # fmt: skip
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    if summary:
        for name in ("language", "rules", "CWEs", "block", "fast", "shell", "semgrep"):
            table.add_column(name, justify="left" if name == "language" else "right", no_wrap=True)
        for name in sorted({name for rule in rules for name in rule.languages}):
            table.add_row(name, *_counts([rule for rule in rules if name in rule.languages]))
        table.add_row("all", *_counts(rules), style="bold")
    else:
        for name in ("rule", "languages", "CWE", "severity", "treatment", "engine"):
            table.add_column(name, no_wrap=True)
        for rule in rules:
            cells = (", ".join(rule.languages), ", ".join(rule.cwe), rule.severity, rule.treatment, rule.engine)
            table.add_row(rule.id, *cells)
    Console(width=140).print(table)
    for rule in rules:
        if rule.engine in ("semgrep", "none"):
            click.echo(f"{rule.id}: {rule.engine}, since {rule.engine_reason}", err=True)


@command.command(short_help="Explain one rule, with its fixture.")
@click.argument("rule_id")
@click.option("--yaml", "as_yaml", is_flag=True, help="The rule's file as it stands.")
@_RULES
def show(rule_id: str, as_yaml: bool, folders: Sequence[Path]) -> None:
    """Explain one rule: what it finds, why that matters, what to write instead, and its fixture."""
    from guards.code.fixtures import fixture_of

    rules = {rule.id: rule for rule in _load(folders)}
    if rule_id not in rules:
        meant = get_close_matches(rule_id, rules, n=1)
        fix = f"did you mean `{meant[0]}`?" if meant else "`corral rules list` names them"
        raise InputError(f"there is no rule {rule_id!r}; {fix}", field="RULE_ID")
    rule = rules[rule_id]
    if as_yaml:
        click.echo(rule.path.read_text("utf-8"), nl=False)
        return
    click.secho(rule.id, bold=True)
    click.echo(f"  {', '.join(rule.cwe)}; severity {rule.severity}, confidence {rule.confidence}, {rule.treatment}")
    reason = f": {rule.engine_reason}" if rule.engine_reason else ""
    click.echo(f"  {', '.join(rule.languages)}; engine {rule.engine}{reason}")
    click.echo(f"\n{rule.message}\n{rule.why}\n")
    for reference in rule.references:
        click.echo(f"  {reference}")
    fixture = fixture_of(rule)
    if fixture is not None:
        click.echo(f"\n{fixture.path.name}:\n")
        click.echo("".join(f"    {line}\n" for line in fixture.path.read_text("utf-8").splitlines()), nl=False)


@command.command(short_help="Run rules over their fixtures.")
@click.argument("rule_ids", nargs=-1, metavar="[RULE_ID]...")
@click.option("--only-mine", is_flag=True, help="Leave out the rules that ship.")
@click.option("--engines", type=click.Choice(["auto", "fast", "both"]), default="auto", show_default=True,
              help="Compare with Semgrep: where it is installed, never, or insist.")  # fmt: skip
@_RULES
def test(rule_ids: Sequence[str], only_mine: bool, engines: str, folders: Sequence[Path]) -> None:
    """Run rules over their fixtures, and where Semgrep is installed, through Semgrep as well.

    Every line under `ruleid: ID` must match, every other line must not. Where the two engines differ, the difference
    must be listed with its reason. Exit codes: 0 all agree, 1 some do not, 2 a rule could not be tested.
    """
    from rich.console import Console
    from rich.progress import Progress

    from guards.code.fixtures import check_engines, check_fixture
    from guards.code.semgrep import installed_core

    rules = _load(folders, shipped=not only_mine)
    if unknown := set(rule_ids) - {rule.id for rule in rules}:
        raise InputError(f"there is no rule {', '.join(sorted(unknown))}; `corral rules list` names them")
    rules = [rule for rule in rules if not rule_ids or rule.id in rule_ids]
    core = None
    if engines != "fast":
        try:
            core = installed_core()
        except CorralError as missing:
            if engines == "both":
                raise
            click.echo(f"not compared with Semgrep: {missing}", err=True)
    wrong, failed = 0, 0
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        for rule in progress.track(rules, description="testing"):
            try:
                problems = list(check_fixture(rule))
                problems += list(check_engines(rule, core)) if core is not None else []
            except CorralError as error:
                failed += 1
                click.echo(f"{rule.path}: {rule.id} could not be tested: {error}", err=True)
                continue
            wrong += bool(problems)
            for problem in problems:
                click.echo(f"{problem.path}:{problem.line}: {problem.rule}: {problem.problem}")
    compared = sum(rule.engine == "fast" for rule in rules) if core is not None else 0
    click.echo(
        f"{counted(len(rules), 'rule')}, {wrong} wrong, {failed} could not be tested; {compared} compared with Semgrep",
        err=True,
    )
    if failed or not rules:
        raise click.exceptions.Exit(EXIT_FAILED)
    if wrong:
        raise click.exceptions.Exit(EXIT_FOUND)


@command.command(short_help="Begin a rule of your own, with its fixture.")
@click.argument("rule_id")
@click.option("--language", required=True, help="What the rule is for.")
@click.option("--dir", "folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="Where to.")
def new(rule_id: str, language: str, folder: Path) -> None:
    """Begin a rule of your own: its YAML and its fixture, which already agree.

    Change the pattern and the fixture, then: corral rules test RULE_ID --rules DIR --only-mine
    """
    from ._scaffold import write_scaffold

    for path in write_scaffold(rule_id, language, folder):
        click.echo(f"written: {path}")
    click.echo(f"next: change both, then run: corral rules test {rule_id} --rules {folder} --only-mine")


@command.command(short_help="Write the rule reference as markdown.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write to.")
@click.option("--only-mine", is_flag=True, help="Leave out the rules that ship.")
@_RULES
def reference(out: Path, only_mine: bool, folders: Sequence[Path]) -> None:
    """Write the rule reference: a page of markdown a language, with an insecure and a secure example a rule."""
    from guards.code.reference import pages

    out.mkdir(parents=True, exist_ok=True)
    made = pages(_load(folders, shipped=not only_mine))
    for name, text in made.items():
        (out / name).write_text(text, "utf-8")
    click.echo(f"{len(made)} pages written to {out}", err=True)


def _load(folders: Sequence[Path], *, shipped: bool = True) -> list[Rule]:
    from guards.code.ruleset import load_rules

    if not shipped and not folders:
        raise click.UsageError("--only-mine needs --rules")
    return list(load_rules(folders, shipped=shipped))


def _counts(rules: Sequence[Rule]) -> list[str]:
    cwes = {cwe for rule in rules for cwe in rule.cwe}
    engines = [sum(rule.engine == engine for rule in rules) for engine in ("fast", "shell", "semgrep")]
    return [str(count) for count in (len(rules), len(cwes), sum(rule.treatment == "block" for rule in rules), *engines)]
