"""Windows of many texts laid end to end, so that no arithmetic goes into padding to the longest of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.autograd import Function
from torch.nn import functional

GAP = 4  # padding rows after each window: no n-gram of the convolutions reaches over them


@dataclass(frozen=True, slots=True)
class Packed:
    """`pieces` [total] with `GAP` zeros after each window, `lengths` [windows] with the gap, `ngrams` and their `offsets`."""

    pieces: Tensor
    lengths: Tensor
    windows: Tensor  # [total]: which window a row belongs to
    gaps: Tensor  # the rows that are no text
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
        torch.from_numpy((np.cumsum(lengths)[:, None] - np.arange(GAP, 0, -1)).ravel()),
        torch.from_numpy(np.concatenate(list(ngrams)).astype(np.int64)),
        torch.from_numpy(np.concatenate([[0], np.cumsum(counts)[:-1]])),
        torch.tensor(list(roles)),
    )


class Convolution(nn.Module):
    """relu(a product over each row and those around it), `left` of `order` before it: [total, dim] -> [total, channels].

    In bfloat16, and rows of the gaps are 0; with `residual` the rows are added.
    """

    def __init__(self, dim: int, channels: int, order: int, left: int, *, residual: bool = False) -> None:
        super().__init__()
        drawn = nn.Linear(order * dim, channels)
        self.weight, self.bias = drawn.weight, drawn.bias
        self._left, self._residual = left, residual

    def forward(self, rows: Tensor, batch: Packed) -> Tensor:
        found: Tensor = _Convolution.apply(  # type: ignore[no-untyped-call]
            rows, self.weight, self.bias, self._left, batch.gaps, self._residual
        )
        return found


class Product(nn.Linear):
    """A product in bfloat16."""

    def forward(self, rows: Tensor) -> Tensor:
        return functional.linear(rows.bfloat16(), self.weight.bfloat16(), self.bias.bfloat16())


def pooled(rows: Tensor, batch: Packed) -> tuple[Tensor, Tensor]:
    """[total, dim] -> peaks, at least 0, and sums of every window, both [windows, dim] float32; gaps count nothing."""
    peaks, sums = _Pooling.apply(rows, batch.lengths, batch.windows, batch.gaps)  # type: ignore[no-untyped-call]
    return peaks, sums


class _Convolution(Function):
    """One product forward and two back; autograd's own way through the shifted rows costs several times as much."""

    @staticmethod
    def forward(
        ctx: Any, rows: Tensor, weight: Tensor, bias: Tensor, left: int, gaps: Tensor, residual: bool
    ) -> Tensor:
        small, order = weight.bfloat16(), weight.shape[1] // rows.shape[1]
        seen = _around(rows, order, left)
        made = torch.addmm(bias.bfloat16(), seen, small.t()).relu_()
        made.index_fill_(0, gaps, 0.0)
        ctx.save_for_backward(seen, small, made)
        ctx.order, ctx.left, ctx.residual = order, left, residual
        return made + rows if residual else made

    @staticmethod
    def backward(ctx: Any, *given: Tensor) -> tuple[Tensor | None, ...]:
        seen, small, made = ctx.saved_tensors
        slope = torch.ops.aten.threshold_backward(given[0], made, 0.0)
        by_place = small.view(len(small), ctx.order, -1).flip(1).permute(1, 0, 2)
        around = _around(slope, ctx.order, ctx.order - 1 - ctx.left)
        flat = by_place.reshape(-1, by_place.shape[2])
        back = torch.addmm(given[0], around, flat) if ctx.residual else around @ flat
        return (
            back,
            (slope.t() @ seen).float(),
            (slope.t() @ slope.new_ones(len(slope), 1)).float()[:, 0],
            None,
            None,
            None,
        )


class _Pooling(Function):
    @staticmethod
    def forward(ctx: Any, rows: Tensor, lengths: Tensor, windows: Tensor, gaps: Tensor) -> tuple[Tensor, Tensor]:
        sizes = lengths.tolist()
        peaks = rows.new_empty(len(sizes), rows.shape[1])
        sums = torch.empty_like(peaks)
        places = torch.empty(len(sizes), rows.shape[1], dtype=torch.int64)
        at = 0
        for number, size in enumerate(sizes):
            part = rows[at : at + size - GAP]
            torch.max(part, 0, out=(peaks[number], places[number]))
            torch.sum(part, 0, out=sums[number])
            places[number] += at
            at += size
        peaks = peaks.relu_()
        ctx.save_for_backward(places, windows, gaps, peaks)
        return peaks.float(), sums.float()

    @staticmethod
    def backward(ctx: Any, *given: Tensor) -> tuple[Tensor, None, None, None]:
        places, windows, gaps, peaks = ctx.saved_tensors
        slope = given[1].to(peaks.dtype).index_select(0, windows)
        slope.index_fill_(0, gaps, 0.0)
        slope.scatter_add_(0, places, given[0].to(peaks.dtype) * (peaks > 0))
        return slope, None, None, None


def _around(rows: Tensor, order: int, left: int) -> Tensor:
    """[total, dim] -> [total, order * dim]: each row beside its neighbours; 0 beyond the ends."""
    if order == 1:
        return rows
    padded = functional.pad(rows, (0, 0, left, order - 1 - left))
    return torch.cat([padded[place : place + len(rows)] for place in range(order)], 1)
