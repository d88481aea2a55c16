"""The guard API: verdicts without a language model, in Corral's own form and in that of OpenAI's moderation endpoint."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from guards.corral import STAGE_OF_ROLE
from guards.errors import InputError, repeated
from guards.pipeline import Pipeline
from guards.policy import Policy
from guards.subjects import subjects_of
from guards.types import Action, Exchange, Stage, Status, Subject, Verdict
from guards.wire import exchange_from_json, verdict_json

from .observe.record import Record

MAX_BATCH = 256

# Hazards onto OpenAI's categories. S6, S7, S8 and S13 have no counterpart but "illicit": the nearest.
MODERATION_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "harassment": ("S5",),
    "harassment/threatening": (),
    "hate": ("S10",),
    "hate/threatening": (),
    "illicit": ("S2", "S6", "S7", "S8", "S13", "S14"),
    "illicit/violent": ("S1", "S9"),
    "self-harm": ("S11",),
    "self-harm/instructions": (),
    "self-harm/intent": (),
    "sexual": ("S3", "S12"),
    "sexual/minors": ("S4",),
    "violence": ("S1",),
    "violence/graphic": (),
}


async def check(body: Any, pipeline: Pipeline, policy: Policy, record: Record) -> dict[str, Any]:
    """``{"text", "role"?}`` or ``{"messages"}``, or ``{"items": [...]}`` of them: verdicts with all reports.

    Raises:
        InputError: names the field.
    """
    if isinstance(body, dict) and "items" in body:
        items = body["items"]
        if not isinstance(items, list) or not items:
            raise InputError("must be a list of at least one exchange", field="items")
        if len(items) > MAX_BATCH:
            raise InputError(f"has {len(items)} entries; at most {MAX_BATCH} are judged at once", field="items")
        wanted = [_wanted(item, f"items[{number}]") for number, item in enumerate(items)]
        return {"verdicts": [verdict_json(await _judge(what, pipeline, policy, record)) for what in wanted]}
    return verdict_json(await _judge(_wanted(body, "body"), pipeline, policy, record))


def _wanted(row: Any, field: str) -> Exchange | list[Subject]:
    if not isinstance(row, dict):
        raise InputError("must be an object with `text` or `messages`", field=field)
    if unknown := sorted(set(row) - {"text", "role", "messages", "model"}):
        raise InputError(
            "is not known; there are text, role, messages and model", field=f"{field}.{repeated(unknown[0])}"
        )
    if "messages" in row:
        return exchange_from_json(row, field)
    if not isinstance(row.get("text"), str):
        raise InputError("must be a string", field=f"{field}.text", fix="or send `messages`")
    role = row.get("role", "user")
    if not isinstance(role, str) or role not in STAGE_OF_ROLE:
        raise InputError(f"must be one of {', '.join(STAGE_OF_ROLE)}", field=f"{field}.role")
    return [Subject(row["text"], STAGE_OF_ROLE[role])]


async def _judge(what: Exchange | Sequence[Subject], pipeline: Pipeline, policy: Policy, record: Record) -> Verdict:
    subjects = subjects_of(what, policy) if isinstance(what, Exchange) else what
    verdict = await pipeline.judge_subjects(subjects, policy)
    record.checked(verdict, policy, subjects)
    return verdict


async def moderate(body: Any, pipeline: Pipeline, policy: Policy, record: Record) -> dict[str, Any]:
    """OpenAI's ``POST /v1/moderations``: a text, or a list of them, judged as a user's.

    Source: the OpenAI API reference, "Moderations".

    Raises:
        InputError: names the field.
    """
    if not isinstance(body, dict):
        raise InputError("must be a JSON object", field="body")
    texts = _texts(body.get("input"))
    results = []
    for text in texts:
        results.append(_result(await _judge([Subject(text, Stage.INPUT)], pipeline, policy, record)))
    return {"id": f"modr-{uuid.uuid4().hex[:24]}", "model": f"corral/{policy.name}", "results": results}


def _texts(wanted: Any) -> Sequence[str]:
    if isinstance(wanted, str):
        return [wanted]
    if not isinstance(wanted, list) or not wanted:
        raise InputError("must be a string or a list of them", field="input")
    if len(wanted) > MAX_BATCH:
        raise InputError(f"has {len(wanted)} entries; at most {MAX_BATCH} are judged at once", field="input")
    if all(isinstance(part, str) for part in wanted):
        return wanted
    if all(
        isinstance(part, dict) and part.get("type") == "text" and isinstance(part.get("text"), str) for part in wanted
    ):
        return ["\n".join(part["text"] for part in wanted)]
    raise InputError("holds something that is no text; images can't be judged here", field="input")


def _result(verdict: Verdict) -> dict[str, Any]:
    scores: dict[str, float] = {}
    unsafe = 0.0
    for report in verdict.reports:
        for finding in report.findings:
            if finding.category == "unsafe":
                unsafe = max(unsafe, finding.score)
            elif finding.category is not None:
                scores[finding.category] = max(scores.get(finding.category, 0.0), finding.score)
    failed = [f"{report.guard}: {report.reason}" for report in verdict.reports if report.status is not Status.DONE]
    flagged = verdict.action is not Action.ALLOW
    by_category = {
        name: max((scores.get(hazard, 0.0) for hazard in hazards), default=0.0)
        for name, hazards in MODERATION_CATEGORIES.items()
    }
    strongest = max(by_category.values())
    return {
        "flagged": flagged,
        "categories": {
            name: flagged and score > 0 and (score >= 0.5 or score == strongest) for name, score in by_category.items()
        },
        "category_scores": by_category,
        "category_applied_input_types": {name: ["text"] for name in by_category},
        "corral": {**verdict_json(verdict, reports=False), "unsafe": unsafe, "hazards": scores, "not_judged": failed},
    }
