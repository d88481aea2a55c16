"""What a key has used, and whether it may use more: the rule that a proxy by itself and Redis both follow.

Requests and tokens a minute are buckets, full at first, filled evenly (the generic cell rate algorithm: a bucket is one
number, the time at which it will be full again). Tokens a day are a count that begins anew at midnight UTC.

Source: ITU-T I.371, GCRA as a virtual scheduling algorithm.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from pydantic import Field

from ..sections import Section

MINUTE_US = 60_000_000
DAY_S = 86_400


class Limits(Section):
    """What a key may use; what is left out is not limited."""

    requests_per_minute: int | None = Field(default=None, ge=1, le=10_000_000)
    tokens_per_minute: int | None = Field(default=None, ge=1, le=10_000_000_000, description="prompt and answer")
    tokens_per_day: int | None = Field(default=None, ge=1, le=1_000_000_000_000, description="UTC days")

    @property
    def any(self) -> bool:
        return self != Limits()


class Over(IntEnum):
    """Which limit stands in the way; the numbers are those of the script."""

    NOTHING = 0
    REQUESTS = 1
    TOKENS = 2
    TOKENS_PER_DAY = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """`requests_us`, `tokens_us`: how long from now until the bucket is full; `used` tokens on `day` (days since 1970)."""

    requests_us: int = 0
    tokens_us: int = 0
    day: int = 0
    used: int = 0

    def later(self, passed_us: int, day: int) -> Tally:
        """The same after some time."""
        used = self.used if day == self.day else 0
        return Tally(max(0, self.requests_us - passed_us), max(0, self.tokens_us - passed_us), day, used)

    def admitted(self, limits: Limits, tokens: int) -> tuple[Over, Tally]:
        """Counts one request and the `tokens` set aside for it, if every limit allows it, else nothing.

        More tokens than a limit has count as all of it: a long request waits for a full bucket, not for ever.
        """
        requests, minute, day = self.requests_us, self.tokens_us, self.used
        if limit := limits.requests_per_minute:
            requests += MINUTE_US // limit
            if requests > MINUTE_US:
                return Over.REQUESTS, self
        if limit := limits.tokens_per_minute:
            minute += min(tokens, limit) * MINUTE_US // limit
            if minute > MINUTE_US:
                return Over.TOKENS, self
        if limit := limits.tokens_per_day:
            day += tokens
            if self.used + min(tokens, limit) > limit:
                return Over.TOKENS_PER_DAY, self
        return Over.NOTHING, Tally(requests, minute, self.day, day)

    def settled(self, limits: Limits, tokens: int) -> Tally:
        """Counts `tokens` (fewer than none: gives some back) after the fact: a bucket may go into debt."""
        minute, day = self.tokens_us, self.used
        if limit := limits.tokens_per_minute:
            minute = max(0, minute + tokens * MINUTE_US // limit)
        if limits.tokens_per_day:
            day = max(0, day + tokens)
        return Tally(self.requests_us, minute, self.day, day)
