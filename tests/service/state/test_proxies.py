"""Which policy runs where, and the stream of decisions of all proxies."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from guards.errors import ConfigError, InputError
from service.state import Away, RedisSettings

from .redis_server import RedisServer
from .test_outages import until


async def test_every_proxy_and_its_policy_is_known(redis_server: RedisServer, opened: Any) -> None:
    one, two = await opened(redis_server.url), await opened(redis_server.url)

    async def both() -> None:
        while len(await one.proxies.running()) < 2:
            await asyncio.sleep(0.02)

    await asyncio.wait_for(both(), 10)
    await two.proxies.loaded("shop@2")
    assert [proxy.policy for proxy in await one.proxies.running()] == ["test@1", "shop@2"]
    await two.close()
    assert [proxy.policy for proxy in await one.proxies.running()] == ["test@1"]
    redis_server.kill()
    assert [proxy.policy for proxy in await one.proxies.running()] == ["test@1"]


async def test_the_others_hear_of_a_new_policy_at_once(redis_server: RedisServer, opened: Any) -> None:
    one, two, three = [await opened(redis_server.url) for _ in range(3)]
    heard: list[tuple[str, str]] = []

    async def note(who: str, policy: str) -> None:
        heard.append((who, policy))

    async def fails(policy: str) -> None:
        raise RuntimeError("its file is gone")

    one.proxies.on_policy(lambda policy: note("one", policy))
    two.proxies.on_policy(fails)
    two.proxies.on_policy(lambda policy: note("two", policy))
    three.proxies.on_policy(lambda policy: note("three", policy))
    await asyncio.sleep(0.5)
    await one.proxies.loaded("shop@2")
    await until(lambda: len(heard) == 2, 3)  # well before the next beat
    assert sorted(heard) == [("three", "shop@2"), ("two", "shop@2")]  # not the one who said it
    await two.proxies.loaded("shop@2")  # it follows: who runs it already hears nothing more
    await until(lambda: len(heard) == 3, 3)
    assert heard[2] == ("three", "shop@2")


async def test_a_notice_during_an_outage_is_heard_afterwards(redis_server: RedisServer, opened: Any) -> None:
    one = await opened(redis_server.url)
    two = await opened(redis_server.url)
    heard: list[str] = []

    async def note(policy: str) -> None:
        heard.append(policy)

    two.proxies.on_policy(note)
    await asyncio.sleep(0.3)
    redis_server.kill()
    await one.proxies.loaded("shop@2")
    redis_server.start()
    await until(lambda: heard == ["shop@2"], 30)


async def test_decisions_can_be_read_by_anyone_on_this_redis(redis_server: RedisServer, opened: Any) -> None:
    one, two = await opened(redis_server.url), await opened(redis_server.url, decisions_max=500)
    for number in range(150):
        one.decisions.write(b'{"id":%d,"text":"\\u00fcn"}\n' % number)
    await until(lambda: redis_server.client().xlen("corral:decisions") == 150)
    newest = await two.decisions.read(count=10)
    assert [row["id"] for _, row in newest] == list(range(140, 150))
    first = (await two.decisions.read(after="0", count=3))[-1]
    assert first[1] == {"id": 2, "text": "ün"}
    assert [row["id"] for _, row in await two.decisions.read(after=first[0], count=2)] == [3, 4]
    assert await two.decisions.read(after=newest[-1][0]) == []
    with pytest.raises(InputError, match="after"):
        await two.decisions.read(after="(1")
    with pytest.raises(InputError, match="count"):
        await two.decisions.read(count=5_000)
    for number in range(2_000):
        two.decisions.write(b'{"id":%d}\n' % number)
    await until(
        lambda: (two.decisions._outbox.waiting, redis_server.client().xlen("corral:decisions") < 700) == (0, True)
    )


async def test_what_waits_for_redis_is_bounded_and_the_newest_is_kept(redis_server: RedisServer, opened: Any) -> None:
    state = await opened(redis_server.url)
    redis_server.kill()
    with pytest.raises(Away):
        await state.decisions.read()
    for number in range(1_000):
        state.decisions.write(b'{"id":%d,"pad":"%s"}\n' % (number, b"x" * 50_000))
    state.decisions.write(b"x" * 300_000)  # too long for a row
    lost = state.metric("corral_state_lost_total", {"what": "decisions"})
    assert 650 < lost < 750
    redis_server.start()
    await until(lambda: redis_server.client().xlen("corral:decisions") == 1_001 - lost)
    assert (await state.decisions.read(count=1))[0][1]["id"] == 999


def test_settings_say_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = RedisSettings(url="redis://:password@localhost")
    assert "password" not in repr(settings)
    monkeypatch.delenv("CORRAL_SECRET", raising=False)
    with pytest.raises(ConfigError, match="CORRAL_SECRET must hold a secret of at least 32"):
        settings.secret()
    with pytest.raises(ConfigError, match="REDIS_URL must hold a redis://"):
        RedisSettings(url_env="REDIS_URL").address()
    with pytest.raises(ValueError, match="give `url`, or `url_env`"):
        RedisSettings()
