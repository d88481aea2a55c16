"""The two networks on ONNX Runtime: windows' features in, raw logits out.

Every batch is small: what its layers hand to each other must stay in a core's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .features import Ids

AROUND = 2  # pieces before and after one that the widest n-gram reads
FAST_BATCH, ACCURATE_BATCH, HEADS_BATCH = 8, 2, 32
TOGETHER = 512  # windows whose different pieces are looked up and projected in one go

Floats = NDArray[np.float32]
Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]  # `map`, or one that works side by side


class Window(NamedTuple):
    """What a network reads of one window: rows of the piece table, buckets of n-grams, and the role's number."""

    pieces: Ids
    ngrams: Ids
    role: int


class Logits(NamedTuple):
    """Raw logits: injection [n, 3], content [n, 1], categories [n, 14]."""

    injection: Floats
    content: Floats
    categories: Floats


class Fast:
    """One graph: a piece table under three n-gram convolutions, and the heads."""

    files = ("fast.onnx",)

    def __init__(self, folder: Path) -> None:
        self._session = _session(folder / self.files[0])

    def logits(self, windows: Sequence[Window], each: Map = map) -> Logits:
        """Logits of `windows`, in their order."""
        return _in_order(windows, lambda batches: each(self._batch, batches), FAST_BATCH)

    def _batch(self, windows: Sequence[Window]) -> Logits:
        pieces, ngrams = padded([window.pieces for window in windows]), padded([window.ngrams for window in windows])
        return Logits(*self._session.run(None, {"pieces": pieces, "ngrams": ngrams, "roles": _roles(windows)}))


class Accurate:
    """Three graphs. What a piece means alone is computed once for each different piece of many windows; the n-grams are
    read two windows at a time; the heads, whose weights outweigh what they read, run on many windows at once.
    """

    files = ("accurate-words.onnx", "accurate.onnx", "accurate-heads.onnx")

    def __init__(self, folder: Path) -> None:
        self._words, self._grams, self._heads = (_session(folder / name) for name in self.files)
        self._word_names = [output.name for output in self._words.get_outputs()]

    def logits(self, windows: Sequence[Window], each: Map = map) -> Logits:
        """Logits of `windows`, in their order."""
        return _in_order(windows, lambda groups: (self._group(group, each) for group in groups), TOGETHER)

    def _group(self, windows: Sequence[Window], each: Map) -> Logits:
        lengths = [len(window.pieces) for window in windows]
        different = pieces = np.concatenate([window.pieces for window in windows])
        rows = np.arange(len(pieces))
        if len(windows) > 1:
            different, rows = np.unique(pieces, return_inverse=True)
        # Row 0 is the padding piece, which no window has.
        words = dict(zip(self._word_names, self._words.run(None, {"pieces": np.append(0, different)}), strict=True))
        ends = np.cumsum(lengths)
        read = [rows[end - length : end] + 1 for end, length in zip(ends, lengths, strict=True)]

        def grams(start: int) -> tuple[Floats, Floats, Floats]:
            near, mask = _neighbours(tuple(lengths[start : start + ACCURATE_BATCH]))
            ids = padded(read[start : start + ACCURATE_BATCH], AROUND).reshape(-1)
            ngrams = padded([window.ngrams for window in windows[start : start + ACCURATE_BATCH]])
            summed, peaks, gram_mean = self._grams.run(
                None, {**words, "pieces": ids, "near": near, "mask": mask, "ngrams": ngrams}
            )
            return summed, peaks, gram_mean

        seen = [np.concatenate(part) for part in zip(*each(grams, range(0, len(windows), ACCURATE_BATCH)), strict=True)]
        counts = np.array(lengths, dtype=np.float32)[:, None]

        def heads(start: int) -> Logits:
            part = slice(start, start + HEADS_BATCH)
            feeds = dict(zip(("summed", "peaks", "gram_mean"), (values[part] for values in seen), strict=True))
            return Logits(*self._heads.run(None, {**feeds, "length": counts[part], "roles": _roles(windows[part])}))

        return _joined(list(each(heads, range(0, len(windows), HEADS_BATCH))))


@lru_cache(maxsize=1024)
def _neighbours(lengths: tuple[int, ...]) -> tuple[Ids, Floats]:
    """Where each piece's neighbours stand in `padded` windows read as one row, [windows, longest, 5], and the mask of what
    is text, [windows, 1, longest].

    What lies beyond a window is place 0, which holds nothing. Behind a shorter window's end its last piece is told
    again, so that no peak can come from there; the mask keeps it out of the sums.
    """
    longest = max(lengths)
    ends = np.array(lengths)[:, None, None]
    last = np.minimum(np.arange(longest)[None, :, None], ends - 1)
    place = last + np.arange(-AROUND, AROUND + 1)
    starts = (np.arange(len(lengths)) * (longest + 2 * AROUND) + AROUND)[:, None, None]
    near = np.where((place >= 0) & (place < ends), place + starts, 0)
    mask = (np.arange(longest) < ends[:, :, 0]).astype(np.float32)[:, None, :]
    return near, mask


def padded(arrays: Sequence[NDArray[Any]], around: int = 0) -> Ids:
    """Rows of one length, zeros behind the shorter ones and `around` of them at both ends."""
    out = np.zeros((len(arrays), max(map(len, arrays)) + 2 * around), dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[around : around + len(array)] = array
    return out


def _in_order(
    windows: Sequence[Window], run: Callable[[Sequence[Sequence[Window]]], Iterable[Logits]], size: int
) -> Logits:
    """Runs batches of windows that are much alike in length, and gives the answers in the windows' own order."""
    if len(windows) == 1:
        return _joined(list(run([windows])))
    order = sorted(range(len(windows)), key=lambda at: len(windows[at].pieces))
    batches = [[windows[at] for at in order[start : start + size]] for start in range(0, len(order), size)]
    found = _joined(list(run(batches)))
    back = np.empty(len(order), dtype=np.int64)
    back[order] = np.arange(len(order))
    return Logits(*(values[back] for values in found))


def _joined(parts: Sequence[Logits]) -> Logits:
    if len(parts) == 1:
        return parts[0]
    return Logits(*(np.concatenate(values) for values in zip(*parts, strict=True)))


def _roles(windows: Sequence[Window]) -> Ids:
    return np.fromiter((window.role for window in windows), dtype=np.int64, count=len(windows))


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread and no spinning: requests run side by side, and a spinning pool steals their cores.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])


NETWORKS: dict[str, type[Fast] | type[Accurate]] = {"fast": Fast, "accurate": Accurate}
FILES = (*chain.from_iterable(network.files for network in NETWORKS.values()), "pieces.model")
