"""What watches a proxy: puts the layers around the application, and tells logs, metrics and traces what they saw."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import FastAPI

from guards.cache import Keys
from guards.types import Verdict

from ..metrics import Metrics
from ..settings import Settings
from .decisions import DecisionLog
from .middleware import Observed, current
from .record import Record
from .settings import DecisionSettings
from .sinks import RotatingFile, Sink, StandardOutput
from .traces import Traces, provider

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider

log = logging.getLogger("corral.requests")


class Observer:
    """One proxy's."""

    def __init__(
        self,
        settings: Settings,
        metrics: Metrics,
        traces: TracerProvider | None = None,
        *,
        streams: Iterable[Sink] = (),
        finished: Callable[[Record], None] = lambda record: None,
    ) -> None:
        """`traces` stands in for the one that the settings name; `streams` get the rows of the decision log as well;
        `finished` is told each request that is over.

        Raises:
            ConfigError: the decision log can't be written where it should be.
            MissingExtra: traces are wanted, and OpenTelemetry is not installed.
        """
        secret = os.environ.get(settings.decisions.secret_env)
        self._keys = Keys(secret.encode() if secret else None)
        self._metrics, self._tells_requests = metrics, settings.log.requests
        given = traces or provider(settings.traces)
        self._traces = Traces(given) if given is not None else None
        sink = _sink(settings.decisions)
        self.decisions: list[DecisionLog] = []
        if sink is not None:
            rows = settings.decisions.queue_rows
            self.decisions.append(DecisionLog(sink, max_rows=rows, counted=metrics.decisions))
        for stream in streams:  # which count by themselves what they lose
            self.decisions.append(DecisionLog(stream, max_rows=settings.decisions.queue_rows))
        self._also = finished

    def watches(self, app: FastAPI) -> None:
        @cache
        def routes() -> frozenset[str]:
            return frozenset(path for route in app.routes if "{" not in (path := getattr(route, "path", "{")))

        app.add_middleware(Observed, routes=routes, began=self._began, finished=self._finished)

    def verdict(self, verdict: Verdict) -> None:
        """A verdict was made, for the request at hand."""
        self._metrics.verdict(verdict)
        record = current.get()
        if record is not None and record.spans is not None:
            record.spans.judged(verdict)

    async def close(self) -> None:
        """Writes what is queued."""
        for rows in self.decisions:
            await asyncio.to_thread(rows.close)
        if self._traces is not None:
            await asyncio.to_thread(self._traces.close)

    def _began(self, record: Record, method: str) -> None:
        if self._traces is not None:
            self._traces.began(record, method)

    def _finished(self, record: Record) -> None:
        self._metrics.request(record)
        if record.spans is not None:
            record.spans.finished()
        if self._tells_requests:
            log.info("request", extra={"fields": _told(record)})
        self._also(record)
        if self.decisions:
            for make, chars in record.decisions(self._keys):
                for rows in self.decisions:
                    rows.offer(make, chars)


def _told(record: Record) -> dict[str, object]:
    """What a request's line says; a path or a model that is not known may say anything, and is left out."""
    row: dict[str, object] = {
        "route": record.route or "unknown",
        "status": record.status,
        "outcome": record.outcome,
        "total_ms": round(record.total_ms, 1),
    }
    if record.upstream_ms is not None:
        row["upstream_ms"] = round(record.upstream_ms, 1)
    if record.verdict is not None:
        verdict = record.verdict()
        row |= {"action": verdict.action.value, "verdict": verdict.id, "policy": verdict.policy}
    if record.error is not None:
        row["code"] = record.error
    return row


def _sink(settings: DecisionSettings) -> Sink | None:
    if settings.path is None:
        return None
    if settings.path == Path("-"):
        return StandardOutput()
    return RotatingFile(
        settings.path,
        max_bytes=settings.max_bytes,
        period_s=settings.rotate_hours * 3600,
        keep_files=settings.keep_files,
    )
