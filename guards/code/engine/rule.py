"""A rule: Semgrep YAML with Corral's metadata, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from guards.errors import RuleError
from guards.types import Severity, Treatment

from .grammar import LANGUAGES
from .memory.facts import TELLS
from .tracks import TRACKS, Track

Confidence = Literal["HIGH", "MEDIUM", "LOW"]
EngineName = Literal["fast", "shell", "semgrep", "none"]

_SEVERITIES: Mapping[str, Severity] = {
    "ERROR": "high", "WARNING": "medium", "INFO": "low",
    "CRITICAL": "critical", "HIGH": "high", "MEDIUM": "medium", "LOW": "low",
}  # fmt: skip
_LANGUAGE_NAMES = {
    "c#": "csharp", "c++": "cpp", "golang": "go", "js": "javascript", "ts": "typescript", "py": "python",
    "bash": "shell", "sh": "shell", "pwsh": "powershell",
}  # fmt: skip
_PARAMETERS: Mapping[object, Literal["no", "joined", "yes"]] = {False: "no", "joined": "joined", True: "yes"}
COMMAND_LANGUAGES = frozenset({"shell", "powershell"})  # what `mode: command` is for
MATCHING_KEYS = frozenset({"pattern", "patterns", "pattern-either", "pattern-regex"})
_TAINT_KEYS = frozenset({"pattern-sources", "pattern-sinks", "pattern-sanitizers"})
_OTHER_KEYS = frozenset({"id", "languages", "severity", "message", "metadata", "mode", "fix", "min-version"})
# What Semgrep reads and nothing here scans: such a rule is kept, listed, and never said to have run.
_SEMGREP_LANGUAGES = frozenset(
    [
        "apex",
        "bash",
        "cairo",
        "circom",
        "clojure",
        "dart",
        "dockerfile",
        "elixir",
        "generic",
        "hack",
        "hcl",
        "html",
        "json",
        "jsonnet",
        "julia",
        "kotlin",
        "lisp",
        "lua",
        "move",
        "ocaml",
        "promql",
        "protobuf",
        "ql",
        "r",
        "regex",
        "ruby",
        "scala",
        "scheme",
        "solidity",
        "swift",
        "terraform",
        "vue",
        "xml",
        "yaml",
    ]
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as its author wrote it; `formula` is the part that matches, `engine` what can run it."""

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
    mode: Literal["search", "taint", "command", "other"]
    formula: Mapping[str, Any]
    tainted_parameters: Literal["no", "joined", "yes"]
    track: Track
    memory: str  # what must be known of memory at a place that is found; "": nothing
    path: Path
    engine: EngineName = "fast"
    engine_reason: str = ""  # why it is not the fast one
    # By language, words of which one stands in all code that matches (None: no such words); None: not looked up yet.
    words: Mapping[str, tuple[str, ...] | None] | None = None


def read_rules(folders: Sequence[Path]) -> Iterator[Rule]:
    """Every rule in the files of `folders`, in the order of their paths.

    Raises:
        RuleError: names the file, and the line where the rule begins.
    """
    seen: dict[str, Path] = {}
    for folder in folders:
        for file in rule_files(folder):
            for rule in _read_file(file):
                if rule.id in seen:
                    raise RuleError(f"rule {rule.id!r} stands in {seen[rule.id]}, too", file=str(file))
                seen[rule.id] = file
                yield rule


def rule_files(path: Path) -> list[Path]:
    """The rule files in a folder and below it, or the one file that `path` is.

    Raises:
        RuleError: the folder holds none.
    """
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.rglob("*") if file.suffix in (".yaml", ".yml"))
    if not files:
        raise RuleError("the folder holds no rule: no .yaml or .yml file", file=str(path))
    return files


def _read_file(file: Path) -> Iterator[Rule]:
    try:
        text = file.read_text("utf-8")
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        data = yaml.constructor.SafeConstructor().construct_document(node) if node is not None else None
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
    metadata = row.get("metadata") or {}
    named = [_LANGUAGE_NAMES.get(name, name) for name in row["languages"]]
    known = LANGUAGES | COMMAND_LANGUAGES
    languages = tuple(name for name in named if name in known)
    if unknown := set(named) - known - _SEMGREP_LANGUAGES:
        raise ValueError(f"languages: {', '.join(sorted(unknown))}: there are {', '.join(sorted(known))}")
    mode, formula, reason = _formula(row)
    if (mode == "command" and not COMMAND_LANGUAGES.issuperset(languages)) or (
        mode != "command" and "powershell" in languages
    ):
        raise ValueError("languages: shell and powershell have `mode: command`, and powershell has no other")
    severity = _SEVERITIES[row["severity"]]
    cwe = metadata.get("cwe", ())
    # Rules of other authors know no treatment: what they call an error is worth a block.
    treatment = metadata.get("treatment", "block" if severity in ("high", "critical") else "warn")
    confidence = metadata.get("confidence", "MEDIUM")
    if treatment not in ("block", "warn") or confidence not in ("HIGH", "MEDIUM", "LOW"):
        raise ValueError("metadata: treatment is block or warn, confidence is HIGH, MEDIUM or LOW")
    if metadata.get("tracks", "text") not in TRACKS:
        raise ValueError(f"metadata: tracks is one of {', '.join(sorted(TRACKS))}")
    if metadata.get("memory", "") not in ("", *TELLS) or (metadata.get("memory") and mode != "search"):
        raise ValueError(f"metadata: memory, for a rule that searches, is one of {', '.join(sorted(TELLS))}")
    engine: EngineName = "shell" if mode == "command" else "semgrep" if reason else "fast"
    if not languages:
        engine, reason = "none", f"nothing here scans {', '.join(named)}"
    return Rule(
        id=row["id"],
        languages=languages,
        message=" ".join(row["message"].split()),
        severity=severity,
        confidence=confidence,
        treatment=treatment,
        cwe=tuple(name.split(":")[0].strip() for name in ([cwe] if isinstance(cwe, str) else cwe)),
        why=metadata.get("why", ""),
        references=tuple(metadata.get("references", ())),
        fix=row.get("fix"),
        mode=mode,
        formula=formula,
        tainted_parameters=_PARAMETERS[metadata.get("parameters-are-tainted", False)],
        track=metadata.get("tracks", "text"),
        memory=metadata.get("memory", ""),
        path=file,
        engine=engine,
        engine_reason=reason,
    )


def _formula(row: Mapping[str, Any]) -> tuple[Literal["search", "taint", "command", "other"], Mapping[str, Any], str]:
    """The mode, the part that matches, and why the fast engine can't run it: "" where it may."""
    mode = row.get("mode", "search")
    if mode == "command":
        return "command", {"commands": row["commands"]}, "judges commands, not code"
    strange = row.keys() - MATCHING_KEYS - _TAINT_KEYS - _OTHER_KEYS
    if mode not in ("search", "taint"):
        return "other", {}, f"the fast engine has no mode {mode!r}"
    if strange:
        return "other", {}, f"the fast engine does not know {', '.join(sorted(strange))}"
    if mode == "taint":
        formula = {key: row[key] for key in ("pattern-sources", "pattern-sinks")}
        return "taint", formula | {"pattern-sanitizers": row.get("pattern-sanitizers", [])}, ""
    formula = {key: row[key] for key in MATCHING_KEYS if key in row}
    if len(formula) != 1:
        raise ValueError(f"a rule has one of {', '.join(sorted(MATCHING_KEYS))}")
    return "search", formula, ""
