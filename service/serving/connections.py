"""Bounded connections: a client that is slow, endless or greedy costs a timer and a few kilobytes, never a request.

What uvicorn bounds not at all is bounded here: the time for headers and body, the number and size of headers, and the
time in which a client must take what it asked for.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from .settings import Limits

Turned = Callable[[str], None]

BODY_SLACK = 8  # chunked coding may take so many bytes for one of the body
CHUNK = 262_144  # what the event loop reads at once


class _TooMuch(Exception):
    """Stops the parser."""


class _HeadWithBody:
    """What an answer is written to: its head waits for the first bytes of its body, so that both leave in one piece."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._head: bytes | None = None
        self._begun = False

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    def write(self, data: bytes) -> None:
        if not self._begun and data.startswith(b"HTTP/1.1 100 "):  # no head: the client waits for it with its body
            self._transport.write(data)
            return
        if not self._begun:
            self._begun, self._head = True, data
            self._loop.call_soon(self._flush)  # where the body comes later, the head does not wait for it
            return
        head, self._head = self._head, None
        self._transport.write(data if head is None else head + data)

    def close(self) -> None:
        self._flush()
        self._transport.close()

    def _flush(self) -> None:
        head, self._head = self._head, None
        if head is not None and not self._transport.is_closing():
            self._transport.write(head)


class BoundedConnection(HttpToolsProtocol):
    """One client's connection."""

    by_client: Counter[str]  # shared by a server's connections

    def __init__(self, *args: Any, limits: Limits, by_client: Counter[str], turned: Turned, **more: Any) -> None:
        """`turned` is told why a connection was turned away or cut off."""
        super().__init__(*args, **more)
        self._limits, self.by_client, self._turned = limits, by_client, turned
        # For what the client is about to send: by when, and what. One timer serves many requests on a connection: it looks
        # whether the time is up, and if not comes back later.
        self._due: tuple[float, str] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._write_timer: asyncio.TimerHandle | None = None
        self._peer = ""
        self._received = self._header_bytes = self._header_count = 0
        self._in_head = True
        self._refusal = (400, "invalid_http", "this is no HTTP request that can be read")

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._peer = str(self.client[0]) if self.client else ""
        self.by_client[self._peer] += 1
        limits = self._limits
        if len(self.connections) > limits.max_connections:
            self._turn_away(503, "too_many_connections", "too many connections are open")
        elif limits.max_connections_per_client and self.by_client[self._peer] > limits.max_connections_per_client:
            self._turn_away(429, "too_many_connections", "too many connections from this address are open")
        else:
            self._expect(limits.header_timeout_s, "headers")

    def connection_lost(self, exc: Exception | None) -> None:
        self._due = None
        if self._timer is not None:
            self._timer.cancel()
        if self._write_timer is not None:
            self._write_timer.cancel()
        self.by_client[self._peer] -= 1
        if not self.by_client[self._peer]:
            del self.by_client[self._peer]
        cycle: RequestResponseCycle | None = self.cycle
        super().connection_lost(exc)
        # Who still reads the body sees by itself that no more comes.
        if cycle is None or cycle.more_body or cycle.response_complete:
            return
        if (leave := cycle.scope["state"].get("leave")) is not None:
            leave()

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self.parser is None or self.transport.is_closing():
            return
        self._received += len(data)
        if self._in_head:
            if self._received > self._limits.max_header_bytes + CHUNK:
                self._turn_away(431, "headers_too_large", f"the headers are over {self._limits.max_header_bytes} bytes")
            elif self._due is None and (self.cycle is None or self.cycle.response_complete):
                # Blank lines between requests end uvicorn's own timer for idleness.
                self._expect(self._limits.header_timeout_s, "headers")
        elif self._received > self._limits.max_body_bytes * BODY_SLACK + CHUNK and self._due is not None:
            self._turn_away(413, "body_too_large", f"the body is over {self._limits.max_body_bytes} bytes")

    def send_400_response(self, msg: str) -> None:
        self._turn_away(*self._refusal)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._received = self._header_bytes = self._header_count = 0
        self._in_head = True
        self._expect(self._limits.header_timeout_s, "headers")

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._header_count += 1
        if self._header_count > self._limits.max_headers:
            self._refusal = (431, "too_many_headers", f"there are more than {self._limits.max_headers} headers")
            raise _TooMuch
        self._count(len(name) + len(value) + 4)
        if self._in_head:  # a trailer is nobody's header
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._expect(self._limits.body_timeout_s, "body")
        before = self.cycle
        super().on_headers_complete()
        if self.cycle is not before:
            self.cycle.transport = _HeadWithBody(self.transport, self.loop)  # type: ignore[assignment]

    def on_message_complete(self) -> None:
        self._calm()
        self._in_head = True
        self._received = 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._write_timer = self.loop.call_later(self._limits.write_timeout_s, self._too_slow_a_reader)

    def resume_writing(self) -> None:
        if self._write_timer is not None:
            self._write_timer.cancel()
            self._write_timer = None
        super().resume_writing()

    def _count(self, size: int) -> None:
        self._header_bytes += size
        if self._header_bytes > self._limits.max_header_bytes:
            words = f"the headers are over {self._limits.max_header_bytes} bytes"
            self._refusal = (431, "headers_too_large", words)
            raise _TooMuch

    def _expect(self, seconds: float, what: str) -> None:
        at = self.loop.time() + seconds
        self._due = at, what
        if self._timer is not None and self._timer.when() <= at:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_at(at, self._look)

    def _calm(self) -> None:
        self._due = None

    def _look(self) -> None:
        self._timer = None
        if self._due is None:
            return
        at, what = self._due
        if at > self.loop.time():
            self._timer = self.loop.call_at(at, self._look)
        else:
            self._turn_away(408, f"slow_{what}", f"the request's {what} did not come in time")

    def _too_slow_a_reader(self) -> None:
        self._write_timer = None
        self._turned("slow_reader")
        self.transport.abort()

    def _turn_away(self, status: int, code: str, words: str) -> None:
        """Answers with an error where no answer has begun, and closes."""
        self._calm()
        self._turned(code)
        if self.transport.is_closing():
            return
        if self.cycle is not None and self.cycle.response_started and not self.cycle.response_complete:
            self.transport.abort()
            return
        kind = "server_error" if status == 503 else "rate_limit_error" if status == 429 else "invalid_request_error"
        row = {"error": {"message": words, "type": kind, "param": None, "code": code}}
        body = json.dumps(row).encode()
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "content-type: application/json"]
        lines += [f"content-length: {len(body)}", "connection: close"]
        lines += ["retry-after: 1"] if status in (429, 503) else []
        self.transport.write("\r\n".join([*lines, "", ""]).encode() + body)
        self.transport.close()
