"""What the page shows beyond the counts: score histograms, latencies, examples and the records to look at first."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ...policy import Policy
from ...types import Action, Stage
from ..against import changed
from ..results import Audited
from ..scores import highest_scores

BINS = 40
MOST_RECORDS = 300
EXAMPLES = 3
MAX_LABELS = 500
LATENCY_MS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A line in a histogram."""

    action: Action
    score: float


@dataclass(slots=True)
class Histogram:
    """Records by their highest score."""

    bins: list[int] = field(default_factory=lambda: [0] * BINS)
    thresholds: tuple[Threshold, ...] = ()

    def add(self, score: float) -> None:
        self.bins[min(BINS - 1, int(score * BINS))] += 1


class Gathered:
    """Bounded: whatever the log's length, it holds a few hundred records."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self.histograms: dict[tuple[str, Stage], Histogram] = {}
        self.latency: Counter[float] = Counter()
        self.latencies = 0
        self.examples: dict[str, list[tuple[str, str]]] = defaultdict(list)  # label -> (record id, excerpt)
        self.changes: Counter[str] = Counter()
        self.changed_by: dict[str, Counter[str]] = defaultdict(Counter)  # category or rule -> change -> records
        self.compared = 0
        self._heaps: dict[str, list[tuple[tuple[int, float, int], Audited]]] = defaultdict(list)
        self._added = 0

    def add(self, audited: Audited) -> None:
        self._added += 1
        for (guard, stage), score in highest_scores(audited).items():
            self._histogram(guard, stage).add(score)
        if audited.latency_ms is not None:
            self.latencies += 1
            over = next((edge for edge in LATENCY_MS if audited.latency_ms <= edge), float("inf"))
            self.latency[over] += 1
        for each in audited.excerpts:
            known = self.examples
            if (each.label in known or len(known) < MAX_LABELS) and len(known[each.label]) < EXAMPLES:
                known[each.label].append((audited.id, each.text))
        if audited.before is not None:
            self.compared += 1
            if change := changed(audited):
                self.changes[change] += 1
                for label in _labels(audited):
                    self.changed_by[label][change] += 1
                self._keep(change, audited)
        if audited.action is not Action.ALLOW or audited.unanswered():
            self._keep("found", audited)

    def records(self) -> list[Audited]:
        """The strongest, the nearest to certain first, and those that changed."""
        kept = {entry[1].id: entry for heap in self._heaps.values() for entry in heap}
        return [audited for _, audited in sorted(kept.values(), key=lambda entry: entry[0], reverse=True)]

    def _keep(self, kind: str, audited: Audited) -> None:
        heap = self._heaps[kind]
        reasons = audited.decision.verdict.reasons
        top = max((reason.finding.score for reason in reasons if reason.finding), default=0.0)
        entry = ((audited.action.force, top, -self._added), audited)
        if len(heap) < MOST_RECORDS:
            heapq.heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heapq.heapreplace(heap, entry)

    def _histogram(self, guard: str, stage: Stage) -> Histogram:
        key = (guard, stage)
        if key not in self.histograms:
            label = "unsafe" if guard == "content" else "injection"
            rules = self._policy.guards.get(guard)
            levels = rules.levels(label, stage, None) if rules else None
            lines = [
                Threshold(action, score)
                for action in (Action.FLAG, Action.REDACT, Action.BLOCK)
                if levels is not None and (score := getattr(levels, action.value)) is not None
            ]
            self.histograms[key] = Histogram(thresholds=tuple(lines))
        return self.histograms[key]


def _labels(audited: Audited) -> list[str]:
    """What the change is about: the labels of its reasons, or, where it now passes, of what it still scores highest."""
    labels = [reason.finding.label for reason in audited.decision.verdict.reasons if reason.finding]
    if not labels:
        scored = [finding for report in audited.decision.verdict.reports for finding in report.findings]
        labels = [max(scored, key=lambda finding: finding.score).label] if scored else ["unknown"]
    return list(dict.fromkeys(labels))
