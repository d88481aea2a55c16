"""Disguises of single letters, undone: spaced apart, replaced by digits, repeated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise

from .view import Edit, rewritten
from .vocabulary import COMMON

MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_UNIT = rf"(?:[^\W_]|[{MARKS}])"
_GAP = rf"(?:[^\w{MARKS}]|_)"
_APART = re.compile(rf"(?<![\w{MARKS}]){_UNIT}(?:{_GAP}{{1,8}}+{_UNIT}){{5,}}(?![\w{MARKS}])")
_GAPS = re.compile(rf"{_GAP}+")


def joined(text: str) -> Iterator[Edit]:
    """Letters set apart, joined; a gap wider than those between letters is a space between words."""
    for found in _APART.finditer(text):
        run, begin = found.group(), found.start()
        gaps = [(gap.start(), gap.group()) for gap in _GAPS.finditer(run)]
        usual, times = Counter(gap for _, gap in gaps).most_common(1)[0]
        edits = [Edit(begin + at, begin + at + len(gap), _between(gap, usual)) for at, gap in gaps]
        if times >= len(gaps) * 0.5 and _spells(rewritten(text, edits, begin, found.end())[0]):
            yield from edits


def _between(gap: str, usual: str) -> str:
    """What stood between two letters: nothing, a sign, a space; `usual` sets every two characters apart."""
    signs = "".join(char for char in gap if not char.isspace() and char not in usual)
    if usual.isspace():
        wide = len(gap) - len(signs) > (len(signs) + 1) * len(usual)
    else:
        wide = any(map(str.isspace, gap))
        if gap.count(usual) >= 4:  # a space has one of them on each side: a full stop stood before it
            signs += usual
    return signs + (" " if wide else "")


def _spells(text: str) -> bool:
    """Whether these may be a text's letters, and not acronyms or a list of numbers, of variables or of the alphabet."""
    units = "".join(filter(str.isalnum, text))
    letters = [unit for unit in units if not unit.isdigit()]
    in_order = sum(ord(two) - ord(one) == 1 for one, two in pairwise(units))
    long_word = max(map(len, text.split())) >= 5
    return long_word and len(letters) >= 0.7 * len(units) and len(set(letters)) >= 4 and in_order < 0.5 * len(units)


_LEET = str.maketrans("0134578962@$!|", "oieastbggzasii")
_TOKEN = re.compile(r"[A-Za-z0-9@$!|]+")
_SURE = re.compile(r".*[A-Za-z][013457@$!|]+[A-Za-z]|[13457@$!][A-Za-z0-9@$!|]*[A-Za-z]{2}")
# Measures and ordinals (10km, 2nd), names with a number (mp3, gpt4), identifiers in hexadecimal.
_ORDINARY = re.compile(r"\d+[A-Za-z]{1,3}|[A-Za-z]+\d+|(?:0x)?(?=.{6})[0-9a-fA-F]+")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
LEET_WORDS, LEET_NEIGHBOURS = 3, 8  # so many within so many words are no model numbers any more


def unleeted(text: str) -> Iterator[Edit]:
    """Digits and signs in the place of letters, where several words near each other are written so."""
    words = []
    for found in _TOKEN.finditer(text):
        word = found.group().rstrip("!|")
        if not word.isdigit() and word and not (found.start() and text[found.start() - 1] in "./\\&#="):
            words.append((found.start(), word, _leet(word)))
    sure = [
        at for at, (_, word, plain) in enumerate(words) if plain and _SURE.match(word) and not _ORDINARY.fullmatch(word)
    ]
    zone: set[int] = set()
    for number in range(len(sure) - LEET_WORDS + 1):
        first, last = sure[number], sure[number + LEET_WORDS - 1]
        digits = any(char.isdigit() for at in sure[number : number + LEET_WORDS] for char in words[at][1])
        if last - first <= LEET_NEIGHBOURS and digits:  # names of artists have signs alone
            zone.update(range(max(0, first - LEET_NEIGHBOURS), min(len(words), last + LEET_NEIGHBOURS + 1)))
    for at in sorted(zone):
        start, word, plain = words[at]
        if plain:
            yield Edit(start, start + len(word), plain)


def _leet(word: str) -> str | None:
    """The word behind the digits; None where there are none, or no word."""
    if word.isalpha() or len(word) > 30:
        return None
    plain = word.translate(_LEET)
    if not plain.isalpha() or not _VOWEL.search(plain):
        return None
    other = word.replace("1", "l").replace("|", "l").translate(_LEET)
    return other if other.lower() in COMMON and plain.lower() not in COMMON else plain


_TRIPLE = re.compile(r"([^\W\d_])\1{2,}", re.IGNORECASE)
_RARE_PAIR = re.compile(r"aa|ii|uu", re.IGNORECASE)
_ROMAN = frozenset("ivxlcdmw")
_REACH = 30  # letters of a word looked at on each side of a repetition
_PAIR_GAP = 80  # characters between two pairs of one zone


def unrepeated(text: str) -> Iterator[Edit]:
    """Letters written several times, once; where letters are doubled throughout, every doubling halved."""
    done = 0
    edits = [edit for zone in _doubled_zones(text) for edit in _halved(text, *zone)]
    for edit in edits:
        yield from _untripled(text, done, edit.start)
        yield edit
        done = edit.end
    yield from _untripled(text, done, len(text))


def _untripled(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _TRIPLE.finditer(text, start, end):
        left, right = found.start(), found.end()
        while left > max(start, found.start() - _REACH) and text[left - 1].isalpha():
            left -= 1
        while right < min(end, found.end() + _REACH) and text[right].isalpha():
            right += 1
        letters = set(text[left:right].lower())
        if len(letters) >= 3 and not letters <= _ROMAN:
            yield Edit(found.start() + 1, found.end(), "")


def _doubled_zones(text: str) -> Iterator[tuple[int, int]]:
    """Stretches with pairs that are rare in ordinary words close to each other."""
    pairs = [found.start() for found in _RARE_PAIR.finditer(text)]
    first = 0
    for number in range(1, len(pairs) + 1):
        if number == len(pairs) or pairs[number] - pairs[number - 1] > _PAIR_GAP:
            if number - first >= 3:
                yield max(0, pairs[first] - _PAIR_GAP // 2), min(len(text), pairs[number - 1] + _PAIR_GAP // 2)
            first = number


def _halved(text: str, start: int, end: int) -> Iterator[Edit]:
    runs: list[tuple[str, int, int]] = []
    at = start
    for letter, same in groupby(text[start:end].lower()):
        size = sum(1 for _ in same)
        if letter.isalpha():
            runs.append((letter, at, size))
        at += size
    vowels = [size for letter, _, size in runs if letter in "aeiou"]
    if vowels and sum(size > 1 for size in vowels) >= 0.6 * len(vowels):
        others = [size for letter, _, size in runs if letter not in "aeiou"]
        all_letters = sum(size > 1 for size in others) >= 0.6 * len(others)
        for letter, begin, size in runs:
            if size > 1 and (all_letters or letter in "aeiou"):
                yield Edit(begin + (size + 1) // 2, begin + size, "")
