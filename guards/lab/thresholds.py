"""Thresholds from a deployment's own harmless traffic, and the false-positive rate to expect of them."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from guards.audit.scores import CATEGORIES_OF_GUARD
from guards.corral import STAGE_OF_ROLE
from guards.errors import InputError
from guards.ladders import build_ladders
from guards.policy import default_policy
from guards.types import Budget, Guard, Stage, Subject

from .evaluate import CHECK_MS, NEGATIVE_LABELS
from .metrics import threshold_at, wilson
from .rows import read_json_lines

FOLDS = 5
DECIMALS = 4  # of a threshold as it is written; rounded up, so that rounding never lets a false positive in

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One guard's threshold at one stage; `rate` is measured on rows that the threshold was not chosen on."""

    guard: str
    stage: Stage
    rows: int
    threshold: float
    rate: float
    interval: tuple[float, float]  # Wilson, 95%


def read_traffic(path: Path) -> dict[Stage, list[str]]:
    """Distinct texts by stage, from rows ``{text, role?}``; role is user unless given.

    A text that comes a hundred times is one observation: repeats would make the interval look narrower than it is.

    Raises:
        InputError: names file, line and field; a row whose label says that it is harmful is one of the faults.
    """
    found: dict[Stage, dict[str, None]] = {}
    for number, raw in read_json_lines(path):
        where = f"{path.name}:{number}"
        text, role = raw.get("text"), raw.get("role", "user")
        if not isinstance(text, str) or not text.strip():
            raise InputError("must be a text that is not empty", field=f"{where}: text")
        if not isinstance(role, str) or role not in STAGE_OF_ROLE:
            raise InputError(f"must be one of {', '.join(STAGE_OF_ROLE)}, is {role!r}", field=f"{where}: role")
        label = raw.get("label")
        if label is not None and label not in NEGATIVE_LABELS:
            raise InputError(f"is {label!r}; only harmless rows tell a false-positive rate", field=f"{where}: label")
        found.setdefault(STAGE_OF_ROLE[role], {})[text] = None
    if not found:
        raise InputError("holds no rows", field=str(path))
    return {stage: list(texts) for stage, texts in found.items()}


def calibrate_traffic(traffic: Mapping[Stage, Sequence[str]], false_positive_rate: float) -> list[Calibrated]:
    """Thresholds of the embedded guards for the stages that the shipped policy judges.

    Raises:
        InputError: a stage has too few rows for the rate, no row is for any guard, or the guard can't tell enough of
            them from the worst.
    """
    needed = rows_needed(false_positive_rate)
    for stage, texts in traffic.items():
        if len(texts) < needed:
            raise InputError(
                f"has {len(texts)} different texts of stage {stage}; a rate of {false_positive_rate:g} needs {needed}: "
                "with fewer, even none hit would leave the true rate possibly above it (rule of three). "
                "Collect more, or ask for a higher --fpr",
                field="--benign",
            )
    made = []
    policy = default_policy()
    for ladder in build_ladders(list(CATEGORIES_OF_GUARD)):
        guard = ladder.tiers[0].guard
        for stage in sorted(set(traffic) & policy.guards[guard.name].stages):
            scores = asyncio.run(scores_of(guard, [Subject(text, stage) for text in traffic[stage]]))
            made.append(choose(guard.name, stage, scores, false_positive_rate))
    if not made:
        raise InputError("holds no rows of a stage that the injection or the content guard judges", field="--benign")
    return made


def rows_needed(false_positive_rate: float) -> int:
    """The least number of rows that can show such a rate.

    Source: the rule of three (Hanley and Lippman-Hand 1983): no hit in n rows bounds the rate by 3 / n at 95%.
    """
    return math.ceil(3 / false_positive_rate - 1e-9)


def choose(guard: str, stage: Stage, scores: Floats, false_positive_rate: float) -> Calibrated:
    """The threshold from all `scores`; the expected rate by cross-validation, each fold under the others' threshold.

    Raises:
        InputError: the threshold would have to lie above 1.
    """
    folds = np.random.default_rng(0).permutation(len(scores)) % FOLDS
    hits = sum(
        int((scores[folds == fold] >= rounded(threshold_at(scores[folds != fold], false_positive_rate))).sum())
        for fold in range(FOLDS)
    )
    threshold = rounded(threshold_at(scores, false_positive_rate))
    if threshold > 1:
        raise InputError(
            f"more than {false_positive_rate:g} of the {stage} rows score 1 with the {guard} guard: "
            "no threshold gives that rate. Are they harmless?",
            field="--benign",
        )
    return Calibrated(guard, stage, len(scores), threshold, hits / len(scores), wilson(hits, len(scores)))


def policy_fragment(
    calibrated: Sequence[Calibrated], false_positive_rate: float, bands: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The ``guards`` part of a policy file, each threshold under a comment that says what to expect of it.

    `bands` are lines on when to ask the next tier, by guard.
    """
    lines = [
        f"# Asked: at most {false_positive_rate:g} of harmless texts blocked, by guard and stage.",
        "# Move these thresholds into your policy. By itself this would leave out the stages and guards it does not name.",
        "guards:",
    ]
    for name in dict.fromkeys(entry.guard for entry in calibrated):
        mine = [entry for entry in calibrated if entry.guard == name]
        lines += [f"  {name}:", f"    stages: [{', '.join(entry.stage for entry in mine)}]"]
        lines += [bands[name]] if name in bands else []
        lines.append("    where:")
        for entry in mine:
            low, high = entry.interval
            lines.append(
                f"      # {entry.rows} texts; expect {entry.rate:.2%} blocked, 95% interval {low:.2%} to {high:.2%}"
            )
            lines += [f"      - stage: {entry.stage}", "        thresholds:"]
            lines += [
                f"          {category}: {{block: {entry.threshold:.{DECIMALS}f}}}"
                for category in CATEGORIES_OF_GUARD[name]
            ]
    return "\n".join(lines) + "\n"


def rounded(threshold: float) -> float:
    """As it is written, and never lower."""
    return float(math.ceil(threshold * 10**DECIMALS) / 10**DECIMALS)


async def scores_of(guard: Guard, subjects: Sequence[Subject]) -> Floats:
    """The highest score that counts for each subject, ``[len(subjects)]``."""
    scores = []
    for subject in subjects:
        findings = await guard.check(subject, Budget.start(CHECK_MS))
        wanted = CATEGORIES_OF_GUARD[guard.name]
        scores.append(max((found.score for found in findings if found.category in wanted), default=0.0))
    return np.array(scores)
