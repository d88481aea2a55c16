"""The place that a finding points at, with a little around it, and masked where no text may be kept."""

from __future__ import annotations

from collections.abc import Iterator

from ..types import Exchange, Stage, Verdict
from .results import Excerpt

MOST = 3  # excerpts a record
CHARS = 120  # of a finding
AROUND = 30


def excerpts(exchange: Exchange, verdict: Verdict, *, masked: bool) -> Iterator[Excerpt]:
    """One for each of the strongest reasons that point at a message's text."""
    told: set[str] = set()
    for reason in verdict.reasons:
        finding = reason.finding
        if finding is None or finding.label in told or reason.index is None or reason.stage is Stage.TOOL_CALL:
            continue
        if reason.index >= len(exchange.messages) or len(told) >= MOST:
            continue
        told.add(finding.label)
        text = exchange.messages[reason.index].text
        start, end = finding.span or (0, len(text))
        cut = text[max(0, start - AROUND) : min(end, start + CHARS) + AROUND]
        yield Excerpt(finding.label, reason.stage, mask(cut) if masked else cut)


def mask(text: str) -> str:
    """Letters and digits made equal: what is left is how the text is built, not what it says."""
    return "".join(
        ("X" if char.isupper() else "x")
        if char.isalpha()
        else "0"
        if char.isdigit()
        else char
        if char < "\u2000"
        else "?"
        for char in text
    )
