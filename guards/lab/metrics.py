"""Measures of a scored set, in numpy; what one class alone can't define is None, never a made-up number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Measures:
    """What a set says of a guard; counts are rows, rates lie in [0, 1]."""

    rows: int
    positives: int
    auroc: float | None
    auprc: float | None
    recall_at_1_fpr: float | None
    recall_at_5_fpr: float | None
    threshold: float
    precision: float | None
    recall: float | None
    f1: float | None
    false_positive_rate: float | None


def measure(scores: Floats, positive: Bools, threshold: float) -> Measures:
    """All measures at once; `threshold` is the shipped or the calibrated one, ``score >= threshold`` is a hit."""
    hits = scores >= threshold
    true_hits = int((hits & positive).sum())
    positives, negatives = int(positive.sum()), int((~positive).sum())
    precision = true_hits / int(hits.sum()) if positives and negatives and hits.any() else None
    recall = true_hits / positives if positives else None
    both = precision is not None and recall is not None and precision + recall > 0
    return Measures(
        rows=len(scores),
        positives=positives,
        auroc=auroc(scores, positive),
        auprc=auprc(scores, positive),
        recall_at_1_fpr=recall_at(scores, positive, 0.01),
        recall_at_5_fpr=recall_at(scores, positive, 0.05),
        threshold=threshold,
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if both and precision and recall else None,
        false_positive_rate=int((hits & ~positive).sum()) / negatives if negatives else None,
    )


def auroc(scores: Floats, positive: Bools) -> float | None:
    """Probability that a positive outscores a negative, ties counting half (Mann-Whitney)."""
    positives, negatives = int(positive.sum()), int((~positive).sum())
    if not positives or not negatives:
        return None
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    mean_rank = (ends - counts + 1 + ends) / 2
    rank_sum = float(mean_rank[inverse][positive].sum())
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


def auprc(scores: Floats, positive: Bools) -> float | None:
    """Average precision: the sum over thresholds of precision times the step in recall; ties are one threshold."""
    positives = int(positive.sum())
    if not positives or positives == len(positive):
        return None
    order = np.argsort(-scores, kind="stable")
    ranked, hit = scores[order], positive[order]
    last_of_tie = np.append(ranked[1:] != ranked[:-1], True)
    true_hits = np.cumsum(hit)[last_of_tie]
    taken = (np.arange(len(ranked)) + 1)[last_of_tie]
    steps = np.diff(np.concatenate([[0], true_hits])) / positives
    return float((steps * true_hits / taken).sum())


def threshold_at(negative_scores: Floats, false_positive_rate: float) -> float:
    """The lowest threshold at which at most that share of the negatives is hit.

    Raises:
        ValueError: no negatives.
    """
    if len(negative_scores) == 0:
        raise ValueError("a threshold at a false-positive rate needs negatives")
    ranked = np.sort(negative_scores)[::-1]
    allowed = int(np.floor(false_positive_rate * len(ranked) + 1e-9))
    if allowed >= len(ranked):
        return float(ranked[-1])
    return float(np.nextafter(ranked[allowed], np.inf))


def recall_at(scores: Floats, positive: Bools, false_positive_rate: float) -> float | None:
    """Recall at the threshold that the set's own negatives give."""
    if not positive.any() or positive.all():
        return None
    return float((scores[positive] >= threshold_at(scores[~positive], false_positive_rate)).mean())


def wilson(hits: int, rows: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a rate, 95% unless told (Wilson 1927)."""
    if rows == 0:
        return 0.0, 1.0
    rate = hits / rows
    centre = rate + z * z / (2 * rows)
    spread = z * np.sqrt(rate * (1 - rate) / rows + z * z / (4 * rows * rows))
    scale = 1 + z * z / rows
    return float(max(0.0, (centre - spread) / scale)), float(min(1.0, (centre + spread) / scale))
