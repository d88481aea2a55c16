"""What the embedded model reads: subword pieces and hashed character n-grams of a prepared text.

Training and serving call the same functions, so they can't drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .romanise import romanised

Ids = NDArray[np.int64]

NGRAM_SIZES = (3, 4, 5)
NGRAM_BUCKETS = 1 << 16  # bucket 0 pads
MAX_NGRAMS = 2_400  # of one window; a window of 128 pieces has fewer than that in every one of the eight languages

_PRIME = np.uint32(16_777_619)  # the FNV-1a multiplier
_MIX = np.uint32(2_654_435_761)  # Knuth's multiplicative hash, 2**32 / golden ratio
_TOGETHER = 1_000  # texts hashed at once; bounds the memory


_SHOUT = re.compile(r"[A-Z\u00c0-\u00de]{2}\W+[A-Z\u00c0-\u00de]{2}")
_SPACES = re.compile(r"(\s+)")
SHOUTED = 3  # words in capitals in a row that are no row of names

_THAI, _DEVANAGARI = re.compile("[\u0e00-\u0e7f]"), re.compile("[\u0900-\u097f]")


def script(text: str) -> str:
    """latin, thai or devanagari: which calibration a window gets; any Thai or Devanagari character decides."""
    if text.isascii():
        return "latin"
    return "thai" if _THAI.search(text) else "devanagari" if _DEVANAGARI.search(text) else "latin"


class Features(NamedTuple):
    """Rows of the piece table, as `piece_ids` says, and buckets of n-grams, as `ngram_ids` says."""

    pieces: Ids
    ngrams: Ids


def features(text: str, processor: Any) -> Features:
    """What is read of one window."""
    return read([text], processor)[text]


def read(texts: Sequence[str], processor: Any) -> dict[str, Features]:
    """What is read of each window; many at once take half the time."""
    latin = [quiet(text if text.isascii() else romanised(text)) for text in texts]
    return {
        text: Features(pieces, ngrams)
        for text, pieces, ngrams in zip(texts, piece_ids(latin, processor), ngram_ids(latin), strict=True)
    }


def quiet(text: str) -> str:
    """`text`, of which rows of words in capitals are in small letters: who shouts says the same as who does not."""
    if not _SHOUT.search(text):
        return text
    words = _SPACES.split(text)  # every other one is the space between two words
    start, loud = 0, 0
    for place in range(0, len(words) + 2, 2):
        word = words[place] if place < len(words) else "."
        if word.isupper():
            loud += 1
        elif place >= len(words) or any(map(str.isalpha, word)):
            if loud >= SHOUTED:
                words[start:place] = [part.lower() for part in words[start:place]]
            start, loud = place + 2, 0
    return "".join(words)


def piece_ids(texts: Sequence[str], processor: Any) -> list[Ids]:
    """Rows of the piece table, each text's begin and end marked: ``[n] int64``, n >= 2; row 0 pads, row 1 is unknown.

    Nothing is cut: a window is bounded in characters, and a piece has at least one.
    """
    # A lone surrogate is no text to SentencePiece.
    plain = [text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8") for text in texts]
    # One by one: SentencePiece starts threads for a list, even if told to use one, and is no faster for it.
    return [np.array(processor.encode(text, add_bos=True, add_eos=True), dtype=np.int64) + 1 for text in plain]


def ngram_ids(texts: Sequence[str]) -> list[Ids]:
    """Buckets of each text's character n-grams, word borders as spaces: ``[n] int64``, 1 <= bucket < NGRAM_BUCKETS."""
    found: list[Ids] = []
    for start in range(0, len(texts), _TOGETHER):
        found += _ngram_ids([" " + " ".join(text.lower().split()) + " " for text in texts[start : start + _TOGETHER]])
    return found


def _ngram_ids(folded: Sequence[str]) -> list[Ids]:
    points = np.frombuffer("".join(folded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    hashed: dict[int, Ids] = {}  # by size: the bucket of what begins at each place
    rolling = points
    for size in range(2, NGRAM_SIZES[-1] + 1):
        if len(points) < size:
            break
        rolling = rolling[:-1] * _PRIME ^ points[size - 1 :]
        if size in NGRAM_SIZES:
            mixed = (rolling ^ np.uint32(size)) * _MIX
            hashed[size] = ((mixed >> np.uint32(16)) % np.uint32(NGRAM_BUCKETS - 1) + np.uint32(1)).astype(np.int64)
    found = []
    start = 0
    for text in folded:
        end = start + len(text)
        mine = [ids[start : end - size + 1] for size, ids in hashed.items() if end - start >= size]
        found.append(np.concatenate(mine)[:MAX_NGRAMS] if mine else np.zeros(1, dtype=np.int64))
        start = end
    return found
