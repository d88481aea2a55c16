"""Obfuscated attacks: the share caught, and of benign prompts in the same dress hit, before and after text preparation.

Reads the attack sources held out of training from the data folder in CORRAL_DATA (../shared/data unless set); where
there is none, it takes the generators' held-out phrases, and says so.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from pathlib import Path
from unittest import mock

import numpy as np

from guards.embedded import EmbeddedModel
from guards.lab.build import HELD_OUT, PLAIN
from guards.lab.disguises import DISGUISES
from guards.lab.generate import injection
from guards.lab.metrics import threshold_at
from guards.lab.rows import read_rows
from guards.text import View

ATTACKS, BENIGN, CHARS = 120, 150, 600


def main() -> None:
    attacks, plain = _texts(Path(os.environ.get("CORRAL_DATA", "../shared/data")))
    model, unprepared = EmbeddedModel(), EmbeddedModel()  # each remembers what it judged
    threshold = threshold_at(_scores(model, plain), 0.01)
    benign = plain[:BENIGN]
    print(f"{len(attacks)} attacks; threshold {threshold:.3f}, at 1% of {len(plain)} plain benign prompts")
    print(f"{'':34}{'attacks caught':>18}{'benign hit':>18}")
    print(f"{'':34}{'before   after':>18}{'before   after':>18}")
    for name, obfuscate in DISGUISES.items():
        cells = []
        for texts in (attacks, benign):
            dressed = [obfuscate(text) for text in texts]
            with mock.patch("guards.embedded.model.views", lambda text: (View(text),)):
                before = _scores(unprepared, dressed)
            after = _scores(model, dressed)
            cells.append(f"{(before >= threshold).mean():8.2f}{(after >= threshold).mean():8.2f}")
        print(f"{name:34}{cells[0]:>18}{cells[1]:>18}", flush=True)


def _texts(data: Path) -> tuple[list[str], list[str]]:
    """Attacks and plain benign prompts, neither trained on."""
    if data.is_dir():
        rows = [row for name in sorted(HELD_OUT) for row in read_rows(data / "train" / f"{name}.jsonl.gz")]
        benign = [row for row in read_rows(data / "dev" / f"{PLAIN}.jsonl.gz") if row.role == "user"]
    else:
        print(f"no data in {data}: the generators' held-out phrases instead")
        rows = list(injection.dev_rows(3))
        benign = [row for row in rows if row.label == "benign" and row.role == "user" and row.language == "en"]
    attacks = [row.text[:CHARS] for row in rows if row.role == "user" and row.label != "benign"]
    return random.Random(0).sample(attacks, min(ATTACKS, len(attacks))), [row.text for row in benign]


def _scores(model: EmbeddedModel, texts: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    scored = model.judge_many([(text, "user") for text in texts])
    return np.array([max(window.attack for window in windows) for windows in scored])


if __name__ == "__main__":
    main()
