"""Chat messages as OpenAI, Anthropic and Hugging Face write them; more lenient than the proxy: a log is history.

What is no text (images, audio, files) is counted and not judged; the proxy refuses or passes it by policy.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import InputError
from ...types import Message, Role, ToolCall

_ROLES: Mapping[str, Role] = {
    "system": "system",
    "developer": "system",
    "user": "user",
    "human": "user",
    "prompter": "user",
    "assistant": "assistant",
    "gpt": "assistant",
    "chatgpt": "assistant",
    "bot": "assistant",
    "model": "assistant",
    "ai": "assistant",
    "tool": "tool",
    "function": "tool",
    "ipython": "tool",
    "observation": "tool",
    "function_call_output": "tool",
}
_TEXT_KINDS = {
    "text": "text",
    "input_text": "text",
    "output_text": "text",
    "refusal": "refusal",
    "thinking": "thinking",
}
_DEPTH = 4
MAX_MESSAGES = 10_000


class Reader:
    """Reads the messages of one record; `unjudged` counts the parts that are no text."""

    def __init__(self) -> None:
        self.unjudged: Counter[str] = Counter()

    def messages(self, rows: Any, field: str) -> tuple[Message, ...]:
        """Raises:
        InputError: names the message and its field.
        """
        if not isinstance(rows, list):
            raise InputError("must be a list of messages", field=field)
        if len(rows) > MAX_MESSAGES:
            raise InputError(f"has {len(rows)} messages; at most {MAX_MESSAGES} are read", field=field)
        return tuple(made for number, row in enumerate(rows) for made in self.message(row, f"{field}[{number}]"))

    def message(self, row: Any, field: str) -> Iterator[Message]:
        """The message, and as ones of their own the tool results that stand in it."""
        if not isinstance(row, Mapping):
            raise InputError("must be an object", field=field)
        kind = row.get("type")
        if kind == "function_call":  # the Responses API's items
            yield Message("assistant", "", (_call(row, field),))
            return
        if kind == "function_call_output":
            yield Message("tool", self.text(row.get("output"), f"{field}.output"))
            return
        if kind == "reasoning":
            if said := self.text(row.get("summary"), f"{field}.summary"):
                yield Message("assistant", said)
            return
        said = row.get("role", row.get("from"))
        role = _ROLES.get(said.lower()) if isinstance(said, str) else None
        if role is None:
            raise InputError(f"must be one of {', '.join(_ROLES)}", field=f"{field}.role")
        content = row.get("content", row.get("value", row.get("text")))
        texts, calls, results = self._parts(content, f"{field}.content")
        texts = [self.text(row.get(name), name) for name in ("reasoning_content", "reasoning")] + texts
        texts.append(self.text(row.get("refusal"), "refusal"))
        calls += [_call(call, f"{field}.tool_calls") for call in row.get("tool_calls") or ()]
        if isinstance(row.get("function_call"), Mapping):
            calls.append(_call(row["function_call"], f"{field}.function_call"))
        for result in results:
            yield Message("tool", result)
        text = "\n".join(filter(None, texts))
        if text or calls:
            yield Message(role, text, tuple(calls), row.get("name") if isinstance(row.get("name"), str) else None)

    def text(self, value: Any, field: str) -> str:
        """The text of a string or of a list of parts."""
        texts, _, results = self._parts(value, field)
        return "\n".join(filter(None, (*texts, *results)))

    def _parts(self, content: Any, field: str, depth: int = _DEPTH) -> tuple[list[str], list[ToolCall], list[str]]:
        """Texts, calls and tool results."""
        texts: list[str] = []
        calls: list[ToolCall] = []
        results: list[str] = []
        if content is None:
            return texts, calls, results
        if isinstance(content, str):
            return [content], calls, results
        if isinstance(content, Mapping):
            content = [content]
        if not isinstance(content, list) or depth == 0:
            raise InputError("must be a text or a list of parts", field=field)
        for number, part in enumerate(content):
            if isinstance(part, str):
                texts.append(part)
                continue
            if not isinstance(part, Mapping):
                raise InputError("must be a text or an object", field=f"{field}[{number}]")
            kind = str(part.get("type", "text"))
            if kind in _TEXT_KINDS or kind == "summary_text":
                text = part.get(_TEXT_KINDS.get(kind, "text"))
                if not isinstance(text, str):
                    raise InputError("holds no text", field=f"{field}[{number}]")
                texts.append(text)
            elif kind == "tool_use":
                calls.append(ToolCall(str(part.get("name", "")), _json(part.get("input"))))
            elif kind == "tool_result":
                inner, _, more = self._parts(part.get("content"), f"{field}[{number}]", depth - 1)
                results += [*inner, *more]
            else:
                self.unjudged[kind[:40]] += 1
        return texts, calls, results


def _call(row: Any, field: str) -> ToolCall:
    inner = row.get("function", row) if isinstance(row, Mapping) else None
    if not isinstance(inner, Mapping):
        raise InputError("must be objects with a function", field=field)
    arguments = inner.get("arguments", inner.get("input"))
    return ToolCall(str(inner.get("name", "")), arguments if isinstance(arguments, str) else _json(arguments))


def _json(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False)
