"""Calls of a model through its client: how they are read, and how errors are told to who made them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from ..call import Call, Reply
from ..corral import Corral
from ..dialects import DIALECTS, Dialect
from ..dialects.fields import Json
from ..dialects.framing import as_json
from ..errors import Blocked, CorralError, InputError, UnsupportedInput, UpstreamBroken


def spoken(path: str) -> Dialect | None:
    """The dialect of an API whose address ends as `path` does; None for what is no way of asking a model."""
    path = path.rstrip("/")
    fits = [dialect for dialect in DIALECTS if path.endswith((dialect.path, dialect.upstream_path))]
    return max(fits, key=lambda dialect: len(dialect.upstream_path), default=None)


def call_of(corral: Corral, dialect: Dialect, body: bytes) -> Call:
    """The call that a request's body is.

    Raises:
        InputError: the request can't be read; names the field.
        UnsupportedInput: it holds what nothing here can judge.
    """
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise InputError("must be JSON", field="body") from None
    model = given.get("model") if isinstance(given, dict) else None
    policy = corral.policy.select(path=dialect.path, model=model if isinstance(model, str) else None)
    return Call(dialect, dialect.read(given, policy), corral.pipeline, policy)


def answer_of(body: bytes) -> Any:
    """An upstream's whole answer.

    Raises:
        UpstreamBroken: it is no JSON.
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UpstreamBroken("the upstream's answer is not JSON") from None


def error_json(error: CorralError) -> Json:
    """OpenAI's error object for what goes wrong on this side of the network."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "guard_failed")
    kind = "invalid_request_error" if isinstance(error, InputError | Blocked) else "server_error"
    return {"error": {"message": str(error), "type": kind, "param": getattr(error, "field", None), "code": code}}


_CODES: tuple[tuple[type[CorralError], str], ...] = (
    (UnsupportedInput, "unsupported_input"),
    (InputError, "invalid_request"),
    (Blocked, "content_filter"),
    (UpstreamBroken, "upstream_broken"),
)


def error_reply(error: CorralError, dialect: Dialect | None) -> Reply:
    """An error as an answer that no client asks for a second time."""
    status = 400 if isinstance(error, InputError) else 502
    body = error_json(error) if dialect is None else dialect.error(error_json(error), status)
    return Reply(status, as_json(body), headers={"x-should-retry": "false"})


async def with_due(events: AsyncIterator[Any], call: Call) -> AsyncIterator[Any | None]:
    """What comes; None each time that held text is due before anything has."""
    pending: asyncio.Future[Any] | None = None
    try:
        while True:
            pending = pending or asyncio.ensure_future(anext(events))
            done, _ = await asyncio.wait([pending], timeout=call.due_s)
            if not done:
                yield None
                continue
            finished, pending = pending, None
            try:
                came = finished.result()
            except StopAsyncIteration:
                return
            yield came
    finally:
        if pending is not None:
            pending.cancel()
            await asyncio.wait([pending])
