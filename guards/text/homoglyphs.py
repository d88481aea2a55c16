"""Words written with look-alikes from another script, folded to Latin; real words of any script stay as they are.

Source: the confusables of Unicode Technical Standard 39, as the package confusable-homoglyphs carries them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# What attackers use and the standard does not list, because a reader sees the difference: he still reads the word.
_LOOSE = str.maketrans("квмнтпигκτηωεμ", "kbmhtnurktnwem")
_LATIN = "ɑɡɩ"  # letters of the Latin script that no language here writes
_LETTERS = re.compile(r"[^\W\d_]+")
_CANDIDATE = re.compile(
    "[A-Za-z][\u0250-\u02af\u0370-\u1fff\u2c00-\ud7ff]|[\u0250-\u02af\u0370-\u1fff\u2c00-\ud7ff][A-Za-z]"
)
_ACRONYM = re.compile(r"[A-Z]{2,}[^\W\d_A-Za-z]+")  # an inflected acronym, as in Russian: its ending is real
SURE = 4  # letters of a word of two scripts: shorter ones are formulas and units as well


@cache
def table() -> dict[int, str]:
    """Code points of letters that look like an ASCII letter, and that letter."""
    from confusable_homoglyphs.confusables import confusables_data

    made = {key: chr(value) for key, value in _LOOSE.items()}
    for letter, alike in confusables_data.items():
        if (
            len(letter) != 1
            or letter.isascii()
            or not letter.isalpha()
            or unicodedata.normalize("NFKC", letter) != letter
        ):
            continue
        if unicodedata.name(letter, "").startswith("LATIN") and letter not in _LATIN:
            continue
        for other in alike:
            if len(other["c"]) == 1 and other["c"].isascii() and other["c"].isalpha():
                made[ord(letter)] = other["c"]
    return made


def folded(text: str) -> str:
    """`text`, as long as before, with the look-alikes folded.

    A word is folded where it mixes Latin letters and look-alikes and has no other foreign letter. Where a text has
    one such word of at least `SURE` letters, a word of look-alikes alone is folded too, unless a real foreign word stands
    beside it.
    """
    if not _CANDIDATE.search(text):
        return text
    words = [(found.start(), found.group()) for found in _LETTERS.finditer(text)]
    kinds = [_kind(word) for _, word in words]
    if not any(kind == "mixed" and len(word) >= SURE for kind, (_, word) in zip(kinds, words, strict=True)):
        return text
    made: list[str] = []
    done = 0
    for number, (start, word) in enumerate(words):
        beside = kinds[max(0, number - 1) : number + 2]
        if kinds[number] == "mixed" or (kinds[number] == "alike" and "foreign" not in beside):
            made += [text[done:start], word.translate(table())]
            done = start + len(word)
    return "".join([*made, text[done:]])


def _kind(word: str) -> str:
    if word.isascii():
        return "latin"
    alike = sum(ord(letter) in table() for letter in word)
    latin = sum(letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") for letter in word)
    latin -= sum(letter in _LATIN for letter in word)
    if alike + latin < len(word):
        return "foreign"
    if not alike:
        return "latin"
    if not latin:
        return "alike"
    return "foreign" if _ACRONYM.fullmatch(word) else "mixed"
