"""Limits by key: the rule, that Redis follows the same one, and that it is one step whoever asks at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.state.limiter import Limiter
from service.state.tally import MINUTE_US, Limits, Over, Tally

from .redis_server import RedisServer

LAG_US = 10_000_000

some_limits = st.builds(
    Limits,
    requests_per_minute=st.none() | st.integers(1, 1_000),
    tokens_per_minute=st.none() | st.integers(1, 100_000),
    tokens_per_day=st.none() | st.integers(1, 1_000_000),
)
# Admit so many tokens, settle so many, or let so many microseconds pass.
steps = st.lists(
    st.one_of(
        st.tuples(st.just("admit"), st.integers(0, 200_000)),
        st.tuples(st.just("settle"), st.integers(-50_000, 200_000)),
        st.tuples(st.just("wait"), st.integers(0, 2 * MINUTE_US)),
    ),
    max_size=60,
)


@given(some_limits, steps)
@settings(max_examples=300, deadline=None)
def test_no_more_is_admitted_than_the_limits_allow(limits: Limits, steps: list[tuple[str, int]]) -> None:
    tally, passed, requests, tokens = Tally(), 0, 0, 0
    for what, number in steps:
        if what == "wait":
            tally, passed = tally.later(number, 0), passed + number
        elif what == "settle":
            tally, tokens = tally.settled(limits, number), tokens + number
        else:
            over, tally = tally.admitted(limits, number)
            if over is Over.NOTHING:
                requests, tokens = requests + 1, tokens + number
                if limit := limits.tokens_per_day:
                    assert tally.used <= max(limit, number + limit)
    if limit := limits.requests_per_minute:
        # A full bucket, and what ran into it since; one for the rounding of an interval to whole microseconds.
        assert requests <= limit + passed * limit / MINUTE_US * 1.001 + 1
    assert min(tally.requests_us, tally.tokens_us, tally.used) >= 0


def test_a_full_minute_at_once_then_one_by_one() -> None:
    limits, tally = Limits(requests_per_minute=60), Tally()
    for _ in range(60):
        over, tally = tally.admitted(limits, 1)
        assert over is Over.NOTHING
    assert tally.admitted(limits, 1)[0] is Over.REQUESTS
    assert tally.later(999_999, 0).admitted(limits, 1)[0] is Over.REQUESTS
    assert tally.later(1_000_000, 0).admitted(limits, 1)[0] is Over.NOTHING


def test_what_was_not_known_beforehand_is_paid_afterwards() -> None:
    limits = Limits(tokens_per_minute=1_000, tokens_per_day=5_000)
    over, tally = Tally().admitted(limits, 100)
    tally = tally.settled(limits, 2_900)  # the answer was long: 3000 in all, two minutes of debt
    assert over is Over.NOTHING
    assert tally.later(MINUTE_US, 0).admitted(limits, 1)[0] is Over.TOKENS
    assert tally.later(2 * MINUTE_US + 60_000, 0).admitted(limits, 1)[0] is Over.NOTHING
    assert tally.later(10 * MINUTE_US, 0).admitted(limits, 2_001)[0] is Over.TOKENS_PER_DAY
    assert tally.later(10 * MINUTE_US, 1).admitted(limits, 2_001)[0] is Over.NOTHING  # a new day


def test_a_request_larger_than_the_limit_waits_for_a_full_bucket_and_not_for_ever() -> None:
    limits = Limits(tokens_per_minute=100)
    over, tally = Tally().admitted(limits, 5_000)
    assert over is Over.NOTHING
    assert tally.admitted(limits, 1)[0] is Over.TOKENS


async def test_headers_tell_what_is_left_and_when_to_come_back() -> None:
    limits = Limits(requests_per_minute=2, tokens_per_minute=1_000, tokens_per_day=10_000)
    limiter = Limiter()
    first = await limiter.admit("key", limits, 400)
    assert first.headers()["x-ratelimit-limit-requests"] == "2"
    assert first.headers()["x-ratelimit-remaining-requests"] == "1"
    assert first.headers()["x-ratelimit-remaining-tokens"] == "600"
    assert first.headers()["x-ratelimit-remaining-tokens-day"] == "9600"
    assert "Retry-After" not in first.headers()
    await limiter.admit("key", limits, 400)
    third = await limiter.admit("key", limits, 1)
    assert third.over is Over.REQUESTS
    assert 28 <= int(third.headers()["Retry-After"]) <= 30
    assert (await limiter.admit("another", limits, 1)).over is Over.NOTHING


async def test_redis_follows_the_same_rule(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)

    @given(some_limits, steps)
    @settings(max_examples=60, deadline=None)
    def alike(limits: Limits, steps: list[tuple[str, int]]) -> None:
        async def run() -> None:
            nonlocal serial
            serial += 1
            key, model, owed = f"key-{serial}", Tally(), 0
            for what, number in steps:
                if what == "settle":
                    state.limiter.settle(key, limits, number)
                    owed += number if limits.tokens_per_minute or limits.tokens_per_day else 0
                elif what == "admit":
                    before, owed = model.settled(limits, owed), 0
                    over, model = before.admitted(limits, number)
                    standing = await state.limiter.admit(key, limits, number)
                    if over is not standing.over:  # only the time that has passed since may tell them apart
                        assert before.later(LAG_US, before.day).admitted(limits, number)[0] is standing.over
                        return
                    assert 0 <= model.requests_us - standing.tally.requests_us < LAG_US
                    assert standing.tally.tokens_us <= model.tokens_us
                    assert standing.tally.used == (model.used if limits.tokens_per_day else 0)
                    model = standing.tally

        asyncio.run_coroutine_threadsafe(run(), loop).result(60)

    serial = 0
    state.limiter._flusher.cancel()  # what is settled goes with the next request, as it does in the rule
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(alike)
    assert state.metric("corral_state_errors_total", {"kind": "rubbish"}) is None


@pytest.mark.parametrize("proxies", [1, 2])
async def test_limits_hold_under_200_requests_at_once(redis_server: RedisServer, opened: Any, proxies: int) -> None:
    states = [await opened(redis_server.url, timeout_ms=5_000) for _ in range(proxies)]
    limits = Limits(requests_per_minute=50, tokens_per_minute=1_000_000, tokens_per_day=450)
    loop = asyncio.get_running_loop()
    began = loop.time()
    standings = await asyncio.gather(*(states[n % proxies].limiter.admit("key", limits, 10) for n in range(200)))
    refilled = (loop.time() - began) * 50 / 60 + 1
    admitted = sum(standing.over is Over.NOTHING for standing in standings)
    assert admitted == 45  # 450 tokens a day, ten each
    assert {standing.over for standing in standings} == {Over.NOTHING, Over.TOKENS_PER_DAY}
    limits = Limits(requests_per_minute=50)
    standings = await asyncio.gather(*(states[n % proxies].limiter.admit("other", limits, 10) for n in range(200)))
    assert 50 <= sum(standing.over is Over.NOTHING for standing in standings) <= 50 + refilled


async def test_spent_tokens_are_known_to_the_other_proxy(redis_server: RedisServer, opened: Any) -> None:
    one, two = await opened(redis_server.url), await opened(redis_server.url)
    limits = Limits(tokens_per_day=1_000)
    await one.limiter.admit("key", limits, 100)
    one.limiter.settle("key", limits, 850)
    await asyncio.sleep(0.6)  # told behind the request's back
    assert (await two.limiter.admit("key", limits, 51)).over is Over.TOKENS_PER_DAY
    assert (await two.limiter.admit("key", limits, 50)).over is Over.NOTHING
