"""Hate with its contrast: what is said against protected groups, and the same words where they hurt no such group.

Hateful lines and harmless ones (counter-speech, reports, praise, anger at things and at other people) go through the
same spellings; so neither the words nor the dress tell them apart, but who is spoken of, and how.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .forms import filled
from .maker import Maker
from .spelling import misspelt
from .texts import cased, chosen, sections, split

# A section's category, what its lines are about, the list that fills them, and how often a line with a place is used.
# The hate that other sources give names groups in hateful sentences three times in four: harmless ones come oftener.
SECTIONS = {
    "hateful": ("S10", "group", "groups", 3),
    "harmless": ("", "group", "groups", 4),
    "about things": ("", "thing", "things", 3),
    "about others": ("", "other", "others", 3),
}
CHOSEN, FIXED = 3, 2  # times that a line without a place is used: with a choice, and as it is
MISSPELT = 0.1


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from sentences that `rows` never uses; their nouns are the same."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"hate/{seed}/{language}/{dev}")
    parts, names = split("hate", language, dev=dev), sections("hate", language)
    make = Maker("hate", language, dev)
    for section, (category, plain, nouns, times) in SECTIONS.items():
        for line in parts[section]:
            for _ in range(times if "{" in line else CHOSEN if "|" in line else FIXED):
                text = filled(chosen(line, rng), names[nouns], plain, language, rng)
                text = misspelt(text, rng) if rng.random() < MISSPELT else cased(text, rng)
                yield make.content(text, category, "statements")
