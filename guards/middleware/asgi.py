"""ASGI middleware: a guard around routes of a FastAPI, Starlette or any other ASGI application that speak JSON.

    app.add_middleware(CorralMiddleware, routes={"/chat": Route(prompt="message", reply="answer")})

What is judged stands where the route's paths say; the rest of a body is the application's own. What a named route sends or
is sent that can't be judged (another media type, a body without the prompt) is refused, so that a path that is spelt wrong
is an error and not a hole.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from ..answer import stronger, told
from ..corral import Corral
from ..dialects.framing import as_json
from ..errors import BodyTooLarge, CorralError, InputError, UnsupportedInput, UpstreamBroken
from ..policy import Policy, redact
from ..types import Action, Message, Stage, Subject, Verdict
from .paths import JsonPath
from .replies import Replies, reply_of
from .spoken import Spoken

log = logging.getLogger("corral.asgi")

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@dataclass(frozen=True)
class Route:
    """Where the texts of one route stand, as paths into its JSON (`guards.middleware.paths`).

    `reply` None: the answer is no model's words. In a stream, `reply` (or `delta` where it differs) leads to the text in
    each event; an event whose data is no JSON is text itself.
    """

    prompt: str | tuple[str, ...]
    reply: str | tuple[str, ...] | None = None
    documents: str | tuple[str, ...] = ()
    delta: str | None = None
    max_body_bytes: int = 1_000_000
    max_answer_bytes: int = 16_000_000


class CorralMiddleware:
    """Judges the requests and the answers of the routes that it is given."""

    def __init__(self, app: App, routes: Mapping[str, Route], corral: Corral | None = None) -> None:
        """`routes` by path; one that ends in ``*`` holds for every path that begins so.

        Raises:
            ConfigError: a path into JSON is none.
        """
        self.app = app
        self.corral = corral if corral is not None else Corral()
        self._routes = {path: _Paths(route) for path, route in routes.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        paths = self._paths(scope["path"]) if scope["type"] in ("http", "websocket") else None
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

    def _paths(self, path: str) -> _Paths | None:
        path = path.rstrip("/") or "/"
        if path in self._routes:
            return self._routes[path]
        return next(
            (one for known, one in self._routes.items() if known.endswith("*") and path.startswith(known[:-1])), None
        )

    async def _guarded(self, scope: Scope, receive: Receive, send: Send, paths: _Paths) -> None:
        policy = self.corral.policy.select(path=scope["path"])
        try:
            body = _parsed(await _body(receive, paths.route.max_body_bytes))
            asked = _Asked(body, paths)
            verdict = await self.corral.pipeline.judge_subjects(asked.subjects, policy)
        except CorralError as error:
            await _refuse(send, 413 if isinstance(error, BodyTooLarge) else 400, error)
            return
        if verdict.action is Action.BLOCK or (verdict.action is Action.REDACT and not asked.redact(verdict)):
            await _json(send, 400, _blocked(verdict, policy), _headers(verdict))
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
        paths: _Paths,
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


class _Paths:
    """A route's paths, read once."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.prompt, self.documents = _read(route.prompt), _read(route.documents)
        self.reply = _read(route.reply or ())
        self.delta = self.reply if route.delta is None else _read(route.delta)


def _read(paths: str | tuple[str, ...]) -> tuple[JsonPath, ...]:
    return tuple(JsonPath(path) for path in ((paths,) if isinstance(paths, str) else paths))


class _Asked:
    """A request's texts and where they stand."""

    def __init__(self, body: Any, paths: _Paths) -> None:
        """Raises:
        InputError: nothing stands where the prompt should.
        """
        self._places: list[tuple[Any, str | int]] = []
        self.subjects: list[Subject] = []
        prompts = [place for path in paths.prompt for place in path.places(body)]
        if not prompts:
            where = " or ".join(path.path for path in paths.prompt)
            raise InputError("there is no text to judge", field=where, fix="the route's prompt must be a string there")
        documents = [place for path in paths.documents for place in path.places(body)]
        for stage, places in ((Stage.DOCUMENT, documents), (Stage.INPUT, prompts)):
            for holder, key in places:
                self.subjects.append(Subject(holder[key], stage, index=len(self._places)))
                self._places.append((holder, key))
        self.messages = tuple(Message("user", holder[key]) for holder, key in prompts)

    def redact(self, verdict: Verdict) -> bool:
        """Takes out of the body what the verdict says."""
        for index, (holder, key) in enumerate(self._places):
            holder[key] = redact(holder[key], [one for one in verdict.reasons if one.index == index])
        return all(one.index is not None for one in verdict.reasons if one.action is Action.REDACT)


class _Answer:
    """An answer on its way out, in the form in which it comes."""

    def __init__(
        self,
        corral: Corral,
        policy: Policy,
        paths: _Paths,
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
                    await self._send(self._begun(more=_headers(self._verdict)))
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
            headers = _headers(verdict)
            if self._spoken.stopped:
                await _json(self._send, 400, _blocked(verdict, self._policy), headers)
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


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UnsupportedInput("must be JSON: nothing else can be judged on this route", field="body") from None


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


def _blocked(verdict: Verdict, policy: Policy) -> dict[str, Any]:
    error = {"message": policy.blocked.message, "type": "invalid_request_error", "code": "content_filter"}
    return {"error": error, "corral": told(verdict, policy)}


async def _refuse(send: Send, status: int, error: CorralError) -> None:
    code = "upstream_broken" if isinstance(error, UpstreamBroken) else "invalid_request"
    row = {"message": str(error), "type": "invalid_request_error", "param": getattr(error, "field", None), "code": code}
    await _json(send, status, {"error": row}, {})


async def _json(send: Send, status: int, row: Any, headers: Mapping[str, str]) -> None:
    body = as_json(row)
    more = {"content-type": "application/json", "content-length": str(len(body)), **headers}
    await send({"type": "http.response.start", "status": status, "headers": _raw(more)})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _headers(verdict: Verdict) -> dict[str, str]:
    return {"x-corral-action": verdict.action.value, "x-corral-verdict": verdict.id}


def _raw(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
