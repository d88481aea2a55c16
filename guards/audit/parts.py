"""A part of a log, from raw rows to finished lines: the unit of work that travels to a worker and back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..errors import InputError
from ..policy import Policy
from .against import Against
from .formats import NAMES, VLLM, Format, read_row
from .formats.columns import mapped
from .formats.vllm import line_of
from .inputs import Row
from .judging import Judge
from .record import Origin, Record
from .results import line

_LOG_LINE = re.compile(
    r"\s*(?:\([A-Za-z]{1,40} pid=\d+\)\s*)?(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL)\b|\d{4}-\d\d-\d\d[ T])"
)


@dataclass(frozen=True, slots=True)
class Options:
    """What every worker must know."""

    policy: Policy
    include_text: bool = False
    columns: Mapping[str, str] | None = None  # target -> field, of --map
    format: str | None = None
    since: datetime | None = None
    against: Against = field(default_factory=Against)

    def chosen(self) -> Format | None:
        """The format that the user named.

        Raises:
            InputError: there is no such format or target.
        """
        if self.columns:
            return mapped(self.columns)
        if self.format is None:
            return None
        if self.format not in NAMES:
            raise InputError(f"{self.format!r} is none of {', '.join(NAMES)}", field="--format")
        return NAMES[self.format]


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of one input, in order."""

    number: int
    file: str
    rows: Sequence[Row]


@dataclass(slots=True)
class Done:
    """What became of a part: lines for ``decisions.jsonl`` and for ``rejected.jsonl``, and how many of what."""

    number: int
    decisions: bytes = b""
    rejected: bytes = b""
    counts: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)


class Worker:
    """Reads and judges parts; one a process, its guards loaded once."""

    def __init__(self, options: Options) -> None:
        """Raises:
        CorralError: a guard can't be loaded, or the format is unknown.
        """
        self._options = options
        self._format = options.chosen()
        self._judge = Judge(options.policy, include_text=options.include_text, against=options.against)

    def work(self, part: Part) -> Done:
        done = Done(part.number)
        rejected: list[str] = []
        records = list(self._records(part, done, rejected))
        lines = []
        for audited in self._judge.judge(records):
            lines.append(line(audited))
            done.counts["unanswered"] += bool(audited.unanswered())
        done.decisions = "".join(f"{each}\n" for each in lines).encode()
        done.rejected = "".join(rejected).encode()
        done.counts["judged"] = len(lines)
        return done

    def close(self) -> None:
        self._judge.close()

    def _records(self, part: Part, done: Done, rejected: list[str]) -> Iterator[Record]:
        since = self._options.since
        for row in part.rows:
            done.counts["read"] += 1
            try:
                record = record_of(row, Origin(part.file, row.number), self._format)
                if record is not None and since is not None and record.time is None:
                    raise InputError("gives no time, and --since asks for one", field="time")
            except InputError as error:
                done.counts["rejected"] += 1
                rejected.append(rejection(part.file, row.number, str(error)))
                continue
            if record is None:
                done.counts["passed_over"] += 1
            elif since is not None and record.time is not None and record.time < since:
                done.counts["before_since"] += 1
            else:
                done.formats[record.format] += 1
                yield record


def record_of(row: Row, origin: Origin, form: Format | None = None) -> Record | None:
    """The row's record, None for a line of a text log that tells of no request.

    Raises:
        InputError: it can't be read.
    """
    value: Any = row.value
    if value is None:
        raise InputError(row.fault or "is empty")
    try:
        if isinstance(value, bytes):
            text = value.decode("utf-8-sig")
            if not text.lstrip().startswith("{"):
                return _text_line(text, origin)
            value = json.loads(text)
        return read_row(value, origin, form)
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} (column {error.colno})") from None
    except RecursionError:
        raise InputError("is nested too deep") from None
    except ValueError:
        raise InputError("holds a number that is far too long") from None


def _text_line(text: str, origin: Origin) -> Record | None:
    found = line_of(text)
    if found is not None:
        return VLLM.record(found, origin)
    if _LOG_LINE.match(text):
        return None
    raise InputError("is no JSON object")


def rejection(file: str, row: int | None, reason: str) -> str:
    """A line of ``rejected.jsonl``; `row` is None where an input broke off."""
    return json.dumps({"file": file, "row": row, "reason": reason}) + "\n"
