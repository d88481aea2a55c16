"""Records judged in bulk by the same pipeline and policy as in the proxy."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import Protocol, runtime_checkable

from ..cache import Findings
from ..decisions import Decision, Seen, compact
from ..ladders import build_ladders
from ..pipeline import Pipeline
from ..policy import Policy, default_policy, judge
from ..subjects import subjects_of
from ..text.language import guess
from ..types import Action, BatchGuard, Budget, Finding, Ladder, Subject, Verdict
from .against import Against, Table
from .excerpts import excerpts
from .record import Record
from .results import Audited, Judged

TOGETHER = 512  # records judged in one go
PATIENCE_MS = 600_000.0  # for all of them: an audit waits for its guards, and a guard that hangs must end all the same
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@runtime_checkable
class Prepares(Protocol):
    """A guard that answers faster, and the same in any order, where it is told of all subjects first."""

    def prepare(self, subjects: Sequence[Subject]) -> None: ...


@runtime_checkable
class Scans(Protocol):
    """A guard that computes its answer on the spot and waits for nobody."""

    name: str
    context_free: bool

    @property
    def revision(self) -> str: ...

    def scan(self, subject: Subject) -> Sequence[Finding]: ...


class _Together:
    """A guard that scans, asked about many texts in one go: a hop to its thread for each costs more than most answers."""

    def __init__(self, guard: Scans) -> None:
        self._guard = guard
        self.name, self.context_free = guard.name, guard.context_free

    @property
    def revision(self) -> str:
        return self._guard.revision

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        return self._guard.scan(subject)

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        return [self._guard.scan(subject) for subject in subjects]


def _in_bulk(ladder: Ladder) -> Ladder:
    """The ladder with its first rung asked about many texts at once where it can be."""
    first, *others = ladder.tiers
    if isinstance(first.guard, BatchGuard) or not isinstance(first.guard, Scans):
        return ladder
    return replace(ladder, tiers=(replace(first, guard=_Together(first.guard)), *others))


class _Forgetful:
    """Remembers nothing from one batch to the next: what a record gets must not depend on which worker saw what before.

    Within a batch the pipeline asks about each text once all the same.
    """

    async def get_many(self, keys: Sequence[bytes]) -> Sequence[Findings | None]:
        return [None] * len(keys)

    async def put_many(self, entries: Mapping[bytes, Findings]) -> None:
        """Forgets them."""


class Judge:
    """Judges records; one a process. With `include_text`, decisions hold the texts."""

    def __init__(
        self,
        policy: Policy | None = None,
        *,
        include_text: bool = False,
        against: Against | None = None,
        ladders: Iterable[Ladder] | None = None,
    ) -> None:
        """Raises:
        CorralError: a guard that the policy names can't be loaded.
        """
        self.policy = policy or default_policy()
        self._include_text = include_text
        if ladders is None:
            ladders = build_ladders(self.policy.guards, rule_folders=self.policy.rule_folders())
        self._pipeline = Pipeline(map(_in_bulk, ladders), cache=_Forgetful(), max_pending=1_000_000)
        self._first = [ladder.tiers[0].guard for ladder in self._pipeline.ladders]
        self._revisions = {
            ladder.name: {tier.name: tier.guard.revision for tier in ladder.tiers} for ladder in self._pipeline.ladders
        }
        self._against = against or Against()
        self._old: Pipeline | None = None
        if (old := self._against.policy) is not None:
            before = build_ladders(old.guards, rule_folders=old.rule_folders())
            self._old = Pipeline(map(_in_bulk, before), cache=_Forgetful(), max_pending=1_000_000)
        self._table = Table(self._against.table) if self._against.table else None
        self._runner = asyncio.Runner()

    def __enter__(self) -> Judge:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._pipeline.close()
        if self._old is not None:
            self._old.close()
        if self._table is not None:
            self._table.close()
        self._runner.close()

    def judge(self, records: Iterable[Record]) -> Iterator[Audited]:
        """One decision a record, in order."""
        waiting = iter(records)
        while part := list(islice(waiting, TOGETHER)):
            yield from self._judged(part)

    def _judged(self, records: Sequence[Record]) -> list[Audited]:
        policies = [self.policy.select(key=record.key, model=record.exchange.model) for record in records]
        subjects = [
            subjects_of(record.exchange, policy, most=None) for record, policy in zip(records, policies, strict=True)
        ]
        fresh = [at for at, record in enumerate(records) if not self._is_stored(record)]
        for guard in self._first:
            if isinstance(guard, Prepares):
                guard.prepare([subject for at in fresh for subject in subjects[at]])
        verdicts: dict[int, Verdict] = {}
        for policy in {id(policies[at]): policies[at] for at in fresh}.values():  # seldom more than one
            mine = [at for at in fresh if policies[at] is policy]
            answers = self._runner.run(
                self._pipeline.judge_many([subjects[at] for at in mine], policy, Budget.start(PATIENCE_MS))
            )
            verdicts.update(zip(mine, answers, strict=True))
        before = self._before(records, fresh)
        return [
            self._audited(record, policies[at], subjects[at], verdicts.get(at), before.get(at))
            for at, record in enumerate(records)
        ]

    def _before(self, records: Sequence[Record], fresh: Sequence[int]) -> dict[int, Action]:
        """What had been decided of each record, as far as that is asked for and known."""
        if self._against.recorded:
            return {at: record.stored.verdict.action for at, record in enumerate(records) if record.stored is not None}
        if self._table is not None:
            found = {at: self._table.action(_id(record)) for at, record in enumerate(records)}
            return {at: action for at, action in found.items() if action is not None}
        old = self._against.policy
        if old is None or self._old is None:
            return {}
        subjects = [subjects_of(records[at].exchange, old, most=None) for at in fresh]
        answers = self._runner.run(self._old.judge_many(subjects, old, Budget.start(PATIENCE_MS)))
        known = {at: answer.action for at, answer in zip(fresh, answers, strict=True)}
        for at, record in enumerate(records):
            if at not in known and record.stored is not None:
                known[at] = judge(old, record.stored.verdict.reports).action
        return known

    def _is_stored(self, record: Record) -> bool:
        """Whether a log's scores stand: they are of these very guards, or there is no text to judge again."""
        if record.stored is None:
            return False
        if not record.exchange.messages:
            return True
        reports = record.stored.verdict.reports
        return bool(reports) and all(
            report.revision is not None
            and self._revisions.get(report.guard, {}).get(report.tier or "") == report.revision
            for report in reports
        )

    def _audited(
        self,
        record: Record,
        policy: Policy,
        subjects: Sequence[Subject],
        verdict: Verdict | None,
        before: Action | None,
    ) -> Audited:
        judged: Judged = "now"
        if verdict is not None:
            texts = tuple(self._seen(subject) for subject in subjects)
        else:
            assert record.stored is not None
            judged, verdict = "stored", judge(policy, record.stored.verdict.reports)
            texts = tuple(seen if self._include_text else replace(seen, text=None) for seen in record.stored.texts)
        return Audited(
            decision=Decision(
                verdict=_timeless(compact(verdict), _id(record)),
                time=record.time or UNDATED,
                key=record.key,
                model=record.exchange.model,
                texts=texts,
            ),
            origin=record.origin,
            format=record.format,
            judged=judged,
            source_id=record.id,
            language=record.language or guess(subject.text for subject in subjects),
            undated=record.time is None,
            unjudged=record.unjudged,
            before=before,
            latency_ms=record.stored.verdict.elapsed_ms if record.stored is not None else None,
            excerpts=tuple(excerpts(record.exchange, verdict, masked=not self._include_text)),
        )

    def _seen(self, subject: Subject) -> Seen:
        text = subject.text if self._include_text else None
        return Seen(subject.stage, len(subject.text), "", subject.index, text)


def _timeless(verdict: Verdict, id: str) -> Verdict:
    """Without what differs from run to run."""
    reports = tuple(replace(report, elapsed_ms=0.0, cached=False) for report in verdict.reports)
    return replace(verdict, id=id, reports=reports, elapsed_ms=0.0, budget_ms=0.0)


def _id(record: Record) -> str:
    seal = hashlib.blake2b(digest_size=8)
    for part in (record.origin.file, str(record.origin.row), record.id or ""):
        seal.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return seal.hexdigest()


def audit(records: Iterable[Record], policy: Policy | None = None, *, include_text: bool = False) -> Iterator[Audited]:
    """Judges records of any source, one at a time in, one at a time out: what `corral audit` does, as a library.

    Raises:
        CorralError: a guard that the policy names can't be loaded.
    """
    with Judge(policy, include_text=include_text) as judging:
        yield from judging.judge(records)
