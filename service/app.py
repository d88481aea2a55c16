"""The proxy: the only place that wires settings, policy, guards, upstream and metrics together."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guards.dialects import DIALECTS, Dialect, spoken_at
from guards.errors import CorralError, UnsupportedInput
from guards.ladders import build_ladders
from guards.pipeline import Pipeline
from guards.policy import Policy, default_policy, load_policy
from guards.types import Ladder

from . import checks, guarded
from .admin import add_admin
from .authz import add_authz
from .body import read_json
from .console import Feed, add_console
from .description import describe
from .errors import STATUS, error_response, retry_after
from .keys.admission import Admission, tell_limits
from .keys.file import KeysFile
from .keys.settings import check_limits
from .metrics import Metrics
from .observe.observer import Observer
from .reloading import reloading
from .ruling import Rulings, introduce
from .serving.direct import Direct
from .serving.entrance import Door, Entrance
from .settings import Settings
from .state import State
from .upstreams import UpstreamRefused, Upstreams
from .wrongdoor import DOORS, meant

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

log = logging.getLogger("corral.service")

SWITCH_INTERVAL_S = 0.0005  # a guard that computes in Python must not keep the server's loop waiting for 5 ms


def create_app(
    settings: Settings,
    *,
    ladders: Iterable[Ladder] | None = None,
    traces: TracerProvider | None = None,
    reload_others: Callable[[], None] = lambda: None,
) -> FastAPI:
    """The application; `ladders` stands in for the embedded guards, `traces` for what sends spans.

    `reload_others` has the other workers of this proxy read the policy that an operator had this one read.

    Raises:
        ConfigError: the policy is wrong, or names a guard that is not there.
    """
    policy = load_policy(settings.policy) if settings.policy else default_policy()
    metrics = Metrics()
    state = State(settings.redis, registry=metrics.registry, policy=f"{policy.name}@{policy.revision}")
    workers, shared = settings.listen.workers, settings.redis is not None
    allowed = partial(check_limits, workers=workers, shared=shared)
    keys = KeysFile(settings.keys_file, settings.keys, check=allowed, observe=metrics.keys.loaded)
    keyring = keys.keyring
    admission = Admission(keyring, state.limiter, metrics.keys)
    feed = Feed(settings.console.recent_rows, settings.console.max_streams) if settings.console.enabled else None
    streams = [sink for sink in (state.decisions, feed) if sink is not None]
    observer = Observer(settings, metrics, traces, streams=streams, finished=admission.finished)
    given = None if ladders is None else tuple(ladders)

    def build(policy: Policy) -> Pipeline:
        return Pipeline(
            build_ladders(policy.guards, rule_folders=policy.rule_folders()) if given is None else given,
            observe=observer.verdict,
            observe_late=metrics.late,
            cache=state.findings,
            keys=state.keys,
            max_pending=settings.limits.max_pending_per_guard,
        )

    rulings = Rulings(settings.policy, policy, build, observe=metrics.policy, tell=state.proxies.loaded)
    state.proxies.on_policy(rulings.heard)
    upstreams = Upstreams(settings.upstreams, settings.retry, metrics.upstreams)
    limits = settings.limits
    door = Door(limits.max_concurrent)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        if keyring.open:
            log.warning("no API keys are configured: whoever reaches this proxy may use it (`corral keys new`)")
        log.info("policy %s holds: %s", rulings.current.name, settings.policy or "the one that ships")
        introduce(policy)
        await state.start()
        upstreams.start()
        with reloading((rulings, settings.watch_policy_s), (keys, settings.watch_keys_s if keys.file else 0.0)):
            yield
        await upstreams.close()
        rulings.close()
        await observer.close()
        await state.close()

    app = FastAPI(title="Corral", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.state.door, app.state.metrics = door, metrics

    def failed(request: Request, code: str) -> None:
        request.state.record.error = code
        metrics.failed(code)

    @app.exception_handler(CorralError)
    async def corral_error(request: Request, error: CorralError) -> Response:
        if isinstance(error, UpstreamRefused):
            failed(request, "upstream_refused")
            body = spoken_at(request.url.path).error(error.body, error.status)
            answer = JSONResponse(body, status_code=error.status, headers=retry_after(error))
            return tell_limits(request.state.record, answer)
        failed(request, STATUS[type(error)][2])
        return tell_limits(request.state.record, error_response(error, spoken_at(request.url.path).error))

    @app.exception_handler(HTTPException)
    async def unknown(request: Request, error: HTTPException) -> Response:
        path = request.url.path
        words = f"{request.method} {path} is not a door of this proxy; what it can't judge, it refuses"
        if hint := meant(request.method, path):
            words += f" ({hint})"
        body = {"error": {"message": words, "type": "invalid_request_error", "param": None, "code": "unknown_url"}}
        failed(request, "unknown_url")
        return JSONResponse(spoken_at(path).error(body, error.status_code), status_code=error.status_code)

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> Response:
        log.error("unexpected %s at %s", type(error).__name__, request.state.record.route or "an unknown path")
        failed(request, "internal_error")
        words = "something went wrong inside the proxy; its log says where"
        return error_response(CorralError(words), spoken_at(request.url.path).error)

    def guarded_door(dialect: Dialect) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            record = request.state.record
            admission.identify(request, "chat")
            rule = request.state.rule
            answered = await guarded.respond(
                request,
                dialect,
                rule.pipeline,
                upstreams,
                rule.policy,
                limits,
                record,
                admission.admit,
                metrics.cut_off,
            )
            return tell_limits(record, answered)

        return answer

    doors = {dialect.path: guarded_door(dialect) for dialect in DIALECTS}
    for path, endpoint in doors.items():
        app.add_route(path, endpoint, methods=["POST"])
    app.add_middleware(Direct, doors=doors, told=corral_error)
    app.add_middleware(Entrance, door=door, rulings=rulings, failed=failed)
    observer.watches(app)

    @app.get("/v1/models")
    async def models(request: Request) -> Response:
        key = admission.identify(request, "chat")
        return JSONResponse(await upstreams.models(request.headers.get("authorization") if key is None else None))

    async def checker(request: Request) -> str | None:
        """The name of the key that asks for a verdict alone."""
        key = admission.identify(request, "check")
        await admission.admit(request.state.record)
        return key.name if key is not None else None

    @app.post("/v1/check")
    async def check(request: Request) -> Response:
        key = await checker(request)
        body = await read_json(request, limits)
        rule = request.state.rule
        chosen = rule.policy.select(path="/v1/check", key=key)
        return JSONResponse(await checks.check(body, rule.pipeline, chosen, request.state.record))

    @app.post("/v1/moderations")
    async def moderations(request: Request) -> Response:
        key = await checker(request)
        body = await read_json(request, limits)
        rule = request.state.rule
        chosen = rule.policy.select(path="/v1/moderations", key=key)
        return JSONResponse(await checks.moderate(body, rule.pipeline, chosen, request.state.record))

    add_authz(app, admission, limits, failed, metrics.cut_off)
    add_admin(app, admission, state, rulings, keys, reload_others)
    if feed is not None:
        add_console(app, settings.console, feed, admission, rulings, limits)

    @app.get("/healthz")
    async def healthz() -> Response:
        return JSONResponse({"status": "ok"})

    @app.get("/readyz")
    async def readyz() -> Response:
        if door.draining:
            return JSONResponse({"status": "not ready", "reason": "draining"}, status_code=503)
        states = await upstreams.states()
        if "up" not in states.values():
            reason = "no upstream is up; is one running, is its url (--upstream) right?"
            return JSONResponse({"status": "not ready", "reason": reason, "upstreams": states}, status_code=503)
        rule = rulings.current
        guards = {ladder.name: ladder.tiers[0].guard.revision for ladder in rule.pipeline.ladders}
        told = {"status": "ready", "policy": rule.name, "guards": guards, "upstreams": states}
        return JSONResponse(told)

    @app.get("/metrics")
    async def metrics_page() -> Response:
        upstreams.show_states()
        page = await asyncio.to_thread(metrics.page, rulings.current.pipeline)  # of many workers it is long
        return Response(page, media_type="text/plain; version=0.0.4; charset=utf-8")

    @app.api_route("/v1/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
    @app.api_route("/api/{rest:path}", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
    async def refused(request: Request, rest: str) -> Response:
        path = request.url.path
        raise UnsupportedInput(
            f"{path} can't be judged here, so it is not passed on",
            field="path",
            fix=meant(request.method, path) or f"there are {', '.join(DOORS)}",
        )

    describe(app)
    return app
