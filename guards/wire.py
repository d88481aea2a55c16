"""The vocabulary as JSON: what the guard API, remote guards, the decision log and `--json` all speak.

Scores are written raw, never rounded: a reader must be able to judge them again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .errors import InputError, MalformedAnswer
from .types import (
    ROLES,
    SEVERITIES,
    Exchange,
    Finding,
    Fix,
    Message,
    Reason,
    Report,
    Stage,
    Status,
    Subject,
    ToolCall,
    Verdict,
)

Json = dict[str, Any]


def finding_json(finding: Finding) -> Json:
    """A finding; what is not set is left out."""
    row: Json = {"score": finding.score, "message": finding.message}
    for name in ("category", "rule", "severity", "treatment", "language"):
        if (value := getattr(finding, name)) is not None:
            row[name] = value
    if finding.cwe:
        row["cwe"] = list(finding.cwe)
    if finding.span is not None:
        row["span"] = list(finding.span)
    if finding.fix is not None:
        row["fix"] = finding.fix.replacement
    return row


def finding_from_json(row: Any) -> Finding:
    """Reads what `finding_json` wrote.

    Raises:
        MalformedAnswer: it is not one; a peer's nonsense must never read as "nothing found".
    """
    try:
        severity, treatment = row.get("severity"), row.get("treatment")
        if severity not in (None, *SEVERITIES) or treatment not in (None, "block", "warn"):
            raise ValueError("unknown severity or treatment")
        span = row.get("span")
        return Finding(
            score=float(row["score"]),
            message=str(row["message"]),
            category=row.get("category"),
            rule=row.get("rule"),
            severity=severity,
            treatment=treatment,
            cwe=tuple(row.get("cwe", ())),
            span=(int(span[0]), int(span[1])) if span is not None else None,
            language=row.get("language"),
            fix=Fix(row["fix"]) if row.get("fix") is not None else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        raise MalformedAnswer(f"not a finding ({type(error).__name__})") from None  # its words may quote a text


def report_json(report: Report) -> Json:
    row: Json = {
        "guard": report.guard,
        "stage": report.stage.value,
        "status": report.status.value,
        "findings": [finding_json(finding) for finding in report.findings],
        "elapsed_ms": round(report.elapsed_ms, 3),
    }
    for name in ("reason", "tier", "revision", "index", "place"):
        if (value := getattr(report, name)) is not None:
            row[name] = value
    if report.cached:
        row["cached"] = True
    return row


def report_from_json(row: Any) -> Report:
    """Reads what `report_json` wrote.

    Raises:
        MalformedAnswer: it is not one.
    """
    try:
        return Report(
            guard=str(row["guard"]),
            stage=Stage(row["stage"]),
            status=Status(row["status"]),
            findings=tuple(finding_from_json(finding) for finding in row["findings"]),
            reason=row.get("reason"),
            tier=row.get("tier"),
            revision=row.get("revision"),
            elapsed_ms=float(row.get("elapsed_ms", 0.0)),
            index=row.get("index"),
            cached=bool(row.get("cached", False)),
            place=row.get("place"),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedAnswer(f"not a report ({type(error).__name__})") from None


def reason_json(reason: Reason) -> Json:
    row: Json = {
        "action": reason.action.value,
        "guard": reason.guard,
        "stage": reason.stage.value,
        "text": reason.text,
    }
    if reason.index is not None:
        row["index"] = reason.index
    if reason.finding is not None:
        row["finding"] = finding_json(reason.finding)
    return row


def verdict_json(verdict: Verdict, *, reports: bool = True) -> Json:
    """A verdict; without `reports`, the short form that travels in an answer's `corral` member."""
    row: Json = {
        "id": verdict.id,
        "action": verdict.action.value,
        "reasons": [reason_json(reason) for reason in verdict.reasons],
        "policy": verdict.policy,
        "elapsed_ms": round(verdict.elapsed_ms, 3),
        "budget_ms": verdict.budget_ms,
    }
    if verdict.would is not verdict.action:
        row["would"] = verdict.would.value
    if reports:
        row["reports"] = [report_json(report) for report in verdict.reports]
    return row


def subject_json(subject: Subject, *, context: bool = True) -> Json:
    """A subject, with its context unless the guard does not look at it, as a remote guard is asked about it."""
    row: Json = {"text": subject.text, "stage": subject.stage.value}
    if subject.context and context:
        row["context"] = [message_json(message) for message in subject.context]
    for name in ("index", "language", "tool"):
        if (value := getattr(subject, name)) is not None:
            row[name] = value
    return row


def message_json(message: Message) -> Json:
    row: Json = {"role": message.role, "content": message.text}
    if message.name is not None:
        row["name"] = message.name
    if message.tool_calls:
        row["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in message.tool_calls
        ]
    return row


def subject_from_json(row: Any, field: str = "subject") -> Subject:
    """Reads what `subject_json` wrote.

    Raises:
        InputError: names the field.
    """
    if not isinstance(row, Mapping):
        raise InputError("must be an object", field=field)
    text, stage = row.get("text"), row.get("stage")
    if not isinstance(text, str):
        raise InputError("must be a string", field=f"{field}.text")
    if stage not in set(Stage):
        raise InputError(f"must be one of {', '.join(Stage)}", field=f"{field}.stage")
    return Subject(
        text=text,
        stage=Stage(stage),
        context=messages_from_json(row["context"], f"{field}.context") if row.get("context") else (),
        index=_optional(row, "index", int, field),
        language=_optional(row, "language", str, field),
        tool=_optional(row, "tool", str, field),
    )


def exchange_from_json(row: Any, field: str = "exchange") -> Exchange:
    """Reads ``{"messages": [{"role", "content", ...}], "model"?}``.

    Raises:
        InputError: names the field and what it must be.
    """
    if not isinstance(row, Mapping):
        raise InputError("must be an object with `messages`", field=field)
    messages = messages_from_json(row.get("messages"), f"{field}.messages")
    return Exchange(messages, _optional(row, "model", str, field))


def messages_from_json(rows: Any, field: str = "messages") -> tuple[Message, ...]:
    """Reads a list of plain-text messages.

    Raises:
        InputError: names the field and what it must be.
    """
    if not isinstance(rows, Sequence) or isinstance(rows, str | bytes) or not rows:
        raise InputError("must be a list of at least one message", field=field)
    return tuple(_message(row, f"{field}[{number}]") for number, row in enumerate(rows))


def _message(row: Any, field: str) -> Message:
    if not isinstance(row, Mapping):
        raise InputError("must be an object", field=field)
    role = row.get("role")
    if role not in ROLES:
        raise InputError(f"must be one of {', '.join(ROLES)}", field=f"{field}.role")
    content = row.get("content", row.get("text"))
    calls = row.get("tool_calls") or ()
    if content is None and calls:
        content = ""
    if not isinstance(content, str):
        raise InputError("must be a string", field=f"{field}.content")
    if not isinstance(calls, Sequence) or isinstance(calls, str):
        raise InputError("must be a list", field=f"{field}.tool_calls")
    tool_calls = tuple(_tool_call(call, f"{field}.tool_calls[{number}]") for number, call in enumerate(calls))
    return Message(role, content, tool_calls, _optional(row, "name", str, field))


def _tool_call(row: Any, field: str) -> ToolCall:
    function = row.get("function") if isinstance(row, Mapping) else None
    if not isinstance(function, Mapping):
        raise InputError("must be an object with `function`", field=field)
    name, arguments = function.get("name"), function.get("arguments")
    if not isinstance(name, str) or not isinstance(arguments, str):
        raise InputError("`name` and `arguments` must be strings", field=f"{field}.function")
    return ToolCall(name, arguments, _optional(row, "id", str, field))


def _optional(row: Mapping[str, Any], name: str, kind: type, field: str) -> Any:
    value = row.get(name)
    if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
        raise InputError(f"must be {'a string' if kind is str else 'a whole number'}", field=f"{field}.{name}")
    return value
