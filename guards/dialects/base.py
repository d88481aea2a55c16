"""What a dialect is: bytes into an exchange and judged parts, and released parts back into bytes.

A dialect declares where text can stand in its requests (`asks`) and in its answers (`channels`); the reader and the
gate refuse a place that is not declared, and the no-bypass matrix has cells for each that is.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, ClassVar, TypeGuard

from ..errors import InputError, UpstreamBroken
from ..policy import Policy
from ..types import ToolCall
from .fields import Asked, Json, Reader
from .framing import Framing, ServerSentEvents, sse

CALLS = "tool_calls"  # the channel of proposed calls, in every dialect

_NAME = re.compile(r"[\w.:/@+\-]{1,200}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Token:
    """A token that the model said, as its log probability came: `raw` are the bytes it stands for."""

    text: str
    raw: bytes
    logprob: float
    top: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True)
class Says:
    """Text in one of the dialect's channels, for one choice."""

    choice: int
    channel: str
    text: str
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class CallPiece:
    """A piece of a proposed call; pieces with one `key` belong together, None: it is whole."""

    choice: int
    key: int | str | None
    id: str | None
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Called:
    """A whole call that was judged."""

    choice: int
    call: ToolCall


@dataclass(frozen=True, slots=True)
class BlockEnd:
    """A block of the answer is complete: all of it comes out before what follows."""

    choice: int


@dataclass(frozen=True, slots=True)
class Ends:
    """The upstream has ended a choice, for its own reason."""

    choice: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A choice's last part: `refused` where the policy ended it, with the words to show if nothing else was shown."""

    choice: int
    reason: str | None
    refused: bool
    message: str | None
    told: Json


@dataclass(frozen=True, slots=True)
class Head:
    """What an answer says about itself: id, model, time."""

    row: Json


@dataclass(frozen=True, slots=True)
class Usage:
    """Counts alone: everything that is no number is gone."""

    row: Json


@dataclass(frozen=True, slots=True)
class Done:
    """The upstream's last event."""


Part = Says | CallPiece | BlockEnd | Ends | Head | Usage | Done
Shown = Says | Called | BlockEnd | Closed


class Writer(ABC):
    """Puts one answer together in the dialect's form; knows what was sent before, judges nothing."""

    def __init__(self, model: str, answer_id: str) -> None:
        self.model, self.id = model, answer_id
        self.head: Json = {}
        self.usage: Json | None = None

    def opening(self) -> Iterable[bytes]:
        """What a stream begins with, before the upstream said anything."""
        return ()

    @abstractmethod
    def events(self, part: Shown) -> Iterable[bytes]:
        """A released part of a stream."""

    def ending(self, told: Json) -> Iterable[bytes]:
        """What a stream ends with, after every choice was closed."""
        return ()

    @abstractmethod
    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        """All released parts as one answer; `told` is what the client is told of the verdict."""


class Dialect(ABC):
    """One API's form of asking a model. Subclasses declare, read and write; what is judged, and how, is not theirs."""

    name: ClassVar[str]
    path: ClassVar[str]  # the door; the upstream is asked at the same place
    asks: ClassVar[frozenset[str]]  # where text can stand in a request, as `role` or `role/field` or a field's name
    channels: ClassVar[frozenset[str]]  # where text can stand in an answer
    settings: ClassVar[frozenset[str]]  # fields of a request without prose
    texts: ClassVar[frozenset[str]] = frozenset()  # fields of a request whose strings are judged as documents
    conversation: ClassVar[frozenset[str]]  # fields of a request that `turns` reads
    refuses: ClassVar[bool] = True  # whether an answer can be a refusal; else a block is an error
    streams: ClassVar[bool] = True
    streams_unasked: ClassVar[bool] = False
    media_type: ClassVar[str] = "text/event-stream"

    @property
    def upstream_path(self) -> str:
        """Where the upstream is asked, below its base address."""
        return self.path.removeprefix("/v1")

    def credentials(self, headers: Mapping[str, str]) -> str | None:
        """The client's own key, as an Authorization header."""
        return headers.get("authorization")

    def read(self, body: Any, policy: Policy) -> Asked:
        """Checks a request.

        Raises:
            InputError: names the field, and what it must be.
            UnsupportedInput: a field or a part that nothing here can judge.
        """
        reader = Reader(body, policy, self.asks)
        reader.known(reader.body, self.settings | self.texts | self.conversation)
        reader.settings(self.settings, self.texts)
        model = reader.body.get("model")
        if not isinstance(model, str) or not model:
            raise InputError("must be the name of a model", field="model")
        stream = self.streams and reader.flag("stream", self.streams_unasked)
        self.turns(reader)
        return reader.asked(model, stream)

    @abstractmethod
    def turns(self, reader: Reader) -> None:
        """Says the conversation's messages to `reader`."""

    @abstractmethod
    def parts(self, answer: Json) -> Iterator[Part]:
        """Reads a whole answer; what it does not yield is never shown.

        Raises:
            UpstreamBroken: it is no answer of this dialect.
        """

    @abstractmethod
    def event_parts(self, event: Json) -> Iterator[Part]:
        """Reads one event of a streamed answer; what it does not yield is never shown.

        Raises:
            UpstreamBroken: it is no event of this dialect, or an error of the upstream's.
        """

    @abstractmethod
    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer: ...

    def framing(self) -> Framing:
        """What cuts the bytes of one streamed answer into events."""
        return ServerSentEvents()

    def error(self, error: Json, status: int = 400) -> Json:
        """OpenAI's error object in this dialect's shape."""
        return error

    def error_event(self, error: Json) -> bytes:
        """An error once a stream has begun."""
        return sse(self.error(error))


def name_like(value: Any) -> str | None:
    """`value` where it is a name, not a place to put prose; None otherwise."""
    return value if isinstance(value, str) and _NAME.fullmatch(value) else None


def is_number(value: Any) -> TypeGuard[int | float]:
    """Whether it is a number that any reader can read: of NaN, Infinity and 1e999 Python would write no JSON."""
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**64


def numbers(value: Any, depth: int = 4) -> Any:
    """A JSON value with nothing in it but numbers: counts and times say what was used, and nothing else."""
    if isinstance(value, dict) and depth:
        kept = {
            str(name): numbers(inner, depth - 1)
            for name, inner in list(value.items())[:100]
            if name_like(name) and (isinstance(inner, dict) or is_number(inner))
        }
        return {name: inner for name, inner in kept.items() if inner is not None}
    return value if is_number(value) else None


def text_of(row: Mapping[str, Any], name: str, what: str) -> str:
    """A field of an answer that is text, or is not there.

    Raises:
        UpstreamBroken: it is something else.
    """
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UpstreamBroken(f"the upstream's {what} holds content that is no text")
    return value


def objects(row: Any, name: str, what: str) -> list[Json]:
    """A field of an answer that is a list of objects.

    Raises:
        UpstreamBroken: it is something else.
    """
    value = row.get(name) if isinstance(row, dict) else None
    if not isinstance(value, list) or not all(isinstance(inner, dict) for inner in value):
        raise UpstreamBroken(f"the upstream's {what} has no list of {name}")
    return value


def tokens_of(rows: Any) -> tuple[Token, ...]:
    """Log probabilities in OpenAI's form, ``[{"token", "logprob", "bytes", "top_logprobs"}]``; () for anything else."""
    found = []
    for row in rows if isinstance(rows, list) else ():
        text, logprob = (row.get("token"), row.get("logprob")) if isinstance(row, dict) else (None, None)
        if not isinstance(text, str) or not is_number(logprob):
            return ()
        try:
            raw = bytes(row["bytes"]) if isinstance(row.get("bytes"), list) else text.encode("utf-8", "replace")
        except (ValueError, TypeError):
            return ()
        top = row.get("top_logprobs")
        found.append(Token(text, raw, float(logprob), tuple(top) if isinstance(top, list) else ()))
    return tuple(found)


def token_json(token: Token) -> Json:
    return {"token": token.text, "logprob": token.logprob, "bytes": list(token.raw), "top_logprobs": list(token.top)}


def by_choice(parts: Iterable[Shown]) -> dict[int, list[Shown]]:
    """Released parts, choice by choice, in order."""
    found: dict[int, list[Shown]] = {}
    for part in parts:
        found.setdefault(part.choice, []).append(part)
    return found


def blocks(parts: Iterable[Shown]) -> Iterator[Says | Called]:
    """Released parts of one choice with the pieces of each block put together."""
    last: Says | None = None
    for part in parts:
        if isinstance(part, Says) and last is not None and last.channel == part.channel:
            last = Says(part.choice, part.channel, last.text + part.text, last.tokens + part.tokens)
            continue
        if last is not None:
            yield last
        last = part if isinstance(part, Says) else None
        if isinstance(part, Called):
            yield part
    if last is not None:
        yield last


def closing(parts: Iterable[Shown]) -> Closed:
    """How a choice ended."""
    return next(part for part in parts if isinstance(part, Closed))


def call_arguments(value: Any) -> str:
    """A call's arguments as text, where an API gives them as an object.

    Raises:
        UpstreamBroken: they are neither.
    """
    if isinstance(value, str):
        return value
    if value is not None and not isinstance(value, dict):
        raise UpstreamBroken("the upstream's answer holds a tool call whose arguments are no object")
    return json.dumps(value, ensure_ascii=False) if value else "{}"


def as_object(arguments: str) -> Json:
    """Arguments as an object; {} for what is none."""
    try:
        value = json.loads(arguments)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
