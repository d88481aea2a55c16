"""SIGTERM: nothing new comes in, what is at work ends whole; a second one, or the bound, ends the wait."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from .conftest import Scripted, chunk

GOOD = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}]}


@contextmanager
def served(
    tmp_path: Path, upstream: str | None, *flags: str, **sections: Any
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`corral serve` as a process of its own; gives its base URL without /v1."""
    config = tmp_path / "corral.yaml"
    policy = tmp_path / "unguarded.yaml"
    policy.write_text("version: 1\nname: unguarded\nguards: {}\n")
    wanted = {"version": 1, "upstream": upstream, "policy": str(policy), **sections}
    config.write_text(json.dumps({name: value for name, value in wanted.items() if value is not None}))
    command = [sys.executable, "-m", "guards.cli", "serve", "--config", str(config), "--port", "0", *flags]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        url = server.stdout.readline().split(" on ")[1].strip().removesuffix("/v1")
        for _ in range(600):
            try:
                httpx.get(f"{url}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield url, server
    finally:
        server.kill()
        server.wait()


@pytest.fixture
def slow(scripted: Scripted) -> Scripted:
    """An upstream whose answer takes about three seconds."""
    sentences = [f"This is sentence number {number}. " for number in range(30)]
    scripted.streams([chunk({"content": text}) for text in sentences] + [chunk({}, "stop")], cut=10_000_000)
    scripted.pieces = [piece + b"\n\n" for piece in scripted.pieces[0].split(b"\n\n") if piece]
    scripted.pause_s = 0.1
    return scripted


def stream(url: str, into: list[str], ask: dict[str, Any] = GOOD) -> threading.Thread:
    def read() -> None:
        with httpx.stream("POST", f"{url}/v1/chat/completions", json={**ask, "stream": True}, timeout=60) as answer:
            try:
                for text in answer.iter_text():
                    into.append(text)
            except httpx.TransportError as error:
                into.append(repr(error))

    thread = threading.Thread(target=read)
    thread.start()
    deadline = time.monotonic() + 30
    while not into and time.monotonic() < deadline:
        time.sleep(0.02)
    return thread


def test_a_stream_at_work_ends_whole_and_nothing_new_comes_in(slow: Scripted, tmp_path: Path) -> None:
    with served(tmp_path, slow.url) as (url, server):
        assert httpx.get(f"{url}/readyz").status_code == 200
        said: list[str] = []
        reading = stream(url, said)
        server.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 10
        while httpx.get(f"{url}/readyz").status_code == 200:
            assert time.monotonic() < deadline
        refused = httpx.post(f"{url}/v1/chat/completions", json=GOOD)
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "draining")
        assert refused.headers["connection"] == "close"
        reading.join()
        assert server.wait(20) == 0
    text = "".join(said)
    assert "sentence number 29" in text
    assert text.rstrip().endswith("data: [DONE]")


def test_what_takes_longer_than_the_bound_is_cut_off(slow: Scripted, tmp_path: Path) -> None:
    slow.pause_s = 1.0
    with served(tmp_path, slow.url, listen={"drain_s": 0.5, "drain_notice_s": 0}) as (url, server):
        said: list[str] = []
        reading = stream(url, said)
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        reading.join()
    assert "sentence number 29" not in "".join(said)


def test_an_idle_proxy_goes_at_once_and_so_does_one_told_twice(slow: Scripted, tmp_path: Path) -> None:
    with served(tmp_path, slow.url, listen={"drain_notice_s": 0}) as (_, server):
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
    with served(tmp_path, slow.url, listen={"drain_notice_s": 300}) as (_, server):
        server.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert server.poll() is None
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
