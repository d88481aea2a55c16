"""How events travel: server-sent events and lines of JSON, cut however the network likes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from ..errors import UpstreamBroken

MAX_EVENT_BYTES = 4_000_000


async def sse_data(parts: AsyncIterator[bytes]) -> AsyncIterator[str]:
    """The `data` of each server-sent event, in order.

    Source: WHATWG HTML, "Server-sent events".

    Raises:
        UpstreamBroken: an event is no UTF-8, or far too long.
    """
    data: list[str] = []
    size = 0
    async for line in _lines(parts):
        if not line and data:
            yield "\n".join(data)
            data, size = [], 0
        elif line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
            size += len(line)
            if size > MAX_EVENT_BYTES:
                raise UpstreamBroken("the upstream sent an event that is far too long")
    if data:
        yield "\n".join(data)


async def json_lines(parts: AsyncIterator[bytes]) -> AsyncIterator[str]:
    """Each line that is not blank (newline-delimited JSON).

    Raises:
        UpstreamBroken: a line is no UTF-8, or far too long.
    """
    async for line in _lines(parts):
        if line.strip():
            yield line


async def _lines(parts: AsyncIterator[bytes]) -> AsyncIterator[str]:
    pieces: list[bytes] = []  # of a line that has not ended
    size = 0
    async for part in parts:
        first, *rest = part.split(b"\n")
        pieces.append(first)
        size += len(first)
        if size > MAX_EVENT_BYTES:
            raise UpstreamBroken("the upstream sent an event that is far too long")
        for following in rest:
            yield _decoded(b"".join(pieces))
            pieces, size = [following], len(following)
    if last := b"".join(pieces):
        yield _decoded(last)


def _decoded(line: bytes) -> str:
    try:
        return line.removesuffix(b"\r").decode("utf-8")
    except UnicodeDecodeError:
        raise UpstreamBroken("the upstream sent an event that is not UTF-8") from None


def parsed(data: str) -> Any:
    """An event's JSON.

    Raises:
        UpstreamBroken: it is none.
    """
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise UpstreamBroken("the upstream's stream holds an event that is not JSON") from None


def sse(row: Any, event: str | None = None) -> bytes:
    """One server-sent event."""
    name = f"event: {event}\n".encode() if event else b""
    return name + b"data: " + as_json(row) + b"\n\n"


def json_line(row: Any) -> bytes:
    """One line of newline-delimited JSON."""
    return as_json(row) + b"\n"


def as_json(row: Any) -> bytes:
    """Compact JSON in UTF-8; half a surrogate pair becomes a question mark."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
