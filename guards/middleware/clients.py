"""The official clients of OpenAI and Anthropic, guarded: ``client = guarded(OpenAI())``, and all else stays as it was.

What a client sends and is sent goes through its httpx client. `guarded` puts itself there, so every way of asking
(create, stream, parse, with_raw_response; sync and async) is judged, and none has to be wrapped by name.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, Callable, Collection, Coroutine, Iterator
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar

from ..call import Call, Reply
from ..corral import Corral
from ..dialects.framing import as_json
from ..errors import CorralError, UnsupportedInput, UpstreamBroken
from .calls import answer_of, call_of, error_json, error_reply, spoken, with_due
from .routes import headers_of

C = TypeVar("C")
T = TypeVar("T")

MAX_ANSWER_BYTES = 64_000_000
NOT_GUARDED = "wss://realtime-is-not-guarded.invalid"  # RFC 6761: such a name never resolves
_DECODED = ("content-length", "content-encoding", "transfer-encoding", "content-type")


def guarded(client: C, corral: Corral | None = None, *, unjudged: Collection[str] = ()) -> C:
    """A copy of `client` (OpenAI, AsyncOpenAI, Anthropic, AsyncAnthropic) whose prompts and answers are judged.

    A block is an answer that says so in the API's own terms (`finish_reason: content_filter`, `stop_reason: refusal`), or
    an error 400 where the policy's `blocked.style` is `error`. Answers carry the verdict as their `corral` member.
    What can't be judged here is refused: a stored answer, a file, speech over a WebSocket; `unjudged` names paths
    (``"/files"``) that are let by all the same.

    Raises:
        TypeError: it is no client that speaks through httpx.
    """
    inner = getattr(client, "_client", None)
    if _module_of(inner) is None or not hasattr(client, "with_options"):
        raise TypeError(f"{type(client).__name__} is no OpenAI or Anthropic client that can be guarded")
    sockets = {"websocket_base_url": NOT_GUARDED} if hasattr(client, "websocket_base_url") else {}
    made: C = client.with_options(http_client=guarded_http(inner, corral, unjudged=unjudged), **sockets)
    return made


def guarded_http(inner: C, corral: Corral | None = None, *, unjudged: Collection[str] = ()) -> C:
    """An httpx client that asks models through `inner`, and judges what goes either way: for whatever takes one.

    Raises:
        TypeError: `inner` is no httpx client.
    """
    module = _module_of(inner)
    if module is None:
        raise TypeError(f"{type(inner).__name__} is no httpx client")
    corral = corral if corral is not None else Corral()
    kind, door = (module.Client, _SyncDoor) if isinstance(inner, module.Client) else (module.AsyncClient, _AsyncDoor)
    one: Any = inner
    made: C = kind(
        transport=door(module, inner, corral, unjudged),
        base_url=one.base_url,
        timeout=one.timeout,
        follow_redirects=one.follow_redirects,
    )
    return made


def _module_of(inner: object) -> Any:
    """httpx, or the one that newer clients come with, whose `Client` `inner` is."""
    for kind in type(inner).__mro__:
        root = kind.__module__.partition(".")[0]
        if root in ("httpx", "httpx2"):
            return sys.modules[root]
    return None


class _Door:
    """What both kinds of transport share: which requests are judged, and how answers are put together."""

    def __init__(self, module: Any, inner: Any, corral: Corral, unjudged: Collection[str]) -> None:
        self._module, self._inner, self._corral = module, inner, corral
        self._unjudged = tuple(f"/{path.strip('/')}" for path in unjudged)

    def _call(self, request: Any) -> Call | None:
        """The call that a request is; None for what is let by.

        Raises:
            InputError: it can't be read, or not be judged.
        """
        path = request.url.path.rstrip("/")
        if request.method == "GET" and ("/models" in (path[-7:], path[: path.rfind("/")][-7:])):
            return None
        dialect = spoken(path) if request.method == "POST" else None
        if dialect is not None:
            return call_of(self._corral, dialect, request.content)
        if any(path.endswith(one) or f"{one}/" in path for one in self._unjudged):
            return None
        fix = "name it in guarded(..., unjudged=[...]) to let it by unjudged"
        raise UnsupportedInput(f"{request.method} {path} can't be judged here", fix=fix)

    def _sent(self, request: Any, body: bytes) -> Any:
        headers = [(name, value) for name, value in request.headers.multi_items() if name.lower() != "content-length"]
        return self._module.Request(
            request.method, request.url, headers=headers, content=body, extensions=request.extensions
        )

    def _reply(self, request: Any, reply: Reply, call: Call | None = None, given: Any = None) -> Any:
        told = headers_of(call.standing()) if call is not None else {}
        headers = {**_kept(given), **told, **reply.headers, "content-type": reply.media_type}
        return self._module.Response(reply.status, headers=headers, content=reply.body, request=request)


def _kept(given: Any) -> dict[str, str]:
    if given is None:
        return {}
    return {name: value for name, value in given.headers.items() if name.lower() not in _DECODED}


class _SyncDoor(_Door):
    def handle_request(self, request: Any) -> Any:
        request.read()
        try:
            return self._handled(request)
        except CorralError as error:
            return self._reply(request, error_reply(error, spoken(request.url.path)))

    def _handled(self, request: Any) -> Any:
        call = self._call(request)
        if call is None:
            return self._inner.send(request, stream=True, follow_redirects=False)
        body = self._run(call.judged)
        if body is None:
            return self._reply(request, call.refused(), call)
        given = self._inner.send(self._sent(request, as_json(body)), stream=True, follow_redirects=False)
        if given.status_code >= 300:
            return given
        if call.streams:
            headers = {**_kept(given), **headers_of(call.verdict), "content-type": call.dialect.media_type}
            stream = _stream(self._module.SyncByteStream, partial(self._events, call, given), given.close)
            return self._module.Response(given.status_code, headers=headers, stream=stream)
        try:
            answer = bytearray()
            for piece in given.iter_bytes():
                _add(answer, piece)
        finally:
            given.close()
        return self._reply(request, self._run(partial(call.whole, answer_of(bytes(answer)))), call, given)

    def _events(self, call: Call, given: Any) -> Iterator[bytes]:
        framing = call.dialect.framing()
        try:
            for piece in given.iter_bytes():
                yield from self._fed(call, framing.feed(piece))
                if call.over:
                    break
            else:
                yield from self._fed(call, framing.end())
            yield self._run(call.finish)
        except CorralError as error:
            yield call.dialect.error_event(error_json(error))
        finally:
            given.close()

    def _fed(self, call: Call, events: Iterator[str]) -> Iterator[bytes]:
        shown, fault = self._run(partial(call.feed, events))
        if shown:
            yield shown
        if fault is not None:
            raise fault

    def _run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        return self._corral.pipeline.run_sync(work)

    def close(self) -> None:
        self._inner.close()

    def __enter__(self) -> _SyncDoor:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class _AsyncDoor(_Door):
    async def handle_async_request(self, request: Any) -> Any:
        await request.aread()
        try:
            return await self._handled(request)
        except CorralError as error:
            return self._reply(request, error_reply(error, spoken(request.url.path)))

    async def _handled(self, request: Any) -> Any:
        call = self._call(request)
        if call is None:
            return await self._inner.send(request, stream=True, follow_redirects=False)
        body = await call.judged()
        if body is None:
            return self._reply(request, call.refused(), call)
        given = await self._inner.send(self._sent(request, as_json(body)), stream=True, follow_redirects=False)
        if given.status_code >= 300:
            return given
        if call.streams:
            headers = {**_kept(given), **headers_of(call.verdict), "content-type": call.dialect.media_type}
            stream = _astream(self._module.AsyncByteStream, self._events(call, given), given.aclose)
            return self._module.Response(given.status_code, headers=headers, stream=stream)
        try:
            answer = bytearray()
            async for piece in given.aiter_bytes():
                _add(answer, piece)
        finally:
            await given.aclose()
        return self._reply(request, await call.whole(answer_of(bytes(answer))), call, given)

    async def _events(self, call: Call, given: Any) -> AsyncGenerator[bytes]:
        framing = call.dialect.framing()
        try:
            async for piece in with_due(given.aiter_bytes(), call):
                if piece is None:
                    yield await call.flush()
                    continue
                async for shown in _fed(call, framing.feed(piece)):
                    yield shown
                if call.over:
                    break
            else:
                async for shown in _fed(call, framing.end()):
                    yield shown
            yield await call.finish()
        except CorralError as error:
            yield call.dialect.error_event(error_json(error))
        finally:
            await given.aclose()

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def __aenter__(self) -> _AsyncDoor:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()


async def _fed(call: Call, events: Iterator[str]) -> AsyncGenerator[bytes]:
    shown, fault = await call.feed(events)
    if shown:
        yield shown
    if fault is not None:
        raise fault


def _add(answer: bytearray, piece: bytes) -> None:
    answer += piece
    if len(answer) > MAX_ANSWER_BYTES:
        raise UpstreamBroken("the upstream's answer is far too long")


def _stream(kind: Any, events: Callable[[], Iterator[bytes]], close: Callable[[], None]) -> Any:
    """`events` as a body of httpx's; closed early, it lets go of the upstream."""

    class Stream(kind):  # type: ignore[misc]
        def __iter__(self) -> Iterator[bytes]:
            return events()

        def close(self) -> None:
            close()

    return Stream()


def _astream(kind: Any, events: AsyncGenerator[bytes], close: Callable[[], Coroutine[Any, Any, None]]) -> Any:
    class Stream(kind):  # type: ignore[misc]
        def __aiter__(self) -> AsyncGenerator[bytes]:
            return events

        async def aclose(self) -> None:
            with suppress(RuntimeError):  # it is being read at this moment
                await events.aclose()
            await close()

    return Stream()
