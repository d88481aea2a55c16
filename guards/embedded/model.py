"""The small model that ships: text in, injection and content scores out, one run for both judgements."""

from __future__ import annotations

import hashlib
import json
import math
import os
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guards.errors import GuardError, ModelError
from guards.text import VERSION, cut, views

from .cuts import CUTS
from .features import Ids, ngram_ids
from .labels import CATEGORIES, ROLES

HERE = Path(__file__).parent / "weights"
FILES = ("model.onnx", "pieces.model", "rows.npy")
BATCH = 32
LONG = 4 * BATCH  # windows from which a text's batches run side by side: shorter ones leave the cores to other requests
THREADS = min(4, os.cpu_count() or 1)
REMEMBERED = 64

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """One window's calibrated probabilities, and the [start, end) of the original text that it covers."""

    span: tuple[int, int]
    attack: float  # 1 - benign
    jailbreak_share: float  # of the attack mass that is jailbreak rather than injection
    unsafe: float
    categories: tuple[float, ...]  # in the order of CATEGORIES; given that the text is unsafe


class EmbeddedModel:
    """Loaded once and shared; safe to call from many threads."""

    def __init__(self, folder: Path = HERE) -> None:
        """Loads and verifies the files in `folder`.

        Raises:
            ModelError: a file is absent, or is not the one that the manifest describes.
        """
        import onnxruntime
        import sentencepiece

        manifest = _manifest(folder)
        reading = hashlib.sha256(f"{VERSION} {CUTS}".encode()).hexdigest()[:6]
        self.revision = f"{manifest['revision']}-{reading}"
        self.thresholds: dict[str, float] = manifest["thresholds"]
        self._calibration: dict[str, dict[str, list[float]]] = manifest["calibration"]
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        self._rows = np.load(folder / "rows.npy", allow_pickle=False)
        options = onnxruntime.SessionOptions()
        # One thread and no spinning: requests run side by side, and a spinning pool steals their cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, ["CPUExecutionProvider"])
        self._lock = threading.Lock()
        self._prepared: dict[tuple[str, str], tuple[WindowScores, ...]] = {}
        self._known: OrderedDict[tuple[str, str], Future[tuple[WindowScores, ...]]] = OrderedDict()

    @classmethod
    @cache
    def load(cls, folder: Path = HERE) -> EmbeddedModel:
        """The model in `folder`, loaded at most once a process."""
        return cls(folder)

    def judge(self, text: str, role: str) -> tuple[WindowScores, ...]:
        """Scores of every window of every reading of `text`; see `judge_many`."""
        return self.judge_many([(text, role)])[0]

    def judge_many(self, texts: Sequence[tuple[str, str]]) -> list[tuple[WindowScores, ...]]:
        """`judge` for ``(text, role)`` pairs, batched.

        Two guards that ask about the same text at the same time share one run.

        Raises:
            ValueError: an unknown role.
            GuardError: a text hides more in disguises than is read.
        """
        for _, role in texts:
            if role not in ROLES:
                raise ValueError(f"role must be one of {', '.join(ROLES)}, got {role!r}")
        prepared = self._prepared
        if prepared and all(key in prepared for key in texts):
            return [prepared[key] for key in texts]
        answers: dict[tuple[str, str], Future[tuple[WindowScores, ...]]] = {}
        mine: list[tuple[str, str]] = []
        with self._lock:
            for key in texts:
                if key not in self._known:
                    self._known[key] = Future()
                    mine.append(key)
                answers.setdefault(key, self._known[key])
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        try:
            for key, scores in zip(mine, self._scored(mine) if mine else (), strict=True):
                answers[key].set_result(scores)
        except BaseException as error:
            with self._lock:
                for key in mine:
                    self._known.pop(key, None)
            for key in mine:
                answers[key].set_exception(error)
            raise
        return [answers[key].result() for key in texts]

    def prepare(self, texts: Sequence[tuple[str, str]]) -> None:
        """Scores many ``(text, role)`` pairs at once, and remembers them until it is told the next ones.

        Who asks for them afterwards gets the same figures in whatever order and company: what the last digits of a run
        are depends on the texts that it holds. A text that can't be judged is left to those who ask for it.
        """
        keys = list(dict.fromkeys(texts))
        if all(key in self._prepared for key in keys):
            return
        try:
            self._prepared = dict(zip(keys, self._scored(keys), strict=True))
        except GuardError:
            readable = [key for key in keys if _readable(key[0])]
            self._prepared = dict(zip(readable, self._scored(readable), strict=True))

    def _scored(self, texts: Sequence[tuple[str, str]]) -> list[tuple[WindowScores, ...]]:
        parts: list[tuple[int, str, str, tuple[int, int]]] = []  # text number, role, prepared window, span
        for number, (text, role) in enumerate(texts):
            for view in views(text):
                for window in cut(view.text, CUTS[role]):
                    span = view.span(window.start, window.end)
                    parts.append((number, role, view.text[window.start : window.end], span))
        order = sorted(range(len(parts)), key=lambda at: len(parts[at][2]))  # little padding
        scored: list[WindowScores | None] = [None] * len(parts)
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        for batch, raw in zip(batches, self._run(batches, parts), strict=True):
            for row, at in enumerate(batch):
                _, role, _, span = parts[at]
                scored[at] = self._calibrated(role, span, raw[0][row], raw[1][row, 0], raw[2][row])
        answers: list[list[WindowScores]] = [[] for _ in texts]
        for (number, _, _, _), scores in zip(parts, scored, strict=True):
            assert scores is not None
            answers[number].append(scores)
        return [tuple(answer) for answer in answers]

    def _run(
        self, batches: Sequence[Sequence[int]], parts: Sequence[tuple[int, str, str, tuple[int, int]]]
    ) -> Iterator[tuple[Floats, Floats, Floats]]:
        pairs = [[(parts[at][2], parts[at][1]) for at in batch] for batch in batches]
        return map(self.logits, pairs) if len(parts) < LONG else _pool().map(self.logits, pairs)

    def logits(self, texts: Sequence[tuple[str, str]]) -> tuple[Floats, Floats, Floats]:
        """Raw logits of prepared ``(text, role)`` pairs: injection [n, 3], content [n, 1], categories [n, 14]."""
        pieces = _padded([self._pieces(text) for text, _ in texts])
        ngrams = _padded([ngram_ids(text) for text, _ in texts])
        roles = np.array([ROLES.index(role) for _, role in texts], dtype=np.int64)
        injection, content, categories = self._session.run(None, {"pieces": pieces, "ngrams": ngrams, "roles": roles})
        return injection, content, categories

    def _pieces(self, text: str) -> Ids:
        if not text.isascii():
            text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate is no text to SentencePiece
        # Nothing is cut: a window is bounded in characters, and a piece has at least one.
        ids = self._rows[np.asarray(self._processor.encode(text), dtype=np.int64)].astype(np.int64)
        return ids if len(ids) else np.ones(1, dtype=np.int64)

    def _calibrated(
        self, role: str, span: tuple[int, int], injection: Floats, content: np.float32, categories: Floats
    ) -> WindowScores:
        benign, direct, jailbreak = (float(value) for value in injection)
        attack_logit = float(np.logaddexp(direct, jailbreak)) - benign
        scale = self._calibration[role]
        return WindowScores(
            span=span,
            attack=_sigmoid(scale["injection"][0] * attack_logit + scale["injection"][1]),
            jailbreak_share=_sigmoid(jailbreak - direct),
            unsafe=_sigmoid(scale["content"][0] * float(content) + scale["content"][1]),
            categories=tuple(_sigmoid(float(value)) for value in categories),
        )


def _readable(text: str) -> bool:
    try:
        views(text)
    except GuardError:
        return False
    return True


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="corral-embedded")


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))  # of one number, far faster than NumPy's


def _padded(arrays: Sequence[Ids]) -> Ids:
    out = np.zeros((len(arrays), max(map(len, arrays))), dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return out


def _manifest(folder: Path) -> dict[str, Any]:
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
