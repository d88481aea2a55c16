"""What a policy would have decided of the latest decisions: from their stored scores, without a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from guards.audit.against import kind_of_change
from guards.decisions import decision_from_json
from guards.errors import InputError
from guards.policy import Policy, judge

from .feed import Row

MOST_EXAMPLES = 50


def dry_run(policy: Policy, rows: Sequence[Row]) -> dict[str, Any]:
    """Counts and examples of what changes against what was decided.

    A guard that `policy` has and that did not judge a row then has no score there: such rows are counted as unjudged.
    """
    changes: Counter[str] = Counter()
    examples: list[dict[str, Any]] = []
    unjudged = compared = 0
    for _, row in rows:
        try:
            decision = decision_from_json(row)
        except InputError:
            continue
        reports = decision.verdict.reports
        then, now = decision.verdict.action, judge(policy, reports).action
        compared += 1
        asked = {report.guard for report in reports}
        stages = {report.stage for report in reports}
        unjudged += any(name not in asked and rules.stages & stages for name, rules in policy.guards.items())
        kind = kind_of_change(then, now)
        if kind is None:
            continue
        changes[kind] += 1
        if len(examples) < MOST_EXAMPLES:
            examples.append({"id": decision.verdict.id, "change": kind, "then": then.value, "now": now.value})
    return {
        "policy": f"{policy.name}@{policy.revision}",
        "compared": compared,
        "unjudged": unjudged,
        "changes": dict(changes),
        "examples": examples,
    }
