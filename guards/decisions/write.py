"""A decision as a row: one line of JSON."""

from __future__ import annotations

import json
from datetime import UTC

from ..types import Finding, Reason, Report
from ..wire import Json, finding_json
from .compact import bare
from .row import Decision, Seen

VERSION = 1
MAX_TEXTS = 200  # of one exchange, its last ones


def decision_line(decision: Decision) -> str:
    """The row as one line, ASCII, without its end."""
    return json.dumps(decision_json(decision), separators=(",", ":"), allow_nan=False)


def decision_json(decision: Decision) -> Json:
    """The row; what is not set is left out."""
    verdict = decision.verdict
    row: Json = {
        "v": VERSION,
        "id": verdict.id,
        "time": decision.time.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "action": verdict.action.value,
        "would": verdict.would.value,
        "outcome": decision.outcome,
        "policy": verdict.policy,
        "reasons": [_reason_json(reason) for reason in verdict.reasons],
        "reports": [_report_json(report) for report in verdict.reports],
        "elapsed_ms": round(verdict.elapsed_ms, 3),
        "budget_ms": verdict.budget_ms,
    }
    for name in ("request", "route", "dialect", "stream"):
        if value := getattr(decision, name):
            row[name] = value
    for name in ("key", "model", "error"):
        if (value := getattr(decision, name)) is not None:
            row[name] = value
    for name in ("upstream_ms", "first_text_ms", "total_ms"):
        if (value := getattr(decision, name)) is not None:
            row[name] = round(value, 3)
    if decision.usage:
        row["usage"] = dict(decision.usage)
    if decision.texts:
        row["texts"] = [_seen_json(seen) for seen in decision.texts[-MAX_TEXTS:]]
    return row


def _reason_json(reason: Reason) -> Json:
    row: Json = {
        "action": reason.action.value,
        "guard": reason.guard,
        "stage": reason.stage.value,
        "text": reason.text,
    }
    if reason.index is not None:
        row["index"] = reason.index
    if reason.finding is not None:
        row["finding"] = _finding_json(reason.finding)
    return row


def _finding_json(finding: Finding) -> Json:
    row = finding_json(bare(finding))
    del row["message"]
    return row


def _report_json(report: Report) -> Json:
    row: Json = {
        "guard": report.guard,
        "stage": report.stage.value,
        "status": report.status.value,
        "elapsed_ms": round(report.elapsed_ms, 3),
    }
    for name in ("tier", "revision", "reason"):
        if (value := getattr(report, name)) is not None:
            row[name] = value
    if report.cached:
        row["cached"] = True
    scored = [finding for finding in report.findings if finding.category is not None]
    if scored:
        row["scores"] = {finding.category: finding.score for finding in scored}
        if scored[0].language is not None:
            row["language"] = scored[0].language
    rules = [_finding_json(finding) for finding in report.findings if finding.rule is not None]
    if rules:
        row["findings"] = rules
    return row


def _seen_json(seen: Seen) -> Json:
    row: Json = {"stage": seen.stage.value, "chars": seen.chars, "hash": seen.hash}
    if seen.index is not None:
        row["index"] = seen.index
    if seen.text is not None:
        row["text"] = seen.text
    return row
