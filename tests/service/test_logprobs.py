"""Log probabilities that an upstream gives for a part of its answer alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from guards.dialects import DIALECTS
from guards.dialects.framing import sse
from guards.pipeline import Pipeline
from guards.types import Ladder
from service.observe.record import Record

from .test_gate_proof import AFTER, BAD, Keyword, Upstream, asked, policy, read

CHAT = DIALECTS[0]


def event(text: str, *tokens: str) -> bytes:
    spelled = [{"token": one, "logprob": -0.5, "bytes": list(one.encode()), "top_logprobs": []} for one in tokens]
    logprobs = {"content": spelled} if tokens else None
    choice = {"index": 0, "delta": {"content": text}, "logprobs": logprobs, "finish_reason": None}
    return sse({"id": "x", "created": 1, "model": "m", "choices": [choice]})


@pytest.mark.parametrize("cut", [None, 10**6])
def test_tokens_that_begin_within_an_answer_are_not_shown(cut: int | None) -> None:
    """The bytes of a token are counted from where tokens began: what was shown before would count for those that wait."""
    first, second = event("Well then, "), event(f"{AFTER * 4}{BAD}", AFTER * 4, BAD)
    got = asyncio.Event()

    class Waiting(Upstream):
        async def _pieces(self) -> AsyncIterator[bytes]:
            for part in (first, second) if cut is None else (first + second,):
                yield part
            await asyncio.wait_for(got.wait(), 30)
            yield b"data: [DONE]\n\n"

    async def shown() -> bytes:
        pipeline = Pipeline([Ladder.of(Keyword())])
        answer = await asked(pipeline, CHAT, policy(max_hold_ms=50), Waiting(b"", [1]), Record())
        sent = b""
        async for part in answer.body_iterator:
            sent += bytes(part)  # type: ignore[arg-type]
            if b"Well" in sent:
                got.set()
        return sent

    sent = asyncio.run(shown()).decode()
    assert read(CHAT, sent.encode())["content"] == "Well then, "
    assert AFTER not in sent
    assert '"logprob":-0.5' not in sent
