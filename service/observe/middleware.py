"""The outermost layer: gives each request its id and its record, and tells the record once the last byte has left."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Container, Iterable
from contextvars import ContextVar

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .record import Record

REQUEST_ID = "X-Request-Id"

current: ContextVar[Record | None] = ContextVar("corral_record", default=None)

_SANE_ID = re.compile(r"[A-Za-z0-9._:\-]{1,128}")
_TRACEPARENT = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_MAX_TRACESTATE = 512

Headers = Iterable[tuple[bytes, bytes]]


class Observed:
    """An ASGI application around another; `began` and `finished` are asked on the event loop and must be quick."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        routes: Callable[[], Container[str]],
        began: Callable[[Record, str], None] = lambda record, method: None,
        finished: Callable[[Record], None],
    ) -> None:
        """`routes` are the paths that the application knows: one that it does not know may say anything."""
        self._app, self._routes, self._began, self._finished = app, routes, began, finished

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        record = Record(*_identity(scope["headers"]))
        record.route = scope["path"] if scope["path"] in self._routes() else ""
        scope.setdefault("state", {})["record"] = record
        token = current.set(record)
        self._began(record, scope["method"])

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                record.status = message["status"]
                message = {**message, "headers": [*message.get("headers", ()), _header(record)]}
            await send(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                record.ended = True

        try:
            await self._app(scope, receive, noted)
        except asyncio.CancelledError:
            raise
        except BaseException:
            record.error = record.error or "internal_error"
            raise
        finally:
            self._finished(record)
            current.reset(token)


def outgoing_headers() -> dict[str, str]:
    """What a call made for the current request carries: its id, and where it stands in a trace."""
    record = current.get()
    return {} if record is None else {REQUEST_ID: record.request, **record.trace}


def _identity(headers: Headers) -> tuple[str, dict[str, str]]:
    """The client's request id if it is a sane one, else a new one; and the W3C trace context that came with it."""
    given: dict[bytes, str] = {}
    for name, value in headers:
        if name in (b"x-request-id", b"traceparent", b"tracestate"):
            given.setdefault(name, value.decode("latin-1"))
    request = given.get(b"x-request-id", "")
    trace = {}
    if _TRACEPARENT.fullmatch(parent := given.get(b"traceparent", "")):
        trace["traceparent"] = parent
        if (
            0 < len(state := given.get(b"tracestate", "")) <= _MAX_TRACESTATE
            and state.isascii()
            and state.isprintable()
        ):
            trace["tracestate"] = state
    return (request if _SANE_ID.fullmatch(request) else os.urandom(16).hex()), trace


def _header(record: Record) -> tuple[bytes, bytes]:
    return REQUEST_ID.lower().encode("ascii"), record.request.encode("ascii")
