"""The stream of decisions in Redis: bounded, newest kept, for the console and the audit of all proxies at once."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from guards.errors import InputError

from .link import Link, Rubbish
from .outbox import Lost, Outbox

if TYPE_CHECKING:
    from redis.asyncio import Redis

Row = Mapping[str, Any]

MAX_ROW_BYTES = 262_144
MAX_WAITING_BYTES = 16_000_000
MAX_READ = 1_000
TIMEOUT_S = 1.0  # nobody's request waits for it

_ID = re.compile(r"\d{1,20}(-\d{1,20})?", re.ASCII)


class DecisionStream:
    """Rows of the decision log, for which it is one more sink; while Redis is away the newest of them wait here."""

    def __init__(self, link: Link, *, prefix: str, max_rows: int, lost: Lost) -> None:
        self._link, self._key, self._max_rows, self._lost = link, f"{prefix}:decisions", max_rows, lost
        self._outbox = Outbox[bytes](link, self._write, max_bytes=MAX_WAITING_BYTES, keep=True, lost=lost)

    def start(self) -> None:
        self._outbox.start()

    async def stop(self) -> None:
        await self._outbox.close()

    def close(self) -> None:
        """For the log that writes here; the connection has other users."""

    def write(self, lines: bytes) -> None:
        """Takes rows, a line each; from any thread, and never waits. One that is too long is lost, and counted."""
        for line in lines.splitlines():
            if len(line) > MAX_ROW_BYTES:
                self._lost(1)
            elif line:
                self._outbox.offer(line, len(line) + 200)

    async def read(self, after: str | None = None, count: int = 100) -> Sequence[tuple[str, Row]]:
        """At most `count` rows with their ids, in order: those after an id, or else the newest.

        Raises:
            InputError: `after` is no id, or `count` is out of bounds.
            Away: Redis does not answer.
        """
        if not 1 <= count <= MAX_READ:
            raise InputError(f"must be 1 to {MAX_READ}", field="count")
        if after is not None and not _ID.fullmatch(after):
            raise InputError("must be the id of a row, such as 1764168000000-0", field="after")

        async def ask(redis: Redis) -> list[tuple[str, Row]]:
            rows: Any
            if after is None:
                rows = await redis.xrevrange(self._key, count=count)
            else:
                rows = await redis.xrange(self._key, min=f"({after}", count=count)
            try:
                found = [(entry.decode(), json.loads(fields[b"row"])) for entry, fields in rows]
            except (ValueError, TypeError, KeyError, AttributeError):
                raise Rubbish from None
            return found if after else found[::-1]

        return await self._link.call(ask, timeout_s=TIMEOUT_S)

    async def _write(self, rows: Sequence[bytes]) -> None:
        async def ask(redis: Redis) -> None:
            pipe = redis.pipeline(transaction=False)
            for row in rows:
                pipe.xadd(self._key, {"row": row}, maxlen=self._max_rows, approximate=True)
            await pipe.execute()

        await self._link.call(ask, writes=True, timeout_s=TIMEOUT_S)
