"""Content rows from the hazard phrases: every category with harmless twins in the same frames, sentences, replies.

A request's choices ``(a|b)`` are drawn anew each time, and frames, wraps and jailbreaks go around harmful and
harmless requests alike: neither the words nor the dress tell them apart.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import CATEGORIES, LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import Sections, cased, chosen, split

REQUESTS, REPLIES = 4, 2  # times that a line is used
TEXTS, FIXED = 4, 2  # times that a sentence is used: with choices in it, and without
ASKS = {True: 3, False: 2}  # times that a whole question is used, in wraps: with choices in it, and without
LONG, JAILBREAK = 0.12, 0.12  # shares of the requests told at length, and put into a jailbreak


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from phrases that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"hazards/{seed}/{language}/{dev}")
    parts, whole = split("hazards", language, dev=dev), split("hazards", language, dev=False)
    make = Maker("hazards", language, dev)
    for category in (*CATEGORIES, ""):
        for name in (category, f"{category} safe".strip()) if category else ("safe",):
            harm = category if name == category else ""
            for line in parts.get(name, ()):
                yield from _requests(line, harm, whole, rng, make)
        for line in parts[f"asks {category or 'safe'}"]:
            for _ in range(ASKS["|" in line]):
                text = cased(chosen(line, rng), rng)
                wrap = rng.choice(whole["wraps"]) if rng.random() < 0.5 else "{x}"
                yield make.content(wrap.replace("{x}", text), category, "requests")
    yield from _sentences(parts, rng, make)


def _requests(line: str, harm: str, whole: Sections, rng: random.Random, make: Maker) -> Iterator[Row]:
    for _ in range(REQUESTS):
        dice, goal = rng.random(), chosen(line, rng)
        if dice < LONG:
            text = rng.choice(whole["long"]).replace("{x}", goal)
        elif dice < LONG + JAILBREAK:
            text = rng.choice(whole["jailbreak"]).replace("{x}", goal)
            yield make.injection(text, "jailbreak", "jailbreaks")
        else:
            text = cased(rng.choice(whole["frames"]).replace("{x}", goal), rng)
            if rng.random() < 0.4:
                text = rng.choice(whole["wraps"]).replace("{x}", text)
        yield make.content(text, harm, "jailbroken" if LONG <= dice < LONG + JAILBREAK else "requests")
    for _ in range(REPLIES):
        goal = chosen(line, rng)
        question = rng.choice(whole["frames"]).replace("{x}", goal)
        for kind in ("comply", "refuse") if harm else ("comply",):
            # The forms of help are the same for either goal. A reply that doesn't name its goal would be the same row
            # in both splits.
            forms = [*whole[kind], *(whole["help"] if kind == "comply" else ())]
            forms = [form for form in forms if "{x}" in form or not make.dev]
            reply = chosen(rng.choice(forms), rng).replace("{x}", goal)
            yield make.content(reply, harm, "replies", role="assistant", context=question, unsafe=kind == "comply")


def _sentences(parts: Sections, rng: random.Random, make: Maker) -> Iterator[Row]:
    for name, lines in parts.items():
        head, _, rest = name.partition(" ")
        if head == "says":
            for line in lines:
                for _ in range(TEXTS if "|" in line else FIXED):
                    yield make.content(cased(chosen(line, rng), rng), "" if rest == "safe" else rest, "texts")
