"""The decorator: plain functions, generators and their asynchronous kin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from guards import Blocked, Corral
from guards.middleware.functions import guarded

from .conftest import BAD

Make = Callable[..., Corral]


async def test_prompts_are_stopped_before_the_function_runs(keyword: Make) -> None:
    ran: list[str] = []

    @guarded(keyword())
    def plain(question: str) -> str:
        ran.append(question)
        return "fine"

    @guarded(keyword(), prompt="question")
    async def later(other: int, question: str = "fine") -> str:
        ran.append(question)
        return "fine"

    with pytest.raises(Blocked) as caught:
        plain(BAD)
    with pytest.raises(Blocked):
        await later(1, BAD)
    assert caught.value.verdict.reasons[0].stage == "input"
    assert ran == []
    assert plain("x") == "fine"
    assert await later(1) == "fine"


async def test_what_is_redacted_is_gone_both_ways(keyword: Make) -> None:
    @guarded(keyword("redact"))
    def echo(text: str) -> str:
        assert text == "say [redacted]"
        return f"here is {BAD} then"

    @guarded(keyword("redact"))
    def pieces(text: str) -> Iterator[str]:
        yield from ("One. Then ", "FORB", "IDDEN", " more.")

    @guarded(keyword("redact"))
    async def apieces(text: str) -> AsyncIterator[str]:
        for one in ("One. Then ", "FORB", "IDDEN", " more."):
            yield one

    assert echo(f"say {BAD}") == "here is [redacted] then"
    assert "".join(pieces("x")) == "One. Then [redacted] more."
    assert "".join([one async for one in apieces("x")]) == "One. Then [redacted] more."


def test_a_stream_gives_what_it_may_and_then_raises(keyword: Make) -> None:
    @guarded(keyword())
    def pieces(text: str) -> Iterator[str]:
        yield from ("A fine beginning. ", "Then FORBID", "DEN comes. ", "And more.")

    shown: list[str] = []
    stream = pieces("x")
    with pytest.raises(Blocked):
        shown.extend(stream)
    assert "".join(shown).startswith("A fine beginning.")
    assert BAD not in "".join(shown)


def test_what_is_no_text_is_refused(keyword: Make) -> None:
    @guarded(keyword())
    def number(question: str) -> int:
        return 1

    with pytest.raises(TypeError, match="only text can be judged"):
        number("x")
    with pytest.raises(TypeError, match="no argument 'prompt'"):
        guarded(keyword(), prompt="prompt")(number)


async def test_a_stopped_stream_lets_go_of_its_source(keyword: Make) -> None:
    ended: list[str] = []

    @guarded(keyword())
    async def apieces(text: str) -> AsyncIterator[str]:
        try:
            for _ in range(1_000):
                yield f"Here is {BAD}. "
        finally:
            ended.append("async")

    @guarded(keyword())
    def pieces(text: str) -> Iterator[str]:
        try:
            for _ in range(1_000):
                yield f"Here is {BAD}. "
        finally:
            ended.append("sync")

    with pytest.raises(Blocked):
        [one async for one in apieces("x")]
    with pytest.raises(Blocked):
        list(pieces("x"))
    assert ended == ["async", "sync"]
