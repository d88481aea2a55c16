"""Reports in, verdict out: the only place where a finding becomes an action."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..types import Action, Finding, Reason, Report, Status, Verdict
from .document import GuardPolicy, Policy

REDACTED = "[redacted]"


def judge(
    policy: Policy, reports: Sequence[Report], *, id: str = "", elapsed_ms: float = 0.0, budget_ms: float = 0.0
) -> Verdict:
    """Turns what the guards reported into one verdict; needs no model, so a new policy can judge old reports."""
    reasons = [reason for report in reports for reason in _reasons(policy, report)]
    reasons.sort(key=lambda reason: (-reason.action.force, -(reason.finding.score if reason.finding else 1.0)))
    would = reasons[0].action if reasons else Action.ALLOW
    action = Action.FLAG if policy.mode == "monitor" and would.force > Action.FLAG.force else would
    return Verdict(
        action=action,
        would=would,
        reasons=tuple(reasons),
        reports=tuple(reports),
        policy=policy.label,
        elapsed_ms=elapsed_ms,
        budget_ms=budget_ms,
        id=id,
    )


def redact(text: str, reasons: Iterable[Reason], marker: str = REDACTED, *, start: int = 0) -> str:
    """Puts `marker` in the place of every span that a redacting reason points at; no span means all of the text.

    `start` is where `text` begins in what was judged: spans outside of it are not its own.
    """
    spans = []
    for reason in reasons:
        if reason.action is Action.REDACT:
            span = reason.finding.span if reason.finding else None
            if span is None:
                return marker
            first, last = span[0] - start, span[1] - start
            if last > 0 and first < len(text):
                spans.append((max(0, first), min(last, len(text))))
    kept: list[str] = []
    end = 0
    for first, last in sorted(spans):
        if first > end or not kept:
            kept += [text[end:first], marker]
        end = max(end, last)
    return "".join(kept) + text[end:]


def _reasons(policy: Policy, report: Report) -> Iterable[Reason]:
    rules = policy.guards.get(report.guard)
    if rules is None:
        return
    if report.status is not Status.DONE:
        action = _unanswered(rules, report.status)
        if action is not Action.ALLOW:
            lack = "answered by a lower tier" if report.status is Status.DEGRADED else "did not answer"
            words = f"{report.guard} {lack} ({report.status}{': ' + report.reason if report.reason else ''})"
            yield Reason(action, report.guard, words + _where(report), report.stage, report.index)
    for finding in report.findings:
        found = _meaning(rules, report, finding)
        if found is not None:
            action, words = found
            yield Reason(action, report.guard, words + _where(report), report.stage, report.index, finding)


def _where(report: Report) -> str:
    return f" in {report.place}" if report.place is not None else ""


def _unanswered(rules: GuardPolicy, status: Status) -> Action:
    return {
        Status.TIMEOUT: rules.on_timeout,
        Status.SHED: rules.on_shed,
        Status.ERROR: rules.on_error,
        Status.SKIPPED: rules.on_error,
        Status.DEGRADED: rules.on_degraded,
    }[status]


def _meaning(rules: GuardPolicy, report: Report, finding: Finding) -> tuple[Action, str] | None:
    if finding.rule is not None:
        action = rules.rules.get(finding.rule, rules.treatments.get(finding.treatment or "warn", Action.FLAG))
        if action is Action.ALLOW or finding.score < rules.min_confidence:
            return None
        cwe = f" ({', '.join(finding.cwe)})" if finding.cwe else ""
        return action, f"{finding.rule}{cwe}: {finding.message}"
    levels = rules.levels(finding.label, report.stage, finding.language, report.tier)
    reached = levels.reached(finding.score) if levels else None
    if reached is None:
        return None
    action, threshold = reached
    return action, f"{finding.label} {finding.score:.2f} >= {threshold:.2f}"
