"""How a proxy is set up; made by the command line or by an embedding program, checked once at start."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, HttpUrl


class Settings(BaseModel):
    """Addresses, bounds and the policy file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    upstream: HttpUrl = Field(description="the OpenAI-compatible API behind the proxy, with its /v1")
    upstream_key: str | None = Field(default=None, repr=False, description="sent upstream instead of the client's key")
    policy: Path | None = None
    max_body_bytes: int = Field(default=4_000_000, ge=1_000)
    connect_timeout_s: float = Field(default=5.0, gt=0)
    read_timeout_s: float = Field(default=120.0, gt=0, description="longest silence of the upstream")
    max_concurrent: int = Field(default=512, ge=1, description="requests at work at once; more are answered 429")
