"""Examples as the networks meet them: every reading of a text, cut into the windows that serving would judge."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from guards.embedded.cuts import CUTS
from guards.embedded.features import features
from guards.embedded.labels import CATEGORIES, INJECTION_LABELS, ROLES
from guards.errors import GuardError
from guards.text import cut, views

from .dataset import Example

NOT_TAUGHT = -100
MAX_WINDOWS = 8  # of one example; of longer ones so many are drawn
MAX_CHARS = 6_000
_PARALLEL_FROM = 4_000

Window = tuple[NDArray[np.int32], NDArray[np.uint16]]


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example's windows (pieces, n-grams) and targets; `NOT_TAUGHT` where it says nothing of a task."""

    windows: tuple[Window, ...]
    role: int
    injection: int
    unsafe: float
    categories: NDArray[np.float32] | None
    weight: float
    every: int = 1  # epochs from one in which it is learnt to the next

    @property
    def harmless(self) -> bool:
        """Whether nothing that it says of any task is harmful: then all of its windows are harmless."""
        return self.injection <= 0 and self.unsafe <= 0


def encode(made: Sequence[Example], model: bytes, *, seed: int, processes: int = 1) -> list[Encoded]:
    """Examples in their order; `model` is the SentencePiece model."""
    jobs = [(example.text[:MAX_CHARS], example.role, f"{seed}/{number}") for number, example in enumerate(made)]
    if processes > 1 and len(jobs) >= _PARALLEL_FROM:
        with multiprocessing.get_context("fork").Pool(processes, _load, (model,)) as pool:
            found = pool.map(_windows, jobs, chunksize=500)
    else:
        _load(model)
        found = [_windows(job) for job in jobs]
    return [_with_targets(example, windows) for example, windows in zip(made, found, strict=True)]


_processors: list[sentencepiece.SentencePieceProcessor] = []


def _load(model: bytes) -> None:
    _processors[:] = [sentencepiece.SentencePieceProcessor(model_proto=model)]


def _windows(job: tuple[str, str, str]) -> tuple[Window, ...]:
    text, role, seed = job
    try:
        readings = views(text)
    except GuardError:  # hides more than is read: no text to learn from
        readings = views(text[:500].replace("<", " "))[:1]
    parts = dict.fromkeys(
        view.text[window.start : window.end] for view in readings for window in cut(view.text, CUTS[role])
    )
    kept = list(parts)
    if len(kept) > MAX_WINDOWS:
        kept = random.Random(seed).sample(kept, MAX_WINDOWS)
    found = (features(part, _processors[0]) for part in kept)
    return tuple((pieces.astype(np.int32), ngrams.astype(np.uint16)) for pieces, ngrams in found)


def _with_targets(example: Example, windows: tuple[Window, ...]) -> Encoded:
    categories = None
    if example.categories is not None:
        categories = np.array([category in example.categories for category in CATEGORIES], dtype=np.float32)
    return Encoded(
        windows=windows,
        role=ROLES.index(example.role),
        injection=NOT_TAUGHT if example.injection is None else INJECTION_LABELS.index(example.injection),
        unsafe=NOT_TAUGHT if example.unsafe is None else float(example.unsafe),
        categories=categories,
        weight=example.weight,
        every=example.every,
    )
