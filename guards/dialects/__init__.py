"""The forms of asking a model that this proxy speaks: one file each, and nothing else knows them."""

from __future__ import annotations

from .base import Dialect
from .chat import Chat
from .completions import Completions
from .embeddings import Embeddings
from .messages import Messages
from .ollama import OllamaChat, OllamaGenerate
from .responses import Responses

DIALECTS: tuple[Dialect, ...] = (
    Chat(),
    Completions(),
    Responses(),
    Embeddings(),
    Messages(),
    OllamaChat(),
    OllamaGenerate(),
)

__all__ = ["DIALECTS", "Dialect", "spoken_at"]


def spoken_at(path: str) -> Dialect:
    """The dialect that a client of `path` speaks, doors that are closed among them: errors are told in it."""
    doors = [dialect for dialect in DIALECTS if path == dialect.path or path.startswith(f"{dialect.path}/")]
    kin = [dialect for dialect in DIALECTS if dialect.path.split("/")[1] == path.split("/")[1]]
    return (doors or kin or DIALECTS)[0]
