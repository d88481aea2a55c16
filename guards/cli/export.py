"""`corral export`: a user's own weights into the form that runs fast here."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def command() -> None:
    """Turn model weights that you have into what Corral runs.

    \b
    Try:
      corral export prompt-guard --model ./Llama-Prompt-Guard-2-86M --out models/prompt-guard
    """


@command.command(
    "prompt-guard",
    short_help="Export a Prompt Guard or a Prompt Guard 2.",
    epilog="""\b
Examples:
  corral export prompt-guard --model ./Llama-Prompt-Guard-2-22M --out models/pg2-22m
  corral export prompt-guard --model meta-llama/Prompt-Guard-86M --out models/pg1       # from your hub cache
  corral export prompt-guard --model ./pg2-86m --out models/pg --scripts Latin,Devanagari,Thai

\b
Then, in the policy:
  guards:
    injection:
      tiers: [embedded, {prompt_guard: {model: models/pg2-22m}}]
      band: [0.05, 0.95]

\b
Needs the extra `models`: pip install 'llama-corral[models]'. Running the export needs only 'llama-corral[prompt-guard]'.
""",
)
@click.option("--model", required=True, help="The checkpoint's folder, or its name in your hub cache.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="A new folder for the export.")
@click.option(
    "--precision", type=click.Choice(["int8", "fp32"]), default="int8", show_default=True,
    help="Of the weights; int8 is about twice as fast.",
)  # fmt: skip
@click.option("--scripts", help="Keep only these scripts of the vocabulary, comma-separated; the rest becomes unknown.")
@click.option(
    "--tolerance", type=click.FloatRange(0, 1), default=0.05, show_default=True,
    help="How far a probability may be from PyTorch's on the check texts.",
)  # fmt: skip
def prompt_guard(model: str, out: Path, precision: str, scripts: str | None, tolerance: float) -> None:
    """Export a Prompt Guard (86M) or a Prompt Guard 2 (86M, 22M) to ONNX.

    The logits are compared with PyTorch's on texts in several languages and lengths; a model that disagrees is not
    written. Nothing is downloaded. Exit codes: 0 written, 2 not.
    """
    from guards.injection.prompt_guard.export import export

    kept = [name.strip() for name in scripts.split(",") if name.strip()] if scripts else None
    manifest = export(
        model, out, precision="fp32" if precision == "fp32" else "int8", scripts=kept, tolerance=tolerance,
        log=lambda line: click.echo(line, err=True),
    )  # fmt: skip
    size = sum(file.stat().st_size for file in out.iterdir()) / 1e6
    click.echo(f"{out}: {manifest.revision}, {', '.join(manifest.labels)}, {size:.0f} MB, {manifest.precision}")
    click.echo(
        f"  off PyTorch's: logits {manifest.check.graph_logit_difference:.1e} as a graph, "
        f"probabilities {manifest.check.probability_difference:.3f} as written"
    )
