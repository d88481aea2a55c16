"""Leaves every training source out once, in folds, and measures on it what was learnt without it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .build import HELD_OUT, PLAIN, Log, Recipes, assemble
from .dataset import LEFT_OUT, Example, read_folder
from .encode import Encoded, encode
from .metrics import auroc, threshold_at, wilson
from .network import Fast
from .rows import Row, read_rows
from .train import Network, attack_logit, scored, train
from .vocabulary import Vocabulary, use_vocabulary

Floats = NDArray[np.float64]
MEASURED = 500  # rows of a left-out source, label and role that are measured
LEAST = 40  # rows that a source must have to be measured


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a source that was not trained on tells: `caught` and `right` at 1% false positives on other benign prompts."""

    source: str
    task: str
    role: str
    harmful: int
    caught: float | None
    harmless: int
    right: float | None
    auroc: float | None  # within the source, where it has both labels

    def line(self) -> str:
        """A row of a Markdown table."""
        cells = [self.source, self.task, self.role]
        for count, share in ((self.harmful, self.caught), (self.harmless, self.right)):
            if share is None:
                cells += [str(count), ""]
            else:
                low, high = wilson(round(share * count), count)
                cells += [str(count), f"{share:.2f} [{low:.2f}, {high:.2f}]"]
        cells.append("" if self.auroc is None else f"{self.auroc:.2f}")
        return "| " + " | ".join(cells) + " |"


HEADER = (
    "| source left out | task | role | harmful | caught | harmless | right | AUROC |",
    "|---|---|---|---|---|---|---|---|",
)


def leave_out(data: Path, *, folds: int, share: float, seed: int, log: Log) -> Iterator[LeftOut]:
    """Trains the fast network once a fold, on `share` of the examples, without that fold's sources and without a teacher.

    Rows that the generators compose from a source's texts are composed without the sources that are left out.
    """
    rows = [row for row in read_folder(data / "train") if row.source not in LEFT_OUT]
    plain = [row for row in read_rows(data / "dev" / f"{PLAIN}.jsonl.gz") if row.role == "user"]
    vocabulary = use_vocabulary(row.text[:2_000] for row in rows)
    for number, fold in enumerate(split_sources({row.source for row in rows}, folds, seed)):
        made = assemble(rows, seed, fold)
        random.Random(seed).shuffle(made)
        made = made[: round(len(made) * share)]
        log(f"fold {number + 1}/{folds}: {len(made)} examples without {', '.join(sorted(fold))}")
        recipe = replace(Recipes().fast, epochs=1, seed=seed)
        network = Fast(vocabulary)
        train(network, encode(made, vocabulary.model, seed=seed, processes=recipe.threads), recipe, log=log)
        thresholds = {task: threshold_at(scores, 0.01) for task, scores in _scores(network, plain, vocabulary).items()}
        for source in sorted(fold):
            yield from _measured(network, [row for row in rows if row.source == source], vocabulary, thresholds)


def split_sources(sources: set[str], folds: int, seed: int) -> list[frozenset[str]]:
    """Every source in one fold; those of `HELD_OUT` are in the first."""
    order = sorted(sources - HELD_OUT)
    random.Random(seed).shuffle(order)
    return [
        frozenset(order[number::folds]) | (HELD_OUT & sources if number == 0 else frozenset())
        for number in range(folds)
    ]


def _measured(
    network: Network, rows: Sequence[Row], vocabulary: Vocabulary, thresholds: Mapping[str, float]
) -> Iterator[LeftOut]:
    rng = random.Random(0)
    for task, role in sorted({(row.task, row.role) for row in rows}):
        mine = [row for row in rows if (row.task, row.role) == (task, role)]
        sides = [[row for row in mine if (row.label in ("safe", "benign")) is harmless] for harmless in (False, True)]
        sides = [rng.sample(side, min(MEASURED, len(side))) for side in sides]
        if max(map(len, sides)) < LEAST:
            continue
        scores = _scores(network, [*sides[0], *sides[1]], vocabulary)[task]
        bad, good = scores[: len(sides[0])], scores[len(sides[0]) :]
        yield LeftOut(
            source=mine[0].source,
            task=task,
            role=role,
            harmful=len(bad),
            caught=float((bad >= thresholds[task]).mean()) if len(bad) else None,
            harmless=len(good),
            right=float((good < thresholds[task]).mean()) if len(good) else None,
            auroc=auroc(scores, np.arange(len(scores)) < len(bad)),
        )


def _scores(network: Network, rows: Sequence[Row], vocabulary: Vocabulary) -> dict[str, Floats]:
    """The worst window's logit of every row, by task."""
    made = [Example(row.text, row.role, row.language, row.source, None, None, None) for row in rows]
    encoded: list[Encoded] = encode(made, vocabulary.model, seed=0)
    attack, unsafe = [], []
    for scores in scored(network, encoded):
        attack.append(attack_logit(scores.injection).numpy())
        unsafe.append(scores.content.numpy())
    starts = np.concatenate([[0], np.cumsum([len(row.windows) for row in encoded])[:-1]])
    return {
        "injection": np.maximum.reduceat(np.concatenate(attack), starts).astype(np.float64),
        "content": np.maximum.reduceat(np.concatenate(unsafe), starts).astype(np.float64),
    }
