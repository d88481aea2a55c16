"""`corral calibrate`: thresholds from your own traffic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from guards.lab.reviewed import Reviewed


@click.command(
    short_help="Choose thresholds on traffic of your own.",
    epilog="""\b
Rows, one JSON object a line (.jsonl or .jsonl.gz): {"text", "role": "user|assistant|document"}; role is user unless given.
An audited folder is one that `corral audit` wrote: with labels of `corral review` in it, the reviewed records count, and
without any, all of them are taken as harmless.

\b
Examples:
  corral calibrate --benign last-week.jsonl --fpr 0.01
  corral calibrate --benign last-week.jsonl.gz --fpr 0.005 --out thresholds.yaml
  corral calibrate --benign last-week.jsonl --heavy-share 0.1     # with `tiers: [embedded, ...]`: when to ask the second
  corral audit october/ --out audit && corral review audit --queue near && corral calibrate --audited audit --curves curves
""",
)
@click.option(
    "--benign", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Harmless texts, as your users and tools send them.",
)  # fmt: skip
@click.option(
    "--audited", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A folder that corral audit wrote."
)
@click.option(
    "--fpr", type=click.FloatRange(0, 0.5, min_open=True), default=0.01, show_default=True,
    help="The share of harmless texts that may be blocked, by guard and stage.",
)  # fmt: skip
@click.option(
    "--heavy-share", type=click.FloatRange(0, 1, min_open=True, max_open=True), metavar="SHARE",
    help="Also choose `band`: the next tier (Prompt Guard, Llama Guard) is to be asked about this share of harmless texts.",
)  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the fragment here, not to stdout.")
@click.option(
    "--curves", type=click.Path(file_okay=False, path_type=Path),
    help="Folder for precision/recall curves as SVG, one a guard and stage; needs reviewed labels.",
)  # fmt: skip
def command(
    benign: Path | None, audited: Path | None, fpr: float, heavy_share: float | None, out: Path | None,
    curves: Path | None,
) -> None:  # fmt: skip
    """Choose thresholds on traffic of your own: harmless texts, or an audit that people reviewed.

    Writes the `guards` part of a policy file: paste it into yours. Beside each threshold stands the rate to expect,
    measured on rows that the threshold was not chosen on, with its 95% interval. Too few rows for the rate you ask
    for are refused.
    """
    from guards.lab.bands import calibrate_bands
    from guards.lab.thresholds import calibrate_traffic, policy_fragment, read_traffic

    if (benign is None) == (audited is None):
        raise click.UsageError("give --benign FILE or --audited FOLDER, and not both")
    if heavy_share is not None and benign is None:
        raise click.UsageError("--heavy-share wants harmless texts: give --benign FILE")
    if benign is not None:
        traffic = read_traffic(benign)
        bands = {band.guard: str(band) for band in calibrate_bands(traffic, heavy_share)} if heavy_share else {}
        fragment = policy_fragment(calibrate_traffic(traffic, fpr), fpr, bands)
    else:
        assert audited is not None
        fragment = _from_audit(audited, fpr, curves)
    if out:
        out.write_text(fragment, "utf-8")
        click.echo(f"written to {out}", err=True)
    else:
        click.echo(fragment, nl=False)


def _from_audit(folder: Path, fpr: float, curves: Path | None) -> str:
    from guards.lab.reviewed import calibrate_reviewed, curve_svg, read_audited
    from guards.lab.thresholds import policy_fragment

    reviewed, labelled = read_audited(folder)
    if curves is not None and not labelled:
        raise click.UsageError("--curves needs labels: corral review says what is harmful")
    calibrated = calibrate_reviewed(reviewed, fpr)
    for each, chosen in zip(reviewed, calibrated, strict=True):
        _tell(each, chosen.threshold)
        if curves is not None and each.harmful.any():
            curves.mkdir(parents=True, exist_ok=True)
            (curves / f"{each.guard}-{each.stage.value}.svg").write_text(curve_svg(each, chosen.threshold), "utf-8")
    return policy_fragment(calibrated, fpr)


def _tell(each: Reviewed, chosen: float) -> None:
    """Precision and recall around the chosen threshold, on stderr."""
    from guards.lab.metrics import measure
    from guards.lab.reviewed import average_precision

    harmful = int(each.harmful.sum())
    click.echo(f"{each.guard}, {each.stage.value}: {len(each.scores) - harmful} harmless, {harmful} harmful", err=True)
    if not harmful:
        return
    click.echo(f"  average precision {average_precision(each) or 0:.3f}", err=True)
    for threshold in sorted({0.1, 0.3, 0.5, 0.7, 0.9, chosen}):
        found = measure(each.scores, each.harmful, threshold)
        mark = "  <- chosen" if threshold == chosen else ""
        cells = ["-" if value is None else f"{value:.3f}" for value in (found.precision, found.recall)]
        click.echo(f"  at {threshold:.4f}: precision {cells[0]}, recall {cells[1]}{mark}", err=True)
