"""What keys, limits and Redis cost a request: the same proxy without them, with them in the process, and in Redis.

Every prompt is a new one, so that no finding is ever known: Redis is asked for it, and told of it, in vain. Beside
times, which the load generator and the upstream on the same cores are a part of, the processor time that the proxy's
process took a request.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.keys.settings import hashed, new_key

from ..service.state.redis_server import RedisServer
from .bench_proxy import NO_GUARDS, PROMPT, SECONDS, free_port, load, lua_of, process

KEY = new_key()
CONNECTIONS = (1, 32)
ROUNDS = 3


def config(folder: Path, name: str, upstream: str, *, keys: bool, redis: str | None, guards: bool) -> Path:
    settings: dict[str, object] = {"version": 1, "upstream": f"{upstream}/v1"}
    if keys:
        limits = {"requests_per_minute": 10_000_000, "tokens_per_day": 1_000_000_000_000}
        settings["keys"] = [{"name": "bench", "hash": hashed(KEY), "limits": limits}]
    if redis is not None:
        settings["redis"] = {"url": redis}
    if not guards:
        (folder / "off.yaml").write_text(NO_GUARDS)
        settings["policy"] = "off.yaml"
    path = folder / f"{name.replace(' ', '-')}.yaml"
    path.write_text(json.dumps(settings))  # JSON is YAML
    return path


@contextmanager
def started(*command: str, url: str) -> Iterator[int]:
    """A server's process id, from its first answer to its end."""
    server = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(1_200):
            if server.poll() is not None:
                raise RuntimeError(f"{' '.join(command)} ended with {server.returncode}")
            try:
                urllib.request.urlopen(url, timeout=1)
                break
            except OSError:
                time.sleep(0.05)
        yield server.pid
    finally:
        server.terminate()
        server.wait(30)


def cpu_s(pid: int) -> float:
    """Processor time that a process has taken, its threads' included."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(url: str, pid: int, connections: int, lua: Path) -> tuple[float, float, float, float]:
    """Median, 99th percentile (ms), requests a second, and processor milliseconds a request."""
    before = cpu_s(pid)
    p50, p99, rate = load(url, connections, lua)
    return p50, p99, rate, (cpu_s(pid) - before) * 1_000 / (rate * SECONDS)


def main() -> None:
    os.environ["CORRAL_SECRET"] = "a secret of the benchmark, long enough to be one"
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        redis = RedisServer(folder)
        stack.callback(redis.kill)
        gone = RedisServer(folder)
        gone.kill()
        port = free_port()
        upstream = f"http://127.0.0.1:{port}"
        stack.enter_context(process("-m", "tests.bench.canned_upstream", str(port), url=upstream))
        kinds = {
            "without": {"keys": False, "redis": None},
            "keys, limits": {"keys": True, "redis": None},
            "the same in Redis": {"keys": True, "redis": redis.url},
            "Redis is dead": {"keys": True, "redis": gone.url},
        }
        body = {"model": "m", "messages": [{"role": "user", "content": PROMPT + " NUMBER"}]}
        lua = lua_of(folder, body)
        lua.write_text(f'wrk.headers["Authorization"] = "Bearer {KEY}"\n{lua.read_text()}')
        print(f"{'':42}{'p50 ms':>9}{'p99 ms':>9}{'req/s':>9}{'p50 over without':>18}{'CPU ms':>9}{'over':>9}")
        for guards in (False, True):
            servers = {}
            for kind, options in kinds.items():
                file = config(folder, f"{kind} {guards}", upstream, guards=guards, **options)  # type: ignore[arg-type]
                port = free_port()
                url = f"http://127.0.0.1:{port}"
                command = (
                    "-m",
                    "guards.cli",
                    "serve",
                    "--config",
                    str(file),
                    "--port",
                    str(port),
                    "--log-level",
                    "error",
                )
                servers[kind] = url, stack.enter_context(started(*command, url=f"{url}/healthz"))
            for connections in CONNECTIONS:
                rounds = [
                    {kind: measured(url, pid, connections, lua) for kind, (url, pid) in servers.items()}
                    for _ in range(ROUNDS)
                ]
                base = cpu_base = 0.0
                for kind in kinds:
                    p50, p99, rate, cpu = (statistics.median(row[kind][at] for row in rounds) for at in range(4))
                    base, cpu_base = base or p50, cpu_base or cpu
                    label = f"{kind}, guards {'on' if guards else 'off'}, {connections} conn."
                    print(
                        f"{label:42}{p50:9.2f}{p99:9.2f}{rate:9.0f}{p50 - base:+18.2f}{cpu:9.2f}{cpu - cpu_base:+9.2f}",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
