"""The plain view: compatibility forms unified, invisible characters gone, foreign look-alikes folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from .homoglyphs import folded
from .view import Edit, View, rewritten

# Zero-width and bidi controls, soft hyphen, variation selectors, tag characters: seen by a model, not by a reader.
_UNSEEN = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_FOREIGN = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")  # an ASCII character composes with nothing that stands before it
MAX_MARKS = 30  # on one letter. Source: Unicode Standard Annex #15, "Stream-Safe Text Format"


@cache
def _smear() -> re.Pattern[str]:
    """Marks beyond those that any letter bears: normalising sorts them, in time by the square of their number."""
    marks = "".join(char for char in map(chr, range(0x300, 0x1E94B)) if unicodedata.combining(char))
    marks += "\u0f73\u0f75\u0f81\uff9e\uff9f"  # which come apart into marks alone
    return re.compile(f"(?<=[{marks}{_UNSEEN}]{{{MAX_MARKS}}})[{marks}{_UNSEEN}]+")


def prepare(text: str) -> View:
    """The plain view of `text`, the one that every guard on a model judges."""
    if text.isascii():
        return View(text)
    if not _INVISIBLE.search(text) and unicodedata.is_normalized("NFKC", text):
        return View(folded(text))
    normal, pieces = rewritten(text, _normalising(text))
    return View(folded(normal), pieces=pieces)


def _normalising(text: str) -> Iterator[Edit]:
    for found in _FOREIGN.finditer(text):
        begin = found.start()
        for smear in _smear().finditer(text, begin, found.end()):
            yield from _normalised(text, begin, smear.start())
            yield Edit(smear.start(), smear.end(), "")
            begin = smear.end()
        yield from _normalised(text, begin, found.end())


def _normalised(text: str, begin: int, end: int) -> Iterator[Edit]:
    run = text[begin:end]
    wanted = unicodedata.normalize("NFKC", _INVISIBLE.sub("", run))
    if wanted == run:
        return
    edits = [
        Edit(begin + start, begin + start + len(cluster), normal)
        for start, cluster in _clusters(run)
        if (normal := unicodedata.normalize("NFKC", _INVISIBLE.sub("", cluster))) != cluster
    ]
    if rewritten(text, edits, begin, end)[0] == wanted:
        yield from edits
    else:  # characters that compose across clusters, as Hangul letters do
        yield Edit(begin, end, wanted)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """A character with the marks and the invisible characters that follow it, which normalisation may join."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (unicodedata.combining(text[at]) or _INVISIBLE.match(text[at])):
            yield start, text[start:at]
            start = at
