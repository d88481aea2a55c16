"""Limits by key, counted for all proxies in one place: Redis where there is one, else this process.

A proxy remembers what Redis last told it. When Redis is away it counts on from there by itself; when Redis is back, what
was spent meanwhile is counted there too, and what Redis lost in a restart it is told again.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from .flights import Flights
from .link import Away, Health, Link, Rubbish
from .tally import DAY_S, MINUTE_US, Limits, Over, Tally

if TYPE_CHECKING:
    from redis.asyncio import Redis

_Question = tuple[str, Sequence[int]]  # a key's name, and the script's arguments

FLUSH_S = 0.2  # what requests spent is told to Redis at the latest after so long


class Standing(NamedTuple):
    """How a key stands after it was asked for: which limit is in the way, and what is left."""

    over: Over
    tally: Tally
    limits: Limits
    tokens: int

    @property
    def retry_after_s(self) -> float:
        """When the same request may come again; 0 where nothing is in the way."""
        limits, tally = self.limits, self.tally
        if self.over is Over.REQUESTS and limits.requests_per_minute:
            return (tally.requests_us + MINUTE_US / limits.requests_per_minute - MINUTE_US) / 1e6
        if self.over is Over.TOKENS and (limit := limits.tokens_per_minute):
            return (tally.tokens_us + min(self.tokens, limit) * MINUTE_US / limit - MINUTE_US) / 1e6
        return _to_midnight_s() if self.over is Over.TOKENS_PER_DAY else 0.0

    def headers(self) -> dict[str, str]:
        """The limits in the headers that OpenAI's API has, with one more for the day."""
        limits, tally, found = self.limits, self.tally, dict[str, str]()
        for name, limit, ahead_us in (
            ("requests", limits.requests_per_minute, tally.requests_us),
            ("tokens", limits.tokens_per_minute, tally.tokens_us),
        ):
            if limit:
                left = max(0, math.floor(limit * (MINUTE_US - ahead_us) / MINUTE_US))
                found |= _three(name, limit, left, ahead_us / 1e6)
        if limits.tokens_per_day:
            left = max(0, limits.tokens_per_day - tally.used)
            found |= _three("tokens-day", limits.tokens_per_day, left, _to_midnight_s())
        if self.over is not Over.NOTHING:
            found["Retry-After"] = str(max(1, math.ceil(self.retry_after_s)))
        return found


@dataclass(slots=True)
class _Known:
    """What this process knows of a key; `told` is its tally as Redis last had it."""

    limits: Limits
    told: Tally
    tally: Tally
    at: float = 0.0  # time.monotonic() at which `tally` was true
    owed: int = 0  # tokens that Redis has not been told of
    outages: int = 0  # the link's, when Redis was last asked

    def now(self) -> Tally:
        return self.tally.later(int((time.monotonic() - self.at) * 1e6), _today())

    def set(self, tally: Tally) -> None:
        self.tally, self.at = tally, time.monotonic()


class Limiter:
    """Admits requests under their key's limits."""

    def __init__(self, link: Link | None = None, *, prefix: str = "corral") -> None:
        self._link = link
        self._prefix = f"{prefix}:limit:"
        self._known: dict[str, _Known] = {}
        self._trips = Flights[_Question, Any](self._admit_many)
        self._flusher: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self._link is not None:
            self._flusher = asyncio.ensure_future(self._flush())

    async def stop(self) -> None:
        if self._flusher is not None:
            self._flusher.cancel()
            await asyncio.wait([self._flusher])
            await self._flush_once()

    async def admit(self, key: str, limits: Limits, tokens: int) -> Standing:
        """One request of `key`, with the `tokens` that it will take at least set aside."""
        known = self._known.setdefault(key, _Known(limits, Tally(), Tally()))
        known.limits = limits
        if self._link is not None and self._link.health is Health.UP:
            try:
                return Standing(await self._ask(key, known, tokens), known.now(), limits, tokens)
            except Away:
                pass
        over, tally = known.now().admitted(limits, tokens)
        known.set(tally)
        if over is Over.NOTHING and self._link is not None:
            known.owed += tokens
        return Standing(over, tally, limits, tokens)

    def settle(self, key: str, limits: Limits, tokens: int) -> None:
        """What a request has spent beyond what was set aside for it; less than none gives some back."""
        if not tokens or not (limits.tokens_per_minute or limits.tokens_per_day):
            return
        known = self._known.setdefault(key, _Known(limits, Tally(), Tally()))
        known.set(known.now().settled(limits, tokens))
        if self._link is not None:
            known.owed += tokens

    def usage(self) -> Mapping[str, Tally]:
        """What this proxy knows of each key, for people to look at."""
        return {name: known.now() for name, known in self._known.items()}

    async def _ask(self, key: str, known: _Known, tokens: int | None) -> Over:
        """Admits in Redis, or only tells it what is owed (`tokens` None), and notes what it says.

        Raises:
            Away: Redis did not answer; nothing is noted.
        """
        link = self._link
        assert link is not None
        owed, known.owed = known.owed, 0
        outages = link.outages
        mine = known.now()
        remembers = known.outages != outages or not known.at
        limits = known.limits
        args = [
            int(tokens is not None), tokens or 0, owed,
            limits.requests_per_minute or 0, limits.tokens_per_minute or 0, limits.tokens_per_day or 0,
            int(remembers and bool(known.at)), mine.requests_us, mine.tokens_us, known.told.day, known.told.used,
        ]  # fmt: skip

        try:
            answer = await self._trips.ask((key, args))
            if isinstance(answer, Exception):
                raise Away(type(answer).__name__)
        except BaseException:
            known.owed += owed
            raise
        over, tally = Over(answer[0]), Tally(*answer[1:])
        known.told, known.outages = tally, outages
        known.set(tally.settled(limits, known.owed) if known.owed else tally)
        return over

    async def _admit_many(self, questions: Sequence[_Question]) -> Sequence[Any]:
        """Runs the script once a question, all of them in one trip; an answer may be an error."""
        link = self._link
        assert link is not None
        return await link.call(partial(self._run, questions), writes=True)

    async def _run(self, questions: Sequence[_Question], redis: Redis) -> Sequence[Any]:
        from redis.exceptions import NoScriptError

        answers = await self._evaluated(questions, redis)
        unknown = [at for at, answer in enumerate(answers) if isinstance(answer, NoScriptError)]
        if unknown:  # a new server, or one that was told to forget: those questions were not run
            await redis.script_load(_source())
            again = await self._evaluated([questions[at] for at in unknown], redis)
            for at, answer in zip(unknown, again, strict=True):
                answers[at] = answer
        errors = [answer for answer in answers if isinstance(answer, Exception)]
        if len(errors) == len(answers):
            raise errors[0]
        for error in errors:
            assert self._link is not None
            self._link.misused(error)
        return answers

    async def _evaluated(self, questions: Sequence[_Question], redis: Redis) -> list[Any]:
        pipe = redis.pipeline(transaction=False)
        for key, args in questions:
            pipe.evalsha(_sha(), 1, self._prefix + key, *map(str, args))
        answers = await pipe.execute(raise_on_error=False)
        if not isinstance(answers, list) or len(answers) != len(questions):
            raise Rubbish
        if any(not isinstance(answer, Exception) and not _sound(answer) for answer in answers):
            raise Rubbish
        return answers

    async def _flush(self) -> None:
        while True:
            await asyncio.sleep(FLUSH_S)
            await self._flush_once()

    async def _flush_once(self) -> None:
        link = self._link
        for name, known in list(self._known.items()):
            if known.owed and link is not None and link.health is Health.UP:
                try:
                    await self._ask(name, known, None)
                except Away:
                    return


def _sound(answer: Any) -> bool:
    """Whether it can be the script's: ``[over, requests_us, tokens_us, day, used]``."""
    return (
        isinstance(answer, list)
        and len(answer) == 5
        and all(isinstance(number, int) and number >= 0 for number in answer)
        and answer[0] in set(Over)
    )


@cache
def _source() -> str:
    return files(__package__).joinpath("admit.lua").read_text("utf-8")


@cache
def _sha() -> str:
    return hashlib.sha1(_source().encode(), usedforsecurity=False).hexdigest()  # what Redis calls a script by


def _today() -> int:
    return int(time.time() // DAY_S)


def _to_midnight_s() -> float:
    return DAY_S - time.time() % DAY_S


def _three(name: str, limit: int, left: int, reset_s: float) -> dict[str, str]:
    return {
        f"x-ratelimit-limit-{name}": str(limit),
        f"x-ratelimit-remaining-{name}": str(left),
        f"x-ratelimit-reset-{name}": f"{reset_s:.3f}s",
    }
