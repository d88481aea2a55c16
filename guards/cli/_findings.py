"""What a scan of files found: with its line, whether the code's author allowed it, and whether it was there before."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from guards.errors import InputError

if TYPE_CHECKING:
    from guards.code import Match, Rule

UNEXPLAINED = "suppression-without-reason"
UNKNOWN = "suppression-of-unknown-rule"
BASELINE_VERSION = 1

_ALLOW = re.compile(
    r"corral:\s*allow\s+([\w*-]+(?:\s*,\s*[\w*-]+)*)(?:\s+because\s+(\S.*?))?\s*(?:\*/|-->|#>)?\s*$", re.I
)
_COMMENT_ONLY = re.compile(r"^\s*(?://|#|/\*|--|<!--|<#|\*)")


@dataclass(frozen=True, slots=True)
class Located:
    """A match at its place: lines and columns count from 1, `end_line` and `end_column` are past the end's last one."""

    path: str
    language: str
    rule: str
    message: str
    severity: str
    confidence: str
    treatment: str
    cwe: tuple[str, ...]
    line: int
    column: int
    end_line: int
    end_column: int
    snippet: str
    fix: str | None
    start: int  # code points, for fixes
    end: int
    fingerprint: str
    allowed_because: str | None = None
    known: bool = False  # it stands in the baseline

    @property
    def counts(self) -> bool:
        """Whether it makes the exit code 1."""
        return self.allowed_because is None and not self.known

    def row(self) -> dict[str, Any]:
        """For JSON."""
        row = {
            "path": self.path, "line": self.line, "column": self.column, "end_line": self.end_line,
            "end_column": self.end_column, "rule": self.rule, "severity": self.severity, "confidence": self.confidence,
            "treatment": self.treatment, "cwe": list(self.cwe), "message": self.message, "snippet": self.snippet,
            "fix": self.fix, "language": self.language, "fingerprint": self.fingerprint,
        }  # fmt: skip
        if self.allowed_because is not None:
            row["allowed_because"] = self.allowed_because
        return row | ({"in_baseline": True} if self.known else {})


def locate(code: str, path: str, language: str, matches: Sequence[Match], rules: Mapping[str, Rule]) -> list[Located]:
    """Matches with their lines, and what the code's own comments say of them."""
    starts = [0, *(found.end() for found in re.finditer("\n", code))]
    lines = code.split("\n")
    repeats: Counter[tuple[str, str]] = Counter()

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    found = []
    for match in matches:
        rule = rules[match.rule_id]
        (line, column), (end_line, end_column) = place(match.start), place(match.end)
        text = " ".join(lines[line - 1].split())
        repeats[rule.id, text] += 1
        # Line numbers move with every edit above; the line's own text does not.
        seal = f"{path}\0{rule.id}\0{text}\0{repeats[rule.id, text]}"
        found.append(Located(
            path, language, rule.id, match.message, rule.severity, rule.confidence, rule.treatment, rule.cwe, line, column,
            end_line, end_column, text[:200], match.fix, match.start, match.end,
            hashlib.sha256(seal.encode("utf-8", "replace")).hexdigest()[:24],
        ))  # fmt: skip
    return _allowed(found, lines, path, language, rules)


def _allowed(
    found: list[Located], lines: Sequence[str], path: str, language: str, rules: Mapping[str, Rule]
) -> list[Located]:
    """A comment that allows a rule holds for its line, or, alone on its line, for the next one; it must say why."""
    allowed: dict[tuple[int, str], str] = {}
    wrong: list[Located] = []
    for number, line in enumerate(lines, start=1):
        if "corral:" not in line.lower() or not (comment := _ALLOW.search(line)):
            continue
        names, reason = [name.strip() for name in comment[1].split(",")], comment[2]
        if not reason:
            words = "The comment allows a finding and does not say why. Write: corral: allow RULE because REASON."
            wrong.append(_wrong(UNEXPLAINED, words, path, language, number, line))
            continue
        for name in names:
            if name != "*" and name not in rules:
                words = f"The comment allows {name}, and there is no such rule; `corral rules list` names them."
                wrong.append(_wrong(UNKNOWN, words, path, language, number, line))
            below = number
            while below < len(lines) and _COMMENT_ONLY.match(lines[below - 1]):
                below += 1
            allowed[number, name] = allowed[below, name] = reason
    judged = [
        replace(one, allowed_because=allowed.get((one.line, one.rule), allowed.get((one.line, "*")))) for one in found
    ]
    return sorted([*judged, *wrong], key=lambda one: (one.line, one.column, one.rule))


def _wrong(rule: str, words: str, path: str, language: str, number: int, line: str) -> Located:
    text = " ".join(line.split())
    seal = hashlib.sha256(f"{path}\0{rule}\0{text}".encode("utf-8", "replace")).hexdigest()[:24]
    return Located(
        path, language, rule, words, "low", "HIGH", "warn", (), number, 1, number, len(line) + 1, text[:200], None, 0, 0, seal
    )  # fmt: skip


def read_baseline(file: Path) -> frozenset[str]:
    """The fingerprints of an earlier scan.

    Raises:
        InputError: the file can't be read, or is none that `--write-baseline` wrote.
    """
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != BASELINE_VERSION:
            raise InputError(f"is of version {data['version']}, not {BASELINE_VERSION}: write it anew", field=str(file))
        return frozenset(str(row["fingerprint"]) for row in data["findings"])
    except FileNotFoundError:
        raise InputError("does not exist; make it with --write-baseline", field=str(file)) from None
    except OSError as error:
        raise InputError(f"can't be read: {error.strerror}", field=str(file)) from None
    except (ValueError, KeyError, TypeError):
        raise InputError("is none that --write-baseline wrote", field=str(file), fix="write it anew") from None


def write_baseline(file: Path, found: Iterable[Located]) -> int:
    """Writes what is found and not allowed, so that a later scan tells what is new; how many that are."""
    rows = sorted(
        ({"fingerprint": one.fingerprint, "path": one.path, "rule": one.rule} for one in found if one.allowed_because is None),
        key=lambda row: (row["path"], row["rule"], row["fingerprint"]),
    )  # fmt: skip
    file.write_text(json.dumps({"version": BASELINE_VERSION, "findings": rows}, indent=1) + "\n", "utf-8")
    return len(rows)
