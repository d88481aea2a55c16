"""Chat data as it lies on Hugging Face: ``messages``, ``conversations`` (ShareGPT's from/value), ``conversation``, ``turns``."""

from __future__ import annotations

from typing import Any

from ...types import Exchange
from .base import Json, common, name_of
from .messages import Reader

_FIELDS = ("messages", "conversations", "conversation", "turns", "chat", "dialog")


def fits(row: Json) -> bool:
    return any(isinstance(row.get(name), list) for name in _FIELDS)


def read(row: Json) -> dict[str, Any]:
    reader = Reader()
    name = next(name for name in _FIELDS if isinstance(row.get(name), list))
    turns = row[name]
    if turns and all(isinstance(turn, str) for turn in turns):  # they alternate, the user first
        turns = [{"role": ("user", "assistant")[at % 2], "content": turn} for at, turn in enumerate(turns)]
    messages = reader.messages(turns, name)
    if (system := reader.text(row.get("system"), "system")) and (not messages or messages[0].role != "system"):
        messages = (*reader.messages([{"role": "system", "content": system}], "system"), *messages)
    known = common(row)
    known["id"] = known["id"] or name_of(row, "conversation_id", "conversation_hash")
    return {**known, "exchange": Exchange(messages, name_of(row, "model")), "unjudged": dict(reader.unjudged)}
