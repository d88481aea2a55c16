"""What is known of one request: filled by those who serve it, told once when it is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol

from guards.cache import Keys
from guards.decisions import Decision, Outcome, Seen, compact
from guards.policy import Policy
from guards.types import Stage, Subject, Verdict

MAX_KEPT_CHARS = 1_000_000  # of one text: beyond them neither its hash nor its text goes

# What the APIs call their counts of tokens.
_INPUT_TOKENS = ("prompt_tokens", "input_tokens", "prompt_eval_count")
_OUTPUT_TOKENS = ("completion_tokens", "output_tokens", "eval_count")


class Heard:
    """Texts of an answer as they come, for the log; bounded."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[Stage, object], list[str]] = {}
        self._chars: dict[tuple[Stage, object], int] = {}

    def add(self, stage: Stage, place: object, text: str) -> None:
        key = (stage, place)
        chars = self._chars.get(key, 0)
        if chars < MAX_KEPT_CHARS:
            self._pieces.setdefault(key, []).append(text[: MAX_KEPT_CHARS - chars])
        self._chars[key] = chars + len(text)

    @property
    def chars(self) -> int:
        return sum(self._chars.values())

    def texts(self) -> list[_Text]:
        return [_Text(key[0], None, "".join(pieces), self._chars[key]) for key, pieces in self._pieces.items()]


@dataclass(frozen=True, slots=True)
class _Text:
    stage: Stage
    index: int | None
    text: str
    chars: int

    def seen(self, keys: Keys, keep: bool) -> Seen:
        return Seen(self.stage, self.chars, keys.text(self.text), self.index, self.text if keep else None)


class Spans(Protocol):
    """What traces want to know of a request besides its record."""

    def judged(self, verdict: Verdict) -> None: ...
    def upstream_called(self) -> None: ...
    def upstream_done(self) -> None: ...
    def finished(self) -> None: ...


class Record:
    """One request, from its first byte to its last. Milliseconds are counted from its arrival."""

    def __init__(self, request: str = "", trace: Mapping[str, str] | None = None) -> None:
        """`request` is its id; `trace` are the W3C headers that calls made for it carry."""
        self.request, self.trace = request, dict(trace or {})
        self.route = ""
        self.arrived = datetime.now(UTC)
        self._began = time.monotonic()
        self.dialect = ""
        self.key: str | None = None
        self.model: str | None = None
        self.stream = False
        self.status = 0
        self.error: str | None = None
        self.cut_off: str | None = None  # "input" or "output"
        self.verdict: Callable[[], Verdict] | None = None  # as things stand; None before anything was judged
        self.heard = Heard()
        self.usage: Mapping[str, int] = {}
        self.limit_headers: Mapping[str, str] = {}  # how the key stands
        self.tokens_set_aside: int | None = None  # of the key's limits; None: it has none, or none was counted
        self.first_text_ms: float | None = None
        self.ended = False  # the answer's last byte was handed over
        self.spans: Spans | None = None
        self._called: float | None = None
        self._answered: float | None = None
        self._policy: Policy | None = None
        self._subjects: tuple[Subject, ...] = ()
        self._checked: list[tuple[Verdict, Policy, tuple[Subject, ...]]] = []

    @property
    def total_ms(self) -> float:
        return (time.monotonic() - self._began) * 1000

    @property
    def upstream_ms(self) -> float | None:
        if self._called is None:
            return None
        return ((self._answered or time.monotonic()) - self._called) * 1000

    def asked(self, dialect: str, model: str | None, stream: bool, policy: Policy) -> None:
        self.dialect, self.model, self.stream, self._policy = dialect, model, stream, policy

    def judged(self, verdict: Verdict, subjects: Iterable[Subject]) -> None:
        """The verdict on the input's parts."""
        self.verdict, self._subjects = (lambda: verdict), tuple(subjects)

    def checked(self, verdict: Verdict, policy: Policy, subjects: Iterable[Subject]) -> None:
        """A verdict that was asked for by itself."""
        self._checked.append((verdict, policy, tuple(subjects)))

    def calls_upstream(self) -> None:
        self._called, self._answered = time.monotonic(), None
        if self.spans is not None:
            self.spans.upstream_called()

    def upstream_done(self) -> None:
        self._answered = time.monotonic()
        if self.spans is not None:
            self.spans.upstream_done()

    def shows(self) -> None:
        """Text leaves."""
        if self.first_text_ms is None:
            self.first_text_ms = self.total_ms

    def counts(self, usage: Mapping[str, Any] | None) -> None:
        """The upstream's own counts of tokens, as whatever its API calls them."""
        found = {}
        for name, fields in (("input_tokens", _INPUT_TOKENS), ("output_tokens", _OUTPUT_TOKENS)):
            for field in fields:
                value = (usage or {}).get(field)
                if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
                    found[name] = value
        self.usage = {**self.usage, **found}

    @property
    def outcome(self) -> Outcome:
        if self.error is not None:
            return "failed"
        if self.cut_off is not None:
            return "refused" if self.cut_off == "input" else "cut_off"
        return "answered" if self.ended else "abandoned"

    def decisions(self, keys: Keys) -> list[tuple[Callable[[], Decision], int]]:
        """What the log is to hold of the request: each a function that makes it, and the characters it needs till then."""
        found = [
            self._decision(keys, verdict, policy, subjects, [], "checked")
            for verdict, policy, subjects in self._checked
        ]
        if self.verdict is not None and self._policy is not None:
            heard = self.heard.texts()
            found.append(self._decision(keys, self.verdict(), self._policy, self._subjects, heard, self.outcome))
        return found

    def _decision(
        self,
        keys: Keys,
        verdict: Verdict,
        policy: Policy,
        subjects: tuple[Subject, ...],
        heard: list[_Text],
        outcome: Outcome,
    ) -> tuple[Callable[[], Decision], int]:
        texts = [
            _Text(subject.stage, subject.index, subject.text[:MAX_KEPT_CHARS], len(subject.text))
            for subject in subjects
        ] + heard
        row = Decision(
            verdict,
            self.arrived,
            request=self.request,
            route=self.route,
            dialect=self.dialect,
            key=self.key,
            model=self.model,
            stream=self.stream,
            outcome=outcome,
            error=self.error,
            upstream_ms=self.upstream_ms,
            first_text_ms=self.first_text_ms,
            total_ms=self.total_ms,
            usage=self.usage,
        )
        return partial(_made, row, texts, keys, policy.log.text), sum(len(text.text) for text in texts)


class Witness:
    """Tells a call's record, and who counts prompts and answers that were cut off, what becomes of it."""

    def __init__(self, record: Record, count: Callable[[str, str], None]) -> None:
        """`count` is told the dialect and the side."""
        self._record, self._count = record, count
        self.heard, self.counts, self.shows = record.heard, record.counts, record.shows

    def cut_off(self, side: str) -> None:
        self._record.cut_off = side
        self._count(self._record.dialect, side)


def _made(row: Decision, texts: list[_Text], keys: Keys, keep: bool) -> Decision:
    """The decision with its verdict made small and its texts hashed: work for the log's thread."""
    return replace(row, verdict=compact(row.verdict), texts=tuple(text.seen(keys, keep) for text in texts))
