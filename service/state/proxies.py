"""Which proxies share this Redis, and which policy each of them runs.

A proxy that has loaded another policy says so; the others are told at once, and read their own file again. A policy
itself never travels through Redis: who may write there could else turn every guard off.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import secrets
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from .link import Away, Link, Rubbish

log = logging.getLogger("corral.state")

if TYPE_CHECKING:
    from redis.asyncio import Redis

BEAT_S = 5.0
GONE_S = 20  # unseen for so long, a proxy is taken for gone
KEPT_S = 7 * 86_400
TIMEOUT_S = 1.0
MAX_PROXIES = 1_000

Heard = Callable[[str], Awaitable[None]]  # the revision that another proxy has loaded


@dataclass(frozen=True, slots=True)
class Proxy:
    """One proxy, as it last told; times are seconds since 1970, by its own clock."""

    id: str
    policy: str  # name@revision
    policy_since: float
    started: float


class Proxies:
    """Tells the others what runs here, and listens; without Redis there are no others."""

    def __init__(self, link: Link | None, *, prefix: str, policy: str) -> None:
        now = time.time()
        self._link = link
        self.own = Proxy(f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}", policy, now, now)
        self._index, self._rows = f"{prefix}:proxies", f"{prefix}:proxy:"
        self._channel, self._notice = f"{prefix}:policy", f"{prefix}:policy:newest"
        self._heard: list[Heard] = []
        self._noticed: bytes | None = None
        self._untold: bytes | None = None
        self._looked = False
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def on_policy(self, heard: Heard) -> None:
        """Calls `heard` when another proxy has loaded a policy that does not run here."""
        self._heard.append(heard)

    def start(self) -> None:
        """Begins to tell and to listen, for the running loop."""
        if (link := self._link) is not None:
            self._tasks = [asyncio.ensure_future(self._beat(link)), asyncio.ensure_future(self._listen(link))]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)

        async def ask(redis: Redis) -> None:
            await redis.delete(self._rows + self.own.id)

        if self._link is not None:
            with suppress(Away):
                await self._link.call(ask, writes=True)

    async def loaded(self, policy: str) -> None:
        """Another policy runs here now: the others are told, or find out by themselves once Redis is back."""
        self.own = replace(self.own, policy=policy, policy_since=time.time())
        notice = json.dumps({"id": self.own.id, "policy": policy, "nonce": secrets.token_hex(8)}).encode()
        self._noticed = self._untold = notice
        if self._link is not None:
            with suppress(Away):
                await self._announce(self._link, notice)

    async def _announce(self, link: Link, notice: bytes) -> None:
        async def ask(redis: Redis) -> None:
            pipe = redis.pipeline(transaction=False)
            self._tell(pipe)
            pipe.set(self._notice, notice, ex=KEPT_S)
            pipe.publish(self._channel, notice)
            await pipe.execute()

        await link.call(ask, writes=True, timeout_s=TIMEOUT_S)
        if self._untold == notice:
            self._untold = None

    async def running(self) -> Sequence[Proxy]:
        """Every proxy that was heard of in the last seconds, this one first; only this one where Redis is away."""

        async def ask(redis: Redis) -> list[Proxy]:
            known: Any = await cast(Awaitable[Any], redis.smembers(self._index))
            ids = sorted(name.decode() for name in known)[:MAX_PROXIES]
            rows: Any = await redis.mget([self._rows + name for name in ids]) if ids else []
            gone = [name for name, raw in zip(ids, rows, strict=True) if raw is None]
            if gone:
                await cast(Awaitable[Any], redis.srem(self._index, *gone))
            return [proxy for raw in rows if (proxy := _proxy(raw)) is not None]

        if self._link is None:
            return [self.own]
        try:
            found = await self._link.call(ask, timeout_s=TIMEOUT_S)
        except Away:
            return [self.own]
        return [self.own, *(proxy for proxy in found if proxy.id != self.own.id)]

    async def _beat(self, link: Link) -> None:
        while True:
            with suppress(Away):
                if self._untold is not None:
                    await self._announce(link, self._untold)
                await self._tell_and_look(link)
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT_S):
                    await self._wake.wait()
            self._wake.clear()

    def _tell(self, pipe: Any) -> None:
        pipe.set(self._rows + self.own.id, json.dumps(asdict(self.own)), ex=GONE_S)
        pipe.sadd(self._index, self.own.id)
        pipe.expire(self._index, KEPT_S)

    async def _tell_and_look(self, link: Link) -> None:
        """Says that this proxy lives, and looks for a notice, one that was missed too."""

        async def ask(redis: Redis) -> bytes | None:
            pipe = redis.pipeline(transaction=False)
            self._tell(pipe)
            pipe.get(self._notice)
            answer = await pipe.execute()
            if not isinstance(answer[-1], bytes | None):
                raise Rubbish
            return answer[-1]

        notice = await link.call(ask, writes=True, timeout_s=TIMEOUT_S)
        looked, self._looked = self._looked, True
        if notice == self._noticed:
            return
        self._noticed = notice
        policy = _policy_of(notice)
        if looked and policy is not None and policy != self.own.policy:
            for heard in self._heard:
                try:
                    await heard(policy)
                except Exception as error:
                    log.error("another proxy's policy could not be followed: %s", type(error).__name__)

    async def _listen(self, link: Link) -> None:
        """A message only wakes the beat: what it says is read from the notice, so one that was missed is no loss."""
        while True:
            try:
                await link.listen(self._channel, self._wake.set)
            except Away:
                await asyncio.sleep(BEAT_S)


def _proxy(raw: Any) -> Proxy | None:
    try:
        row = json.loads(raw)
        return Proxy(str(row["id"]), str(row["policy"]), float(row["policy_since"]), float(row["started"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _policy_of(notice: bytes | None) -> str | None:
    try:
        policy = json.loads(notice or b"")["policy"]
    except (ValueError, TypeError, KeyError):
        return None
    return policy if isinstance(policy, str) else None
