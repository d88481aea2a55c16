"""The wall clock jumps: budgets, breakers and limits run on the monotonic one, and see nothing of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from service.keys.settings import hashed, new_key

from ..conftest import Scripted, serve, shipped_policy

HOUR_S = 3_600.0
ASK = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}]}


@pytest.fixture(params=[HOUR_S, -HOUR_S], ids=["forth", "back"])
def jump(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Adds to what `time.time` says, for every thread of this process, once a test has set it; no test may set the real clock."""
    by, real = [0.0], time.time
    monkeypatch.setattr(time, "time", lambda: real() + by[0])
    by.append(request.param)
    return by


def test_a_jump_changes_no_budget_no_limit_and_no_breaker(
    scripted: Scripted, tmp_path: Path, jump: list[float]
) -> None:
    scripted.says("All is well.")
    secret = new_key()
    key = {"name": "a", "hash": hashed(secret), "limits": {"requests_per_minute": 3}}
    wide = {"name": "b", "hash": hashed(other := new_key())}
    breaker = {"failures": 2, "open_s": 600, "max_open_s": 600}
    upstreams = [{"url": scripted.url, "breaker": breaker, "health": {"interval_s": 0}}]
    with serve(
        upstreams=upstreams, keys=[key, wide], retry={"attempts": 1}, policy=shipped_policy(tmp_path), keyword=True
    ) as url, httpx.Client(base_url=url, timeout=60) as client:  # fmt: skip

        def ask(with_key: str) -> httpx.Response:
            return client.post("/v1/chat/completions", json=ASK, headers={"Authorization": f"Bearer {with_key}"})

        assert [ask(secret).status_code for _ in range(2)] == [200, 200]
        jump[0] = jump[1]
        # A clock that counted would end the guards' budget at once, or fill the bucket up again.
        left = [ask(secret) for _ in range(3)]
        assert [answer.status_code for answer in left] == [200, 429, 429]
        assert "timeout" not in left[0].headers["server-timing"]
        assert float(left[0].headers["server-timing"].split("guards;dur=")[1].split(",")[0]) < HOUR_S * 1000 / 2
        assert 0 < int(left[1].headers["retry-after"]) <= 60
        jump[0] = 0.0
        scripted.status = 500
        assert [ask(other).status_code for _ in range(2)] == [502, 502]
        assert ask(other).status_code == 503
        asked = len(scripted.requests)
        jump[0] = jump[1]
        assert ask(other).status_code == 503, "an hour on the wall clock opens no breaker"
        assert len(scripted.requests) == asked
