"""Logs of other gateways.

Source: LiteLLM's documentation, "StandardLoggingPayload Specification".
"""

from __future__ import annotations

from typing import Any

from ...errors import InputError
from .base import Json, name_of, table, time_of
from .openai import paired


def is_litellm(row: Json) -> bool:
    return "call_type" in row and ("messages" in row or "response" in row or "startTime" in row)


def litellm(row: Json) -> dict[str, Any]:
    """A StandardLoggingPayload; one that logs no messages (message logging was off) holds nothing to judge."""
    messages, metadata = row.get("messages"), table(row, "metadata")
    if not messages or (isinstance(messages, str) and messages.startswith("redacted-by-")):
        raise InputError("holds no messages", field="messages", fix="LiteLLM logged this row without its texts")
    body = {"messages": messages} if isinstance(messages, list) else {"prompt": messages}
    known = {
        "id": name_of(row, "id", "trace_id"),
        "time": time_of(row.get("startTime"), "startTime"),
        "key": name_of(
            metadata,
            "user_api_key_alias",
            "user_api_key_team_alias",
            "user_api_key_user_id",
            "user_api_key_end_user_id",
        ),
    }
    return paired({**body, "model": row.get("model_group") or row.get("model")}, row.get("response"), known)
