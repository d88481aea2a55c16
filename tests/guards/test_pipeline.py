"""Whatever guards do, a verdict comes back by the deadline plus a small constant and accounts for every guard."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guards.errors import ConfigError, Expired, GuardError, Overloaded
from guards.pipeline import Pipeline
from guards.policy import Policy, parse_policy
from guards.types import Action, Budget, Exchange, Finding, Ladder, Message, Stage, Status, Subject, Tier, Verdict

BUDGET_MS = 150.0
SLACK_MS = 2_000.0  # a loaded machine's scheduling; guards below hang far longer than this


def finding(score: float = 0.95, **more: object) -> Finding:
    return Finding(score=score, message="seen", category="injection", **more)  # type: ignore[arg-type]


class Scripted:
    """A guard that does as it is told."""

    context_free = True

    def __init__(self, name: str, behaviour: str = "answer", score: float = 0.95, revision: str = "1") -> None:
        self.name, self.revision = name, revision
        self.behaviour, self.score = behaviour, score
        self.calls = 0
        self.release = threading.Event()

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        self.calls += 1
        match self.behaviour:
            case "answer":
                return [finding(self.score)]
            case "nothing":
                return []
            case "sleep":
                await asyncio.sleep(60)
            case "block":
                self.release.wait(60)
            case "raise":
                raise RuntimeError(subject.text)
            case "guard-error":
                raise GuardError("the model's file is gone")
            case "overloaded":
                raise Overloaded("its queue is full")
            case "expired":
                raise Expired("no turn came")
            case "exit":
                raise SystemExit(3)
            case "cancelled":
                raise asyncio.CancelledError
            case "none":
                return None  # type: ignore[return-value]
            case "words":
                return "safe"  # type: ignore[return-value]
            case "mixed":
                return [finding(), "safe"]  # type: ignore[list-item]
            case "beyond":
                return [finding(span=(0, 10_000))]
            case "stubborn":
                while not self.release.is_set():
                    try:
                        await asyncio.sleep(0.01)
                    except asyncio.CancelledError:
                        continue
        return []


ANSWERED = {"answer": Status.DONE, "nothing": Status.DONE}
LATE = {"sleep", "block", "stubborn"}
BEHAVIOURS = ["answer", "nothing", "sleep", "block", "raise", "guard-error", "exit", "cancelled", "none", "words"]
BEHAVIOURS += ["mixed", "beyond", "stubborn"]


def policy_for(names: Sequence[str], **extra: str) -> Policy:
    lines = ["version: 1", "name: test", f"budget_ms: {BUDGET_MS}", *(f"{k}: {v}" for k, v in extra.items()), "guards:"]
    for name in names:
        lines += [f"  {name}:", "    stages: [input, document]", "    thresholds: {injection: {flag: 0.5, block: 0.9}}"]
        lines += ["    on_timeout: flag", "    on_error: block", "    on_shed: redact"]
    return parse_policy("\n".join(lines))


def say(text: str = "hello there") -> Exchange:
    return Exchange((Message("user", text),))


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
    deadline = time.monotonic() + 5
    while pipeline.pending()["g/embedded"] and time.monotonic() < deadline:
        time.sleep(0.005)
    assert pipeline.judge_sync(say("two"), policy, Budget.start(5_000)).reports[0].status is Status.DONE
    pipeline.close()


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
    deadline = time.monotonic() + 5
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


def test_last_turn_history_judges_only_what_is_new() -> None:
    guard = Scripted("g", "nothing")
    pipeline = Pipeline([Ladder.of(guard)])
    exchange = Exchange((Message("user", "a"), Message("assistant", "b"), Message("tool", "c"), Message("user", "d")))
    every = pipeline.judge_sync(exchange, policy_for(["g"]), Budget.start(5_000))
    newest = pipeline.judge_sync(exchange, policy_for(["g"], history="last_turn"), Budget.start(5_000))
    pipeline.close()
    assert [report.index for report in every.reports] == [0, 2, 3]
    assert [report.index for report in newest.reports] == [2, 3]


async def test_sync_and_async_answer_alike() -> None:
    guard = Scripted("g", score=0.6)
    pipeline = Pipeline([Ladder.of(guard)])
    policy = policy_for(["g"])
    over_async = await pipeline.judge(say(), policy, Budget.start(5_000))
    over_sync = await asyncio.to_thread(pipeline.judge_sync, say(), policy, Budget.start(5_000))
    pipeline.close()
    assert (over_async.action, over_async.reasons) == (over_sync.action, over_sync.reasons)


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
    deadline = time.monotonic() + 5
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
