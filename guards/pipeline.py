"""Guards side by side under one deadline: the only place that turns lateness and errors into a report.

A ladder's rungs are asked cheapest first. At the deadline the highest rung that has finished answers; a later
answer goes into the cache and is counted as late. No guard is ever waited for past the deadline, or cancelled.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import threading
import time
import uuid
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast

from .cache import Digests, FindingsCache, Keys, MemoryCache
from .errors import ConfigError, CorralError, Expired, Overloaded
from .lane import Lane, LaneThread, bell_of
from .policy import Policy, judge
from .subjects import subjects_of
from .types import BatchGuard, Budget, Exchange, Finding, Ladder, Report, Status, Subject, Tier, Verdict

log = logging.getLogger("corral.pipeline")

BATCH = 16  # subjects a batch guard gets at once: results of finished batches survive a deadline

# A guard with a queue of its own says so: the work was refused, or its turn did not come in time.
_STATUS_OF_ERROR: dict[type[BaseException], Status] = {Overloaded: Status.SHED, Expired: Status.TIMEOUT}

T = TypeVar("T")

LateObserver = Callable[[str, str, float], None]


class _Job:
    """One ladder on one subject: what is known so far. `best` is replaced whole, so readers need no lock."""

    __slots__ = (
        "best", "elapsed_ms", "failure", "finished", "followers", "keys", "ladder", "leader", "rung", "started",
        "subject",
    )  # fmt: skip

    def __init__(self, ladder: Ladder, subject: Subject, started: float) -> None:
        self.ladder, self.subject, self.started = ladder, subject, started
        self.best: tuple[Tier, tuple[Finding, ...], bool] | None = None  # rung, findings, from the cache
        self.failure: tuple[Status, str] | None = None
        self.keys: list[bytes] = []  # one a rung
        self.rung = 0
        self.elapsed_ms = 0.0
        self.finished = False
        self.leader = self  # another job that asks the same about the same text: its answer is this one's
        self.followers = 0

    @property
    def tier(self) -> Tier:
        return self.ladder.tiers[self.rung]

    def climbs(self) -> bool:
        """Steps onto the next rung where the one below was unsure, and says whether it did."""
        if self.best is None or self.rung + 1 >= len(self.ladder.tiers):
            return False
        band = self.ladder.tiers[self.rung + 1].band
        top = max((finding.score for finding in self.best[1]), default=0.0)
        if band is not None and not band[0] <= top <= band[1]:
            return False
        self.rung += 1
        return True

    def report(self, now: float) -> Report:
        """As things stand; a job that is not finished is late."""
        told = self.leader
        status, reason = told.failure or (Status.DONE, None)
        if not told.finished:
            status, reason = Status.TIMEOUT, f"{told.tier.name} was not done in time"
        tier, findings, cached = told.best or (told.tier, (), False)
        if told.best is not None and status is not Status.DONE:
            # A lower rung did answer: its findings stand, and the report says which rung is missing.
            status, reason = Status.DEGRADED, f"answered by {tier.name}; {reason}"
        return Report(
            guard=self.ladder.name,
            stage=self.subject.stage,
            status=status,
            findings=_in_message(findings, self.subject),
            reason=reason,
            tier=tier.name,
            revision=tier.guard.revision if status.answered else None,
            elapsed_ms=told.elapsed_ms if told.finished else (now - self.started) * 1000,
            index=self.subject.index,
            cached=cached,
        )


class _Round:
    """The jobs of one verdict, and the caller who waits for them on another thread's loop."""

    def __init__(self, jobs: Sequence[_Job]) -> None:
        self._open = len(jobs)
        self._lock = threading.Lock()
        self._thread = threading.get_ident()
        self._loop = asyncio.get_running_loop()
        self._all_done: asyncio.Future[None] | None = None  # once somebody waits

    def finish(self, job: _Job) -> None:
        job.elapsed_ms = (time.monotonic() - job.started) * 1000
        job.finished = True
        with self._lock:
            self._open -= 1 + job.followers
            last = self._open == 0
        if not last:
            return
        if threading.get_ident() == self._thread:
            self._settle()
            return
        bell = bell_of(self._loop)
        try:
            bell.add(self._settle)
            bell.ring()
        except RuntimeError:
            log.debug("the caller's loop closed before its guards were done")

    async def wait(self, budget: Budget) -> None:
        if not self._open:
            return
        self._all_done = self._loop.create_future()
        timer = self._loop.call_later(budget.remaining_ms / 1000, self._settle)
        try:
            await self._all_done
        finally:
            timer.cancel()

    def _settle(self) -> None:
        if self._all_done is not None and not self._all_done.done():
            self._all_done.set_result(None)


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
        ask about a text has the answer made that the others read. A guard may have a `glance(subject)`, asked on the
        caller's thread before anything else: findings where they are plain to see in microseconds, or None.

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
        threads: dict[int, LaneThread] = {}  # by engine: guards that read off one engine's answer share its thread
        for ladder in self._ladders.values():
            for tier in ladder.tiers:
                name = (ladder.name, tier.name)
                engine = getattr(tier.guard, "engine", tier.guard)
                thread = threads.setdefault(id(engine), LaneThread("-".join(name)))
                self._lanes[name] = Lane(thread, max_pending)
                self._batches[name] = isinstance(tier.guard, BatchGuard)
        self._door = LaneThread("door")

    @property
    def ladders(self) -> Sequence[Ladder]:
        return tuple(self._ladders.values())

    def pending(self) -> dict[str, int]:
        """Subjects accepted and not yet finished, by guard and tier; late ones are among them."""
        return {f"{guard}/{tier}": lane.pending for (guard, tier), lane in self._lanes.items()}

    async def judge(self, exchange: Exchange, policy: Policy, budget: Budget | None = None) -> Verdict:
        """Judges every part of `exchange` that the policy wants judged."""
        return await self.judge_subjects(subjects_of(exchange, policy), policy, budget)

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
        budget = budget or Budget.start(policy.budget_ms)
        made = [self._jobs(subjects, policy, started) for subjects in groups]
        jobs = [job for group, _ in made for job in group]
        round_ = _Round(jobs)
        for job in jobs:
            if _glanced(job):
                round_.finish(job)
        asked = [job for job in jobs if not job.finished]
        await self._recall(asked, round_, budget)
        self._send(_leading([job for job in asked if not job.finished]), round_, budget)
        await round_.wait(budget)
        now = time.monotonic()
        verdicts = [
            judge(
                policy,
                [job.report(now) for job in group] + unloaded,
                id=uuid.uuid4().hex[:16],
                elapsed_ms=(now - started) * 1000,
                budget_ms=budget.total_ms,
            )
            for group, unloaded in made
        ]
        if self._observe is not None:
            for verdict in verdicts:
                self._observe(verdict)
        return verdicts

    def _jobs(self, subjects: Sequence[Subject], policy: Policy, started: float) -> tuple[list[_Job], list[Report]]:
        """What the policy wants judged, and a report for each guard that it names and nobody loaded."""
        jobs: list[_Job] = []
        unloaded: list[Report] = []
        for subject in subjects:
            for name, rules in policy.guards.items():
                if subject.stage not in rules.stages:
                    continue
                if name in self._ladders:
                    jobs.append(_Job(self._ladders[name], subject, started))
                else:
                    unloaded.append(
                        Report(name, subject.stage, Status.ERROR, reason="no such guard is loaded", index=subject.index)
                    )
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

    async def _recall(self, jobs: Sequence[_Job], round_: _Round, budget: Budget) -> None:
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
                round_.finish(job)

    async def _known(self, keys: Sequence[bytes], budget: Budget) -> Sequence[tuple[Finding, ...] | None]:
        if type(self._cache) is MemoryCache:  # never waits: no timer is needed
            return self._cache.get(keys)
        async with asyncio.timeout(budget.remaining_ms / 1000 / 4):
            return await self._cache.get_many(keys)

    def _send(self, jobs: Sequence[_Job], round_: _Round, budget: Budget) -> None:
        """Offers jobs to the lanes of the rungs that they stand on, and then wakes those."""
        by_rung: dict[tuple[str, str], list[_Job]] = {}
        for job in jobs:
            by_rung.setdefault((job.ladder.name, job.tier.name), []).append(job)
        for name, group in by_rung.items():
            lane = self._lanes[name]
            size = BATCH if self._batches[name] else 1
            for start in range(0, len(group), size):
                part = group[start : start + size]
                if not lane.offer(partial(self._run, part, round_, budget), permits=len(part)):
                    for job in part:
                        job.failure = (Status.SHED, f"{name[1]}: its queue is full")
                        round_.finish(job)
        for thread in {self._lanes[name].thread for name in by_rung}:
            thread.wake()

    async def _run(self, jobs: list[_Job], round_: _Round, budget: Budget) -> None:
        """On the guard's own lane: judges, remembers, climbs. Nothing that a guard does may escape from here."""
        if budget.expired:
            return  # nobody waits any more; the verdict has already said so
        tier, guard = jobs[0].tier, jobs[0].tier.guard
        subjects = [job.subject for job in jobs]
        began = time.monotonic()
        try:
            if len(jobs) > 1:
                answers: Sequence[Any] = await cast(BatchGuard, guard).check_many(subjects, budget)
                if len(answers) != len(jobs):
                    raise TypeError(f"answered {len(answers)} subjects of {len(jobs)}")
            else:
                answers = [await guard.check(subjects[0], budget)]
            found = [_validated(answer, subject) for answer, subject in zip(answers, subjects, strict=True)]
        except BaseException as error:  # SystemExit and CancelledError of a guard's own making, too
            if len(jobs) > 1:  # one text's fault is not its neighbours'
                for job in jobs:
                    await self._run([job], round_, budget)
                return
            # A CorralError's words are ours; a stranger's may quote the text it choked on.
            words = str(error) if isinstance(error, CorralError) else type(error).__name__
            log.error("guard %s/%s failed: %s", jobs[0].ladder.name, tier.name, type(error).__name__)
            status = _STATUS_OF_ERROR.get(type(error), Status.ERROR)
            for job in jobs:
                job.failure = (status, f"{tier.name}: {words}")
                round_.finish(job)
            return
        if budget.expired and self._observe_late is not None:
            self._observe_late(jobs[0].ladder.name, tier.name, (time.monotonic() - began) * 1000)
        # A guard elsewhere may have become another one since the keys were made: its findings are not that one's.
        moves = getattr(guard, "revision_moves", False)
        entries = {
            job.keys[job.rung]: findings
            for job, findings in zip(jobs, found, strict=True)
            if not moves or job.keys[job.rung] == self._keys.key(guard, job.subject)
        }
        climbing = []
        for job, findings in zip(jobs, found, strict=True):
            job.best = (tier, findings, False)
            if job.climbs():
                climbing.append(job)
            else:
                round_.finish(job)
        if climbing:
            self._send(climbing, round_, budget)
        try:
            await self._cache.put_many(entries)
        except Exception as error:
            log.warning("findings cache: write failed (%s)", type(error).__name__)


def _glanced(job: _Job) -> bool:
    """Whether the job's only guard said at a glance what it finds; a glance that fails leaves it to `check` to say so."""
    if len(job.ladder.tiers) > 1 or (glance := getattr(job.tier.guard, "glance", None)) is None:
        return False
    try:
        findings = glance(job.subject)
        if findings is None:
            return False
        job.best = (job.tier, _validated(findings, job.subject), False)
    except Exception as error:
        log.error("guard %s/%s failed at a glance: %s", job.ladder.name, job.tier.name, type(error).__name__)
        return False
    return True


def _leading(jobs: Sequence[_Job]) -> list[_Job]:
    """One job of each that ask the same guards the same about the same text; the others follow it."""
    leaders: dict[tuple[bytes, ...], _Job] = {}
    for job in jobs:
        leader = leaders.setdefault(tuple(job.keys), job)
        if leader is not job:
            job.leader = leader
            leader.followers += 1
    return list(leaders.values())


def _validated(answer: Any, subject: Subject) -> tuple[Finding, ...]:
    """A guard's answer, or TypeError: what is no list of findings must not pass for "nothing found"."""
    if isinstance(answer, str | bytes) or not isinstance(answer, Sequence):
        raise TypeError(f"answered {type(answer).__name__}, not findings")
    for finding in answer:
        if not isinstance(finding, Finding):
            raise TypeError(f"answered {type(finding).__name__} among its findings")
        if finding.span is not None and finding.span[1] > len(subject.text):
            raise TypeError("answered a finding that points past the end of the text")
    return tuple(answer)


def _in_message(findings: tuple[Finding, ...], subject: Subject) -> tuple[Finding, ...]:
    """Findings with their spans told in the message that the subject is a part of."""
    if not subject.stretches:
        return findings
    return tuple(
        finding if finding.span is None else replace(finding, span=subject.in_message(finding.span))
        for finding in findings
    )
