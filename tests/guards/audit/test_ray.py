"""The audit on a real Ray cluster of two nodes on this machine: the same rows as a local run, with an actor killed on the way."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from guards.audit import Options, Plan, find_inputs, run
from guards.audit.ray import RayExecutor
from guards.policy import default_policy

from .logs import write


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    yield made.address
    import ray

    ray.shutdown()
    made.shutdown()


def actors() -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if "ray::Worker" in " ".join(process.info["cmdline"] or ())
    ]


def test_a_cluster_gives_the_same_rows_and_loses_none_when_an_actor_is_killed(cluster: str, tmp_path: Path) -> None:
    inputs = find_inputs([str(write(tmp_path / "log.jsonl", 1_500))])
    options = Options(default_policy())
    local = run(Plan(inputs, tmp_path / "local", options, workers=1))
    killed: list[int] = []

    def kill_one() -> None:
        out = tmp_path / "ray" / "decisions.jsonl"
        while not killed:
            found = actors()
            if found and out.exists() and out.stat().st_size:
                found[0].send_signal(signal.SIGKILL)
                killed.append(found[0].pid)
            time.sleep(0.02)

    thread = threading.Thread(target=kill_one, daemon=True)
    thread.start()
    spread = run(Plan(inputs, tmp_path / "ray", options), executor=RayExecutor(cluster, 2))
    thread.join(5)
    assert killed
    assert spread == local
    for name in ("decisions.jsonl", "rejected.jsonl"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()
