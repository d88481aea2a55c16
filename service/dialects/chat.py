"""The OpenAI chat completions dialect: requests into exchanges, verdicts and judged text back into answers.

Source: the OpenAI API reference, "Chat" (create, object, streaming). A field that is not known here is refused in a request and
left out of an answer: what nobody judges, nobody passes on.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guards.errors import InputError, UnsupportedInput, UpstreamBroken
from guards.policy import Policy
from guards.types import Exchange, Message, Role, ToolCall, Verdict
from guards.wire import verdict_json

Json = dict[str, Any]

_ROLES: Mapping[str, Role] = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "assistant": "assistant",
    "tool": "tool",
    "function": "tool",
}

# Settings of the generation, without text that anybody could hide something in.
_SETTINGS = frozenset({
    "cache_prompt", "frequency_penalty", "logit_bias", "max_completion_tokens", "max_tokens", "metadata", "min_p", "model", "n",
    "parallel_tool_calls", "presence_penalty", "reasoning_effort", "repeat_penalty", "repetition_penalty",
    "response_format", "seed", "service_tier", "stop", "store", "stream", "stream_options", "temperature", "tool_choice",
    "tools", "top_k", "top_p", "user", "messages",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A checked request: what is judged, and what goes upstream."""

    exchange: Exchange
    body: Json
    stream: bool


def read_request(body: Any, policy: Policy) -> ChatRequest:
    """Checks a request's body.

    Raises:
        InputError: names the field, and what it must be.
        UnsupportedInput: a field or a content part that nothing here can judge.
    """
    if not isinstance(body, dict):
        raise InputError("must be a JSON object", field="body")
    if unknown := sorted(set(body) - _SETTINGS):
        raise UnsupportedInput("is not a field that this proxy can judge", field=unknown[0], fix="leave it out")
    model = body.get("model")
    if not isinstance(model, str) or not model:
        raise InputError("must be the name of a model", field="model")
    stream = body.get("stream", False)
    if stream is not None and not isinstance(stream, bool):
        raise InputError("must be true or false", field="stream")
    rows = body.get("messages")
    if not isinstance(rows, list) or not rows:
        raise InputError("must be a list of at least one message", field="messages")
    messages = tuple(_message(row, f"messages[{number}]", policy) for number, row in enumerate(rows))
    return ChatRequest(Exchange(messages, model), body, bool(stream))


def _message(row: Any, field: str, policy: Policy) -> Message:
    if not isinstance(row, dict):
        raise InputError("must be an object", field=field)
    role = _ROLES.get(row["role"]) if isinstance(row.get("role"), str) else None
    if role is None:
        raise InputError(f"must be one of {', '.join(_ROLES)}", field=f"{field}.role")
    known = {"role", "content", "name", "tool_calls", "tool_call_id", "refusal"}
    if unknown := sorted(set(row) - known):
        raise UnsupportedInput("is not a field that this proxy can judge", field=f"{field}.{unknown[0]}")
    calls = _request_calls(row.get("tool_calls"), f"{field}.tool_calls")
    text = _content(row.get("content"), f"{field}.content", policy, optional=bool(calls) or role == "assistant")
    if isinstance(row.get("refusal"), str):
        text = f"{text}\n{row['refusal']}" if text else row["refusal"]
    name = row.get("name")
    if name is not None and not isinstance(name, str):
        raise InputError("must be a string", field=f"{field}.name")
    return Message(role, text, calls, name)


def _content(content: Any, field: str, policy: Policy, *, optional: bool) -> str:
    if content is None and optional:
        return ""
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        raise InputError("must be a string or a list of parts", field=field)
    texts = []
    for number, part in enumerate(content):
        kind = part.get("type") if isinstance(part, dict) else None
        if kind in ("text", "refusal"):
            text = part.get(kind)
            if not isinstance(text, str):
                raise InputError("must be a string", field=f"{field}[{number}].{kind}")
            texts.append(text)
        elif not isinstance(kind, str):
            raise InputError("must be an object with a `type`", field=f"{field}[{number}]")
        elif policy.non_text == "refuse":
            words = f"a part of type {kind!r} can't be judged here"
            raise UnsupportedInput(
                words, field=f"{field}[{number}]", fix="set `non_text: pass` in the policy to let it by"
            )
    return "\n".join(texts)


def _request_calls(rows: Any, field: str) -> tuple[ToolCall, ...]:
    if rows is None:
        return ()
    if not isinstance(rows, list):
        raise InputError("must be a list", field=field)
    return tuple(_call(row, f"{field}[{number}]") for number, row in enumerate(rows))


def _call(row: Any, field: str) -> ToolCall:
    function = row.get("function") if isinstance(row, dict) else None
    if not isinstance(function, dict):
        raise InputError("must be an object with a `function`", field=field)
    name, arguments = function.get("name"), function.get("arguments")
    if not isinstance(name, str) or not isinstance(arguments, str):
        raise InputError("`name` and `arguments` must be strings", field=f"{field}.function")
    return ToolCall(name, arguments, row.get("id") if isinstance(row.get("id"), str) else None)


def read_answer(answer: Any) -> list[Message]:
    """The choices' messages of a whole answer: their text, refusal and reasoning together, and their calls.

    Raises:
        UpstreamBroken: it is no chat completion.
    """
    choices = answer.get("choices") if isinstance(answer, dict) else None
    if not isinstance(choices, list):
        raise UpstreamBroken("the upstream's answer is no chat completion: it has no choices")
    messages = []
    for choice in choices:
        message = choice.get("message") if isinstance(choice, dict) else None
        if not isinstance(message, dict):
            raise UpstreamBroken("the upstream's answer is no chat completion: a choice has no message")
        texts = [message.get(name) for name in ("reasoning_content", "content", "refusal")]
        if any(text is not None and not isinstance(text, str) for text in texts):
            raise UpstreamBroken("the upstream's answer holds content that is no text")
        try:
            calls = _request_calls(message.get("tool_calls"), "tool_calls")
        except InputError as error:
            raise UpstreamBroken(f"the upstream's answer is no chat completion: {error}") from None
        messages.append(Message("assistant", "\n\n".join(text for text in texts if text), calls))
    return messages


def judged_choice(choice: Json, text: str | None = None) -> Json:
    """A choice of a whole answer with only the fields that were judged; `text` replaces its content."""
    message = choice["message"]
    kept: Json = {"role": "assistant", "content": message.get("content") if text is None else text}
    if text is None:
        for name in ("refusal", "reasoning_content", "tool_calls"):
            if message.get(name) is not None:
                kept[name] = message[name]
    return {
        "index": choice.get("index", 0),
        "message": kept,
        "finish_reason": choice.get("finish_reason"),
        "logprobs": None,
    }


def refused_choice(index: int, policy: Policy) -> Json:
    """The choice in place of one that was blocked."""
    message = {"role": "assistant", "content": policy.blocked.message, "refusal": policy.blocked.message}
    return {"index": index, "message": message, "finish_reason": "content_filter", "logprobs": None}


def completion(model: str, choices: Sequence[Json], verdict: Verdict, policy: Policy, upstream: Json | None) -> Json:
    """A whole answer with the verdict in its `corral` member."""
    source = upstream or {}
    return {
        "id": source.get("id") or f"chatcmpl-corral-{verdict.id}",
        "object": "chat.completion",
        "created": source.get("created") or int(time.time()),
        "model": source.get("model") or model,
        "choices": list(choices),
        "usage": source.get("usage") or {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        "corral": told(verdict, policy),
    }


def told(verdict: Verdict, policy: Policy) -> Json:
    """What the client is told of a verdict: why, unless the policy keeps it to itself."""
    row = verdict_json(verdict, reports=False)
    if not policy.blocked.explain:
        row["reasons"] = []
    return row


def blocked_error(verdict: Verdict, policy: Policy) -> Json:
    """The error object in place of an answer, where the policy's style is `error`."""
    error = {
        "message": policy.blocked.message,
        "type": "invalid_request_error",
        "param": None,
        "code": "content_filter",
    }
    return {"error": error, "corral": told(verdict, policy)}


@dataclass(frozen=True, slots=True)
class Delta:
    """What one event of a streamed answer brings for one choice."""

    index: int
    text: str
    reasoning: str
    calls: tuple[Json, ...]
    finish_reason: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a streamed answer; `head` is what every chunk of the answer repeats."""

    head: Json
    deltas: tuple[Delta, ...]
    usage: Json | None


def read_event(event: Any) -> Event:
    """Reads one chunk.

    Raises:
        UpstreamBroken: it is no chunk of a chat completion, or an error of the upstream's.
    """
    if not isinstance(event, dict) or "error" in event:
        raise UpstreamBroken("the upstream reported an error in its stream")
    choices = event.get("choices")
    if not isinstance(choices, list):
        raise UpstreamBroken("the upstream's stream holds an event that is no chat completion chunk")
    deltas = []
    for choice in choices:
        delta = choice.get("delta") if isinstance(choice, dict) else None
        if not isinstance(delta, dict):
            raise UpstreamBroken("the upstream's stream holds a choice without a delta")
        text = (delta.get("content") or "", delta.get("refusal") or "", delta.get("reasoning_content") or "")
        calls = delta.get("tool_calls") or []
        if not all(isinstance(part, str) for part in text) or not isinstance(calls, list):
            raise UpstreamBroken("the upstream's stream holds content that is no text")
        deltas.append(
            Delta(int(choice.get("index") or 0), text[0] + text[1], text[2], tuple(calls), choice.get("finish_reason"))
        )
    head = {name: event.get(name) for name in ("id", "created", "model")}
    usage = event.get("usage")
    return Event(head, tuple(deltas), usage if isinstance(usage, dict) else None)


def chunk(head: Json, index: int, delta: Json, finish_reason: str | None = None) -> Json:
    """One chunk with one choice."""
    choice = {"index": index, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return {"object": "chat.completion.chunk", **head, "choices": [choice]}


class CallBuilder:
    """Puts a choice's tool calls together from their pieces: they are judged whole."""

    def __init__(self) -> None:
        self._calls: dict[int, Json] = {}

    def add(self, pieces: Sequence[Any]) -> None:
        """Raises:
        UpstreamBroken: a piece is no part of a call.
        """
        for piece in pieces:
            function = piece.get("function") or {} if isinstance(piece, dict) else None
            if function is None or not isinstance(function, dict):
                raise UpstreamBroken("the upstream's stream holds a tool call that can't be read")
            call = self._calls.setdefault(int(piece.get("index") or 0), {"id": None, "name": "", "arguments": ""})
            call["id"] = piece.get("id") or call["id"]
            call["name"] += str(function.get("name") or "")
            call["arguments"] += str(function.get("arguments") or "")

    def calls(self) -> tuple[ToolCall, ...]:
        return tuple(ToolCall(call["name"], call["arguments"], call["id"]) for call in self._calls.values())

    def delta(self) -> Json:
        """All calls as one delta."""
        return {
            "tool_calls": [
                {
                    "index": index,
                    "id": call["id"],
                    "type": "function",
                    "function": {"name": call["name"], "arguments": call["arguments"]},
                }
                for index, call in self._calls.items()
            ]
        }
