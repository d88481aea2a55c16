"""vLLM's text log: what a server with --enable-log-requests writes of each request and, with --enable-log-outputs, answer.

Up to 0.11 the prompt stands in the line "Received request"; later ones write it at debug level, in "Request ... details".
The prompt has the chat template applied: Llama 3's headers are taken apart again, another template is judged as it is.

Source: vLLM's documentation, `vllm.entrypoints.logger`.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from ...errors import InputError
from ...types import Exchange, Message, Role
from .base import Json

LINE = re.compile(
    r"(?:Received request (?P<a>[^ :]{1,200}): prompt: |Request (?P<b>[^ ]{1,200}) details: prompt: "
    r"|Generated response (?P<c>[^ :]{1,200})[^:]{0,60}: output: )(?=['\"N])"
)
_END = re.compile(r", (?:params: |prompt_token_ids: |output_token_ids: )")
CANDIDATES = 6  # places where a text may end that are tried
_TURN = re.compile(r"<\|start_header_id\|>(?P<role>[a-z]{1,20})<\|end_header_id\|>\n*")
_ROLES: dict[str, Role] = {
    "system": "system",
    "user": "user",
    "assistant": "assistant",
    "ipython": "tool",
    "tool": "tool",
}


def line_of(text: str) -> Json | None:
    """A log line's request or answer, None for a line that tells of neither."""
    found = LINE.search(text)
    if found is None:
        return None
    said = text[found.end() :].strip()
    return {"id": found["a"] or found["b"] or found["c"], "said": said, "answer": found["c"] is not None}


def read(row: Json) -> dict[str, Any]:
    """What `line_of` gave, as a record's parts."""
    text = _quoted(row["said"])
    if text is None:
        raise InputError("its prompt can't be read", fix="was the line cut short? see vLLM's --max-log-len")
    messages = (Message("assistant", text),) if row["answer"] else _turns(text)
    return {"id": row["id"], "exchange": Exchange(tuple(each for each in messages if each.text))}


def _quoted(rest: str) -> str | None:
    """The text that `rest` begins with, as Python writes it; a prompt may itself hold the words that follow it."""
    for end in [*(found.start() for found in _END.finditer(rest)), len(rest)][-CANDIDATES:][::-1]:
        if end and rest[end - 1] == rest[0]:
            try:
                text = ast.literal_eval(rest[:end])
            except (ValueError, SyntaxError, MemoryError, RecursionError):
                continue
            if isinstance(text, str):
                return text
    return None


def _turns(prompt: str) -> tuple[Message, ...]:
    marks = list(_TURN.finditer(prompt))
    if not marks:
        return (Message("user", prompt),)
    made = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        text = prompt[mark.end() : following.start() if following else None]
        text = text.replace("<|eot_id|>", "").replace("<|eom_id|>", "").strip()
        made.append(Message(_ROLES.get(mark["role"], "user"), text))
    return tuple(made)
