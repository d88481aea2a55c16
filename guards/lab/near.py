"""Texts that say nearly what measured texts say: learning them would flatter every figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from guards.embedded.features import script
from guards.text import prepare

SHINGLE = 5  # words in a row
CHARS = 18  # characters in a row, of text that sets no blanks between its words
SHARE = 0.5  # of a text's shingles

_WORD = re.compile(r"\w+")


def near(texts: Sequence[str], measured: Iterable[str], share: float = SHARE) -> list[bool]:
    """Of each text, whether at least `share` of its shingles stand in `measured` texts; shorter ones, whether they do whole."""
    known: set[int] = set()
    for text in measured:
        known |= _shingles(text)
    return [len(mine & known) >= share * len(mine) if (mine := _shingles(text)) else False for text in texts]


def _shingles(text: str) -> set[int]:
    plain = text if text.isascii() else prepare(text).text
    words = _WORD.findall(plain.lower())
    if script(plain) == "thai":
        run = "".join(words)
        return {hash(run[at : at + CHARS]) for at in range(max(1, len(run) - CHARS + 1))} if run else set()
    return {hash(tuple(words[at : at + SHINGLE])) for at in range(max(1, len(words) - SHINGLE + 1))} if words else set()
