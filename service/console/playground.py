"""A verdict taken apart: every guard's scores against the thresholds that hold, the texts that they point into, the time."""

from __future__ import annotations

from typing import Any

from guards.corral import STAGE_OF_ROLE
from guards.errors import InputError
from guards.pipeline import Pipeline
from guards.policy import Policy
from guards.subjects import subjects_of
from guards.types import Report, Subject
from guards.wire import exchange_from_json, verdict_json


async def judged(body: Any, pipeline: Pipeline, policy: Policy) -> dict[str, Any]:
    """``{"text", "role"}`` or ``{"messages"}`` as `/v1/check` takes them; nothing of it is logged.

    Raises:
        InputError: names the field.
    """
    if not isinstance(body, dict):
        raise InputError("must be an object with `text` or `messages`", field="body")
    if "messages" in body:
        exchange = exchange_from_json(body, "body")
        subjects = subjects_of(exchange, policy)
        texts = {index: message.text for index, message in enumerate(exchange.messages)}
    else:
        text, role = body.get("text"), body.get("role", "user")
        if not isinstance(text, str) or not text:
            raise InputError("must be a text", field="body.text")
        if not isinstance(role, str) or role not in STAGE_OF_ROLE:
            raise InputError(f"must be one of {', '.join(STAGE_OF_ROLE)}", field="body.role")
        subjects = (Subject(text, STAGE_OF_ROLE[role], index=0),)
        texts = {0: text}
    verdict = await pipeline.judge_subjects(subjects, policy)
    return {
        "verdict": verdict_json(verdict),
        "thresholds": [_thresholds(policy, report) for report in verdict.reports],
        "texts": [
            {"index": index, "text": text, "stage": next((s.stage.value for s in subjects if s.index == index), None)}
            for index, text in texts.items()
        ],
    }


def _thresholds(policy: Policy, report: Report) -> dict[str, dict[str, float]]:
    """The levels for each label that the report scores."""
    rules = policy.guards.get(report.guard)
    found: dict[str, dict[str, float]] = {}
    for finding in report.findings:
        if rules is None or finding.category is None:
            continue
        levels = rules.levels(finding.category, report.stage, finding.language, report.tier)
        if levels is not None:
            found[finding.category] = levels.model_dump(exclude_none=True)
    return found
