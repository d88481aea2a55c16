"""What the taint analysis passes by: nothing that it would have found, in any language, in whole and in broken code."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code.engine import Engine
from guards.code.engine.grammar import LANGUAGES
from guards.code.engine.taint import TaintFormula
from guards.code.fixtures import SUFFIX_LANGUAGES, fixture_of

ENGINE = Engine.load()
SNIPPETS = sorted(
    path for path in (Path(__file__).parent / "snippets").rglob("*.*") if SUFFIX_LANGUAGES.get(path.suffix) in LANGUAGES
)
FIXTURES = [found.path for rule in ENGINE.rules.values() if (found := fixture_of(rule)) and found.language in LANGUAGES]


class Everything:
    def __contains__(self, node: object) -> bool:
        return True


ALL = SimpleNamespace(values=Everything(), ways=Everything())


def both(code: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = ENGINE.scan(code, language)
    with monkeypatch.context() as patched:
        patched.setattr(TaintFormula, "_reach", lambda *_: ALL)
        assert ENGINE.scan(code, language) == found


@pytest.mark.parametrize("language", sorted(LANGUAGES - {"shell"}))
def test_the_same_is_found_without_it(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (*FIXTURES, *SNIPPETS):
        if SUFFIX_LANGUAGES[path.suffix] == language:
            both(path.read_text("utf-8"), language, monkeypatch)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([*FIXTURES, *SNIPPETS]),
    st.sampled_from([*FIXTURES, *SNIPPETS]),
    st.integers(0, 3000),
    st.integers(0, 300),
)
def test_the_same_is_found_without_it_in_broken_code(one: Path, other: Path, at: int, cut: int) -> None:
    code = one.read_text("utf-8")
    mixed = code[:at] + other.read_text("utf-8")[:cut] + code[at + cut :]
    with pytest.MonkeyPatch.context() as monkeypatch:
        both(mixed, SUFFIX_LANGUAGES[one.suffix], monkeypatch)
