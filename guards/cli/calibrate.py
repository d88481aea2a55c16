"""`corral calibrate`: thresholds from your own harmless traffic."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Rows, one JSON object a line (.jsonl or .jsonl.gz): {"text", "role": "user|assistant|document"}; role is user unless given.

\b
Examples:
  corral calibrate --benign last-week.jsonl --fpr 0.01
  corral calibrate --benign last-week.jsonl.gz --fpr 0.005 --out thresholds.yaml
"""
)
@click.option(
    "--benign", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True,
    help="Harmless texts, as your users and tools send them.",
)  # fmt: skip
@click.option(
    "--fpr", type=click.FloatRange(0, 0.5, min_open=True), default=0.01, show_default=True,
    help="The share of harmless texts that may be blocked, by guard and stage.",
)  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the fragment here, not to stdout.")
def command(benign: Path, fpr: float, out: Path | None) -> None:
    """Choose the embedded guards' thresholds on harmless traffic of your own.

    Writes the `guards` part of a policy file: paste it into yours. Beside each threshold stands the rate to expect,
    measured on rows that the threshold was not chosen on, with its 95% interval. Too few rows for the rate you ask
    for are refused.
    """
    from guards.lab.thresholds import calibrate_traffic, policy_fragment, read_traffic

    fragment = policy_fragment(calibrate_traffic(read_traffic(benign), fpr), fpr)
    if out:
        out.write_text(fragment, "utf-8")
        click.echo(f"written to {out}", err=True)
    else:
        click.echo(fragment, nl=False)
