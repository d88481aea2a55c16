"""An audit from inputs to results: read in order, judged by workers, written in order, picked up after a kill."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from ..errors import InputError
from ..wire import Json
from .checkpoint import CHECKPOINT, DECISIONS, REJECTED, Journal, Progress, load, replace_file, writing
from .inputs import MAX_LINE_BYTES, Broken, Input, Row, rows_of
from .parts import Done, Options, Part, rejection
from .report import MOST_REJECTED, Gathered, render, template
from .results import Audited, arrow_schema, flat, read_results
from .summary import Summary
from .workers import in_processes

PART_ROWS = 512
PART_BYTES = 2_000_000
SAVE_S = 2.0  # between checkpoints
PARQUET, SUMMARY, REPORT = "decisions.parquet", "summary.json", "report.html"
PARQUET_ROWS = 20_000  # of one row group

Executor = Callable[[Iterable[Part], Options], Iterator[Done]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is audited, and how."""

    inputs: Sequence[Input]
    out: Path
    options: Options
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    sample: float = 1.0  # of the rows, the same ones each time
    max_rejects: int | None = None
    max_line_bytes: int = MAX_LINE_BYTES
    overwrite: bool = False
    parquet: bool = True
    report: bool = True
    made_with: str = ""  # the command, for the report

    @property
    def fingerprint(self) -> str:
        """What decides over the results; the number of workers does not."""
        options = self.options
        told = {
            "corral": version("llama-corral"),
            "inputs": [asdict(given) | {"path": str(given.path)} for given in self.inputs],
            "policy": [options.policy.name, options.policy.revision],
            "options": [options.include_text, dict(options.columns or {}), options.format, str(options.since)],
            "against": options.against.told,
            "sample": self.sample,
            "max_line_bytes": self.max_line_bytes,
        }
        return hashlib.blake2b(json.dumps(told, sort_keys=True, default=str).encode(), digest_size=12).hexdigest()


@dataclass(frozen=True, slots=True)
class Position:
    """Progress as it is shown: bytes read of all inputs, and rows done."""

    read_bytes: int
    total_bytes: int
    rows: int


def run(
    plan: Plan, *, executor: Executor | None = None, progressed: Callable[[Position], None] = lambda position: None
) -> Json:
    """Audits, and gives what ``summary.json`` holds.

    An earlier run of the same plan that was cut off is taken up where its last checkpoint stands.

    Raises:
        InputError: `out` holds another audit, or more rows were rejected than `max_rejects`.
        ConfigError: `out` can't be written to, or is full.
        CorralError: a guard can't be loaded, or workers died again and again.
    """
    plan.options.chosen()
    if plan.parquet:
        arrow_schema()  # says what is missing now, not after the night
    if plan.report:
        template()
    progress = _begun(plan)
    if not progress.finished:
        _judge(plan, progress, executor, progressed)
    return _finished(plan, progress)


def _begun(plan: Plan) -> Progress:
    with writing(plan.out):
        plan.out.mkdir(parents=True, exist_ok=True)
    known = None if plan.overwrite else load(plan.out)
    if known is None:
        if (plan.out / DECISIONS).exists() and not plan.overwrite:
            raise InputError("holds another audit", field=str(plan.out), fix="choose another --out, or --overwrite")
        return Progress(plan.fingerprint)
    if known.run != plan.fingerprint:
        raise InputError(
            "holds an audit of other inputs, another policy or other options", field=str(plan.out),
            fix="choose another --out, or --overwrite",
        )  # fmt: skip
    return known


def _judge(plan: Plan, progress: Progress, executor: Executor | None, progressed: Callable[[Position], None]) -> None:
    execute = executor or (lambda parts, options: in_processes(parts, options, plan.workers))
    journal = Journal(plan.out, progress)
    reading = _Reading(plan, progress)
    saved = time.monotonic()
    try:
        journal.save()
        for done in execute(reading.parts(), plan.options):
            at, rows = reading.ends.pop(done.number)
            _note_damage(journal, reading, at)
            journal.add(done)
            progress.input, progress.rows = at, rows
            _bounded_rejects(plan, progress)
            progressed(Position(reading.read_bytes, reading.total_bytes, progress.counts["read"]))
            if time.monotonic() - saved >= SAVE_S:
                journal.save()
                saved = time.monotonic()
        _note_damage(journal, reading, len(plan.inputs))
        progress.finished = True
        journal.save()
    except (InputError, KeyboardInterrupt):
        journal.save()  # what is done counts
        raise
    finally:
        journal.close()


def _note_damage(journal: Journal, reading: _Reading, before: int) -> None:
    """Sets down which of the inputs that are done broke off."""
    for at, name, reason in reading.damaged:
        if at < before and name not in journal.progress.damaged:
            journal.progress.damaged[name] = reason
            journal.reject(rejection(name, None, reason).encode())


def _bounded_rejects(plan: Plan, progress: Progress) -> None:
    if plan.max_rejects is not None and progress.counts["rejected"] > plan.max_rejects:
        raise InputError(
            f"{progress.counts['rejected']} rows could not be read, over --max-rejects {plan.max_rejects}",
            field=str(plan.out / REJECTED), fix="look at their reasons there; --map names fields, --format a format",
        )  # fmt: skip


class _Reading:
    """Cuts the inputs into parts, from where the last run stopped."""

    def __init__(self, plan: Plan, progress: Progress) -> None:
        self._plan, self._from = plan, (progress.input, progress.rows)
        self._number = progress.parts
        self.read_bytes = 0
        self.total_bytes = sum(given.size for given in plan.inputs)
        self.ends: dict[int, tuple[int, int]] = {}  # part -> the input and its rows that are done with it
        self.damaged: list[tuple[int, str, str]] = []  # the input's number and name, and why it broke off

    def parts(self) -> Iterator[Part]:
        for at, given in enumerate(self._plan.inputs):
            if at < self._from[0]:
                self._advance(given.size)
                continue
            skip = self._from[1] if at == self._from[0] else 0
            seen, rows, size = 0, list[Row](), 0
            try:
                for row in rows_of(given, max_line_bytes=self._plan.max_line_bytes, advanced=self._advance):
                    seen += 1
                    if seen <= skip or not self._sampled(given.name, row.number):
                        continue
                    rows.append(row)
                    size += len(row.value) if isinstance(row.value, bytes) else 1_000
                    if len(rows) >= PART_ROWS or size >= PART_BYTES:
                        yield self._part(at, seen, given, rows)
                        rows, size = [], 0
            except Broken as error:
                self.damaged.append((at, given.name, str(error)))
            if rows:
                yield self._part(at, seen, given, rows)

    def _part(self, at: int, seen: int, given: Input, rows: list[Row]) -> Part:
        number, self._number = self._number, self._number + 1
        self.ends[number] = (at, seen)
        return Part(number, given.name, rows)

    def _sampled(self, name: str, row: int) -> bool:
        if self._plan.sample >= 1:
            return True
        drawn = hashlib.blake2b(f"{name}:{row}".encode("utf-8", "surrogatepass"), digest_size=6).digest()
        return int.from_bytes(drawn, "big") < self._plan.sample * (1 << 48)

    def _advance(self, size: int) -> None:
        self.read_bytes += size


def _finished(plan: Plan, progress: Progress) -> Json:
    """Everything that follows from ``decisions.jsonl``; made anew each time, so it can't disagree with it."""
    summary, gathered = Summary(), Gathered(plan.options.policy)

    def add(audited: Audited) -> None:
        summary.add(audited)
        gathered.add(audited)

    with writing(plan.out):
        _derived(plan, add)
        told = {
            "corral": version("llama-corral"),
            "policy": {"name": plan.options.policy.name, "revision": plan.options.policy.revision},
            "inputs": [{"name": given.name, "bytes": given.size, "kind": given.kind} for given in plan.inputs],
            "sample": plan.sample,
            "against": plan.options.against.told,
            "changes": dict(gathered.changes),
            "complete": not progress.damaged,
            "damaged": progress.damaged,
            "rows": {
                name: progress.counts[name]
                for name in ("read", "judged", "rejected", "passed_over", "before_since", "unanswered")
            },
            "formats": dict(progress.formats),
            **summary.json(),
        }
        replace_file(plan.out / SUMMARY, json.dumps(told, indent=1, ensure_ascii=False).encode())
        if plan.report:
            page = render(told, gathered, _rejected(plan.out / REJECTED), plan.made_with)
            replace_file(plan.out / REPORT, page.encode("utf-8", "replace"))
    return told


def _rejected(path: Path) -> list[Json]:
    """The first rejected rows."""
    with path.open("rb") as file:
        return [json.loads(line) for line in islice(file, MOST_REJECTED)]


def _derived(plan: Plan, add: Callable[[Audited], None]) -> None:
    path = plan.out / DECISIONS
    if not plan.parquet:
        for audited in read_results(path):
            add(audited)
        return
    import pyarrow
    import pyarrow.parquet as parquet

    schema = arrow_schema()
    made = plan.out / f".{PARQUET}.new"
    rows: list[Json] = []
    with parquet.ParquetWriter(made, schema, compression="zstd") as writer:

        def write() -> None:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
            rows.clear()

        for audited in read_results(path):
            add(audited)
            rows.append(flat(audited))
            if len(rows) >= PARQUET_ROWS:
                write()
        write()
    made.replace(plan.out / PARQUET)


__all__ = ["CHECKPOINT", "DECISIONS", "PARQUET", "REJECTED", "SUMMARY", "Executor", "Plan", "Position", "run"]
