"""Answers to everyday questions: lists, files, dice, web handlers; nothing in them is worth a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from guards.code.fixtures import SUFFIX_LANGUAGES
from guards.code.scanner import Scanner

PROGRAMS = sorted((Path(__file__).parent / "ordinary").iterdir())
SCANNER = Scanner.load()


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_nothing_is_told(path: Path) -> None:
    result = SCANNER.scan(path.read_text("utf-8"), SUFFIX_LANGUAGES[path.suffix])
    assert not result.errors
    assert [match.rule_id for match in result.matches] == []
