"""A rule: Semgrep YAML with Corral's metadata, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from guards.errors import RuleError
from guards.types import Severity, Treatment

from .tree import LANGUAGES

Confidence = Literal["HIGH", "MEDIUM", "LOW"]

_SEVERITIES: Mapping[str, Severity] = {"ERROR": "high", "WARNING": "medium", "INFO": "low"}
_LANGUAGE_NAMES = {
    "c#": "csharp", "c++": "cpp", "golang": "go", "js": "javascript", "ts": "typescript", "py": "python",
    "bash": "shell", "sh": "shell",
}  # fmt: skip
MATCHING_KEYS = frozenset({"pattern", "patterns", "pattern-either", "pattern-regex"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its author wrote it; `formula` is the part that matches."""

    id: str
    languages: tuple[str, ...]
    message: str
    severity: Severity
    confidence: Confidence
    treatment: Treatment
    cwe: tuple[str, ...]
    why: str
    references: tuple[str, ...]
    fix: str | None
    mode: Literal["search", "taint"]
    formula: Mapping[str, Any]
    tainted_parameters: bool
    path: Path


def read_rules(folders: Sequence[Path]) -> Iterator[Rule]:
    """Every rule in the ``*.yaml`` files under `folders`, in the order of their paths.

    Raises:
        RuleError: names the file, and the line where the rule begins.
    """
    seen: dict[str, Path] = {}
    for folder in folders:
        files = sorted(folder.rglob("*.yaml")) if folder.is_dir() else [folder]
        for file in files:
            for rule in _read_file(file):
                if rule.id in seen:
                    raise RuleError(f"rule {rule.id!r} stands in {seen[rule.id]}, too", file=str(file))
                seen[rule.id] = file
                yield rule


def _read_file(file: Path) -> Iterator[Rule]:
    try:
        text = file.read_text("utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError(f"can't be read: {error}", file=str(file)) from None
    if not isinstance(data, dict) or not isinstance(data.get("rules"), list):
        raise RuleError("a rule file is a mapping with a list called `rules`", file=str(file))
    lines = _rule_lines(node)
    for number, row in enumerate(data["rules"]):
        try:
            yield _rule(row, file)
        except (KeyError, TypeError, ValueError) as error:
            words = f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
            line = lines[number] if number < len(lines) else None
            raise RuleError(words, file=str(file), line=line) from None


def _rule_lines(node: yaml.Node | None) -> list[int]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "rules" and isinstance(value, yaml.SequenceNode):
                return [item.start_mark.line + 1 for item in value.value]
    return []


def _rule(row: Any, file: Path) -> Rule:
    if not isinstance(row, dict):
        raise ValueError("a rule is a mapping")
    metadata = row["metadata"]
    languages = tuple(_LANGUAGE_NAMES.get(name, name) for name in row["languages"])
    if unknown := set(languages) - LANGUAGES:
        raise ValueError(f"languages: {', '.join(sorted(unknown))}: there are {', '.join(sorted(LANGUAGES))}")
    mode = row.get("mode", "search")
    if mode == "taint":
        formula = {key: row[key] for key in ("pattern-sources", "pattern-sinks")}
        formula["pattern-sanitizers"] = row.get("pattern-sanitizers", [])
    elif mode == "search":
        formula = {key: row[key] for key in MATCHING_KEYS if key in row}
        if len(formula) != 1:
            raise ValueError(f"a rule has one of {', '.join(sorted(MATCHING_KEYS))}")
    else:
        raise ValueError(f"mode: {mode!r} is not search or taint")
    cwe = metadata["cwe"]
    treatment, confidence = metadata["treatment"], metadata["confidence"]
    if treatment not in ("block", "warn") or confidence not in ("HIGH", "MEDIUM", "LOW"):
        raise ValueError("metadata: treatment is block or warn, confidence is HIGH, MEDIUM or LOW")
    return Rule(
        id=row["id"],
        languages=languages,
        message=" ".join(row["message"].split()),
        severity=_SEVERITIES[row["severity"]],
        confidence=confidence,
        treatment=treatment,
        cwe=tuple(name.split(":")[0].strip() for name in ([cwe] if isinstance(cwe, str) else cwe)),
        why=metadata["why"],
        references=tuple(metadata["references"]),
        fix=row.get("fix"),
        mode=mode,
        formula=formula,
        tainted_parameters=bool(metadata.get("parameters-are-tainted", False)),
        path=file,
    )
