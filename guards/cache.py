"""Findings remembered by guard revision, so that an unchanged message is never judged twice.

What is kept are findings, not verdicts: a new policy needs no new run, a new model or rule set does. A key is a
keyed hash; no text is kept, and without the key nobody can test whether a text was seen.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from .types import Finding, Guard, Message, Stage, Subject

Findings = tuple[Finding, ...]

MAX_BEGUN = 1_000
_NEITHER = bytes(16)  # two parts without a character, as `_feed` feeds them


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
        return self.get(keys)

    def get(self, keys: Sequence[bytes]) -> Sequence[Findings | None]:
        """`get_many` for who is on no event loop, or saves the way through one."""
        with self._lock:
            for key in keys:
                if key in self._entries:
                    self._entries.move_to_end(key)
            return [self._entries.get(key) for key in keys]

    async def put_many(self, entries: Mapping[bytes, Findings]) -> None:
        self.put(entries)

    def put(self, entries: Mapping[bytes, Findings]) -> None:
        """`put_many`, as `get` is to `get_many`."""
        with self._lock:
            for key, findings in entries.items():
                self._entries[key] = findings
                self._entries.move_to_end(key)
            while len(self._entries) > self._max_entries:
                self._entries.popitem(last=False)


class Digests:
    """Digests of texts and of the turns before them, remembered while one conversation is looked up.

    Every turn of a conversation is context of all that follow: without this, a long one is hashed as often as it has
    turns. What is remembered goes by identity, and each object is kept so that none can take another's place.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def text(self, subject: Subject) -> bytes:
        return self._digest(subject, lambda seal: _feed(seal, subject.text))

    def context(self, turns: tuple[Message, ...]) -> bytes:
        def feed(seal: hashlib.blake2b) -> None:
            known = self._known
            for turn in turns:
                digest = known.get(id(turn))
                seal.update(digest[1] if digest else self._digest(turn, partial(_feed_message, message=turn)))

        return self._digest(turns, feed)

    def _digest(self, what: object, feed: Callable[[hashlib.blake2b], None]) -> bytes:
        known = self._known.get(id(what))
        if known is None:
            seal = hashlib.blake2b(digest_size=32)
            feed(seal)
            known = self._known[id(what)] = (what, seal.digest())
        return known[1]


class Keys:
    """Makes cache keys under one secret; proxies that share a store share the secret."""

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = hashlib.blake2b(secret or secrets.token_bytes(32), digest_size=32).digest()
        self._begun: dict[tuple[str, str, Stage], hashlib.blake2b] = {}  # the part that is the same for every text

    def key(self, guard: Guard, subject: Subject, digests: Digests | None = None) -> bytes:
        """Covers everything that the guard may look at: a guard that declares `context_free` sees no other turns.

        `digests` are shared between the keys of one conversation, so that each of its texts is hashed once.
        """
        digests = digests or Digests()
        begins = (guard.name, guard.revision, subject.stage)
        begun = self._begun.get(begins)
        if begun is None:
            begun = hashlib.blake2b(key=self._secret, digest_size=20)
            for part in begins:
                _feed(begun, part)
            if len(self._begun) >= MAX_BEGUN:  # a guard elsewhere may change its revision for ever
                self._begun.clear()
            self._begun[begins] = begun
        seal = begun.copy()
        if subject.language or subject.tool:
            _feed(seal, subject.language or "")
            _feed(seal, subject.tool or "")
        else:
            seal.update(_NEITHER)
        seal.update(digests.text(subject))
        if not getattr(guard, "context_free", False):
            seal.update(digests.context(subject.context))
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
