"""The batch audit: logs in, one decision a record out, under any policy.

>>> from guards.audit import audit, read_log
>>> for audited in audit(read_log("requests.jsonl")):  # doctest: +SKIP
...     print(audited.action, audited.origin)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..policy import default_policy
from .against import Against
from .inputs import MAX_LINE_BYTES, find_inputs, rows_of
from .judging import Judge, audit
from .parts import Options, record_of
from .record import Origin, Record, Rejected
from .results import Audited, read_results, to_arrow, to_pandas, to_polars
from .run import Plan, Position, run

__all__ = [
    "Against",
    "Audited",
    "Judge",
    "Options",
    "Origin",
    "Plan",
    "Position",
    "Record",
    "Rejected",
    "audit",
    "find_inputs",
    "read_log",
    "read_results",
    "run",
    "to_arrow",
    "to_pandas",
    "to_polars",
]


def read_log(
    *inputs: str,
    columns: Mapping[str, str] | None = None,
    format: str | None = None,
    rejected: Callable[[Rejected], None] | None = None,
    max_line_bytes: int = MAX_LINE_BYTES,
) -> Iterator[Record]:
    """The records of files, globs and folders; `columns` maps targets to fields: ``{"prompt": "question"}``.

    Raises:
        InputError: an input is not there or breaks off, or a row can't be read and nobody takes it as `rejected`.
    """
    from ..errors import InputError

    options = Options(default_policy(), columns=columns, format=format)
    chosen = options.chosen()
    for given in find_inputs(inputs):
        for row in rows_of(given, max_line_bytes=max_line_bytes):
            try:
                record = record_of(row, Origin(given.name, row.number), chosen)
            except InputError as error:
                if rejected is None:
                    raise InputError(str(error), field=f"{given.name}:{row.number}") from None
                rejected(Rejected(given.name, row.number, str(error)))
                continue
            if record is not None:
                yield record
