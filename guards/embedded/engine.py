"""One network with its calibration: prepared windows in, probabilities out."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from guards.errors import ModelError

from .features import Features, read, script
from .labels import CATEGORIES, ROLES
from .networks import FILES, NETWORKS, Logits, Map, Window

LONG = 128  # windows from which batches run side by side: shorter texts leave the cores to other requests
THREADS = min(4, os.cpu_count() or 1)

Doubles = NDArray[np.float64]


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
    """A network and its calibration; safe to call from many threads."""

    def __init__(self, folder: Path, name: str, manifest: dict[str, Any], processor: Any) -> None:
        """`processor` is the SentencePiece model of the files in `folder`."""
        self._calibration: dict[str, dict[str, list[float]]] = manifest["calibration"][name]
        self._offsets: dict[str, dict[str, float]] = manifest["offsets"][name]
        self._processor = processor
        self._network = NETWORKS[name](folder)

    def scores(
        self, parts: Sequence[Part], seen: Mapping[str, Features] | None = None, *, alone: bool = False
    ) -> list[WindowScores]:
        """Probabilities of `parts`, in their order; equal windows are read once.

        `seen` are the features of the parts' texts where somebody has them already. `alone` leaves the other cores to
        others even where there are many windows.
        """
        if not parts:
            return []
        if seen is None:
            seen = read(list(dict.fromkeys(part.text for part in parts)), self._processor)
        different = {pair: at for at, pair in enumerate(dict.fromkeys((part.text, part.role) for part in parts))}
        windows = [Window(*seen[text], ROLES.index(role)) for text, role in different]
        side_by_side: Map = map if alone or len(windows) < LONG else _pool().map
        rows = self._calibrated(list(different), self._network.logits(windows, side_by_side))
        return [WindowScores(part.span, *rows[different[part.text, part.role]]) for part in parts]

    def pieces(self, text: str) -> int:
        """How many pieces a prepared text has, its begin and end among them."""
        return len(read([text], self._processor)[text].pieces)

    def _calibrated(
        self, pairs: Sequence[tuple[str, str]], logits: Logits
    ) -> list[tuple[float, float, float, tuple[float, ...]]]:
        """Attack, share of jailbreaks, unsafe and categories of each ``(text, role)``."""
        scripts = [script(text) for text, _ in pairs]

        def scaled(task: str, raw: Doubles) -> list[float]:
            scales = np.array([self._calibration[role][task] for _, role in pairs])
            offsets = np.array([self._offsets[name][task] for name in scripts])
            found: list[float] = _sigmoid(scales[:, 0] * (raw + offsets) + scales[:, 1])
            return found

        benign, direct, jailbreak = logits.injection.astype(np.float64).T
        attack = scaled("injection", np.logaddexp(direct, jailbreak) - benign)
        unsafe = scaled("content", logits.content[:, 0].astype(np.float64))
        categories = map(tuple, _sigmoid(logits.categories.astype(np.float64)))
        return list(zip(attack, _sigmoid(jailbreak - direct), unsafe, categories, strict=True))


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="corral-embedded")


def _sigmoid(values: Doubles) -> Any:
    found: Any = (1 / (1 + np.exp(-np.clip(values, -30.0, 30.0)))).tolist()
    return found


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
