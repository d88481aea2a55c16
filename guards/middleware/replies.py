"""The forms in which a web application answers: a JSON body, server-sent events, lines of JSON, plain text."""

from __future__ import annotations

import codecs
import copy
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, MutableMapping
from typing import Any, ClassVar

from ..dialects.framing import Framing, JsonLines, ServerSentEvents, as_json, json_line, sse
from ..errors import CorralError, UpstreamBroken
from .paths import JsonPath
from .spoken import Spoken

Paths = tuple[JsonPath, ...]
NOTHING = frozenset({204, 205, 304})


class Replies(ABC):
    """One answer, taken by the piece. What comes back may be sent."""

    streams: ClassVar[bool] = True

    def __init__(self, spoken: Spoken) -> None:
        self.spoken = spoken

    @abstractmethod
    async def feed(self, piece: bytes) -> bytes:
        """Raises:
        UpstreamBroken: it is not in the form that it says it is.
        """

    @abstractmethod
    async def end(self) -> bytes: ...

    async def flush(self) -> bytes:
        return b""

    def stopped(self, message: str, told: dict[str, Any]) -> bytes:
        """The last words of a stream that was stopped."""
        return b""

    def failed(self, error: CorralError) -> bytes:
        return b""


class Whole(Replies):
    """A JSON body."""

    streams = False

    def __init__(self, spoken: Spoken, paths: Paths, limit: int, *, wanted: bool) -> None:
        """`wanted`: without a text at one of `paths` it is no answer."""
        super().__init__(spoken)
        self._paths, self._limit, self._wanted = paths, limit, wanted
        self._body = bytearray()

    async def feed(self, piece: bytes) -> bytes:
        self._body += piece
        if len(self._body) > self._limit:
            raise UpstreamBroken(f"the answer is over {self._limit} bytes (the route's max_answer_bytes)")
        return b""

    async def end(self) -> bytes:
        try:
            value = json.loads(self._body)
        except (ValueError, RecursionError):
            raise UpstreamBroken("the answer is no JSON") from None
        places = [place for path in self._paths for place in path.places(value)]
        if not places and self._wanted:
            where = " or ".join(path.path for path in self._paths)
            raise UpstreamBroken(f"the answer has no text at {where}: the route's reply leads nowhere")
        for holder, key in places:
            holder[key] = await self.spoken.says(holder[key]) + await self.spoken.pauses()
            if self.spoken.stopped:
                return b""
        await self.spoken.ends()
        return as_json(value)


class Unjudged(Replies):
    """What nothing here can read."""

    streams = False

    def __init__(self, spoken: Spoken, what: str) -> None:
        super().__init__(spoken)
        self._what = what

    async def feed(self, piece: bytes) -> bytes:
        return b""

    async def end(self) -> bytes:
        raise UpstreamBroken(f"the answer's {self._what} can't be judged on a guarded route")


class Events(Replies):
    """Server-sent events, or lines of JSON: each event's text is replaced by what may be shown when it comes."""

    def __init__(self, spoken: Spoken, paths: Paths, framing: Framing) -> None:
        super().__init__(spoken)
        self._paths, self._framing = paths, framing
        self._last: tuple[Any, list[str]] | None = None  # the last event with text, as a form for more

    async def feed(self, piece: bytes) -> bytes:
        return b"".join([await self._event(event) for event in self._framing.feed(piece) if not self.spoken.stopped])

    async def end(self) -> bytes:
        rest = [await self._event(event) for event in self._framing.end() if not self.spoken.stopped]
        return b"".join([*rest, self._more(await self.spoken.ends())])

    async def flush(self) -> bytes:
        return self._more(await self.spoken.flush())

    def stopped(self, message: str, told: dict[str, Any]) -> bytes:
        return self._framed({"error": {"message": message, "code": "content_filter"}, "corral": told}, ["event: error"])

    def failed(self, error: CorralError) -> bytes:
        return self._framed({"error": {"message": str(error), "code": "upstream_broken"}}, ["event: error"])

    async def _event(self, event: str) -> bytes:
        fields = self._framing.fields() if isinstance(self._framing, NamedEvents) else []
        value, places = self._read(event)
        if not places:
            held = self._more(await self.spoken.pauses()) if self._last else b""
            return held if self.spoken.stopped else held + self._framed(value, fields)
        if len(places) > 1:
            raise UpstreamBroken("an event of the answer has more than one text at the route's paths")
        ((holder, key),) = places
        text, holder[key] = holder[key], ""
        self._last = (copy.deepcopy(value), fields)
        holder[key] = await self.spoken.says(text)
        return b"" if self.spoken.stopped else self._framed(value, fields)

    def _read(self, event: str) -> tuple[Any, list[tuple[Any, str | int]]]:
        """An event's value and where its text stands; data that is no JSON is text, but for the mark of the end."""
        try:
            value = json.loads(event)
        except (ValueError, RecursionError):
            value = {"": event}
            return value, [] if event == "[DONE]" else [(value, "")]
        if isinstance(value, str):
            value = {"": value}
            return value, [(value, "")]
        return value, [place for path in self._paths for place in path.places(value)]

    def _more(self, text: str) -> bytes:
        """An event with `text`, in the form of the last that had any."""
        if not text or self._last is None:
            return b""
        value, fields = copy.deepcopy(self._last[0]), self._last[1]
        if isinstance(value, dict) and list(value) == [""]:
            value[""] = text
        else:
            ((holder, key),) = (place for path in self._paths for place in path.places(value))
            holder[key] = text
        return self._framed(value, [field for field in fields if not field.startswith("id")])

    def _framed(self, value: Any, fields: list[str]) -> bytes:
        plain = value[""] if isinstance(value, dict) and list(value) == [""] else None
        if isinstance(self._framing, JsonLines):
            return json_line(value if plain is None else plain)
        head = "".join(f"{field}\n" for field in fields).encode()
        if plain is None:
            return head + sse(value)
        if not plain:
            return b""
        return head + b"".join(f"data: {line}\n".encode("utf-8", "replace") for line in plain.split("\n")) + b"\n"


class NamedEvents(ServerSentEvents):
    """Server-sent events with their names and ids, which are the application's own."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[str] = []

    def fields(self) -> list[str]:
        fields, self._fields = self._fields, []
        return fields

    def _line(self, line: str) -> Iterator[str]:
        if line.partition(":")[0] in ("event", "id", "retry"):
            self._fields = [*self._fields[-4:], line[:200]]
        yield from super()._line(line)


class Text(Replies):
    """Plain text."""

    def __init__(self, spoken: Spoken) -> None:
        super().__init__(spoken)
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    async def feed(self, piece: bytes) -> bytes:
        return (await self.spoken.says(self._decoded(piece))).encode()

    async def end(self) -> bytes:
        last = await self.spoken.says(self._decoded(b"", final=True))
        return (last + await self.spoken.ends()).encode()

    async def flush(self) -> bytes:
        return (await self.spoken.flush()).encode()

    def stopped(self, message: str, told: dict[str, Any]) -> bytes:
        return f"\n{message}".encode()

    def _decoded(self, piece: bytes, *, final: bool = False) -> str:
        try:
            return self._decoder.decode(piece, final)
        except UnicodeDecodeError:
            raise UpstreamBroken("the answer is no UTF-8") from None


def reply_of(start: MutableMapping[str, Any], reply: Paths, delta: Paths, limit: int, spoken: Spoken) -> Replies | None:
    """The form of an answer that begins as `start` (ASGI's `http.response.start`); None: it says nothing of a model's."""
    status = start["status"]
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in start.get("headers", ())}
    kind, _, options = headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if status in NOTHING or 300 <= status < 400:
        return None
    if headers.get("content-encoding", "identity") != "identity":
        return Unjudged(spoken, "content-encoding (put this middleware inside the one that compresses)")
    if kind == "application/json" or kind.endswith("+json"):
        return Whole(spoken, reply, limit, wanted=status < 400)
    if status >= 400:  # the application's own words
        return None
    if kind == "text/event-stream":
        return Events(spoken, delta, NamedEvents())
    if kind in ("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"):
        return Events(spoken, delta, JsonLines())
    if kind == "text/plain":
        charset = options.lower().replace('"', "").replace(" ", "").removeprefix("charset=")
        return Text(spoken) if charset in ("", "utf-8", "utf8") else Unjudged(spoken, f"charset {charset[:40]}")
    return Unjudged(spoken, f"media type {kind[:80] or '(none)'}")
