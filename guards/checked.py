"""A verdict with the texts it is about: shown in a notebook with what was found marked in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from html import escape
from itertools import pairwise
from typing import Any

from .policy import redact
from .types import Action, Reason, Verdict

MAX_SHOWN_CHARS = 20_000  # of one text in a notebook
MAX_MARKS = 200

_COLOUR = {Action.ALLOW: "#2e7d32", Action.FLAG: "#b26a00", Action.REDACT: "#8e24aa", Action.BLOCK: "#c62828"}


@dataclass(frozen=True, slots=True)
class Checked(Verdict):
    """A verdict that knows what was judged. `texts` are the messages' texts by index; never in its repr or in a log."""

    texts: tuple[str, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, verdict: Verdict, texts: Sequence[str]) -> Checked:
        known: dict[str, Any] = {one.name: getattr(verdict, one.name) for one in fields(Verdict)}
        return cls(**known, texts=tuple(texts))

    @property
    def text(self) -> str:
        """The last text that was judged, with what the policy redacts taken out."""
        last = len(self.texts) - 1
        return redact(self.texts[last], self._about(last)) if self.texts else ""

    def _about(self, index: int) -> list[Reason]:
        return [one for one in self.reasons if one.index == index or (one.index is None and len(self.texts) == 1)]

    def _repr_html_(self) -> str:
        """For notebooks. Every text is escaped: prompts are hostile HTML."""
        colour = _COLOUR[self.action]
        would = f" (enforced: {self.would})" if self.would is not self.action else ""
        head = (
            f'<b style="color:{colour}">{self.action}</b>{would}'
            f' <span style="opacity:.7">{self.elapsed_ms:.1f} of {self.budget_ms:.0f} ms · {escape(self.policy)}</span>'
        )
        reasons = "".join(
            f"<li><b>{one.action}</b> {escape(one.guard)} at {one.stage}: {escape(one.text)}</li>"
            for one in self.reasons
        )
        texts = "".join(_marked(text, self._about(index)) for index, text in enumerate(self.texts))
        listed = f'<ul style="margin:.3em 0">{reasons}</ul>' if reasons else ""
        return f'<div class="corral-verdict" style="border-left:4px solid {colour};padding-left:.8em">{head}{listed}{texts}</div>'


def _marked(text: str, reasons: Sequence[Reason]) -> str:
    """The text as HTML, each stretch that a reason points at marked with the reasons' words."""
    spans = [
        (one.finding.span[0], min(one.finding.span[1], len(text)), one)
        for one in reasons[:MAX_MARKS]
        if one.finding is not None and one.finding.span is not None
    ]
    shown = text[:MAX_SHOWN_CHARS]
    edges = sorted({0, len(shown), *(min(edge, len(shown)) for start, end, _ in spans for edge in (start, end))})
    pieces: list[str] = []
    for start, end in pairwise(edges):
        here = [one for first, last, one in spans if first <= start and end <= last]
        piece = escape(shown[start:end])
        if here:
            strongest = max(here, key=lambda one: one.action.force)
            title = escape("; ".join(dict.fromkeys(one.text for one in here)))
            piece = f'<mark style="outline:1px solid {_COLOUR[strongest.action]}" title="{title}">{piece}</mark>'
        pieces.append(piece)
    if len(text) > len(shown):
        pieces.append(f"<i>… {len(text) - len(shown)} more characters</i>")
    return f'<pre style="white-space:pre-wrap;margin:.3em 0">{"".join(pieces)}</pre>'
