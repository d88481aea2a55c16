"""A guard's service is stopped, goes on, and is killed while requests come: the policy's answer, and nobody waits."""

from __future__ import annotations

import itertools
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx

from ..conftest import Scripted, serve
from ..test_guard_service import service

PATIENCE_S = 120.0
POLICY = """version: 1
name: remote
budget_ms: 1500
guards:
  injection: {{stages: [input], thresholds: {{'*': 0.8}}, tiers: [{{remote: {{url: '{url}'}}}}], on_error: flag, on_timeout: flag}}
"""


def test_requests_go_on_while_a_guards_service_hangs_and_dies(scripted: Scripted, tmp_path: Path) -> None:
    scripted.says("All is well.")
    actions: Counter[str] = Counter()
    stop, number = threading.Event(), itertools.count()

    def ask(url: str) -> None:
        with httpx.Client(base_url=url, timeout=PATIENCE_S) as client:
            while not stop.is_set():
                body = {"model": "m", "messages": [{"role": "user", "content": f"Hello there, {next(number)}."}]}
                answer = client.post("/v1/chat/completions", json=body)
                actions[answer.headers.get("x-corral-action", str(answer.status_code))] += 1
                time.sleep(0.05)

    def until(true: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, (what, actions)
            time.sleep(0.05)

    def more(action: str) -> Callable[[], bool]:
        before = actions[action]
        return lambda: actions[action] >= before + 10

    with service("injection") as (guard, process):
        policy = tmp_path / "policy.yaml"
        policy.write_text(POLICY.format(url=guard))
        with serve(upstream=scripted.url, policy=policy) as url:
            asking = [threading.Thread(target=ask, args=(url,)) for _ in range(4)]
            for thread in asking:
                thread.start()
            try:
                until(more("allow"), "it is asked")
                process.send_signal(signal.SIGSTOP)
                until(more("flag"), "stopped: the policy answers, within the budget")
                process.send_signal(signal.SIGCONT)
                until(more("allow"), "it goes on, and is asked again by itself")
                process.kill()
                until(more("flag"), "dead: the policy answers")
            finally:
                stop.set()
                for thread in asking:
                    thread.join(PATIENCE_S)
            page = httpx.get(f"{url}/metrics", timeout=PATIENCE_S).text
    assert actions.keys() == {"allow", "flag"}, actions
    for status in ("error", "timeout"):
        assert f'guard="injection",stage="input",status="{status}"' in page
