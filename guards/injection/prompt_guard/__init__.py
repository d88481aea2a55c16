"""Meta's Prompt Guard models, from the user's own weights: exported once, then run without torch."""

from .guard import PromptGuard
from .model import PromptGuardModel

__all__ = ["PromptGuard", "PromptGuardModel"]
