"""Rows back into decisions; what is no row of this version is an error that names its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import InputError
from ..types import Action, Finding, Reason, Report, Stage, Status, Verdict
from .fields import Fields, finding_of
from .row import OUTCOMES, Decision, Seen
from .write import VERSION

MAX_LINE_CHARS = 64_000_000


def read_decisions(lines: Iterable[str], *, file: str = "decision log") -> Iterator[Decision]:
    """Every row of a log, in order; empty lines are passed over.

    Raises:
        InputError: names file, line and field. The rows before the wrong one have been given by then.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield decision_from_line(line, f"{file}:{number}")


def decision_from_line(line: str, where: str = "row") -> Decision:
    """Reads what `decision_line` wrote.

    Raises:
        InputError: names the field and what it must be.
    """
    if len(line) > MAX_LINE_CHARS:
        raise InputError(f"is longer than {MAX_LINE_CHARS} characters", field=where)
    try:
        row = json.loads(line, parse_constant=_no_constant)
    except RecursionError:
        raise InputError("is nested too deep", field=where) from None
    except ValueError as error:
        raise InputError(f"is not JSON: {error}", field=where, fix="was the line cut off?") from None
    return decision_from_json(row, where)


def decision_from_json(row: Any, where: str = "row") -> Decision:
    """Reads what `decision_json` wrote.

    Raises:
        InputError: names the field and what it must be.
    """
    read = Fields(row, where)
    version = read.whole("v")
    if version != VERSION:
        raise InputError(f"is {version}; this Corral reads version {VERSION}", field=f"{where} v", fix="upgrade Corral")
    verdict = Verdict(
        id=read.text("id"),
        action=read.one_of("action", Action),
        would=read.one_of("would", Action),
        policy=read.text("policy"),
        reasons=tuple(_reason_from(inner) for inner in read.rows("reasons")),
        reports=tuple(_report_from(inner) for inner in read.rows("reports")),
        elapsed_ms=read.number("elapsed_ms"),
        budget_ms=read.number("budget_ms"),
    )
    decision = Decision(
        verdict=verdict,
        time=read.time("time"),
        request=read.text("request", ""),
        route=read.text("route", ""),
        dialect=read.text("dialect", ""),
        key=read.optional("key", str),
        model=read.optional("model", str),
        stream=read.optional("stream", bool) or False,
        outcome=read.one_of("outcome", OUTCOMES),
        error=read.optional("error", str),
        upstream_ms=read.number("upstream_ms", None),
        first_text_ms=read.number("first_text_ms", None),
        total_ms=read.number("total_ms", None),
        usage=read.counts("usage"),
        texts=tuple(_seen_from(inner) for inner in read.rows("texts", needed=False)),
    )
    read.done()
    return decision


def _reason_from(read: Fields) -> Reason:
    reason = Reason(
        action=read.one_of("action", Action),
        guard=read.text("guard"),
        text=read.text("text"),
        stage=read.one_of("stage", Stage),
        index=read.optional("index", int),
        finding=read.finding("finding"),
    )
    read.done()
    return reason


def _report_from(read: Fields) -> Report:
    scores, language = read.scores("scores"), read.optional("language", str)
    findings = [Finding(score, "", category=label, language=language) for label, score in scores.items()]
    for inner in read.rows("findings", needed=False):
        findings.append(finding_of(inner.row, inner.where))
    report = Report(
        guard=read.text("guard"),
        stage=read.one_of("stage", Stage),
        status=read.one_of("status", Status),
        findings=tuple(findings),
        reason=read.optional("reason", str),
        tier=read.optional("tier", str),
        revision=read.optional("revision", str),
        elapsed_ms=read.number("elapsed_ms"),
        cached=read.optional("cached", bool) or False,
    )
    read.done()
    return report


def _seen_from(read: Fields) -> Seen:
    seen = Seen(
        stage=read.one_of("stage", Stage),
        chars=read.whole("chars"),
        hash=read.text("hash"),
        index=read.optional("index", int),
        text=read.optional("text", str),
    )
    read.done()
    return seen


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")
