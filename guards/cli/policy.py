"""`corral policy`: check a policy file before it is served, or print the one that ships."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click


@click.group(invoke_without_command=False)
def command() -> None:
    """Check a policy file, or print the one that ships as a start.

    \b
    Try:
      corral policy show > policy.yaml
      corral policy check policy.yaml
    """


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Say whether FILE is a valid policy, and what it does.

    An error names the file and the line. Exit codes: 0 valid, 2 not.
    """
    from guards.ladders import EMBEDDED
    from guards.policy import load_policy

    policy = load_policy(file)
    click.echo(f"{file}: valid: policy {policy.name!r}, revision {policy.revision}, {policy.mode} mode")
    click.echo(f"  budget {policy.budget_ms:g} ms, blocks look like {policy.blocked.style}")
    for name, rules in policy.guards.items():
        click.echo(f"  {name}: at {', '.join(sorted(rules.stages))}")
        for category, levels in rules.thresholds.items():
            words = ", ".join(f"{action} at {score:g}" for action, score in levels if score is not None)
            click.echo(f"    {category}: {words}")
        click.echo(f"    on timeout {rules.on_timeout}, on error {rules.on_error}, when shed {rules.on_shed}")
        if len(rules.tiers) > 1:
            asked = "where the one below scores {:g} to {:g}".format(*rules.band) if rules.band else "always"
            click.echo(f"    tiers {', then '.join(tier.name for tier in rules.tiers)}, the next {asked}")
            click.echo(f"    where a lower tier had to answer {rules.on_degraded}")
        if name not in EMBEDDED:
            click.echo(f"    note: no guard called {name!r} ships; it must be configured where this is served")
    for selector in policy.others:
        click.echo(f"  other policy: {selector.policy}")


@command.command()
def show() -> None:
    """Print the policy that ships, comments included."""
    click.echo(files("guards.policy").joinpath("default.yaml").read_text("utf-8"), nl=False)
