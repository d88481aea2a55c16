"""What watches a proxy: puts the layers around the application, and tells logs, metrics and traces what they saw."""

from __future__ import annotations

import asyncio
import os
from functools import cache
from pathlib import Path

from fastapi import FastAPI

from guards.cache import Keys

from ..metrics import Metrics
from ..settings import Settings
from .decisions import DecisionLog
from .middleware import Observed
from .record import Record
from .settings import DecisionSettings
from .sinks import RotatingFile, Sink, StandardOutput


class Observer:
    """One proxy's."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        """Raises:
        ConfigError: the decision log can't be written where it should be.
        """
        secret = os.environ.get(settings.decisions.secret_env)
        self._keys = Keys(secret.encode() if secret else None)
        self._metrics = metrics
        sink = _sink(settings.decisions)
        self.decisions: list[DecisionLog] = []
        if sink is not None:
            rows = settings.decisions.queue_rows
            self.decisions.append(DecisionLog(sink, max_rows=rows, counted=metrics.decisions))

    def watches(self, app: FastAPI) -> None:
        @cache
        def routes() -> frozenset[str]:
            return frozenset(path for route in app.routes if "{" not in (path := getattr(route, "path", "{")))

        app.add_middleware(Observed, routes=routes, finished=self._finished)

    async def close(self) -> None:
        """Writes what is queued."""
        for log in self.decisions:
            await asyncio.to_thread(log.close)

    def _finished(self, record: Record) -> None:
        self._metrics.request(record)
        if self.decisions:
            for make, chars in record.decisions(self._keys):
                for log in self.decisions:
                    log.offer(make, chars)


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
