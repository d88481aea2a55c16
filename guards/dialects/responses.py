"""OpenAI's responses, as OpenAI, vLLM and llama.cpp speak them; without state: what is judged is in the request.

Source: the OpenAI API reference, "Responses" (create, object, streaming events).
"""

from __future__ import annotations

import time
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
    blocks,
    closing,
    is_number,
    name_like,
    numbers,
    objects,
    text_of,
    token_json,
    tokens_of,
)
from .fields import Json, Path, Reader, Turn, choice_of, shown
from .framing import sse
from .parameters import SETTINGS

_ROLES: Mapping[str, Role] = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "assistant": "assistant",
}
_TEXT_PARTS = {"input_text": "text", "output_text": "text", "text": "text", "refusal": "refusal"}
_DELTAS = {
    "response.output_text.delta": "output_text",
    "response.refusal.delta": "refusal",
    "response.reasoning_text.delta": "reasoning_text",
    "response.reasoning_summary_text.delta": "summary_text",
}
_REASONING = ("reasoning_text", "summary_text")


class Responses(Dialect):
    name = "responses"
    path = "/v1/responses"
    asks: ClassVar = frozenset({
        "system:instructions", "user:input", "user:file", "tool:file", "system:file", "assistant:file",
        "tool:input.output", "tool:input.output.text", "assistant:tool_calls", "assistant:input.summary.text",
        "assistant:input.content.text",
    }) | {f"{role}:input.content{part}" for role in _ROLES.values() for part in ("", ".text", ".refusal")}  # fmt: skip
    channels: ClassVar = frozenset({*_DELTAS.values(), "tool_calls", "logprobs"})
    settings = (SETTINGS - {"n", "best_of", "logprobs"}) | {
        "max_output_tokens", "max_tool_calls", "parallel_tool_calls", "reasoning", "truncation", "tool_choice", "include",
        "top_logprobs",
    }  # fmt: skip
    texts: ClassVar = frozenset({"tools", "text"})
    conversation = frozenset({"input", "instructions"})

    def turns(self, reader: Reader) -> None:
        if (text := reader.optional(reader.body, "instructions")) is not None:
            reader.turn("system").say(("instructions",), text)
        given = reader.body.get("input")
        if isinstance(given, str):
            reader.turn("user").say(("input",), given)
            return
        for number, item in enumerate(reader.rows(given, ("input",))):
            _item(reader, item, ("input", number))

    def parts(self, answer: Json) -> Iterator[Part]:
        if answer.get("error"):
            raise UpstreamBroken("the upstream reported an error in its answer")
        yield Head(_head(answer))
        for item in objects(answer, "output", "answer"):
            yield from _said(item)
            yield BlockEnd(0)
        yield Usage(numbers(answer.get("usage")) or {})
        yield Ends(0, _reason(answer))

    def event_parts(self, event: Json) -> Iterator[Part]:
        kind = event.get("type")
        if not isinstance(kind, str) or kind in ("error", "response.failed"):
            raise UpstreamBroken("the upstream reported an error in its stream")
        if kind in _DELTAS:
            yield Says(0, _DELTAS[kind], text_of(event, "delta", "stream"), tokens_of(event.get("logprobs")))
        elif kind == "response.created":
            yield Head(_head(_inner(event, "response")))
        elif kind == "response.output_item.done":
            item = _inner(event, "item")
            if item.get("type") == "function_call":  # its pieces say no more than the whole does
                yield from _said(item)
            yield BlockEnd(0)
        elif kind in ("response.completed", "response.incomplete"):
            response = _inner(event, "response")
            yield Head(_head(response))
            yield Usage(numbers(response.get("usage")) or {})
            yield Ends(0, _reason(response))
            yield Done()

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _Writer(model, answer_id)

    def error_event(self, error: Json) -> bytes:
        inner = error["error"]
        row = {"type": "error", "code": inner.get("code"), "message": inner["message"], "param": inner.get("param")}
        return sse({**row, "sequence_number": 0}, "error")


def _item(reader: Reader, item: Any, path: Path) -> None:
    kind = item.get("type", "message") if isinstance(item, dict) else None
    if kind == "message":
        reader.known(item, ("type", "role", "content"), path, marks=("id", "status"))
        turn = reader.turn(choice_of(item.get("role"), _ROLES, (*path, "role")))
        _content(reader, turn, item.get("content"), (*path, "content"))
    elif kind == "function_call":
        reader.known(item, ("type", "name", "arguments", "call_id"), path, marks=("id", "status"))
        name = reader.label(item, "name", path)
        if name is None:
            raise InputError("must have a `name`", field=shown(path))
        call = ToolCall(name, reader.string(item, "arguments", path), reader.label(item, "call_id", path))
        reader.turn("assistant").call(call)
    elif kind == "function_call_output":
        reader.known(item, ("type", "call_id", "output"), path, marks=("id", "status"))
        reader.label(item, "call_id", path)
        _content(reader, reader.turn("tool"), item.get("output"), (*path, "output"))
    elif kind == "reasoning":
        reader.known(item, ("type", "summary", "content", "encrypted_content"), path, marks=("id", "status"))
        turn = reader.turn("assistant")
        if item.get("encrypted_content") is not None:
            reader.foreign(
                {"type": "encrypted_content", "data": item["encrypted_content"]}, (*path, "encrypted_content")
            )
        for name in ("summary", "content"):
            rows = reader.rows(item.get(name) or [], (*path, name), empty=True)
            for number, part in enumerate(rows):
                here = (*path, name, number)
                part = reader.known(part, ("text",), here, marks=("type",))
                turn.say((*here, "text"), reader.string(part, "text", here))
    else:
        reader.foreign(item, path)


def _content(reader: Reader, turn: Turn, content: Any, path: Path) -> None:
    if isinstance(content, str):
        turn.say(path, content)
        return
    for number, part in enumerate(reader.rows(content, path, empty=True)):
        here = (*path, number)
        kind = part.get("type") if isinstance(part, dict) else None
        if isinstance(kind, str) and kind in _TEXT_PARTS:
            name = _TEXT_PARTS[kind]
            reader.known(part, ("type", name, "annotations", "logprobs"), here)
            if part.get("annotations") or part.get("logprobs"):
                reader.foreign({"type": "annotations", "of": [part.get("annotations"), part.get("logprobs")]}, here)
            turn.say((*here, name), reader.string(part, name, here))
        elif kind == "input_file":
            reader.file(turn, part, {name: value for name, value in part.items() if name != "type"}, here)
        else:
            reader.foreign(part, here)


def _said(item: Json) -> Iterator[Part]:
    """What an item of the output says; of kinds that are not known here, nothing."""
    if item.get("type") == "function_call":
        name, arguments = text_of(item, "name", "tool call"), text_of(item, "arguments", "tool call")
        yield CallPiece(0, None, name_like(item.get("call_id")), name, arguments)
        return
    for field in ("summary", "content"):
        for part in objects(item, field, "answer") if item.get(field) else ():
            kind = part.get("type")
            if kind == "refusal":
                yield Says(0, "refusal", text_of(part, "refusal", "answer"))
            elif kind in (*_REASONING, "output_text"):
                yield Says(0, kind, text_of(part, "text", "answer"), tokens_of(part.get("logprobs")))


def _inner(event: Json, name: str) -> Json:
    inner = event.get(name)
    if not isinstance(inner, dict):
        raise UpstreamBroken(f"the upstream's stream holds an event without its {name}")
    return inner


def _head(answer: Json) -> Json:
    head: Json = {name: name_like(answer.get(name)) for name in ("id", "model")}
    created = answer.get("created_at")
    head["created_at"] = created if is_number(created) else None
    return {name: value for name, value in head.items() if value is not None}


def _reason(answer: Json) -> str | None:
    details = answer.get("incomplete_details")
    return name_like(details.get("reason")) if isinstance(details, dict) else None


class _Writer(Writer):
    def __init__(self, model: str, answer_id: str) -> None:
        super().__init__(model, answer_id)
        self._sequence = 0
        self._output: list[Json] = []  # items that are complete
        self._open: str | None = None  # the channel of the item that is open
        self._text, self._tokens = "", list[Json]()
        self._begun = False

    def events(self, part: Shown) -> Iterable[bytes]:
        yield from self._begin()
        if isinstance(part, Says):
            if self._open != part.channel:
                yield from self._stop()
                yield from self._start(part.channel)
            tokens = [token_json(token) for token in part.tokens]
            self._text += part.text
            self._tokens += tokens
            extra = {"logprobs": tokens} if part.channel == "output_text" else {}
            yield self._event(f"{_event_of(part.channel)}.delta", delta=part.text, **self._place(), **extra)
        elif isinstance(part, Called):
            yield from self._stop()
            yield from self._call(part.call)
        elif isinstance(part, BlockEnd):
            yield from self._stop()
        else:
            if part.message:
                yield from self.events(Says(0, "refusal", part.message))
            yield from self._stop()
            response = self._response(part, self._output) | {"corral": part.told}
            kind = "response.incomplete" if response["incomplete_details"] else "response.completed"
            yield self._event(kind, response=response)

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        end = closing(parts)
        output: list[Json] = []
        said: Iterable[Says | Called] = [Says(0, "refusal", end.message)] if end.message else blocks(parts)
        for number, part in enumerate(said):
            if isinstance(part, Says):
                tokens = [token_json(token) for token in part.tokens]
                output.append(self._item(number, part.channel, part.text, tokens))
            else:
                output.append(_call_item(self._item_id(number), part.call))
        return self._response(end, output) | {"corral": told}

    def _begin(self) -> Iterator[bytes]:
        if not self._begun:
            self._begun = True
            yield self._event("response.created", response=self._response(None, []))
            yield self._event("response.in_progress", response=self._response(None, []))

    def _start(self, channel: str) -> Iterator[bytes]:
        self._open, self._text, self._tokens = channel, "", []
        item = self._item(len(self._output), channel, None, [])
        yield self._event("response.output_item.added", output_index=len(self._output), item=item)
        yield self._event(f"{_part_of(channel)}.added", part=_content_part(channel, "", []), **self._place())

    def _stop(self) -> Iterator[bytes]:
        if self._open is None:
            return
        channel, self._open = self._open, None
        field = "refusal" if channel == "refusal" else "text"
        extra = {"logprobs": self._tokens} if channel == "output_text" else {}
        place = self._place(channel)
        yield self._event(f"{_event_of(channel)}.done", **{field: self._text}, **place, **extra)
        part = _content_part(channel, self._text, self._tokens)
        yield self._event(f"{_part_of(channel)}.done", part=part, **place)
        yield from self._complete(self._item(len(self._output), channel, self._text, self._tokens))

    def _call(self, call: ToolCall) -> Iterator[bytes]:
        index = len(self._output)
        item = _call_item(self._item_id(index), call)
        added = item | {"arguments": "", "status": "in_progress"}
        place = {"item_id": item["id"], "output_index": index}
        yield self._event("response.output_item.added", output_index=index, item=added)
        yield self._event("response.function_call_arguments.delta", delta=call.arguments, **place)
        done = {"arguments": call.arguments, "name": call.name}
        yield self._event("response.function_call_arguments.done", **done, **place)
        yield from self._complete(item)

    def _complete(self, item: Json) -> Iterator[bytes]:
        yield self._event("response.output_item.done", output_index=len(self._output), item=item)
        self._output.append(item)

    def _event(self, kind: str, **fields: Any) -> bytes:
        self._sequence += 1
        return sse({"type": kind, "sequence_number": self._sequence - 1, **fields}, kind)

    def _place(self, channel: str | None = None) -> Json:
        index = len(self._output)
        name = "summary_index" if (channel or self._open) == "summary_text" else "content_index"
        return {"item_id": self._item_id(index), "output_index": index, name: 0}

    def _item_id(self, index: int) -> str:
        return f"item_corral_{self.id}_{index}"

    def _item(self, index: int, channel: str, text: str | None, tokens: list[Json]) -> Json:
        """An output item; `text` None while it has only begun."""
        parts = [] if text is None else [_content_part(channel, text, tokens)]
        base: Json = {"id": self._item_id(index), "status": "in_progress" if text is None else "completed"}
        if channel == "summary_text":
            return {**base, "type": "reasoning", "summary": parts}
        if channel == "reasoning_text":
            return {**base, "type": "reasoning", "summary": [], "content": parts}
        return {**base, "type": "message", "role": "assistant", "content": parts}

    def _response(self, end: Closed | None, output: list[Json]) -> Json:
        reason = "content_filter" if end and end.refused else end.reason if end else None
        status = "in_progress" if end is None else "incomplete" if reason else "completed"
        base: Json = {"id": f"resp_corral_{self.id}", "created_at": int(time.time()), "model": self.model, **self.head}
        return base | {
            "object": "response",
            "status": status,
            "error": None,
            "incomplete_details": {"reason": reason} if reason else None,
            "instructions": None,
            "metadata": {},
            "output": list(output),
            "parallel_tool_calls": True,
            "temperature": None,
            "tool_choice": "auto",
            "tools": [],
            "top_p": None,
            "usage": self.usage,
        }


def _event_of(channel: str) -> str:
    return "response." + ("reasoning_summary_text" if channel == "summary_text" else channel)


def _part_of(channel: str) -> str:
    return "response." + ("reasoning_summary_part" if channel == "summary_text" else "content_part")


def _content_part(channel: str, text: str, tokens: list[Json]) -> Json:
    if channel == "refusal":
        return {"type": "refusal", "refusal": text}
    if channel in _REASONING:
        return {"type": channel, "text": text}
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": tokens}


def _call_item(item_id: str, call: ToolCall) -> Json:
    call_id = call.id or f"call_{item_id}"
    row = {"id": item_id, "type": "function_call", "status": "completed", "call_id": call_id}
    return row | {"name": call.name, "arguments": call.arguments}
