"""Corral's own decision log: scores are stored, texts only where the policy that wrote them allowed it."""

from __future__ import annotations

from typing import Any

from ...decisions import decision_from_json
from ...types import Exchange, Message, Role, Stage, ToolCall
from .base import Json

LOG = "log"  # what an audit adds to a row of its own results
_ROLE_OF_STAGE: dict[Stage, Role] = {Stage.INPUT: "user", Stage.DOCUMENT: "tool", Stage.OUTPUT: "assistant"}


def fits(row: Json) -> bool:
    return isinstance(row.get("v"), int) and "action" in row and "reports" in row


def read(row: Json) -> dict[str, Any]:
    decision = decision_from_json({name: value for name, value in row.items() if name != LOG})
    told = row.get(LOG) or {}
    texts = [seen for seen in decision.texts if seen.text is not None]
    whole = texts if len(texts) == len(decision.texts) else []  # a part of an exchange can't be judged as the exchange
    messages = tuple(
        Message("assistant", "", (ToolCall("", seen.text or ""),))
        if seen.stage is Stage.TOOL_CALL
        else Message(_ROLE_OF_STAGE[seen.stage], seen.text or "")
        for seen in whole
    )
    return {
        "exchange": Exchange(messages, decision.model),
        "id": decision.request or decision.verdict.id,
        "time": None if told.get("undated") else decision.time,
        "key": decision.key,
        "language": told.get("language"),
        "stored": decision,
    }
