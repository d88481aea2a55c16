"""`corral review`: people's opinions of an audit's decisions."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

if TYPE_CHECKING:
    from rich.console import Console

    from ..audit.labels import Label, Queue
    from ..audit.results import Audited

_KEYS = "c confirm  o overturn  s skip  b back  q quit"
_SHOWN_CHARS = 4_000


def _queues() -> tuple[str, ...]:
    from ..audit.labels import Queue

    return get_args(Queue)


@click.command(
    epilog="""\b
Confirm says that the decision was right, overturn that it was wrong; of a record that passed as well as of a blocked one.
The answers are kept in labels.jsonl beside the decisions; a review goes on where it stopped.
`corral calibrate --audited FOLDER` chooses thresholds from them.

\b
Examples:
  corral review audit/                         # what was blocked, flagged or redacted
  corral review audit/ --queue near            # where a guard was in doubt
  corral review audit/ --queue passed --most 200
  corral review audit/ --log logs/october.jsonl   # with texts, where the audit kept none
  yes c | corral review audit/ --most 10       # keys from a script

\b
Exit codes: 0 the queue is done, 1 some of it is left, 2 wrong use.
"""
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--queue", "kind", default="found", show_default=True, help="blocked, flagged, found, passed, near or changed."
)
@click.option("--most", type=click.IntRange(1), help="Stop after so many.")
@click.option("--log", "logs", multiple=True, help="The audited log, to show texts that the audit did not keep.")
def command(folder: Path, kind: str, most: int | None, logs: tuple[str, ...]) -> None:
    """Confirm or overturn an audit's decisions, one key each."""
    from rich.console import Console

    from ..audit.labels import LABELS, queue, read_labels, write_label

    if kind not in _queues():
        raise click.BadParameter(f"is none of {', '.join(_queues())}", param_hint="--queue")
    if not (folder / "decisions.jsonl").is_file():
        raise click.UsageError(f"{folder}: holds no decisions.jsonl; give the folder that `corral audit --out` wrote")
    chosen: Queue = kind  # type: ignore[assignment]
    labels = folder / LABELS
    known = read_labels(labels)
    waiting = list(queue(folder / "decisions.jsonl", chosen, known))[:most]
    console = Console()
    texts = _texts(logs, waiting) if logs else {}
    at = done = 0
    while at < len(waiting):
        audited = waiting[at]
        _show(console, audited, f"{at + 1} of {len(waiting)}", texts.get(audited.id))
        match _key():
            case "c" | "o" as key:
                write_label(labels, _label(audited, key))
                done += 1
                at += 1
            case "s":
                at += 1
            case "b":
                at = max(0, at - 1)
            case "q" | "":
                break
            case _:
                console.print(_KEYS, style="dim")
    left = len(waiting) - done
    console.print(f"{done} reviewed, {left} left in this queue; labels in {labels}", markup=False)
    sys.exit(1 if left else 0)


def _label(audited: Audited, key: str) -> Label:
    from ..audit.labels import Label

    return Label(audited.id, audited.action, "confirmed" if key == "c" else "overturned", datetime.now(UTC))


def _key() -> str:
    """One key from a terminal, the next one that is not blank from a pipe; empty at its end."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    while char := sys.stdin.read(1):
        if not char.isspace():
            return char.lower()
    return ""


def _show(console: Console, audited: Audited, place: str, text: str | None) -> None:
    from rich.markup import escape
    from rich.rule import Rule

    verdict = audited.decision.verdict
    colour = {"block": "red", "redact": "magenta", "flag": "yellow"}.get(audited.action.value, "green")
    console.print(
        Rule(f"{place}   [{colour}]{audited.action.value}[/]   {escape(audited.origin.file)}:{audited.origin.row}")
    )
    about = [audited.decision.model, audited.decision.key, audited.language]
    console.print("  ".join(filter(None, about)), style="dim", markup=False)
    for reason in verdict.reasons[:6]:
        console.print(f"{reason.guard}, {reason.stage.value}: {reason.text}", markup=False, highlight=False)
    kept = "\n\n".join(f"{seen.stage.value}:\n{seen.text}" for seen in audited.decision.texts if seen.text)
    masked = "\n".join(f"{each.label}, {each.stage.value}: {each.text}" for each in audited.excerpts)
    body = (text or kept or masked)[:_SHOWN_CHARS]
    console.print(_printable(body), markup=False, highlight=False)
    if not (text or kept):
        console.print("(no text was kept: audit with --include-text, or give --log)", style="dim")
    console.print(_KEYS, style="dim")


def _printable(text: str) -> str:
    """Without what would steer the terminal: the text is a stranger's."""
    return "".join(char if char in "\n\t" or char.isprintable() else "�" for char in text)


def _texts(logs: tuple[str, ...], waiting: list[Audited]) -> dict[str, str]:
    """What the log says of the records that wait; it is read once."""
    from ..audit import read_log

    wanted = {(audited.origin.file, audited.origin.row): audited.id for audited in waiting}
    found: dict[str, str] = {}
    for record in read_log(*logs, rejected=lambda rejected: None):
        id = wanted.get((record.origin.file, record.origin.row))
        if id is not None:
            found[id] = "\n\n".join(f"{message.role}:\n{message.text}" for message in record.exchange.messages)
    return found
