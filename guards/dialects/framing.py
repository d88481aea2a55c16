"""How events travel: server-sent events and lines of JSON, cut however the network likes."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any

from ..errors import UpstreamBroken

MAX_EVENT_BYTES = 4_000_000

_decode = json.JSONDecoder().decode  # made once: what `json.loads` does around them costs as much as a small event
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Framing(ABC):
    """Cuts the bytes of one stream into its events' texts. A fault is raised once the events before it were given."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []  # of a line that has not ended
        self._size = 0

    def feed(self, part: bytes) -> Iterator[str]:
        """The texts that are whole now that `part` has come; to be taken before more is fed.

        Raises:
            UpstreamBroken: an event is no UTF-8, or far too long.
        """
        first, *rest = part.split(b"\n")
        self._pieces.append(first)
        self._size += len(first)
        for following in rest:
            line = b"".join(self._pieces)
            self._pieces, self._size = [following], len(following)
            yield from self._line(_decoded(line))
        if self._size > MAX_EVENT_BYTES:
            raise _too_long()

    def end(self) -> Iterator[str]:
        """What is left when the stream has ended."""
        if last := b"".join(self._pieces):
            self._pieces, self._size = [], 0
            yield from self._line(_decoded(last))

    @abstractmethod
    def _line(self, line: str) -> Iterator[str]: ...


class ServerSentEvents(Framing):
    """The `data` of each server-sent event, in order.

    Source: WHATWG HTML, "Server-sent events".
    """

    def __init__(self) -> None:
        super().__init__()
        self._data: list[str] = []
        self._length = 0
        self._begun = False

    def _line(self, line: str) -> Iterator[str]:
        if not self._begun:
            self._begun, line = True, line.removeprefix("\ufeff")
        if not line and self._data:
            yield self._take()
        elif line.startswith("data:"):
            self._data.append(line[5:].removeprefix(" "))
            self._length += len(line)
            if self._length > MAX_EVENT_BYTES:
                raise _too_long()

    def end(self) -> Iterator[str]:
        yield from super().end()
        if self._data:
            yield self._take()

    def _take(self) -> str:
        data, self._data, self._length = "\n".join(self._data), [], 0
        return data


class JsonLines(Framing):
    """Each line that is not blank (newline-delimited JSON)."""

    def _line(self, line: str) -> Iterator[str]:
        if line.strip():
            yield line


def _too_long() -> UpstreamBroken:
    return UpstreamBroken("the upstream sent an event that is far too long")


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
        return _decode(data)
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
    return _encode(row).encode("utf-8", "replace")
