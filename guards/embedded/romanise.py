"""Devanagari in Latin letters, much as people type Hindi on a Latin keyboard: the model's pieces have no Devanagari.

So what is learnt from romanised Hindi holds for Devanagari, and the other way round.
"""

from __future__ import annotations

import re
from functools import lru_cache

# fmt: off
_CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j", "झ": "jh", "ञ": "n", "ट": "t",
    "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n", "प": "p", "फ": "ph",
    "ब": "b", "भ": "bh", "म": "m", "य": "y", "र": "r", "ल": "l", "व": "v", "श": "sh", "ष": "sh", "स": "s", "ह": "h",
    "ळ": "l",
}
# fmt: on
_DOTTED = {"क": "q", "ख": "kh", "ग": "g", "ज": "z", "ड": "d", "ढ": "dh", "फ": "f", "य": "y", "न": "n", "र": "r"}
_VOWELS = {
    "अ": "a",
    "आ": "aa",
    "इ": "i",
    "ई": "i",
    "उ": "u",
    "ऊ": "u",
    "ऋ": "ri",
    "ए": "e",
    "ऐ": "ai",
    "ऑ": "o",
    "ओ": "o",
    "औ": "au",
}
_SIGNS = {"ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ॉ": "o", "ो": "o", "ौ": "au"}
_OTHERS = {"ं": "n", "ँ": "n", "ः": "h", "।": ".", "॥": ".", "ऽ": "", "ॐ": "om"} | {
    chr(0x966 + digit): str(digit) for digit in range(10)
}
_VIRAMA, _NUKTA, _SCHWA = "\u094d", "\u093c", "ə"

_DEVANAGARI = re.compile("[\u0900-\u097f]+")
_LETTER = "bcdfghjklmnpqrstvyz"
# The vowel that a consonant implies is silent at a word's end and between two open syllables.
_INNER = re.compile(f"([aeiou{_SCHWA}][{_LETTER}]{{1,2}}){_SCHWA}(?=[{_LETTER}]{{1,2}}[aeiou])")


def romanised(text: str) -> str:
    """`text` with its Devanagari words in Latin letters; any other text as it is."""
    return _DEVANAGARI.sub(lambda found: _word(found.group()), text)


@lru_cache(maxsize=16_384)
def _word(word: str) -> str:
    made: list[str] = []
    at = 0
    while at < len(word):
        char = word[at]
        at += 1
        if char in _CONSONANTS:
            dotted = word[at : at + 1] == _NUKTA
            at += dotted
            made.append(_DOTTED.get(char, _CONSONANTS[char]) if dotted else _CONSONANTS[char])
            follows = word[at : at + 1]
            if follows == _VIRAMA:
                at += 1
            elif follows in _SIGNS and follows:
                made.append(_SIGNS[follows])
                at += 1
            else:
                made.append(_SCHWA)
        else:
            made.append(_VOWELS.get(char) or _SIGNS.get(char) or _OTHERS.get(char, ""))
    latin = "".join(made)
    if latin.count(_SCHWA) + sum(vowel in latin for vowel in "aeiou") > 1 and latin.endswith(_SCHWA):
        latin = latin[:-1]
    return _INNER.sub(r"\1", latin).replace(_SCHWA, "a")
