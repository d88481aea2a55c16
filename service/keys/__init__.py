"""API keys: who may ask, for what, and how much of it."""

from __future__ import annotations

from .keyring import Keyring
from .settings import ApiKey, Scope, new_key

__all__ = ["ApiKey", "Keyring", "Scope", "new_key"]
