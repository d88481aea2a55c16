"""`corral eval`: what a guard is worth on labelled data."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command(
    epilog="""\b
Rows, one JSON object a line (.jsonl or .jsonl.gz):
  injection            {"text", "label": "injection|jailbreak|benign", "role"?: "user|assistant|document", "language"?, "id"?}
  content              {"text", "label": "unsafe|safe", ...}, else the same
  code                 {"code", "language", "label": "insecure|secure", "id"?}
                       or a folder of programs, NAME.insecure.EXT beside its twin NAME.secure.EXT
An optional "source" groups the figures.

\b
Examples:
  corral eval --task injection --data attacks.jsonl.gz
  corral eval --task content --data set.jsonl --calibrate-on my-benign.jsonl --scores scores.jsonl
  corral eval --task code --data snippets.jsonl --json
  corral eval --task code --data tests/guards/code/snippets
"""
)
@click.option("--task", type=click.Choice(["injection", "content", "code"]), required=True)
@click.option(
    "--data",
    type=click.Path(exists=True, path_type=Path),
    required=True,
    help="The labelled rows; or a folder of code.",
)
@click.option("--policy", "policy_file", type=click.Path(exists=True, dir_okay=False), help="A policy file.")
@click.option(
    "--calibrate-on", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Benign rows of another file, labelled or not: the threshold is where 1% of them would be hit.",
)  # fmt: skip
@click.option("--scores", type=click.Path(dir_okay=False, path_type=Path), help="Write {id, score, action} a row here.")
@click.option("--json", "as_json", is_flag=True, help="All figures as one JSON object.")
def command(
    task: str, data: Path, policy_file: str | None, calibrate_on: Path | None, scores: Path | None, as_json: bool
) -> None:
    """Measure a guard on labelled data.

    Prints AUROC, AUPRC, recall at 1% and 5% false positives, precision, recall and F1 at the shipped threshold,
    the same per language and source, and the latency. What one class alone can't define is said to be undefined.
    """
    from rich.console import Console
    from rich.progress import Progress

    from guards.lab.evaluate import evaluate, read_eval_rows, score_rows
    from guards.policy import default_policy, load_policy

    if data.is_dir() and task != "code":
        raise click.UsageError("--data: only --task code reads a folder; give a .jsonl file")
    policy = load_policy(policy_file) if policy_file else default_policy()
    rows = read_eval_rows(data, task)
    others = read_eval_rows(calibrate_on, task, benign=True) if calibrate_on else []
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("judging", total=len(rows) + len(others))
        scored = score_rows(rows, task, policy, progress=lambda: progress.advance(bar))
        calibration = score_rows(others, task, policy, progress=lambda: progress.advance(bar)) if calibrate_on else None
    result = evaluate(scored, task, policy, calibration)
    if scores:
        lines = (json.dumps({"id": row.row.id, "score": row.score, "action": row.action}) for row in scored)
        scores.write_text("".join(line + "\n" for line in lines), "utf-8")
    if as_json:
        figures = {
            "task": task,
            "threshold_from": result.threshold_from,
            "overall": asdict(result.overall),
            "groups": {name: asdict(measures) for name, measures in result.groups.items()},
            "latency_ms": dict(result.latency_ms),
        }
        click.echo(json.dumps(figures, indent=1))
        return
    _show(result.overall, result.groups, result.latency_ms, result.threshold_from)
    if task == "code":
        _show_shares(result.overall, result.groups)


def _show_shares(overall: object, groups: object) -> None:
    """How many of the insecure programs are found and how many of the secure ones flagged, with 95% intervals."""
    from rich.console import Console
    from rich.table import Table

    from guards.lab.metrics import Measures, wilson

    assert isinstance(groups, dict)
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in ("", "insecure found", "95%", "secure flagged", "95%"):
        table.add_column(column, justify="left" if not column else "right")
    for name, measures in {"all": overall, **groups}.items():
        assert isinstance(measures, Measures)
        cells = []
        for share, of in (
            (measures.recall, measures.positives),
            (measures.false_positive_rate, measures.rows - measures.positives),
        ):
            hits = round((share or 0.0) * of)
            low, high = wilson(hits, of)
            cells += [f"{hits} of {of}", f"{low:.0%} to {high:.0%}" if of else "-"]
        table.add_row(name, *cells)
    Console(width=150).print(table)


def _show(overall: object, groups: object, latency_ms: object, threshold_from: str) -> None:
    from rich.console import Console
    from rich.table import Table

    from guards.lab.metrics import Measures

    assert isinstance(overall, Measures)
    assert isinstance(groups, dict)
    assert isinstance(latency_ms, dict)
    table = Table(box=None, header_style="bold", pad_edge=False)
    columns = ("", "rows", "pos.", "AUROC", "AUPRC", "R@1%FP", "R@5%FP", "precision", "recall", "F1", "FP rate")
    for column in columns:
        table.add_column(column, justify="left" if not column else "right")
    for name, measures in {"all": overall, **groups}.items():
        values = [measures.auroc, measures.auprc, measures.recall_at_1_fpr, measures.recall_at_5_fpr]
        values += [measures.precision, measures.recall, measures.f1, measures.false_positive_rate]
        cells = ["-" if value is None else f"{value:.3f}" for value in values]
        table.add_row(name, str(measures.rows), str(measures.positives), *cells)
    console = Console(width=150)
    console.print(table)
    console.print(f"threshold {overall.threshold:.4f}: {threshold_from}")
    if overall.auroc is None:
        missing = "negatives" if overall.positives else "positives"
        console.print(f"no {missing} here: what needs both classes is undefined (-)")
    console.print("latency " + ", ".join(f"{name} {value:.2f} ms" for name, value in latency_ms.items()))
