"""State that proxies share: in Redis where one is configured, in this process else. A request never depends on Redis."""

from __future__ import annotations

from typing import Protocol

from prometheus_client import CollectorRegistry

from guards.cache import Keys

from .decisions import DecisionStream
from .findings import SharedFindings
from .limiter import Limiter, Standing
from .link import Away, Health, Link
from .metrics import StateMetrics
from .proxies import Proxies, Proxy
from .seal import Seal
from .settings import RedisSettings
from .tally import Limits, Over

__all__ = ["Away", "Health", "Limiter", "Limits", "Over", "Proxy", "RedisSettings", "Standing", "State"]


class _Part(Protocol):
    def start(self) -> None: ...

    async def stop(self) -> None: ...


class State:
    """All of it; without Redis only the limiter is there, counting in this process."""

    def __init__(self, settings: RedisSettings | None, *, registry: CollectorRegistry, policy: str) -> None:
        """`policy` is ``name@revision`` of what this proxy begins with.

        Raises:
            ConfigError: the address or the secret is missing or wrong.
            MissingExtra: the packages for Redis are not installed.
        """
        self.link: Link | None = None
        self.keys: Keys | None = None
        self.findings: SharedFindings | None = None
        self.decisions: DecisionStream | None = None
        if settings is None:
            self.limiter, self.proxies = Limiter(), Proxies(None, prefix="", policy=policy)
            return
        metrics, secret, prefix = StateMetrics(registry), settings.secret(), settings.prefix
        link = self.link = Link(
            settings.address(),
            timeout_ms=settings.timeout_ms,
            max_connections=settings.max_connections,
            prefix=prefix,
            observer=metrics,
        )
        self.limiter = Limiter(link, prefix=prefix)
        self.proxies = Proxies(link, prefix=prefix, policy=policy)
        if settings.findings:
            self.keys = Keys(secret)
            self.findings = SharedFindings(
                link, Seal(secret), prefix=prefix, ttl_s=settings.findings_ttl_s, lost=metrics.lost("findings")
            )
        if settings.decisions_max:
            self.decisions = DecisionStream(
                link, prefix=prefix, max_rows=settings.decisions_max, lost=metrics.lost("decisions")
            )

    async def start(self) -> None:
        """Binds to the running loop; Redis need not be there."""
        if self.link is None:
            return
        await self.link.start()
        for part in self._parts():
            part.start()

    async def close(self) -> None:
        """Sends what waits, if Redis takes it at once."""
        if self.link is None:
            return
        for part in self._parts():
            await part.stop()
        await self.link.close()

    def _parts(self) -> list[_Part]:
        parts: tuple[_Part | None, ...] = (self.limiter, self.findings, self.decisions, self.proxies)
        return [part for part in parts if part is not None]
