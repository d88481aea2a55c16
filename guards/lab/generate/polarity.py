"""What is said of protected groups, by composition: praise and contempt, each affirmed, denied, quoted and rejected.

A group's name is no hate and a hard word is none: what counts is whether contempt is the speaker's own. So every quality and
every deed stands in frames that affirm it and in frames that turn it round. Contempt is oftener affirmed and praise seldom denied, as people
write: were all four as frequent, no word alone would tell anything, and an encoder of n-grams learns nothing from such rows (it stays at chance).
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .forms import filled
from .maker import Maker
from .spelling import misspelt
from .texts import Sections, cased, sections, split

# Sentences of a language: about what a group is, what should be done to it, a quoted one of either, and about other people.
QUALITIES, DEEDS, QUOTES, OTHERS = 480, 360, 480, 140
BAD, BAD_DENIED, GOOD_DENIED = 0.6, 0.4, 0.15  # shares: of contempt, of it denied, of praise denied
DEV = 8  # times fewer to measure on
MISSPELT = 0.1


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from qualities, deeds and frames that `rows` never uses; their nouns are the same."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"polarity/{seed}/{language}/{dev}")
    parts, nouns = split("polarity", language, dev=dev), sections("hate", language)
    make = Maker("polarity", language, dev)
    less = DEV if dev else 1
    drawn = [
        *[_quality(parts, rng) for _ in range(QUALITIES // less)],
        *[_deed(parts, rng) for _ in range(DEEDS // less)],
        *[_quoted(parts, rng) for _ in range(QUOTES // less)],
    ]
    for sentence, hateful in drawn:
        text = filled(sentence, nouns["groups"], "group", language, rng)
        yield make.content(_written(text, rng), "S10" if hateful else "", "statements")
    for _ in range(OTHERS // less):  # contempt for who parks on the pavement is rude, but no hate of a protected group
        sentence = rng.choice(parts["is"]).replace("{q}", rng.choice(parts["bad"]))
        if "{kind}" not in sentence:
            text = filled(sentence.replace("{group}", "{other}"), nouns["others"], "other", language, rng)
            yield make.content(_written(text, rng), "", "statements")


def _quality(parts: Sections, rng: random.Random) -> tuple[str, bool]:
    bad, denied = _drawn(rng)
    frame = rng.choice(parts["is not" if denied else "is"])
    return frame.replace("{q}", rng.choice(parts["bad" if bad else "good"])), bad != denied


def _deed(parts: Sections, rng: random.Random) -> tuple[str, bool]:
    bad, rejected = _drawn(rng)
    frame = rng.choice(parts["should not" if rejected else "should"])
    return frame.replace("{act}", rng.choice(parts["bad acts" if bad else "good acts"])), bad != rejected


def _quoted(parts: Sections, rng: random.Random) -> tuple[str, bool]:
    sentence, hateful = rng.choice((_quality, _quality, _deed))(parts, rng)
    denied = rng.random() < (BAD_DENIED if hateful else GOOD_DENIED)
    frame = rng.choice(parts["denies" if denied else "says"])
    return frame.replace("{s}", sentence[:1].upper() + sentence[1:]), hateful != denied


def _drawn(rng: random.Random) -> tuple[bool, bool]:
    bad = rng.random() < BAD
    return bad, rng.random() < (BAD_DENIED if bad else GOOD_DENIED)


def _written(text: str, rng: random.Random) -> str:
    return misspelt(text, rng) if rng.random() < MISSPELT else cased(text, rng)
