"""Anthropic's messages, as llama.cpp, vLLM and Ollama speak them too.

Source: the Anthropic API reference, "Messages" (create, streaming, errors).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from ..errors import InputError, UpstreamBroken
from ..policy import Policy
from ..types import Role, ToolCall
from .base import (
    BlockEnd,
    Called,
    CallPiece,
    Closed,
    Dialect,
    Done,
    Ends,
    Head,
    Part,
    Says,
    Shown,
    Usage,
    Writer,
    as_object,
    blocks,
    call_arguments,
    closing,
    name_like,
    numbers,
    objects,
    text_of,
)
from .fields import Json, Path, Reader, Turn, choice_of, is_opaque, shown, strings
from .framing import sse

_ROLES: Mapping[str, Role] = {"user": "user", "assistant": "assistant", "system": "system"}
_SAID = {"text": "text", "thinking": "thinking"}  # block type: the field that holds its text
_ERRORS = {
    401: "authentication_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
}  # by status; the others are told apart by being the client's or ours


class Messages(Dialect):
    name = "messages"
    path = "/v1/messages"
    asks: ClassVar = frozenset({
        "system:system", "system:system.text", "assistant:tool_calls",
        "tool:messages.content.content", "tool:messages.content.content.text",
        "assistant:messages.content.thinking",
    }) | {f"{where}.{field}" for where in ("user:messages.content", "tool:messages.content.content") for field in (
        "title", "context", "source", "source.data", "source.content", "source.content.text", "content.text",
    )} | {f"{role}:messages.content{part}" for role in _ROLES for part in ("", ".text")}  # fmt: skip
    channels: ClassVar = frozenset({"text", "thinking", "tool_calls"})
    settings = frozenset({
        "model", "max_tokens", "metadata", "service_tier", "stop_sequences", "stream", "temperature", "thinking",
        "tool_choice", "top_k", "top_p", "cache_control", "speed", "inference_geo",
    })  # fmt: skip
    texts: ClassVar = frozenset({"tools", "output_config", "output_format"})
    conversation = frozenset({"messages", "system"})

    def credentials(self, headers: Mapping[str, str]) -> str | None:
        key = headers.get("x-api-key")
        return f"Bearer {key}" if key else headers.get("authorization")

    def turns(self, reader: Reader) -> None:
        if (system := reader.body.get("system")) is not None:
            turn = reader.turn("system")
            for place, text in _texts(reader, system, ("system",)):
                turn.say(place, text)
        for number, row in enumerate(reader.rows(reader.body.get("messages"), ("messages",))):
            path: Path = ("messages", number)
            row = reader.known(row, ("role", "content"), path)
            role = choice_of(row.get("role"), _ROLES, (*path, "role"))
            turn = reader.turn(role)
            content = row.get("content")
            if isinstance(content, str):
                turn.say((*path, "content"), content)
                continue
            for at, block in enumerate(reader.rows(content, (*path, "content"), empty=role == "assistant")):
                _block(reader, turn, block, (*path, "content", at))

    def parts(self, answer: Json) -> Iterator[Part]:
        yield Head(_head(answer))
        for number, block in enumerate(objects(answer, "content", "answer")):
            yield from _opened(block, number)
            yield BlockEnd(0)
        yield Usage(numbers(answer.get("usage")) or {})
        yield Ends(0, name_like(answer.get("stop_reason")))

    def event_parts(self, event: Json) -> Iterator[Part]:
        kind = event.get("type")
        if kind == "error" or not isinstance(kind, str):
            raise UpstreamBroken("the upstream reported an error in its stream")
        index = event["index"] if isinstance(event.get("index"), int) else 0
        if kind == "message_start":
            message = _inner(event, "message")
            yield Head(_head(message))
            yield Usage(numbers(message.get("usage")) or {})
        elif kind == "content_block_start":
            yield from _opened(_inner(event, "content_block"), index)
        elif kind == "content_block_delta":
            delta = _inner(event, "delta")
            if delta.get("type") == "text_delta":
                yield Says(0, "text", text_of(delta, "text", "stream"))
            elif delta.get("type") == "thinking_delta":
                yield Says(0, "thinking", text_of(delta, "thinking", "stream"))
            elif delta.get("type") == "input_json_delta":
                yield CallPiece(0, index, None, "", text_of(delta, "partial_json", "stream"))
        elif kind == "content_block_stop":
            yield BlockEnd(0)
        elif kind == "message_delta":
            yield Usage(numbers(event.get("usage")) or {})
            reason = _inner(event, "delta").get("stop_reason")
            if reason is not None:
                yield Ends(0, name_like(reason))
        elif kind == "message_stop":
            yield Done()

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _Writer(model, answer_id)

    def error(self, error: Json, status: int = 400) -> Json:
        inner = error["error"]
        kind = _ERRORS.get(status, "invalid_request_error" if status < 500 else "api_error")
        return {"type": "error", "error": {"type": kind, "message": inner["message"], "code": inner.get("code")}}

    def error_event(self, error: Json) -> bytes:
        return sse(self.error(error, 502), "error")


def _texts(reader: Reader, content: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """A string, or a list of text blocks."""
    if isinstance(content, str):
        yield path, content
        return
    for number, block in enumerate(reader.rows(content, path, empty=True)):
        here = (*path, number)
        if not isinstance(block, dict) or block.get("type") != "text":
            raise InputError("must be a block of type 'text'", field=shown(here))
        reader.known(block, ("type", "text", "citations"), here, marks=("cache_control",))
        _cited(reader, block, here)
        yield (*here, "text"), reader.string(block, "text", here)


def _block(reader: Reader, turn: Turn, block: Any, path: Path) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind == "text" or (kind == "thinking" and turn.role == "assistant"):
        field = _SAID[kind]
        reader.known(block, ("type", field, "citations", "signature"), path, marks=("cache_control",))
        _cited(reader, block, path)
        if not is_opaque(reader.optional(block, "signature", path)):
            raise InputError("must be a signature: no words", field=shown((*path, "signature")))
        turn.say((*path, field), reader.string(block, field, path))
    elif kind == "tool_use" and turn.role == "assistant":
        reader.known(block, ("type", "id", "name", "input"), path, marks=("cache_control",))
        name, given = reader.label(block, "name", path), block.get("input")
        if name is None or not isinstance(given, dict):
            raise InputError("must have a `name` and an object as `input`", field=shown(path))
        turn.call(ToolCall(name, json.dumps(given, ensure_ascii=False), reader.label(block, "id", path)))
    elif kind == "tool_result" and turn.role == "user":
        _tool_result(reader, block, path)
    elif kind in ("document", "search_result") and turn.role in ("user", "tool"):
        _document(reader, turn, block, path)
    else:
        reader.foreign(block, path)


def _tool_result(reader: Reader, block: Json, path: Path) -> None:
    reader.known(block, ("type", "tool_use_id", "content"), path, marks=("is_error", "cache_control"))
    reader.label(block, "tool_use_id", path)
    turn = reader.turn("tool")
    content = block.get("content")
    if isinstance(content, str):
        turn.say((*path, "content"), content)
        return
    for number, part in enumerate(reader.rows([] if content is None else content, (*path, "content"), empty=True)):
        _block(reader, turn, part, (*path, "content", number))


def _cited(reader: Reader, block: Json, path: Path) -> None:
    """What a text cites is somebody else's."""
    reader.attach(text for text in strings(block.get("citations"), shown((*path, "citations"))) if not is_opaque(text))


def _document(reader: Reader, turn: Turn, block: Json, path: Path) -> None:
    kind = block["type"]
    known = ("type", "source", "title", "content" if kind == "search_result" else "context")
    reader.known(block, known, path, marks=("citations", "cache_control"))
    for name in ("title", "context"):
        if (text := reader.optional(block, name, path)) is not None:
            turn.say((*path, name), text, document=True)
    source = block.get("source")
    if kind == "search_result":
        turn.say((*path, "source"), reader.string(block, "source", path), document=True)
        content = reader.rows(block.get("content"), (*path, "content"), empty=True)
        for place, text in _texts(reader, content, (*path, "content")):
            turn.say(place, text, document=True)
    elif isinstance(source, dict) and source.get("type") == "text":
        reader.known(source, ("type", "data"), (*path, "source"), marks=("media_type",))
        turn.say((*path, "source", "data"), reader.string(source, "data", (*path, "source")), document=True)
    elif isinstance(source, dict) and source.get("type") == "content":
        reader.known(source, ("type", "content"), (*path, "source"))
        for place, text in _texts(reader, source.get("content"), (*path, "source", "content")):
            turn.say(place, text, document=True)
    else:
        reader.foreign(block, path)


def _opened(block: Json, index: int) -> Iterator[Part]:
    kind = block.get("type")
    if kind == "tool_use":
        given = block.get("input")
        arguments = call_arguments(given) if given else ""
        yield CallPiece(0, index, name_like(block.get("id")), text_of(block, "name", "tool call"), arguments)
    elif kind in _SAID and (text := text_of(block, _SAID[kind], "answer")):
        yield Says(0, kind, text)


def _inner(event: Json, name: str) -> Json:
    inner = event.get(name)
    if not isinstance(inner, dict):
        raise UpstreamBroken(f"the upstream's stream holds a {event.get('type')} without its {name}")
    return inner


def _head(message: Json) -> Json:
    head = {name: name_like(message.get(name)) for name in ("id", "model")}
    return {name: value for name, value in head.items() if value is not None}


class _Writer(Writer):
    def __init__(self, model: str, answer_id: str) -> None:
        super().__init__(model, answer_id)
        self._index = -1  # of the last block begun
        self._open: str | None = None
        self._begun = False

    def events(self, part: Shown) -> Iterable[bytes]:
        yield from self._begin()
        if isinstance(part, Says):
            if self._open != part.channel:
                yield from self._start(part.channel, _text_block(part.channel, ""))
            kind = f"{part.channel}_delta"
            yield self._event("content_block_delta", delta={"type": kind, part.channel: part.text})
        elif isinstance(part, Called):
            yield from self._start("tool_use", _call_block(part.call, {}))
            yield self._event(
                "content_block_delta", delta={"type": "input_json_delta", "partial_json": part.call.arguments}
            )
            yield from self._stop()
        elif isinstance(part, BlockEnd):
            yield from self._stop()
        else:
            if part.message:
                yield from self.events(Says(0, "text", part.message))
            yield from self._stop()
            delta = {"stop_reason": _reason(part), "stop_sequence": None}
            row = {"type": "message_delta", "delta": delta, "usage": self._usage(), "corral": part.told}
            yield sse(row, "message_delta")

    def ending(self, told: Json) -> Iterable[bytes]:
        yield from self._begin()
        yield sse({"type": "message_stop"}, "message_stop")

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        end = closing(parts)
        content = [
            _text_block(part.channel, part.text)
            if isinstance(part, Says)
            else _call_block(part.call, as_object(part.call.arguments))
            for part in blocks(parts)
        ]
        if end.message:
            content = [_text_block("text", end.message)]
        return {**self._message(content, _reason(end)), "corral": told}

    def _message(self, content: list[Json], reason: str | None) -> Json:
        base = {"id": f"msg_corral_{self.id}", "type": "message", "role": "assistant", "model": self.model, **self.head}
        return {**base, "content": content, "stop_reason": reason, "stop_sequence": None, "usage": self._usage()}

    def _usage(self) -> Json:
        return {"input_tokens": 0, "output_tokens": 0, **(self.usage or {})}

    def _begin(self) -> Iterator[bytes]:
        if not self._begun:
            self._begun = True
            yield sse({"type": "message_start", "message": self._message([], None)}, "message_start")

    def _start(self, kind: str, block: Json) -> Iterator[bytes]:
        yield from self._stop()
        self._index, self._open = self._index + 1, kind
        yield self._event("content_block_start", content_block=block)

    def _stop(self) -> Iterator[bytes]:
        if self._open is not None:
            self._open = None
            yield self._event("content_block_stop")

    def _event(self, kind: str, **fields: Json) -> bytes:
        return sse({"type": kind, "index": self._index, **fields}, kind)


def _text_block(kind: str, text: str) -> Json:
    return {"type": kind, kind: text, **({"signature": ""} if kind == "thinking" else {})}


def _call_block(call: ToolCall, given: Json) -> Json:
    return {"type": "tool_use", "id": call.id or f"toolu_{call.name}", "name": call.name, "input": given}


def _reason(part: Closed) -> str:
    return "refusal" if part.refused else part.reason or "end_turn"
