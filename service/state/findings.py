"""Findings that all proxies on one Redis share, behind the cache in this process.

A text that one proxy has judged is free for the others. A key is a keyed hash of the exact text (findings point into
it, so no other text may share them) and the guard's revision; a value is sealed. Writes never wait for Redis.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guards.cache import Findings, MemoryCache
from guards.errors import MalformedAnswer
from guards.wire import finding_from_json, finding_json

from .flights import Flights
from .link import Away, Health, Link, Rubbish
from .outbox import Lost, Outbox
from .seal import Broken, Seal

if TYPE_CHECKING:
    from redis.asyncio import Redis

MAX_VALUE_BYTES = 32_768  # longer findings stay in this process
MAX_WAITING_BYTES = 8_000_000
MAX_ASKED = 512  # keys in one question
WRITE_TIMEOUT_S = 1.0


class SharedFindings:
    """A `FindingsCache` in Redis; one that does not answer knows nothing."""

    def __init__(
        self, link: Link, seal: Seal, *, prefix: str, ttl_s: int, lost: Lost, near: MemoryCache | None = None
    ) -> None:
        self._link, self._seal, self._ttl_s = link, seal, ttl_s
        self._prefix = f"{prefix}:findings:".encode()
        self._near = near or MemoryCache()
        self._trips = Flights[Sequence[bytes], Sequence[bytes | None]](self._read_many)
        self._outbox = Outbox[tuple[bytes, bytes]](
            link, self._write, max_bytes=MAX_WAITING_BYTES, keep=False, lost=lost
        )

    def start(self) -> None:
        self._outbox.start()

    async def stop(self) -> None:
        await self._outbox.close()

    async def get_many(self, keys: Sequence[bytes]) -> Sequence[Findings | None]:
        found = list(await self._near.get_many(keys))
        missing = [at for at, findings in enumerate(found) if findings is None]
        if not missing:
            return found
        try:
            for start in range(0, len(missing), MAX_ASKED):
                places = missing[start : start + MAX_ASKED]
                for at, raw in zip(places, await self._trips.ask([keys[at] for at in places]), strict=True):
                    found[at] = self._opened(raw, keys[at])
        except Away:
            return found
        fetched = {keys[at]: findings for at in missing if (findings := found[at]) is not None}
        await self._near.put_many(fetched)
        return found

    async def put_many(self, entries: Mapping[bytes, Findings]) -> None:
        """May be called on any thread's loop."""
        await self._near.put_many(entries)
        if self._link.health is not Health.UP:
            return
        for key, findings in entries.items():
            plain = json.dumps([finding_json(finding) for finding in findings], separators=(",", ":")).encode()
            if len(plain) <= MAX_VALUE_BYTES:
                sealed = self._seal.close(plain, key)
                self._outbox.offer((self._prefix + key, sealed), len(sealed) + len(key) + 200)

    async def _read_many(self, questions: Sequence[Sequence[bytes]]) -> Sequence[Sequence[bytes | None]]:
        """What is stored under the keys of each question, all of them in one trip."""
        keys = [key for question in questions for key in question]

        async def ask(redis: Redis) -> Sequence[bytes | None]:
            answer: Any = await redis.mget([self._prefix + key for key in keys])
            if not isinstance(answer, list) or len(answer) != len(keys):
                raise Rubbish
            if not all(value is None or isinstance(value, bytes) for value in answer):
                raise Rubbish
            return answer

        values = iter(await self._link.call(ask))
        return [[next(values) for _ in question] for question in questions]

    def _opened(self, raw: bytes | None, key: bytes) -> Findings | None:
        if raw is None:
            return None
        try:
            rows = json.loads(self._seal.open(raw, key))
            return tuple(finding_from_json(row) for row in rows)
        except (Broken, MalformedAnswer, ValueError, TypeError):
            self._link.unsealed()
            return None

    async def _write(self, entries: Sequence[tuple[bytes, bytes]]) -> None:
        async def ask(redis: Redis) -> None:
            pipe = redis.pipeline(transaction=False)
            for key, value in entries:
                pipe.set(key, value, ex=self._ttl_s)
            await pipe.execute()

        # Nobody waits for it, but a hung Redis is found out here as well.
        await self._link.call(ask, writes=True, timeout_s=WRITE_TIMEOUT_S)
