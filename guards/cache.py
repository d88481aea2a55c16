"""Findings remembered by guard revision, so that an unchanged message is never judged twice.

What is kept are findings, not verdicts: a new policy needs no new run, a new model or rule set does. A key is a
keyed hash; no text is kept, and without the key nobody can test whether a text was seen.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Protocol

from .types import Finding, Guard, Message, Subject

Findings = tuple[Finding, ...]


class FindingsCache(Protocol):
    """Where findings are remembered. A miss and a broken store look the same to the pipeline: it judges."""

    async def get_many(self, keys: Sequence[bytes]) -> Sequence[Findings | None]: ...

    async def put_many(self, entries: Mapping[bytes, Findings]) -> None: ...


class MemoryCache:
    """The embedded default: the `max_entries` last used, in this process."""

    def __init__(self, max_entries: int = 20_000) -> None:
        self._max_entries = max_entries
        self._entries: OrderedDict[bytes, Findings] = OrderedDict()
        self._lock = threading.Lock()

    async def get_many(self, keys: Sequence[bytes]) -> Sequence[Findings | None]:
        with self._lock:
            for key in keys:
                if key in self._entries:
                    self._entries.move_to_end(key)
            return [self._entries.get(key) for key in keys]

    async def put_many(self, entries: Mapping[bytes, Findings]) -> None:
        with self._lock:
            for key, findings in entries.items():
                self._entries[key] = findings
                self._entries.move_to_end(key)
            while len(self._entries) > self._max_entries:
                self._entries.popitem(last=False)


class Keys:
    """Makes cache keys under one secret; proxies that share a store share the secret."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = hashlib.blake2b(secret or secrets.token_bytes(32), digest_size=32).digest()

    def key(self, guard: Guard, subject: Subject) -> bytes:
        """Covers everything that the guard may look at: a guard that declares `context_free` sees no other turns."""
        seal = hashlib.blake2b(key=self._secret, digest_size=20)
        for part in (guard.name, guard.revision, subject.stage.value, subject.language or "", subject.tool or ""):
            _feed(seal, part)
        _feed(seal, subject.text)
        if not getattr(guard, "context_free", False):
            for message in subject.context:
                _feed_message(seal, message)
        return seal.digest()

    def text(self, text: str) -> str:
        """A hash of the text alone, for logs: equal texts are told, and nobody without the secret can test a guess."""
        seal = hashlib.blake2b(key=self._secret, digest_size=16, person=b"text")
        _feed(seal, text)
        return seal.hexdigest()


def _feed_message(seal: hashlib.blake2b, message: Message) -> None:
    for part in (message.role, message.text, "-" if message.name is None else f"+{message.name}"):
        _feed(seal, part)
    seal.update(len(message.tool_calls).to_bytes(8, "little"))
    for call in message.tool_calls:
        _feed(seal, call.name)
        _feed(seal, call.arguments)


def _feed(seal: hashlib.blake2b, part: str) -> None:
    """Length first, so that ("ab", "c") and ("a", "bc") differ."""
    raw = part.encode("utf-8", "surrogatepass")
    seal.update(len(raw).to_bytes(8, "little"))
    seal.update(raw)
