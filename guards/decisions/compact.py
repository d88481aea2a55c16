"""A verdict made small enough to keep, and free of words that may quote a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..types import Finding, Reason, Report, Verdict

MAX_REASONS = 100  # the strongest
MAX_FINDINGS = 100  # of rules, in one folded report: beyond it, one a rule is kept


def compact(verdict: Verdict) -> Verdict:
    """The verdict without words that may quote a text, its reports folded; any policy judges it as it does the whole."""
    return replace(
        verdict,
        reasons=tuple(map(_bare_reason, verdict.reasons[:MAX_REASONS])),
        reports=_folded(verdict.reports),
        elapsed_ms=round(verdict.elapsed_ms, 3),
    )


def bare(finding: Finding) -> Finding:
    return replace(finding, message="", fix=None)


def _bare_reason(reason: Reason) -> Reason:
    if reason.finding is None:
        return reason
    words = reason.text
    if reason.finding.rule is not None:  # "rule (CWE-78): message"
        words = words.removesuffix(reason.finding.message).removesuffix(": ")
    return replace(reason, text=words, finding=bare(reason.finding))


def _folded(reports: Iterable[Report]) -> tuple[Report, ...]:
    """One report for each guard, stage, engine, outcome and language of text."""
    groups: dict[tuple[object, ...], list[tuple[Report, list[Finding]]]] = {}
    for report in reports:
        languages: dict[str | None, list[Finding]] = {}
        for finding in report.findings:
            languages.setdefault(finding.language if finding.category is not None else None, []).append(finding)
        for language, findings in (languages or {None: []}).items():
            key = (report.guard, report.stage, report.status, report.tier, report.revision, report.reason, language)
            groups.setdefault(key, []).append((report, findings))
    return tuple(map(_fold, groups.values()))


def _fold(parts: list[tuple[Report, list[Finding]]]) -> Report:
    """Reports of one group as one, of the findings that fall into it."""
    scores: dict[str, Finding] = {}
    rules: dict[tuple[object, ...], Finding] = {}
    for _, findings in parts:
        for finding in findings:
            if finding.category is not None:
                known = scores.get(finding.category)
                if known is None or known.score < finding.score:
                    scores[finding.category] = finding
            else:
                _keep(rules, (finding.rule, finding.treatment, finding.span, finding.language), finding)
    if len(rules) > MAX_FINDINGS:
        every, rules = rules, {}
        for finding in every.values():
            _keep(rules, (finding.rule, finding.treatment), finding)
    first = parts[0][0]
    return Report(
        guard=first.guard,
        stage=first.stage,
        status=first.status,
        findings=(*map(_score, scores.values()), *map(bare, rules.values())),
        reason=first.reason,
        tier=first.tier,
        revision=first.revision,
        elapsed_ms=round(max(report.elapsed_ms for report, _ in parts), 3),
        cached=all(report.cached for report, _ in parts),
    )


def _score(finding: Finding) -> Finding:
    return Finding(finding.score, "", category=finding.category, language=finding.language)


def _keep(found: dict[tuple[object, ...], Finding], key: tuple[object, ...], finding: Finding) -> None:
    if key not in found or found[key].score < finding.score:
        found[key] = finding
