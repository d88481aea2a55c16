"""`corral serve`: the guarding proxy."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import click
from pydantic import ValidationError

from guards.errors import ConfigError


@click.command(
    epilog="""\b
Examples:
  corral serve --upstream http://127.0.0.1:8000/v1                 # vLLM, llama.cpp, SGLang, TGI ...
  corral serve --upstream http://127.0.0.1:11434/v1 --port 9000    # Ollama
  CORRAL_UPSTREAM_KEY=sk-... corral serve --upstream https://api.example.com/v1 --policy policy.yaml

\b
Then point your client at it:
  OpenAI(base_url="http://127.0.0.1:8080/v1", api_key="...")
"""
)
@click.option("--upstream", required=True, help="The OpenAI-compatible API to guard, with its /v1.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 for everywhere.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--policy", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A policy file.")
@click.option("--max-body-bytes", type=click.IntRange(1_000), default=4_000_000, show_default=True)
@click.option("--read-timeout-s", type=click.FloatRange(min=0.1), default=120.0, show_default=True)
@click.option(
    "--log-level", type=click.Choice(["debug", "info", "warning", "error"]), default="info", show_default=True
)
def serve(
    upstream: str,
    host: str,
    port: int,
    policy: Path | None,
    max_body_bytes: int,
    read_timeout_s: float,
    log_level: str,
) -> None:
    """Serve the guarding proxy in front of a language model.

    The key for the upstream is taken from CORRAL_UPSTREAM_KEY; without it, the client's own key is passed on.
    """
    import uvicorn

    from .app import create_app
    from .settings import Settings

    try:
        settings = Settings.model_validate({
            "upstream": upstream,
            "upstream_key": os.environ.get("CORRAL_UPSTREAM_KEY"),
            "policy": policy,
            "max_body_bytes": max_body_bytes,
            "read_timeout_s": read_timeout_s,
        })  # fmt: skip
    except ValidationError as error:
        fault = error.errors()[0]
        raise ConfigError(f"--{'-'.join(map(str, fault['loc']))}: {fault['msg']}") from None
    app = create_app(settings)
    listening = bind(host, port)
    click.echo(f"Corral guards {upstream} on http://{host}:{listening.getsockname()[1]}/v1")
    config = uvicorn.Config(
        app,
        log_level=log_level,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=30,
        h11_max_incomplete_event_size=65_536,
    )
    uvicorn.Server(config).run(sockets=[listening])


def bind(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        ConfigError: the port is taken, or the address is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise ConfigError(
            f"can't listen on {host}:{port}: {error.strerror}; choose another port (corral serve --port N, make run PORT=N)"
        ) from None
    listening.set_inheritable(True)
    return listening
