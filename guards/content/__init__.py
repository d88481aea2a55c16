"""The content guard: Llama Guard 3's hazards in prompts and in replies."""

from .embedded import ContentGuard

__all__ = ["ContentGuard"]
