"""The batching queue: lone work goes at once, what waits goes together, nothing waits past its budget or without bound."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.batching import Batcher
from guards.errors import Expired, Overloaded
from guards.types import Budget

LONG = 60_000.0


class Engine:
    """Stands in for a model: it doubles numbers, and the first batch can be held."""

    def __init__(self, *, held: bool = False) -> None:
        self.batches: list[list[int]] = []
        self.began, self.release = threading.Event(), threading.Event()
        if not held:
            self.release.set()

    def run(self, items: Sequence[int]) -> list[int]:
        self.batches.append(list(items))
        self.began.set()
        self.release.wait(30)
        if 13 in items:
            raise ValueError("unlucky")
        return [2 * item for item in items]

    def batcher(self, **bounds: int) -> Batcher[int, int]:
        limits = {"max_batch_tokens": 100, "max_pending_tokens": 1_000, **bounds}
        return Batcher(self.run, lambda item: item, **limits)


async def test_what_waits_while_a_batch_runs_goes_together_by_length() -> None:
    engine = Engine(held=True)
    batcher = engine.batcher()
    first = asyncio.ensure_future(batcher.submit([5], Budget.start(LONG)))
    await asyncio.to_thread(engine.began.wait, 5)
    rest = [asyncio.ensure_future(batcher.submit([n], Budget.start(LONG))) for n in (30, 31, 32, 90)]
    await asyncio.sleep(0.05)
    engine.release.set()
    assert await first == [10]
    assert await asyncio.gather(*rest) == [[60], [62], [64], [180]]
    assert engine.batches == [[5], [30, 31, 32], [90]]
    batcher.close()


async def test_the_most_urgent_goes_first_and_the_expired_are_never_run() -> None:
    engine = Engine(held=True)
    batcher = engine.batcher(max_batch_tokens=1)
    first = asyncio.ensure_future(batcher.submit([1], Budget.start(LONG)))
    await asyncio.to_thread(engine.began.wait, 5)
    patient = asyncio.ensure_future(batcher.submit([2], Budget.start(LONG)))
    urgent = asyncio.ensure_future(batcher.submit([3], Budget.start(LONG / 2)))
    hopeless = asyncio.ensure_future(batcher.submit([4], Budget.start(0.01)))
    await asyncio.sleep(0.05)
    engine.release.set()
    assert (await first, await patient, await urgent) == ([2], [4], [6])
    with pytest.raises(Expired):
        await hopeless
    assert engine.batches == [[1], [3], [2]]
    batcher.close()


async def test_a_full_queue_refuses_all_of_a_request_and_an_idle_one_takes_any_size() -> None:
    engine = Engine(held=True)
    batcher = engine.batcher(max_pending_tokens=50)
    big = asyncio.ensure_future(batcher.submit([500], Budget.start(LONG)))
    await asyncio.to_thread(engine.began.wait, 5)
    waits = asyncio.ensure_future(batcher.submit([30], Budget.start(LONG)))
    await asyncio.sleep(0.05)
    with pytest.raises(Overloaded):
        await batcher.submit([10, 11], Budget.start(LONG))
    assert batcher.pending_tokens == 30
    engine.release.set()
    assert (await big, await waits) == ([1_000], [60])
    assert batcher.pending_tokens == 0
    batcher.close()


async def test_a_batch_that_fails_fails_its_own_requests_only() -> None:
    batcher = Engine().batcher()
    with pytest.raises(ValueError, match="unlucky"):
        await batcher.submit([13], Budget.start(LONG))
    assert await batcher.submit([14], Budget.start(LONG)) == [28]
    batcher.close()


async def test_closing_tells_those_who_wait() -> None:
    engine = Engine(held=True)
    batcher = engine.batcher(max_batch_tokens=1)
    first = asyncio.ensure_future(batcher.submit([1], Budget.start(LONG)))
    await asyncio.to_thread(engine.began.wait, 5)
    second = asyncio.ensure_future(batcher.submit([2], Budget.start(LONG)))
    await asyncio.sleep(0.05)
    batcher.close()
    engine.release.set()
    assert await first == [2]
    with pytest.raises(Expired):
        await second
    with pytest.raises(Overloaded):
        await batcher.submit([3], Budget.start(LONG))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(1, 120).filter(lambda n: n != 13), min_size=1, max_size=6), max_size=12))
def test_every_request_gets_its_own_answers_and_no_batch_is_over_the_bound(requests: list[list[int]]) -> None:
    engine = Engine()
    batcher = engine.batcher(max_pending_tokens=1_000_000)

    async def scenario() -> list[list[int]]:
        return await asyncio.gather(*(batcher.submit(request, Budget.start(LONG)) for request in requests))

    assert asyncio.run(scenario()) == [[2 * item for item in request] for request in requests]
    batcher.close()
    assert all(len(batch) == 1 or len(batch) * max(batch) <= 100 for batch in engine.batches)
    assert sorted(item for batch in engine.batches for item in batch) == sorted(
        item for request in requests for item in request
    )
