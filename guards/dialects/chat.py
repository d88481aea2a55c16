"""OpenAI's chat completions, as OpenAI, vLLM, llama.cpp, TGI and SGLang speak them.

Source: the OpenAI API reference, "Chat" (create, object, streaming); vLLM's "OpenAI-Compatible Server", "Extra
Parameters"; llama.cpp's server README; SGLang's "Sampling Parameters".
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar

from ..errors import InputError, UpstreamBroken
from ..policy import Policy
from ..types import Role, ToolCall
from .base import (
    Called,
    CallPiece,
    Closed,
    Dialect,
    Ends,
    Head,
    Part,
    Says,
    Shown,
    Usage,
    Writer,
    by_choice,
    name_like,
    numbers,
    objects,
    text_of,
    token_json,
    tokens_of,
)
from .fields import Json, Path, Reader, Turn, calls, choice_of, shown
from .framing import sse
from .parameters import SETTINGS, TEXTS

_ROLES: Mapping[str, Role] = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "assistant": "assistant",
    "tool": "tool",
    "function": "tool",
}
_SAID = ("content", "refusal", "reasoning_content", "reasoning")  # a message's own texts


class Chat(Dialect):
    name = "chat"
    path = "/v1/chat/completions"
    asks: ClassVar = frozenset(
        f"{role}:messages.{field}"
        for role in ("system", "user", "assistant", "tool")
        for field in (*_SAID, "content.text", "content.refusal")
    ) | {"user:file", "system:file", "tool:file", "assistant:file", "assistant:tool_calls"}
    channels: ClassVar = frozenset({*_SAID, "tool_calls", "logprobs"})
    settings = SETTINGS | {
        "max_completion_tokens", "top_logprobs", "parallel_tool_calls", "tool_choice", "reasoning_effort", "verbosity",
        "function_call", "add_generation_prompt", "continue_final_message", "thinking_budget_tokens",
    }  # fmt: skip
    texts = TEXTS | {"tools", "functions", "documents", "chat_template_kwargs", "tool_prompt"}
    conversation = frozenset({"messages"})

    def turns(self, reader: Reader) -> None:
        for number, row in enumerate(reader.rows(reader.body.get("messages"), ("messages",))):
            _message(reader, row, ("messages", number))

    def parts(self, answer: Json) -> Iterator[Part]:
        yield Head(head_of(answer))
        for number, choice in enumerate(objects(answer, "choices", "answer")):
            index = choice_index(choice, number)
            message = choice.get("message")
            if not isinstance(message, dict):
                raise UpstreamBroken("the upstream's answer is no chat completion: a choice has no message")
            yield from _said(index, message, choice.get("logprobs"))
            yield Ends(index, name_like(choice.get("finish_reason")))
        yield Usage(numbers(answer.get("usage")) or {})

    def event_parts(self, event: Json) -> Iterator[Part]:
        if "error" in event:
            raise UpstreamBroken("the upstream reported an error in its stream")
        yield Head(head_of(event))
        for choice in objects(event, "choices", "stream"):
            index = choice_index(choice, 0)
            delta = choice.get("delta")
            if not isinstance(delta, dict):
                raise UpstreamBroken("the upstream's stream holds a choice without a delta")
            yield from _said(index, delta, choice.get("logprobs"))
            if choice.get("finish_reason") is not None:
                yield Ends(index, name_like(choice["finish_reason"]))
        if usage := numbers(event.get("usage")):
            yield Usage(usage)

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _Writer(model, answer_id)


def _message(reader: Reader, row: Any, path: Path) -> None:
    if not isinstance(row, dict):
        raise InputError("must be an object", field=shown(path))
    role = choice_of(row.get("role"), _ROLES, (*path, "role"))
    known = {"role", "name", "tool_call_id", *_SAID}
    reader.known(row, known | {"tool_calls"} if role == "assistant" else known, path)
    turn = reader.turn(role, reader.label(row, "name", path))
    reader.label(row, "tool_call_id", path)
    for name in ("reasoning_content", "reasoning"):
        if (text := reader.optional(row, name, path)) is not None:
            turn.say((*path, name), text)
    content = row.get("content")
    if isinstance(content, str):
        turn.say((*path, "content"), content)
    elif content is not None:
        if not isinstance(content, list):
            raise InputError("must be a string or a list of parts", field=shown((*path, "content")))
        for number, part in enumerate(reader.rows(content, (*path, "content"))):
            _part(reader, turn, part, (*path, "content", number))
    if (text := reader.optional(row, "refusal", path)) is not None:
        turn.say((*path, "refusal"), text)
    for call in calls(reader, row.get("tool_calls"), (*path, "tool_calls")):
        turn.call(call)
    if content is None and turn.empty and role != "assistant":
        raise InputError("must be a string or a list of parts", field=shown((*path, "content")))


def _part(reader: Reader, turn: Turn, part: Any, path: Path) -> None:
    kind = part.get("type") if isinstance(part, dict) else None
    if kind in ("text", "refusal", "document"):
        name = "text" if kind == "document" else kind
        reader.known(part, ("type", name), path, marks=("cache_control",))
        turn.say((*path, name), reader.string(part, name, path), document=kind == "document")
    elif kind == "file" and part.keys() <= {"type", "file", "cache_control"}:
        reader.known(part, ("type", "file"), path, marks=("cache_control",))
        reader.file(turn, part, part.get("file"), path)
    else:
        reader.foreign(part, path)


def _said(index: int, message: Json, logprobs: Any) -> Iterator[Part]:
    tokens = tokens_of(logprobs.get("content")) if isinstance(logprobs, dict) else ()
    for name in ("reasoning_content", "reasoning", "content", "refusal"):
        text = text_of(message, name, "answer")
        if text or (name == "content" and tokens):
            yield Says(index, name, text, tokens if name == "content" else ())
    pieces = message.get("tool_calls")
    if pieces is not None and not isinstance(pieces, list):
        raise UpstreamBroken("the upstream's answer holds tool calls that can't be read")
    for number, piece in enumerate(pieces or ()):
        function = (piece.get("function") or {}) if isinstance(piece, dict) else None
        if not isinstance(function, dict):
            raise UpstreamBroken("the upstream's answer holds a tool call that can't be read")
        key = piece["index"] if isinstance(piece.get("index"), int) else number
        name, arguments = text_of(function, "name", "tool call"), text_of(function, "arguments", "tool call")
        yield CallPiece(index, key, name_like(piece.get("id")), name, arguments)


def choice_index(choice: Json, otherwise: int) -> int:
    return choice["index"] if isinstance(choice.get("index"), int) else otherwise


def head_of(answer: Json) -> Json:
    head: Json = {}
    for name in ("id", "model", "system_fingerprint"):
        if (value := name_like(answer.get(name))) is not None:
            head[name] = value
    if isinstance(created := answer.get("created"), int):
        head["created"] = created
    return head


class OpenAIWriter(Writer):
    """What chat and text completions share: choices in chunks, usage in a last one, then [DONE]."""

    object: ClassVar[str]
    chunk: ClassVar[str]
    prefix: ClassVar[str]

    def opening(self) -> Iterable[bytes]:
        yield b": guarded by corral\n\n"

    def ending(self, told: Json) -> Iterable[bytes]:
        if self.usage:
            yield sse({**self._base(self.chunk), "choices": [], "usage": self.usage})
        yield b"data: [DONE]\n\n"

    def _base(self, kind: str) -> Json:
        base = {"id": f"{self.prefix}-corral-{self.id}", "object": kind, "created": int(time.time())}
        return {**base, "model": self.model, **self.head, "object": kind}

    def _answer(self, choices: Sequence[Json], told: Json) -> Json:
        usage = self.usage or {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
        return {**self._base(self.object), "choices": list(choices), "usage": usage, "corral": told}


class _Writer(OpenAIWriter):
    object, chunk, prefix = "chat.completion", "chat.completion.chunk", "chatcmpl"

    def __init__(self, model: str, answer_id: str) -> None:
        super().__init__(model, answer_id)
        self._calls: dict[int, int] = {}  # calls shown, by choice

    def events(self, part: Shown) -> Iterable[bytes]:
        if part.choice not in self._calls:
            self._calls[part.choice] = 0
            yield self._chunk(part.choice, {"role": "assistant", "content": ""})
        if isinstance(part, Says):
            logprobs = {"content": [token_json(token) for token in part.tokens], "refusal": None}
            yield self._chunk(part.choice, {part.channel: part.text}, logprobs=logprobs if part.tokens else None)
        elif isinstance(part, Called):
            number = self._calls[part.choice]
            self._calls[part.choice] += 1
            yield self._chunk(part.choice, {"tool_calls": [{"index": number, **_call_json(part.call)}]})
        elif isinstance(part, Closed):
            reason = "content_filter" if part.refused else part.reason or "stop"
            delta = {"content": part.message} if part.message else {}
            yield self._chunk(part.choice, delta, reason, told=part.told)

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        return self._answer([self._choice(index, said) for index, said in by_choice(parts).items()], told)

    def _choice(self, index: int, parts: Sequence[Shown]) -> Json:
        message: Json = {"role": "assistant", "content": None}
        tokens: list[Json] = []
        reason: str | None = None
        for part in parts:
            if isinstance(part, Says):
                message[part.channel] = (message.get(part.channel) or "") + part.text
                tokens += [token_json(token) for token in part.tokens]
            elif isinstance(part, Called):
                message.setdefault("tool_calls", []).append(_call_json(part.call))
            elif isinstance(part, Closed):
                reason = "content_filter" if part.refused else part.reason or "stop"
                if part.message:
                    message |= {"content": part.message, "refusal": part.message}
        if message["content"] is None and "tool_calls" not in message:
            message["content"] = ""
        logprobs = {"content": tokens, "refusal": None} if tokens else None
        return {"index": index, "message": message, "finish_reason": reason, "logprobs": logprobs}

    def _chunk(
        self, index: int, delta: Json, reason: str | None = None, logprobs: Json | None = None, told: Json | None = None
    ) -> bytes:
        choice = {"index": index, "delta": delta, "finish_reason": reason, "logprobs": logprobs}
        return sse(self._base(self.chunk) | {"choices": [choice]} | ({"corral": told} if told else {}))


def _call_json(call: ToolCall) -> Json:
    function = {"name": call.name, "arguments": call.arguments}
    return {"id": call.id, "type": "function", "function": function}
