"""Trains the embedded network: labels where there are labels, a multilingual teacher's sentence vectors everywhere.

The teacher carries what a text means over to languages that have no labelled rows. Seeds are fixed; two runs on
one machine give the same weights.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from guards.embedded.features import Ids, ngram_ids
from guards.embedded.labels import CATEGORIES, INJECTION_LABELS, ROLES
from guards.text import prepare

from .dataset import Example
from .network import Network, Shape
from .vocabulary import Vocabulary

NOT_TAUGHT = -100
MAX_PIECES = 192


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train; the defaults are what ships."""

    seed: int = 7
    epochs: int = 4
    batch: int = 96
    learning_rate: float = 2e-3
    table_learning_rate: float = 4e-4
    distil_texts: int = 90_000
    distil_weight: float = 6.0
    category_weight: float = 0.4
    threads: int = 2


@dataclass(frozen=True, slots=True)
class _Encoded:
    pieces: Ids
    ngrams: Ids
    role: int
    injection: int
    unsafe: float
    categories: NDArray[np.float32] | None
    weight: float
    teacher: int  # row of the teacher's vectors, -1 for none


def encode_pieces(text: str, processor: sentencepiece.SentencePieceProcessor, rows: NDArray[np.int32]) -> Ids:
    """Rows of the piece table: ``[n] int64``."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return rows[np.asarray(processor.encode(text), dtype=np.int64)].astype(np.int64)


def train(
    made: Sequence[Example],
    vocabulary: Vocabulary,
    recipe: Recipe,
    *,
    log: Callable[[str], None],
    teacher: Callable[[Sequence[str]], NDArray[np.float32]] | None = None,
    after_epoch: Callable[[Network, int], None] | None = None,
) -> Network:
    """Trains on `made`; `teacher` gives ``[texts, 512]`` unit vectors to distil."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    rng = random.Random(recipe.seed)
    processor = sentencepiece.SentencePieceProcessor(model_proto=vocabulary.model)
    vectors, row_of = _distilled(made, teacher, recipe, rng)
    encoded = [_encode(example, number, row_of, processor, vocabulary, rng) for number, example in enumerate(made)]
    log(f"{len(encoded)} examples, {len(vectors)} of them distilled")
    network = Network(Shape(pieces=len(vocabulary.table)), torch.from_numpy(vocabulary.table))
    tables = [network.pieces.weight, network.ngrams.weight]
    dense = [p for name, p in network.named_parameters() if not name.startswith(("pieces.", "ngrams."))]
    steps = recipe.epochs * (len(encoded) // recipe.batch)
    optimisers: list[torch.optim.Optimizer] = [
        torch.optim.AdamW(dense, lr=recipe.learning_rate, weight_decay=0.01),
        torch.optim.SparseAdam([{"params": [tables[0]], "lr": recipe.table_learning_rate}]),
        torch.optim.SparseAdam([{"params": [tables[1]], "lr": recipe.learning_rate}]),
    ]
    schedules = [
        torch.optim.lr_scheduler.OneCycleLR(
            optimiser, max_lr=[group["lr"] for group in optimiser.param_groups], total_steps=steps + 1,
            cycle_momentum=False, pct_start=0.1,
        )
        for optimiser in optimisers
    ]  # fmt: skip
    class_weights = _class_weights(encoded)
    step, began = 0, time.monotonic()
    for epoch in range(recipe.epochs):
        network.train()
        for batch in _batches(encoded, recipe.batch, rng):
            loss = _loss(network, batch, vectors, class_weights, recipe)
            for optimiser in optimisers:
                optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            for optimiser, schedule in zip(optimisers, schedules, strict=True):
                optimiser.step()
                if step < steps:
                    schedule.step()
            step += 1
            if step % 200 == 0:
                log(f"step {step}/{steps}  loss {loss.item():.3f}  {time.monotonic() - began:.0f} s")
        network.eval()
        if after_epoch is not None:
            after_epoch(network, epoch)
    return network.eval()


def _distilled(
    made: Sequence[Example],
    teacher: Callable[[Sequence[str]], NDArray[np.float32]] | None,
    recipe: Recipe,
    rng: random.Random,
) -> tuple[Tensor, dict[int, int]]:
    if teacher is None:
        return torch.zeros(0, 512), {}
    foreign = [number for number, example in enumerate(made) if example.language != "en"]
    english = [number for number, example in enumerate(made) if example.language == "en"]
    chosen = rng.sample(foreign, min(len(foreign), recipe.distil_texts // 2))
    chosen += rng.sample(english, min(len(english), recipe.distil_texts - len(chosen)))
    vectors = torch.from_numpy(teacher([made[number].text[:600] for number in chosen]))
    return vectors, {number: row for row, number in enumerate(chosen)}


def _encode(
    example: Example,
    number: int,
    row_of: dict[int, int],
    processor: sentencepiece.SentencePieceProcessor,
    vocabulary: Vocabulary,
    rng: random.Random,
) -> _Encoded:
    text = example.text
    teacher = row_of.get(number, -1)
    if len(text) > 1200:  # long texts: the beginning and the end, where most of what matters stands
        text = text[:800] + "\n" + text[-400:]
    text = prepare(text).text
    pieces = encode_pieces(text, processor, vocabulary.rows)
    if len(pieces) > MAX_PIECES:
        pieces = np.concatenate([pieces[: MAX_PIECES * 2 // 3], pieces[-MAX_PIECES // 3 :]])
    categories = None
    if example.categories is not None:
        categories = np.array([category in example.categories for category in CATEGORIES], dtype=np.float32)
    return _Encoded(
        pieces=pieces if len(pieces) else np.ones(1, dtype=np.int64),
        ngrams=ngram_ids(text),
        role=ROLES.index(example.role),
        injection=NOT_TAUGHT if example.injection is None else INJECTION_LABELS.index(example.injection),
        unsafe=NOT_TAUGHT if example.unsafe is None else float(example.unsafe),
        categories=categories,
        weight=example.weight,
        teacher=teacher,
    )


def _class_weights(encoded: Sequence[_Encoded]) -> tuple[Tensor, float]:
    """Weights by label, the rarer the heavier (square root), and the unsafe class's weight."""
    counts = np.bincount([row.injection for row in encoded if row.injection >= 0], minlength=len(INJECTION_LABELS))
    injection = torch.tensor(np.sqrt(counts.max() / np.maximum(counts, 1)), dtype=torch.float32)
    unsafe = sum(row.unsafe == 1.0 for row in encoded)
    safe = sum(row.unsafe == 0.0 for row in encoded)
    return injection, float(np.sqrt(max(safe, 1) / max(unsafe, 1)))


def _batches(encoded: Sequence[_Encoded], size: int, rng: random.Random) -> Iterator[list[_Encoded]]:
    """Shuffled, then sorted by length within large blocks: little padding, random order."""
    order = list(range(len(encoded)))
    rng.shuffle(order)
    block = size * 40
    batches = []
    for start in range(0, len(order), block):
        part = sorted(order[start : start + block], key=lambda number: len(encoded[number].pieces))
        batches += [part[at : at + size] for at in range(0, len(part), size)]
    rng.shuffle(batches)
    for batch in batches:
        if len(batch) == size or len(batches) == 1:
            yield [encoded[number] for number in batch]


def _padded(arrays: Sequence[Ids]) -> Tensor:
    out = np.zeros((len(arrays), max(map(len, arrays))), dtype=np.int64)
    for row, array in zip(out, arrays, strict=True):
        row[: len(array)] = array
    return torch.from_numpy(out)


def _loss(
    network: Network, batch: list[_Encoded], vectors: Tensor, class_weights: tuple[Tensor, float], recipe: Recipe
) -> Tensor:
    injection, content, categories, sentence = network(
        _padded([row.pieces for row in batch]),
        _padded([row.ngrams for row in batch]),
        torch.tensor([row.role for row in batch]),
    )
    weights = torch.tensor([row.weight for row in batch])
    labels = torch.tensor([row.injection for row in batch])
    each = functional.cross_entropy(
        injection, labels, weight=class_weights[0], ignore_index=NOT_TAUGHT, reduction="none", label_smoothing=0.02
    )
    loss = (each * weights).sum() / max((labels >= 0).sum().item(), 1)
    unsafe = torch.tensor([row.unsafe for row in batch])
    taught = unsafe >= 0
    if taught.any():
        positive = 1 + (class_weights[1] - 1) * unsafe[taught]
        each = functional.binary_cross_entropy_with_logits(
            content[taught], unsafe[taught] * 0.98 + 0.01, weight=positive, reduction="none"
        )
        loss = loss + (each * weights[taught]).mean()
    annotated = [number for number, row in enumerate(batch) if row.categories is not None]
    if annotated:
        wanted = [batch[number].categories for number in annotated]
        target = torch.from_numpy(np.stack([row for row in wanted if row is not None]))
        each = functional.binary_cross_entropy_with_logits(categories[annotated], target, pos_weight=torch.tensor(4.0))
        loss = loss + recipe.category_weight * 4 * each
    taught_by = torch.tensor([row.teacher for row in batch])
    has_teacher = taught_by >= 0
    if has_teacher.any():
        cosine = (sentence[has_teacher] * vectors[taught_by[has_teacher]]).sum(1)
        loss = loss + recipe.distil_weight * (1 - cosine).mean() * has_teacher.float().mean()
    return loss
