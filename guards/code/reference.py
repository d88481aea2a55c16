"""The rule reference: one page of markdown a language, made from the rules and their fixtures."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from .engine import Rule
from .fixtures import Fixture, fixture_of

TITLES = {
    "c": "C", "cpp": "C++", "csharp": "C#", "go": "Go", "java": "Java", "javascript": "JavaScript", "php": "PHP",
    "powershell": "PowerShell", "python": "Python", "rust": "Rust", "shell": "Shell and commands", "typescript": "TypeScript",
}  # fmt: skip
_NOTE = re.compile(r"(?:ruleid|ok):\s*[\w-]+")
_COMMENT = re.compile(r"^\s*(?://|#(?!\[|include|define|!)|/\*|--|\*)")
_LEAD, _TAIL = 5, 4  # lines shown at most before and after the one that is marked
_NOTICE = "<!-- Made by `make docs` from rules/: change the rule or its fixture, not this page. -->\n"


def pages(rules: Iterable[Rule]) -> Mapping[str, str]:
    """File name to text: a page for each language that some rule is written for, and `README.md` over them."""
    by_folder: dict[str, list[Rule]] = {}
    for rule in rules:
        by_folder.setdefault(rule.path.parent.name, []).append(rule)
    found = {f"{name}.md": _page(name, theirs) for name, theirs in sorted(by_folder.items())}
    lines = ["# The rules", "", _NOTICE, "| language | rules | CWEs |", "|---|---|---|"]
    for name, theirs in sorted(by_folder.items()):
        lines.append(f"| [{TITLES.get(name, name)}]({name}.md) | {len(theirs)} | {len(_cwes(theirs))} |")
    everything = [rule for theirs in by_folder.values() for rule in theirs]
    lines += [f"| all | {len(everything)} | {len(_cwes(everything))} |", ""]
    lines += ["`corral rules show RULE` explains one on the command line.", ""]
    return found | {"README.md": "\n".join(lines)}


def _cwes(rules: Sequence[Rule]) -> set[str]:
    return {cwe for rule in rules for cwe in rule.cwe}


def _page(language: str, rules: Sequence[Rule]) -> str:
    title = TITLES.get(language, language)
    parts = [f"# {title}: {len(rules)} rules\n\n{_NOTICE}"]
    rows = [
        f"| [{rule.id}](#{rule.id}) | {', '.join(rule.cwe)} | {rule.severity} | {rule.treatment} |" for rule in rules
    ]
    parts.append("\n".join(["| rule | CWE | severity | treatment |", "|---|---|---|---|", *rows]) + "\n")
    parts += [_entry(rule, language) for rule in rules]
    return "\n".join(parts)


def _entry(rule: Rule, language: str) -> str:
    facts = (
        f"{', '.join(rule.cwe)} · severity {rule.severity} · confidence {rule.confidence.lower()} · {rule.treatment}"
    )
    also = [TITLES.get(name, name) for name in rule.languages if name != language]
    if also:
        facts += f" · also {', '.join(also)}"
    lines = [f"## {rule.id}", "", facts, "", rule.message, "", " ".join(rule.why.split()), ""]
    fixture = fixture_of(rule)
    if fixture is not None:
        code = fixture.path.read_text("utf-8").splitlines()
        for name, marked in (("Insecure", fixture.must), ("Secure", fixture.must_not)):
            if marked:
                shown = _example(code, min(marked), fixture)
                lines += [f"{name}:", "", f"````{fixture.language}", shown, "````", ""]
    lines += [f"* <{reference}>" for reference in rule.references]
    return "\n".join(lines) + "\n"


def _example(code: Sequence[str], line: int, fixture: Fixture) -> str:
    """The marked line, counted from 1, with the statements just around it; other marked ones left out."""
    marked = fixture.must | fixture.must_not
    indent = _indent(code[line - 1])
    before: list[str] = []
    for at in range(line - 2, -1, -1):
        text = code[at]
        if _NOTE.search(text):
            continue
        if not text.strip() or at + 1 in marked or len(before) == _LEAD or _indent(text) < indent:
            break
        if not _COMMENT.match(text):
            before.append(text)
    after: list[str] = []
    for text in code[line : line + _TAIL]:
        if not text.strip() or _NOTE.search(text) or _indent(text) < indent:
            break
        if not _COMMENT.match(text):
            after.append(text)
    return textwrap.dedent("\n".join([*reversed(before), code[line - 1], *after])).rstrip()


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())
