"""A new policy while requests go on: a right one holds at once, a wrong one changes nothing and is told everywhere."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from guards.errors import ConfigError, CorralError
from guards.ladders import build_ladders
from guards.pipeline import Pipeline
from guards.policy import Policy, load_policy
from guards.types import Ladder
from service.keys.settings import ApiKey
from service.ruling import Rulings

from .conftest import Keyword, Scripted, serve
from .test_drain import served, stream

OPEN = "version: 1\nname: open\nguards: {}\n"
CLOSED = "version: 1\nname: closed\nguards:\n  content: {stages: [input, output], thresholds: {unsafe: 0.5}}\n"
WRONG = "version: 1\nname: wrong\nguards: {}\nmoed: monitor\n"
ASK = {"model": "m", "messages": [{"role": "user", "content": "Say FORBIDDEN."}]}


def made(file: Path, closed: list[Pipeline] | None = None) -> Rulings:
    class Watched(Pipeline):
        def close(self) -> None:
            if closed is not None:
                closed.append(self)
            super().close()

    def build(policy: Policy) -> Pipeline:
        return Watched([Ladder.of(Keyword())] if policy.guards else [])

    return Rulings(file, load_policy(file), build)


async def test_the_old_rule_holds_for_whoever_began_under_it_and_ends_with_the_last_of_them(tmp_path: Path) -> None:
    file, closed = tmp_path / "policy.yaml", list[Pipeline]()
    file.write_text(OPEN)
    rulings = made(file, closed)
    first = rulings.current
    with rulings.held() as held:
        file.write_text(OPEN.replace("open", "renamed"))
        assert await rulings.reload("test") == "loaded"
        second = rulings.current
        assert second.pipeline is first.pipeline  # the same guards serve
        file.write_text(CLOSED)
        assert await rulings.reload("test") == "loaded"
        assert rulings.current.policy.name == "closed"
        assert held.policy.name == "open"
        assert closed == []
    assert closed == [first.pipeline]
    assert await rulings.reload("test") == "unchanged"
    rulings.close()


@pytest.mark.parametrize("wrong", [WRONG, "", "{", CLOSED.replace("0.5", "5"), CLOSED.replace("content:", "content: {tiers: [embedded, {llama_guard: {backend: transformers, model: x}}], always: true, stages: [input]}\n  other:")])  # fmt: skip
async def test_a_wrong_policy_changes_nothing(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "policy.yaml"
    file.write_text(OPEN)
    rulings = made(file)
    before = rulings.current
    file.write_text(wrong)
    with pytest.raises(CorralError) as raised:
        await rulings.reload("test")
    assert rulings.current is before
    assert rulings.error == str(raised.value)
    assert str(file) in rulings.error
    file.write_text(CLOSED)
    await rulings.reload("test")
    assert rulings.error is None
    rulings.close()


async def test_the_policy_that_ships_has_no_file() -> None:
    from guards.policy import default_policy

    rulings = Rulings(None, default_policy(), lambda policy: Pipeline(build_ladders([])))
    with pytest.raises(ConfigError, match="--policy FILE"):
        await rulings.reload("test")
    rulings.close()


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    file = tmp_path / "policy.yaml"
    file.write_text(OPEN)
    return file


def until(true: Callable[[], bool], within_s: float = 30.0) -> None:
    deadline = time.monotonic() + within_s
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_changed_file_is_seen_and_a_wrong_one_is_told(scripted: Scripted, policy: Path) -> None:
    scripted.says("Fine.")
    with serve(keyword=True, upstream=scripted.url, policy=policy, watch_policy_s=0.1) as url:

        def refused() -> bool:
            answer = httpx.post(f"{url}/v1/chat/completions", json=ASK, timeout=30).json()
            return bool(answer["choices"][0]["finish_reason"] == "content_filter")

        def metrics() -> str:
            return httpx.get(f"{url}/metrics").text

        assert not refused()
        policy.write_text(CLOSED)
        until(refused)
        assert 'corral_policy_loads_total{outcome="loaded"} 2.0' in metrics()
        policy.with_suffix(".new").write_text(WRONG)
        policy.with_suffix(".new").replace(policy)
        until(lambda: 'corral_policy_loads_total{outcome="kept"} 1.0' in metrics())
        assert refused()
        assert 'corral_policy_info{name="closed"' in metrics()
        policy.unlink()
        until(lambda: 'corral_policy_loads_total{outcome="kept"} 2.0' in metrics())
        assert refused()


def test_operators_ask_for_it_and_are_told_what_is_wrong(scripted: Scripted, policy: Path) -> None:
    from service.keys.settings import hashed, new_key

    secret = new_key()
    keys = [ApiKey.model_validate({"name": "ops", "hash": hashed(secret), "scopes": ["admin"]}).model_dump()]
    with (
        serve(keyword=True, upstream=scripted.url, policy=policy, watch_policy_s=0, keys=keys) as url,
        httpx.Client(base_url=url, headers={"Authorization": f"Bearer {secret}"}) as ops,
    ):
        assert httpx.post(f"{url}/admin/policy/reload").status_code == 401
        assert ops.post("/admin/policy/reload").json()["outcome"] == "unchanged"
        policy.write_text(CLOSED)
        answer = ops.post("/admin/policy/reload").json()
        assert answer["outcome"] == "loaded"
        assert answer["policy"].startswith("closed@")
        policy.write_text(WRONG)
        wrong = ops.post("/admin/policy/reload")
        assert (wrong.status_code, wrong.json()["outcome"]) == (409, "kept")
        assert "policy.yaml:4: moed" in wrong.json()["error"]
        assert ops.get("/admin/policy").json()["policy"].startswith("closed@")
        assert "moed" in ops.get("/admin/policy").json()["error"]


@pytest.fixture
def process(scripted: Scripted, policy: Path, tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with served(tmp_path, scripted.url, "--policy", str(policy), watch_policy_s=0) as running:
        yield running


def test_sighup_reads_it_again_and_a_stream_at_work_goes_on(
    scripted: Scripted, policy: Path, process: tuple[str, subprocess.Popen[str]]
) -> None:
    url, server = process
    scripted.says("Sentence. " * 12, cut=60)
    scripted.pause_s = 0.02
    said: list[str] = []
    reading = stream(url, said)
    policy.write_text(CLOSED)
    os.kill(server.pid, signal.SIGHUP)
    until(lambda: httpx.get(f"{url}/readyz").json()["policy"].startswith("closed@"))
    reading.join()
    assert "".join(said).rstrip().endswith("data: [DONE]")
    policy.write_text(WRONG)
    os.kill(server.pid, signal.SIGHUP)
    until(lambda: 'outcome="kept"} 1.0' in httpx.get(f"{url}/metrics").text)
    assert server.poll() is None


def test_the_log_names_the_policy_that_holds_and_says_where_it_only_watches(
    scripted: Scripted, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="corral")
    file = tmp_path / "policy.yaml"
    file.write_text("mode: monitor\n" + OPEN)
    with serve(upstream=scripted.url, policy=file):
        revision = load_policy(file).revision
        assert f"policy open@{revision} holds: {file}" in caplog.text
        assert "policy open is in monitor mode: it judges and tells, and stops nothing" in caplog.text
