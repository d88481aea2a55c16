"""Many questions in one trip, and a timeout that does not blame Redis for our own delay."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any

import pytest

from service.state import Away, Health, Limits, Over
from service.state.flights import Flights
from service.state.patience import Patience

from .redis_server import RedisServer


async def test_what_comes_while_a_trip_is_under_way_goes_with_the_next() -> None:
    trips: list[Sequence[int]] = []

    async def many(questions: Sequence[int]) -> Sequence[int]:
        trips.append(questions)
        await asyncio.sleep(0.01)
        if 13 in questions:
            raise Away("lost")
        return [10 * question for question in questions]

    flights = Flights(many)
    assert await flights.ask(1) == 10
    tasks = [asyncio.ensure_future(flights.ask(number)) for number in range(600)]
    await asyncio.sleep(0)
    tasks[500].cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert [len(trip) for trip in trips] == [1, 256, 255, 88]  # who left was not asked for
    assert all(isinstance(answer, Away) for answer in answers[:256])
    assert isinstance(answers[500], asyncio.CancelledError)
    assert answers[501:] == [10 * number for number in range(501, 600)]


async def test_a_busy_loop_is_not_the_other_sides_delay() -> None:
    async def answering(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.read(1))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answering, "127.0.0.1", 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
        async with Patience(0.05):
            writer.write(b"x")
            time.sleep(0.3)
            assert await reader.read(1) == b"x"
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            async with Patience(0.05):
                await asyncio.sleep(30)
        assert time.monotonic() - began < 10
        writer.close()


async def test_one_key_that_is_not_ours_harms_no_other(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)
    redis_server.client().set("corral:limit:taken", "by somebody else")
    limits = Limits(requests_per_minute=1)
    for _ in range(3):
        standings = await asyncio.gather(*(state.limiter.admit(key, limits, 1) for key in ("taken", "free")))
    assert [standing.over for standing in standings] == [Over.REQUESTS, Over.REQUESTS]  # `taken` is counted here
    assert state.link.health is Health.UP
    assert state.metric("corral_state_errors_total", {"kind": "misused"}) >= 3


async def test_a_server_that_forgot_the_script_learns_it_again(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)
    limits = Limits(tokens_per_day=100)
    await asyncio.gather(*(state.limiter.admit("key", limits, 1) for _ in range(10)))
    redis_server.client().script_flush()
    standings = await asyncio.gather(*(state.limiter.admit("key", limits, 1) for _ in range(10)))
    assert max(standing.tally.used for standing in standings) == 20
    assert state.link.health is Health.UP
