"""One exported network on ONNX Runtime: prepared windows in, calibrated probabilities out."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guards.errors import ModelError

from .features import Ids, features, script
from .labels import CATEGORIES, ROLES

FILES = ("fast.onnx", "accurate.onnx", "pieces.model")
BATCH = 4  # more at once fall out of the cache and take twice as long a window
LONG = 128  # windows from which batches run side by side: shorter texts leave the cores to other requests
THREADS = min(4, os.cpu_count() or 1)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Part:
    """A prepared window, the role it is judged in, and the [start, end) of the original text that it was read from."""

    text: str
    role: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """One window's calibrated probabilities, and the [start, end) of the original text that it covers."""

    span: tuple[int, int]
    attack: float  # 1 - benign
    jailbreak_share: float  # of the attack mass that is jailbreak rather than injection
    unsafe: float
    categories: tuple[float, ...]  # in the order of CATEGORIES; given that the text is unsafe


class Engine:
    """A graph, its tokenizer and its calibration; safe to call from many threads."""

    def __init__(self, folder: Path, name: str, manifest: dict[str, Any]) -> None:
        import onnxruntime
        import sentencepiece

        self._calibration: dict[str, dict[str, list[float]]] = manifest["calibration"][name]
        self._offsets: dict[str, dict[str, float]] = manifest["offsets"][name]
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        options = onnxruntime.SessionOptions()
        # One thread and no spinning: requests run side by side, and a spinning pool steals their cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, ["CPUExecutionProvider"])

    def scores(self, parts: Sequence[Part]) -> list[WindowScores]:
        """Probabilities of `parts`, in their order; equal windows are read once."""
        # By length, for little padding, and then by text: the order of a set differs from process to process, and with it
        # would the last digits.
        different = sorted({(part.text, part.role) for part in parts}, key=lambda pair: (len(pair[0]), pair))
        batches = [different[start : start + BATCH] for start in range(0, len(different), BATCH)]
        raw: dict[tuple[str, str], tuple[Floats, np.float32, Floats]] = {}
        for batch, (injection, content, categories) in zip(batches, self._run(batches), strict=True):
            raw.update({pair: (injection[at], content[at, 0], categories[at]) for at, pair in enumerate(batch)})
        return [self._calibrated(part, *raw[part.text, part.role]) for part in parts]

    def logits(self, texts: Sequence[tuple[str, str]]) -> tuple[Floats, Floats, Floats]:
        """Raw logits of prepared ``(text, role)`` pairs: injection [n, 3], content [n, 1], categories [n, 14]."""
        read = [features(text, self._processor) for text, _ in texts]
        pieces, ngrams = padded([pieces for pieces, _ in read]), padded([ngrams for _, ngrams in read])
        roles = np.array([ROLES.index(role) for _, role in texts], dtype=np.int64)
        injection, content, categories = self._session.run(None, {"pieces": pieces, "ngrams": ngrams, "roles": roles})
        return injection, content, categories

    def pieces(self, text: str) -> int:
        """How many pieces a prepared text has, its begin and end among them."""
        return len(features(text, self._processor)[0])

    def _run(self, batches: Sequence[Sequence[tuple[str, str]]]) -> Iterator[tuple[Floats, Floats, Floats]]:
        return map(self.logits, batches) if len(batches) * BATCH < LONG else _pool().map(self.logits, batches)

    def _calibrated(self, part: Part, injection: Floats, content: np.float32, categories: Floats) -> WindowScores:
        benign, direct, jailbreak = (float(value) for value in injection)
        attack_logit = float(np.logaddexp(direct, jailbreak)) - benign
        scale = self._calibration[part.role]
        offset = self._offsets[script(part.text)]
        return WindowScores(
            span=part.span,
            attack=_sigmoid(scale["injection"][0] * (attack_logit + offset["injection"]) + scale["injection"][1]),
            jailbreak_share=_sigmoid(jailbreak - direct),
            unsafe=_sigmoid(scale["content"][0] * (float(content) + offset["content"]) + scale["content"][1]),
            categories=tuple(_sigmoid(float(value)) for value in categories),
        )


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="corral-embedded")


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))  # of one number, far faster than NumPy's


def padded(arrays: Sequence[NDArray[Any]]) -> Ids:
    """Rows of one length, zeros behind the shorter ones."""
    out = np.zeros((len(arrays), max(map(len, arrays))), dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return out


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest in `folder`, its files verified.

    Raises:
        ModelError: a file is absent, or is not the one that the manifest describes.
    """
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
        for name in FILES:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
            if digest != manifest["sha256"][name]:
                raise ModelError(f"{folder / name} is not the file that the manifest describes; reinstall llama-corral")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the embedded model in {folder} can't be read: {error!r}; reinstall llama-corral") from None
    if len(CATEGORIES) != len(manifest["categories"]):
        raise ModelError(f"the embedded model in {folder} has other categories than this version of Corral")
    return manifest
