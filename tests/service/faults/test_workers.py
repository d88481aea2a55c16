"""Several workers on one port: one that is killed or stopped is replaced, and the others answer meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest
from click.testing import CliRunner

from guards.cli import cli
from service.keys.settings import hashed, new_key

from ..conftest import Scripted
from ..test_drain import GOOD, served, slow, stream

__all__ = ["slow"]  # a fixture of the drain's tests, used here

PATIENCE_S = 120.0
HASH = "hmac-sha256:" + "0" * 64


def until(true: Callable[[], Any], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def workers(supervisor: int) -> set[int]:
    return {child.pid for child in psutil.Process(supervisor).children() if child.status() != psutil.STATUS_ZOMBIE}


def metric(url: str, name: str) -> float:
    page = httpx.get(f"{url}/metrics", timeout=PATIENCE_S).text
    return sum(float(line.split()[-1]) for line in page.splitlines() if line.startswith(name))


def test_a_killed_and_a_stopped_worker_are_replaced_while_the_others_answer(scripted: Scripted, tmp_path: Path) -> None:
    scripted.says("All is well.")
    seen: Counter[str] = Counter()
    stop = threading.Event()

    def ask(url: str) -> None:
        while not stop.is_set():
            try:  # each on a connection of its own
                answer = httpx.post(f"{url}/v1/chat/completions", json=GOOD, timeout=PATIENCE_S)
                seen[str(answer.status_code)] += 1
            except httpx.TransportError:
                seen["broken"] += 1
            time.sleep(0.02)

    with served(tmp_path, scripted.url, "--workers", "2", listen={"worker_hang_s": 5}) as (url, server):
        until(lambda: metric(url, "corral_workers ") == 2, "both are up")
        first = workers(server.pid)
        asking = threading.Thread(target=ask, args=(url,))
        asking.start()
        until(lambda: seen["200"] >= 10, "requests are answered")
        killed, stopped = first
        os.kill(killed, signal.SIGKILL)
        before = seen["200"]
        until(lambda: seen["200"] >= before + 5, "the other one answers")
        until(lambda: metric(url, "corral_workers_replaced_total") == 1, "the dead one is replaced")
        counted = metric(url, 'corral_request_ms_count{outcome="answered"')
        os.kill(stopped, signal.SIGSTOP)
        until(lambda: metric(url, 'corral_workers_replaced_total{reason="hung"}') == 1, "so is the one that hangs")
        stop.set()
        asking.join()
        until(lambda: metric(url, "corral_workers ") == 2, "both are up again")
        assert metric(url, 'corral_request_ms_count{outcome="answered"') >= counted, "what the dead ones counted stays"
        assert not workers(server.pid) & first
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE_S) == 0
    # Nothing but the requests that the two had taken is lost: at most one each, for one was asked at a time.
    assert seen.keys() <= {"200", "broken"}
    assert seen["broken"] <= 2


def test_they_drain_together_and_none_outlives_its_supervisor(slow: Scripted, tmp_path: Path) -> None:
    with served(tmp_path, slow.url, "--workers", "2") as (url, server):
        until(lambda: metric(url, "corral_workers ") == 2, "both are up")
        theirs = workers(server.pid)
        said: list[str] = []
        reading = stream(url, said)
        server.send_signal(signal.SIGTERM)
        reading.join()
        assert server.wait(PATIENCE_S) == 0
        assert "".join(said).rstrip().endswith("data: [DONE]")
        assert not any(psutil.pid_exists(pid) for pid in theirs)
    with served(tmp_path, slow.url, "--workers", "2") as (url, server):
        until(lambda: metric(url, "corral_workers ") == 2, "both are up")
        theirs = workers(server.pid)
        server.kill()
        until(lambda: not any(psutil.pid_exists(pid) for pid in theirs), "they see that they are alone")


def test_all_of_them_follow_a_policy_that_one_was_told_to_read(scripted: Scripted, tmp_path: Path) -> None:
    secret = new_key()
    keys = [{"name": "operator", "hash": hashed(secret), "scopes": ["admin"]}]
    admin = {"Authorization": f"Bearer {secret}"}
    with served(tmp_path, scripted.url, "--workers", "2", watch_policy_s=0, keys=keys) as (url, server):
        until(lambda: metric(url, "corral_workers ") == 2, "both are up")
        for name, tell in (
            ("signalled", lambda: server.send_signal(signal.SIGHUP)),
            ("asked", lambda: httpx.post(f"{url}/admin/policy/reload", headers=admin).raise_for_status()),
        ):
            (tmp_path / "unguarded.yaml").write_text(f"version: 1\nname: {name}\nguards: {{}}\n")
            tell()
            until(lambda name=name: metric(url, f'corral_policy_info{{name="{name}"') == 2, "both have it")


def test_what_can_t_start_is_told_once(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("version: 1\nname: p\nmoed: monitor\nguards: {}\n")
    flags = ["serve", "--upstream", "http://127.0.0.1:1/v1", "--port", "0", "--workers", "2", "--policy", str(policy)]
    command = [sys.executable, "-m", "guards.cli", *flags]
    told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S)
    assert told.returncode == 2
    assert told.stderr.count("moed") == 1, told.stderr
    assert not told.stdout


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (f"keys: [{{name: a, hash: '{HASH}', limits: {{requests_per_minute: 5}}}}]", "redis"),
        ("console: {enabled: true}", "console"),
    ],
)
def test_what_would_not_hold_over_several_is_refused(tmp_path: Path, section: str, words: str) -> None:
    config = tmp_path / "corral.yaml"
    config.write_text(f"version: 1\nupstream: http://127.0.0.1:1/v1\nlisten: {{workers: 2}}\n{section}\n")
    told = CliRunner().invoke(cli, ["config", "check", str(config)])
    assert isinstance(told.exception, Exception)
    assert "listen.workers" in str(told.exception)
    assert words in str(told.exception)
