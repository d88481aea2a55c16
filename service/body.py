"""Request bodies: bounded, decoded, and JSON objects or a clear error."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from guards.errors import BodyTooLarge, InputError


async def read_json(request: Request, max_bytes: int) -> Any:
    """The body as JSON.

    Raises:
        BodyTooLarge: over `max_bytes`; what is over is not read.
        InputError: no UTF-8, no JSON, or nested too deep.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > max_bytes:
        raise _too_large(max_bytes)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > max_bytes:
            raise _too_large(max_bytes)
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start})", field="body") from None
    except RecursionError:
        raise InputError("is nested too deep", field="body") from None
    except ValueError as error:
        raise InputError(f"is not valid JSON: {error}", field="body") from None


def _too_large(max_bytes: int) -> BodyTooLarge:
    return BodyTooLarge(f"is over {max_bytes} bytes", field="body", fix="send less, or raise max_body_bytes")


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")
