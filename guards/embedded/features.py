"""What the embedded model reads: subword pieces and hashed character n-grams of a prepared text.

Training and serving call the same functions, so they can't drift apart.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .romanise import romanised

Ids = NDArray[np.int64]

NGRAM_SIZES = (3, 4, 5)
NGRAM_BUCKETS = 1 << 16  # bucket 0 pads
MAX_NGRAMS = 2_400  # of one window; a window of 128 pieces has fewer than that in every one of the eight languages

_PRIME = np.uint32(16_777_619)  # the FNV-1a multiplier
_MIX = np.uint32(2_654_435_761)  # Knuth's multiplicative hash, 2**32 / golden ratio


_THAI, _DEVANAGARI = re.compile("[\u0e00-\u0e7f]"), re.compile("[\u0900-\u097f]")


def script(text: str) -> str:
    """latin, thai or devanagari: which calibration a window gets; any Thai or Devanagari character decides."""
    if text.isascii():
        return "latin"
    return "thai" if _THAI.search(text) else "devanagari" if _DEVANAGARI.search(text) else "latin"


def features(text: str, processor: Any) -> tuple[Ids, Ids]:
    """Rows of the piece table and buckets of n-grams of one window, as `piece_ids` and `ngram_ids` say."""
    if not text.isascii():
        text = romanised(text)
    return piece_ids(text, processor), ngram_ids(text)


def piece_ids(text: str, processor: Any) -> Ids:
    """Rows of the piece table, the text's begin and end marked: ``[n] int64``, n >= 2; row 0 pads, row 1 is unknown.

    Nothing is cut: a window is bounded in characters, and a piece has at least one.
    """
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to SentencePiece
    return np.asarray(processor.encode(text, add_bos=True, add_eos=True), dtype=np.int64) + 1


def ngram_ids(text: str) -> Ids:
    """Buckets of the text's character n-grams, word borders as spaces: ``[n] int64``, 1 <= bucket < NGRAM_BUCKETS."""
    folded = " " + " ".join(text.lower().split()) + " "
    points = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    found = []
    rolling = points
    for size in range(2, NGRAM_SIZES[-1] + 1):
        if len(points) < size:
            break
        rolling = rolling[:-1] * _PRIME ^ points[size - 1 :]
        if size in NGRAM_SIZES:
            mixed = (rolling ^ np.uint32(size)) * _MIX
            found.append((mixed >> np.uint32(16)) % np.uint32(NGRAM_BUCKETS - 1) + np.uint32(1))
    if not found:
        return np.zeros(1, dtype=np.int64)
    return np.concatenate(found)[:MAX_NGRAMS].astype(np.int64)
