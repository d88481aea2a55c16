"""Thresholds from an audit: on traffic that is harmless, or on what people said of its decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guards.audit.labels import LABELS, Label, read_labels
from guards.audit.results import Audited, read_results
from guards.audit.scores import highest_scores
from guards.errors import InputError
from guards.types import Action, Stage

from .metrics import auprc, measure
from .thresholds import Calibrated, choose, rows_needed

POINTS = 200  # of a curve


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A guard's scores at one stage."""

    guard: str
    stage: Stage
    scores: NDArray[np.float64]
    harmful: NDArray[np.bool_]

    @property
    def harmless_scores(self) -> NDArray[np.float64]:
        return self.scores[~self.harmful]


@dataclass(frozen=True, slots=True)
class Point:
    """One threshold of a precision/recall curve."""

    threshold: float
    precision: float
    recall: float
    false_positive_rate: float | None


def read_audited(folder: Path) -> tuple[list[Reviewed], bool]:
    """Scores by guard and stage, and whether they are of reviewed records.

    With labels, only records that somebody reviewed count; one that is harmful is so to the guards that said so, or, where
    it passed, to all of them. Without labels every record is taken as harmless.

    Raises:
        InputError: the folder holds no audit, or its labels can't be read.
    """
    decisions = folder / "decisions.jsonl"
    if not decisions.exists():
        raise InputError("holds no decisions.jsonl", field=str(folder), fix="make one with corral audit")
    labels = read_labels(folder / LABELS)
    scores: dict[tuple[str, Stage], list[tuple[float, bool]]] = defaultdict(list)
    for audited in read_results(decisions):
        label = labels.get(audited.id)
        if labels and label is None:
            continue
        for (guard, stage), score in highest_scores(audited).items():
            harmful = _harmful(audited, label, guard)
            if harmful is not None:
                scores[guard, stage].append((score, harmful))
    made = [
        Reviewed(guard, stage, np.array([score for score, _ in rows]), np.array([harmful for _, harmful in rows]))
        for (guard, stage), rows in sorted(scores.items())
    ]
    return made, bool(labels)


def calibrate_reviewed(reviewed: Sequence[Reviewed], false_positive_rate: float) -> list[Calibrated]:
    """Thresholds at the asked rate on the harmless records.

    Raises:
        InputError: there are too few of them, or no guard has any.
    """
    needed = rows_needed(false_positive_rate)
    if not reviewed:
        raise InputError("holds no scores of the injection or the content guard", field="--audited")
    for each in reviewed:
        count = len(each.harmless_scores)
        if count < needed:
            raise InputError(
                f"has {count} harmless records for the {each.guard} guard at stage {each.stage.value}; a rate of "
                f"{false_positive_rate:g} needs {needed} (rule of three)", field="--audited",
                fix="review more with corral review --queue passed, or ask for a higher --fpr",
            )  # fmt: skip
    return [choose(each.guard, each.stage, each.harmless_scores, false_positive_rate) for each in reviewed]


def curve(each: Reviewed) -> list[Point]:
    """Precision and recall over thresholds, empty where nothing harmful was reviewed."""
    if not each.harmful.any() or each.harmful.all():
        return []
    edges = np.unique(each.scores)
    if len(edges) > POINTS:
        edges = np.quantile(edges, np.linspace(0, 1, POINTS))
    points = []
    for threshold in edges:
        found = measure(each.scores, each.harmful, float(threshold))
        if found.precision is not None and found.recall is not None:
            points.append(Point(float(threshold), found.precision, found.recall, found.false_positive_rate))
    return points


def average_precision(each: Reviewed) -> float | None:
    return auprc(each.scores, each.harmful)


def curve_svg(each: Reviewed, chosen: float) -> str:
    """The curve as a picture of its own, with the chosen threshold marked."""
    points = curve(each)
    size, left = 300, 44
    path = " ".join(f"{left + p.recall * size:.1f},{10 + (1 - p.precision) * size:.1f}" for p in points)
    at = measure(each.scores, each.harmful, chosen)
    mark = ""
    if at.precision is not None and at.recall is not None:
        x, y = left + at.recall * size, 10 + (1 - at.precision) * size
        mark = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#c2413b"/><text x="{x - 8:.1f}" y="{y + 18:.1f}" text-anchor="end">{chosen:.3f}</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + left + 20} {size + 50}" font-family="system-ui,sans-serif" font-size="12">'
        f"<title>{each.guard}, {each.stage.value}: precision over recall</title>"
        f'<rect width="100%" height="100%" fill="#fff"/><rect x="{left}" y="10" width="{size}" height="{size}" fill="none" stroke="#ccc"/>'
        f'<polyline points="{path}" fill="none" stroke="#1b5e8c" stroke-width="2"/>{mark}'
        f'<text x="{left + size / 2}" y="{size + 42}" text-anchor="middle">recall</text>'
        f'<text x="14" y="{10 + size / 2}" text-anchor="middle" transform="rotate(-90 14 {10 + size / 2})">precision</text>'
        f'<text x="{left - 6}" y="16" text-anchor="end">1</text><text x="{left - 6}" y="{14 + size}" text-anchor="end">0</text>'
        f'<text x="{left + size}" y="{size + 26}" text-anchor="middle">1</text></svg>\n'
    )


def _harmful(audited: Audited, label: Label | None, guard: str) -> bool | None:
    """None: the review says nothing of this guard."""
    if label is None or not label.harmful:
        return False
    accused = {reason.guard for reason in audited.decision.verdict.reasons}
    return True if guard in accused or audited.action is Action.ALLOW else None
