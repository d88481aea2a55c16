"""What Prometheus sees of the upstreams, one by one."""

from __future__ import annotations

from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_MS = (5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 120_000)
CHILDREN = 1_000  # series of one metric that are found without a search
STATES = ("up", "down", "open", "half-open", "resting")


class UpstreamMetrics:
    """Counts and times by upstream."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._requests = Counter(
            "corral_upstream_requests", "What became of a request: done, dropped (by the client or a verdict), or why it failed.",
            ["upstream", "outcome"], registry=registry,
        )  # fmt: skip
        self._first_byte_ms = Histogram(
            "corral_upstream_first_byte_ms", "Milliseconds until an answer began.", ["upstream"],
            buckets=_MS, registry=registry,
        )  # fmt: skip
        self._retries = Counter("corral_upstream_retries", "Requests made once more.", ["upstream"], registry=registry)
        self._in_flight = Gauge(
            "corral_upstream_in_flight",
            "Requests at work.",
            ["upstream"],
            registry=registry,
            multiprocess_mode="livesum",
        )
        self._state = Gauge(
            "corral_upstream_state", "1 for the state it is in; of several workers, how many see it so.", ["upstream", "state"],
            registry=registry, multiprocess_mode="livesum",
        )  # fmt: skip

        self._of_outcome = lru_cache(CHILDREN)(self._requests.labels)
        self._of_first_byte = lru_cache(CHILDREN)(self._first_byte_ms.labels)
        self._of_in_flight = lru_cache(CHILDREN)(self._in_flight.labels)

    def outcome(self, upstream: str, outcome: str) -> None:
        self._of_outcome(upstream, outcome).inc()

    def began(self, upstream: str, elapsed_ms: float) -> None:
        self._of_first_byte(upstream).observe(elapsed_ms)

    def retried(self, upstream: str) -> None:
        self._retries.labels(upstream).inc()

    def in_flight(self, upstream: str, change: int) -> None:
        self._of_in_flight(upstream).inc(change)

    def state(self, upstream: str, state: str) -> None:
        for name in STATES:
            self._state.labels(upstream, name).set(name == state)
