"""Scores a labelled set with a guard as it ships, and measures what the scores are worth."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from guards.corral import STAGE_OF_ROLE
from guards.errors import GuardError, InputError
from guards.ladders import build_ladders
from guards.policy import Policy, judge
from guards.types import Budget, Guard, Report, Stage, Status, Subject, Verdict

from .metrics import Measures, measure, threshold_at
from .rows import read_json_lines

GUARD_OF_TASK = {"injection": "injection", "content": "content", "code": "code"}
NEGATIVE_LABELS = frozenset({"benign", "safe", "secure"})
LABELS = {
    "injection": frozenset({"benign", "injection", "jailbreak"}),
    "content": frozenset({"safe", "unsafe", "benign"}),
    "code": frozenset({"secure", "insecure"}),
}
CHECK_MS = 60_000.0  # an evaluation waits for every answer; the latency is what is reported


@dataclass(frozen=True, slots=True)
class EvalRow:
    """One row to score; `source` groups the figures."""

    id: str
    subject: Subject
    positive: bool
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A row's score and what the policy would do."""

    row: EvalRow
    score: float
    action: str
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures of a run; `groups` are by ``language=..`` and ``source=..``."""

    overall: Measures
    groups: Mapping[str, Measures]
    latency_ms: Mapping[str, float]
    threshold_from: str
    scored: tuple[Scored, ...]


def read_eval_rows(path: Path, task: str, *, benign: bool = False) -> list[EvalRow]:
    """Rows ``{id?, text, role?, label, language?}``, or for code ``{id?, language, code, label}`` or a folder of pairs.

    `benign`: rows without a label are harmless ones.

    Raises:
        InputError: names file, line and field.
    """
    rows = []
    if path.is_dir():
        return _read_pairs(path)
    for number, raw in read_json_lines(path):
        where = f"{path.name}:{number}"
        label = "secure" if task == "code" else "benign"
        if not benign or "label" in raw:
            label = _text(raw, "label", where)
        if label not in LABELS[task]:
            raise InputError(f"must be one of {', '.join(sorted(LABELS[task]))}, is {label!r}", field=f"{where}: label")
        language = "unknown" if task != "code" and raw.get("language") is None else _text(raw, "language", where)
        source = str(raw.get("source") or path.name.split(".")[0])
        if task == "code":
            subject = Subject(_fenced(_text(raw, "code", where), language), Stage.OUTPUT)
        else:
            role = "user" if raw.get("role") is None else _text(raw, "role", where)
            if role not in STAGE_OF_ROLE:
                raise InputError(f"must be one of {', '.join(STAGE_OF_ROLE)}, is {role!r}", field=f"{where}: role")
            subject = Subject(_text(raw, "text", where), STAGE_OF_ROLE[role])
        row_id = str(raw.get("id") if raw.get("id") is not None else number)
        rows.append(EvalRow(row_id, subject, label not in NEGATIVE_LABELS, language, source))
    if not rows:
        raise InputError("holds no rows", field=str(path))
    return rows


def _read_pairs(folder: Path) -> list[EvalRow]:
    """Programs called ``NAME.insecure.EXT`` and ``NAME.secure.EXT``, anywhere under `folder`; grouped by their folder."""
    from guards.code.fixtures import SUFFIX_LANGUAGES

    rows = []
    for path in sorted(folder.rglob("*")):
        label = path.suffixes[-2][1:] if len(path.suffixes) > 1 else ""
        language = SUFFIX_LANGUAGES.get(path.suffix)
        if label in LABELS["code"] and language is not None and path.is_file():
            subject = Subject(_fenced(path.read_text("utf-8"), language), Stage.OUTPUT)
            name = path.relative_to(folder).as_posix()
            rows.append(EvalRow(name, subject, label == "insecure", language, path.parent.parent.name))
    if not rows:
        raise InputError("holds no programs called NAME.insecure.EXT and NAME.secure.EXT", field=str(folder))
    return rows


def score_rows(
    rows: Iterable[EvalRow], task: str, policy: Policy, *, progress: Callable[[], None] = lambda: None
) -> list[Scored]:
    """Scores rows one by one, as a proxy would.

    Raises:
        GuardError: a row could not be judged; it is named, and no score is made up for it.
    """
    name = GUARD_OF_TASK[task]
    guard = build_ladders([name])[0].tiers[0].guard
    return asyncio.run(_score(list(rows), guard, policy, progress))


async def _score(rows: list[EvalRow], guard: Guard, policy: Policy, progress: Callable[[], None]) -> list[Scored]:
    scored = []
    if rows:
        await guard.check(rows[0].subject, Budget.start(CHECK_MS))  # models and rules load at the first call
    for row in rows:
        began = time.perf_counter()
        try:
            findings = tuple(await guard.check(row.subject, Budget.start(CHECK_MS)))
        except GuardError as error:
            raise GuardError(f"row {row.id} could not be judged: {error}") from None
        elapsed_ms = (time.perf_counter() - began) * 1000
        verdict: Verdict = judge(policy, [Report(guard.name, row.subject.stage, Status.DONE, findings)])
        headline = [finding for finding in findings if finding.category in (None, "unsafe", "injection", "jailbreak")]
        score = max((finding.score for finding in headline), default=0.0)
        scored.append(Scored(row, score, verdict.action.value, elapsed_ms))
        progress()
    return scored


def evaluate(scored: list[Scored], task: str, policy: Policy, calibration: list[Scored] | None = None) -> Evaluation:
    """Measures scored rows at the shipped threshold, or at 1% false positives of `calibration`'s rows.

    Raises:
        InputError: the calibration set has a positive row.
    """
    if calibration is not None:
        if any(row.row.positive for row in calibration):
            raise InputError("holds rows that are not benign", field="--calibrate-on")
        threshold = threshold_at(np.array([row.score for row in calibration]), 0.01)
        source = f"1% false positives on {len(calibration)} other benign rows"
    else:
        threshold, source = shipped_threshold(task, policy, scored)
    groups = {}
    for kind in ("language", "source"):
        names = sorted({getattr(row.row, kind) for row in scored})
        for name in names if len(names) > 1 else ():
            groups[f"{kind}={name}"] = _measured([row for row in scored if getattr(row.row, kind) == name], threshold)
    times = np.array([row.elapsed_ms for row in scored])
    latency = {f"p{share}": float(np.percentile(times, share)) for share in (50, 95, 99)}
    return Evaluation(_measured(scored, threshold), groups, latency, source, tuple(scored))


def shipped_threshold(task: str, policy: Policy, scored: list[Scored]) -> tuple[float, str]:
    """The lowest score at which the policy blocks (or, where it never does, flags) at the rows' stage."""
    rules = policy.guards[GUARD_OF_TASK[task]]
    if task == "code":
        return max(rules.min_confidence, 1e-9), "any finding"
    stage = scored[0].row.subject.stage
    levels = [rules.levels(category, stage, None) for category in ("unsafe", "injection", "jailbreak")]
    for action in ("block", "redact", "flag"):
        found = [getattr(level, action) for level in levels if level and getattr(level, action) is not None]
        if found:
            return min(found), f"the policy's {action} threshold for {stage}"
    return 1.0, "the policy has no threshold for it"


def _measured(rows: list[Scored], threshold: float) -> Measures:
    return measure(np.array([row.score for row in rows]), np.array([row.row.positive for row in rows]), threshold)


def _fenced(code: str, language: str) -> str:
    """The code as a model would write it: a fence longer than any in the code."""
    longest = max((len(line) - len(line.lstrip("`")) for line in code.splitlines()), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code}\n{fence}\n"


def _text(raw: Mapping[str, Any], name: str, where: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str):
        raise InputError("is missing" if value is None else "must be a string", field=f"{where}: {name}")
    return value
