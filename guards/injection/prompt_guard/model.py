"""An exported Prompt Guard at run time: tokens, windows, one ONNX Runtime session; no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guards.errors import ConfigError, MissingExtra, ModelError
from guards.text import VERSION, views

from .manifest import MODEL, TOKENIZER, read_manifest

OVERLAP_SHARE = 4  # neighbouring windows share a quarter, so that an attack is whole in one of them
LONGEST_CHARS = 1_000_000  # over it a text is refused: tokens and windows of a text are held at once

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Piece:
    """One window of a text: token ids with the special ones, and the [start, end) of the original that it covers."""

    ids: tuple[int, ...]
    span: tuple[int, int]


class PromptGuardModel:
    """Loaded once and shared; safe to call from many threads."""

    def __init__(self, folder: Path, *, window_tokens: int | None = None, threads: int = 2) -> None:
        """Loads and verifies what `corral export prompt-guard` wrote.

        `window_tokens` (special tokens included) defaults to the model's own length, as its card has it; 128 is
        about twice as fast on long texts, and its scores are those of shorter windows.

        Raises:
            MissingExtra: `tokenizers` is not installed.
            ModelError: a file is absent or altered.
            ConfigError: a window that the model can't take.
        """
        try:
            from tokenizers import Tokenizer
        except ImportError:
            raise MissingExtra("tokenizers", "prompt-guard") from None

        self.manifest = read_manifest(folder)
        self.window_tokens = window_tokens or self.manifest.max_tokens
        if not 16 <= self.window_tokens <= self.manifest.max_tokens:
            raise ConfigError(
                f"window_tokens: must be between 16 and {self.manifest.max_tokens}, is {self.window_tokens}"
            )
        self.revision = f"{self.manifest.revision}-w{self.window_tokens}-{VERSION}"
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._session = open_session(str(folder / MODEL), threads)

    @property
    def labels(self) -> tuple[str, ...]:
        return self.manifest.labels

    def pieces(self, text: str) -> list[Piece]:
        """Every window of every reading of `text`.

        Raises:
            ModelError: the text is longer than is held in memory at once.
        """
        if len(text) > LONGEST_CHARS:
            raise ModelError(f"a text of {len(text)} characters is over the bound of {LONGEST_CHARS}")
        first, last, _ = self.manifest.special_tokens
        made = []
        for view in views(text):
            readable = view.text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text
            coded = self._tokenizer.encode(readable, add_special_tokens=False)
            for start, end in _cuts(len(coded.ids), self.window_tokens - 2):
                offsets = coded.offsets[start:end]
                span = view.span(offsets[0][0], offsets[-1][1]) if offsets else (0, len(text))
                made.append(Piece((first, *coded.ids[start:end], last), span))
        return made

    def probabilities(self, pieces: Sequence[Piece]) -> Floats:
        """Softmaxed logits of a batch, ``[batch, labels] float32``; shorter pieces are padded and masked."""
        longest = max(len(piece.ids) for piece in pieces)
        ids = np.full((len(pieces), longest), self.manifest.special_tokens[2], dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, piece in enumerate(pieces):
            ids[row, : len(piece.ids)] = piece.ids
            mask[row, : len(piece.ids)] = 1
        logits: Floats = self._session.run(["logits"], {"input_ids": ids, "attention_mask": mask})[0]
        if not np.isfinite(logits).all():
            raise ModelError("the model gave logits that are no numbers")
        return softmax(logits)


def open_session(model: str | bytes, threads: int) -> Any:
    """An ONNX Runtime session as Corral runs it: few threads, none that spins while it waits.

    The fusion of residual and norm is left off: ONNX Runtime's fused kernel takes four times as long as the two parts.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        model, options, ["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def softmax(logits: Floats) -> Floats:
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def _cuts(tokens: int, size: int) -> list[tuple[int, int]]:
    """[start, end) of windows of `size` that cover all tokens; the last one is as long as the others."""
    if tokens <= size:
        return [(0, tokens)]
    starts = [*range(0, tokens - size, size - size // OVERLAP_SHARE), tokens - size]
    return [(start, start + size) for start in starts]
