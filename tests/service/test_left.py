"""A client that is gone: nothing goes on for it, neither here nor at the upstream, and its place is free."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from .conftest import Scripted, serve
from .test_connections import GOOD, connected, head


def series(url: str, name: str) -> float:
    page = httpx.get(f"{url}/metrics").text
    return sum(float(line.rpartition(" ")[2]) for line in page.splitlines() if line.startswith(name))


def until(url: str, name: str, wanted: float) -> None:
    deadline = time.monotonic() + 10
    while (found := series(url, name)) != wanted:
        assert time.monotonic() < deadline, f"{name} is {found}"
        time.sleep(0.05)


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("within", [False, True])
@pytest.mark.parametrize("order", ["strict", "speculative"])
def test_the_upstream_is_stopped_when_the_client_is_gone(
    scripted: Scripted, policy_file: Callable[[str], Path], stream: bool, within: bool, order: str
) -> None:
    """Before the answer began (an upstream that thinks), and within it."""
    scripted.says("Once upon a time. There was a town.", 200)
    scripted.pieces = scripted.pieces[:1]
    if within:
        scripted.hangs_within_s = 60
    else:
        scripted.hang_s = 60
    policy = policy_file(f"name: default => name: default\norder: {order}")
    with serve(upstream=scripted.url, policy=policy, max_concurrent=1) as url:
        body = json.dumps({**GOOD, "stream": stream}).encode()
        with connected(url) as client:
            client.sendall(head("/v1/chat/completions", f"Content-Length: {len(body)}") + body)
            until(url, "corral_upstream_in_flight{", 1)
            if stream and within:
                assert b"guarded by corral" in client.recv(4_096)
        assert scripted.cancelled.wait(10)
        until(url, "corral_upstream_in_flight{", 0)
        until(url, 'corral_request_ms_count{outcome="abandoned"', 1)
        scripted.hang_s = scripted.hangs_within_s = 0
        answer = httpx.post(f"{url}/v1/chat/completions", json=GOOD, timeout=30)
        assert answer.status_code == 200
