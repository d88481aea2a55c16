"""What Prometheus sees of keys; a key's name is the operator's own and there are as many as are configured."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter


class KeyMetrics:
    """Who was not let in, and why."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._refused = Counter(
            "corral_keys_refused", "Requests without a key that is known (key), or for something it is not for (scope).",
            ["reason"], registry=registry,
        )  # fmt: skip
        self._limited = Counter(
            "corral_keys_limited", "Requests over a key's limit: requests, tokens, tokens_per_day.", ["key", "limit"],
            registry=registry,
        )  # fmt: skip

        self._loads = Counter(
            "corral_keys_loads", "Files of keys loaded, and (kept) wrong ones that were not.", ["outcome"], registry=registry
        )  # fmt: skip

    def loaded(self, outcome: str) -> None:
        self._loads.labels(outcome).inc()

    def refused(self, reason: str) -> None:
        self._refused.labels(reason).inc()

    def limited(self, key: str, limit: str) -> None:
        self._limited.labels(key, limit).inc()
