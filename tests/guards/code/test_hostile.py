"""Hostile code: no crash and no hang in any language, and what can't be judged is an error, never a pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code import Scanner
from guards.code.scanner import LANGUAGES

SCANNER = Scanner.load()
PATIENCE_S = 30.0  # a hang, not a slow machine, is what fails here

HOSTILE = {
    "parentheses": "os.system(" + "(" * 10_000 + "x" + ")" * 10_000 + ")",
    "brackets": "eval(" + "[" * 10_000,
    "a long line": "os.system('" + "a" * 50_000 + "' + x)",
    "a long sum": "eval(" + "+".join(["'a'"] * 5_000) + ")",
    "no text": "os.system('a'\0 + x)\n\0\0eval(x)",
    "half a character": "eval('\ud800' + input())",
    "loops in loops": "for(;;){" * 60 + "eval(x);" + "}" * 60,
    "apostrophes": "'\"" * 3_000,
    "comments": "/*" * 10_000,
    "calls of calls": "\n".join(f"function f{i}(x){{ return f{i + 1}(x) + f{i + 2}(x) }}" for i in range(100))
    + "\neval(f0(req.query.a))",
}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_code_neither_breaks_nor_stops_the_scanner(name: str, language: str) -> None:
    began = time.monotonic()
    result = SCANNER.scan(HOSTILE[name], language)
    assert time.monotonic() - began < PATIENCE_S
    assert all(error for error in result.errors)


def test_half_a_character_moves_no_offset() -> None:
    code = HOSTILE["half a character"]
    found = SCANNER.scan(code, "python").matches
    assert [code[match.start : match.end] for match in found] == [code]


PIECES = st.sampled_from(
    ["(", ")", "[", "]", "{", "}", "'", '"', "`", "\\", "\n", "\0", "\ud800", "#", "//", "/*", "<?php ", "?>", "$(", "<<A\n",
     "eval", "os.system(", "exec(", "strcpy(a, b);", "free(p);", "if (x) ", "for x in y:\n ", "req.query.a", "$_GET['a']", " = ",
     "+", ",", ";", ":", "é", "𝒳", "x", "1", "import os\n", "function f(a) {", "def f(a):\n  ", "return "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=80), st.sampled_from(sorted(LANGUAGES)))
def test_random_code_is_judged_or_said_not_to_be(pieces: list[str], language: str) -> None:
    code = "".join(pieces)
    result = SCANNER.scan(code, language)
    for match in result.matches:
        assert 0 <= match.start <= match.end <= len(code)
