"""The gate: streamed text leaves only after it was judged, however it arrives.

Text is held until a sentence, a line of code or a window is complete, judged together with what came just before it,
and then released. Each time the text has doubled, and at its end, all of it is judged once more: an attack told in
many short sentences is no sentence's fault. What was released can't be recalled, so nothing passes a verdict that
stops the stream. The gate knows text alone: dialects cut it out of events and put it back.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from .fences import Fenced, Fences
from .notes import Style, note
from .policy import Notes, Stream, redact
from .text.calls import calls_in
from .types import Action, Finding, Reason, Stage, Status, Verdict

Judge = Callable[[str], Awaitable[Verdict]]

ENDLESS_WINDOWS = 4  # text without any blank is cut after so many windows
RETRY_S = 0.05  # a guard whose queue was full is asked again after so long
_UNANSWERED = (Status.TIMEOUT, Status.SHED)

_BORDER = re.compile(r"[.!?।…。]+[\"'”»)\]*_]*(?=\s)|\n|(?<=[\u0e00-\u0e7f]) ")


@dataclass(frozen=True, slots=True)
class Release:
    """Text that may be shown now, what it was before it was redacted or noted, and whether the stream ends here."""

    text: str
    stopped: bool = False
    original: str = ""


class Gate:
    """One stream of text; `feed` what arrives, show what is released, `finish` at the end."""

    def __init__(
        self,
        judge: Judge,
        rules: Stream,
        *,
        whole: bool = False,
        whole_code: bool = False,
        notes: Notes | None = None,
    ) -> None:
        """`whole`: where any of it is blocked, nothing of it is shown; `whole_code`: a code block is judged in one piece
        before any of it is shown; `notes`: what a reader is told."""
        self._judge, self._rules, self._whole, self._whole_code = judge, rules, whole, whole_code
        self._style: Style | None = None if notes is None or notes.code == "headers" else notes.code
        self._fixes = notes is not None and notes.fixes
        self._noted: set[tuple[str, tuple[int, int] | None]] = set()
        self._text = ""  # what is still of use
        self._base = 0  # how many characters before `_text` were dropped
        self._judged = 0  # offset in `_text` up to which everything was judged and released
        self._fences = Fences()
        self._next_whole = 2 * rules.window_chars
        self._whole_judged = 0  # how much of the stream was judged in one piece
        self._held_since = 0.0
        self._block_since: float | None = None  # since when a code block or a call is held
        self._late: tuple[int, float] | None = None  # the end of what a guard was late for, and since when
        self._retry_at = 0.0
        self._verdicts: list[Verdict] = []
        self._joined: Verdict | None = None  # of so many of them:
        self._joined_of = 0
        self.stopped = False

    @property
    def pending(self) -> bool:
        """Whether text is held back."""
        return self._judged < len(self._text)

    @property
    def due_s(self) -> float | None:
        """In how many seconds the held text has waited long enough to be flushed; None where none is held."""
        if self.stopped or not self.pending:
            return None
        return max(0.0, self._held_since + self._rules.max_hold_ms / 1000 - time.monotonic())

    @property
    def verdict(self) -> Verdict | None:
        """The strongest verdict so far, with every reason met and every report; None before anything was judged."""
        if len(self._verdicts) == self._joined_of:
            return self._joined
        self._joined_of = len(self._verdicts)
        strongest = max(self._verdicts, key=lambda verdict: (verdict.action.force, verdict.would.force))
        reasons: dict[tuple[str, str, tuple[int, int] | None], Reason] = {}
        for verdict in self._verdicts:
            for reason in verdict.reasons:
                span = reason.finding.span if reason.finding else None
                label = reason.finding.label if reason.finding else reason.text
                reasons.setdefault((reason.guard, label, span), reason)
        ordered = sorted(reasons.values(), key=lambda reason: -reason.action.force)
        slowest = max(verdict.elapsed_ms for verdict in self._verdicts)
        reports = tuple(report for verdict in self._verdicts for report in verdict.reports)
        self._joined = replace(strongest, reasons=tuple(ordered), reports=reports, elapsed_ms=slowest)
        return self._joined

    def hold(self, text: str) -> None:
        """Takes `text` and releases nothing: for an answer that comes whole."""
        if not self.stopped:
            if not self.pending:
                self._held_since = time.monotonic()
            self._text += text
            self._fences.feed(text)

    async def feed(self, text: str) -> Release:
        """Takes `text`, and releases what is complete."""
        self.hold(text)
        return await self._release(self._complete())

    async def flush(self) -> Release:
        """Judges and releases the whole words that are held: when they have waited long enough."""
        end = min(self._last_gap(), self._barrier())
        released = await self._release(end)
        self._held_since = time.monotonic()
        return released

    async def finish(self, *, last: bool = True) -> Release:
        """Judges and releases the rest; `last`: nothing follows, so that all of the text is judged once more."""
        released = await self._release(len(self._text), last=last)
        while not self.stopped and self.pending:  # a guard is late
            await asyncio.sleep(RETRY_S)
            more = await self._release(len(self._text), last=last)
            released = Release(released.text + more.text, more.stopped, released.original + more.original)
        return released

    def _barrier(self) -> int:
        """Up to where nothing stands in code or in a call that is not whole yet, or was held for too long."""
        ends = [len(self._text)]
        code = self._fences.code
        for began in (*((code, self._fences.begins) if self._whole_code else ()), self._fences.call):
            if began is not None and began - self._base >= self._judged:
                ends.append(began - self._base)
        if min(ends) == len(self._text):
            self._block_since = None
            return len(self._text)
        now = time.monotonic()
        self._block_since = self._block_since or now
        too_long = len(self._text) - min(ends) >= self._rules.max_code_chars
        too_late = (now - self._block_since) * 1000 >= self._rules.max_code_ms
        return len(self._text) if too_long or too_late else min(ends)

    def _complete(self) -> int:
        """Up to where the held text may be judged now; `_judged` where it is too early."""
        end = self._barrier()
        if end <= self._judged:
            return self._judged
        held = end - self._judged
        fence = self._fences.code
        if fence is not None and fence - self._base < end:
            return self._complete_lines(end, fence - self._base)
        last = self._judged
        for found in _BORDER.finditer(self._text, self._judged, end):
            last = found.end()
        if self._whole_code and (began := self._fences.code_at(self._base + last)) is not None:
            last = max(self._judged, min(last, began - self._base))  # a block that has ended is shown with its end
        if last > self._judged:
            return last
        return min(self._last_gap(), end) if held >= self._rules.window_chars else self._judged

    def _complete_lines(self, end: int, fence: int) -> int:
        """Inside code that is shown as it comes: whole lines, in windows."""
        # All of the block is judged each time: the more there is, the more must be new, so that the cost stays linear.
        if end - self._judged < max(self._rules.window_chars, (self._judged - fence) // 2):
            return max(fence, self._judged)  # what stands before the block
        line = self._text.rfind("\n", self._judged, end)
        return line + 1 if line >= 0 else min(self._last_gap(), end)

    def _last_gap(self) -> int:
        """After the last blank: a word that is still growing is not shown in halves, unless it grows without end."""
        gap = max(self._text.rfind(blank, self._judged) for blank in " \n\t") + 1
        endless = len(self._text) - self._judged >= ENDLESS_WINDOWS * self._rules.window_chars
        return len(self._text) if endless and gap <= self._judged else max(gap, self._judged)

    async def _release(self, end: int, *, last: bool = False) -> Release:
        if self.stopped:
            return Release("", stopped=True)
        if self._late is not None:
            if time.monotonic() < self._retry_at:
                return Release("")
            end = self._late[0] - self._base  # the same text again: the late answer is in the cache by now
        starts = self._wanted(end, last)
        if not starts:
            return self._show(end, [], 0, last=last) if last else Release("")
        verdicts = await self._judgements(starts, end)
        blocked = any(verdict.action is Action.BLOCK for verdict in verdicts)
        if blocked or self._too_late(verdicts, end):
            self._remember(starts, verdicts)
            before = await self._before_fault(end) if blocked and not self._whole else Release("")
            self.stopped = True
            return replace(before, stopped=True)
        if self._late is not None:
            return Release("")
        released = self._passed(starts, verdicts, end, last=last)
        self._held_since = time.monotonic()
        self._forget()
        return released

    async def _judgements(self, starts: list[int], end: int) -> list[Verdict]:
        judging = [self._judge(self._text[start:end]) for start in starts]
        return [await judging[0]] if len(judging) == 1 else await asyncio.gather(*judging)

    def _passed(self, starts: list[int], verdicts: list[Verdict], end: int, *, last: bool = False) -> Release:
        """Releases up to `end`, which no verdict blocks."""
        self._remember(starts, verdicts)
        if starts[0] <= max(0, end - self._rules.whole_chars):
            self._whole_judged = self._base + end
            self._next_whole = max(self._next_whole, 2 * self._whole_judged)
        redacting: list[Reason] = []
        if any(verdict.action is Action.REDACT for verdict in verdicts):
            redacting = _told_from(starts[0], starts, verdicts)
        return self._show(end, redacting, starts[0], last=last)

    async def _before_fault(self, end: int) -> Release:
        """What stands before the fault in the text up to `end`, and would have been shown had it come bit by bit.

        Sentences that come at once are judged at once; where that blocks them, the first one that does is searched for.
        """
        found, cuts = Release(""), self._cuts(end)
        while cuts:
            middle = len(cuts) // 2
            starts = self._wanted(cuts[middle], False)
            verdicts = await self._judgements(starts, cuts[middle])
            if any(verdict.action is Action.BLOCK for verdict in verdicts) or self._too_late(verdicts, cuts[middle]):
                cuts = cuts[:middle]
            elif self._late is not None:
                break
            else:
                more = self._passed(starts, verdicts, cuts[middle])
                found = Release(found.text + more.text, original=found.original + more.original)
                cuts = cuts[middle + 1 :]
        return found

    def _cuts(self, end: int) -> list[int]:
        """Where sentences and lines end before `end`, but for those in code and in calls, which are judged whole."""
        begins = self._window_start()
        calls = [(begins + call.start, begins + call.end) for call in calls_in(self._text[begins:end])]
        borders = (found.end() for found in _BORDER.finditer(self._text, self._judged, end))
        return [
            at
            for at in borders
            if at < end
            and self._fences.code_at(self._base + at) is None
            and not any(first < at < after for first, after in calls)
        ]

    def _show(self, end: int, redacting: list[Reason], told_from: int, *, last: bool) -> Release:
        """Releases up to `end`, redacted and with its notes."""
        original, shown = self._text[self._judged : end], ""
        for place, told in (*self._notes(end, last=last, quoting=not redacting), (end, "")):
            part = self._text[self._judged : place]
            shown += redact(part, redacting, start=self._judged - told_from) if part and redacting else part
            shown += told
            self._judged = max(self._judged, place)
        return Release(shown, original=original)

    def _notes(self, end: int, *, last: bool, quoting: bool) -> list[tuple[int, str]]:
        """The notes on the code that ends by `end`, each with the offset where it stands.

        A rule's words may quote the code; not `quoting`, where something in it is redacted.
        """
        if self._style is None:
            self._fences.ended(self._base + end)
            return []
        if last:
            self._fences.finish()
        found = []
        blocks = self._fences.ended(self._base + end)
        for block in blocks:
            told = self._findings(block.start, block.closing, quoting=quoting)
            if told:
                found.append(self._note(block, told))
        if last and (
            told := self._findings(0, self._base + end, quoting=quoting)
        ):  # in no block: inline, indented, or nothing but code
            from .code.languages import looks_like_code

            style: Style = "comment" if not blocks and looks_like_code(self._text[:end]) else "annotate"
            gap = "" if self._text[:end].endswith("\n") else "\n"
            found.append((end, gap + note([(finding, None) for finding in told], style, fixes=self._fixes)))
        return found

    def _note(self, block: Fenced, told: list[Finding]) -> tuple[int, str]:
        assert self._style is not None
        begins, closing, ends = (offset - self._base for offset in (block.first_line, block.closing, block.end))
        lines = [
            None
            if begins < 0 or finding.span is None
            else self._text.count("\n", begins, max(begins, finding.span[0] - self._base)) + 1
            for finding in told
        ]
        text = note(
            list(zip(told, lines, strict=True)), self._style, fixes=self._fixes, indent=block.indent, mark=block.mark
        )
        if self._style == "comment":
            place = max(closing, self._judged)
        else:
            place = ends
            if closing == ends:  # the answer ends inside of the block
                text = f"{block.indent}{block.mark}\n{text}"
        before = self._text[:place]
        return place, text if not before or before.endswith("\n") else "\n" + text

    def _findings(self, start: int, end: int, *, quoting: bool) -> list[Finding]:
        """What was found in the code of a stretch and is shown all the same, in the order of the text, each told once."""
        found: dict[tuple[str, int], Finding] = {}
        for verdict in self._verdicts:
            for reason in verdict.reasons:
                one = reason.finding
                if one is None or one.rule is None or one.span is None or reason.stage is not Stage.OUTPUT:
                    continue
                if start <= one.span[0] < end and (one.rule, one.span) not in self._noted:
                    found.setdefault((one.rule, one.span[0]), one)
        self._noted |= {(one.rule or "", one.span) for one in found.values()}
        told = sorted(found.values(), key=lambda finding: finding.span or (0, 0))
        return told if quoting else [replace(one, message="what the rule of this name finds", fix=None) for one in told]

    def _wanted(self, end: int, last: bool) -> list[int]:
        """Where the stretches to be judged up to `end` begin, the longest first: the window's, and the whole's if due."""
        total = self._base + end
        whole = max(0, end - self._rules.whole_chars)
        due = total >= self._next_whole or (last and total > self._whole_judged)
        starts = {whole} if due and self._rules.whole_chars else set()
        if end > self._judged:
            starts.add(self._window_start())
        return sorted(starts) if end > self._judged or last else []

    def _remember(self, starts: list[int], verdicts: list[Verdict]) -> None:
        self._verdicts += [_moved(one, self._base + first) for first, one in zip(starts, verdicts, strict=True)]

    def _too_late(self, verdicts: list[Verdict], end: int) -> bool:
        """Notes whether a guard did not answer, so that the text stays held; True where it must end the stream."""
        late = any(report.status in _UNANSWERED for verdict in verdicts for report in verdict.reports)
        if not late or self._rules.on_late == "release-flagged":
            self._late = None
            return False
        now = time.monotonic()
        self._late = self._late or (self._base + end, now)
        self._retry_at = now + RETRY_S / 2
        return self._rules.on_late == "stop" or (now - self._late[1]) * 1000 >= self._rules.max_late_ms

    def _window_start(self) -> int:
        """Where judging begins for what follows `_judged`: some text before it, all of the code that it stands in."""
        start = max(0, self._judged - self._rules.overlap_chars)
        fence = self._fences.code_at(self._base + self._judged)
        if fence is None:
            return start
        return min(start, max(0, fence - self._base, self._judged - self._rules.max_code_chars))

    def _forget(self) -> None:
        keep = max(self._rules.whole_chars, self._rules.max_code_chars, self._rules.overlap_chars)
        if self._judged > 2 * keep + 1_000:  # seldom, so that the cost stays linear
            drop = self._judged - keep
            self._text = self._text[drop:]
            self._base += drop
            self._judged -= drop
            self._fences.forget(self._base)


def _told_from(onto: int, starts: list[int], verdicts: list[Verdict]) -> list[Reason]:
    """The reasons of all verdicts, with their spans told from `onto` on."""
    pairs = zip(starts, verdicts, strict=True)
    return [_shifted(reason, first - onto) for first, verdict in pairs for reason in verdict.reasons]


def _moved(verdict: Verdict, by: int) -> Verdict:
    """The verdict with its spans told in the whole stream's offsets."""
    if not by or not verdict.reasons:
        return verdict
    return replace(verdict, reasons=tuple(_shifted(reason, by) for reason in verdict.reasons))


def _shifted(reason: Reason, by: int) -> Reason:
    if reason.finding is None or reason.finding.span is None:
        return reason
    start, end = (offset + by for offset in reason.finding.span)
    return replace(reason, finding=replace(reason.finding, span=(max(0, start), max(0, end))))
