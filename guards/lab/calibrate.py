"""Logits into probabilities, and thresholds at an asked false-positive rate; always on data that was not trained on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RIDGE = 1e-3


def platt(logits: Floats, positive: NDArray[np.bool_], *, steps: int = 200) -> tuple[float, float]:
    """Slope and offset of the logistic curve through the labels, both classes weighing the same.

    Source: Platt 1999, "Probabilistic outputs for support vector machines", with its smoothed targets.

    Raises:
        ValueError: only one class.
    """
    positives, negatives = int(positive.sum()), int((~positive).sum())
    if not positives or not negatives:
        raise ValueError("calibration needs both classes")
    target = np.where(positive, (positives + 1) / (positives + 2), 1 / (negatives + 2))
    weight = np.where(positive, 0.5 / positives, 0.5 / negatives)
    scale = float(np.std(logits)) or 1.0
    design = np.stack([logits / scale, np.ones_like(logits)], 1)
    beta = np.array([1.0, 0.0])
    before = _loss(design, beta, target, weight)
    for _ in range(steps):  # Newton with a small ridge for separable sets, each step halved until it helps
        chance = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (weight * (chance - target)) + RIDGE * beta
        curvature = (design * (weight * chance * (1 - chance))[:, None]).T @ design + RIDGE * np.eye(2)
        step = np.linalg.solve(curvature, gradient)
        while (after := _loss(design, beta - step, target, weight)) > before and float(np.abs(step).max()) > 1e-9:
            step = step / 2
        beta = beta - step
        if before - after < 1e-12:
            break
        before = after
    return float(beta[0] / scale), float(beta[1])


def _loss(design: Floats, beta: Floats, target: Floats, weight: Floats) -> float:
    logits = design @ beta
    return float((weight * (np.logaddexp(0, logits) - target * logits)).sum() + RIDGE / 2 * (beta @ beta))
