"""Scripted answers with a text in each channel that a dialect declares, whole and streamed, in that API's own form."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from itertools import cycle
from typing import Any

from guards.dialects import Dialect
from guards.dialects.framing import json_line, sse

Json = dict[str, Any]

SMUGGLED = "SMUGGLED"  # stands in fields and events that no dialect knows
DONE = b"data: [DONE]\n\n"


_cuts: ContextVar[Sequence[int]] = ContextVar("cuts", default=(5,))


def _pieces(text: str) -> list[str]:
    sizes, found, at = cycle(_cuts.get()), [], 0
    while at < len(text):
        size = next(sizes)
        found.append(text[at : at + size])
        at += size
    return found or [""]


def _tokens(text: str) -> list[Json]:
    odd = {"surprise": SMUGGLED, "top_logprobs": [{"token": SMUGGLED, "logprob": -9.0}]}
    return [{"token": piece, "logprob": -0.5, "bytes": list(piece.encode()), **odd} for piece in _pieces(text)]


def _call(text: str) -> Json:
    return {"name": "python", "arguments": json.dumps({"code": text})}


def _chat(channel: str, text: str, stream: bool) -> Json | bytes:
    def answer(field: str, said: Json, reason: str | None, tokens: list[Json] | None = None) -> Json:
        logprobs = {"content": tokens} if tokens else None
        choice = {"index": 0, field: {**said, "surprise": SMUGGLED}, "finish_reason": reason, "logprobs": logprobs}
        return {"id": "x", "created": 1, "model": "m", "choices": [{**choice, "note": SMUGGLED}], "extra": SMUGGLED}

    if channel == "tool_calls":
        said: list[Json] = [{"tool_calls": [{"index": 0, "id": "c1", "type": "function", "function": _call(text)}]}]
        if stream:
            head = {"index": 0, "id": "c1", "function": {"name": "python", "arguments": ""}}
            rest = [{"index": 0, "function": {"arguments": piece}} for piece in _pieces(_call(text)["arguments"])]
            said = [{"tool_calls": [piece]} for piece in [head, *rest]]
        tokens: list[list[Json] | None] = [None] * len(said)
    else:
        name = "content" if channel == "logprobs" else channel
        said = [{name: piece} for piece in _pieces(text)] if stream else [{"content": None, name: text}]
        tokens = [[token] for token in _tokens(text)] if stream else [_tokens(text)]
        tokens = tokens if channel == "logprobs" else [None] * len(said)
    if not stream:
        return answer("message", said[0], "stop", tokens[0])
    events = [answer("delta", piece, None, some) for piece, some in zip(said, tokens, strict=True)]
    return b"".join(map(sse, [*events, answer("delta", {}, "stop")])) + DONE


def _completions(channel: str, text: str, stream: bool) -> Json | bytes:
    def answer(said: str, reason: str | None) -> Json:
        pieces = _pieces(said)
        legacy = {"tokens": pieces, "token_logprobs": [-0.5] * len(pieces), "surprise": SMUGGLED}
        logprobs = legacy if channel == "logprobs" and said else None
        choice = {"index": 0, "text": said, "finish_reason": reason, "logprobs": logprobs, "note": SMUGGLED}
        return {"id": "x", "created": 1, "model": "m", "choices": [choice], "extra": SMUGGLED}

    if not stream:
        return answer(text, "stop")
    return b"".join(map(sse, [*(answer(piece, None) for piece in _pieces(text)), answer("", "stop")])) + DONE


def _responses(channel: str, text: str, stream: bool) -> Json | bytes:
    odd = {"surprise": SMUGGLED}
    if channel == "tool_calls":
        item: Json = {"type": "function_call", "id": "f1", "call_id": "c1", **_call(text), **odd}
    elif channel == "refusal":
        item = {"type": "message", "content": [{"type": "refusal", "refusal": text, **odd}]}
    elif channel == "summary_text":
        item = {"type": "reasoning", "summary": [{"type": channel, "text": text, **odd}]}
    elif channel == "reasoning_text":
        item = {"type": "reasoning", "summary": [], "content": [{"type": channel, "text": text, **odd}]}
    else:
        tokens = _tokens(text) if channel == "logprobs" else []
        note = [{"type": "url_citation", "title": SMUGGLED}]
        item = {
            "type": "message",
            "content": [{"type": "output_text", "text": text, "logprobs": tokens, "annotations": note}],
        }
    odd_item = {"type": "web_search_call", "id": "w1", "action": {"query": SMUGGLED}}
    response = {"id": "r1", "created_at": 1, "model": "m", "output": [odd_item, item], "instructions": SMUGGLED}
    if not stream:
        return response
    names = {"summary_text": "reasoning_summary_text", "logprobs": "output_text"}
    kind = f"response.{names.get(channel, channel)}.delta"
    pieces = [{"type": kind, "item_id": "i", "delta": piece} for piece in _pieces(text)]
    if channel == "logprobs":
        pieces = [{**piece, "logprobs": [token]} for piece, token in zip(pieces, _tokens(text), strict=True)]
    if channel == "tool_calls":
        pieces = [
            {"type": "response.function_call_arguments.delta", "item_id": "f1", "delta": piece}
            for piece in _pieces(_call(text)["arguments"])
        ]
    events = [
        {"type": "response.created", "response": {"id": "r1", "model": "m", "instructions": SMUGGLED}},
        {"type": "response.surprise.delta", "delta": SMUGGLED},
        *pieces,
        {"type": "response.output_item.done", "item": item},
        {"type": "response.completed", "response": response},
    ]
    return b"".join(sse(event, event["type"]) for event in events)


def _messages(channel: str, text: str, stream: bool) -> Json | bytes:
    odd = {"surprise": SMUGGLED}
    strange = {"type": "web_search_tool_result", "content": [{"title": SMUGGLED}]}
    if channel == "tool_calls":
        given: Json = {"code": text}
        block: Json = {"type": "tool_use", "id": "t1", "name": "python", "input": given, **odd}
        empty = {**block, "input": {}}
        deltas = [{"type": "input_json_delta", "partial_json": piece} for piece in _pieces(json.dumps(given))]
    else:
        block = {"type": channel, channel: text, **odd}
        empty = {"type": channel, channel: ""}
        deltas = [{"type": f"{channel}_delta", channel: piece} for piece in _pieces(text)]
    message = {"id": "x", "type": "message", "role": "assistant", "model": "m", "usage": {"input_tokens": 1}, **odd}
    if not stream:
        return {**message, "content": [strange, block], "stop_reason": "end_turn"}
    events: list[Json] = [
        {"type": "message_start", "message": {**message, "content": []}},
        {"type": "ping", **odd},
        {"type": "content_block_start", "index": 0, "content_block": strange},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "citations_delta", "citation": odd}},
        {"type": "content_block_stop", "index": 0},
        {"type": "content_block_start", "index": 1, "content_block": empty},
        *({"type": "content_block_delta", "index": 1, "delta": delta} for delta in deltas),
        {"type": "content_block_stop", "index": 1},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 9}},
        {"type": "message_stop"},
    ]
    return b"".join(sse(event, event["type"]) for event in events)


def _lines(rows: list[Json], stream: bool) -> Json | bytes:
    rows = [{"model": "m", "done": False, "surprise": SMUGGLED, **row} for row in rows]
    rows[-1] |= {"done": True, "done_reason": "stop", "eval_count": 3, "context": [1, 2]}
    return b"".join(map(json_line, rows)) if stream else rows[-1]


def _ollama_chat(channel: str, text: str, stream: bool) -> Json | bytes:
    if channel == "tool_calls":
        call = {"function": {"name": "python", "arguments": {"code": text}, "surprise": SMUGGLED}}
        return _lines([{"message": {"content": "", "tool_calls": [call], "surprise": SMUGGLED}}], stream)
    name = "content" if channel == "logprobs" else channel
    pieces = _pieces(text) if stream else [text]
    rows: list[Json] = [{"message": {"content": "", name: piece, "surprise": SMUGGLED}} for piece in pieces]
    if channel == "logprobs":
        rows = [{**row, "logprobs": _tokens(piece)} for row, piece in zip(rows, pieces, strict=True)]
    return _lines(rows, stream)


def _ollama_generate(channel: str, text: str, stream: bool) -> Json | bytes:
    name = "response" if channel == "logprobs" else channel
    pieces = _pieces(text) if stream else [text]
    rows: list[Json] = [{"response": "", name: piece} for piece in pieces]
    if channel == "logprobs":
        rows = [{**row, "logprobs": _tokens(piece)} for row, piece in zip(rows, pieces, strict=True)]
    return _lines(rows, stream)


def _embeddings(channel: str, text: str, stream: bool) -> Json | bytes:
    row = {"index": 0, "embedding": [0.5, 0.25], "surprise": SMUGGLED}
    return {"data": [row], "model": "m", "usage": {"prompt_tokens": 2, "surprise": SMUGGLED}, "extra": SMUGGLED}


ANSWERING: dict[str, Callable[[str, str, bool], Json | bytes]] = {
    "chat": _chat,
    "completions": _completions,
    "responses": _responses,
    "embeddings": _embeddings,
    "messages": _messages,
    "ollama-chat": _ollama_chat,
    "ollama-generate": _ollama_generate,
}

ENDINGS: dict[str, tuple[str, str]] = {  # what a refused answer has in it, and what any stream has at its end
    "chat": ('"finish_reason":"content_filter"', "data: [DONE]"),
    "completions": ('"finish_reason":"content_filter"', "data: [DONE]"),
    "responses": ('"incomplete_details":{"reason":"content_filter"}', "event: response."),
    "messages": ('"stop_reason":"refusal"', "event: message_stop"),
    "ollama-chat": ('"done_reason":"content_filter"', '"done":true'),
    "ollama-generate": ('"done_reason":"content_filter"', '"done":true'),
}


def answered(dialect: Dialect, channel: str, text: str, stream: bool, cuts: Sequence[int] = (5,)) -> Json | bytes:
    """A whole answer, or a stream's bytes, with `text` in `channel`; "" is the answer's own text.

    A stream's events hold so many characters each, again and again.
    """
    token = _cuts.set(cuts)
    try:
        return ANSWERING[dialect.name](channel, text, stream)
    finally:
        _cuts.reset(token)
