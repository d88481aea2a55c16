"""Jailbreaks and direct attacks put together from parts, and their harmless twins put together alike.

A jailbreak is a persona without limits, rules against refusing, and a goal, or a frame of another kind around a goal
(an update of the policy, a game, a transcript, a form to complete); its twin a persona, rules of style, and a goal, or a
frame of the same kind. Either holds harmful and harmless goals: the content judgement learns the goal, the injection
judgement the rest.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import CATEGORIES, LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import Sections, cased, chosen, split

JAILBREAKS = {"en": 1_600, "other": 600}  # and as many twins
HARMFUL = {True: 0.7, False: 0.25}  # share of the goals: of jailbreaks, of twins
FRAMED = 0.4  # share put into a frame, where the language has any
LINES = {"attacks": 4, "plain": 4}  # times that a line's choices are drawn
DEV_SHARE = 0.12


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from personas, attacks and goals that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"jailbreaks/{seed}/{language}/{dev}")
    parts, make = split("jailbreaks", language, dev=dev), Maker("jailbreaks", language, dev)
    whole, hazards = split("jailbreaks", language, dev=False), split("hazards", language, dev=dev)
    harmful = [(name, goal) for name in CATEGORIES for goal in hazards.get(name, ())]
    harmless = [("", goal) for name in ("safe", *(f"{name} safe" for name in CATEGORIES)) for goal in hazards[name]]
    number = JAILBREAKS["en" if language == "en" else "other"]
    for position in range(2 * int(number * (DEV_SHARE if dev else 1))):
        attack = position % 2 == 0
        category, goal = rng.choice(harmful if rng.random() < HARMFUL[attack] else harmless)
        text = _composed("" if attack else "nice ", goal, parts, whole, rng)
        yield make.content(text, category, "jailbroken" if attack else "framed")
        if attack:
            yield make.injection(text, "jailbreak", "jailbreaks")
        elif not category:
            yield make.injection(text, "benign", "look-alikes")
    for name, label, kind in (("attacks", "injection", "attacks"), ("plain", "benign", "look-alikes")):
        for line in parts[name]:
            for text in sorted({cased(chosen(line, rng), rng) for _ in range(LINES[name])}):
                yield make.injection(text, label, kind)


def _composed(kind: str, goal: str, parts: Sections, whole: Sections, rng: random.Random) -> str:
    """The goal in a frame; or a persona, one to four rules, and the goal, in this order or with the rules at the end."""
    frames = parts.get(f"{kind}frames", ())
    if frames and rng.random() < FRAMED:
        return cased(chosen(rng.choice(frames), rng).replace("{x}", chosen(goal, rng)), rng)
    persona = rng.choice(parts[f"{kind}persona"])
    rules = rng.sample(whole[f"{kind}rules"], rng.choice((1, 2, 2, 3, 4)))
    ask = rng.choice(whole["ask"]).replace("{x}", goal)
    order = [persona, *rules, ask] if rng.random() < 0.8 else [persona, ask, *rules]
    return rng.choice((" ", " ", "\n")).join(chosen(part, rng) for part in order)
