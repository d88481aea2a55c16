"""An audit's result: one decision a record, as the decision log has it, with where the record stood.

``decisions.jsonl`` holds `row` of each record in the input's order; ``decisions.parquet`` the same, flat. Neither holds a
time that the audit took, so that two audits of one log under one policy are equal byte for byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..decisions import Decision, decision_from_json, decision_json
from ..errors import InputError, MissingExtra
from ..types import Action, Stage
from ..wire import Json
from .record import Origin

LOG = "log"
Judged = Literal["now", "stored"]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What a finding points at and a little around it; letters and digits masked unless texts may be kept."""

    label: str
    stage: Stage
    text: str


@dataclass(frozen=True, slots=True)
class Audited:
    """One record's decision.

    `judged` says whether the guards were asked now, or the scores were those that the log held. `undated`: the log gives
    no time, and the decision's is 1970-01-01. `before` is what another policy, or the log, had decided, where that was
    asked for. `latency_ms` is how long the guards took when the log was written, where it says so.
    """

    decision: Decision
    origin: Origin
    format: str
    judged: Judged = "now"
    source_id: str | None = None
    language: str | None = None
    undated: bool = False
    unjudged: Mapping[str, int] = field(default_factory=dict)
    before: Action | None = None
    latency_ms: float | None = None
    excerpts: tuple[Excerpt, ...] = ()

    @property
    def id(self) -> str:
        """Stable: the same for the same row of the same input."""
        return self.decision.verdict.id

    @property
    def action(self) -> Action:
        return self.decision.verdict.action

    def unanswered(self) -> list[str]:
        """The guards that did not answer."""
        return sorted({report.guard for report in self.decision.verdict.reports if not report.status.answered})


def row(audited: Audited) -> Json:
    """A row of ``decisions.jsonl``: a decision log's row, with `log` added."""
    log: Json = {"file": audited.origin.file, "row": audited.origin.row, "format": audited.format}
    if audited.judged != "now":
        log["judged"] = audited.judged
    if audited.source_id is not None:
        log["id"] = audited.source_id
    if audited.language is not None:
        log["language"] = audited.language
    if audited.undated:
        log["undated"] = True
    if audited.unjudged:
        log["unjudged"] = dict(audited.unjudged)
    if audited.before is not None:
        log["before"] = audited.before.value
    if audited.latency_ms is not None:
        log["latency_ms"] = audited.latency_ms
    if audited.excerpts:
        log["excerpts"] = [[each.label, each.stage.value, each.text] for each in audited.excerpts]
    return {**decision_json(audited.decision), LOG: log}


def line(audited: Audited) -> str:
    return json.dumps(row(audited), separators=(",", ":"), allow_nan=False)


def from_row(row: Any, where: str = "row") -> Audited:
    """Reads what `row` wrote.

    Raises:
        InputError: names the field.
    """
    log = row.get(LOG) if isinstance(row, dict) else None
    if not isinstance(log, dict):
        raise InputError("is missing: this is no audit's result", field=f"{where} {LOG}")
    try:
        return Audited(
            decision=decision_from_json({name: value for name, value in row.items() if name != LOG}, where),
            origin=Origin(str(log["file"]), int(log["row"])),
            format=str(log["format"]),
            judged="stored" if log.get("judged") == "stored" else "now",
            source_id=log.get("id"),
            language=log.get("language"),
            undated=bool(log.get("undated", False)),
            unjudged=log.get("unjudged", {}),
            before=Action(log["before"]) if "before" in log else None,
            latency_ms=log.get("latency_ms"),
            excerpts=tuple(Excerpt(label, Stage(stage), text) for label, stage, text in log.get("excerpts", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"can't be read ({type(error).__name__})", field=f"{where} {LOG}") from None


def read_results(path: Path, having: bytes = b"") -> Iterator[Audited]:
    """Every row of a ``decisions.jsonl`` whose line has `having` in it, one at a time.

    Raises:
        InputError: names file, line and field.
    """
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            if having not in raw:
                continue
            try:
                value = json.loads(raw)
            except (ValueError, RecursionError):
                raise InputError("is not JSON", field=f"{path}:{number}") from None
            yield from_row(value, f"{path}:{number}")


# decisions.parquet: one row a record. Scores are the highest of a label over all parts; stage tells them apart.
COLUMNS: Mapping[str, str] = {
    "id": "stable id of the record",
    "time": "when it was asked, UTC; null where the log does not say",
    "file": "the input",
    "row": "its row or line there, from 1",
    "format": "what the log's format was taken for",
    "source_id": "the log's own id",
    "key": "who asked",
    "model": "the model asked",
    "language": "ISO 639-1, the log's own word or a guess",
    "action": "allow, flag, redact or block under the policy",
    "would": "what it had been in enforce mode",
    "before": "what another policy or the log had decided, where that was asked for",
    "policy": "name@revision",
    "judged": "now, or stored: from scores that the log held",
    "guards": "guards that gave a reason",
    "categories": "labels and rules that gave a reason",
    "reasons": "the reasons in words",
    "unanswered": "guards that did not answer",
    "injection_input": "highest injection or jailbreak score of what users wrote",
    "injection_document": "the same of third-party text",
    "unsafe_input": "highest `unsafe` of what users wrote",
    "unsafe_output": "the same of answers",
    "rules": "code rules that matched",
    "cwe": "their CWEs",
    "chars": "characters judged",
    "tiers": "the engines that answered",
}


def flat(audited: Audited) -> Json:
    """The record as `COLUMNS` has it."""
    decision, verdict = audited.decision, audited.decision.verdict
    scores: dict[tuple[str, Stage], float] = {}
    rules: dict[str, tuple[str, ...]] = {}
    for report in verdict.reports:
        for finding in report.findings:
            if finding.rule is not None:
                rules[finding.rule] = finding.cwe
            elif finding.category in ("injection", "jailbreak", "unsafe"):
                name = "unsafe" if finding.category == "unsafe" else "injection"
                scores[name, report.stage] = max(finding.score, scores.get((name, report.stage), 0.0))
    return {
        "id": verdict.id,
        "time": None if audited.undated else decision.time,
        "file": audited.origin.file,
        "row": audited.origin.row,
        "format": audited.format,
        "source_id": audited.source_id,
        "key": decision.key,
        "model": decision.model,
        "language": audited.language,
        "action": verdict.action.value,
        "would": verdict.would.value,
        "before": audited.before.value if audited.before else None,
        "policy": verdict.policy,
        "judged": audited.judged,
        "guards": _distinct(reason.guard for reason in verdict.reasons),
        "categories": _distinct(reason.finding.label for reason in verdict.reasons if reason.finding),
        "reasons": [reason.text for reason in verdict.reasons],
        "unanswered": audited.unanswered(),
        "injection_input": scores.get(("injection", Stage.INPUT)),
        "injection_document": scores.get(("injection", Stage.DOCUMENT)),
        "unsafe_input": scores.get(("unsafe", Stage.INPUT)),
        "unsafe_output": scores.get(("unsafe", Stage.OUTPUT)),
        "rules": list(rules),
        "cwe": _distinct(cwe for cwes in rules.values() for cwe in cwes),
        "chars": sum(seen.chars for seen in decision.texts),
        "tiers": _distinct(f"{report.guard}/{report.tier}" for report in verdict.reports if report.tier),
    }


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def arrow_schema() -> Any:
    """The schema of ``decisions.parquet``.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise MissingExtra("pyarrow", extra="audit") from None
    lists = {"guards", "categories", "reasons", "unanswered", "rules", "cwe", "tiers"}
    kinds = {
        "time": pyarrow.timestamp("ms", "UTC"), "row": pyarrow.int64(), "chars": pyarrow.int64(),
        **{name: pyarrow.list_(pyarrow.string()) for name in lists},
        **{name: pyarrow.float64() for name in COLUMNS if name.endswith(("_input", "_document", "_output"))},
    }  # fmt: skip
    return pyarrow.schema(
        [
            pyarrow.field(name, kinds.get(name, pyarrow.string()), metadata={"what": what})
            for name, what in COLUMNS.items()
        ]
    )


def to_arrow(results: Iterable[Audited]) -> Any:
    """A `pyarrow.Table` of `COLUMNS`; ``.to_pandas()`` and ``polars.from_arrow`` take it from there.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    schema = arrow_schema()
    import pyarrow

    return pyarrow.Table.from_pylist([flat(audited) for audited in results], schema=schema)


def to_pandas(results: Iterable[Audited]) -> Any:
    """A `pandas.DataFrame` of `COLUMNS`.

    Raises:
        MissingExtra: pyarrow or pandas is not installed.
    """
    table = to_arrow(results)
    try:
        return table.to_pandas()
    except ImportError:
        raise MissingExtra("pandas", extra="audit") from None


def to_polars(results: Iterable[Audited]) -> Any:
    """A `polars.DataFrame` of `COLUMNS`.

    Raises:
        MissingExtra: pyarrow or polars is not installed.
    """
    table = to_arrow(results)
    try:
        import polars
    except ImportError:
        raise MissingExtra("polars", extra="audit") from None
    return polars.from_arrow(table)
