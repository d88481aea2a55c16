"""Text as it is judged: compatibility forms unified, invisible characters gone, and a map back to the original."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Zero-width and bidi controls, soft hyphen, variation selectors, tag characters: seen by a model, not by a reader.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+"
)


@dataclass(frozen=True, slots=True)
class View:
    """One reading of a text. `offsets` holds for every character where it began in the original; None: unchanged."""

    text: str
    kind: str
    offsets: tuple[int, ...] | None
    original_chars: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` of this view stands in the original, as [start, end) code points."""
        if self.offsets is None:
            return start, end
        first = self.offsets[start] if start < len(self.offsets) else self.original_chars
        last = self.offsets[end] if end < len(self.offsets) else self.original_chars
        return first, max(first, last)


def prepare(text: str) -> tuple[View, ...]:
    """The readings of `text` that are judged, the plain one first."""
    if text.isascii() or (not _INVISIBLE.search(text) and unicodedata.is_normalized("NFKC", text)):
        return (View(text, "plain", None, len(text)),)
    made: list[str] = []
    offsets: list[int] = []
    for start, cluster in _clusters(text):
        normal = unicodedata.normalize("NFKC", _INVISIBLE.sub("", cluster))
        made.append(normal)
        offsets += [start] * len(normal)
    return (View("".join(made), "plain", tuple(offsets), len(text)),)


def _clusters(text: str) -> list[tuple[int, str]]:
    """A character with the marks that follow it, which normalisation may join."""
    clusters: list[tuple[int, str]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            clusters.append((start, text[start:at]))
            start = at
    return clusters
