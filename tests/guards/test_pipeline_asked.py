"""What guards are asked of an exchange: what is new, once, and together where that is cheaper."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence

import pytest

from guards.errors import GuardError
from guards.pipeline import Pipeline
from guards.types import Action, Budget, Exchange, Finding, Ladder, Message, Stage, Status, Subject, Verdict

from .scripted import BUDGET_MS, Scripted, finding, policy_for, say


def test_the_cache_answers_for_an_unchanged_message_until_the_revision_changes() -> None:
    guard = Scripted("g")
    pipeline = Pipeline([Ladder.of(guard)])
    policy, budget_ms = policy_for(["g"]), 5_000
    first = pipeline.judge_sync(say(), policy, Budget.start(budget_ms))
    again = pipeline.judge_sync(say(), policy, Budget.start(budget_ms))
    longer = Exchange((Message("user", "hello there"), Message("assistant", "hi"), Message("user", "and now?")))
    third = pipeline.judge_sync(longer, policy, Budget.start(budget_ms))
    assert (first.reports[0].cached, again.reports[0].cached) == (False, True)
    assert [report.cached for report in third.reports] == [True, False]
    assert guard.calls == 2
    guard.revision = "2"
    assert not pipeline.judge_sync(say(), policy, Budget.start(budget_ms)).reports[0].cached
    pipeline.close()


class BrokenCache:
    async def get_many(self, keys: Sequence[bytes]) -> Sequence[None]:
        raise ConnectionError("redis is gone")

    async def put_many(self, entries: object) -> None:
        raise ConnectionError("redis is gone")


class HangingCache(BrokenCache):
    async def get_many(self, keys: Sequence[bytes]) -> Sequence[None]:
        await asyncio.sleep(60)
        return []


@pytest.mark.parametrize("cache", [BrokenCache(), HangingCache()])
def test_a_cache_that_fails_or_hangs_changes_no_decision(cache: BrokenCache) -> None:
    pipeline = Pipeline([Ladder.of(Scripted("g"))], cache=cache)
    verdict = pipeline.judge_sync(say(), policy_for(["g"]), Budget.start(1_000))
    pipeline.close()
    assert verdict.action is Action.BLOCK
    assert verdict.reports[0].status is Status.DONE


def test_last_turn_history_judges_only_what_is_new() -> None:
    guard = Scripted("g", "nothing")
    pipeline = Pipeline([Ladder.of(guard)])
    exchange = Exchange((Message("user", "a"), Message("assistant", "b"), Message("tool", "c"), Message("user", "d")))
    every = pipeline.judge_sync(exchange, policy_for(["g"]), Budget.start(5_000))
    newest = pipeline.judge_sync(exchange, policy_for(["g"], history="last_turn"), Budget.start(5_000))
    pipeline.close()
    assert [report.index for report in every.reports] == [0, 2, 3]
    assert [report.index for report in newest.reports] == [2, 3]


def test_documents_and_user_text_are_different_subjects() -> None:
    exchange = Exchange((Message("user", "x"), Message("tool", "y"), Message("system", "z")))
    assert [(s.stage, s.text) for s in exchange.subjects()] == [(Stage.INPUT, "x"), (Stage.DOCUMENT, "y")]


@pytest.mark.parametrize("behaviour", ["answer", "raise", "sleep"])
async def test_the_same_text_many_times_is_asked_once_and_every_group_is_told(behaviour: str) -> None:
    guard = Scripted("a", behaviour)
    pipeline = Pipeline([Ladder.of(guard)])
    groups = [[Subject("same", Stage.INPUT)], [Subject("same", Stage.INPUT), Subject("other", Stage.INPUT)], []]
    verdicts = await pipeline.judge_many(groups, policy_for(["a"]), Budget.start(BUDGET_MS))
    pipeline.close()
    assert guard.calls == 2
    assert [len(verdict.reports) for verdict in verdicts] == [1, 2, 0]
    wanted = {"answer": Status.DONE, "raise": Status.ERROR, "sleep": Status.TIMEOUT}[behaviour]
    assert {report.status for verdict in verdicts for report in verdict.reports} == {wanted}
    assert verdicts[0].action is verdicts[1].action
    assert verdicts[2].action is Action.ALLOW


class Batched(Scripted):
    """Answers many at once, and chokes on some."""

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        return [await self.check(subject, budget) for subject in subjects]

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        if subject.text == "poison":
            raise GuardError("choked")
        return await super().check(subject, budget)


class Gathered:
    """A guard on an engine, cheaper in batches: keeps what it was asked together, and waits where a test says."""

    name, revision, context_free = "g", "1", True
    engine = object()

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        return (await self.check_many([subject], budget))[0]

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        self.asked.append([subject.text for subject in subjects])
        if any("bad" in subject.text for subject in subjects):
            raise RuntimeError
        if not self.begun.is_set():
            self.begun.set()
            self.go.wait(20)
        return [[finding(0.95 if "attack" in subject.text else 0.1)] for subject in subjects]


async def test_what_callers_ask_an_engine_while_it_is_at_work_goes_together() -> None:
    guard = Gathered()
    pipeline, policy = Pipeline([Ladder.of(guard)], max_pending=50), policy_for(["g"])

    async def ask(text: str, budget_ms: float = 20_000) -> Verdict:
        return await pipeline.judge(say(text), policy, Budget.start(budget_ms))

    first = asyncio.ensure_future(ask("first"))
    await asyncio.to_thread(guard.begun.wait, 10)
    texts = [*(f"text {number}" for number in range(20)), "attack", "bad", "x" * 10_000, "last"]
    others = [asyncio.ensure_future(ask(text)) for text in texts]
    late = asyncio.ensure_future(ask("nobody waits for this", 1.0))
    assert (await late).reports[0].status is Status.TIMEOUT
    guard.go.set()
    assert (await first).action is Action.ALLOW
    verdicts = dict(zip(texts, await asyncio.gather(*others), strict=True))
    assert verdicts.pop("attack").action is Action.BLOCK
    assert verdicts.pop("bad").reports[0].status is Status.ERROR  # its fault is not its neighbours'
    assert {verdict.action for verdict in verdicts.values()} == {Action.ALLOW}
    assert guard.asked[0] == ["first"]
    assert guard.asked[1] == texts[:16]  # together, and no more than a batch holds
    assert ["x" * 10_000] in guard.asked  # a long text is nobody else's to wait for
    assert not any("nobody waits for this" in asked for asked in guard.asked)
    deadline = time.monotonic() + 30
    while pipeline.pending()["g/embedded"] and time.monotonic() < deadline:
        await asyncio.sleep(0.01)
    assert pipeline.pending()["g/embedded"] == 0
    pipeline.close()


async def test_a_bound_holds_for_what_waits_to_go_together() -> None:
    guard = Gathered()
    pipeline, policy = Pipeline([Ladder.of(guard)], max_pending=2), policy_for(["g"])
    first = asyncio.ensure_future(pipeline.judge(say("first"), policy, Budget.start(20_000)))
    await asyncio.to_thread(guard.begun.wait, 10)
    second = asyncio.ensure_future(pipeline.judge(say("second"), policy, Budget.start(20_000)))
    await asyncio.sleep(0)
    third = await pipeline.judge(say("third"), policy, Budget.start(20_000))
    assert third.reports[0].status is Status.SHED
    guard.go.set()
    assert [(await one).reports[0].status for one in (first, second)] == [Status.DONE, Status.DONE]
    pipeline.close()


async def test_one_texts_fault_is_not_its_neighbours() -> None:
    pipeline = Pipeline([Ladder.of(Batched("a"))])
    subjects = [Subject(text, Stage.INPUT) for text in ("one", "poison", "two")]
    verdict = await pipeline.judge_subjects(subjects, policy_for(["a"]), Budget.start(5_000))
    pipeline.close()
    assert [report.status for report in verdict.reports] == [Status.DONE, Status.ERROR, Status.DONE]
