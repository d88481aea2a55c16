"""All upstreams of a proxy: a request goes to one that serves its model, and to another where nothing was shown yet."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from guards.errors import Overloaded, UnknownModel, UpstreamError, UpstreamResting

from .api import Answering, Failure
from .metrics import UpstreamMetrics
from .models import merged
from .routes import fitting, ordered
from .settings import RetrySettings, UpstreamSettings
from .upstream import Upstream

READY_AGE_S = 1.0  # /readyz asks an upstream at most so often


class Upstreams:
    """Routes, retries and watches."""

    def __init__(self, settings: Sequence[UpstreamSettings], retry: RetrySettings, metrics: UpstreamMetrics) -> None:
        """Raises:
        ConfigError: an upstream's key is not where the settings say.
        """
        self._upstreams = [Upstream(one, metrics) for one in settings]
        self._retry, self._metrics = retry, metrics
        self._chance = random.Random()  # noqa: S311 - shares and jitter, no secret
        self._watching: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begins the health checks that the settings want."""
        watched = [upstream for upstream in self._upstreams if upstream.settings.health.interval_s]
        self._watching = [asyncio.create_task(_watch(upstream)) for upstream in watched]

    async def close(self) -> None:
        for task in self._watching:
            task.cancel()
        for upstream in self._upstreams:
            await upstream.api.close()

    async def ask(self, path: str, body: dict[str, Any], authorization: str | None) -> Any:
        """One request, one JSON answer.

        Raises:
            UpstreamError: unreachable, late, refusing, or answering what is no JSON.
            UnknownModel: no upstream serves the model that `body` names.
            Overloaded: all that do are at work on as much as they may.
        """
        upstream, answer = await self._begun(path, body, authorization)
        async with _ended(upstream, answer):
            return await answer.json()

    def stream(
        self, path: str, body: dict[str, Any], authorization: str | None
    ) -> AbstractAsyncContextManager[Answering]:
        """An answer to be read as it comes; leaving the block stops the upstream's generation.

        Raises:
            UpstreamError: as `ask`; also in reading, when the upstream dies on the way.
        """
        return self._answer(path, body, authorization)

    async def models(self, authorization: str | None) -> dict[str, Any]:
        """The models of all upstreams as one list; an upstream that does not answer is left out.

        Raises:
            UpstreamError: none answers.
        """

        async def listed(upstream: Upstream) -> Any:
            answer = await self._first_answer([upstream], "GET", "/models", None, authorization)
            async with _ended(*answer):
                return await answer[1].json()

        answers = await asyncio.gather(*map(listed, self._upstreams), return_exceptions=True)
        errors = [answer for answer in answers if isinstance(answer, BaseException)]
        if stranger := next((error for error in errors if not isinstance(error, UpstreamError)), None):
            raise stranger
        if len(errors) == len(answers):
            raise errors[0]
        return merged(self._upstreams, answers)

    async def states(self) -> dict[str, str]:
        """How each is doing, asked now where that is not known from a moment ago.

        One that did not answer this time is down here; routing waits for `health.failures` such checks in a row.
        """
        await asyncio.gather(*(upstream.check(READY_AGE_S) for upstream in self._upstreams))
        return {one.name: one.state if one.well or one.state != "up" else "down" for one in self._upstreams}

    def show_states(self) -> None:
        """Writes them into the metrics."""
        for upstream in self._upstreams:
            upstream.show_state()

    @asynccontextmanager
    async def _answer(self, path: str, body: dict[str, Any], authorization: str | None) -> AsyncIterator[Answering]:
        upstream, answer = await self._begun(path, body, authorization)
        async with _ended(upstream, answer):
            yield answer

    async def _begun(self, path: str, body: dict[str, Any], authorization: str | None) -> tuple[Upstream, Answering]:
        model = body.get("model")
        fit = fitting(self._upstreams, model if isinstance(model, str) else None)
        if not fit:
            raise UnknownModel(f"no upstream serves {str(model)[:200]!r}", field="model", fix="/v1/models lists them")
        return await self._first_answer(fit, "POST", path, body, authorization)

    async def _first_answer(
        self, fit: Sequence[Upstream], method: str, path: str, body: dict[str, Any] | None, authorization: str | None
    ) -> tuple[Upstream, Answering]:
        """Asks one after the other, while that is safe, until one begins to answer."""
        last: Failure | None = None
        asked: set[str] = set()
        for attempt in range(self._retry.attempts):
            upstream = self._next(fit, asked)
            if upstream is None and last is not None:  # all were asked: the first again, after a while
                await asyncio.sleep(self._wait_s(attempt, last))
                asked.clear()
                upstream = self._next(fit, asked)
            if upstream is None:
                break
            if last is not None:
                self._metrics.retried(upstream.name)
            asked.add(upstream.name)
            answer = await upstream.open(method, path, upstream.renamed(body), authorization)
            if isinstance(answer, Answering):
                return upstream, answer
            last = answer
            if not answer.safe:
                break
        if last is not None:
            raise last.error
        if any(upstream.full for upstream in fit):
            raise Overloaded("the upstream is at work on as many requests as it may", retry_after_s=1)
        retry_after_s = min(upstream.breaker.retry_after_s for upstream in fit)
        complaint = next((upstream.complaint for upstream in fit if upstream.complaint), "it did not answer")
        words = f"the upstream has failed too often and is left alone for a while; its latest failure: {complaint}"
        raise UpstreamResting(words, retry_after_s)

    def _next(self, fit: Sequence[Upstream], asked: set[str]) -> Upstream | None:
        """The next to ask; its breaker has admitted the request."""
        for upstream in ordered([one for one in fit if one.name not in asked], self._chance):
            if not upstream.full and upstream.breaker.admits():
                return upstream
        return None

    def _wait_s(self, attempt: int, last: Failure) -> float:
        """A random part of a time that doubles, so that many clients don't come back as one ("full jitter")."""
        if last.retry_after_s is not None:
            if last.retry_after_s > self._retry.max_wait_s:
                raise last.error  # the client is told when to come back
            return last.retry_after_s
        most_s: float = min(self._retry.backoff_s * 2 ** (attempt - 1), self._retry.max_wait_s)
        return self._chance.uniform(0, most_s)


@asynccontextmanager
async def _ended(upstream: Upstream, answer: Answering) -> AsyncIterator[None]:
    """Tells `upstream` how the answer ended."""
    try:
        yield
    except BaseException as error:
        await upstream.done(answer, error)
        raise
    await upstream.done(answer, None)


async def _watch(upstream: Upstream) -> None:
    while True:
        await upstream.check()
        await asyncio.sleep(upstream.settings.health.interval_s)
