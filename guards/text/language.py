"""A rough guess at a text's language, for an audit's tables and for thresholds that a policy has for one language.

Script tells Thai and Hindi; frequent words tell the rest. Right on most texts of ten words and more, silent on short ones
in Latin script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MAX_CHARS = 400
_WORD = re.compile(r"[^\W\d_]+")
_THAI, _DEVANAGARI = re.compile("[\u0e00-\u0e7f]"), re.compile("[\u0900-\u097f]")
_FREQUENT = {
    "en": "the and of to is in that it for you was with on are this have not be what how can i do my",
    "fr": "le la les des et est que qui dans pour pas une un du je vous ne sur avec ce il comment mon",
    "de": "der die das und ist nicht ich zu den mit ein eine von auf für dem sich wie es im auch wir kann",
    "it": "il che di la non per un una sono con del mi ho come è gli nel lo ci questo le più della",
    "pt": "o que de não um uma para com os é do da em eu como no na se por mais isso você as",
    "es": "el que de la no los es por un una para con en se lo del las como mi su más qué cómo",
}


def _languages_of_words() -> dict[str, tuple[str, ...]]:
    words = dict.fromkeys(word for frequent in _FREQUENT.values() for word in frequent.split())
    return {
        word: tuple(language for language, frequent in _FREQUENT.items() if word in frequent.split()) for word in words
    }


_LANGUAGES_OF = _languages_of_words()


def guess(texts: Iterable[str]) -> str | None:
    """ISO 639-1 of one of the eight languages, None where nothing speaks for one."""
    text = " ".join(texts)[:MAX_CHARS]
    if not text.isascii():
        letters = sum(map(str.isalpha, text))
        for language, script in (("th", _THAI), ("hi", _DEVANAGARI)):
            if letters and len(script.findall(text)) * 3 > letters:
                return language
    counts = dict.fromkeys(_FREQUENT, 0)
    for word in _WORD.findall(text.lower()):
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += 1
    best = max(counts, key=lambda language: counts[language])
    second = max(count for language, count in counts.items() if language != best)
    return best if counts[best] >= 2 and counts[best] > second else None
