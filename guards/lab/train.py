"""Trains a network: of a text's windows the worst one counts, as it does in serving; a teacher's logits may help.

Seeds are fixed; two runs on one machine give the same weights.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from guards.embedded.labels import INJECTION_LABELS, ROLES

from .encode import Encoded
from .encoder import Encoder
from .network import Accurate, Fast, Scores
from .packed import Packed, pack

HARMLESS_WINDOWS = 4  # of a harmless text at a time
ANCHORED = 16  # examples of a batch that the encoder it started from reads as well

Network = Accurate | Fast
Log = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train one network; rates are the highest of a one-cycle schedule."""

    seed: int = 7
    epochs: int = 3
    batch: int = 64
    encoder_rate: float = 2e-4
    table_rate: float = 1e-4
    head_rate: float = 1e-3
    ngram_rate: float = 2e-3
    category_weight: float = 1.6
    rank_weight: float = 0.5
    distil_weight: float = 1.0
    sentence_weight: float = 4.0
    threads: int = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a teacher says of every window, in the examples' order: logits [windows, 18], sentence [windows, 512]."""

    logits: Tensor
    sentence: Tensor


def train(
    network: Network,
    encoded: Sequence[Encoded],
    recipe: Recipe,
    *,
    log: Log,
    lesson: Lesson | None = None,
    anchor: Encoder | None = None,
) -> None:
    """Trains `network` in place; `anchor` is the encoder that it started from, which holds it to what sentences mean."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    rng = random.Random(recipe.seed)
    first_window = np.concatenate([[0], np.cumsum([len(row.windows) for row in encoded])])
    epochs = turns(encoded, recipe.epochs)
    steps = sum(max(1, len(turn) // recipe.batch) for turn in epochs)
    optimisers = _optimisers(network, recipe)
    schedules = [
        torch.optim.lr_scheduler.OneCycleLR(
            optimiser, max_lr=[group["lr"] for group in optimiser.param_groups], total_steps=steps + 1,
            cycle_momentum=False, pct_start=0.1,
        )
        for optimiser in optimisers
    ]  # fmt: skip
    weights = _class_weights(encoded)
    step, began, smooth = 0, time.monotonic(), 0.0
    for turn in epochs:
        network.train()
        for numbers in _batches(turn, recipe.batch, rng):
            drawn = [_drawn(encoded[number], rng) for number in numbers]
            rows = [
                replace(encoded[number], windows=tuple(encoded[number].windows[at] for at in windows))
                for number, windows in zip(numbers, drawn, strict=True)
            ]
            scores = network(packed(rows))
            loss = _loss(scores, rows, weights, recipe)
            if lesson is not None:
                taught = np.concatenate([first_window[n] + np.array(w) for n, w in zip(numbers, drawn, strict=True)])
                loss = loss + _distilled(scores, lesson, torch.from_numpy(taught), recipe)
            if anchor is not None:
                with torch.no_grad():
                    meant = anchor(packed(rows[:ANCHORED]))[0]
                loss = loss + recipe.sentence_weight * _apart(scores.sentence[: len(meant)], meant)
            for optimiser in optimisers:
                optimiser.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            for optimiser, schedule in zip(optimisers, schedules, strict=True):
                optimiser.step()
                schedule.step()
            step += 1
            smooth = 0.98 * smooth + 0.02 * loss.item()
            if step % 200 == 0:
                gone = time.monotonic() - began
                left = gone / step * (steps - step)
                log(f"step {step}/{steps}  loss {smooth / (1 - 0.98**step):.3f}  {gone:.0f} s, about {left:.0f} s left")
        network.eval()
    network.eval()


def packed(rows: Sequence[Encoded]) -> Packed:
    """All windows of `rows`, in order."""
    windows = [(row.role, *window) for row in rows for window in row.windows]
    return pack([pieces for _, pieces, _ in windows], [ngrams for _, _, ngrams in windows], [w[0] for w in windows])


def scored(network: Network, encoded: Sequence[Encoded], batch: int = 64) -> Iterator[Scores]:
    """Scores of all windows in the examples' order, a batch of examples at a time."""
    network.eval()
    for start in range(0, len(encoded), batch):
        with torch.no_grad():
            yield network(packed(encoded[start : start + batch]))


def lesson_of(network: Network, encoded: Sequence[Encoded]) -> Lesson:
    """What `network` would teach of every window."""
    logits, sentences = [], []
    for scores in scored(network, encoded):
        joined = torch.cat([scores.injection, scores.content.unsqueeze(1), scores.categories], 1)
        logits.append(joined.half())
        sentences.append(scores.sentence.half())
    return Lesson(torch.cat(logits), torch.cat(sentences))


def _optimisers(network: Network, recipe: Recipe) -> list[torch.optim.Optimizer]:
    table = network.encoder.table if isinstance(network, Accurate) else network.table
    encoder = [
        value
        for name, value in network.named_parameters()
        if not name.startswith("heads.") and value is not table.weight
    ]
    heads = [value for name, value in network.heads.named_parameters() if name != "ngrams.weight"]
    dense = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return [
        torch.optim.AdamW(dense, weight_decay=0.01, fused=True),
        torch.optim.SparseAdam([{"params": [table.weight], "lr": recipe.table_rate}]),
        torch.optim.SparseAdam([{"params": [network.heads.ngrams.weight], "lr": recipe.ngram_rate}]),
    ]


def _class_weights(encoded: Sequence[Encoded]) -> tuple[Tensor, float]:
    """Weights by label, the rarer the heavier (square root), and the unsafe class's weight."""
    counts = np.bincount([row.injection for row in encoded if row.injection >= 0], minlength=len(INJECTION_LABELS))
    injection = torch.tensor(np.sqrt(counts.max() / np.maximum(counts, 1)), dtype=torch.float32)
    unsafe = sum(row.unsafe == 1.0 for row in encoded)
    safe = sum(row.unsafe == 0.0 for row in encoded)
    return injection, float(np.sqrt(max(safe, 1) / max(unsafe, 1)))


def _batches(numbers: Sequence[int], size: int, rng: random.Random) -> Iterator[list[int]]:
    order = list(numbers)
    rng.shuffle(order)
    for start in range(0, len(order), size):
        if len(order) - start >= size or start == 0:
            yield order[start : start + size]


def turns(encoded: Sequence[Encoded], epochs: int) -> list[list[int]]:
    """The numbers of the examples that each epoch learns."""
    return [
        [number for number, row in enumerate(encoded) if (number + epoch) % row.every == 0] for epoch in range(epochs)
    ]


def _drawn(row: Encoded, rng: random.Random) -> list[int]:
    """The windows that are learnt this time: of a harmless text a few, of a harmful one all, for one of them is the harm."""
    every = range(len(row.windows))
    return (
        sorted(rng.sample(every, HARMLESS_WINDOWS)) if row.harmless and len(every) > HARMLESS_WINDOWS else list(every)
    )


def worst(scores: Tensor, rows: Sequence[Encoded]) -> Tensor:
    """The index of each example's window with the highest of `scores` [windows]."""
    values, at, found = scores.detach().tolist(), 0, []
    for row in rows:
        mine = values[at : at + len(row.windows)]
        found.append(at + max(range(len(mine)), key=mine.__getitem__))
        at += len(row.windows)
    return torch.tensor(found)


def attack_logit(injection: Tensor) -> Tensor:
    """log odds of attack against benign: [n]."""
    return torch.logsumexp(injection[:, 1:], 1) - injection[:, 0]


def _loss(scores: Scores, rows: Sequence[Encoded], weights: tuple[Tensor, float], recipe: Recipe) -> Tensor:
    weight = torch.tensor([row.weight for row in rows])
    labels = torch.tensor([row.injection for row in rows])
    picked = scores.injection[worst(attack_logit(scores.injection), rows)]
    each = functional.cross_entropy(
        picked, labels, weight=weights[0], ignore_index=-100, reduction="none", label_smoothing=0.02
    )
    loss = (each * weight).sum() / max(int((labels >= 0).sum()), 1)
    at = worst(scores.content, rows)
    unsafe = torch.tensor([row.unsafe for row in rows])
    taught = unsafe >= 0
    if taught.any():
        positive = 1 + (weights[1] - 1) * unsafe[taught]
        each = functional.binary_cross_entropy_with_logits(
            scores.content[at][taught], unsafe[taught] * 0.98 + 0.01, weight=positive, reduction="none"
        )
        loss = loss + (each * weight[taught]).mean()
    roles = torch.tensor([row.role for row in rows])
    ranked = _ranked(attack_logit(picked), labels, roles) + _ranked(scores.content[at], unsafe, roles)
    loss = loss + recipe.rank_weight * ranked
    annotated = [number for number, row in enumerate(rows) if row.categories is not None]
    if annotated:
        target = torch.from_numpy(np.stack([c for row in rows if (c := row.categories) is not None]))
        each = functional.binary_cross_entropy_with_logits(
            scores.categories[at[annotated]], target, pos_weight=torch.tensor(4.0)
        )
        loss = loss + recipe.category_weight * each
    return loss


def _ranked(logits: Tensor, labels: Tensor, roles: Tensor) -> Tensor:
    """How far each harmful text (a label above 0) stands below the highest harmless ones (0) of its role, in the mean.

    Thresholds are set at few false positives: what the highest harmless texts get decides what is caught.
    """
    short = [logits.new_zeros(1)]
    for role in range(len(ROLES)):
        harmful, harmless = logits[(labels > 0) & (roles == role)], logits[(labels == 0) & (roles == role)]
        if len(harmful) and len(harmless):
            short.append(functional.softplus(torch.logsumexp(2 * harmless, 0) / 2 - harmful))
    return torch.cat(short).mean()


def _distilled(scores: Scores, lesson: Lesson, taught: Tensor, recipe: Recipe) -> Tensor:
    """Squared differences of logits, bounded where the teacher is sure, and the angle between sentence vectors."""
    wanted = lesson.logits[taught].float().clamp(-8, 8)
    given = torch.cat([scores.injection, scores.content.unsqueeze(1), scores.categories], 1)
    logits = functional.smooth_l1_loss(given[:, :4], wanted[:, :4]) + 0.3 * functional.smooth_l1_loss(
        given[:, 4:], wanted[:, 4:]
    )
    return recipe.distil_weight * logits + recipe.sentence_weight * _apart(scores.sentence, lesson.sentence[taught])


def _apart(given: Tensor, wanted: Tensor) -> Tensor:
    """The mean of one less the cosine between sentence vectors of unit length."""
    return (1 - (given * wanted.float()).sum(1)).mean()
