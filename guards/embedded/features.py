"""What the embedded model reads: subword pieces and hashed character n-grams of a prepared text.

Training and serving call the same two functions, so they can't drift apart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]

NGRAM_SIZES = (3, 4, 5)
NGRAM_BUCKETS = 1 << 16  # bucket 0 pads
MAX_NGRAMS = 2_400  # of one window; a window of 128 pieces has fewer than that in every one of the eight languages

_PRIME = np.uint32(16_777_619)  # the FNV-1a multiplier
_MIX = np.uint32(2_654_435_761)  # Knuth's multiplicative hash, 2**32 / golden ratio


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
