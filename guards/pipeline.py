"""Guards side by side under one deadline: the only place that turns lateness and errors into a report.

A ladder's rungs are asked cheapest first. At the deadline the highest rung that has finished answers; a later
answer goes into the cache and is counted as late. No guard is ever waited for past the deadline, or cancelled.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import os
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast

from .cache import Digests, FindingsCache, Keys, MemoryCache
from .errors import ConfigError, CorralError, Expired, Overloaded
from .jobs import Job, Round, leading, validated
from .lane import Gathering, Lane, LaneThread
from .policy import Policy, judge
from .subjects import subjects_of
from .text.language import guess
from .types import BatchGuard, Budget, Exchange, Finding, Ladder, Report, Status, Subject, Verdict

log = logging.getLogger("corral.pipeline")

BATCH = 16  # subjects a batch guard gets at once: results of finished batches survive a deadline
BATCH_CHARS = 10_000  # of the texts that several callers' subjects make together
BUDGET_TEXTS, BUDGET_CHARS = 32, 10_000  # what a policy's budget is for
MAX_BUDGET_MS = 60_000.0

# A guard with a queue of its own says so: the work was refused, or its turn did not come in time.
_STATUS_OF_ERROR: dict[type[BaseException], Status] = {Overloaded: Status.SHED, Expired: Status.TIMEOUT}

T = TypeVar("T")

LateObserver = Callable[[str, str, float], None]


class Pipeline:
    """Runs ladders under a policy and a budget. One instance serves many callers, threads and loops."""

    def __init__(
        self,
        ladders: Iterable[Ladder],
        *,
        cache: FindingsCache | None = None,
        keys: Keys | None = None,
        observe: Callable[[Verdict], None] | None = None,
        observe_late: LateObserver | None = None,
        max_pending: int = 256,
    ) -> None:
        """`max_pending` bounds the subjects that wait for one guard; what is over it is shed, and the policy decides.

        Each guard runs on a thread of its own; those with the same `engine` attribute share one, where the first to
        ask about a text has the answer made that the others read.

        Raises:
            ConfigError: two ladders share a name.
        """
        self._ladders: dict[str, Ladder] = {}
        for ladder in ladders:
            if ladder.name in self._ladders:
                raise ConfigError(f"two guards are called {ladder.name!r}; a policy could not tell them apart")
            self._ladders[ladder.name] = ladder
        self._cache: FindingsCache = cache if cache is not None else MemoryCache()
        self._keys = keys or Keys()
        self._observe, self._observe_late = observe, observe_late
        self._batches: dict[tuple[str, str], bool] = {}  # asked once: such a look at a protocol is slow
        self._lanes: dict[tuple[str, str], Lane] = {}
        self._gatherings: dict[tuple[str, str], Gathering[Job]] = {}
        threads: dict[int, LaneThread] = {}  # by engine: guards that read off one engine's answer share its thread
        gatherings: dict[int, Gathering[Job]] = {}
        for ladder in self._ladders.values():
            for tier in ladder.tiers:
                name = (ladder.name, tier.name)
                engine = getattr(tier.guard, "engine", tier.guard)
                thread = threads.setdefault(id(engine), LaneThread("-".join(name)))
                self._lanes[name] = Lane(thread, max_pending)
                self._batches[name] = isinstance(tier.guard, BatchGuard)
                if self._batches[name] and engine is not tier.guard:
                    gathered = gatherings.setdefault(id(engine), Gathering(thread, self._run_gathered, _fit))
                    self._gatherings[name] = gathered
        self._door = LaneThread("door")

    @property
    def ladders(self) -> Sequence[Ladder]:
        return tuple(self._ladders.values())

    def pending(self) -> dict[str, int]:
        """Subjects accepted and not yet finished, by guard and tier; late ones are among them."""
        return {f"{guard}/{tier}": lane.pending for (guard, tier), lane in self._lanes.items()}

    async def judge(self, exchange: Exchange, policy: Policy, budget: Budget | None = None) -> Verdict:
        """Judges every part of `exchange` that the policy wants judged."""
        return await self.judge_subjects(subjects_of(exchange, policy, most=None), policy, budget)

    async def judge_subjects(
        self, subjects: Sequence[Subject], policy: Policy, budget: Budget | None = None
    ) -> Verdict:
        """Judges the given parts; the verdict accounts for every guard that the policy has at their stages."""
        (verdict,) = await self.judge_many([subjects], policy, budget)
        return verdict

    async def judge_many(
        self, groups: Sequence[Sequence[Subject]], policy: Policy, budget: Budget | None = None
    ) -> list[Verdict]:
        """One verdict for each group of parts, all under one budget: what judges a log in bulk."""
        started = time.monotonic()
        budget = budget or _budget(policy, groups)
        made = [self._jobs(subjects, policy, started) for subjects in groups]
        jobs = [job for group, _ in made for job in group]
        round_ = Round(jobs, budget)
        await self._recall(jobs, budget)
        self._send(leading([job for job in jobs if not job.finished]))
        await round_.wait()
        now = time.monotonic()
        verdicts = [
            judge(
                policy,
                [job.report(now) for job in group] + unloaded,
                id=os.urandom(8).hex(),
                elapsed_ms=(now - started) * 1000,
                budget_ms=budget.total_ms,
            )
            for group, unloaded in made
        ]
        if self._observe is not None:
            for verdict in verdicts:
                self._observe(verdict)
        return verdicts

    def _jobs(self, subjects: Sequence[Subject], policy: Policy, started: float) -> tuple[list[Job], list[Report]]:
        """What the policy wants judged, and a report for each guard that it names and nobody loaded."""
        jobs: list[Job] = []
        unloaded: list[Report] = []
        by_language = policy.by_language
        for subject in subjects:
            if by_language and subject.language is None:
                subject = replace(subject, language=guess([subject.text]))
            for name, rules in policy.guards.items():
                if subject.stage not in rules.stages:
                    continue
                if name in self._ladders:
                    jobs.append(Job(self._ladders[name], subject, started))
                else:
                    missing = Report(name, subject.stage, Status.ERROR, reason="no such guard is loaded")
                    unloaded.append(replace(missing, index=subject.index, place=subject.place))
        return jobs, unloaded

    def judge_sync(
        self, subjects: Exchange | Sequence[Subject], policy: Policy, budget: Budget | None = None
    ) -> Verdict:
        """`judge` for callers without an event loop, and for those inside one (notebooks): a thin shell over it."""
        if isinstance(subjects, Exchange):
            return self.run_sync(partial(self.judge, subjects, policy, budget))
        return self.run_sync(partial(self.judge_subjects, subjects, policy, budget))

    def run_sync(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs what asks this pipeline on a thread of its own, and waits for it; gives or raises what it does."""
        answer: concurrent.futures.Future[T] = concurrent.futures.Future()

        async def run() -> None:
            try:
                answer.set_result(await work())
            except BaseException as error:
                answer.set_exception(error)

        self._door.add(run, lambda: None)
        self._door.wake()
        return answer.result()

    def close(self) -> None:
        """Lets the guards' threads end when they are idle; a guard that hangs is left behind.

        A guard that holds connections or threads of its own has an `aclose`, which is run on its lane.
        """
        releases: dict[LaneThread, list[Any]] = {lane.thread: [] for lane in self._lanes.values()}
        for ladder in self._ladders.values():
            for tier in ladder.tiers:
                if (aclose := getattr(tier.guard, "aclose", None)) is not None:
                    releases[self._lanes[ladder.name, tier.name].thread].append(aclose)
        for thread, last in releases.items():
            thread.close(last)
        self._door.close()

    async def aclose(self) -> None:
        self.close()

    async def _recall(self, jobs: Sequence[Job], budget: Budget) -> None:
        """Answers from the cache what it knows, highest rung first; a cache that fails or is slow knows nothing."""
        if not jobs:
            return
        digests = Digests()
        for job in jobs:
            job.keys = [self._keys.key(tier.guard, job.subject, digests) for tier in job.ladder.tiers]
        asked = [(job, rung, key) for job in jobs for rung, key in enumerate(job.keys)]
        try:
            known = await self._known([key for _, _, key in asked], budget)
        except TimeoutError:  # a store that is slow says so itself, once, and not at each request
            log.debug("findings cache: no answer in time; judging without it")
            return
        except Exception as error:
            log.warning("findings cache: read failed (%s); judging without it", type(error).__name__)
            return
        for (job, rung, _), findings in zip(asked, known, strict=True):
            if findings is not None:
                job.best, job.rung = (job.ladder.tiers[rung], findings, True), rung
        for job in jobs:
            if job.best is not None and not job.climbs():
                job.round.finish(job)

    async def _known(self, keys: Sequence[bytes], budget: Budget) -> Sequence[tuple[Finding, ...] | None]:
        if type(self._cache) is MemoryCache:  # never waits: no timer is needed
            return self._cache.get(keys)
        async with asyncio.timeout(budget.remaining_ms / 1000 / 4):
            return await self._cache.get_many(keys)

    def _send(self, jobs: Sequence[Job]) -> None:
        """Offers jobs to the lanes of the rungs that they stand on, and then wakes those."""
        by_rung: dict[tuple[str, str], list[Job]] = {}
        for job in jobs:
            by_rung.setdefault((job.ladder.name, job.tier.name), []).append(job)
        for name, group in by_rung.items():
            lane, gathering = self._lanes[name], self._gatherings.get(name)
            size = BATCH if self._batches[name] else 1
            taken = False  # where its first part is, so is the rest: what one request holds must not crowd itself out
            for start in range(0, len(group), size):
                part = group[start : start + size]
                if gathering is not None:
                    taken = gathering.offer(lane, part, anyway=taken)
                else:
                    taken = lane.offer(partial(self._run, part), permits=len(part), anyway=taken)
                if not taken:
                    for job in part:
                        job.failure = (Status.SHED, f"{name[1]}: its queue is full")
                        job.round.finish(job)
        for thread in {self._lanes[name].thread for name in by_rung}:
            thread.wake()

    async def _run_gathered(self, jobs: list[Job]) -> None:
        """Jobs of several callers, and of several guards on one engine: what the first asks it for, the others read."""
        by_rung: dict[tuple[str, str], list[Job]] = {}
        for job in jobs:
            by_rung.setdefault((job.ladder.name, job.tier.name), []).append(job)
        for group in by_rung.values():
            for start in range(0, len(group), BATCH):
                await self._run(group[start : start + BATCH])

    async def _run(self, jobs: list[Job]) -> None:
        """On the guard's own lane: judges, remembers, climbs. Nothing that a guard does may escape from here."""
        jobs = [job for job in jobs if not job.round.budget.expired]
        if not jobs:
            return  # nobody waits any more; the verdicts have already said so
        tier, guard = jobs[0].tier, jobs[0].tier.guard
        subjects = [job.subject for job in jobs]
        budget = max((job.round.budget for job in jobs), key=lambda one: one.deadline)
        began = time.monotonic()
        try:
            if len(jobs) > 1:
                answers: Sequence[Any] = await cast(BatchGuard, guard).check_many(subjects, budget)
                if len(answers) != len(jobs):
                    raise TypeError(f"answered {len(answers)} subjects of {len(jobs)}")
            else:
                answers = [await guard.check(subjects[0], budget)]
            found = [validated(answer, subject) for answer, subject in zip(answers, subjects, strict=True)]
        except BaseException as error:  # SystemExit and CancelledError of a guard's own making, too
            if len(jobs) > 1:  # one text's fault is not its neighbours'
                for job in jobs:
                    await self._run([job])
                return
            # A CorralError's words are ours; a stranger's may quote the text it choked on.
            words = str(error) if isinstance(error, CorralError) else type(error).__name__
            log.error("guard %s/%s failed: %s", jobs[0].ladder.name, tier.name, type(error).__name__)
            status = _STATUS_OF_ERROR.get(type(error), Status.ERROR)
            for job in jobs:
                job.failure = (status, f"{tier.name}: {words}")
                job.round.finish(job)
            return
        if self._observe_late is not None:
            took_ms = (time.monotonic() - began) * 1000
            for round_ in {id(job.round): job.round for job in jobs}.values():
                if round_.budget.expired:
                    self._observe_late(jobs[0].ladder.name, tier.name, took_ms)
        # A guard elsewhere may have become another one since the keys were made: its findings are not that one's.
        moves = getattr(guard, "revision_moves", False)
        entries = {
            job.keys[job.rung]: findings
            for job, findings in zip(jobs, found, strict=True)
            if not moves or job.keys[job.rung] == self._keys.key(guard, job.subject)
        }
        remembers = type(self._cache) is MemoryCache
        if remembers:  # it never waits: who asks again at once finds it there
            cast(MemoryCache, self._cache).put(entries)
        climbing = []
        for job, findings in zip(jobs, found, strict=True):
            job.best = (tier, findings, False)
            if job.climbs():
                climbing.append(job)
            else:
                job.round.finish(job)
        if climbing:
            self._send(climbing)
        if not remembers:
            await self._remember(entries)

    async def _remember(self, entries: Mapping[bytes, tuple[Finding, ...]]) -> None:
        try:
            await self._cache.put_many(entries)
        except Exception as error:
            log.warning("findings cache: write failed (%s)", type(error).__name__)


def _budget(policy: Policy, groups: Sequence[Sequence[Subject]]) -> Budget:
    """The policy's, and as much more as there is more to judge: else length alone would make any guard late."""
    texts = sum(map(len, groups))
    chars = sum(len(subject.text) for subjects in groups for subject in subjects)
    more = max(1.0, texts / BUDGET_TEXTS, chars / BUDGET_CHARS)
    return Budget.start(max(policy.budget_ms, min(more * policy.budget_ms, MAX_BUDGET_MS)))


def _fit(jobs: Sequence[Job]) -> bool:
    """Whether jobs of several callers go together: a long text is nobody else's to wait for."""
    return len(jobs) <= 2 * BATCH and sum(len(job.subject.text) for job in jobs) <= BATCH_CHARS
