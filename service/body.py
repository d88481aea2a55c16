"""Request bodies: bounded, decoded, and JSON objects or a clear error."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import ClientDisconnect, Request

from guards.errors import BodyTooLarge, InputError

from .serving.settings import Limits


async def read_json(request: Request, limits: Limits, *, names_once: bool = False) -> Any:
    """The body as JSON; with `names_once`, no object may hold a name twice, which readers read in different ways.

    Raises:
        BodyTooLarge: over `max_body_bytes`; what is over is not read. Or more values than `max_json_values`.
        InputError: no UTF-8, no JSON, or nested too deep.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.max_body_bytes:
        raise _too_large(limits.max_body_bytes)
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > limits.max_body_bytes:
                raise _too_large(limits.max_body_bytes)
    except ClientDisconnect:
        raise InputError("ended before it was whole: the client hung up, or was too slow", field="body") from None
    return parse_json(bytes(body), limits, names_once=names_once)


def parse_json(body: bytes, limits: Limits, *, names_once: bool = False) -> Any:
    """`body` as JSON, within the bounds of depth and number; see `read_json`."""
    try:
        value = (_decode_once if names_once else _decode)(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start})", field="body") from None
    except RecursionError:
        raise _too_deep(limits) from None
    except ValueError as error:
        raise InputError(f"is not valid JSON: {error}", field="body") from None
    # Counting bytes is quick, and enough for nearly every body: only one with so many brackets or commas is walked.
    opened = body.count(b"{") + body.count(b"[")
    if opened > limits.max_json_depth or opened + body.count(b",") >= limits.max_json_values:
        _measure(value, limits)
    return value


def _measure(value: Any, limits: Limits) -> None:
    level, count, depth = [value], 1, 0
    while level:
        inner: list[Any] = []
        for one in level:
            inner += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        count += len(inner)
        if count > limits.max_json_values:
            raise BodyTooLarge(f"holds more than {limits.max_json_values} values", field="body", fix="send less")
        level = [one for one in inner if isinstance(one, dict | list)]
        depth += 1
        if depth >= limits.max_json_depth and level:
            raise _too_deep(limits)


def _too_deep(limits: Limits) -> InputError:
    return InputError(f"is nested too deep (over {limits.max_json_depth} levels)", field="body")


def _too_large(max_bytes: int) -> BodyTooLarge:
    return BodyTooLarge(f"is over {max_bytes} bytes", field="body", fix="send less, or raise max_body_bytes")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


# Made once: making one costs as much as reading a small body.
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
_decode_once = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_once).decode
