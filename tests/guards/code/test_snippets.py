"""Pairs of whole programs, insecure and secure: most of the first are found, few of the second flagged."""

from __future__ import annotations

from pathlib import Path

import pytest

from guards.code.fixtures import SUFFIX_LANGUAGES
from guards.code.scanner import Scanner

SNIPPETS = Path(__file__).parent / "snippets"
SCANNER = Scanner.load()
# Development pairs, which the rules were written against: what they must not fall behind. Those under `heldout` are
# measured by `corral eval`, and nothing is made to pass on them.
FOUND = {
    "c": 0.9, "cpp": 0.85, "csharp": 0.85, "go": 0.9, "java": 0.9, "javascript": 0.9, "php": 0.9, "python": 0.9,
    "rust": 0.85, "typescript": 0.85,
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(FOUND))
def test_pairs(language: str) -> None:
    programs = [path for path in sorted((SNIPPETS / language).iterdir()) if SUFFIX_LANGUAGES[path.suffix] == language]
    hits: dict[str, list[bool]] = {"insecure": [], "secure": []}
    for path in programs:
        result = SCANNER.scan(path.read_text("utf-8"), language)
        assert not result.errors, path.name
        hits[path.suffixes[-2][1:]].append(bool(result.matches))
    assert len(hits["insecure"]) == len(hits["secure"]) >= 20
    assert sum(hits["insecure"]) >= FOUND[language] * len(hits["insecure"])
    assert sum(hits["secure"]) <= 0.1 * len(hits["secure"])
