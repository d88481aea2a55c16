"""A decision: one verdict, where it was asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from ..types import Stage, Verdict

Outcome = Literal["answered", "refused", "cut_off", "failed", "abandoned", "checked"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Seen:
    """A text that was judged: where it stood, how long it is, and a keyed hash that tells equal texts.

    `text` is set only where the policy's `log.text` allows it.
    """

    stage: Stage
    chars: int
    hash: str
    index: int | None = None  # of its message in the exchange
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log. `verdict` is in the compact form that `compact` gives it.

    `outcome` is what the client got: an answer, a refusal in its place, one that was cut off, an error (`error` is
    its code), nothing because it left, or the verdict alone (`checked`). `usage` are the upstream's own counts.
    """

    verdict: Verdict
    time: datetime  # in UTC, of the request's arrival
    request: str = ""
    route: str = ""  # "/v1/chat/completions"
    dialect: str = ""  # "chat"
    key: str | None = None  # the name of the caller's key, never the key
    model: str | None = None
    stream: bool = False
    outcome: Outcome = "checked"
    error: str | None = None
    upstream_ms: float | None = None  # from the call to its last byte
    first_text_ms: float | None = None  # from the request to the first text that left
    total_ms: float | None = None
    usage: Mapping[str, int] = field(default_factory=dict)
    texts: tuple[Seen, ...] = ()
