"""The deep engine: Semgrep's own matcher, one process a scan, for the rules that the fast engine can't run.

``semgrep-core`` is started directly: no network, no metrics, no look for a newer version, no project root to get wrong.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from guards.errors import GuardError, MissingExtra, RuleError

from .engine import Rule
from .engine.rule import rule_files

EXECUTABLE_VARIABLE = "CORRAL_SEMGREP_CORE"

_SUFFIXES = {
    "c": ".c", "cpp": ".cpp", "csharp": ".cs", "go": ".go", "java": ".java", "javascript": ".js", "php": ".php",
    "python": ".py", "rust": ".rs", "shell": ".sh", "typescript": ".ts",
}  # fmt: skip
_NAMES = {"shell": "bash"}  # where Semgrep's name for a language is another
_PHP_TAG = "<?php "


@dataclass(frozen=True, slots=True)
class DeepMatch:
    """A rule's match; `start` and `end` are code points of the scanned code."""

    rule_id: str
    start: int
    end: int
    message: str


class Semgrep:
    """Runs Semgrep rules over pieces of code; `executable` is a ``semgrep-core``, by default the installed package's."""

    def __init__(self, rule_paths: Sequence[Path], executable: Path | None = None) -> None:
        """Reads the rule files, or the folders of them.

        Raises:
            MissingExtra: Semgrep is not installed.
            RuleError: a rule file can't be read.
        """
        self._executable = executable if executable is not None else installed_core()
        self._rules = [row for path in rule_paths for file in rule_files(path) for row in _rows(file)]

    @classmethod
    def of(cls, rules: Sequence[Rule], executable: Path | None = None) -> Semgrep:
        """Runs these rules and no others of their files.

        Raises:
            MissingExtra: Semgrep is not installed.
            RuleError: a rule file can't be read.
        """
        wanted = {rule.id for rule in rules}
        semgrep = cls(sorted({rule.path for rule in rules}), executable)
        semgrep._rules = [row for row in semgrep._rules if row.get("id") in wanted]
        return semgrep

    def scan(self, code: str, language: str, timeout_ms: float) -> tuple[DeepMatch, ...]:
        """What the rules for `language` find, in the order of the code.

        Raises:
            ValueError: an unknown language.
            GuardError: Semgrep failed, was late, or could not read a rule or the code: what it would find is unknown.
        """
        if language not in _SUFFIXES:
            raise ValueError(f"language must be one of {', '.join(sorted(_SUFFIXES))}, got {language!r}")
        name = _NAMES.get(language, language)
        prefix = _PHP_TAG if language == "php" and "<?" not in code else ""
        source = (prefix + code).encode("utf-8", "replace")
        with tempfile.TemporaryDirectory(prefix="corral-") as folder:
            rules, target = Path(folder, "rules.json"), Path(folder, "code" + _SUFFIXES[language])
            rules.write_text(json.dumps({"rules": self._rules}), "utf-8")
            target.write_bytes(source)
            answer = self._run(
                ["-rules", str(rules), "-lang", name, "-json_nodots", "-j", "1", str(target)], timeout_ms
            )
        if answer["errors"]:
            raise GuardError(f"semgrep: {_words(answer['errors'][0])}")
        found = []
        for row in answer["results"]:
            start, end = (_point(source, row[edge]["offset"]) - len(prefix) for edge in ("start", "end"))
            found.append(DeepMatch(row["check_id"].rpartition(".")[2], max(start, 0), end, row["extra"]["message"]))
        return tuple(sorted(found, key=lambda match: (match.start, match.end, match.rule_id)))

    def _run(self, arguments: Sequence[str], timeout_ms: float) -> dict[str, Any]:
        try:
            done = subprocess.run(  # noqa: S603 - the installed package's own program, no shell
                [str(self._executable), *arguments],
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=timeout_ms / 1000,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise GuardError(f"semgrep did not answer within {timeout_ms:.0f} ms") from None
        except OSError as error:
            raise GuardError(f"semgrep could not be started: {error}") from None
        try:
            answer = json.loads(done.stdout)
        except ValueError:
            words = done.stderr.decode("utf-8", "replace").strip()[-300:]
            raise GuardError(f"semgrep ended with {done.returncode} and no answer: {words}") from None
        if not isinstance(answer, dict) or not {"results", "errors"} <= answer.keys():
            raise GuardError("semgrep's answer is none that can be read")
        return answer


def installed_core() -> Path:
    """The ``semgrep-core`` that CORRAL_SEMGREP_CORE names, of the installed package, or on the PATH.

    Raises:
        MissingExtra: there is none.
    """
    if named := os.environ.get(EXECUTABLE_VARIABLE):
        return Path(named)
    spec = importlib.util.find_spec("semgrep")
    if spec is not None and spec.origin is not None:
        core = Path(spec.origin).parent / "bin" / "semgrep-core"
        if core.is_file():
            return core
    if found := shutil.which("semgrep-core"):
        return Path(found)
    raise MissingExtra("semgrep", "semgrep")


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        data = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RuleError(f"can't be read: {error}", file=str(file)) from None
    if not isinstance(data, dict) or not isinstance(data.get("rules"), list):
        raise RuleError("a rule file is a mapping with a list called `rules`", file=str(file))
    rows: list[dict[str, Any]] = data["rules"]
    return rows


def _words(error: Any) -> str:
    """What Semgrep says of a failure, without the code that it may quote."""
    kind = error.get("error_type") or error.get("type") if isinstance(error, dict) else None
    rule = error.get("rule_id") if isinstance(error, dict) else None
    return f"{kind if isinstance(kind, str) else 'an error'}" + (f" in rule {rule}" if rule else "")


def _point(source: bytes, offset: int) -> int:
    return len(source[:offset].decode("utf-8", "replace"))
