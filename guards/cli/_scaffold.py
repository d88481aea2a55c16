"""A new rule to start from: YAML and fixture for each language, which agree before they are changed."""

from __future__ import annotations

import re
from pathlib import Path

from guards.code.languages import named
from guards.errors import InputError

_RULE = """\
rules:
  - id: {id}
    languages: [{language}]
    severity: WARNING            # ERROR, WARNING or INFO
    message: >-
      {what} is called with a value that is not a constant. Say here what is wrong, why, and what to write instead.
    metadata:
      category: security
      cwe: ["CWE-20: Improper Input Validation"]
      confidence: MEDIUM         # HIGH, MEDIUM or LOW: the finding's score, .95, .75 or .4
      treatment: warn            # or block: what the policy is told to do
      why: >-
        What an attacker gains.
      references:
        - https://cwe.mitre.org/data/definitions/20.html
    # Semgrep's pattern language: $X is any expression, ... any arguments or statements, "..." any string.
    patterns:
      - pattern: dangerous({dollar}, ...)
      - pattern-not: dangerous("...", ...)
"""
# A fixture's lines in each language: (before, line comment, after). Every `ruleid` line must match, no other may.
_FRAMES = {
    "c": (".c", "void f(char *value) {\n", "//", "}\n"),
    "cpp": (".cpp", "void f(char *value) {\n", "//", "}\n"),
    "csharp": (".cs", "class A {\n    void F(string value) {\n", "//", "    }\n}\n"),
    "go": (".go", "package a\n\nfunc f(value string) {\n", "//", "}\n"),
    "java": (".java", "class A {\n    void f(String value) {\n", "//", "    }\n}\n"),
    "javascript": (".js", "function f(value) {\n", "//", "}\n"),
    "php": (".php", "<?php\nfunction f($value) {\n", "//", "}\n"),
    "python": (".py", "def f(value):\n", "#", ""),
    "rust": (".rs", "fn f(value: &str) {\n", "//", "}\n"),
    "typescript": (".ts", "function f(value: string) {\n", "//", "}\n"),
}


def write_scaffold(rule_id: str, language: str, folder: Path) -> tuple[Path, Path]:
    """Writes both files and says where.

    Raises:
        InputError: a name that is none, a language without a frame, or a file that is already there.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule_id):
        raise InputError("is lower-case words joined by -, such as my-unsafe-call", field="RULE_ID")
    known = named(language)
    if known not in _FRAMES:
        raise InputError(f"{language!r} is none of {', '.join(_FRAMES)}", field="--language")
    suffix, before, mark, after = _FRAMES[known]
    value = "$value" if known == "php" else "value"
    end = "" if known in ("python", "go") else ";"
    indent = "        " if "class" in before else "    "
    lines = [
        f"{mark} ruleid: {rule_id}", f"dangerous({value}){end}",
        f"{mark} ruleid: {rule_id}", f"dangerous({value} + \"x\", 1){end}",
        f"{mark} ok: {rule_id}", f'dangerous("constant"){end}',
        f"{mark} ok: {rule_id}", f"harmless({value}){end}",
        f"{mark} a decoy: dangerous({value})",
    ]  # fmt: skip
    rule = folder / f"{rule_id}.yaml"
    fixture = folder / f"{rule_id}{suffix}"
    for path in (rule, fixture):
        if path.exists():
            raise InputError("is already there", field=str(path))
    folder.mkdir(parents=True, exist_ok=True)
    rule.write_text(_RULE.format(id=rule_id, language=known, what="dangerous()", dollar="$X"), "utf-8")
    fixture.write_text(before + "".join(f"{indent}{line}\n" for line in lines) + after, "utf-8")
    return rule, fixture
