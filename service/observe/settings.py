"""What is seen of the proxy, in its config."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, HttpUrl

from ..sections import EnvName, Section


class DecisionSettings(Section):
    """The decision log: one line of JSON a verdict."""

    path: Path | None = Field(default=None, description="a file, relative to this one; '-' is standard output")
    max_bytes: int = Field(default=100_000_000, ge=100_000, description="a file that is larger is rotated")
    rotate_hours: float = Field(default=24, gt=0, le=24 * 366, description="and so is one of a period that has passed")
    keep_files: int = Field(default=30, ge=0, le=100_000, description="rotated ones; older ones are deleted")
    queue_rows: int = Field(
        default=10_000, ge=1, le=10_000_000, description="that may wait; more are dropped and counted"
    )
    secret_env: EnvName = Field(
        default="CORRAL_SECRET",
        description="the environment variable with the secret under which texts are hashed; without it, each start has its own",
    )


class LogSettings(Section):
    """The process's own log lines, on standard error."""

    format: Literal["text", "json"] = "text"
    level: Literal["debug", "info", "warning", "error"] = "info"
    requests: bool = Field(
        default=False, description="a line for each request: what it was, how it ended, how long it took"
    )


class TraceSettings(Section):
    """OpenTelemetry traces, sent over OTLP/HTTP; needs the extra `otel`."""

    endpoint: HttpUrl | None = Field(
        default=None, description="of a collector: http://127.0.0.1:4318/v1/traces; without one nothing is sent"
    )
    sample: float = Field(default=1.0, ge=0, le=1, description="share of the traces that begin here which are kept")
    service_name: str = Field(default="corral", min_length=1, max_length=100)
