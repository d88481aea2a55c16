"""Rows with a prompt and a response in fields of their own: CSV, Parquet, and plain JSON lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import InputError
from ...types import Exchange, Message, Role
from .base import Format, Json, common, name_of, time_of
from .messages import Reader

_PROMPTS = ("prompt", "question", "instruction", "query", "user_message", "input")
_RESPONSES = ("response", "completion", "answer", "output", "reply", "assistant_message", "generated_text")
_DOCUMENTS = ("document", "context", "retrieved")
TARGETS = ("prompt", "response", "system", "document", "messages", "id", "time", "key", "model", "language")
_ROLES: Mapping[str, Role] = {"user": "user", "assistant": "assistant", "document": "tool", "tool": "tool"}


def fits(row: Json) -> bool:
    return any(isinstance(row.get(name), str) for name in (*_PROMPTS, *_RESPONSES, "text"))


def read(row: Json) -> dict[str, Any]:
    """Fields under their common names; ``{text, role?}`` as `corral check` reads it."""
    if isinstance(row.get("text"), str) and not any(row.get(name) for name in (*_PROMPTS, *_RESPONSES)):
        role = _ROLES.get(str(row.get("role", "user")))
        if role is None:
            raise InputError(f"must be one of {', '.join(_ROLES)}", field="role")
        return {**common(row), "exchange": Exchange(_said((role, row["text"], "text")), name_of(row, "model"))}
    found = {
        "prompt": next((name for name in _PROMPTS if row.get(name)), None),
        "response": next((name for name in _RESPONSES if row.get(name)), None),
        "document": next((name for name in _DOCUMENTS if isinstance(row.get(name), str) and row[name]), None),
        "system": "system" if row.get("system") else None,
    }
    return {**common(row), **_mapped(row, {target: name for target, name in found.items() if name})}


def mapped(columns: Mapping[str, str]) -> Format:
    """The format of rows whose fields the user names: ``{"prompt": "question", "response": "bot_said"}``.

    Raises:
        InputError: a target is not one that there is, or none holds text.
    """
    if unknown := sorted(set(columns) - set(TARGETS)):
        raise InputError(f"{unknown[0]!r} is no target; there are {', '.join(TARGETS)}", field="--map")
    if not set(columns) & {"prompt", "response", "messages", "document"}:
        raise InputError("maps no text", field="--map", fix="name a column for prompt, response, document or messages")

    def reading(row: Json) -> dict[str, Any]:
        missing = [name for name in columns.values() if name not in row]
        if missing:
            raise InputError(f"there is no such field; the row has {', '.join(map(str, row))[:200]}", field=missing[0])
        return {**common(row), **_mapped(row, columns)}

    return Format("mapped", "fields named with --map", lambda row: True, reading)


def _mapped(row: Json, columns: Mapping[str, str]) -> dict[str, Any]:
    reader = Reader()
    messages = list(reader.messages(row[columns["messages"]], columns["messages"])) if "messages" in columns else []
    parts: tuple[tuple[Role, str], ...] = (
        ("system", "system"), ("tool", "document"), ("user", "prompt"), ("assistant", "response"),
    )  # fmt: skip
    for role, target in parts:
        if (name := columns.get(target)) and row.get(name) not in (None, ""):
            messages += _said((role, row[name], name))
    known: dict[str, Any] = {
        target: name_of(row, columns[target]) for target in ("id", "key", "language") if target in columns
    }
    if "time" in columns:
        known["time"] = time_of(row[columns["time"]], columns["time"])
    model = name_of(row, columns.get("model", "model"))
    return {**known, "exchange": Exchange(tuple(messages), model), "unjudged": dict(reader.unjudged)}


def _said(*parts: tuple[Role, Any, str]) -> tuple[Message, ...]:
    for _, text, field in parts:
        if not isinstance(text, str):
            raise InputError("must be a text", field=field)
    return tuple(Message(role, text) for role, text, _ in parts if text.strip())
