"""The way to Redis: every call bounded in time, a breaker in front, one log line each time that things change.

Whoever calls must be able to go on without an answer: whatever is wrong with Redis comes out as `Away`.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from guards.errors import ConfigError, MissingExtra

from .patience import Patience

if TYPE_CHECKING:
    from redis.asyncio import Redis

log = logging.getLogger("corral.state")

T = TypeVar("T")

STRIKES = 3  # slow answers in a row before Redis is left alone; anything else that fails opens the breaker at once
FIRST_PROBE_S, LAST_PROBE_S = 0.25, 5.0
STEADY_S = 30.0  # up for so long, the next outage is a new one; before, it goes on where the last one ended


class Health(StrEnum):
    UP = "up"
    FULL = "full"  # it answers, and takes no writes
    DOWN = "down"


class Away(Exception):
    """Redis did not answer, or not with what was asked for; go on without it."""


class Rubbish(Exception):
    """An answer that can't be what was asked for."""


class Observer(Protocol):
    """Who is told how Redis is, and what fails."""

    def health(self, health: Health) -> None: ...

    def failed(self, kind: str) -> None: ...


class Link:
    """One pool of connections, for the event loop that `start` runs on."""

    def __init__(self, url: str, *, timeout_ms: float, max_connections: int, prefix: str, observer: Observer) -> None:
        """
        Raises:
            MissingExtra: redis-py is not installed.
            ConfigError: the URL is wrong.
        """
        self._client = _client(url, max_connections)
        self._timeout_s = timeout_ms / 1000
        self._permits = asyncio.Semaphore(max_connections)
        self._probe_key = f"{prefix}:probe"
        self._observer = observer
        self._health = Health.UP
        self._since = time.monotonic()
        self._probe_after_s = FIRST_PROBE_S
        self._strikes = 0
        self._told_unsealed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._prober: asyncio.Task[None] | None = None
        self._usable = asyncio.Event()
        self._usable.set()
        self.outages = 0  # how often it was not up; state kept there may be another one since
        observer.health(self._health)

    @property
    def health(self) -> Health:
        return self._health

    async def start(self) -> None:
        """Binds to the running loop and looks whether Redis is there; that it is not is no error."""
        self._loop = asyncio.get_running_loop()
        if trouble := await self._trouble():
            self._leave(*trouble)
        else:
            log.info("redis: connected")

    async def close(self) -> None:
        if self._prober is not None:
            self._prober.cancel()
            await asyncio.wait([self._prober])
        await _quietly(self._client.aclose())

    async def call(
        self, ask: Callable[[Redis], Awaitable[T]], *, writes: bool = False, timeout_s: float | None = None
    ) -> T:
        """What `ask` gets from Redis.

        Raises:
            Away: within the timeout there was no usable answer, or the breaker is open.
        """
        if self._health is Health.DOWN or (writes and self._health is Health.FULL):
            raise Away(self._health.value)
        if asyncio.get_running_loop() is not self._loop:
            raise Away("another thread's loop")  # connections belong to one loop
        waiting = True
        try:
            async with Patience(timeout_s or self._timeout_s), self._permits:
                waiting = False
                answer = await ask(self._client)
        except Exception as error:
            if waiting:  # every connection is in use: says nothing about Redis
                self._observer.failed("busy")
                raise Away("busy") from None
            self._failed(error)
            raise Away(type(error).__name__) from None
        self._strikes = 0
        return answer

    async def listen(self, channel: str, heard: Callable[[], None]) -> None:
        """Calls `heard` at each message on `channel`, and once at the beginning; returns never.

        Raises:
            Away: the connection broke, or could not be made.
        """
        if self._health is Health.DOWN:
            raise Away(self._health.value)
        subscription = self._client.pubsub(ignore_subscribe_messages=False)
        try:
            async with Patience(self._timeout_s):
                await subscription.subscribe(channel)
            while True:
                if await subscription.get_message(timeout=None) is not None:
                    heard()
        except Exception as error:
            raise Away(type(error).__name__) from None
        finally:
            await _quietly(subscription.aclose())  # type: ignore[no-untyped-call]

    def misused(self, error: Exception) -> None:
        """One of several answers was an error."""
        self._failed(error)

    def unsealed(self) -> None:
        """A value was read that nobody with our secret wrote: counted, and said once."""
        self._observer.failed("unsealed")
        if not self._told_unsealed:
            self._told_unsealed = True
            log.warning(
                "redis: a value there was not sealed with our secret: does every proxy on it have the same one?"
            )

    async def usable(self) -> None:
        """Returns once writes have a chance."""
        await self._usable.wait()

    def _failed(self, error: Exception) -> None:
        kind, words = _told(error)
        self._observer.failed(kind)
        if kind == "misused":  # one key holds something of somebody else's; Redis is well
            return
        self._strikes += 1
        if kind == "slow" and self._strikes < STRIKES:
            return
        self._leave(Health.FULL if kind == "full" else Health.DOWN, words)

    def _leave(self, health: Health, words: str) -> None:
        """Opens the breaker; the prober closes it."""
        if self._health is health:
            return
        if self._health is Health.UP:
            if time.monotonic() - self._since > STEADY_S:
                self._probe_after_s = FIRST_PROBE_S
            self._since = time.monotonic()
            self.outages += 1
        self._turn(health)
        log.warning(
            "redis: %s (%s): each proxy goes on by itself, with its own counts and cache, until it is back",
            health,
            words,
        )
        if self._prober is None or self._prober.done():
            self._prober = asyncio.ensure_future(self._probe())

    def _turn(self, health: Health) -> None:
        self._health = health
        self._strikes = 0
        self._observer.health(health)
        if health is Health.UP:
            self._usable.set()
        else:
            self._usable.clear()

    async def _probe(self) -> None:
        """Asks again and again, ever more seldom, until all is well."""
        while True:
            await asyncio.sleep(self._probe_after_s)
            self._probe_after_s = min(2 * self._probe_after_s, LAST_PROBE_S)
            trouble = await self._trouble()
            if trouble is None:
                break
            if trouble[0] is not self._health:
                self._leave(*trouble)
        now = time.monotonic()
        log.warning("redis: back after %.1f s", now - self._since)
        self._since = now
        self._turn(Health.UP)

    async def _trouble(self) -> tuple[Health, str] | None:
        """How Redis is, told by a small write that is read again; None: well."""
        mark = secrets.token_hex(8).encode()
        try:
            async with Patience(self._timeout_s):
                pipe = self._client.pipeline(transaction=True)
                pipe.set(self._probe_key, mark, px=60_000)
                pipe.get(self._probe_key)
                if await pipe.execute() != [True, mark]:
                    raise Rubbish
        except Exception as error:
            kind, words = _told(error)
            self._observer.failed(kind)
            await _quietly(self._client.connection_pool.disconnect(inuse_connections=False))
            return (Health.FULL if kind == "full" else Health.DOWN), words
        return None


def _client(url: str, max_connections: int) -> Redis:
    try:
        from redis.asyncio import ConnectionPool, Redis
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff
    except ImportError:
        raise MissingExtra("redis", "redis") from None
    try:
        # Retries would outlive the timeout, and RESP2 needs no greeting. Two more connections: the probe's, the listener's.
        pool = ConnectionPool.from_url(
            url, max_connections=max_connections + 2, protocol=2, retry=Retry(NoBackoff(), 0), driver_info=None,
            socket_timeout=None, socket_connect_timeout=None,
        )  # fmt: skip
    except ValueError as error:
        raise ConfigError(f"redis.url: {error}") from None
    return Redis(connection_pool=pool)


def _told(error: Exception) -> tuple[str, str]:
    """What is wrong, as a metric's label and in words without what Redis sent."""
    from redis import exceptions

    if isinstance(error, TimeoutError | exceptions.TimeoutError):
        return "slow", "no answer in time"
    if isinstance(error, exceptions.OutOfMemoryError) or str(error).startswith(("OOM", "MISCONF")):
        return "full", "it takes no writes: out of memory, or of disk"
    if str(error).startswith("WRONGTYPE"):
        return "misused", "a key of ours holds something else"
    if isinstance(error, exceptions.AuthenticationError | exceptions.NoPermissionError):
        return "refused", "the user or the password in its URL is refused"
    if isinstance(error, exceptions.InvalidResponse | Rubbish) or not isinstance(
        error, exceptions.RedisError | OSError
    ):
        return "rubbish", "what it answers is not Redis"
    if isinstance(error, exceptions.ResponseError | exceptions.BusyLoadingError):
        return "refused", f"it refuses: {type(error).__name__}"
    return "unreachable", "it can't be reached"


async def _quietly(closing: Awaitable[Any]) -> None:
    try:
        async with asyncio.timeout(1):
            await closing
    except Exception as error:
        log.debug("redis: closing failed (%s)", type(error).__name__)
