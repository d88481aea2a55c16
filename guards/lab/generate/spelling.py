"""Words as people spell them where a filter might read along: run together, spaced, in digits, doubled, shortened."""

from __future__ import annotations

import random
import re

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]{4,}")
_DIGITS = str.maketrans("oeiastOEIAST", "031457031457")


def misspelt(text: str, rng: random.Random) -> str:
    """`text` with one way of writing on it; a text in another script only loses or gains spaces."""
    if not _LATIN.search(text):
        return rng.choice((_run_together, _doubled))(text, rng)
    return rng.choice((_run_together, _spaced, _in_digits, _doubled, _shortened, _swapped, _starred))(text, rng)


def _words(text: str, rng: random.Random, share: float) -> list[re.Match[str]]:
    found = list(_LATIN.finditer(text)) or list(_LETTERS.finditer(text))
    return sorted(rng.sample(found, max(1, round(len(found) * share))), key=lambda word: -word.start()) if found else []


def _run_together(text: str, rng: random.Random) -> str:
    places = [at for at, char in enumerate(text) if char == " "]
    gone = set(places if rng.random() < 0.3 else rng.sample(places, min(len(places), rng.choice((1, 2)))))
    return "".join(char for at, char in enumerate(text) if at not in gone)


def _spaced(text: str, rng: random.Random) -> str:
    between = rng.choice((" ", " ", ".", "-"))
    for word in _words(text, rng, 0.2):
        text = text[: word.start()] + between.join(word[0]) + text[word.end() :]
    return text


def _in_digits(text: str, rng: random.Random) -> str:
    for word in _words(text, rng, rng.choice((0.3, 1.0))):
        text = text[: word.start()] + word[0].translate(_DIGITS) + text[word.end() :]
    return text


def _doubled(text: str, rng: random.Random) -> str:
    for word in _words(text, rng, 0.3):
        at = rng.randrange(word.start(), word.end())
        text = text[:at] + text[at] * rng.choice((1, 2, 3)) + text[at:]
    return text


def _shortened(text: str, rng: random.Random) -> str:
    """Words without their inner vowels, as in ``wmn``."""
    for word in _words(text, rng, 0.3):
        short = word[0][0] + re.sub(r"[aeiouAEIOU]", "", word[0][1:])
        text = text[: word.start()] + short + text[word.end() :]
    return text


def _swapped(text: str, rng: random.Random) -> str:
    for word in _words(text, rng, 0.3):
        at = rng.randrange(word.start(), word.end() - 1)
        text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text


def _starred(text: str, rng: random.Random) -> str:
    """A letter hidden behind a sign, as in ``w*men``."""
    for word in _words(text, rng, 0.2):
        at = rng.randrange(word.start() + 1, word.end())
        text = text[:at] + rng.choice("*@#_") + text[at + 1 :]
    return text
