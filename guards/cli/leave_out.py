"""`corral leave-out`: what the embedded model's recipe gives on sources that it was not trained on."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    "leave-out",
    epilog="""\b
Examples:
  corral leave-out --data ../data --folds 4 > left-out.md
  corral leave-out --data ../data --folds 2 --share 0.05     # a quick look

\b
Needs the extra `lab`: pip install 'llama-corral[lab]' (torch by itself first, for the CPU build).
""",
)
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True, help="Has train/ and dev/."
)
@click.option(
    "--folds", type=click.IntRange(2, 60), default=4, show_default=True, help="Trainings; each leaves sources out."
)
@click.option(
    "--share", type=click.FloatRange(0.01, 1.0), default=0.3, show_default=True, help="Of the examples, to train on."
)
@click.option("--seed", type=int, default=7, show_default=True, help="Of the folds and the trainings.")
def command(data: Path, folds: int, share: float, seed: int) -> None:
    """Leave every training source out once, and measure on it.

    Trains the fast network once a fold, without a teacher, and writes a Markdown table: what is caught and what is
    right at 1% false positives on plain benign prompts, with 95% intervals. Progress goes to standard error.
    """
    from guards.errors import InputError, MissingExtra

    try:
        from guards.lab.leave_out import HEADER, leave_out
    except ImportError as missing:
        raise MissingExtra(str(missing.name), "lab") from None
    if not (data / "train").is_dir() or not (data / "dev").is_dir():
        raise InputError("has no train/ and dev/ folders", field=str(data))
    click.echo("\n".join(HEADER))
    for entry in leave_out(data, folds=folds, share=share, seed=seed, log=lambda line: click.echo(line, err=True)):
        click.echo(entry.line())
