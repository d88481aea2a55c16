"""What operators ask: who runs what, how each key stands, and what was decided lately. All of it wants the scope `admin`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guards.errors import CorralError, InputError, StoreAway, UnsupportedInput

from .keys.admission import Admission
from .keys.file import KeysFile
from .reloading import Reloaded
from .ruling import Rulings
from .state import Away, State


def add_admin(
    app: FastAPI,
    admission: Admission,
    state: State,
    rulings: Rulings,
    keys_file: KeysFile,
    reload_others: Callable[[], None],
) -> None:
    """Puts the operators' doors into `app`."""

    def ruling(**more: Any) -> dict[str, Any]:
        return {"policy": rulings.current.name, "since": rulings.current.since, "error": rulings.error, **more}

    def held(**more: Any) -> dict[str, Any]:
        return {"keys": len(admission.keyring.keys), "error": keys_file.error, **more}

    async def reloaded(what: Reloaded, told: Callable[..., dict[str, Any]]) -> Response:
        """Reads files again and tells what holds then; 409 where they are wrong and what held is kept."""
        try:
            outcome = await what.reload("asked to")
        except CorralError as error:
            return JSONResponse(told(outcome="kept", error=str(error)), status_code=409)
        reload_others()
        return JSONResponse(told(outcome=outcome))

    @app.get("/admin/policy")
    async def policy(request: Request) -> Response:
        """What holds, since when, and why a newer document does not."""
        admission.identify(request, "admin")
        return JSONResponse(ruling())

    @app.post("/admin/policy/reload")
    async def reload(request: Request) -> Response:
        """Reads the policy's file again; 409 where it is wrong and the one that holds is kept."""
        admission.identify(request, "admin")
        return await reloaded(rulings, ruling)

    @app.get("/admin/proxies")
    async def proxies(request: Request) -> Response:
        admission.identify(request, "admin")
        running = await state.proxies.running()
        newest = max(running, key=lambda proxy: proxy.policy_since).policy
        return JSONResponse({
            "redis": state.link.health.value if state.link is not None else "none",
            "agree": len({proxy.policy for proxy in running}) == 1,
            "newest": newest,
            "proxies": [asdict(proxy) for proxy in running],
        })  # fmt: skip

    @app.get("/admin/keys")
    async def keys(request: Request) -> Response:
        """Names, scopes and how each key stands, as far as this proxy knows; never a hash. And why a newer file does not hold."""
        admission.identify(request, "admin")
        usage = state.limiter.usage()
        rows: list[dict[str, Any]] = []
        for key in admission.keyring.keys:
            row = key.model_dump(mode="json", exclude={"hash"}, exclude_none=True)
            if (tally := usage.get(key.name)) is not None:
                row["tokens_used_today"] = tally.used
            rows.append(row)
        return JSONResponse({"keys": rows, "error": keys_file.error})

    @app.post("/admin/keys/reload")
    async def reload_keys(request: Request) -> Response:
        """Reads the file of keys again; 409 where it is wrong and the keys that hold are kept."""
        admission.identify(request, "admin")
        return await reloaded(keys_file, held)

    @app.get("/admin/decisions")
    async def decisions(request: Request) -> Response:
        """``?after=ID&count=N``: rows of the decision log, of all proxies on this Redis."""
        admission.identify(request, "admin")
        if state.decisions is None:
            fix = "give the config a `redis` section, with `decisions_max` over 0"
            raise UnsupportedInput("decisions are read from Redis, and there is none", field="path", fix=fix)
        count = request.query_params.get("count", "100")
        if not count.isascii() or not count.isdecimal() or len(count) > 9:
            raise InputError("must be a whole number", field="count")
        try:
            rows = await state.decisions.read(request.query_params.get("after"), int(count))
        except Away:
            raise StoreAway("Redis does not answer; the decision log has these rows too") from None
        last = rows[-1][0] if rows else request.query_params.get("after")
        return JSONResponse({"decisions": [{"at": at, **row} for at, row in rows], "after": last})
