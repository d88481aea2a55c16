"""Shared findings: known to every proxy with the secret, unreadable and unforgeable without it."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from guards.types import Finding, Fix
from service.state.findings import MAX_VALUE_BYTES

from .redis_server import RedisServer
from .test_outages import until

CANARY = "a canary that must not be found in Redis"
KEY = b"k" * 20
FOUND = (
    Finding(score=0.123456789012345, message=CANARY, rule="r", cwe=("CWE-78",), span=(1, 9), fix=Fix(CANARY)),
    Finding(score=1.0, message="m", category="S1", severity="high", language="de"),
)


def everything(server: RedisServer) -> bytes:
    client = server.client()
    return b"".join(
        key + (client.get(key) or b"" if client.type(key) == b"string" else b"") for key in client.scan_iter()
    )


async def put(state: Any, server: RedisServer, key: bytes = KEY, found: tuple[Finding, ...] = FOUND) -> None:
    await state.findings.put_many({key: found})
    await until(lambda: bool(server.client().exists(b"corral:findings:" + key)))


async def test_what_one_proxy_found_the_other_knows(redis_server: RedisServer, opened: Any) -> None:
    one, two = await opened(redis_server.url), await opened(redis_server.url)
    await put(one, redis_server)
    await put(one, redis_server, b"n" * 20, ())
    assert await two.findings.get_many([KEY, b"x" * 20, b"n" * 20]) == [FOUND, None, ()]
    redis_server.client().flushall()
    assert await two.findings.get_many([KEY]) == [FOUND]  # in this process by now


async def test_no_text_lies_in_redis(redis_server: RedisServer, opened: Any) -> None:
    await put(await opened(redis_server.url), redis_server)
    assert CANARY.encode() not in everything(redis_server)
    assert 0 < redis_server.client().ttl(b"corral:findings:" + KEY) <= 86_400


async def test_nobody_without_the_secret_makes_findings(redis_server: RedisServer, opened: Any) -> None:
    one, two = await opened(redis_server.url), await opened(redis_server.url)
    await put(one, redis_server, found=FOUND)
    await put(one, redis_server, b"n" * 20, ())
    client = redis_server.client()
    harmless = client.get(b"corral:findings:" + b"n" * 20)
    for forged in (b"[]", b"", b"\xff" * 40, harmless):  # the last one was sealed by us, for another text
        client.set(b"corral:findings:" + KEY, forged)
        assert await two.findings.get_many([KEY]) == [None]
    assert two.metric("corral_state_errors_total", {"kind": "unsealed"}) == 4


async def test_another_secret_is_another_cache(redis_server: RedisServer, opened: Any, monkeypatch: Any) -> None:
    await put(await opened(redis_server.url), redis_server)
    monkeypatch.setenv("CORRAL_SECRET", "another secret of more than 32 characters")
    assert await (await opened(redis_server.url)).findings.get_many([KEY]) == [None]


async def test_large_findings_stay_here(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)
    large = (Finding(score=1.0, message="m" * (MAX_VALUE_BYTES + 1), category="S1"),)
    await state.findings.put_many({b"l" * 20: large})
    await put(state, redis_server)
    assert not redis_server.client().exists(b"corral:findings:" + b"l" * 20)
    assert await state.findings.get_many([b"l" * 20]) == [large]


async def test_written_from_a_guards_own_thread(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)
    thread = threading.Thread(target=lambda: asyncio.run(state.findings.put_many({KEY: FOUND})))
    thread.start()
    await asyncio.to_thread(thread.join, 10)
    await until(lambda: bool(redis_server.client().exists(b"corral:findings:" + KEY)))
