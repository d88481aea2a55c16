"""Corral's guards: judgement as a library, without a web framework, without torch at import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import Blocked, CorralError
from .types import (
    Action,
    Budget,
    Exchange,
    Finding,
    Guard,
    Ladder,
    Message,
    Report,
    Stage,
    Status,
    Subject,
    Tier,
    ToolCall,
    Verdict,
)

if TYPE_CHECKING:
    from .checked import Checked
    from .corral import Corral
    from .pipeline import Pipeline
    from .policy import Policy, default_policy, load_policy

__all__ = [
    "Action",
    "Blocked",
    "Budget",
    "Checked",
    "Corral",
    "CorralError",
    "Exchange",
    "Finding",
    "Guard",
    "Ladder",
    "Message",
    "Pipeline",
    "Policy",
    "Report",
    "Stage",
    "Status",
    "Subject",
    "Tier",
    "ToolCall",
    "Verdict",
    "default_policy",
    "load_policy",
]

_LATER = {
    "Checked": "checked",
    "Corral": "corral",
    "Pipeline": "pipeline",
    "Policy": "policy",
    "default_policy": "policy",
    "load_policy": "policy",
}


def __getattr__(name: str) -> object:
    """Imports what needs pydantic or a model only when it is asked for, so that ``import guards`` stays quick."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
