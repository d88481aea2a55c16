"""`corral train`: make the embedded model anew, from the data to the files that ship."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    short_help="Train and export the embedded models anew.",
    epilog="""\b
Examples:
  corral train --data ../data --out build/model
  corral train --data ../data --out build/model --limit 2000 --epochs 1     # a smoke run
  corral train --data ../data --out build/model --trained build/model       # only export and calibrate again

\b
Needs the extra `lab`: pip install 'llama-corral[lab]' (torch by itself first, for the CPU build).
""",
)
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True, help="Has train/ and dev/."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where the files go.")
@click.option(
    "--epochs", type=click.IntRange(1, 50), help="Passes over the data, of both models; the recipes' unless given."
)
@click.option(
    "--trained",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder where a run on the same data kept its weights: export and calibrate those, train nothing.",
)
@click.option("--limit", type=click.IntRange(100), help="Keep so many examples: for a smoke run.")
def command(data: Path, out: Path, epochs: int | None, trained: Path | None, limit: int | None) -> None:
    """Train, export, calibrate and choose thresholds of the embedded models.

    Reads rows of JSON lines from DATA/train and DATA/dev, adds what the generators write, and writes fast.onnx,
    accurate.onnx, their tokenizer, a manifest and a model card into OUT. Same data, machine and seed, same models.
    """
    from dataclasses import replace

    from guards.errors import MissingExtra

    try:
        from guards.lab.build import Recipes, build
        from guards.lab.card import write_card
    except ImportError as missing:
        raise MissingExtra(str(missing.name), "lab") from None
    recipes = Recipes()
    if epochs is not None:
        recipes = replace(
            recipes, accurate=replace(recipes.accurate, epochs=epochs), fast=replace(recipes.fast, epochs=epochs)
        )
    build(data, out, recipes, log=lambda line: click.echo(line, err=True), limit=limit, trained=trained)
    write_card(out, data, out / "MODEL_CARD.md")
    click.echo(f"written to {out}")
