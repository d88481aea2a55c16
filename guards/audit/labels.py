"""What people said of decisions: one JSON line a review, beside the audit; the last word on a record counts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from ..errors import InputError
from ..types import Action
from .results import Audited, read_results

LABELS = "labels.jsonl"
Opinion = Literal["confirmed", "overturned"]
OPINIONS: tuple[Opinion, ...] = get_args(Opinion)
Queue = Literal["blocked", "flagged", "found", "passed", "near", "changed"]
QUEUES: tuple[Queue, ...] = get_args(Queue)
NEAR = 0.2  # of one half: scores in which a guard is in doubt


@dataclass(frozen=True, slots=True)
class Label:
    """One review of one decision."""

    id: str
    action: Action  # what was decided
    opinion: Opinion
    time: datetime
    note: str = ""

    @property
    def harmful(self) -> bool:
        """Whether something should have been found in the record."""
        return (self.action is not Action.ALLOW) == (self.opinion == "confirmed")


def read_labels(path: Path) -> dict[str, Label]:
    """The last label of each record; no file is no labels.

    Raises:
        InputError: names file and line.
    """
    found: dict[str, Label] = {}
    if not path.exists():
        return found
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            if row["opinion"] not in OPINIONS:
                raise ValueError(f"opinion is none of {', '.join(OPINIONS)}")
            label = Label(
                str(row["id"]), Action(row["action"]), row["opinion"], datetime.fromisoformat(row["time"]),
                str(row.get("note", "")),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InputError(f"is no label ({error})", field=f"{path}:{number}") from None
        found[label.id] = label
    return found


def write_label(path: Path, label: Label) -> None:
    """Adds a label at the file's end, on disk before it returns: a review is work that must not be lost."""
    row = {
        "id": label.id, "action": label.action.value, "opinion": label.opinion,
        "time": label.time.astimezone(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
    if label.note:
        row["note"] = label.note
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
        file.flush()
        os.fsync(file.fileno())


def queue(decisions: Path, kind: Queue, known: dict[str, Label]) -> Iterator[Audited]:
    """The records to review, in the log's order, without those that have a label.

    Raises:
        InputError: `decisions` can't be read.
    """
    for audited in read_results(decisions):
        if audited.id not in known and _wanted(audited, kind):
            yield audited


def _wanted(audited: Audited, kind: Queue) -> bool:
    action = audited.action
    match kind:
        case "blocked":
            return action is Action.BLOCK
        case "flagged":
            return action is Action.FLAG
        case "found":
            return action is not Action.ALLOW
        case "passed":
            return action is Action.ALLOW
        case "changed":
            return audited.before is not None and audited.before is not action
        case "near":
            top = max(
                (finding.score for report in audited.decision.verdict.reports for finding in report.findings),
                default=0.0,
            )
            return abs(top - 0.5) <= NEAR
