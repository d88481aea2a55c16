"""Redis killed, hung, full, restarted and replaced by a talker of rubbish: nobody waits, nothing is decided wrongly."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from guards.types import Finding
from service.state import Health, Limits, Over

from .redis_server import RedisServer, rubbish

LIMITS = Limits(requests_per_minute=600, tokens_per_day=1_000)
KEYS = [bytes([n]) * 20 for n in range(50)]
FOUND = (Finding(score=0.5, message="m", category="unsafe"),)


async def until(true: Callable[[], bool], within_s: float = 15.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "waited in vain"
        await asyncio.sleep(0.02)


async def use(state: Any, rounds: int = 30) -> list[Any]:
    """What requests do, one after the other; gives the standings."""
    standings = []
    for n in range(rounds):
        known = await state.findings.get_many([b"unknown %d" % time.monotonic_ns(), KEYS[n % 50]])
        assert known[0] is None
        assert known[1] in (None, FOUND)
        standings.append(await state.limiter.admit("key", LIMITS, 1))
        state.decisions.write(b'{"id":%d}\n' % n)
    return standings


async def timed(work: Awaitable[Any]) -> float:
    began = time.monotonic()
    await work
    return time.monotonic() - began


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "corral.state"]


async def test_killed_and_started_again_empty(
    redis_server: RedisServer, opened: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "corral.state")
    state = await opened(redis_server.url)
    assert all(one.over is Over.NOTHING for one in await use(state, 100))
    state.limiter.settle("key", LIMITS, 500)
    await asyncio.sleep(0.5)
    redis_server.kill()
    assert await timed(use(state, 100)) < 5
    assert state.link.health is Health.DOWN
    assert state.metric("corral_state_up") == 0
    standing = (await use(state, 1))[0]
    assert standing.tally.used == 701  # counted on from what Redis had said
    redis_server.start()
    await until(lambda: state.link.health is Health.UP)
    assert state.metric("corral_state_up") == 1
    standing = (await use(state, 1))[0]
    assert standing.tally.used == 702  # Redis had lost all of it, and was told again
    assert [line.split(" (")[0] for line in lines(caplog)[:2]] == ["redis: connected", "redis: down"]
    assert lines(caplog)[2].startswith("redis: back after")
    assert len(lines(caplog)) == 3  # one line a change, whatever the number of requests
    await until(lambda: redis_server.client().xlen("corral:decisions") >= 102)  # those of the outage among them


async def test_hung_and_going_on(redis_server: RedisServer, opened: Any, caplog: pytest.LogCaptureFixture) -> None:
    state = await opened(redis_server.url, timeout_ms=100)
    await use(state, 10)
    redis_server.hang()
    try:
        # At most three calls a connection wait their 100 ms; 300 requests would take minutes otherwise.
        assert await timed(asyncio.gather(*(use(state, 10) for _ in range(30)))) < 8
        await until(lambda: state.link.health is Health.DOWN)
        assert await timed(use(state, 50)) < 1
        assert state.metric("corral_state_errors_total", {"kind": "slow"}) >= 3
    finally:
        redis_server.go_on()
    await until(lambda: state.link.health is Health.UP)
    assert (await use(state, 1))[0].tally.used >= 10
    assert len(lines(caplog)) <= 2


async def test_full_memory(redis_server: RedisServer, opened: Any, caplog: pytest.LogCaptureFixture) -> None:
    state = await opened(redis_server.url)
    await state.findings.put_many({KEYS[0]: FOUND})
    await until(lambda: bool(redis_server.client().keys("corral:findings:*")))
    admin = redis_server.client()
    admin.config_set("maxmemory-policy", "noeviction")
    admin.config_set("maxmemory", "1mb")
    standings = await use(state, 50)
    assert all(one.over is Over.NOTHING for one in standings)
    await until(lambda: state.link.health is Health.FULL)
    other = await opened(redis_server.url)
    assert (await other.findings.get_many([KEYS[0]]))[0] == FOUND  # it can still be read
    assert (await other.limiter.admit("key", Limits(requests_per_minute=1), 1)).over is Over.NOTHING
    assert (await other.limiter.admit("key", Limits(requests_per_minute=1), 1)).over is Over.REQUESTS
    assert (state.metric("corral_state_up"), state.metric("corral_state_full")) == (0, 1)
    admin.config_set("maxmemory", "0")
    await until(lambda: state.link.health is Health.UP)
    assert len([line for line in lines(caplog) if "full" in line]) == 2  # one each


@pytest.mark.parametrize(
    "answer",
    [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x00\xff\xfe garbage\r\n" * 50, b":7\r\n", b"+OK\r\n", b"*-1\r\n", b"$5\r\nab",
     b"*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n", b"$2147483647\r\n" + b"x" * 10_000, b"-ERR no\r\n", b"*2\r\n:1\r\n:-9\r\n"],
    ids=["http", "bytes", "number", "ok", "nothing", "cut", "list", "endless", "error", "numbers"],
)  # fmt: skip
async def test_rubbish_is_no_answer(redis_server: RedisServer, opened: Any, answer: bytes) -> None:
    state = await opened(redis_server.url, timeout_ms=100)
    await use(state, 5)
    redis_server.kill()
    with rubbish(answer, redis_server.port):
        standings = [one for many in await asyncio.gather(*(use(state, 10) for _ in range(5))) for one in many]
        assert all(one.over is Over.NOTHING for one in standings)
        assert max(one.tally.used for one in standings) == 55
        await asyncio.sleep(0.5)
        await use(state, 5)
    redis_server.start()
    await until(lambda: state.link.health is Health.UP)
    assert (await use(state, 1))[0].tally.used >= 55


async def test_not_there_at_the_start(redis_server: RedisServer, opened: Any) -> None:
    redis_server.kill()
    state = await opened(redis_server.url)
    assert state.link.health is Health.DOWN
    assert (await use(state, 3))[-1].tally.used == 3
    redis_server.start()
    await until(lambda: state.link.health is Health.UP)
    assert (await use(state, 1))[0].tally.used == 4
