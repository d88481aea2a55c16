"""The gate, proved through the whole of each dialect: bytes of an upstream in, bytes for a client out.

For any text, any violation in any place, any cut into events and any cut of the bytes, inside of characters included: no
character of a violation or past it leaves, and a clean text leaves as it came. `make gate` runs 10,000 cases.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import StreamingResponse

from guards.dialects import DIALECTS, Dialect
from guards.dialects.base import CallPiece, Head, Says
from guards.dialects.framing import sse
from guards.pipeline import Pipeline
from guards.policy import Policy, parse_policy
from guards.types import Budget, Finding, Ladder, Subject
from service import guarded
from service.observe.record import Record
from service.settings import Limits

from .nobypass.answering import SMUGGLED, answered
from .nobypass.asking import PLAIN

CASES = int(os.environ.get("CORRAL_GATE_CASES", "400"))
BAD, AFTER = "FORBIDDEN", "Ω"  # AFTER stands in what follows a violation, and nowhere else
PLACES = [(dialect, channel) for dialect in DIALECTS if dialect.streams for channel in sorted(dialect.channels)]
PIECES = (
    "word", "Ein Satz. ", "नमस्ते। ", "สวัสดี ครับ", "你好。", "\n", "\n\n", " ", "```", "```py\n", "x = 1\n", "~~~\n", "é𝒳",
    "- a\n", ".", "<function=", "<|python_tag|>", '{"name": "f"', "}", "</function>", "FORBID", "DEN", '"', "\\", "\t",
    "🦙👩\u200d👩\u200d👧", "\u2028", "\x00", "data: [DONE]\n\n", "event: x\n",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
CUTS = st.lists(st.integers(1, 60), min_size=1, max_size=5)
CLEAN = PROSE.filter(lambda text: BAD not in text)


class Keyword:
    """Stands in for the content model: a proof must know what is a violation."""

    name, revision, context_free = "content", "keyword", True

    async def check(self, subject: Subject, budget: Budget) -> list[Finding]:
        # A tool's arguments are JSON as they come: what a model means by them is read there.
        at = subject.text.find(BAD)
        return [Finding(1.0, "m", category="unsafe", span=(at, at + len(BAD)))] if at >= 0 else []


def policy(action: str = "block", **stream: Any) -> Policy:
    rules = {"window_chars": 40, "overlap_chars": 30, "max_hold_ms": 60_000, **stream}
    return parse_policy(
        "version: 1\nname: proof\nbudget_ms: 60000\nguards:\n  content:\n    stages: [input, output, tool_call]\n"
        f"    thresholds: {{unsafe: {{{action}: 0.5}}}}\nstream: {json.dumps(rules)}\n"
    )


BLOCK, REDACT, FLAG = policy("block"), policy("redact"), policy("flag")


class Upstream:
    """Stands in for the pool of upstreams: its bytes come cut as a case says. `open` tells whether they still could."""

    def __init__(self, raw: bytes, cuts: Sequence[int]) -> None:
        self._raw, self._cuts = raw, cuts
        self.open = False
        self.sent = 0
        self._given: AsyncIterator[bytes] = self._pieces()
        self._coming: asyncio.Future[bytes] | None = None

    @asynccontextmanager
    async def stream(self, path: str, body: Any, authorization: Any) -> AsyncIterator[Upstream]:
        self.open, self._given = True, self._pieces()
        try:
            yield self
        finally:
            self.open = False

    async def read(self, within_s: float | None = None) -> bytes | None:
        self._coming = self._coming or asyncio.ensure_future(anext(self._given, b""))
        done, _ = await asyncio.wait([self._coming], timeout=within_s)
        if not done:
            return None
        came, self._coming = self._coming.result(), None
        return came

    async def _pieces(self) -> AsyncIterator[bytes]:
        number = 0
        while self.sent < len(self._raw):
            at, size = self.sent, self._cuts[number % len(self._cuts)]
            self.sent, number = at + size, number + 1
            yield self._raw[at : at + size]


@dataclass(frozen=True)
class Told:
    """What a client got: the text in each channel, and every byte."""

    texts: dict[str, str]
    raw: str
    record: Record
    upstream: Upstream


async def asked(
    pipeline: Pipeline, dialect: Dialect, rules: Policy, upstream: Upstream, record: Record
) -> StreamingResponse:
    """The answer to a plain request for a stream."""
    body = json.dumps({"model": "m", **PLAIN[dialect.name], "stream": True}).encode()

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def admit(record: Record, tokens: int) -> None:
        pass

    scope = {"type": "http", "method": "POST", "path": dialect.path, "headers": [], "query_string": b""}
    answer = await guarded.respond(
        Request(scope, receive), dialect, pipeline, upstream, rules, Limits(), record, admit  # type: ignore[arg-type]
    )  # fmt: skip
    assert isinstance(answer, StreamingResponse)
    assert answer.status_code == 200
    return answer


async def through(pipeline: Pipeline, dialect: Dialect, rules: Policy, raw: bytes, cuts: Sequence[int]) -> Told:
    """One streamed answer, from the upstream's bytes to the client's."""
    upstream, record = Upstream(raw, cuts), Record()
    answer = await asked(pipeline, dialect, rules, upstream, record)
    sent = b"".join([bytes(part) async for part in answer.body_iterator])  # type: ignore[arg-type]
    assert not upstream.open
    return Told(read(dialect, sent), sent.decode(), record, upstream)


def read(dialect: Dialect, sent: bytes) -> dict[str, str]:
    """The texts in an answer, as a client of this dialect reads them."""
    texts: dict[str, str] = {}
    framing = dialect.framing()
    for row in [*framing.feed(sent), *framing.end()]:
        if row == "[DONE]":
            continue
        event = json.loads(row)
        assert "error" not in event, event
        for part in dialect.event_parts(event):
            if isinstance(part, Says):
                texts[part.channel] = texts.get(part.channel, "") + part.text
            elif isinstance(part, CallPiece):
                texts["tool_calls"] = texts.get("tool_calls", "") + part.arguments
            else:
                assert not isinstance(part, Head) or SMUGGLED not in str(part.row)
    return texts


def said(dialect: Dialect, channel: str, told: Told) -> str:
    """What came out of the channel that a case put its text in."""
    if channel == "tool_calls":
        arguments = told.texts.get("tool_calls", "")
        return str(json.loads(arguments)["code"]) if arguments else ""
    if channel == "logprobs":
        (channel,) = dialect.channels & {"content", "text", "response", "output_text"}
    return told.texts.get(channel, "")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline([Ladder.of(Keyword())])


@settings(max_examples=CASES // 2, deadline=None)
@given(st.sampled_from(PLACES), CLEAN, CUTS, CUTS)
def test_a_clean_text_leaves_as_it_came(
    pipeline: Pipeline, place: tuple[Dialect, str], text: str, events: list[int], cuts: list[int]
) -> None:
    dialect, channel = place
    raw = answered(dialect, channel, text, True, events)
    assert isinstance(raw, bytes)
    told = asyncio.run(through(pipeline, dialect, BLOCK, raw, cuts))
    assert said(dialect, channel, told) == text
    assert SMUGGLED not in told.raw
    assert told.record.cut_off is None


@settings(max_examples=CASES, deadline=None)
@given(st.sampled_from(PLACES), CLEAN, PROSE, CUTS, CUTS)
def test_no_character_of_a_violation_or_past_it_leaves(
    pipeline: Pipeline, place: tuple[Dialect, str], before: str, after: str, events: list[int], cuts: list[int]
) -> None:
    dialect, channel = place
    raw = answered(dialect, channel, f"{before}{BAD}{AFTER}{after}{AFTER}", True, events)
    assert isinstance(raw, bytes)
    told = asyncio.run(through(pipeline, dialect, BLOCK, raw, cuts))
    assert BAD not in told.raw
    assert AFTER not in told.raw
    assert "\\u03a9" not in told.raw.lower()
    assert SMUGGLED not in told.raw
    shown = said(dialect, channel, told)
    assert before.startswith(shown) or shown == BLOCK.blocked.message
    assert told.record.cut_off == "output"


@settings(max_examples=CASES // 4, deadline=None)
@given(st.sampled_from([place for place in PLACES if place[1] != "tool_calls"]), CLEAN, CLEAN, CUTS, CUTS)
def test_a_redaction_takes_out_the_violation_and_nothing_else(
    pipeline: Pipeline, place: tuple[Dialect, str], before: str, after: str, events: list[int], cuts: list[int]
) -> None:
    dialect, channel = place
    before, after = before.replace("FORBID", "word").replace("DEN", ""), after.replace("FORBID", "").replace("DEN", "")
    raw = answered(dialect, channel, before + BAD + after, True, events)
    assert isinstance(raw, bytes)
    told = asyncio.run(through(pipeline, dialect, REDACT, raw, cuts))
    assert BAD not in told.raw
    out = said(dialect, channel, told)
    assert out.startswith(before)
    assert out.endswith(after)
    assert set(out[len(before) : len(out) - len(after)].replace("[redacted]", "")) <= set()


@settings(max_examples=CASES // 4, deadline=None)
@given(st.sampled_from([place for place in PLACES if place[1] != "tool_calls"]), CLEAN, CUTS, CUTS)
def test_the_upstream_is_left_as_soon_as_an_answer_is_stopped(
    pipeline: Pipeline, place: tuple[Dialect, str], before: str, events: list[int], cuts: list[int]
) -> None:
    dialect, channel = place
    raw = answered(dialect, channel, f"{before}. {BAD}. " + "And so it goes on and on. " * 400, True, events)
    assert isinstance(raw, bytes)
    told = asyncio.run(through(pipeline, dialect, policy(max_code_chars=400), raw, cuts))
    assert told.record.cut_off == "output"
    assert told.upstream.sent < len(raw) - 1_000


@pytest.mark.parametrize("rules", [BLOCK, REDACT, FLAG])
def test_a_token_is_named_as_the_bytes_that_were_judged(pipeline: Pipeline, rules: Policy) -> None:
    def event(text: str, name: str, raw: bytes) -> bytes:
        token = {"token": name, "logprob": -0.5, "bytes": list(raw), "top_logprobs": []}
        choice = {"index": 0, "delta": {"content": text}, "logprobs": {"content": [token]}, "finish_reason": None}
        return sse({"id": "x", "created": 1, "model": "m", "choices": [choice]})

    first, second = "🦙".encode()[:2], "🦙".encode()[2:]
    raw = event("Fine. ", AFTER, b"Fine. ") + event("", "bytes:\\xf0\\x9f", first) + event("🦙", "\\xa6\\x99", second)
    told = asyncio.run(through(pipeline, DIALECTS[0], rules, raw + event("", AFTER, b"") + b"data: [DONE]\n\n", [9]))
    assert said(DIALECTS[0], "logprobs", told) == "Fine. 🦙"
    assert AFTER not in told.raw
    assert '"token":"Fine. "' in told.raw
    assert told.raw.count('"bytes"') == 4


async def test_text_is_held_for_no_longer_than_the_policy_says(pipeline: Pipeline) -> None:
    """The upstream says nothing more until the client has what was said: only time can release it."""
    chat, got = DIALECTS[0], asyncio.Event()
    first, last = (answered(chat, "content", text, True) for text in ("No end of a sentence", " is here."))
    assert isinstance(first, bytes)
    assert isinstance(last, bytes)

    class Waiting(Upstream):
        async def _pieces(self) -> AsyncIterator[bytes]:
            yield first.partition(b"data: [DONE]")[0].rpartition(b"data: ")[0]  # without its end
            await asyncio.wait_for(got.wait(), 60)
            yield last

    answer = await asked(pipeline, chat, policy(max_hold_ms=50), Waiting(b"", [1]), Record())
    sent = b""
    async for part in answer.body_iterator:
        sent += bytes(part)  # type: ignore[arg-type]
        if read(chat, sent).get("content") == "No end of a ":
            got.set()
    assert read(chat, sent)["content"] == "No end of a sentence is here."
