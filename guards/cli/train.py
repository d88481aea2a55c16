"""`corral train`: make the embedded model anew, from the data to the files that ship."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  corral train --data ../data --out build/model
  corral train --data ../data --out build/model --limit 2000 --epochs 1     # a smoke run

\b
Needs the extra `lab`: pip install 'llama-corral[lab]' (torch by itself first, for the CPU build).
"""
)
@click.option(
    "--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True, help="Has train/ and dev/."
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where the files go.")
@click.option("--epochs", type=click.IntRange(1, 50), help="Passes over the data; the recipe's number unless given.")
@click.option("--limit", type=click.IntRange(100), help="Keep so many examples: for a smoke run.")
@click.option("--no-teacher", is_flag=True, help="Without distilling the multilingual teacher.")
def command(data: Path, out: Path, epochs: int | None, limit: int | None, no_teacher: bool) -> None:
    """Train, export, calibrate and choose thresholds of the embedded model.

    Reads rows of JSON lines from DATA/train and DATA/dev, adds what the generators write, and writes model.onnx,
    its tokenizer and a manifest into OUT. Same data and seed, same model.
    """
    from dataclasses import replace

    from guards.errors import MissingExtra

    try:
        from guards.lab.build import build
        from guards.lab.card import write_card
        from guards.lab.generate import generated
        from guards.lab.train import Recipe
    except ImportError as missing:
        raise MissingExtra(str(missing.name), "lab") from None
    recipe = Recipe()
    if epochs is not None:
        recipe = replace(recipe, epochs=epochs)
    if no_teacher:
        recipe = replace(recipe, distil_texts=0)
    extra = list(generated(recipe.seed))
    build(data, out, recipe, log=lambda line: click.echo(line, err=True), extra=extra, limit=limit)
    write_card(out, data, out / "MODEL_CARD.md", generated=len(extra))
    click.echo(f"written to {out}")
