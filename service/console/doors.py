"""The console's doors. The page itself holds nothing; everything that does wants the scope `admin`, in a header.

A header is what no other site can make a browser send, so that there is nothing to forge.
"""

from __future__ import annotations

import asyncio
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from guards.errors import ConfigError, InputError, PolicyError
from guards.policy import parse_policy

from ..body import read_json
from ..keys.admission import Admission
from ..ruling import Rulings
from ..serving.settings import Limits
from .dry_run import dry_run
from .feed import Feed
from .playground import judged
from .reviews import Reviews
from .settings import ConsoleSettings

_TYPES = {"index.html": "text/html", "console.css": "text/css", "console.js": "text/javascript"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def add_console(
    app: FastAPI, settings: ConsoleSettings, feed: Feed, admission: Admission, rulings: Rulings, limits: Limits
) -> None:
    """Puts the page and what it asks into `app`.

    Raises:
        ConfigError: no key has the scope `admin`, so that nobody, or everybody, could look.
    """
    if not any("admin" in key.scopes for key in admission.keyring.keys):
        raise ConfigError(
            "console.enabled: no key has the scope admin; `corral keys new NAME --scope admin` makes one for `keys:`"
        )
    reviews = Reviews(settings.review_folder)
    folder = files(__package__).joinpath("static")
    pages = {name: folder.joinpath(name).read_bytes() for name in _TYPES}

    def page(name: str) -> Response:
        return Response(pages[name], media_type=f"{_TYPES[name]}; charset=utf-8", headers=_HEADERS)

    def answer(body: Any) -> Response:
        return JSONResponse(body, headers=_HEADERS)

    @app.get("/console", include_in_schema=False)
    async def console() -> Response:
        return page("index.html")

    @app.get("/console/console.css", include_in_schema=False)
    async def style() -> Response:
        return page("console.css")

    @app.get("/console/console.js", include_in_schema=False)
    async def script() -> Response:
        return page("console.js")

    @app.get("/console/api/state")
    async def state(request: Request) -> Response:
        """What holds: the policy, its budget, and which decisions have an opinion."""
        admission.identify(request, "admin")
        rule = rulings.current
        return answer({
            "policy": rule.name, "since": rule.since, "error": rulings.error, "mode": rule.policy.mode,
            "budget_ms": rule.policy.budget_ms, "opinions": reviews.opinions,
            "may_review": settings.review_folder is not None, "may_reload": rulings.file is not None,
        })  # fmt: skip

    @app.get("/console/api/stream")
    async def stream(request: Request) -> Response:
        """``?after=N``: decisions as they are made, as server-sent events."""
        admission.identify(request, "admin")
        after = request.query_params.get("after", "0")
        if not after.isascii() or not after.isdecimal() or len(after) > 15:
            raise InputError("must be a whole number", field="after")
        return StreamingResponse(feed.watch(int(after)), media_type="text/event-stream", headers=_HEADERS)

    @app.post("/console/api/judge")
    async def judge(request: Request) -> Response:
        admission.identify(request, "admin")
        body = await read_json(request, limits)
        with rulings.held() as rule:
            return answer(await judged(body, rule.pipeline, rule.policy))

    @app.post("/console/api/review")
    async def review(request: Request) -> Response:
        admission.identify(request, "admin")
        body = await read_json(request, limits)
        return answer(await asyncio.to_thread(reviews.add, body, feed))

    @app.get("/console/api/policy")
    async def policy(request: Request) -> Response:
        """The policy's own text."""
        admission.identify(request, "admin")
        source = rulings.file or files("guards.policy").joinpath("default.yaml")
        return answer({"policy": rulings.current.name, "text": await asyncio.to_thread(source.read_text, "utf-8")})

    @app.post("/console/api/policy/dry-run")
    async def dry(request: Request) -> Response:
        """``{"text": YAML}``: what this policy had decided of the latest decisions; nothing is changed by asking."""
        admission.identify(request, "admin")
        body = await read_json(request, limits)
        text = body.get("text") if isinstance(body, dict) else None
        if not isinstance(text, str):
            raise InputError("must be a policy's YAML", field="text")
        try:
            wanted = parse_policy(text)
        except PolicyError as error:
            return answer({"error": str(error), "line": error.line})
        return answer(await asyncio.to_thread(dry_run, wanted, feed.rows()))
