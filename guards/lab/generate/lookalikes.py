"""Harmless prompts that look like attacks or hazards, and what they look like in the very same frames.

Talk about prompts, commands to the assistant, trigger words, grim topics, roles, stories and hypotheses are harmless by
themselves; the frames stand around harmful goals as often, so that the goal decides and not the frame.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import CATEGORIES, LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import Sections, cased, chosen, split

LINES = {True: 4, False: 2}  # times that a line is drawn: with choices in it, and without
FRAMED = {"en": 1_600, "other": 600}  # prompts in frames, half of them harmless
STORY = 0.3
DEV_SHARE = 0.12


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from lines and goals that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"lookalikes/{seed}/{language}/{dev}")
    parts, make = split("lookalikes", language, dev=dev), Maker("lookalikes", language, dev)
    for line in parts["lines"]:
        for text in sorted({cased(chosen(line, rng), rng) for _ in range(LINES["|" in line])}):
            yield make.injection(text, "benign", "look-alikes")
            yield make.content(text, "", "look-alikes")
    whole, hazards = split("lookalikes", language, dev=False), split("hazards", language, dev=dev)
    harmless = [*parts["goals"], *(line for name in ("safe", *_safe()) for line in hazards.get(name, ()))]
    harmful = [(name, line) for name in CATEGORIES for line in hazards.get(name, ())]
    number = FRAMED["en" if language == "en" else "other"]
    for position in range(int(number * DEV_SHARE) if dev and harmful else 0 if dev else number):
        if position % 2 == 0:
            goal = rng.choice(parts["goals"] if parts["goals"] and rng.random() < 0.25 else harmless)
            text = _framed(goal, whole, rng)
            yield make.content(text, "", "framed")
            yield make.injection(text, "benign", "look-alikes")
        else:
            category, goal = rng.choice(harmful)
            yield make.content(_framed(goal, whole, rng), category, "framed")


def _safe() -> list[str]:
    return [f"{category} safe" for category in CATEGORIES]


def _framed(goal: str, whole: Sections, rng: random.Random) -> str:
    kind = "stories" if rng.random() < STORY else "frames"
    return cased(chosen(rng.choice(whole[kind]), rng).replace("{x}", chosen(goal, rng)), rng)
