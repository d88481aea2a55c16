"""Tool calls that a model writes as plain text: Llama 3.1's own formats.

Source: Meta's Llama 3.1 prompt format documentation, "Tool calling": ``<|python_tag|>`` before code or a built-in
tool's call, ``<function=name>{...}</function>`` for user-defined tools, and a bare JSON object with `name` and
`parameters`. One pass, linear in the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..types import ToolCall

PYTHON_TAG = "<|python_tag|>"
CODE_TOOL = "code_interpreter"
MAX_CALL_CHARS = 100_000

_OPENING = re.compile(
    r"<\|python_tag\|>|<function=(?P<name>[^<>\n]{1,200})>|"
    r'(?P<json>\{)(?=\s{0,40}"(?:name|type|function|parameters|arguments)"\s{0,40}:)'
)
_TAG_END = re.compile(r"<\|(?:eom_id|eot_id|python_tag)\|>|<function=")
_BUILT_IN = re.compile(r"\s*([A-Za-z_][\w.]{0,100})\.call\(", re.ASCII)
_QUOTE_OR_BRACE = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}]', re.S)
_MARKS = (PYTHON_TAG, "<function=")
_KEYS = ("name", "type", "function", "parameters", "arguments")
_JSON_BEGINS = re.compile(r'\{\s{0,40}(?:"([a-z]{0,10})("?)\s{0,40})?$')


@dataclass(frozen=True, slots=True)
class TextCall:
    """A call written as text: ``text[start:end]``; `closed` is False while its end has not come."""

    start: int
    end: int
    call: ToolCall
    closed: bool


def calls_in(text: str) -> tuple[TextCall, ...]:
    """The calls in `text`, in order; an unclosed one runs to the end."""
    return tuple(_calls(text))


def begins_call(text: str) -> int | None:
    """Where, at the end of `text`, the first characters of what may become a call stand."""
    tail = max(0, len(text) - 100)
    if found := _JSON_BEGINS.search(text, tail):
        key, whole = found[1] or "", bool(found[2])
        if any(name == key if whole else name.startswith(key) for name in _KEYS):
            return found.start()
    at = text.rfind("<", tail)
    return at if at >= 0 and any(mark.startswith(text[at:]) for mark in _MARKS) else None


def _calls(text: str) -> Iterator[TextCall]:
    at = 0
    while (found := _OPENING.search(text, at)) is not None:
        if found["json"]:
            start = found.start("json")
            end = _json_end(text, start)
            call = _from_json(text[start : end or len(text)])
            at = end or len(text)
            if call is None and end is not None:
                continue  # an object like any other
            yield TextCall(start, at, call or ToolCall("", text[start:at]), end is not None)
        elif found["name"]:
            closing = text.find("</function>", found.end())
            end = closing if closing >= 0 else len(text)
            at = min(len(text), end + len("</function>")) if closing >= 0 else end
            yield TextCall(found.start(), at, ToolCall(found["name"].strip(), text[found.end() : end]), closing >= 0)
        else:
            stop = _TAG_END.search(text, found.end())
            at = stop.start() if stop else len(text)
            yield TextCall(found.start(), at, _tagged(text[found.end() : at]), stop is not None)


def _tagged(code: str) -> ToolCall:
    """What follows the tag: a call as JSON, a built-in tool's call, or code for the interpreter."""
    if code.lstrip().startswith("{") and (call := _from_json(code)) is not None:
        return call
    if built_in := _BUILT_IN.match(code):
        return ToolCall(built_in[1], code)
    return ToolCall(CODE_TOOL, code)


def _from_json(text: str) -> ToolCall | None:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(row, dict) and isinstance(row.get("function"), dict):
        row = row["function"]
    arguments = row.get("parameters", row.get("arguments")) if isinstance(row, dict) else None
    if arguments is None or not isinstance(row.get("name"), str):
        return None
    return ToolCall(row["name"], arguments if isinstance(arguments, str) else json.dumps(arguments, ensure_ascii=False))


def _json_end(text: str, start: int) -> int | None:
    depth = 0
    for found in _QUOTE_OR_BRACE.finditer(text, start, start + MAX_CALL_CHARS):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0:
                return found.end()
    return None
