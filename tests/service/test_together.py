"""Events that are here at once: judged together, and shown as they would have been one by one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from guards.dialects import DIALECTS
from guards.pipeline import Pipeline
from guards.types import Budget, Finding, Ladder, Subject
from service.observe.record import Record

from .nobypass.answering import answered
from .test_gate_proof import BAD, BLOCK, Keyword, Upstream, asked, policy, read, said, through

CHAT = DIALECTS[0]
SENTENCES = [f"This is sentence number {number} of a long answer. " for number in range(30)]
ONE_BY_ONE = [5]  # characters an event


class Counting(Keyword):
    """Tells how often it was asked about an answer, and about how much at most."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        if subject.stage == "output":
            self.asked.append(subject.text)
        return await super().check(subject, budget)


def judged(raw: bytes, cuts: Sequence[int], rules: str = "block") -> tuple[str, list[str]]:
    """What is shown of a stream whose bytes come so, and what the guard was asked about on the way."""
    guard = Counting()
    told = asyncio.run(through(Pipeline([Ladder.of(guard)]), CHAT, policy(rules, window_chars=400), raw, cuts))
    return said(CHAT, "content", told), guard.asked


def streamed(text: str) -> bytes:
    raw = answered(CHAT, "content", text, True, ONE_BY_ONE)
    assert isinstance(raw, bytes)
    return raw


def test_what_came_at_once_is_judged_once_a_window() -> None:
    text = "".join(SENTENCES)
    shown, asked_about = judged(streamed(text), [10**6])
    assert shown == text
    assert len(asked_about) <= len(text) // 400 + 4  # and all of it, each time that it has doubled
    shown, one_by_one = judged(streamed(text), [100])
    assert shown == text
    assert len(one_by_one) > len(SENTENCES)


@pytest.mark.parametrize("bad_at", [0, 1, 13, 29])
@pytest.mark.parametrize("cut", [100, 3_000, 10**6])
def test_the_sentences_before_a_bad_one_are_shown_however_much_came_with_them(bad_at: int, cut: int) -> None:
    text = "".join([*SENTENCES[:bad_at], f"Then {BAD} it is. ", *SENTENCES[bad_at:]])
    shown, asked_about = judged(streamed(text), [cut])
    assert shown.strip() == ("".join(SENTENCES[:bad_at]).strip() or BLOCK.blocked.message)
    assert len(asked_about) <= 2 * bad_at + 8


@pytest.mark.parametrize(
    "held",
    [
        f'<function=run>{{"code": "print(1)\\nprint(2)\nprint({BAD})\n"}}</function>',
        f"```python\nprint(1)\nprint(2)\n{BAD}\n```\n",
        f'<|python_tag|>print(1)\nprint(2)\nprint("{BAD}")\n<|eom_id|>',
    ],
)
def test_no_part_of_code_or_of_a_call_is_shown_alone(held: str) -> None:
    shown, _ = judged(streamed(f"Sure. Here it is.\n{held}\nAnything else?"), [10**6])
    assert shown.strip() == "Sure. Here it is."


def test_what_comes_one_by_one_is_shown_sentence_by_sentence() -> None:
    """The upstream says the next sentence once the client has the one before."""
    got = asyncio.Event()

    class Waiting(Upstream):
        async def _pieces(self) -> AsyncIterator[bytes]:
            for sentence in SENTENCES[:3]:
                yield streamed(sentence).partition(b"data: [DONE]")[0].rpartition(b"data: ")[0]  # without its end
                await asyncio.wait_for(got.wait(), 30)
                got.clear()
            yield streamed("The end.")

    async def shown() -> str:
        pipeline = Pipeline([Ladder.of(Keyword())])
        answer = await asked(pipeline, CHAT, policy(max_hold_ms=60_000), Waiting(b"", [1]), Record())
        sent, known = b"", ""
        async for part in answer.body_iterator:
            sent += bytes(part)  # type: ignore[arg-type]
            if (text := read(CHAT, sent).get("content", "")) != known:
                known = text
                got.set()
        return known

    assert asyncio.run(shown()) == "".join(SENTENCES[:3]) + "The end."
