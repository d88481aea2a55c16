"""A guard over HTTP: the same findings from another process, asked over pooled connections within the budget.

Whatever goes wrong there is an error or a timeout here, never "nothing found"; what fails again and again is left
alone for a while, which the error says, and is taken up again by itself.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from typing import Any

from .breaker import Breaker
from .errors import ConfigError, Expired, GuardError, MalformedAnswer, Overloaded
from .types import Budget, Finding, Report, Status, Subject
from .wire import Json, report_from_json, subject_json

log = logging.getLogger("corral.remote")

MAX_ANSWER_BYTES = 32_000_000
MAX_CONNECTIONS = 64
OPEN_S, MAX_OPEN_S = 1.0, 15.0  # a guard is on the way of every request: it is tried again soon


class RemoteGuard:
    """Asks a service that `corral serve GUARD` runs; one instance for one event loop."""

    revision_moves = True  # the service may be given another model while we ask it

    def __init__(self, name: str, url: str, *, key: str | None = None) -> None:
        """`name` is the guard's: content, injection or code; `url` the service's address without a path.

        Raises:
            ConfigError: no address.
        """
        if not url.startswith(("http://", "https://")):
            raise ConfigError(f"url: must begin with http:// or https://, is {url!r}")
        self.name, self._url = name, url.rstrip("/")
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._revision = "unknown"
        self.context_free = False
        self._known = False
        self._session: Any = None
        self._late = False  # how the last failure was
        self._breaker = Breaker(open_s=OPEN_S, max_open_s=MAX_OPEN_S, changed=self._told)

    @property
    def revision(self) -> str:
        """The service's own, as it last told it."""
        return f"remote-{self._revision}"

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        """Raises:
        GuardError: the service did not answer, refused, or answered what can't be read.
        Overloaded: the service's queue is full.
        """
        (found,) = await self.check_many([subject], budget)
        return found

    async def check_many(self, subjects: Sequence[Subject], budget: Budget) -> Sequence[Sequence[Finding]]:
        """`check` for several at once, in one call; one that could not be judged fails them all."""
        if not self._breaker.admits():
            words = f"{self._url} is left alone for {self._breaker.retry_after_s:.1f} s, it failed again and again"
            raise Expired(words) if self._late else GuardError(words)
        try:
            if not self._known:
                self._learn(await self._call("GET", "/v1/guard", None, budget))
            rows = [subject_json(subject, context=not self.context_free) for subject in subjects]
            body = {"subjects": rows, "budget_ms": budget.remaining_ms}
            answer = await self._call("POST", "/v1/findings", body, budget)
            self._learn(answer)
            reports = self._reports(answer, len(subjects))
        except asyncio.CancelledError:
            self._breaker.dropped()
            raise
        except Overloaded:
            self._breaker.succeeded()  # it is there
            raise
        except GuardError as error:
            self._late = isinstance(error, Expired)
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        return [_findings(report) for report in reports]

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _learn(self, answer: Json) -> None:
        """What the service says of itself.

        Raises:
            GuardError: it is another guard.
        """
        name, revision, context_free = answer.get("guard"), answer.get("revision"), answer.get("context_free")
        if not isinstance(name, str) or not isinstance(revision, str) or not isinstance(context_free, bool):
            raise MalformedAnswer(f"{self._url} does not say what guard it is; is it `corral serve {self.name}`?")
        if name != self.name:
            raise GuardError(f"{self._url} serves another guard than {self.name}")
        self._revision, self.context_free, self._known = revision, context_free, True

    def _reports(self, answer: Json, count: int) -> list[Report]:
        rows = answer.get("reports")
        if not isinstance(rows, list) or len(rows) != count:
            raise MalformedAnswer(f"{self._url} answered something else than {count} reports")
        return [report_from_json(row) for row in rows]

    async def _call(self, method: str, path: str, body: Json | None, budget: Budget) -> Json:
        import aiohttp

        if self._session is None:
            connector = aiohttp.TCPConnector(limit=MAX_CONNECTIONS)
            self._session = aiohttp.ClientSession(headers=self._headers, connector=connector)
        for last in (False, True):
            if budget.expired:
                raise Expired(f"{self._url}: no time is left to ask")
            timeout = aiohttp.ClientTimeout(total=budget.remaining_ms / 1000)
            try:
                async with self._session.request(
                    method, self._url + path, json=body, timeout=timeout, allow_redirects=False
                ) as response:
                    return await self._read(response)
            except TimeoutError:
                raise Expired(f"{self._url} did not answer in time") from None
            except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError) as error:
                # A pooled connection whose other end is gone says so only when it is used; asking twice does no harm.
                if last or isinstance(error, aiohttp.ClientConnectorError):
                    raise GuardError(f"{self._url} can't be reached ({type(error).__name__})") from None
            except aiohttp.ClientError as error:
                raise GuardError(f"{self._url} broke off ({type(error).__name__})") from None
        raise AssertionError("unreachable")

    async def _read(self, response: Any) -> Json:
        raw = bytearray()
        async for part in response.content.iter_any():
            raw += part
            if len(raw) > MAX_ANSWER_BYTES:
                raise MalformedAnswer(f"{self._url} answered more than {MAX_ANSWER_BYTES} bytes")
        if response.status in (429, 503):
            raise Overloaded(f"{self._url} is overloaded")
        if response.status != 200:
            raise GuardError(f"{self._url} answered {response.status}")
        try:
            answer = json.loads(raw)
        except (ValueError, RecursionError):
            raise MalformedAnswer(f"{self._url} answered no JSON") from None
        if not isinstance(answer, dict):
            raise MalformedAnswer(f"{self._url} answered no object")
        return answer

    def _told(self, state: str) -> None:
        level = logging.INFO if state == "closed" else logging.WARNING
        log.log(level, "guard %s at %s: circuit %s", self.name, self._url, state)


def _findings(report: Report) -> Sequence[Finding]:
    """A report's findings, or what kept the guard there from having any."""
    if report.status is Status.DONE:  # a lower tier's answer there is none of what was asked for here
        return report.findings
    words = f"the service: {report.reason or report.status.value}"
    if report.status is Status.TIMEOUT:
        raise Expired(words)
    if report.status is Status.SHED:
        raise Overloaded(words)
    raise GuardError(words)
