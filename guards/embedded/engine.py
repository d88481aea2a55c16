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

from guards.errors import ModelError

from .features import Features, read, script
from .labels import CATEGORIES, ROLES
from .networks import FILES, NETWORKS, Logits, Map, Window

LONG = 128  # windows from which batches run side by side: shorter texts leave the cores to other requests
THREADS = min(4, os.cpu_count() or 1)


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
        scales = np.array([self._scales(role, script(text)) for text, role in pairs])
        benign, direct, jailbreak = logits.injection.T.astype(np.float64)
        odds = np.empty((len(pairs), 3 + len(CATEGORIES)))
        odds[:, 0] = scales[:, 0] * (np.logaddexp(direct, jailbreak) - benign + scales[:, 1]) + scales[:, 2]
        odds[:, 1] = jailbreak - direct
        odds[:, 2] = scales[:, 3] * (logits.content[:, 0] + scales[:, 4]) + scales[:, 5]
        odds[:, 3:] = logits.categories
        chances = (1 / (1 + np.exp(-odds.clip(-30.0, 30.0)))).tolist()
        return [(attack, share, unsafe, tuple(rest)) for attack, share, unsafe, *rest in chances]

    @cache  # noqa: B019 - a handful of entries, and an engine lives as long as its process
    def _scales(self, role: str, name: str) -> tuple[float, ...]:
        """Slope, offset and intercept of the attack's log odds, and of the content's."""
        scale, offset = self._calibration[role], self._offsets[name]
        attack, unsafe = scale["injection"], scale["content"]
        return attack[0], offset["injection"], attack[1], unsafe[0], offset["content"], unsafe[1]


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, thread_name_prefix="corral-embedded")


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
