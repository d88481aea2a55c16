"""The proxy's cost beside the bare upstream, guards off and on, in one run: `wrk`, 80-token prompt and answer."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

CONNECTIONS = (1, 32)
SECONDS = 6
PROMPT = " ".join(
    f"Question {number}: how do I plan a quiet walk along the river with my family?" for number in range(5)
)
NO_GUARDS = "version: 1\nname: unguarded\nguards: {}\n"

_LUA = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
math.randomseed(%d)
local n = 0
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, string.gsub(%s, "NUMBER", tostring(n) .. tostring(math.random(1e9))))
end
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def process(*command: str, url: str, program: str = sys.executable, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server as a process, from its first answer at `url` to its end."""
    quiet = subprocess.DEVNULL
    server = subprocess.Popen([program, *command], stdout=quiet, stderr=quiet, env={**os.environ, **env})
    try:
        for _ in range(2_400):
            if server.poll() is not None:
                raise RuntimeError(f"{' '.join(command)} ended with {server.returncode}")
            try:
                urllib.request.urlopen(url, timeout=1)
                break
            except urllib.error.HTTPError:
                break
            except OSError:
                time.sleep(0.05)
        yield server
    finally:
        server.terminate()
        server.wait(60)


def lua_of(folder: Path, body: dict[str, Any]) -> Path:
    """wrk's script for requests of `body`, NUMBER in it another one each time."""
    lua = folder / "post.lua"
    lua.write_text(_LUA % (time.time_ns() % 2**31, json.dumps(json.dumps(body))))
    return lua


def load(url: str, connections: int, lua: Path) -> tuple[float, float, float]:
    """Median and 99th percentile in milliseconds, and requests a second."""
    command = [
        "wrk",
        "-t1",
        f"-c{connections}",
        f"-d{SECONDS}s",
        "--latency",
        "-s",
        str(lua),
        f"{url}/v1/chat/completions",
    ]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        raise RuntimeError(f"errors under load:\n{out}")

    def ms(share: str) -> float:
        found = re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", out)
        assert found, out
        return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]

    rate = re.search(r"Requests/sec:\s+([\d.]+)", out)
    assert rate, out
    return ms("50"), ms("99"), float(rate[1])


def main() -> None:
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        off = Path(folder) / "off.yaml"
        off.write_text(NO_GUARDS)
        ports = [free_port() for _ in range(3)]
        urls = {
            name: f"http://127.0.0.1:{port}"
            for name, port in zip(("bare", "guards off", "guards on"), ports, strict=True)
        }
        stack.enter_context(process("-m", "tests.bench.canned_upstream", str(ports[0]), url=urls["bare"]))
        serve = ("-m", "guards.cli", "serve", "--upstream", f"{urls['bare']}/v1", "--log-level", "error")
        stack.enter_context(
            process(*serve, "--port", str(ports[1]), "--policy", str(off), url=f"{urls['guards off']}/healthz")
        )
        stack.enter_context(process(*serve, "--port", str(ports[2]), url=f"{urls['guards on']}/healthz"))
        print(f"{'':26}{'p50 ms':>9}{'p99 ms':>9}{'req/s':>9}{'p50 over bare':>15}{'p50 ratio':>11}")
        for stream in (False, True):
            body = {"model": "m", "stream": stream, "messages": [{"role": "user", "content": PROMPT + " NUMBER"}]}
            lua = lua_of(Path(folder), body)
            for connections in CONNECTIONS:
                bare = 0.0
                for name, url in urls.items():
                    p50, p99, rate = load(url, connections, lua)
                    bare = bare or p50
                    label = f"{name}, {'stream' if stream else 'whole'}, {connections} conn."
                    print(f"{label:26}{p50:9.2f}{p99:9.2f}{rate:9.0f}{p50 - bare:+15.2f}{p50 / bare:11.2f}", flush=True)


if __name__ == "__main__":
    main()
