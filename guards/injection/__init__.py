"""The injection guard: jailbreaks, and instructions hidden in third-party text."""

from .embedded import InjectionGuard

__all__ = ["InjectionGuard"]
