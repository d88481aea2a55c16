"""Documents of many kinds, half of them with a task for the assistant planted, in eight languages.

What gives a planted instruction away is whom it asks: the same carriers hold requests to their human reader, in the
same dress (comments, notes, postscripts) and at the same places.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .maker import Maker
from .texts import Sections, chosen, split

DOCUMENTS = {"en": 6_000, "other": 1_500}
ORDERS, ADDRESSED, DRESSED = 0.35, 0.4, 0.45
_BETWEEN = re.compile("[.!?।] |(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])")  # Thai sets blanks between sentences alone
FOREIGN = 0.12  # share in which what is put in speaks another language than its document
DEV_SHARE = 0.1


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from carriers and tasks that `rows` never uses."""
    for language in LANGUAGES:
        yield from _rows(seed, language, dev=True)


def _rows(seed: int, language: str, *, dev: bool) -> Iterator[Row]:
    rng = random.Random(f"documents/{seed}/{language}/{dev}")
    parts, make = split("documents", language, dev=dev), Maker("documents", language, dev)
    whole = split("documents", language, dev=False)
    number = DOCUMENTS["en" if language == "en" else "other"]
    for position in range(int(number * DEV_SHARE) if dev else number):
        document = filled(rng.choice(parts["carriers"]), parts, whole, rng)
        planted = position % 2 == 0
        asking = (parts, whole)
        if rng.random() < FOREIGN:
            other = rng.choice(LANGUAGES) if language == "en" else "en"
            asking = (split("documents", other, dev=dev), split("documents", other, dev=False))
        if planted:
            document = put(task(*asking, rng), document, whole, rng)
        elif rng.random() < 0.45:
            document = put(chosen(rng.choice(asking[0]["reader"]), rng), document, whole, rng)
        yield make.injection(document, "injection" if planted else "benign", "documents", role="document")


def filled(carrier: str, parts: Sections, whole: Sections, rng: random.Random) -> str:
    """The carrier with its choices taken, and with sentences, names and numbers in its places."""
    text = chosen(carrier, rng)
    while "{s}" in text:
        text = text.replace("{s}", chosen(rng.choice(parts["sentences"]), rng), 1)
    while "{name}" in text:
        text = text.replace("{name}", rng.choice(whole["names"]), 1)
    while "{n}" in text:
        text = text.replace("{n}", str(rng.randint(11, 9_999)), 1)
    return text


def task(parts: Sections, whole: Sections, rng: random.Random) -> str:
    """Something for the assistant to do: an attack or a plain task, one or two, addressed to it or not."""
    tasks = [rng.choice(parts["orders" if rng.random() < ORDERS else "tasks"])]
    if rng.random() < 0.15:
        tasks.append(rng.choice(parts["tasks"]))
    text = " ".join(chosen(task, rng) for task in tasks)
    if rng.random() < ADDRESSED:
        text = chosen(rng.choice(whole["address"]), rng).replace("{t}", text)
    return text


def put(text: str, document: str, whole: Sections, rng: random.Random) -> str:
    """`text` at the beginning, the end, between two lines, or between two sentences of `document`."""
    if rng.random() < DRESSED:
        text = rng.choice(whole["dress"]).replace("{t}", text)
    between = [found.end() for found in _BETWEEN.finditer(document)]
    if between and rng.random() < 0.35:
        place = rng.choice(between)
        return f"{document[:place]}{text} {document[place:]}"
    lines = document.split("\n")
    lines.insert(rng.choice((0, len(lines), len(lines), rng.randint(0, len(lines)))), text)
    return "\n".join(lines)
