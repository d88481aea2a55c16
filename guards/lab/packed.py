"""Windows of many texts laid end to end, so that no arithmetic goes into padding to the longest of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

GAP = 4  # padding rows after each window: no n-gram of the convolutions reaches over them


@dataclass(frozen=True, slots=True)
class Packed:
    """`pieces` [total] with `GAP` zeros after each window, `lengths` [windows] with the gap, `ngrams` and their `offsets`."""

    pieces: Tensor
    lengths: Tensor
    windows: Tensor  # [total]: which window a row belongs to
    ngrams: Tensor
    offsets: Tensor
    roles: Tensor


def pack(pieces: Sequence[NDArray[np.int32]], ngrams: Sequence[NDArray[np.uint16]], roles: Sequence[int]) -> Packed:
    """One `Packed` of the windows' features."""
    lengths = np.array([len(ids) + GAP for ids in pieces])
    flat = np.zeros(lengths.sum(), dtype=np.int64)
    at = 0
    for ids in pieces:
        flat[at : at + len(ids)] = ids
        at += len(ids) + GAP
    counts = np.array([len(ids) for ids in ngrams])
    return Packed(
        torch.from_numpy(flat),
        torch.from_numpy(lengths),
        torch.from_numpy(np.repeat(np.arange(len(lengths)), lengths)),
        torch.from_numpy(np.concatenate(list(ngrams)).astype(np.int64)),
        torch.from_numpy(np.concatenate([[0], np.cumsum(counts)[:-1]])),
        torch.tensor(list(roles)),
    )


def grams(rows: Tensor, order: int, left: int) -> Tensor:
    """[total, dim] -> [total, order * dim]: each row with those around it, `left` of them before."""
    padded = functional.pad(rows, (0, 0, left, order - 1 - left))
    return torch.cat([padded[shift : shift + len(rows)] for shift in range(order)], 1)


def segment_sum(rows: Tensor, batch: Packed) -> Tensor:
    """[total, dim] -> [windows, dim]."""
    return rows.new_zeros(len(batch.lengths), rows.shape[1]).index_add(0, batch.windows, rows)


def segment_max(rows: Tensor, batch: Packed) -> Tensor:
    """[total, dim] -> [windows, dim]."""
    return torch.segment_reduce(rows, "max", lengths=batch.lengths)
