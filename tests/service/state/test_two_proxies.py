"""Two proxies on one real Redis, over HTTP: they agree, and under load neither cares what becomes of it."""

from __future__ import annotations

import asyncio
import collections
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.keys.settings import hashed, new_key

from ..conftest import Scripted, serve
from .conftest import SECRET
from .redis_server import RedisServer, rubbish

KEY, LIMITED, OPERATOR = new_key(), new_key(), new_key()
LIMIT = 40


@pytest.fixture
def two(redis_server: RedisServer, scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, str]]:
    monkeypatch.setenv("CORRAL_SECRET", SECRET)
    scripted.says("Hello.")
    settings = {
        "upstream": scripted.url,
        "keyword": True,
        "redis": {"url": redis_server.url, "timeout_ms": 200},
        "keys": [
            {"name": "plenty", "hash": hashed(KEY), "limits": {"tokens_per_day": 1_000_000}},
            {"name": "limited", "hash": hashed(LIMITED), "limits": {"tokens_per_day": LIMIT}},
            {"name": "operator", "hash": hashed(OPERATOR), "scopes": ["admin"]},
        ],
    }
    with ExitStack() as stack:
        yield stack.enter_context(serve(**settings)), stack.enter_context(serve(**settings))


def body(text: str, **more: Any) -> dict[str, Any]:
    return {"model": "m", "messages": [{"role": "user", "content": text}], **more}


def ask(url: str, text: str, key: str = KEY, **more: Any) -> httpx.Response:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx.post(f"{url}/v1/chat/completions", json=body(text, **more), headers=headers, timeout=30)


def operate(url: str, path: str) -> Any:
    return httpx.get(f"{url}{path}", headers={"x-api-key": OPERATOR}).json()


def metric(url: str, name: str) -> float:
    page = httpx.get(f"{url}/metrics").text
    return sum(float(line.rpartition(" ")[2]) for line in page.splitlines() if line.startswith(name))


def until(true: Callable[[], bool], within_s: float = 20.0) -> None:
    end = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_what_one_has_judged_the_other_knows(two: tuple[str, str], redis_server: RedisServer) -> None:
    text = "A canary sings of rivers and hills, and nobody has judged its song before."
    first = ask(two[0], text).json()["corral"]
    until(lambda: len(redis_server.client().keys("corral:findings:*")) >= 3)
    hits = metric(two[1], "corral_cache_hits_total")
    second = ask(two[1], text).json()["corral"]
    assert metric(two[1], "corral_cache_hits_total") - hits >= 3  # the prompt under three guards, and the answer
    assert second["action"] == first["action"]
    stored = b"".join(redis_server.client().get(key) for key in redis_server.client().keys("corral:findings:*"))
    assert b"canary" not in stored


def test_both_count_one_keys_tokens(two: tuple[str, str]) -> None:
    text = "Four times four tokens: 16 of 64 characters, that is what it is."  # 16 tokens, and the answer's two
    statuses = []
    for turn in range(6):
        statuses.append(ask(two[turn % 2], text, LIMITED).status_code)
        time.sleep(0.5)  # what was spent beyond the estimate is told behind the request's back
    assert statuses == [200, 200, 429, 429, 429, 429]


def test_200_requests_at_once_get_what_the_limit_allows(two: tuple[str, str]) -> None:
    async def all_of_them() -> list[int]:
        limits = httpx.Limits(max_connections=200)
        async with httpx.AsyncClient(timeout=60, limits=limits, headers={"x-api-key": LIMITED}) as client:
            rows = (client.post(f"{two[n % 2]}/v1/chat/completions", json=body("1234")) for n in range(200))
            return [answer.status_code for answer in await asyncio.gather(*rows)]

    counted = collections.Counter(asyncio.run(all_of_them()))
    assert set(counted) == {200, 429}
    # Each sets one token aside and comes to three: never more than the limit are set aside at once, and some were settled.
    assert LIMIT // 3 <= counted[200] <= LIMIT


def test_operators_see_both_and_read_what_both_decided(two: tuple[str, str]) -> None:
    ask(two[0], "One."), ask(two[1], "FORBIDDEN")
    until(lambda: len(operate(two[0], "/admin/proxies")["proxies"]) == 2)
    seen = operate(two[1], "/admin/proxies")
    assert (seen["redis"], seen["agree"]) == ("up", True)
    until(lambda: len(operate(two[0], "/admin/decisions")["decisions"]) == 2)
    told = operate(two[0], "/admin/decisions?count=10")
    assert sorted(row["action"] for row in told["decisions"]) == ["allow", "block"]
    assert {row["key"] for row in told["decisions"]} == {"plenty"}
    assert operate(two[1], f"/admin/decisions?after={told['after']}") == {"decisions": [], "after": told["after"]}
    wrong = httpx.get(f"{two[0]}/admin/decisions?count=many", headers={"x-api-key": OPERATOR})
    assert (wrong.status_code, wrong.json()["error"]["param"]) == (400, "count")


def test_a_policy_loaded_by_one_is_loaded_by_the_other(
    redis_server: RedisServer, scripted: Scripted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CORRAL_SECRET", SECRET)
    policy = tmp_path / "policy.yaml"
    policy.write_text("version: 1\nname: before\nguards: {}\n")
    operator = {"name": "operator", "hash": hashed(OPERATOR), "scopes": ["admin"]}
    settings = {
        "upstream": scripted.url, "policy": policy, "watch_policy_s": 0,  # nobody looks at the file by himself
        "redis": {"url": redis_server.url, "timeout_ms": 500}, "keys": [operator],
    }  # fmt: skip
    with serve(keyword=True, **settings) as one, serve(keyword=True, **settings) as other:
        until(lambda: len(operate(one, "/admin/proxies")["proxies"]) == 2)
        time.sleep(0.5)  # both have looked for a notice
        policy.write_text("version: 1\nname: after\nguards: {}\n")
        reloaded = httpx.post(f"{one}/admin/policy/reload", headers={"x-api-key": OPERATOR}, timeout=30).json()
        assert reloaded["policy"].startswith("after@")
        until(lambda: operate(other, "/admin/policy")["policy"] == reloaded["policy"])
        until(lambda: operate(one, "/admin/proxies")["agree"])
        assert operate(one, "/admin/proxies")["newest"] == reloaded["policy"]


def test_of_a_long_conversation_only_the_newest_turn_is_judged(two: tuple[str, str]) -> None:
    sentence = "In the morning we walk along the river and talk about what grows there in spring. "
    turns = [
        {"role": ("user", "assistant")[n % 2], "content": f"Turn {n}. " + sentence * 21} for n in range(241)
    ]  # about 400,000 characters: 100,000 tokens
    assert sum(len(turn["content"]) for turn in turns) > 400_000
    assert ask(two[0], "", messages=turns[:-2]).status_code == 200
    for url in two:  # the first has them in its own memory, the second finds them in Redis
        judged, hits = metric(url, "corral_guard_ms_count"), metric(url, "corral_cache_hits_total")
        assert ask(url, "", messages=turns).status_code == 200
        new = metric(url, "corral_guard_ms_count") - judged
        assert metric(url, "corral_cache_hits_total") - hits >= 239 * 2
        assert new <= 12, new  # the two new turns and the answer, under three guards each


Fault = Callable[[RedisServer], AsyncIterator[None]]


async def killed(server: RedisServer) -> AsyncIterator[None]:
    server.kill()
    yield
    server.start()


async def hung(server: RedisServer) -> AsyncIterator[None]:
    server.hang()
    yield
    server.go_on()


async def full(server: RedisServer) -> AsyncIterator[None]:
    server.client().config_set("maxmemory", "1mb")
    yield
    server.client().config_set("maxmemory", "0")


async def talking_rubbish(server: RedisServer) -> AsyncIterator[None]:
    server.kill()
    with rubbish(b"*2\r\n:1\r\n$-1\r\n+OK\r\nHTTP/1.1 200 OK\r\n\x00\xff", server.port):
        yield
    server.start()


async def restarted(server: RedisServer) -> AsyncIterator[None]:
    await asyncio.to_thread(server.kill)
    await asyncio.to_thread(server.start)
    yield


@pytest.mark.parametrize("fault", [killed, hung, full, talking_rubbish, restarted])
async def test_under_load_requests_go_on_and_are_decided_rightly(
    two: tuple[str, str], redis_server: RedisServer, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    outcomes: list[tuple[bool, str, float]] = []
    stop = asyncio.Event()

    async def client(number: int) -> None:
        async with httpx.AsyncClient(timeout=30, headers={"x-api-key": KEY}) as http:
            turn = 0
            while not stop.is_set():
                turn += 1
                bad = (turn + number) % 2 == 0
                text = f"{number} {turn} " + ("FORBIDDEN" if bad else "a word about the weather")
                began = time.monotonic()
                answer = await http.post(f"{two[turn % 2]}/v1/chat/completions", json=body(text))
                action = answer.json()["corral"]["action"] if answer.status_code == 200 else str(answer.status_code)
                outcomes.append((bad, action, time.monotonic() - began))

    clients = [asyncio.ensure_future(client(number)) for number in range(8)]
    await asyncio.sleep(1)
    async with asynccontextmanager(fault)(redis_server):
        await asyncio.sleep(2.5)
    await asyncio.sleep(1)
    stop.set()
    await asyncio.gather(*clients)
    assert len(outcomes) > 20
    assert {(bad, action) for bad, action, _ in outcomes} == {(True, "block"), (False, "allow")}
    until(lambda: all(metric(url, "corral_state_up") == 1 for url in two))
    # A restart may fall between two uses of a connection, and nobody notices.
    assert fault is restarted or all(metric(url, "corral_state_errors_total") >= 1 for url in two)
    # One line each time that things change, in each of two proxies, however many requests there were.
    lines = [record.getMessage() for record in caplog.records if record.name == "corral.state"]
    changes = [line for line in lines if line.startswith(("redis: down", "redis: full"))]
    assert (0 if fault is restarted else 2) <= len(changes) <= 6
    assert len(lines) <= 14
