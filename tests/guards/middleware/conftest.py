"""A real llama.cpp server, and a keyword in the place of the content model where a test must know what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from guards import Corral, Subject
from guards.policy import parse_policy
from guards.types import Budget, Finding, Ladder
from service.llama import llama_server

BAD = "FORBIDDEN"


class Keyword:
    """Stands in for the content model."""

    name, revision, context_free = "content", "keyword", True

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        at = subject.text.find(BAD)
        span = (at, at + len(BAD)) if at >= 0 else None
        return [Finding(score=float(at >= 0), message="m", category="unsafe", span=span)]


@pytest.fixture
def keyword() -> Iterator[Callable[..., Corral]]:
    """Makes a Corral that finds the keyword everywhere and does `action`."""
    made: list[Corral] = []

    def make(action: str = "block", more: str = "", **policy: Any) -> Corral:
        text = (
            f"version: 1\nname: keyword\nbudget_ms: 20000\nguards:\n  content:\n"
            f"    stages: [input, document, output, tool_call]\n    thresholds: {{unsafe: {{{action}: 0.5}}}}\n{more}"
        )
        made.append(Corral(parse_policy(text), ladders=[Ladder.of(Keyword())], **policy))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def llama() -> Iterator[str]:
    with llama_server() as url:
        yield url
