"""Whatever guards do, a verdict comes back by the deadline plus a small constant and accounts for every guard."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guards.errors import ConfigError
from guards.pipeline import Pipeline
from guards.policy import parse_policy
from guards.types import Action, Budget, Finding, Ladder, Status, Subject, Tier, Verdict

from .scripted import BUDGET_MS, Scripted, policy_for, say

SLACK_MS = 2_000.0  # a loaded machine's scheduling; guards below hang far longer than this
ANSWERED = {"answer": Status.DONE, "nothing": Status.DONE}
LATE = {"sleep", "block", "stubborn"}
BEHAVIOURS = ["answer", "nothing", "sleep", "block", "raise", "guard-error", "exit", "cancelled", "none", "words"]
BEHAVIOURS += ["mixed", "beyond", "stubborn"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(BEHAVIOURS), min_size=1, max_size=4))
def test_every_guard_is_accounted_for_by_the_deadline(behaviours: list[str]) -> None:
    guards = [Scripted(f"g{number}", behaviour) for number, behaviour in enumerate(behaviours)]
    pipeline = Pipeline(Ladder.of(guard) for guard in guards)
    try:
        began = time.monotonic()
        verdict = pipeline.judge_sync(say(), policy_for([guard.name for guard in guards]))
        took_ms = (time.monotonic() - began) * 1000
    finally:
        for guard in guards:
            guard.release.set()
        pipeline.close()
    assert took_ms < BUDGET_MS + SLACK_MS
    assert [report.guard for report in verdict.reports] == [guard.name for guard in guards]
    for guard, report in zip(guards, verdict.reports, strict=True):
        expected = ANSWERED.get(guard.behaviour, Status.TIMEOUT if guard.behaviour in LATE else Status.ERROR)
        assert report.status is expected, (guard.behaviour, report)
        assert (report.reason is None) == (expected is Status.DONE)
    if any(behaviour not in {"nothing", *LATE} for behaviour in behaviours):
        assert verdict.action is Action.BLOCK
    elif any(behaviour in LATE for behaviour in behaviours):
        assert verdict.action is Action.FLAG
    else:
        assert verdict.action is Action.ALLOW


def test_a_blocked_thread_holds_up_neither_the_loop_nor_other_guards() -> None:
    stuck, quick = Scripted("stuck", "block"), Scripted("quick")
    pipeline = Pipeline([Ladder.of(stuck), Ladder.of(quick)])
    ticks = 0

    async def scenario() -> Verdict:
        nonlocal ticks
        judging = asyncio.ensure_future(pipeline.judge(say(), policy_for(["stuck", "quick"])))
        while not judging.done():
            await asyncio.sleep(0.001)
            ticks += 1
        return await judging

    verdict = asyncio.run(scenario())
    stuck.release.set()
    pipeline.close()
    assert ticks >= 5
    assert {report.guard: report.status for report in verdict.reports} == {
        "stuck": Status.TIMEOUT,
        "quick": Status.DONE,
    }


def test_a_strangers_exception_does_not_carry_the_text_into_the_report() -> None:
    pipeline = Pipeline([Ladder.of(Scripted("g", "raise"))])
    verdict = pipeline.judge_sync(say("the canary sings"), policy_for(["g"]))
    pipeline.close()
    assert verdict.reports[0].reason == "embedded: RuntimeError"
    assert "canary" not in str(verdict.reasons)


def test_a_guard_that_the_policy_names_but_nobody_loaded_is_an_error() -> None:
    pipeline = Pipeline([])
    verdict = pipeline.judge_sync(say(), policy_for(["injection"]))
    pipeline.close()
    assert verdict.action is Action.BLOCK
    assert verdict.reports[0].status is Status.ERROR


def test_two_guards_of_one_name_are_refused() -> None:
    with pytest.raises(ConfigError, match="two guards"):
        Pipeline([Ladder.of(Scripted("g")), Ladder.of(Scripted("g"))])


def test_a_full_queue_sheds_and_the_policy_answers() -> None:
    stuck = Scripted("g", "block")
    pipeline = Pipeline([Ladder.of(stuck)], max_pending=2)
    policy = policy_for(["g"])

    async def scenario() -> list[Status]:
        verdicts = await asyncio.gather(*(pipeline.judge(say(f"text {n}"), policy) for n in range(4)))
        return [verdict.reports[0].status for verdict in verdicts]

    statuses = asyncio.run(scenario())
    stuck.release.set()
    pipeline.close()
    assert statuses == [Status.TIMEOUT, Status.TIMEOUT, Status.SHED, Status.SHED]


@pytest.mark.parametrize(("behaviour", "status"), [("overloaded", Status.SHED), ("expired", Status.TIMEOUT)])
def test_a_guards_own_full_queue_is_shed_and_its_own_deadline_a_timeout(behaviour: str, status: Status) -> None:
    pipeline = Pipeline([Ladder.of(Scripted("g", behaviour))])
    verdict = pipeline.judge_sync(say(), policy_for(["g"]), Budget.start(5_000))
    pipeline.close()
    assert verdict.reports[0].status is status


def test_closing_the_pipeline_releases_what_a_guard_holds() -> None:
    guard, released = Scripted("g"), threading.Event()

    async def aclose() -> None:
        await asyncio.sleep(0)
        released.set()

    guard.aclose = aclose  # type: ignore[attr-defined]
    pipeline = Pipeline([Ladder.of(guard)])
    pipeline.judge_sync(say(), policy_for(["g"]), Budget.start(5_000))
    pipeline.close()
    assert released.wait(5)


def test_guards_on_one_engine_run_on_one_thread_and_others_on_their_own() -> None:
    threads: dict[str, set[int]] = {}

    class Located(Scripted):
        def __init__(self, name: str, engine: object = None) -> None:
            super().__init__(name, "nothing")
            if engine is not None:
                self.engine = engine

        async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
            threads.setdefault(self.name, set()).add(threading.get_ident())
            return []

    shared = object()
    guards = [Located("a", shared), Located("b", shared), Located("c")]
    pipeline = Pipeline(Ladder.of(guard) for guard in guards)
    for number in range(3):
        verdict = pipeline.judge_sync(say(f"hello {number}"), policy_for(["a", "b", "c"]))
        assert {report.status for report in verdict.reports} == {Status.DONE}
    assert threads["a"] == threads["b"]
    assert all(len(seen) == 1 for seen in threads.values())
    assert not threads["c"] & (threads["a"] | {threading.get_ident()})
    pipeline.close()


def test_permits_come_back_when_a_late_guard_is_done() -> None:
    slow = Scripted("g", "block")
    pipeline = Pipeline([Ladder.of(slow)], max_pending=1)
    policy = policy_for(["g"])
    assert pipeline.judge_sync(say("one"), policy).reports[0].status is Status.TIMEOUT
    slow.release.set()
    slow.behaviour = "answer"
    deadline = time.monotonic() + 30
    while pipeline.pending()["g/embedded"] and time.monotonic() < deadline:
        time.sleep(0.005)
    assert pipeline.judge_sync(say("two"), policy, Budget.start(5_000)).reports[0].status is Status.DONE
    pipeline.close()


def ladder(cheap: Scripted, heavy: Scripted) -> Ladder:
    return Ladder("g", (Tier("embedded", cheap), Tier("prompt-guard", heavy, band=(0.2, 0.8))))


@pytest.mark.parametrize(("cheap_score", "asked"), [(0.05, 0), (0.5, 1), (0.99, 0)])
def test_the_heavy_tier_is_asked_only_where_the_cheap_one_is_unsure(cheap_score: float, asked: int) -> None:
    cheap, heavy = Scripted("cheap", score=cheap_score), Scripted("heavy", score=0.97)
    pipeline = Pipeline([ladder(cheap, heavy)])
    verdict = pipeline.judge_sync(say(), policy_for(["g"]), Budget.start(5_000))
    pipeline.close()
    assert heavy.calls == asked
    assert verdict.reports[0].tier == ("prompt-guard" if asked else "embedded")


def test_at_the_deadline_the_best_finished_tier_answers_and_says_what_is_missing() -> None:
    cheap, heavy = Scripted("cheap", score=0.5), Scripted("heavy", "block")
    late: list[tuple[str, str]] = []
    pipeline = Pipeline([ladder(cheap, heavy)], observe_late=lambda guard, tier, ms: late.append((guard, tier)))
    verdict = pipeline.judge_sync(say(), policy_for(["g"]))
    report = verdict.reports[0]
    assert (report.status, report.tier) == (Status.DEGRADED, "embedded")
    assert "prompt-guard was not done in time" in (report.reason or "")
    heavy.behaviour = "answer"
    heavy.release.set()
    deadline = time.monotonic() + 30
    while not late and time.monotonic() < deadline:
        time.sleep(0.005)
    assert late == [("g", "prompt-guard")]
    again = pipeline.judge_sync(say(), policy_for(["g"]), Budget.start(5_000)).reports[0]
    pipeline.close()
    assert (again.tier, again.status, again.cached) == ("prompt-guard", Status.DONE, True)


@pytest.mark.parametrize("behaviour", ["block", "raise", "overloaded"])
@pytest.mark.parametrize(("on_degraded", "action"), [("allow", "allow"), ("flag", "flag"), ("block", "block")])
def test_the_policy_says_what_an_answer_by_a_lower_tier_is_worth(behaviour: str, on_degraded: str, action: str) -> None:
    cheap, heavy = Scripted("cheap", score=0.4), Scripted("heavy", behaviour)
    pipeline = Pipeline([ladder(cheap, heavy)])
    policy = parse_policy(
        f"version: 1\nname: t\nbudget_ms: {BUDGET_MS}\nguards:\n"
        f"  g: {{stages: [input], thresholds: {{injection: 0.9}}, on_degraded: {on_degraded}}}\n"
    )
    verdict = pipeline.judge_sync(say(), policy)
    heavy.release.set()
    pipeline.close()
    assert verdict.reports[0].status is Status.DEGRADED
    assert [finding.score for finding in verdict.reports[0].findings] == [0.4]
    assert verdict.action.value == action
    if action != "allow":
        assert verdict.reasons[0].text.startswith(
            "g answered by a lower tier (degraded: answered by embedded; prompt-guard"
        )


async def test_sync_and_async_answer_alike() -> None:
    guard = Scripted("g", score=0.6)
    pipeline = Pipeline([Ladder.of(guard)])
    policy = policy_for(["g"])
    over_async = await pipeline.judge(say(), policy, Budget.start(5_000))
    over_sync = await asyncio.to_thread(pipeline.judge_sync, say(), policy, Budget.start(5_000))
    pipeline.close()
    assert (over_async.action, over_async.reasons) == (over_sync.action, over_sync.reasons)
