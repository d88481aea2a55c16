"""What a request says beside its texts: identifiers, numbers and switches are passed on, words are judged or refused."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import httpx
import pytest

from .conftest import Scripted, serve

Json = dict[str, Any]

BAD = "the FORBIDDEN word"

CALL = {"id": "c1", "type": "function", "index": 0, "function": {"name": "f", "arguments": "{}"}}
TEXT = {"type": "text", "text": "Hello."}
MARKED = {**TEXT, "cache_control": {"type": "ephemeral", "ttl": "1h"}}
SAID = {"type": "output_text", "text": "Hello.", "annotations": []}
FINE: dict[str, Json] = {
    "/v1/chat/completions": {
        "model": "m",
        "reasoning_effort": "low",
        "tool_choice": {"type": "function", "function": {"name": "f"}},
        "messages": [
            {"role": "user", "content": [MARKED]},
            {"role": "assistant", "tool_calls": [CALL]},
            {"role": "tool", "tool_call_id": "c1", "content": "Sunny."},
        ],
    },
    "/v1/completions": {"model": "m", "prompt": "Hello.", "guided_whitespace_pattern": "[ ]?"},
    "/v1/responses": {
        "model": "m",
        "reasoning": {"effort": "low"},
        "input": [
            {"type": "message", "role": "assistant", "id": "msg_1", "status": "completed", "content": [SAID]},
            {"type": "function_call", "id": "fc_1", "call_id": "c1", "status": "completed", "name": "f", "arguments": "{}"},
            {"type": "function_call_output", "id": "fo_1", "call_id": "c1", "status": "completed", "output": "Sunny."},
            {"type": "reasoning", "id": "rs_1", "status": "completed", "summary": [{"type": "summary_text", "text": "Hm."}]},
        ],
    },
    "/v1/messages": {
        "model": "m",
        "max_tokens": 9,
        "thinking": {"type": "enabled", "budget_tokens": 1024},
        "tool_choice": {"type": "tool", "name": "f"},
        "messages": [
            {"role": "user", "content": [
                {**MARKED, "citations": [{"type": "char_location", "cited_text": "It is so.", "document_index": 0}]},
                {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "A page."},
                 "citations": {"enabled": True}},
            ]},
            {"role": "assistant", "content": [
                {"type": "thinking", "thinking": "Hm.", "signature": "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pk"},
                {"type": "tool_use", "id": "t1", "name": "f", "input": {}},
            ]},
            {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "t1", "content": "Sunny.", "is_error": False}]},
        ],
    },
    "/api/chat": {
        "model": "m",
        "think": "low",
        "messages": [
            {"role": "assistant", "content": "", "tool_calls": [
                {"id": "c1", "type": "function", "function": {"name": "f", "index": 0, "arguments": {}}}
            ]},
            {"role": "tool", "tool_name": "f", "content": "Sunny."},
        ],
    },
    "/v1/embeddings": {"model": "m", "input": "Hello.", "input_type": "search_query"},
}  # fmt: skip

# Where words reach nobody: what only the operator writes, what a server looks up or compares, and never shows.
LEFT = {"model", "max_tokens"}


def changed(body: Json, path: tuple[str | int, ...], value: Any) -> Json:
    body = deepcopy(body)
    inner: Any = body
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return body


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] * bool(path) + [place for name, inner in rows for place in places(inner, (*path, name))]


@pytest.mark.parametrize("door", FINE)
def test_no_place_of_a_request_takes_words_unjudged(
    scripted: Scripted, policy_file: Callable[[str], Path], door: str
) -> None:
    passed = []
    policy = policy_file("stages: [input, output]\n => stages: [input, document, output, tool_call]\n")
    with serve(upstream=scripted.url, keyword=True, policy=policy) as url, httpx.Client(base_url=url) as client:
        client.post(door, json=FINE[door])
        assert len(scripted.requests) == 1, "an ordinary request is passed on"
        for place in places(FINE[door]):
            for value in (BAD, [BAD], {"x": BAD}, {BAD: "x"}):
                scripted.requests.clear()
                answer = client.post(door, json=changed(FINE[door], place, value))
                assert answer.status_code != 500, place
                if scripted.requests and not LEFT.issuperset(place):
                    passed.append((place, value))
    assert passed == []
