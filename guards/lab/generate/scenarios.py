"""Long prompts of several sentences: roles, games, invented worlds, pasted passages, with a harmless or a harmful goal.

What looks like an attack by its style alone (a persona, "stay in character", a hypothesis, grim fiction) is harmless
where its goal is; the same frames stand around harmful goals, and around orders to drop the rules.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import cased, chosen, split

LINES = {True: 6, False: 2}  # times that a line is drawn: with choices in it, and without


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from lines that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"scenarios/{seed}/{language}/{dev}")
    make = Maker("scenarios", language, dev)
    for name, lines in split("scenarios", language, dev=dev).items():
        kind, _, category = name.partition(" ")
        for line in lines:
            for text in sorted({cased(chosen(line, rng), rng) for _ in range(LINES["|" in line])}):
                if kind != "harmful":
                    yield make.injection(text, "benign" if kind == "harmless" else "jailbreak", "scenarios")
                if kind == "harmless" or category:
                    yield make.content(text, category, "scenarios")
