"""Policy: one YAML document that turns reports into a verdict."""

from .document import Blocked, GuardPolicy, Levels, Log, Notes, Policy, Selector, Stream, Where
from .doubts import doubts
from .judge import REDACTED, judge, redact
from .load import default_policy, load_policy, parse_policy
from .tiers import LlamaGuardTier, PromptGuardTier, RemoteTier, TierEntry

__all__ = [
    "REDACTED",
    "Blocked",
    "GuardPolicy",
    "Levels",
    "LlamaGuardTier",
    "Log",
    "Notes",
    "Policy",
    "PromptGuardTier",
    "RemoteTier",
    "Selector",
    "Stream",
    "TierEntry",
    "Where",
    "default_policy",
    "doubts",
    "judge",
    "load_policy",
    "parse_policy",
    "redact",
]
