"""Meta's Llama Guard 3, from the user's own weights: behind an inference server, or in this process."""

from .backend import Backend
from .guard import LlamaGuard
from .prompt import CATEGORIES, Prompt, Template
from .remote import RemoteBackend
from .score import Position

__all__ = ["CATEGORIES", "Backend", "LlamaGuard", "Position", "Prompt", "RemoteBackend", "Template"]
