"""SIGTERM: nothing new comes in, what is at work ends whole; a second one, or the bound, ends the wait."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from guards.dialects import Dialect
from guards.dialects.chat import Chat
from guards.dialects.messages import Messages
from guards.dialects.ollama import OllamaChat

from .conftest import Scripted, chunk
from .nobypass.answering import answered
from .nobypass.asking import PLAIN

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


def stream(
    url: str, into: list[str], ask: dict[str, Any] = GOOD, path: str = "/v1/chat/completions"
) -> threading.Thread:
    def read() -> None:
        with httpx.stream("POST", f"{url}{path}", json={**ask, "stream": True}, timeout=60) as answer:
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


@pytest.mark.parametrize("dialect", [Chat(), Messages(), OllamaChat()], ids=lambda dialect: dialect.name)
def test_a_stream_over_the_bound_ends_with_an_error_that_its_client_can_read(
    scripted: Scripted, tmp_path: Path, dialect: Dialect
) -> None:
    channel = "text" if dialect.name == "messages" else "content"
    raw = answered(dialect, channel, "This is a sentence. " * 400, True, [20])
    assert isinstance(raw, bytes)
    scripted.pieces, scripted.pause_s = [raw[at : at + 500] for at in range(0, len(raw), 500)], 0.1
    with served(tmp_path, scripted.url, listen={"drain_s": 1.0, "drain_notice_s": 0}) as (url, server):
        said: list[str] = []
        reading = stream(url, said, {"model": "m", **PLAIN[dialect.name]}, dialect.path)
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
        reading.join()
    text = "".join(said)
    assert "sentence" in text
    assert "Error(" not in text  # the client's, of a connection that broke off
    framing = dialect.framing()
    *_, last = [*framing.feed(text.encode()), *framing.end()]
    assert "had to go" in json.dumps(json.loads(last)["error"])
    assert scripted.cancelled.wait(10)  # the upstream does not go on for nobody


def test_a_whole_answer_over_the_bound_is_refused_and_may_be_asked_for_elsewhere(
    scripted: Scripted, tmp_path: Path
) -> None:
    scripted.hang_s = 30
    with served(tmp_path, scripted.url, listen={"drain_s": 0.5, "drain_notice_s": 0}) as (url, server):
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(httpx.post, f"{url}/v1/chat/completions", json=GOOD, timeout=60)
            while not scripted.requests:
                time.sleep(0.02)
            server.send_signal(signal.SIGTERM)
            refused = asked.result(20)
        assert server.wait(20) == 0
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "draining")
    assert refused.headers["retry-after"] == "1"


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
