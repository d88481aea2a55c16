"""`corral serve`, the guarding proxy, and `corral config`, which checks its config file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

KEY_ENV = "CORRAL_UPSTREAM_KEY"

_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    short_help="Serve the guarding proxy, or one guard by itself.",
    epilog="""\b
Examples:
  corral serve --upstream http://127.0.0.1:8000/v1                 # vLLM, llama.cpp, SGLang, TGI ...
  corral serve --upstream http://127.0.0.1:11434/v1 --port 9000    # Ollama
  CORRAL_UPSTREAM_KEY=sk-... corral serve --upstream https://api.example.com/v1 --policy policy.yaml
  corral config show > corral.yaml && corral serve --config corral.yaml
  corral serve content --port 8090                                 # one guard as a service, for other proxies' policies

\b
Then point your client at it:
  OpenAI(base_url="http://127.0.0.1:8080/v1", api_key="...")
""",
)
@click.argument("guard", type=click.Choice(["content", "injection", "code"]), required=False)
@click.option("--config", "config_file", type=_file, help="A config file; the flags below override what it says.")
@click.option("--upstream", help="The OpenAI-compatible API to guard, with its /v1.")
@click.option("--host", help="Where to listen; 0.0.0.0 for everywhere.  [default: 127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="0 takes a free one.  [default: 8080]")
@click.option(
    "--workers", type=click.IntRange(1, 256),
    help="Processes on the one port; each takes memory for its guards. As many as processors, at most.  [default: 1]",
)  # fmt: skip
@click.option("--policy", type=_file, help="A policy file.")
@click.option(
    "--decisions",
    type=click.Path(allow_dash=True, dir_okay=False),
    help="Log each verdict as a line of JSON to this file, or to standard output: -.",
)
@click.option("--max-body-bytes", type=click.IntRange(1_000), help="[default: 4000000]")
@click.option(
    "--read-timeout-s", type=click.FloatRange(min=0.1),
    help="The upstream's longest silence.  [default: 120 before an answer, 60 within it]",
)  # fmt: skip
@click.option("--log-level", type=click.Choice(["debug", "info", "warning", "error"]), help="[default: info]")
@click.option(
    "--log-format", type=click.Choice(["text", "json"]), help="Of the lines on standard error.  [default: text]"
)
@click.option("--tier", help="With a guard: which of the policy's tiers is served.  [default: its last]")
@click.option("--key-env", help="With a guard: the environment variable with the key that callers must have.")
def serve(
    guard: str | None,
    config_file: Path | None,
    upstream: str | None,
    host: str | None,
    port: int | None,
    workers: int | None,
    policy: Path | None,
    decisions: str | None,
    max_body_bytes: int | None,
    read_timeout_s: float | None,
    log_level: str | None,
    log_format: str | None,
    tier: str | None,
    key_env: str | None,
) -> None:
    """Serve the guarding proxy in front of a language model, or one GUARD by itself.

    With --upstream, the key for it is taken from CORRAL_UPSTREAM_KEY; without one, the client's own key is passed on.

    With GUARD, that guard's findings are served over HTTP, for proxies whose policy names it as a tier:
    `tiers: [{remote: {url: http://HOST:PORT}}]`. What the findings mean stays those proxies' policy to say.
    """
    if guard is not None:
        if config_file or upstream or decisions or workers:
            raise click.UsageError(
                "a guard by itself has no --config, --upstream, --decisions or --workers: it only finds"
            )
        from .guard import run
        from .observe.settings import LogSettings

        log = LogSettings.model_validate({"level": log_level or "info", "format": log_format or "text"})
        run(guard, host or "127.0.0.1", 8090 if port is None else port, policy, tier, key_env, max_body_bytes, log)
        return
    if tier or key_env:
        raise click.UsageError("--tier and --key-env belong to a guard by itself: corral serve content --tier NAME")
    from .app import create_app
    from .config import load_config, overridden
    from .observe.logs import logging_as
    from .serving.server import bind, keep_what_is_loaded, server_of
    from .workers import check_workers
    from .workers import serve as serve_workers

    if config_file is None and upstream is None:
        raise click.UsageError("say what to guard: --upstream URL, or --config FILE (`corral config show` prints one)")
    flags = {
        "upstream": upstream,
        "upstreams.key_env": KEY_ENV if upstream and KEY_ENV in os.environ else None,
        "upstreams.first_byte_timeout_s": read_timeout_s,
        "upstreams.between_bytes_timeout_s": read_timeout_s,
        "listen.host": host,
        "listen.port": port,
        "listen.workers": workers,
        "policy": policy,
        "decisions.path": decisions,
        "log.level": log_level,
        "log.format": log_format,
        "limits.max_body_bytes": max_body_bytes,
    }
    settings = overridden(load_config(config_file) if config_file else None, flags)
    check_workers(settings)
    app = create_app(settings) if settings.listen.workers == 1 else None
    listening = bind(settings.listen.host, settings.listen.port)

    def announce() -> None:
        guarded = ", ".join(str(upstream.url) for upstream in settings.upstreams)
        address = f"http://{settings.listen.host}:{listening.getsockname()[1]}/v1"
        click.echo(f"Corral guards {guarded} on {address}", err=decisions == "-")
        for bare in (upstream.url for upstream in settings.upstreams if upstream.url.path in (None, "/")):
            click.echo(f"note: {bare} has no path; most servers answer below /v1: {bare}v1", err=True)

    if app is None:
        sys.exit(serve_workers(settings, listening, announce))
    announce()
    with logging_as(settings.log):
        server_of(app, settings, started=keep_what_is_loaded).run(sockets=[listening])


@click.group()
def config() -> None:
    """Check a server config file, or print one as a start.

    \b
    Try:
      corral config show > corral.yaml
      corral config check corral.yaml
      corral serve --config corral.yaml
    """


@config.command(short_help="Say whether a config file and its policy are valid.")
@click.argument("file", type=_file)
def check(file: Path) -> None:
    """Say whether FILE, and the policy that it names, are valid, and what would be served.

    An error names the file and the line. Exit codes: 0 valid, 2 not.
    """
    from guards.policy import default_policy, doubts, load_policy

    from .config import load_config
    from .keys.keyring import Keyring
    from .keys.settings import keys_of
    from .workers import check_workers

    settings = load_config(file)
    check_workers(settings)
    policy = load_policy(settings.policy) if settings.policy else default_policy()
    click.echo(f"{file}: valid: listens on {settings.listen.host}:{settings.listen.port}")
    click.echo(
        f"  policy {policy.name!r}, revision {policy.revision}, {policy.mode} mode ({settings.policy or 'the one that ships'})"
    )
    for doubt in doubts(policy):
        click.echo(f"    note: no effect: {doubt}")
    for upstream in settings.upstreams:
        click.echo(f"  upstream {upstream.name}: {upstream.url}")
        if upstream.key_env and not os.environ.get(upstream.key_env):
            click.echo(f"    note: {upstream.key_env} is not set here; the proxy does not start without it")
    keys = Keyring(keys_of(settings.keys, settings.keys_file)).keys
    click.echo(f"  keys: {', '.join(key.name for key in keys) or 'none: open to whoever reaches it'}")
    if settings.redis is not None and not os.environ.get(settings.redis.secret_env):
        click.echo(f"  redis: note: {settings.redis.secret_env} is not set here; the proxy does not start without it")


@config.command(short_help="Print a config file with every key explained.")
@click.argument("file", type=_file, required=False)
def show(file: Path | None) -> None:
    """Print a config file with every key explained, or, with FILE, what FILE says with all defaults filled in."""
    from .config import example, load_config, written

    click.echo(written(load_config(file)) if file else example(), nl=False)
