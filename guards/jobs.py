"""A verdict's jobs: each guard on each text, how far it has come, and the caller who waits for all of them."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from .lane import bell_of
from .types import Budget, Finding, Ladder, Report, Status, Subject, Tier

log = logging.getLogger("corral.pipeline")


class Job:
    """One ladder on one subject: what is known so far. `best` is replaced whole, so readers need no lock."""

    __slots__ = (
        "best", "elapsed_ms", "failure", "finished", "followers", "keys", "ladder", "leader", "round", "rung", "started",
        "subject",
    )  # fmt: skip

    def __init__(self, ladder: Ladder, subject: Subject, started: float) -> None:
        self.ladder, self.subject, self.started = ladder, subject, started
        self.round: Round  # that it is one of
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
            place=self.subject.place,
        )


class Round:
    """The jobs of one verdict, and the caller who waits for them on another thread's loop."""

    def __init__(self, jobs: Sequence[Job], budget: Budget) -> None:
        self.budget = budget
        self._open = len(jobs)
        for job in jobs:
            job.round = self
        self._lock = threading.Lock()
        self._thread = threading.get_ident()
        self._loop = asyncio.get_running_loop()
        self._all_done: asyncio.Future[None] | None = None  # once somebody waits

    def finish(self, job: Job) -> None:
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

    async def wait(self) -> None:
        """Until every job is finished, or the budget is spent."""
        if not self._open:
            return
        self._all_done = self._loop.create_future()
        timer = self._loop.call_later(self.budget.remaining_ms / 1000, self._settle)
        try:
            await self._all_done
        finally:
            timer.cancel()

    def _settle(self) -> None:
        if self._all_done is not None and not self._all_done.done():
            self._all_done.set_result(None)


def leading(jobs: Sequence[Job]) -> list[Job]:
    """One job of each that ask the same guards the same about the same text; the others follow it."""
    leaders: dict[tuple[bytes, ...], Job] = {}
    for job in jobs:
        leader = leaders.setdefault(tuple(job.keys), job)
        if leader is not job:
            job.leader = leader
            leader.followers += 1
    return list(leaders.values())


def validated(answer: Any, subject: Subject) -> tuple[Finding, ...]:
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
