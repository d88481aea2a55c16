"""What an audit found, in numbers: ``summary.json``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from ..lab.metrics import wilson
from ..types import Action
from ..wire import Json
from .results import Audited

GROUPS: Mapping[str, Callable[[Audited], str]] = {
    "language": lambda audited: audited.language or "unknown",
    "model": lambda audited: audited.decision.model or "unknown",
    "key": lambda audited: audited.decision.key or "unknown",
    "day": lambda audited: "unknown" if audited.undated else audited.decision.time.date().isoformat(),
    "format": lambda audited: audited.format,
    "file": lambda audited: audited.origin.file,
}
MAX_GROUPS = 1_000  # of one kind: what comes after them is counted together, so that memory stays bounded
MAX_DAYS = 10_000
OTHERS = "(others)"


class Summary:
    """Counts of the records that were added."""

    def __init__(self) -> None:
        self.records = 0
        self.actions: Counter[str] = Counter()
        self.groups: dict[str, dict[str, Counter[str]]] = {name: {} for name in GROUPS}
        self.reasons: dict[str, dict[str, Counter[str]]] = {name: {} for name in ("guard", "category", "rule", "cwe")}
        self.statuses: dict[str, Counter[str]] = defaultdict(Counter)
        self.tiers: Counter[str] = Counter()
        self.unjudged: Counter[str] = Counter()
        self.stored = 0

    def add(self, audited: Audited) -> None:
        verdict = audited.decision.verdict
        action = verdict.action.value
        self.records += 1
        self.stored += audited.judged == "stored"
        self.actions[action] += 1
        for name, group_of in GROUPS.items():
            most = MAX_DAYS if name == "day" else MAX_GROUPS
            _bounded(self.groups[name], group_of(audited), most)[action] += 1
        strongest: dict[tuple[str, str], Action] = {}
        for reason in verdict.reasons:
            labels = [("guard", reason.guard)]
            if reason.finding is not None:
                labels.append(("rule" if reason.finding.rule else "category", reason.finding.label))
                labels += [("cwe", cwe) for cwe in reason.finding.cwe]
            for label in labels:
                strongest.setdefault(label, reason.action)  # reasons are ordered by force
        for (kind, name), force in strongest.items():
            _bounded(self.reasons[kind], name, MAX_GROUPS)[force.value] += 1
        for report in verdict.reports:
            self.statuses[report.guard][report.status.value] += 1
            if report.status.answered and report.tier:
                self.tiers[f"{report.guard}/{report.tier}"] += 1
        self.unjudged.update(audited.unjudged)

    def json(self) -> Json:
        """Counts and rates, with 95% Wilson intervals."""
        return {
            "records": self.records,
            "actions": {action.value: _rate(self.actions[action.value], self.records) for action in Action},
            "by": {
                name: {label: _row(counts) for label, counts in sorted(groups.items())}
                for name, groups in self.groups.items()
            },
            "reasons": {
                kind: {
                    label: dict(counts)
                    for label, counts in sorted(labels.items(), key=lambda item: (-sum(item[1].values()), item[0]))
                }
                for kind, labels in self.reasons.items()
            },
            "reports": {guard: dict(counts) for guard, counts in sorted(self.statuses.items())},
            "tiers": dict(self.tiers),
            "unjudged_parts": dict(self.unjudged),
            "judged_from_stored_scores": self.stored,
        }


def _bounded(groups: dict[str, Counter[str]], label: str, most: int) -> Counter[str]:
    if label not in groups and len(groups) >= most:
        label = OTHERS
    return groups.setdefault(label, Counter())


def _row(counts: Counter[str]) -> Json:
    total = sum(counts.values())
    return {"records": total, **counts, "blocked": _rate(counts[Action.BLOCK.value], total)}


def _rate(count: int, total: int) -> dict[str, Any]:
    low, high = wilson(count, total)
    return {"count": count, "rate": count / total if total else None, "low": low, "high": high}
