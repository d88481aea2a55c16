"""An audit's findings in code as SARIF: each at the log's row that it was found in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from guards.audit.checkpoint import replace_file
from guards.audit.results import Audited, read_results
from guards.code import Rule, Scanner

from ._findings import Located
from ._sarif import sarif

MOST = 10_000  # findings: a SARIF file is read whole by whoever reads it


def write_sarif(out: Path) -> int:
    """Writes ``findings.sarif`` where there are findings, and says how many."""
    path = out / "findings.sarif"
    found: list[Located] = []
    rules: Mapping[str, Rule] = {}
    for audited in read_results(out / "decisions.jsonl", having=b'"rule":'):
        if len(found) >= MOST:
            break
        if any(finding.rule for report in audited.decision.verdict.reports for finding in report.findings):
            rules = rules or Scanner.load().rules
            found += _located(audited, rules)
    if not found:
        path.unlink(missing_ok=True)
        return 0
    replace_file(path, json.dumps(sarif(found[:MOST], rules, (), base_known=False), indent=1).encode())
    return len(found[:MOST])


def _located(audited: Audited, rules: Mapping[str, Rule]) -> Iterator[Located]:
    for report in audited.decision.verdict.reports:
        for finding in report.findings:
            if finding.rule is None:
                continue
            rule = rules.get(finding.rule)
            start, end = finding.span or (0, 0)
            seal = hashlib.blake2b(f"{audited.id}:{finding.rule}:{start}:{end}".encode(), digest_size=16)
            yield Located(
                path=audited.origin.file,
                language=finding.language or "",
                rule=finding.rule,
                message=rule.message if rule else finding.rule,
                severity=finding.severity or "medium",
                confidence=rule.confidence if rule else "MEDIUM",
                treatment=finding.treatment or "warn",
                cwe=finding.cwe,
                line=audited.origin.row,
                column=1,
                end_line=audited.origin.row,
                end_column=1,
                snippet="",
                fix=None,
                start=start,
                end=end,
                fingerprint=seal.hexdigest(),
            )
