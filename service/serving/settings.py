"""The `listen` and `limits` sections of the settings."""

from __future__ import annotations

from pydantic import Field

from ..sections import Seconds, Section


class Listen(Section):
    """Where the proxy listens, and how it goes."""

    host: str = Field(default="127.0.0.1", min_length=1, description="0.0.0.0 for everywhere")
    port: int = Field(default=8080, ge=0, le=65_535, description="0 takes a free one")
    backlog: int = Field(
        default=2_048, ge=1, le=65_535, description="connections that the system holds until they are taken"
    )
    workers: int = Field(default=1, ge=1, le=256, description="processes on the one port; `limits` hold for each")
    worker_hang_s: float = Field(
        default=30.0, ge=5, le=3_600, description="one of several that gives no sign of life for so long is replaced"
    )
    drain_s: Seconds = Field(default=30.0, description="after SIGTERM, so long for what is at work; then it is cut off")
    drain_notice_s: float = Field(
        default=1.0, ge=0, le=600, description="and at least so long with /readyz failing, for a load balancer to see"
    )


class Limits(Section):
    """What one request, one connection, and all of them together, may take; by worker."""

    max_body_bytes: int = Field(default=4_000_000, ge=1_000, le=1_000_000_000)
    max_json_depth: int = Field(default=64, ge=8, le=500, description="lists and objects inside one another")
    max_json_values: int = Field(default=200_000, ge=100, le=100_000_000, description="in one body")
    max_header_bytes: int = Field(default=32_768, ge=1_024, le=1_000_000, description="of a request's line and headers")
    max_headers: int = Field(default=100, ge=10, le=10_000)
    max_concurrent: int = Field(default=512, ge=1, description="requests at work at once; more are answered 429")
    max_pending_per_guard: int = Field(
        default=256,
        ge=1,
        le=1_000_000,
        description="texts that wait for one guard; what is over it is shed: the policy's on_shed",
    )
    max_connections: int = Field(default=4_096, ge=1, le=1_000_000, description="open at once; more are answered 503")
    max_connections_per_client: int | None = Field(default=None, ge=1, description="by address")
    header_timeout_s: Seconds = Field(default=10.0, description="until a request's headers are there")
    body_timeout_s: Seconds = Field(default=60.0, description="and then its body")
    write_timeout_s: Seconds = Field(default=30.0, description="a client that takes nothing for so long is left")
    keep_alive_s: Seconds = Field(default=15.0, description="an idle connection is kept")
