"""What a training step computes: products and pools of packed windows as written out plainly, and what is learnt when."""

from __future__ import annotations

import copy
import random
from dataclasses import replace

import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from guards.embedded.labels import INJECTION_LABELS
from guards.lab.encode import NOT_TAUGHT, Encoded
from guards.lab.encoder import ORDERS, Encoder
from guards.lab.network import Accurate
from guards.lab.packed import GAP, Convolution, Packed, pack, pooled
from guards.lab.train import HARMLESS_WINDOWS, Recipe, _drawn, _ranked, packed, train, turns
from guards.lab.vocabulary import use_vocabulary

DIM = 8


def windows_of(lengths: list[int]) -> Packed:
    pieces = [np.arange(1, length + 1, dtype=np.int32) for length in lengths]
    return pack(pieces, [np.ones(3, dtype=np.uint16)] * len(lengths), [0] * len(lengths))


def rows_of(batch: Packed, seed: int) -> Tensor:
    rows = torch.randn(len(batch.pieces), DIM, generator=torch.Generator().manual_seed(seed)).bfloat16()
    return rows.index_fill_(0, batch.gaps, 0.0).requires_grad_()


def row_of(windows: int, injection: int, unsafe: float) -> Encoded:
    window = (np.ones(4, dtype=np.int32), np.ones(3, dtype=np.uint16))
    return Encoded((window,) * windows, 0, injection, unsafe, None, 1.0)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.sampled_from(ORDERS), st.booleans(), st.integers(0, 99))
def test_a_convolution_and_its_slopes_are_those_of_each_window_alone(
    lengths: list[int], order: tuple[int, int], residual: bool, seed: int
) -> None:
    torch.manual_seed(seed)
    batch, layer = windows_of(lengths), Convolution(DIM, DIM, *order, residual=residual)
    rows = rows_of(batch, seed)
    got = layer(rows, batch)
    size, left = order
    kernel = layer.weight.bfloat16().float().view(DIM, size, DIM).permute(0, 2, 1)
    plain = rows.detach().float().requires_grad_()
    parts, at = [], 0
    for length in lengths:
        alone = torch.nn.functional.pad(plain[at : at + length].T, (left, size - 1 - left))
        made = torch.nn.functional.conv1d(alone[None], kernel, layer.bias.bfloat16().float())[0].T.relu()
        parts += [made + plain[at : at + length] if residual else made, torch.zeros(GAP, DIM)]
        at += length + GAP
    wanted = torch.cat(parts)
    assert torch.allclose(got.float(), wanted, atol=0.05, rtol=0.02)
    slope = torch.randn(got.shape, generator=torch.Generator().manual_seed(seed + 1)).index_fill_(0, batch.gaps, 0.0)
    (mine,) = torch.autograd.grad(got, rows, slope.bfloat16())
    (theirs,) = torch.autograd.grad(wanted, plain, slope)
    text = torch.ones(len(mine), dtype=torch.bool).index_fill_(0, batch.gaps, False)
    same = torch.isclose(mine.float(), theirs, atol=0.1, rtol=0.05)[text]
    assert same.float().mean() > 0.97  # a number next to 0 may fall on the other side of relu in 8 bits


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.integers(0, 99))
def test_pools_see_no_gap_and_send_slopes_where_they_come_from(lengths: list[int], seed: int) -> None:
    batch = windows_of(lengths)
    rows = rows_of(batch, seed)
    peaks, sums = pooled(rows, batch)
    parts = [part[:-GAP].float() for part in torch.split(rows, batch.lengths.tolist())]
    assert torch.equal(peaks, torch.stack([part.max(0).values.relu() for part in parts]))
    assert torch.allclose(sums, torch.stack([part.sum(0) for part in parts]), atol=0.1, rtol=0.02)
    (slope,) = torch.autograd.grad(peaks.sum() + 2 * sums.sum(), rows)
    assert set(slope.float().flatten().tolist()) <= {0.0, 2.0, 3.0}
    assert (slope[batch.gaps] == 0).all()
    assert (slope == 3).sum() == (peaks > 0).sum()


def test_of_a_harmless_text_a_few_windows_are_learnt_and_of_a_harmful_one_all() -> None:
    rng = random.Random(0)
    benign, attack = 0, INJECTION_LABELS.index("injection")
    for row in (row_of(9, attack, NOT_TAUGHT), row_of(9, benign, 1.0), row_of(9, NOT_TAUGHT, 1.0)):
        assert _drawn(row, rng) == list(range(9))
    drawn = [_drawn(row_of(9, benign, 0.0), rng) for _ in range(50)]
    assert {len(windows) for windows in drawn} == {HARMLESS_WINDOWS}
    assert {at for windows in drawn for at in windows} == set(range(9))


def test_an_example_of_every_second_epoch_is_learnt_once_in_two() -> None:
    often, seldom = row_of(1, 0, 0.0), replace(row_of(1, 0, 0.0), every=2)
    first, second = turns([often, seldom, often, seldom, seldom], 2)
    assert sorted([*first, *second]) == [0, 0, 1, 2, 2, 3, 4]
    assert {0, 2} <= set(first) & set(second)


def test_tempering_goes_back_toward_the_published_weights() -> None:
    vocabulary = use_vocabulary(size=1_000)
    encoder = Encoder(len(vocabulary.table))
    encoder.load_published(vocabulary)
    published = {name: value.clone() for name, value in encoder.state_dict().items()}
    with torch.no_grad():
        for value in encoder.parameters():
            value += 1.0
    encoder.temper(vocabulary, 0.75)
    for name, value in encoder.state_dict().items():
        assert torch.allclose(value, published[name] + 0.75, atol=1e-5), name
    encoder.temper(vocabulary, 0.0)
    assert all(torch.allclose(value, published[name], atol=1e-5) for name, value in encoder.state_dict().items())


def test_an_anchor_holds_sentences_where_they_were() -> None:
    vocabulary = use_vocabulary(size=1_000)
    pieces = np.random.default_rng(0).integers(6, 900, (64, 9)).astype(np.int32)
    rows = [
        Encoded(((row, np.ones(3, dtype=np.uint16)),), 0, number % 2, float(number % 2), None, 1.0)
        for number, row in enumerate(pieces)
    ]
    moved = {}
    for weight in (0.0, 20.0):
        torch.manual_seed(1)
        network = Accurate(vocabulary)
        before = copy.deepcopy(network.encoder)
        recipe = Recipe(epochs=12, batch=16, encoder_rate=1e-3, table_rate=1e-3, sentence_weight=weight)
        train(network, rows, recipe, log=lambda line: None, anchor=before)
        batch = packed(rows)
        with torch.no_grad():
            moved[weight] = float((1 - (network.encoder(batch)[0] * before(batch)[0]).sum(1)).mean())
    assert moved[20.0] < moved[0.0] / 2


def test_ranking_costs_nothing_far_apart_and_only_within_a_role() -> None:
    labels, user = torch.tensor([1, 0, 0]), torch.zeros(3, dtype=torch.int64)

    def cost(*logits: float, roles: Tensor = user) -> float:
        return float(_ranked(torch.tensor(logits), labels, roles))

    assert cost(20.0, -5.0, -9.0) < 1e-6
    assert cost(0.0, 4.0, -9.0) > 2 * cost(0.0, 0.5, -9.0) > 0
    assert cost(0.0, 4.0, -9.0, roles=torch.tensor([0, 2, 2])) == 0
