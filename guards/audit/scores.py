"""A record's headline scores: the highest of each guard at each stage, over all its parts."""

from __future__ import annotations

from collections.abc import Mapping

from ..types import Stage
from .results import Audited

CATEGORIES_OF_GUARD: Mapping[str, tuple[str, ...]] = {"injection": ("injection", "jailbreak"), "content": ("unsafe",)}


def highest_scores(audited: Audited) -> dict[tuple[str, Stage], float]:
    """By guard and stage, of the guards that have a headline score."""
    found: dict[tuple[str, Stage], float] = {}
    for report in audited.decision.verdict.reports:
        for finding in report.findings:
            if finding.category in CATEGORIES_OF_GUARD.get(report.guard, ()):
                key = (report.guard, report.stage)
                found[key] = max(finding.score, found.get(key, 0.0))
    return found
