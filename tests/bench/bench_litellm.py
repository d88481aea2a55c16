"""LiteLLM's proxy without guards beside ours, guards off and on: requests a second over the same canned upstream, one run.

LiteLLM wants other versions of what we need: it gets an environment of its own, made here once, or named by
`CORRAL_LITELLM` (the path of its `litellm` command).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from .bench_proxy import NO_GUARDS, PROMPT, free_port, load, lua_of, process

HOME = Path(__file__).resolve().parents[2] / ".bench" / "litellm"
CONNECTIONS = (1, 32)
ROUNDS = 3


def litellm() -> str:
    """The path of LiteLLM's command."""
    if given := os.environ.get("CORRAL_LITELLM"):
        return given
    command = HOME / "bin" / "litellm"
    if not command.exists():
        print(f"Installing LiteLLM in {HOME} (once, a few minutes) ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
        subprocess.run([str(HOME / "bin" / "pip"), "install", "--quiet", "litellm[proxy]"], check=True)
    return str(command)


def main() -> None:
    command = litellm()
    names = ("LiteLLM, no guards", "Corral, guards off", "Corral, guards on")
    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        ports = [free_port() for _ in range(4)]
        upstream, *urls = (f"http://127.0.0.1:{port}" for port in ports)
        stack.enter_context(process("-m", "tests.bench.canned_upstream", str(ports[0]), url=upstream))
        off, config = Path(folder) / "off.yaml", Path(folder) / "litellm.json"
        off.write_text(NO_GUARDS)
        params = {"model": "openai/m", "api_base": f"{upstream}/v1", "api_key": "none"}
        config.write_text(json.dumps({"model_list": [{"model_name": "m", "litellm_params": params}]}))
        stack.enter_context(
            process(
                "--config", str(config), "--host", "127.0.0.1", "--port", str(ports[1]), "--num_workers", "1",
                url=f"{urls[0]}/health/liveliness", program=command,
                LITELLM_LOG="ERROR", LITELLM_LOCAL_MODEL_COST_MAP="True",
                LITELLM_DANGEROUSLY_PERMIT_WEAK_OR_UNSET_MASTER_KEY="true",  # neither proxy asks for a key
            )
        )  # fmt: skip
        serve = ("-m", "guards.cli", "serve", "--upstream", f"{upstream}/v1", "--log-level", "error", "--port")
        stack.enter_context(process(*serve, str(ports[2]), "--policy", str(off), url=f"{urls[1]}/healthz"))
        stack.enter_context(process(*serve, str(ports[3]), url=f"{urls[2]}/healthz"))
        lua = lua_of(Path(folder), {"model": "m", "messages": [{"role": "user", "content": PROMPT + " NUMBER"}]})
        print(f"{'median of ' + str(ROUNDS):26}{'p50 ms':>9}{'p99 ms':>9}{'req/s':>9}{'req/s ratio':>13}")
        for connections in CONNECTIONS:
            # In turns, so that what else the machine does falls on all of them.
            rounds = [[load(url, connections, lua) for url in urls] for _ in range(ROUNDS)]
            base = 0.0
            for number, name in enumerate(names):
                p50, p99, rate = (sorted(one[number][what] for one in rounds)[ROUNDS // 2] for what in range(3))
                base = base or rate
                label = f"{name}, {connections} conn."
                print(f"{label:26}{p50:9.2f}{p99:9.2f}{rate:9.0f}{rate / base:13.1f}", flush=True)


if __name__ == "__main__":
    main()
