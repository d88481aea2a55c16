"""What Prometheus sees of the shared state."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge

from .link import Health
from .outbox import Lost


class StateMetrics:
    """How Redis is, and what was lost when it was not well."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._up = Gauge(
            "corral_state_up",
            "1: Redis is well; 0: away, or full, for a worker.",
            registry=registry,
            multiprocess_mode="livemin",
        )
        self._full = Gauge(
            "corral_state_full",
            "1: Redis answers, and takes no writes.",
            registry=registry,
            multiprocess_mode="livemax",
        )
        self._errors = Counter(
            "corral_state_errors", "Calls of Redis that failed: slow, full, refused, misused, rubbish, unreachable, busy, unsealed.",
            ["kind"], registry=registry,
        )  # fmt: skip
        self._lost = Counter(
            "corral_state_lost", "Findings and decisions that never got to Redis.", ["what"], registry=registry
        )

    def health(self, health: Health) -> None:
        self._up.set(health is Health.UP)
        self._full.set(health is Health.FULL)

    def failed(self, kind: str) -> None:
        self._errors.labels(kind).inc()

    def lost(self, what: str) -> Lost:
        return self._lost.labels(what).inc
