"""The two embedded networks: one input, the same three heads, and two encoders of different cost.

`Fast` is a piece table under three n-gram convolutions (Kim 2014, arXiv:1408.5882); `Accurate` is the fine-tuned
`Encoder`. Both read hashed character n-grams beside the pieces (fastText, Bojanowski et al. 2017, arXiv:1607.04606).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from guards.embedded.features import NGRAM_BUCKETS
from guards.embedded.labels import CATEGORIES, INJECTION_LABELS, ROLES

from .encoder import CHANNELS, ORDERS, WIDTH, Encoder
from .packed import GAP, Convolution, Packed, pooled
from .vocabulary import Vocabulary

SENTENCE_DIM = 512
ROLE_DIM = 8
FAST_DIM = 160


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits of windows: injection [n, 3], content [n], categories [n, 14]; and what they mean: sentence [n, 512]."""

    injection: Tensor
    content: Tensor
    categories: Tensor
    sentence: Tensor


class Heads(nn.Module):
    """What an encoder saw, n-grams and role -> one hidden layer -> three judgements.

    A request that is harmless from the user is an attack in a document: each role has output rows of its own.
    """

    def __init__(self, seen: int, *, ngram_dim: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.ngrams = nn.EmbeddingBag(NGRAM_BUCKETS, ngram_dim, mode="mean", padding_idx=0, sparse=True)
        nn.init.normal_(self.ngrams.weight, std=0.05)
        self.roles = nn.Embedding(len(ROLES), ROLE_DIM)
        self.hidden = nn.Linear(seen + ngram_dim + ROLE_DIM, hidden)
        self.dropout = nn.Dropout(dropout)
        self.injection = nn.Linear(hidden, len(ROLES) * len(INJECTION_LABELS))
        self.content = nn.Linear(hidden, len(ROLES))
        self.categories = nn.Linear(hidden, len(CATEGORIES))

    def forward(self, seen: Tensor, batch: Packed) -> tuple[Tensor, Tensor, Tensor]:
        grams_seen = self.ngrams(batch.ngrams, batch.offsets) * 4.0
        joined = torch.cat([seen.float(), grams_seen, self.roles(batch.roles)], 1)
        hidden = self.dropout(functional.relu(self.hidden(self.dropout(joined))))
        injection = self.injection(hidden).float().view(-1, len(ROLES), len(INJECTION_LABELS))
        each = torch.arange(len(batch.roles))
        return (
            injection[each, batch.roles],
            self.content(hidden).float()[each, batch.roles],
            self.categories(hidden).float(),
        )


class Fast(nn.Module):
    """A table of `dim` columns, convolutions of 2, 3 and 5 pieces with peak and mean pooling."""

    def __init__(self, vocabulary: Vocabulary, *, dim: int = FAST_DIM, channels: int = 128) -> None:
        super().__init__()
        self.table = nn.Embedding(len(vocabulary.table), dim, padding_idx=0, sparse=True)
        with torch.no_grad():
            self.table.weight.copy_(torch.from_numpy(vocabulary.narrow(dim)))
        self.convolutions = nn.ModuleList(Convolution(dim, channels, *order) for order in ORDERS)
        pooled = 2 * channels * len(ORDERS)
        self.to_sentence = nn.Linear(pooled, SENTENCE_DIM)
        self.heads = Heads(pooled, ngram_dim=32, hidden=256, dropout=0.25)

    def forward(self, batch: Packed) -> Scores:
        rows = self.table(batch.pieces).bfloat16()
        root = (batch.lengths - GAP).sqrt().unsqueeze(1)
        seen = [convolution(rows, batch) for convolution in self.convolutions]
        peaks, sums = pooled(torch.cat(seen, 1), batch)
        parts = zip(peaks.chunk(len(ORDERS), 1), (sums / root * 0.3).chunk(len(ORDERS), 1), strict=True)
        joined = torch.cat([part for pair in parts for part in pair], 1)
        sentence = functional.normalize(self.to_sentence(joined).float(), dim=1)
        injection, content, categories = self.heads(joined, batch)
        return Scores(injection, content, categories, sentence)


class Accurate(nn.Module):
    """USE's encoder, fine-tuned; the heads see its sentence vector, its mean and its peaks."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.encoder = Encoder(len(vocabulary.table))
        self.encoder.load_published(vocabulary)
        self.heads = Heads(2 * WIDTH + CHANNELS * len(ORDERS), ngram_dim=32, hidden=384, dropout=0.2)

    def forward(self, batch: Packed) -> Scores:
        sentence, mean, peaks = self.encoder(batch)
        seen = torch.cat([sentence * 8.0, mean, peaks * 0.5], 1)
        injection, content, categories = self.heads(seen, batch)
        return Scores(injection, content, categories, sentence)
