"""A guard as a service of its own: findings over HTTP, for proxies that name it as a tier of their policy."""

from __future__ import annotations

import hmac
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import click
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guards.errors import AuthError, ConfigError, CorralError, InputError, repeated
from guards.ladders import build_ladders
from guards.pipeline import Pipeline
from guards.policy import Policy, default_policy, load_policy
from guards.types import Budget, Ladder, Stage, Subject
from guards.wire import report_json, subject_from_json

from .app import SWITCH_INTERVAL_S
from .body import read_json
from .errors import STATUS, error_response
from .metrics import Metrics
from .observe.logs import logging_as
from .observe.settings import LogSettings
from .serving.entrance import Door
from .serving.server import Server, bind, keep_what_is_loaded
from .serving.settings import Limits, Listen

LIMITS = Limits(max_body_bytes=32_000_000)
MAX_SUBJECTS = 256
MAX_BUDGET_MS = 60_000.0


def served(name: str, policy: Policy | None = None, tier: str | None = None) -> Ladder:
    """The guard with the one engine that is served: the policy's tier of that name, or its last, which is its best.

    Raises:
        ConfigError: the policy has no such guard, or no such tier.
        CorralError: as `build_ladders`.
    """
    policy = policy or default_policy()
    if name not in policy.guards:
        raise ConfigError(f"the policy {policy.name!r} has no guard {name!r}; it has {', '.join(policy.guards)}")
    (ladder,) = build_ladders({name: policy.guards[name]}, rule_folders=policy.rule_folders())
    for one in ladder.tiers:
        if one.name == (tier or ladder.tiers[-1].name):
            return Ladder(name, (one,))
    raise ConfigError(f"there is no tier {tier!r}; there are {', '.join(one.name for one in ladder.tiers)}")


def create_guard_app(ladder: Ladder, *, key: str | None = None, limits: Limits = LIMITS) -> FastAPI:
    """The application around one guard; with `key`, callers must have it as a bearer token."""
    metrics = Metrics()
    pipeline = Pipeline([ladder], observe=metrics.verdict, observe_late=metrics.late)
    every = {"version": 1, "name": ladder.name, "guards": {ladder.name: {"stages": list(Stage)}}}
    policy = Policy.model_validate(every)
    guard = ladder.tiers[0].guard

    def about() -> dict[str, Any]:
        context_free = bool(getattr(guard, "context_free", False))
        return {"guard": ladder.name, "revision": guard.revision, "context_free": context_free}

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        yield
        pipeline.close()

    app = FastAPI(title=f"Corral: {ladder.name}", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.door = door = Door(limits.max_concurrent)

    @app.exception_handler(CorralError)
    async def corral_error(request: Request, error: CorralError) -> Response:
        metrics.failed(STATUS[type(error)][2])
        return error_response(error)

    def known(request: Request) -> None:
        given = request.headers.get("authorization", "").encode()
        if key is not None and not hmac.compare_digest(given, f"Bearer {key}".encode()):
            raise AuthError("this guard wants its key as a bearer token; name it in the tier's `key_env`")

    @app.get("/v1/guard")
    async def who(request: Request) -> Response:
        known(request)
        return JSONResponse(about())

    @app.post("/v1/findings")
    async def findings(request: Request) -> Response:
        known(request)
        subjects, budget = _asked(await read_json(request, limits))
        before = about()  # a model that is replaced meanwhile must not lend its findings the new one's name
        with door.counted():
            verdicts = await pipeline.judge_many([[subject] for subject in subjects], policy, budget)
        return JSONResponse({**before, "reports": [report_json(verdict.reports[0]) for verdict in verdicts]})

    @app.get("/healthz")
    async def healthz() -> Response:
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz() -> Response:
        if door.draining:
            return JSONResponse({"status": "not ready", "reason": "draining"}, status_code=503)
        return JSONResponse({"status": "ready", "guard": ladder.name, "revision": guard.revision})

    @app.get("/metrics")
    async def metrics_page() -> Response:
        return Response(metrics.page(pipeline), media_type="text/plain; version=0.0.4; charset=utf-8")

    return app


def run(
    name: str,
    host: str,
    port: int,
    policy: Path | None,
    tier: str | None,
    key_env: str | None,
    max_body_bytes: int | None,
    log: LogSettings,
) -> None:
    """Serves a guard until the process is told to end.

    Raises:
        ConfigError: the key's variable is not set, the port is taken; or as `served`.
    """
    key = os.environ.get(key_env) if key_env else None
    if key_env and not key:
        raise ConfigError(f"--key-env: the environment variable {key_env} is not set")
    ladder = served(name, load_policy(policy) if policy else None, tier)
    limits = Limits(max_body_bytes=max_body_bytes) if max_body_bytes else LIMITS
    app = create_guard_app(ladder, key=key, limits=limits)
    listening = bind(host, port)
    one = ladder.tiers[0]
    address = f"http://{host}:{listening.getsockname()[1]}"
    click.echo(f"The {name} guard ({one.name}, {one.guard.revision}) answers on {address}")
    if key is None and host not in ("127.0.0.1", "::1", "localhost"):
        click.echo("note: it has no key (--key-env), so whoever reaches it may ask it", err=True)
    with logging_as(log):
        server = Server(app, Listen(host=host, port=port), limits, app.state.door, started=keep_what_is_loaded)
        server.run(sockets=[listening])


def _asked(body: Any) -> tuple[list[Subject], Budget]:
    """``{"subjects": [{"text", "stage", "context"?, "index"?, "language"?, "tool"?}], "budget_ms"}``.

    Raises:
        InputError: names the field.
    """
    if not isinstance(body, dict):
        raise InputError("must be an object with `subjects` and `budget_ms`", field="body")
    if unknown := sorted(body.keys() - {"subjects", "budget_ms"}):
        raise InputError("is not known; there are subjects and budget_ms", field=f"body.{repeated(unknown[0])}")
    rows, budget_ms = body.get("subjects"), body.get("budget_ms")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MAX_SUBJECTS:
        raise InputError(f"must be a list of 1 to {MAX_SUBJECTS} subjects", field="subjects")
    if not isinstance(budget_ms, int | float) or isinstance(budget_ms, bool) or not 0 < budget_ms <= MAX_BUDGET_MS:
        raise InputError(f"must be a number of milliseconds, up to {MAX_BUDGET_MS:g}", field="budget_ms")
    subjects = [subject_from_json(row, f"subjects[{number}]") for number, row in enumerate(rows)]
    return subjects, Budget.start(budget_ms)
