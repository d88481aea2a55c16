"""The band of scores in which a heavier tier is asked, from a deployment's own harmless traffic."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guards.audit.scores import CATEGORIES_OF_GUARD
from guards.errors import InputError
from guards.ladders import build_ladders
from guards.policy import default_policy
from guards.types import Stage, Subject

from .metrics import threshold_at, wilson
from .thresholds import DECIMALS, FOLDS, Floats, rounded, rows_needed, scores_of


@dataclass(frozen=True, slots=True)
class Band:
    """From `low` to 1 the next tier is asked; `share` of harmless texts, measured on rows `low` was not chosen on.

    It reaches up to 1, so that the heavier tier also takes back what the cheap one would wrongly have blocked.
    """

    guard: str
    rows: int
    low: float
    share: float
    interval: tuple[float, float]  # Wilson, 95%

    def __str__(self) -> str:
        """As a policy has it, under a comment that says what to expect."""
        low, high = self.interval
        return (
            f"    # {self.rows} texts; expect the next tier for {self.share:.2%}, 95% interval {low:.2%} to {high:.2%}\n"
            f"    band: [{self.low:.{DECIMALS}f}, 1.0]"
        )


def calibrate_bands(traffic: Mapping[Stage, Sequence[str]], share: float) -> list[Band]:
    """A band for each embedded guard, over all stages that it judges by the shipped policy.

    Raises:
        InputError: too few rows to show such a share, none for any guard, or too many score alike.
    """
    policy = default_policy()
    made = []
    for ladder in build_ladders(list(CATEGORIES_OF_GUARD)):
        stages = sorted(set(traffic) & policy.guards[ladder.name].stages)
        subjects = [Subject(text, stage) for stage in stages for text in traffic[stage]]
        if not subjects:
            continue
        if len(subjects) < rows_needed(share):
            raise InputError(
                f"has {len(subjects)} different texts for the {ladder.name} guard; a share of {share:g} needs "
                f"{rows_needed(share)}. Collect more, or ask for a larger --heavy-share",
                field="--benign",
            )
        made.append(choose_band(ladder.name, asyncio.run(scores_of(ladder.tiers[0].guard, subjects)), share))
    if not made:
        raise InputError("holds no rows of a stage that the injection or the content guard judges", field="--benign")
    return made


def choose_band(guard: str, scores: Floats, share: float) -> Band:
    """`low` from all `scores`; the expected share by cross-validation, each fold under the others' `low`.

    Raises:
        InputError: more than `share` of the rows score 1.
    """
    folds = np.random.default_rng(0).permutation(len(scores)) % FOLDS
    asked = sum(
        int((scores[folds == fold] >= rounded(threshold_at(scores[folds != fold], share))).sum())
        for fold in range(FOLDS)
    )
    low = rounded(threshold_at(scores, share))
    if low >= 1:
        raise InputError(
            f"more than {share:g} of the rows score 1 with the {guard} guard: no band asks so seldom. "
            "Are they harmless?",
            field="--benign",
        )
    return Band(guard, len(scores), low, asked / len(scores), wilson(asked, len(scores)))
