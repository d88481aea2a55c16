"""WSGI middleware: the same for Flask, Django and others, for answers that come whole.

    app.wsgi_app = CorralMiddleware(app.wsgi_app, routes={"/chat": Route(prompt="message", reply="answer")})

An answer is taken to its end before any of it is sent; one that is no JSON is refused on a guarded route.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http import HTTPStatus
from typing import Any

from ..answer import stronger
from ..corral import Corral
from ..dialects.framing import as_json
from ..errors import BodyTooLarge, CorralError, UnsupportedInput, UpstreamBroken
from ..types import Action
from .replies import reply_of
from .routes import Asked, Paths, Route, Routes, blocked, error_row, headers_of, parsed
from .spoken import Spoken

__all__ = ["CorralMiddleware", "Route"]

Environ = dict[str, Any]
Start = Callable[..., Any]
Headers = list[tuple[str, str]]
App = Callable[[Environ, Start], Iterable[bytes]]


class CorralMiddleware:
    """Judges the requests and the answers of the routes that it is given."""

    def __init__(self, app: App, routes: Mapping[str, Route], corral: Corral | None = None) -> None:
        """`routes` by path; one that ends in ``*`` holds for every path that begins so.

        Raises:
            ConfigError: a path into JSON is none.
        """
        self.app = app
        self.corral = corral if corral is not None else Corral()
        self._routes = Routes(routes)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        paths = self._routes.at(path.encode("latin-1").decode("utf-8", "replace"))
        if paths is None or environ["REQUEST_METHOD"] in ("OPTIONS", "HEAD"):
            return self.app(environ, start)
        if environ["REQUEST_METHOD"] not in ("POST", "PUT", "PATCH"):
            error = UnsupportedInput("a guarded route is asked with POST, PUT or PATCH", field="method")
            return _json(start, 405, error_row(error), {})
        return self._guarded(environ, start, paths, path)

    def _guarded(self, environ: Environ, start: Start, paths: Paths, path: str) -> Iterable[bytes]:
        policy, pipeline = self.corral.policy.select(path=path), self.corral.pipeline
        try:
            body = parsed(_body(environ, paths.route.max_body_bytes))
            asked = Asked(body, paths)
            verdict = pipeline.run_sync(partial(pipeline.judge_subjects, asked.subjects, policy))
        except CorralError as error:
            return _json(start, 413 if isinstance(error, BodyTooLarge) else 400, error_row(error), {})
        if verdict.action is Action.BLOCK or (verdict.action is Action.REDACT and not asked.redact(verdict)):
            return _json(start, 400, blocked(verdict, policy), headers_of(verdict))
        given = as_json(body)
        environ = {**environ, "CONTENT_LENGTH": str(len(given)), "wsgi.input": io.BytesIO(given)}
        environ.pop("wsgi.file_wrapper", None)  # no file sent past the gate
        if paths.route.reply is None:
            return self.app(environ, start)
        status, headers, answer = _collected(self.app, environ, paths.route.max_answer_bytes)
        spoken = Spoken(pipeline, policy, asked.messages)
        raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        begun = {"status": int(status[:3]), "headers": raw}
        form = reply_of(begun, paths.reply, paths.delta, paths.route.max_answer_bytes, spoken)
        if form is None:
            return _sent(start, status, headers, answer)
        try:
            if form.streams:
                raise UpstreamBroken("only JSON can be judged on a guarded route under WSGI")
            pipeline.run_sync(partial(form.feed, answer))
            out = pipeline.run_sync(form.end)
        except CorralError as error:
            return _json(start, 502, error_row(error), {})
        verdict = stronger(verdict, spoken.verdict)
        if spoken.stopped:
            return _json(start, 400, blocked(verdict, policy), headers_of(verdict))
        return _sent(start, status, [*headers, *headers_of(verdict).items()], out)


def _body(environ: Environ, limit: int) -> bytes:
    """Raises:
    BodyTooLarge: it is over the bound.
    """
    length = environ.get("CONTENT_LENGTH") or "0"
    size = int(length) if length.isdecimal() else 0
    if size > limit:
        raise BodyTooLarge(f"is over {limit} bytes", field="body", fix="send less, or raise the route's max_body_bytes")
    body: bytes = environ["wsgi.input"].read(size)
    return body


def _collected(app: App, environ: Environ, limit: int) -> tuple[str, Headers, bytes]:
    """An application's whole answer; one byte over the bound is kept of what is too long, so that it is seen to be."""
    begun: list[tuple[str, Headers]] = []
    answer = bytearray()

    def start(status: str, headers: Headers, error: Any = None) -> Callable[[bytes], None]:
        begun[:] = [(status, headers)]
        return answer.extend

    pieces = app(environ, start)
    try:
        for piece in pieces:
            answer += piece
            if len(answer) > limit:
                break
    finally:
        if (close := getattr(pieces, "close", None)) is not None:
            close()
    return *begun[0], bytes(answer)


def _sent(start: Start, status: str, headers: Headers, body: bytes) -> list[bytes]:
    kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
    start(status, [*kept, ("Content-Length", str(len(body)))])
    return [body]


def _json(start: Start, status: int, row: Any, headers: Mapping[str, str]) -> list[bytes]:
    given = [("Content-Type", "application/json"), *headers.items()]
    return _sent(start, f"{status} {HTTPStatus(status).phrase}", given, as_json(row))
