"""A new rule to start from: YAML and fixture for each language, which agree before they are changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from guards.code.languages import named
from guards.errors import InputError

_RULE = """\
rules:
  - id: {id}
    languages: [{language}]
    severity: WARNING            # ERROR, WARNING or INFO
    message: >-
      {what}. Say here what is wrong, why, and what to write instead.
    metadata:
      category: security
      cwe: ["CWE-20: Improper Input Validation"]
      confidence: MEDIUM         # HIGH, MEDIUM or LOW: the finding's score, .95, .75 or .4
      treatment: warn            # or block: what the policy is told to do
      why: >-
        What an attacker gains.
      references:
        - https://cwe.mitre.org/data/definitions/20.html
{body}"""
_PATTERNS = """\
    # Semgrep's pattern language: $X is any expression, ... any arguments or statements, "..." any string.
    patterns:
      - pattern: dangerous($X, ...)
      - pattern-not: dangerous("...", ...)
"""
_COMMANDS = """\
    # Conditions on one command as the shell would see it; each row under `commands` is another way to match. The rules
    # that ship (corral rules show ID --yaml) have examples of every condition.
    mode: command
    commands:
      - program: dangerous
        {condition}
"""
# Rules for commands: the fixture's suffix, and what else the command must have.
_SHELLS = {"shell": (".sh", 'options: "-f|--force"'), "powershell": (".ps1", "argument: '(?i)^-force$'")}
_SCRIPTS = {
    "shell": ('dangerous --force "$1"', "sudo dangerous -f /srv", 'dangerous --dry-run "$1"', 'harmless --force "$1"'),
    "powershell": (
        "dangerous -Force $Path",
        "dangerous $Path -force",
        "dangerous -WhatIf $Path",
        "harmless -Force $Path",
    ),
}
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
    if known in _SHELLS:
        suffix, rule_text, fixture_text = _for_commands(rule_id, known)
    elif known in _FRAMES:
        suffix, rule_text, fixture_text = _for_code(rule_id, known)
    else:
        raise InputError(f"{language!r} is none of {', '.join((*_FRAMES, *_SHELLS))}", field="--language")
    rule = folder / f"{rule_id}.yaml"
    fixture = folder / f"{rule_id}{suffix}"
    for path in (rule, fixture):
        if path.exists():
            raise InputError("is already there", field=str(path))
    folder.mkdir(parents=True, exist_ok=True)
    rule.write_text(rule_text, "utf-8")
    fixture.write_text(fixture_text, "utf-8")
    return rule, fixture


def _for_code(rule_id: str, language: str) -> tuple[str, str, str]:
    """The fixture's suffix, the rule and the fixture of a rule with patterns."""
    suffix, before, mark, after = _FRAMES[language]
    value = "$value" if language == "php" else "value"
    end = "" if language in ("python", "go") else ";"
    indent = "        " if "class" in before else "    "
    calls = [f"dangerous({value}){end}", f'dangerous({value} + "x", 1){end}', f'dangerous("constant"){end}',
             f"harmless({value}){end}"]  # fmt: skip
    lines = "".join(f"{indent}{line}\n" for line in _marked(rule_id, mark, calls))
    what = "dangerous() is called with a value that is not a constant"
    return suffix, _RULE.format(id=rule_id, language=language, what=what, body=_PATTERNS), before + lines + after


def _for_commands(rule_id: str, language: str) -> tuple[str, str, str]:
    """The same of a rule with conditions on commands."""
    suffix, condition = _SHELLS[language]
    body = _COMMANDS.format(condition=condition)
    rule = _RULE.format(id=rule_id, language=language, what="dangerous is run with --force", body=body)
    return suffix, rule, "".join(f"{line}\n" for line in _marked(rule_id, "#", _SCRIPTS[language]))


def _marked(rule_id: str, mark: str, lines: Sequence[str]) -> list[str]:
    """Two lines that must match, two that must not, and a decoy."""
    bad, worse, safe, other = lines
    return [
        f"{mark} ruleid: {rule_id}", bad, f"{mark} ruleid: {rule_id}", worse, f"{mark} ok: {rule_id}", safe,
        f"{mark} ok: {rule_id}", other, f"{mark} a decoy: {bad.rstrip(';')}",
    ]  # fmt: skip
