"""One upstream and how it is doing: its breaker, its health, and whether it has asked for a rest."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Literal

from guards.breaker import Breaker
from guards.breaker import State as BreakerState
from guards.errors import UpstreamError, UpstreamTimeout

from .api import Answering, Api, Failure, UpstreamRefused
from .metrics import UpstreamMetrics
from .settings import UpstreamSettings

log = logging.getLogger("corral.upstreams")

MAX_REST_S = 60.0

State = Literal["up", "down", "open", "half-open", "resting"]


class Upstream:
    """An API, asked through its breaker."""

    def __init__(
        self, settings: UpstreamSettings, metrics: UpstreamMetrics, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Raises:
        ConfigError: the upstream's key is not where the settings say.
        """
        self.settings, self.name = settings, settings.name
        self.api = Api(settings)
        self._metrics, self._clock = metrics, clock
        rules = settings.breaker
        self.breaker = Breaker(
            failures=rules.failures,
            open_s=rules.open_s,
            max_open_s=rules.max_open_s,
            clock=clock,
            changed=self._changed,
        )
        self.in_flight = 0
        self._rests_until = 0.0
        self.complaint: str | None = None  # its latest failure, in words
        self._ill_checks = 0
        self._checked_at: float | None = None
        self._checking = asyncio.Lock()

    @property
    def state(self) -> State:
        if (breaker := self.breaker.state) != "closed":
            return breaker
        if self._ill_checks >= self.settings.health.failures:
            return "down"
        return "resting" if self.rests_s > 0 else "up"

    @property
    def rests_s(self) -> float:
        """Seconds for which it has asked to be left alone (Retry-After)."""
        return max(0.0, self._rests_until - self._clock())

    @property
    def full(self) -> bool:
        bound = self.settings.max_concurrent
        return bound is not None and self.in_flight >= bound

    def renamed(self, body: dict[str, Any] | None) -> dict[str, Any] | None:
        """`body` with the model as this upstream calls it."""
        theirs = self.settings.rename.get(body.get("model", "")) if body else None
        return {**body, "model": theirs} if body and theirs else body

    async def open(
        self, method: str, path: str, body: dict[str, Any] | None, authorization: str | None
    ) -> Answering | Failure:
        """One request that its breaker has admitted, until its answer begins; `done` ends one that began."""
        began = self._clock()
        self._at_work(+1)
        try:
            answer = await self.api.open(method, path, body, authorization, self.settings.first_byte_timeout_s)
        except BaseException:  # the client is gone
            self.breaker.dropped()
            self._at_work(-1)
            self._metrics.outcome(self.name, "dropped")
            raise
        if isinstance(answer, Failure):
            self._at_work(-1)
            self._failed(answer)
            return answer
        if self.breaker.state != "closed":
            self.breaker.succeeded()
        self._metrics.began(self.name, (self._clock() - began) * 1000)
        return answer

    async def done(self, answer: Answering, error: BaseException | None) -> None:
        """An answer that began has ended: whole, or with `error`, or because nobody wants more of it."""
        self._at_work(-1)
        if isinstance(error, UpstreamError):
            self.complaint = str(error)
            self.breaker.failed()
            self._metrics.outcome(self.name, type(error).__name__)
        elif error is None:
            self.breaker.succeeded()
            self._metrics.outcome(self.name, "done")
        else:
            self._metrics.outcome(self.name, "dropped")
        await answer.close(whole=error is None)

    async def check(self, max_age_s: float = 0.0) -> None:
        """Asks it whether it is well, unless it was asked within `max_age_s`."""
        async with self._checking:
            if self._checked_at is not None and self._clock() - self._checked_at < max_age_s:
                return
            rules = self.settings.health
            answer = await self.api.open("GET", rules.path, None, None, rules.timeout_s)
            if isinstance(answer, Answering):
                await answer.close(whole=False)
            first, self._checked_at = self._checked_at is None, self._clock()
            refused = answer.error if isinstance(answer, Failure) else None
            if first and isinstance(refused, UpstreamRefused) and refused.status == 404:
                words = "upstream %s (%s) answers, but has no %s: is its url right? Most APIs begin at /v1"
                log.warning(words, self.name, self.settings.url, rules.path)
            if refused is None or (isinstance(refused, UpstreamRefused) and refused.status < 500):
                if self._ill_checks >= rules.failures:
                    log.warning("upstream %s is well again", self.name)
                    self.breaker.succeeded()
                self._ill_checks = 0
                return
            self._ill_checks += 1
            if self._ill_checks == rules.failures:
                log.warning("upstream %s is not well: %s", self.name, refused)
            elif first:  # who has just started the proxy should hear at once, and not by the first request
                log.warning(
                    "upstream %s (%s) did not answer when the proxy started: %s", self.name, self.settings.url, refused
                )

    @property
    def well(self) -> bool:
        """Whether its last check was answered."""
        return self._ill_checks == 0

    def show_state(self) -> None:
        self._metrics.state(self.name, self.state)

    def _at_work(self, change: int) -> None:
        self.in_flight += change
        self._metrics.in_flight(self.name, change)

    def _failed(self, failure: Failure) -> None:
        if failure.ill:
            self.complaint = str(failure.error)
            self.breaker.failed()
        else:
            self.breaker.succeeded()
        # With the client's own key, a 429 is about that client, and no reason to leave others waiting.
        if failure.retry_after_s is not None and self.settings.key_env is not None:
            self._rests_until = self._clock() + min(failure.retry_after_s, MAX_REST_S)
        refused = failure.error
        words = str(refused.status) if isinstance(refused, UpstreamRefused) else type(refused).__name__
        self._metrics.outcome(self.name, words)
        if isinstance(refused, UpstreamTimeout):
            log.info("upstream %s: %s", self.name, refused)

    def _changed(self, state: BreakerState) -> None:
        log.warning("upstream %s: its breaker is %s", self.name, state)
