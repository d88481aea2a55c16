"""The plain view: compatibility forms unified, invisible characters gone, foreign look-alikes folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from .homoglyphs import folded
from .view import Edit, View, rewritten

# Zero-width and bidi controls, soft hyphen, variation selectors, tag characters: seen by a model, not by a reader.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)
_FOREIGN = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")  # an ASCII character composes with nothing that stands before it


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
        run, begin = found.group(), found.start()
        wanted = unicodedata.normalize("NFKC", _INVISIBLE.sub("", run))
        if wanted == run:
            continue
        edits = [
            Edit(begin + start, begin + start + len(cluster), normal)
            for start, cluster in _clusters(run)
            if (normal := unicodedata.normalize("NFKC", _INVISIBLE.sub("", cluster))) != cluster
        ]
        if rewritten(text, edits, begin, found.end())[0] == wanted:
            yield from edits
        else:  # characters that compose across clusters, as Hangul letters do
            yield Edit(begin, found.end(), wanted)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """A character with the marks and the invisible characters that follow it, which normalisation may join."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (unicodedata.combining(text[at]) or _INVISIBLE.match(text[at])):
            yield start, text[start:at]
            start = at
