"""ASGI middleware: a guard around routes of a FastAPI, Starlette or any other ASGI application that speak JSON.

    app.add_middleware(CorralMiddleware, routes={"/chat": Route(prompt="message", reply="answer")})

What is judged stands where the route's paths say; the rest of a body is the application's own. What a named route sends or
is sent that can't be judged (another media type, a body without the prompt) is refused, so that a path that is spelt wrong
is an error and not a hole.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from ..answer import stronger, told
from ..corral import Corral
from ..dialects.framing import as_json
from ..errors import BodyTooLarge, CorralError, InputError, UnsupportedInput
from ..policy import Policy
from ..types import Action, Message, Verdict
from .replies import Replies, reply_of
from .routes import Asked, Paths, Route, Routes, blocked, error_row, headers_of, parsed
from .spoken import Spoken

__all__ = ["CorralMiddleware", "Route"]

log = logging.getLogger("corral.asgi")

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


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

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        paths = self._routes.at(scope["path"]) if scope["type"] in ("http", "websocket") else None
        if paths is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            log.warning("a WebSocket of a guarded route was refused: nothing here judges it")
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "not guarded"})
        elif scope["method"] in ("OPTIONS", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["method"] not in ("POST", "PUT", "PATCH"):
            await _refuse(
                send, 405, UnsupportedInput("a guarded route is asked with POST, PUT or PATCH", field="method")
            )
        else:
            await self._guarded(scope, receive, send, paths)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send, paths: Paths) -> None:
        policy = self.corral.policy.select(path=scope["path"])
        try:
            body = parsed(await _body(receive, paths.route.max_body_bytes))
            asked = Asked(body, paths)
            verdict = await self.corral.pipeline.judge_subjects(asked.subjects, policy)
        except CorralError as error:
            await _refuse(send, 413 if isinstance(error, BodyTooLarge) else 400, error)
            return
        if verdict.action is Action.BLOCK or (verdict.action is Action.REDACT and not asked.redact(verdict)):
            await _json(send, 400, blocked(verdict, policy), headers_of(verdict))
            return
        given = as_json(body)
        headers = [(name, value) for name, value in scope["headers"] if name.lower() != b"content-length"]
        scope = {**scope, "extensions": {}, "headers": [*headers, (b"content-length", str(len(given)).encode())]}
        await self._answered(scope, _again(given, receive), send, paths, asked.messages, verdict)

    async def _answered(
        self,
        scope: Scope,
        receive: Receive,
        send: Send,
        paths: Paths,
        context: tuple[Message, ...],
        verdict: Verdict,
    ) -> None:
        if paths.route.reply is None:
            await self.app(scope, receive, send)
            return
        policy = self.corral.policy.select(path=scope["path"])
        answer = _Answer(self.corral, policy, paths, context, send, verdict)
        work = asyncio.ensure_future(self.app(scope, receive, answer.send))
        try:
            while not work.done():
                await asyncio.wait([work], timeout=answer.due_s)
                await answer.flush_due()
                if answer.over:  # nothing more will be shown: the application need not go on
                    work.cancel()
                    await asyncio.wait([work])
            if not work.cancelled():
                work.result()
        finally:
            work.cancel()


class _Answer:
    """An answer on its way out, in the form in which it comes."""

    def __init__(
        self,
        corral: Corral,
        policy: Policy,
        paths: Paths,
        context: tuple[Message, ...],
        send: Send,
        verdict: Verdict,
    ) -> None:
        self._policy, self._paths, self._send, self._verdict = policy, paths, send, verdict
        self._spoken = Spoken(corral.pipeline, policy, context)
        self._form: Replies | None = None
        self._start: Event = {}
        self._sending = asyncio.Lock()
        self.over = False

    @property
    def due_s(self) -> float | None:
        return self._spoken.due_s

    async def send(self, event: Event) -> None:
        """Takes the place of the server's `send`."""
        async with self._sending:
            if self.over:
                return
            if event["type"] == "http.response.start":
                self._start = event
                limit = self._paths.route.max_answer_bytes
                self._form = reply_of(event, self._paths.reply, self._paths.delta, limit, self._spoken)
                if self._form is None:
                    await self._send(event)
                elif self._form.streams:
                    await self._send(self._begun(more=headers_of(self._verdict)))
            elif event["type"] == "http.response.body":
                await (self._send(event) if self._form is None else self._body(event, self._form))

    async def flush_due(self) -> None:
        async with self._sending:
            if self._form is not None and self._form.streams and not self.over and self.due_s == 0:
                if out := await self._form.flush():
                    await self._send({"type": "http.response.body", "body": out, "more_body": True})
                await self._close_if_stopped(self._form)

    async def _body(self, event: Event, form: Replies) -> None:
        more = event.get("more_body", False)
        try:
            out = await form.feed(event.get("body", b""))
            if not more and not self._spoken.stopped:
                out += await form.end()
        except CorralError as error:
            log.error("an answer could not be judged: %s", error)
            self.over = True
            if form.streams:
                await self._send({"type": "http.response.body", "body": form.failed(error), "more_body": False})
            else:
                await _refuse(self._send, 502, error)
            return
        if form.streams:
            await self._send({"type": "http.response.body", "body": out, "more_body": more or self._spoken.stopped})
            await self._close_if_stopped(form)
        elif not more:
            self.over = True
            verdict = stronger(self._verdict, self._spoken.verdict)
            headers = headers_of(verdict)
            if self._spoken.stopped:
                await _json(self._send, 400, blocked(verdict, self._policy), headers)
            else:
                await self._send(self._begun(len(out), headers))
                await self._send({"type": "http.response.body", "body": out, "more_body": False})

    async def _close_if_stopped(self, form: Replies) -> None:
        verdict = self._spoken.verdict
        if self._spoken.stopped and verdict is not None:
            self.over = True
            last = form.stopped(self._policy.blocked.message, told(verdict, self._policy))
            await self._send({"type": "http.response.body", "body": last, "more_body": False})

    def _begun(self, length: int | None = None, more: Mapping[str, str] | None = None) -> Event:
        kept = [(name, value) for name, value in self._start.get("headers", ()) if name.lower() != b"content-length"]
        if length is not None:
            kept.append((b"content-length", str(length).encode()))
        return {**self._start, "headers": [*kept, *_raw(more or {})]}


async def _body(receive: Receive, limit: int) -> bytes:
    """Raises:
    BodyTooLarge: it is over the bound.
    InputError: the client has gone.
    """
    body = bytearray()
    while True:
        event = await receive()
        if event["type"] != "http.request":
            raise InputError("the client went away", field="body")
        body += event.get("body", b"")
        if len(body) > limit:
            raise BodyTooLarge(
                f"is over {limit} bytes", field="body", fix="send less, or raise the route's max_body_bytes"
            )
        if not event.get("more_body", False):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives `body` once, then what the server says."""
    given = False

    async def once() -> Event:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


async def _refuse(send: Send, status: int, error: CorralError) -> None:
    await _json(send, status, error_row(error), {})


async def _json(send: Send, status: int, row: Any, headers: Mapping[str, str]) -> None:
    body = as_json(row)
    more = {"content-type": "application/json", "content-length": str(len(body)), **headers}
    await send({"type": "http.response.start", "status": status, "headers": _raw(more)})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
