"""How a verdict looks on a terminal."""

from __future__ import annotations

import json
from typing import Any

import click

from guards.types import Report, Verdict
from guards.wire import verdict_json

MIN_WIDTH = 72  # of the table: a narrower terminal wraps its lines, which reads better than cut words
COLOURS = {"allow": "green", "flag": "yellow", "redact": "yellow", "block": "red"}


def show_verdict(verdict: Verdict, text: str, *, as_json: bool, id: Any = None) -> None:
    """One line of JSON, or a small table with the reasons and, where a finding points into `text`, the place."""
    if as_json:
        row = verdict_json(verdict)
        click.echo(json.dumps({"row": id, **row} if id is not None else row, ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    console.width = max(console.width, MIN_WIDTH)
    name = f"{id}: " if id is not None else ""
    head = Text(f"{name}{verdict.action.value.upper()}", style=f"bold {COLOURS[verdict.action.value]}")
    head.append(f"  {verdict.elapsed_ms:.1f} ms of {verdict.budget_ms:g} ms, policy {verdict.policy}", style="dim")
    console.print(head)
    if verdict.would is not verdict.action:
        console.print(f"  the policy is in monitor mode; enforced, it would be {verdict.would.value}", markup=False)
    for reason in verdict.reasons:
        line = Text(f"  {reason.action.value:<6} {reason.guard}: {reason.text}")
        if reason.finding is not None and reason.finding.span is not None and text:
            start, end = reason.finding.span
            shown = " ".join(text[start:end].split())
            line.append(f"  [{start}:{end}] {shown[:80]}{'…' if len(shown) > 80 else ''}", style="dim")
        console.print(line, soft_wrap=True)
    table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim")
    for column in ("guard", "stage", "status", "highest", "tier", "ms"):
        table.add_column(column)
    for report in verdict.reports:
        table.add_row(
            report.guard,
            report.stage.value,
            report.status.value + (f": {report.reason}" if report.reason else ""),
            _highest(report),
            report.tier or "",
            f"{report.elapsed_ms:.1f}",
        )
    console.print(table)


def _highest(report: Report) -> str:
    top = max(report.findings, key=lambda finding: finding.score, default=None)
    return f"{top.label} {top.score:.2f}" if top is not None else "-"
