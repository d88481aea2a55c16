"""Attacks in the middle of long harmless texts that a user pastes, and the same texts with a harmless order there."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .documents import filled
from .maker import Maker
from .texts import chosen, split

ROWS = {"en": 2_400, "other": 500}
PASTED = frozenset({"gpteacher_responses", "benign_docs", "med_safety_responses"})
SENTENCES = frozenset({"tatoeba_benign", "xcopa_benign"})
_SURROUNDING = (150, 1_100)  # characters of harmless text


def rows(train: Sequence[Row], seed: int) -> Iterator[Row]:
    """Rows of role `user`, from the harmless texts of `train` and what the generators write."""
    for language in LANGUAGES:
        rng = random.Random(f"diluted/{seed}/{language}")
        make = Maker("diluted", language, dev=False)
        harmless = [
            row.text
            for row in train
            if row.language == language
            and row.label in ("safe", "benign")
            and (row.source in PASTED or row.source in SENTENCES)
        ]
        phrases, documents = split("injection", language, dev=False), split("documents", language, dev=False)
        for number in range(ROWS["en" if language == "en" else "other"] if harmless else 0):
            text = _long(harmless, documents, rng)
            attacked = number % 2 == 0
            if attacked:
                text = _inside(text, chosen(rng.choice(phrases["attacks"]), rng), rng)
            elif rng.random() < 0.6:
                said = rng.choice(phrases["benign"] if rng.random() < 0.5 else documents["reader"])
                text = _inside(text, chosen(said, rng), rng)
            yield make.injection(text, "injection" if attacked else "benign", "diluted")


def _long(harmless: Sequence[str], documents: dict[str, tuple[str, ...]], rng: random.Random) -> str:
    wanted, text = rng.randint(*_SURROUNDING), ""
    one = rng.choice(harmless)
    while len(text) < wanted:  # one sentence again and again, as fillers do, or different ones
        dice = rng.random()
        more = one if dice < 0.2 else rng.choice(harmless)
        if dice > 0.8:
            more = filled(rng.choice(documents["carriers"]), documents, documents, rng)
        text += more[:wanted].strip() + rng.choice((" ", " ", "\n"))
    return text[:wanted]


def _inside(text: str, said: str, rng: random.Random) -> str:
    """`said` between two sentences or words."""
    borders = [at + 2 for at in range(len(text)) if text.startswith((". ", "! ", "? ", ".\n"), at)]
    borders = borders or [at + 1 for at, char in enumerate(text) if char.isspace()] or [len(text)]
    place = rng.choice(borders)
    return f"{text[:place]}{said} {text[place:]}"
