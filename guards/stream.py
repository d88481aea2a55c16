"""The gate: streamed text leaves only after it was judged, however it arrives.

Text is held until a sentence, a line of code or a window is complete, judged together with what came just before it,
and then released. What was released can't be recalled, so nothing passes a verdict that stops the stream. The gate
knows text alone: dialects cut it out of events and put it back.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from .policy import Stream, redact
from .types import Action, Reason, Verdict

Judge = Callable[[str], Awaitable[Verdict]]

ENDLESS_WINDOWS = 4  # text without any blank is cut after so many windows
MAX_FENCE_CHARS = 20_000  # so much of an open code block is judged again as it grows

_BORDER = re.compile(r"[.!?।…。]+[\"'”»)\]*_]*(?=\s)|\n|(?<=[\u0e00-\u0e7f]) ")
_FENCE = re.compile(r"^[ \t>]{0,12}(`{3,}|~{3,})", re.M)


@dataclass(frozen=True, slots=True)
class Release:
    """Text that may be shown now, and whether the stream ends here."""

    text: str
    stopped: bool = False


class Gate:
    """One stream of text; `feed` what arrives, show what is released, `finish` at the end."""

    def __init__(self, judge: Judge, rules: Stream) -> None:
        self._judge, self._rules = judge, rules
        self._text = ""  # what is still of use: from the overlap, or the open fence, on
        self._base = 0  # how many characters before `_text` were dropped
        self._judged = 0  # offset in `_text` up to which everything was judged and released
        self._verdicts: list[Verdict] = []
        self.stopped = False

    @property
    def pending(self) -> bool:
        """Whether text is held back."""
        return self._judged < len(self._text)

    @property
    def verdict(self) -> Verdict | None:
        """The strongest verdict so far, with every reason met; None before anything was judged."""
        if not self._verdicts:
            return None
        strongest = max(self._verdicts, key=lambda verdict: (verdict.action.force, verdict.would.force))
        reasons: dict[tuple[str, str, tuple[int, int] | None], Reason] = {}
        for verdict in self._verdicts:
            for reason in verdict.reasons:
                span = reason.finding.span if reason.finding else None
                reasons.setdefault(
                    (reason.guard, reason.finding.label if reason.finding else reason.text, span), reason
                )
        ordered = sorted(reasons.values(), key=lambda reason: -reason.action.force)
        slowest = max(verdict.elapsed_ms for verdict in self._verdicts)
        return replace(strongest, reasons=tuple(ordered), elapsed_ms=slowest)

    async def feed(self, text: str) -> Release:
        """Takes `text`, and releases what is complete."""
        if self.stopped:
            return Release("", stopped=True)
        self._text += text
        return await self._release(self._complete())

    async def flush(self) -> Release:
        """Judges and releases the whole words that are held: when they have waited long enough."""
        return await self._release(self._last_gap())

    async def finish(self) -> Release:
        """The end of the text: judges and releases the rest."""
        return await self._release(len(self._text))

    def _complete(self) -> int:
        """Up to where the held text may be judged now; `_judged` where it is too early."""
        pending = self._text[self._judged :]
        if not pending:
            return self._judged
        fence = self._open_fence(len(self._text))
        if fence is not None:  # inside code: whole lines, in windows
            if len(pending) < self._rules.window_chars:
                before = max(fence, self._judged)
                return before if before > self._judged else self._judged
            line = pending.rfind("\n")
            return self._judged + line + 1 if line >= 0 else self._last_gap()
        borders = [found.end() for found in _BORDER.finditer(pending)]
        if borders:
            return self._judged + borders[-1]
        return self._last_gap() if len(pending) >= self._rules.window_chars else self._judged

    def _last_gap(self) -> int:
        """After the last blank: a word that is still growing is not shown in halves, unless it grows without end."""
        gap = max(self._text.rfind(" "), self._text.rfind("\n"), self._text.rfind("\t")) + 1
        endless = len(self._text) - self._judged >= ENDLESS_WINDOWS * self._rules.window_chars
        return len(self._text) if endless and gap <= self._judged else max(gap, self._judged)

    def _open_fence(self, end: int) -> int | None:
        """Where the code block that is open at `end` began."""
        opened: tuple[int, str] | None = None
        for found in _FENCE.finditer(self._text, 0, end):
            mark = found[1]
            if opened is None:
                opened = (found.start(), mark)
            elif mark[0] == opened[1][0] and len(mark) >= len(opened[1]):
                line = self._text[found.end() : end].split("\n", 1)[0]
                if not line.strip():
                    opened = None
        return opened[0] if opened else None

    async def _release(self, end: int) -> Release:
        if self.stopped:
            return Release("", stopped=True)
        if end <= self._judged:
            return Release("")
        start = self._window_start(end)
        verdict = await self._judge(self._text[start:end])
        self._verdicts.append(_moved(verdict, self._base + start))
        if verdict.action is Action.BLOCK:
            self.stopped = True
            return Release("", stopped=True)
        shown = self._text[self._judged : end]
        if verdict.action is Action.REDACT:
            shown = redact(shown, _within(verdict.reasons, start - self._judged, len(shown)))
        self._judged = end
        self._forget()
        return Release(shown)

    def _window_start(self, end: int) -> int:
        start = max(0, self._judged - self._rules.overlap_chars)
        fence = self._open_fence(self._judged)
        return min(start, fence) if fence is not None else start

    def _forget(self) -> None:
        keep = max(0, self._judged - self._rules.overlap_chars)
        fence = self._open_fence(self._judged)
        if fence is not None:
            keep = min(keep, max(fence, self._judged - MAX_FENCE_CHARS))
        if keep > 4 * self._rules.window_chars:  # seldom, so that the cost stays linear
            self._text = self._text[keep:]
            self._base += keep
            self._judged -= keep


def _moved(verdict: Verdict, by: int) -> Verdict:
    """The verdict with its spans told in the whole stream's offsets."""
    return replace(verdict, reasons=tuple(_shifted(reason, by) for reason in verdict.reasons))


def _within(reasons: tuple[Reason, ...], by: int, length: int) -> list[Reason]:
    """Redacting reasons with their spans cut to a text that begins `-by` later and has `length` characters."""
    found = []
    for reason in reasons:
        moved = _shifted(reason, by, clip=length)
        if moved.finding is None or moved.finding.span is None or moved.finding.span[0] < moved.finding.span[1]:
            found.append(moved)
    return found


def _shifted(reason: Reason, by: int, clip: int | None = None) -> Reason:
    if reason.finding is None or reason.finding.span is None:
        return reason
    start, end = (max(0, offset + by) for offset in reason.finding.span)
    if clip is not None:
        start, end = min(start, clip), min(end, clip)
    return replace(reason, finding=replace(reason.finding, span=(start, end)))
