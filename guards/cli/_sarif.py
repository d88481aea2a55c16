"""A scan's findings as SARIF, which code hosts and editors read.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 plus Errata 01.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ._findings import Located

if TYPE_CHECKING:
    from guards.code import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
_SECURITY_SEVERITY = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0"}  # on CVSS's scale, as hosts sort


def sarif(
    found: Iterable[Located], rules: Mapping[str, Rule], errors: Sequence[tuple[str, str]], *, base_known: bool
) -> dict[str, Any]:
    """The log: one run; files that could not be judged are notifications, and make it unsuccessful."""
    found = list(found)
    named = sorted({one.rule for one in found})
    index = {name: number for number, name in enumerate(named)}
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "corral",
                "semanticVersion": version("llama-corral"),
                "rules": [_rule(name, rules.get(name)) for name in named],
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": f"could not be judged: {words}"},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}],
                    }
                    for path, words in errors
                ],
            }],
            "results": [_result(one, index[one.rule], base_known) for one in found],
        }],
    }  # fmt: skip


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {
            "id": name,
            "shortDescription": {"text": "A comment that allows a finding, and should not as it stands."},
        }
    row: dict[str, Any] = {
        "id": name,
        "shortDescription": {"text": rule.message},
        "fullDescription": {"text": rule.why or rule.message},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["security", *(f"external/cwe/{cwe.lower()}" for cwe in rule.cwe)],
            "precision": {"HIGH": "high", "MEDIUM": "medium", "LOW": "low"}[rule.confidence],
            "security-severity": _SECURITY_SEVERITY[rule.severity],
        },
    }
    if rule.references:
        row["helpUri"] = rule.references[0]
    return row


def _result(one: Located, index: int, base_known: bool) -> dict[str, Any]:
    region = {
        "startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column,
        "snippet": {"text": one.snippet},
    }  # fmt: skip
    place = {"artifactLocation": {"uri": _uri(one.path)}, "region": region}
    row: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"corral/v1": one.fingerprint},
    }
    if one.fix is not None:
        cut = {key: value for key, value in region.items() if key != "snippet"}
        change = {
            "artifactLocation": place["artifactLocation"],
            "replacements": [{"deletedRegion": cut, "insertedContent": {"text": one.fix}}],
        }
        row["fixes"] = [{"description": {"text": one.message}, "artifactChanges": [change]}]
    if one.allowed_because is not None:
        row["suppressions"] = [{"kind": "inSource", "justification": one.allowed_because}]
    if base_known:
        row["baselineState"] = "unchanged" if one.known else "new"
    return row


def _uri(path: str) -> str:
    where = Path(path)
    return where.absolute().as_uri() if where.is_absolute() else quote(where.as_posix())
