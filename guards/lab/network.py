"""The embedded network: piece embeddings, three n-gram convolutions, hashed character n-grams, one head a judgement.

Source: the piece table starts from the Universal Sentence Encoder multilingual v3 (Yang et al. 2019,
arXiv:1907.04307; Apache-2.0), projected onto its principal components; the convolutions of 2, 3 and 5 pieces follow
its n-gram CNN. The hashed n-grams follow fastText (Bojanowski et al. 2017, arXiv:1607.04606).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from guards.embedded.features import NGRAM_BUCKETS
from guards.embedded.labels import CATEGORIES, INJECTION_LABELS, ROLES


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network; `pieces` counts the padding row 0."""

    pieces: int
    piece_dim: int = 160
    channels: int = 128
    orders: tuple[int, ...] = (2, 3, 5)
    ngram_dim: int = 32
    role_dim: int = 8
    hidden: int = 256
    sentence_dim: int = 512


class Network(nn.Module):
    """Reads pieces and n-grams; answers injection, content and category logits, and a sentence vector to distil."""

    def __init__(self, shape: Shape, table: Tensor | None = None) -> None:
        super().__init__()
        self.shape = shape
        self.pieces = nn.Embedding(shape.pieces, shape.piece_dim, padding_idx=0, sparse=True)
        if table is not None:
            with torch.no_grad():
                self.pieces.weight.copy_(table)
        self.ngrams = nn.EmbeddingBag(NGRAM_BUCKETS, shape.ngram_dim, mode="mean", padding_idx=0, sparse=True)
        nn.init.normal_(self.ngrams.weight, std=0.05)
        self.roles = nn.Embedding(len(ROLES), shape.role_dim)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(shape.piece_dim, shape.channels, order, padding="same") for order in shape.orders
        )
        pooled = 2 * shape.channels * len(shape.orders)
        self.to_sentence = nn.Linear(pooled, shape.sentence_dim)
        self.hidden = nn.Linear(pooled + shape.ngram_dim + shape.role_dim, shape.hidden)
        self.dropout = nn.Dropout(0.25)
        self.injection = nn.Linear(shape.hidden, len(INJECTION_LABELS))
        self.content = nn.Linear(shape.hidden, 1)
        self.categories = nn.Linear(shape.hidden, len(CATEGORIES))

    def forward(self, pieces: Tensor, ngrams: Tensor, roles: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """pieces: [batch, length], ngrams: [batch, count], both padded with 0; roles: [batch].

        Returns injection [batch, 3], content [batch], categories [batch, 14] logits, sentence [batch, 512].
        """
        mask = (pieces != 0).unsqueeze(1).float()
        embedded = self.pieces(pieces).transpose(1, 2)
        lengths = mask.sum(2).clamp(min=1)
        pooled = []
        for convolution in self.convolutions:
            seen = functional.relu(convolution(embedded)) * mask
            pooled += [seen.amax(2), seen.sum(2) / lengths.sqrt() * 0.3]
        pooled_all = torch.cat(pooled, 1)
        sentence = functional.normalize(self.to_sentence(pooled_all), dim=1)
        joined = torch.cat([pooled_all, self.ngrams(ngrams) * 4.0, self.roles(roles)], 1)
        hidden = functional.relu(self.hidden(self.dropout(joined)))
        hidden = self.dropout(hidden)
        return self.injection(hidden), self.content(hidden).squeeze(1), self.categories(hidden), sentence
