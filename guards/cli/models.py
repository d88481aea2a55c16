"""`corral models`: what a policy's guards run on, whether it loads, and how fast it is here."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from guards.policy import TierEntry

RUNS = 5
CHECK_MS = 60_000.0
SENTENCE = "The council will meet on Tuesday to discuss the new bridge and the water bill. "  # about 17 tokens
LINE = "rows = connection.execute('SELECT id FROM bridges WHERE name = ?', [name])\n"  # as long, for the code guard


@click.command(
    short_help="Does each engine load, its revision, its latency here.",
    epilog="""\b
Examples:
  corral models                                # the engines that ship
  corral models --policy policy.yaml           # those that your policy names, gated ones included
  corral models --policy policy.yaml --json

\b
Exit codes: 0 all load and answer, 2 one does not.
""",
)
@click.option("--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A policy file.")
@click.option("--sentences", type=click.IntRange(1, 1_000), default=4, show_default=True, help="Length of the text.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a tier.")
def command(policy: Path | None, sentences: int, as_json: bool) -> None:
    """List the engines behind the guards: whether each loads, its revision, its latency on this machine.

    Each is asked five times about different texts of the same length; the median is shown. A remote server's time
    includes the way there.
    """
    from guards.policy import default_policy, load_policy

    chosen = load_policy(policy) if policy else default_policy()
    rows = [_row(name, tier, sentences) for name, rules in chosen.guards.items() for tier in rules.tiers]
    for row in rows:
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        mark = click.style("loads", fg="green") if row["loads"] else click.style("FAILS", fg="red")
        click.echo(f"{row['guard']:<10} {row['tier']:<14} {mark}  {row.get('revision', '')}")
        if row["loads"]:
            click.echo(f"{'':11}ready in {row['load_ms']:.0f} ms; median of {RUNS}: {row['median_ms']:.1f} ms")
        else:
            click.echo(f"{'':11}{row['error']}")
    if not all(row["loads"] for row in rows):
        raise click.exceptions.Exit(2)


def _row(guard: str, tier: TierEntry, sentences: int) -> dict[str, Any]:
    from guards.errors import CorralError
    from guards.ladders import build_tier

    row: dict[str, Any] = {"guard": guard, "tier": tier.name, "kind": tier.kind, "loads": False}
    try:
        began = time.perf_counter()
        engine = build_tier(guard, tier)
        load_ms = (time.perf_counter() - began) * 1000
        row["median_ms"] = asyncio.run(_median_ms(engine, guard, sentences))
        row["revision"] = engine.revision  # a service tells its own with its first answer
        row["load_ms"], row["loads"] = load_ms, True
    except CorralError as error:
        row["error"] = str(error)
    return row


async def _median_ms(engine: Any, guard: str, sentences: int) -> float:
    from guards.types import Budget, Stage, Subject

    stage = Stage.OUTPUT if guard == "code" else Stage.INPUT
    times = []
    try:
        for number in range(RUNS + 1):  # the first one warms up
            # Guards that share a model remember what it said of a text: each is asked about texts of its own.
            prose = f"{guard} {number}. {SENTENCE * sentences}"
            code = f"```python\n# {number}\n{LINE * sentences}```\n"
            subject = Subject(code if guard == "code" else prose, stage)
            began = time.perf_counter()
            await engine.check(subject, Budget.start(CHECK_MS))
            times.append((time.perf_counter() - began) * 1000)
    finally:
        release = getattr(engine, "aclose", None)
        if release is not None:
            await release()
    return statistics.median(times[1:])
