"""What Prometheus sees: counts and latencies by guard, tier and outcome; never a word of any text."""

from __future__ import annotations

import os
from functools import lru_cache

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from guards.pipeline import Pipeline
from guards.policy import Policy
from guards.types import Verdict

from .keys.metrics import KeyMetrics
from .observe.record import Record
from .upstreams.metrics import UpstreamMetrics

_REQUEST_MS = (5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000)
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # where several workers keep their numbers; prometheus_client's own name

CHILDREN = 1_000  # series of one metric that are found without a search
_MS = (0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)


class Metrics:
    """One registry a proxy, so that two in one process don't mix."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.upstreams = UpstreamMetrics(self._registry)
        self.keys = KeyMetrics(self._registry)
        self._verdicts = Counter(
            "corral_verdicts", "Verdicts by action.", ["action", "policy"], registry=self._registry
        )
        self._verdict_ms = Histogram(
            "corral_verdict_ms", "Milliseconds to a verdict.", buckets=_MS, registry=self._registry
        )
        self._budget_used = Histogram(
            "corral_budget_used_ratio", "Share of the guard budget that a verdict took.",
            buckets=(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0, 1.5), registry=self._registry,
        )  # fmt: skip
        self._reports = Counter(
            "corral_guard_reports", "What became of a guard: done, degraded, timeout, error, shed.",
            ["guard", "tier", "stage", "status"], registry=self._registry,
        )  # fmt: skip
        self._guard_ms = Histogram(
            "corral_guard_ms",
            "Milliseconds until a guard answered.",
            ["guard", "tier"],
            buckets=_MS,
            registry=self._registry,
        )
        self._cached = Counter(
            "corral_cache_hits", "Answers from the findings cache.", ["guard"], registry=self._registry
        )
        self._late = Counter(
            "corral_guard_late", "Answers that came after the deadline.", ["guard", "tier"], registry=self._registry
        )
        self._pending = Gauge(
            "corral_guard_pending",
            "Subjects that a guard has not finished.",
            ["lane"],
            registry=self._registry,
            multiprocess_mode="livesum",
        )
        self._cut_off = Counter(
            "corral_cut_off", "Prompts refused and answers ended by a verdict.", ["dialect", "side"],
            registry=self._registry,
        )  # fmt: skip
        self._request_ms = Histogram(
            "corral_request_ms", "Milliseconds from a request's arrival to its last byte.", ["route", "outcome"],
            buckets=_REQUEST_MS, registry=self._registry,
        )  # fmt: skip
        self._first_text_ms = Histogram(
            "corral_first_text_ms", "Milliseconds to the first text of an answer.", ["dialect"],
            buckets=_REQUEST_MS, registry=self._registry,
        )  # fmt: skip
        self._tokens = Counter(
            "corral_tokens", "Tokens, as upstreams count them: input, output.", ["direction"], registry=self._registry
        )
        self._decisions = Counter(
            "corral_decisions", "Rows of the decision log: written, or dropped because its queue was full.", ["result"],
            registry=self._registry,
        )  # fmt: skip
        self._decisions_failed = Counter(
            "corral_decision_log_failures", "Attempts to write the decision log that failed; its rows wait.",
            registry=self._registry,
        )  # fmt: skip
        self._policies = Counter(
            "corral_policy_loads", "Policies loaded, and (kept) wrong ones that were not.", ["outcome"], registry=self._registry
        )  # fmt: skip
        self._policy = Gauge(
            "corral_policy_info", "The policy that holds; of several workers, for how many.", ["name", "revision"],
            registry=self._registry, multiprocess_mode="livesum",
        )  # fmt: skip
        self._ruling: tuple[str, str] | None = None
        self._workers = Gauge(
            "corral_workers", "Processes that serve.", registry=self._registry, multiprocess_mode="livesum"
        )
        self._replaced = Counter(
            "corral_workers_replaced", "Workers that took the place of one that died or hung.", ["reason"], registry=self._registry
        )  # fmt: skip
        self._workers.set(1)
        self._turned = Counter(
            "corral_connections_turned_away", "Connections refused or cut off, and why.", ["reason"], registry=self._registry
        )  # fmt: skip
        self._failed = Counter("corral_errors", "Requests answered with an error.", ["code"], registry=self._registry)

        # Asked for at every request: the way by labels to a series costs as much as counting in it.
        self._of_verdict = lru_cache(CHILDREN)(self._verdicts.labels)
        self._of_report = lru_cache(CHILDREN)(self._reports.labels)
        self._of_guard_ms = lru_cache(CHILDREN)(self._guard_ms.labels)
        self._of_cached = lru_cache(CHILDREN)(self._cached.labels)
        self._of_request = lru_cache(CHILDREN)(self._request_ms.labels)
        self._of_first_text = lru_cache(CHILDREN)(self._first_text_ms.labels)
        self._of_tokens = lru_cache(CHILDREN)(self._tokens.labels)

    @property
    def registry(self) -> CollectorRegistry:
        return self._registry

    def verdict(self, verdict: Verdict) -> None:
        self._of_verdict(verdict.action.value, verdict.policy.partition("@")[0]).inc()
        self._verdict_ms.observe(verdict.elapsed_ms)
        if verdict.budget_ms:
            self._budget_used.observe(verdict.elapsed_ms / verdict.budget_ms)
        for report in verdict.reports:
            tier = report.tier or ""
            self._of_report(report.guard, tier, report.stage.value, report.status.value).inc()
            if report.cached:
                self._of_cached(report.guard).inc()
            else:
                self._of_guard_ms(report.guard, tier).observe(report.elapsed_ms)

    def late(self, guard: str, tier: str, elapsed_ms: float) -> None:
        self._late.labels(guard, tier).inc()

    def cut_off(self, dialect: str, side: str) -> None:
        self._cut_off.labels(dialect, side).inc()

    def request(self, record: Record) -> None:
        """A request is over."""
        self._of_request(record.route or "unknown", record.outcome).observe(record.total_ms)
        if record.first_text_ms is not None:
            self._of_first_text(record.dialect).observe(record.first_text_ms)
        for direction, tokens in record.usage.items():
            self._of_tokens(direction.removesuffix("_tokens")).inc(tokens)

    def decisions(self, result: str, rows: int) -> None:
        if result == "failed":
            self._decisions_failed.inc()
        else:
            self._decisions.labels(result).inc(rows)

    def policy(self, outcome: str, policy: Policy) -> None:
        """A policy was loaded, or the one that holds was kept."""
        self._policies.labels(outcome).inc()
        if self._ruling is not None:
            self._policy.labels(*self._ruling).set(0)
            if SHARED_FOLDER not in os.environ:  # where it can't be taken away, it is 0
                self._policy.remove(*self._ruling)
        self._ruling = policy.name, policy.revision
        self._policy.labels(*self._ruling).set(1)

    def works(self, after: str) -> None:
        """This is a worker, in the place of one that `died` or `hung`, or of nobody."""
        if after:
            self._replaced.labels(after).inc()

    def turned(self, code: str) -> None:
        """A connection was turned away or cut off."""
        self._turned.labels(code).inc()

    def failed(self, code: str) -> None:
        self._failed.labels(code).inc()

    def page(self, pipeline: Pipeline) -> bytes:
        """The text exposition format; of several workers, their sums."""
        for lane, pending in pipeline.pending().items():
            self._pending.labels(lane).set(pending)
        if SHARED_FOLDER not in os.environ:
            return bytes(generate_latest(self._registry))
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        return bytes(generate_latest(together))
