"""A request with a text in each place that a dialect declares, in that API's own form."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

from guards.dialects import Dialect

Json = dict[str, Any]
Asking = Callable[[str, str], Json]  # role, text -> what differs from a plain request

FINE = "Hello there."


def data_url(text: str) -> str:
    return "data:text/plain;base64," + base64.b64encode(text.encode()).decode()


def _chat(**message: Any) -> Json:
    return {"messages": [{"content": FINE, **message}]}


def _chat_call(text: str) -> Json:
    function = {"name": "python", "arguments": json.dumps({"code": text})}
    call = {"id": "c1", "type": "function", "function": function}
    return {
        "messages": [{"role": "assistant", "content": None, "tool_calls": [call]}, {"role": "user", "content": "x"}]
    }


def _block(role: str, **block: Any) -> Json:
    return {"messages": [{"role": role, "content": [block]}]}


def _result(*content: Json) -> Json:
    return _block("user", type="tool_result", tool_use_id="t1", content=list(content))


def _document(text: str, **source: Any) -> Json:
    return {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": text, **source}}


def _pages(content: Any) -> Json:
    return {"type": "document", "source": {"type": "content", "content": content}}


def _found(source: str, text: str) -> Json:
    content = [{"type": "text", "text": text}]
    return {"type": "search_result", "source": source, "title": "A page", "content": content}


def _item(**item: Any) -> Json:
    return {"input": [item]}


ASKING: dict[str, dict[str, Asking]] = {
    "chat": {
        "messages.content": lambda role, text: _chat(role=role, content=text),
        "messages.content.text": lambda role, text: _chat(role=role, content=[{"type": "text", "text": text}]),
        "messages.content.refusal": lambda role, text: _chat(role=role, content=[{"type": "refusal", "refusal": text}]),
        "messages.refusal": lambda role, text: _chat(role=role, refusal=text),
        "messages.reasoning_content": lambda role, text: _chat(role=role, reasoning_content=text),
        "messages.reasoning": lambda role, text: _chat(role=role, reasoning=text),
        "file": lambda role, text: _chat(role=role, content=[{"type": "file", "file": {"file_data": data_url(text)}}]),
        "tool_calls": lambda role, text: _chat_call(text),
    },
    "completions": {
        "prompt": lambda role, text: {"prompt": ["One.", text]},
        "suffix": lambda role, text: {"prompt": FINE, "suffix": text},
    },
    "responses": {
        "instructions": lambda role, text: {"input": FINE, "instructions": text},
        "input": lambda role, text: {"input": text},
        "input.content": lambda role, text: _item(role=role, content=text),
        "input.content.text": lambda role, text: _item(
            type="message", role=role, content=[{"type": "input_text", "text": text}]
        ),
        "input.content.refusal": lambda role, text: _item(role=role, content=[{"type": "refusal", "refusal": text}]),
        "input.output": lambda role, text: _item(type="function_call_output", call_id="c1", output=text),
        "input.output.text": lambda role, text: _item(
            type="function_call_output", call_id="c1", output=[{"type": "input_text", "text": text}]
        ),
        "input.summary.text": lambda role, text: _item(
            type="reasoning", id="r1", summary=[{"type": "summary_text", "text": text}]
        ),
        "file": lambda role, text: _item(type="function_call_output", call_id="c1", output=[_input_file(text)])
        if role == "tool"
        else _item(role=role, content=[_input_file(text)]),
        "tool_calls": lambda role, text: _item(
            type="function_call", call_id="c1", name="python", arguments=json.dumps({"code": text})
        ),
    },
    "embeddings": {"input": lambda role, text: {"input": ["One.", text]}},
    "messages": {
        "system": lambda role, text: {"system": text},
        "system.text": lambda role, text: {"system": [{"type": "text", "text": text}]},
        "messages.content": lambda role, text: {"messages": [{"role": role, "content": text}]},
        "messages.content.text": lambda role, text: _block(role, type="text", text=text),
        "messages.content.thinking": lambda role, text: _block(role, type="thinking", thinking=text, signature=""),
        "messages.content.source.data": lambda role, text: _block(role, **_document(text)),
        "messages.content.title": lambda role, text: _block(role, **_document(FINE), title=text),
        "messages.content.context": lambda role, text: _block(role, **_document(FINE), context=text),
        "messages.content.source": lambda role, text: _block(
            role, type="search_result", source=text, title="A page", content=[]
        ),
        "messages.content.source.content": lambda role, text: _block(
            role, type="document", source={"type": "content", "content": text}
        ),
        "messages.content.source.content.text": lambda role, text: _block(
            role, type="document", source={"type": "content", "content": [{"type": "text", "text": text}]}
        ),
        "messages.content.content": lambda role, text: _block("user", type="tool_result", tool_use_id="t1", content=text),
        "messages.content.content.text": lambda role, text: _result({"type": "text", "text": text})
        if role == "tool"
        else _block(
            role, type="search_result", source="a", title="A page", content=[{"type": "text", "text": text}]
        ),
        "messages.content.content.source.data": lambda role, text: _result(_document(text)),
        "messages.content.content.title": lambda role, text: _result({**_document(FINE), "title": text}),
        "messages.content.content.context": lambda role, text: _result({**_document(FINE), "context": text}),
        "messages.content.content.source.content": lambda role, text: _result(_pages(text)),
        "messages.content.content.source.content.text": lambda role, text: _result(_pages([{"type": "text", "text": text}])),
        "messages.content.content.source": lambda role, text: _result(_found(text, FINE)),
        "messages.content.content.content.text": lambda role, text: _result(_found("a", text)),
        "tool_calls": lambda role, text: _block(role, type="tool_use", id="t1", name="python", input={"code": text}),
    },
    "ollama-chat": {
        "messages.content": lambda role, text: _chat(role=role, content=text),
        "messages.thinking": lambda role, text: _chat(role=role, thinking=text),
        "tool_calls": lambda role, text: _chat(
            role=role, tool_calls=[{"function": {"name": "python", "arguments": {"code": text}}}]
        ),
    },
    "ollama-generate": {
        "system": lambda role, text: {"system": text},
        "prompt": lambda role, text: {"prompt": text},
        "suffix": lambda role, text: {"prompt": FINE, "suffix": text},
    },
}  # fmt: skip

PLAIN: dict[str, Json] = {
    "chat": {"messages": [{"role": "user", "content": FINE}]},
    "completions": {"prompt": FINE},
    "responses": {"input": FINE},
    "embeddings": {"input": FINE},
    "messages": {"messages": [{"role": "user", "content": FINE}], "max_tokens": 100},
    "ollama-chat": {"messages": [{"role": "user", "content": FINE}]},
    "ollama-generate": {"prompt": FINE},
}


def _input_file(text: str) -> Json:
    return {"type": "input_file", "filename": "notes.txt", "file_data": data_url(text)}


def asked(dialect: Dialect, place: str, text: str, stream: bool) -> Json:
    """A request with `text` in `place`: ``role:path`` as the dialect declares it, or the name of a text field."""
    role, _, path = place.partition(":")
    change = ASKING[dialect.name][path](role, text) if path else {place: {"description": text}}
    streaming = {"stream": stream} if dialect.streams else {}
    return {"model": "m", **PLAIN[dialect.name], **streaming, **change}
