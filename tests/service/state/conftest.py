from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from service.state import RedisSettings, State

from .redis_server import RedisServer

SECRET = "a secret that every proxy of these tests has"

Opened = Callable[..., Any]


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    yield server
    server.kill()


@pytest.fixture
async def opened(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Opened]:
    """Makes a started `State` on a URL; `state.metric(name, **labels)` reads what Prometheus would."""
    monkeypatch.setenv("CORRAL_SECRET", SECRET)
    states: list[State] = []

    async def make(url: str, **settings: Any) -> State:
        registry = CollectorRegistry()
        given = {"url": url, "timeout_ms": 500, **settings}
        state = State(RedisSettings.model_validate(given), registry=registry, policy="test@1")
        state.metric = registry.get_sample_value  # type: ignore[attr-defined]
        state.page = lambda: generate_latest(registry).decode()  # type: ignore[attr-defined]
        await state.start()
        states.append(state)
        return state

    yield make
    for state in states:
        await state.close()
