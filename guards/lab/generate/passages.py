"""Texts that are harmful themselves, and no request for anything: what people post and write, what a model should not have said.

Each kind has harmless twins in the same forms: reports, grief, fiction, banter, and replies that help without harm.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import cased, chosen, split

LINES = {True: 3, False: 2}  # times that a line is drawn: with choices in it, and without
SAID = 0.25  # share of the texts that a model says instead of a user
BETWEEN = " ¦ "  # stands between a question and its reply


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from lines that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"passages/{seed}/{language}/{dev}")
    make = Maker("passages", language, dev)
    for name, lines in split("passages", language, dev=dev).items():
        kind, _, category = name.partition(" ")
        harm = "" if category == "safe" else category
        for line in lines:
            for _ in range(1 if dev else LINES["|" in line]):
                if kind == "reply":
                    question, reply = chosen(line, rng).split(BETWEEN)
                    yield make.content(reply, harm, "replies", role="assistant", context=question)
                else:
                    role = "assistant" if rng.random() < SAID else "user"
                    yield make.content(cased(chosen(line, rng), rng), harm, "texts", role=role)
