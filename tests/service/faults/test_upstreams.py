"""The real thing, done to a real llama.cpp server behind a real proxy process: killed and stopped in the middle of an answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from service.llama import _SERVER, MODEL_NAME, model_file

from ..conftest import Scripted
from ..test_drain import served, stream

ASK: dict[str, Any] = {
    "model": MODEL_NAME,
    "messages": [{"role": "user", "content": "Tell me a long story about a river."}],
    "max_tokens": 400,
}


@contextmanager
def llama_process() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """llama.cpp's server as a process that a test may kill."""
    command = [sys.executable, "-c", _SERVER, str(model_file()), MODEL_NAME]
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{address}/health", timeout=5).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield f"{address}/v1", server
    finally:
        server.kill()
        server.wait()


def last_event(said: list[str]) -> str:
    return "".join(said).strip().rsplit("\n\n", 1)[-1]


def test_an_upstream_killed_in_the_middle_is_told_in_the_stream_and_the_proxy_lives(tmp_path: Path) -> None:
    with llama_process() as (upstream, model), served(tmp_path, upstream) as (url, proxy):
        said: list[str] = []
        reading = stream(url, said, ASK)
        model.kill()
        reading.join(120)
        assert '"code":"upstream_broken"' in last_event(said)
        answer = httpx.post(f"{url}/v1/chat/completions", json=ASK, timeout=120)
        assert (answer.status_code, answer.json()["error"]["code"]) == (502, "upstream_unreachable")
        deadline = time.monotonic() + 60
        while httpx.get(f"{url}/readyz", timeout=60).status_code != 503:  # its health is asked now and then
            assert time.monotonic() < deadline
            time.sleep(0.2)
        assert proxy.poll() is None


def test_a_killed_upstreams_requests_go_to_the_other(tmp_path: Path, scripted: Scripted) -> None:
    scripted.says("From the other.")
    quiet = {"health": {"interval_s": 0}, "breaker": {"failures": 3, "open_s": 600, "max_open_s": 600}}
    with llama_process() as (upstream, model):
        upstreams = [
            {"name": "first", "url": upstream, **quiet},
            {"name": "other", "url": scripted.url, "priority": 1, **quiet},
        ]
        with served(tmp_path, None, upstreams=upstreams) as (url, _):
            model.kill()
            model.wait()
            for _ in range(8):
                answer = httpx.post(f"{url}/v1/chat/completions", json=ASK, timeout=120)
                assert answer.status_code == 200
                assert "From the other." in answer.text
            assert 'corral_upstream_state{state="open",upstream="first"} 1.0' in httpx.get(f"{url}/metrics").text


@pytest.mark.parametrize("streamed", [False, True])
def test_a_stopped_upstream_is_a_timeout_and_once_it_goes_on_so_does_everything(tmp_path: Path, streamed: bool) -> None:
    with llama_process() as (upstream, model):
        patience = {"url": upstream, "first_byte_timeout_s": 8.0, "between_bytes_timeout_s": 8.0}
        health = {"health": {"interval_s": 0, "timeout_s": 5.0}}
        with served(tmp_path, None, upstreams=[{**patience, **health}]) as (url, _):
            if streamed:
                said: list[str] = []
                reading = stream(url, said, ASK)
                os.kill(model.pid, signal.SIGSTOP)
                reading.join(120)
                assert '"code":"upstream_timeout"' in last_event(said)
            else:
                os.kill(model.pid, signal.SIGSTOP)
                answer = httpx.post(f"{url}/v1/chat/completions", json=ASK, timeout=120)
                assert (answer.status_code, answer.json()["error"]["code"]) == (504, "upstream_timeout")
            assert httpx.get(f"{url}/readyz", timeout=60).json()["upstreams"] == {"upstream": "down"}
            assert httpx.get(f"{url}/healthz").status_code == 200
            os.kill(model.pid, signal.SIGCONT)
            deadline = time.monotonic() + 120
            while httpx.get(f"{url}/readyz", timeout=60).status_code != 200:
                assert time.monotonic() < deadline
                time.sleep(0.3)
