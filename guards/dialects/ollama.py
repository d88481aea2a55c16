"""Ollama's own API: chat and generate, streamed as lines of JSON.

Source: Ollama's API documentation (docs/api.md), "Generate a chat completion", "Generate a completion".
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

from ..errors import InputError, UpstreamBroken
from ..policy import Policy
from ..types import Role, ToolCall
from .base import (
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
    text_of,
    token_json,
    tokens_of,
)
from .fields import Json, Path, Reader, choice_of, shown
from .framing import Framing, JsonLines, json_line

_ROLES: Mapping[str, Role] = {"system": "system", "user": "user", "assistant": "assistant", "tool": "tool"}
_COUNTS = (
    "total_duration", "load_duration", "prompt_eval_count", "prompt_eval_duration", "eval_count", "eval_duration",
)  # fmt: skip
_SETTINGS = frozenset({
    "model", "options", "stream", "keep_alive", "think", "logprobs", "top_logprobs", "truncate", "shift",
})  # fmt: skip


class _Ollama(Dialect):
    """What both have in common: lines of JSON, the last of them `done`."""

    texts: ClassVar = frozenset({"tools", "format"})
    streams_unasked = True
    media_type = "application/x-ndjson"

    def framing(self) -> Framing:
        return JsonLines()

    def parts(self, answer: Json) -> Iterator[Part]:
        if "error" not in answer and answer.get("done") is not True:
            raise UpstreamBroken("the upstream's answer is none of Ollama's, or not whole")
        yield from self.event_parts(answer)

    def event_parts(self, event: Json) -> Iterator[Part]:
        if "error" in event:
            raise UpstreamBroken("the upstream reported an error")
        yield Head({"model": name_like(event.get("model"))} if name_like(event.get("model")) else {})
        yield from self._said(event)
        if event.get("done") is True:
            counts = {name: event[name] for name in _COUNTS if isinstance(event.get(name), int)}
            yield Usage(counts)
            yield Ends(0, name_like(event.get("done_reason")))
            yield Done()

    def _said(self, event: Json) -> Iterator[Part]:
        raise NotImplementedError

    def error(self, error: Json, status: int = 400) -> Json:
        return {"error": error["error"]["message"]}

    def error_event(self, error: Json) -> bytes:
        return json_line(self.error(error))


class OllamaChat(_Ollama):
    name = "ollama-chat"
    path = "/api/chat"
    asks: ClassVar = frozenset(
        f"{role}:messages.{name}" for role in _ROLES for name in ("content", "thinking")
    ) | {"assistant:tool_calls"}  # fmt: skip
    channels: ClassVar = frozenset({"content", "thinking", "tool_calls", "logprobs"})
    settings = _SETTINGS
    conversation = frozenset({"messages"})

    def turns(self, reader: Reader) -> None:
        for number, row in enumerate(reader.rows(reader.body.get("messages", []), ("messages",), empty=True)):
            path: Path = ("messages", number)
            known = ("role", "content", "thinking", "images", "tool_calls", "tool_name", "tool_call_id")
            row = reader.known(row, known, path)
            role = choice_of(row.get("role"), _ROLES, (*path, "role"))
            turn = reader.turn(role, reader.label(row, "tool_name", path))
            reader.label(row, "tool_call_id", path)
            for name in ("thinking", "content"):
                if (text := reader.optional(row, name, path)) is not None:
                    turn.say((*path, name), text)
            for at, image in enumerate(reader.rows(row.get("images") or [], (*path, "images"), empty=True)):
                reader.foreign({"type": "image", "data": image}, (*path, "images", at))
            for call in _request_calls(reader, row.get("tool_calls"), (*path, "tool_calls")):
                turn.call(call)

    def _said(self, event: Json) -> Iterator[Part]:
        message = event.get("message")
        if not isinstance(message, dict):
            raise UpstreamBroken("the upstream's answer has no message")
        tokens = tokens_of(event.get("logprobs"))
        for name in ("thinking", "content"):
            text = text_of(message, name, "answer")
            if text:
                yield Says(0, name, text, tokens if name == "content" else ())
        rows = message.get("tool_calls") or []
        for row in rows if isinstance(rows, list) else [None]:
            function = row.get("function") if isinstance(row, dict) else None
            if not isinstance(row, dict) or not isinstance(function, dict):
                raise UpstreamBroken("the upstream's answer holds a tool call that can't be read")
            name, arguments = text_of(function, "name", "tool call"), call_arguments(function.get("arguments"))
            yield CallPiece(0, None, name_like(row["id"]) if "id" in row else None, name, arguments)

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _ChatWriter(model, answer_id)


class OllamaGenerate(_Ollama):
    name = "ollama-generate"
    path = "/api/generate"
    asks: ClassVar = frozenset({"system:system", "user:prompt", "user:suffix"})
    channels: ClassVar = frozenset({"response", "thinking", "logprobs"})
    settings = _SETTINGS | {"raw"}
    texts: ClassVar = frozenset({"format"})
    conversation = frozenset({"system", "prompt", "suffix", "images"})

    def turns(self, reader: Reader) -> None:
        for role, name in (("system", "system"), ("user", "prompt"), ("user", "suffix")):
            if (text := reader.optional(reader.body, name)) is not None:
                turn = reader.turn(_ROLES[role])
                turn.say((name,), text)
        for at, image in enumerate(reader.rows(reader.body.get("images") or [], ("images",), empty=True)):
            reader.foreign({"type": "image", "data": image}, ("images", at))

    def _said(self, event: Json) -> Iterator[Part]:
        tokens = tokens_of(event.get("logprobs"))
        for name in ("thinking", "response"):
            if text := text_of(event, name, "answer"):
                yield Says(0, name, text, tokens if name == "response" else ())

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _GenerateWriter(model, answer_id)


def _request_calls(reader: Reader, rows: Any, path: Path) -> Iterator[ToolCall]:
    for number, row in enumerate(reader.rows([] if rows is None else rows, path, empty=True)):
        here = (*path, number)
        row = reader.known(row, ("function", "id"), here, marks=("type",))
        place: Path = (*here, "function")
        function = reader.known(row.get("function"), ("name", "arguments", "description"), place, marks=("index",))
        name, given = reader.label(function, "name", (*here, "function")), function.get("arguments")
        if name is None or not isinstance(given, dict):
            raise InputError("must have a `name` and an object as `arguments`", field=shown((*here, "function")))
        description = reader.optional(function, "description", (*here, "function"))
        reader.attach([description or ""])
        yield ToolCall(name, json.dumps(given, ensure_ascii=False), reader.label(row, "id", here))


class _OllamaWriter(Writer):
    """Lines, each an answer in small; the last one is `done`."""

    def events(self, part: Shown) -> Iterable[bytes]:
        if isinstance(part, Says):
            yield json_line(self._row(self._text(part.channel, part.text), part))
        elif isinstance(part, Called):
            yield json_line(self._row(self._calls([part])))
        elif isinstance(part, Closed):
            yield json_line(self._last(self._text(None, part.message or ""), part, part.told))

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        end = closing(parts)
        said: Json = self._text(None, end.message or "")
        tokens: list[Json] = []
        for part in blocks(parts):
            piece = self._text(part.channel, part.text) if isinstance(part, Says) else self._calls([part])
            said = _joined(said, piece)
            tokens += [token_json(token) for token in part.tokens] if isinstance(part, Says) else []
        return self._last(said, end, told) | ({"logprobs": tokens} if tokens else {})

    def _row(self, said: Json, part: Says | None = None) -> Json:
        row = {"model": self.head.get("model") or self.model, "created_at": datetime.now(UTC).isoformat(), **said}
        tokens = [token_json(token) for token in part.tokens] if part else []
        return row | {"done": False} | ({"logprobs": tokens} if tokens else {})

    def _last(self, said: Json, end: Closed, told: Json) -> Json:
        reason = "content_filter" if end.refused else end.reason or "stop"
        return self._row(said) | {"done": True, "done_reason": reason, **(self.usage or {}), "corral": told}

    def _text(self, channel: str | None, text: str) -> Json:
        """`text` in a channel, None for the answer's own, as a line holds it."""
        raise NotImplementedError

    def _calls(self, calls: Sequence[Called]) -> Json:
        raise NotImplementedError


class _ChatWriter(_OllamaWriter):
    def _text(self, channel: str | None, text: str) -> Json:
        said = {"content": ""} | {channel or "content": text}
        return {"message": {"role": "assistant", **said}}

    def _calls(self, calls: Sequence[Called]) -> Json:
        rows = [
            {"function": {"name": each.call.name, "arguments": as_object(each.call.arguments)}}
            | ({"id": each.call.id} if each.call.id else {})
            for each in calls
        ]
        return {"message": {"role": "assistant", "content": "", "tool_calls": rows}}


class _GenerateWriter(_OllamaWriter):
    def _text(self, channel: str | None, text: str) -> Json:
        return {"response": ""} | {channel or "response": text}

    def _calls(self, calls: Sequence[Called]) -> Json:
        return {"response": ""}


def _joined(one: Json, other: Json) -> Json:
    """Two lines' fields as one: texts and lists one after the other."""
    made = dict(one)
    for name, value in other.items():
        if isinstance(value, dict):
            made[name] = _joined(made.get(name, {}), value)
        elif name == "role" or name not in made:
            made[name] = value
        else:
            made[name] = made[name] + value
    return made
