"""How a proxy is set up: by a config file, by the command line or by an embedding program; checked once at start.

Each section is a model of its own, in the file of what it sets up or here; a key that is not known is refused.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from guards.errors import ConfigError

Seconds = Annotated[float, Field(gt=0, le=86_400)]
EnvName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,200}$")]


class Section(BaseModel):
    """A part of the settings: frozen, and nothing in it is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Listen(Section):
    """Where the proxy listens."""

    host: str = Field(default="127.0.0.1", min_length=1, description="0.0.0.0 for everywhere")
    port: int = Field(default=8080, ge=0, le=65_535, description="0 takes a free one")


class UpstreamSettings(Section):
    """One OpenAI-compatible API behind the proxy."""

    name: str = Field(default="upstream", pattern=r"^[A-Za-z0-9][\w.\-]{0,63}$", description="in logs and metrics")
    url: HttpUrl = Field(description="the API's address, with its /v1")
    key_env: EnvName | None = Field(
        default=None,
        description="the environment variable that holds this upstream's key, sent instead of the client's",
    )
    connect_timeout_s: Seconds = Field(default=5.0)
    read_timeout_s: Seconds = Field(default=120.0, description="longest silence")

    def key(self) -> str | None:
        """The upstream's own key, from the environment.

        Raises:
            ConfigError: `key_env` names a variable that is not set.
        """
        if self.key_env is None:
            return None
        if not (key := os.environ.get(self.key_env)):
            raise ConfigError(f"upstream {self.name}: the environment variable {self.key_env} (key_env) is not set")
        return key


class Limits(Section):
    """What one request, and all of them together, may take."""

    max_body_bytes: int = Field(default=4_000_000, ge=1_000, le=1_000_000_000)
    max_concurrent: int = Field(default=512, ge=1, description="requests at work at once; more are answered 429")


class Settings(Section):
    """All of a proxy's settings."""

    version: Literal[1] = 1
    listen: Listen = Listen()
    policy: Path | None = Field(
        default=None, description="a policy file, relative to this one; without it, the one that ships"
    )
    upstreams: tuple[UpstreamSettings, ...] = Field(min_length=1, max_length=1)
    limits: Limits = Limits()

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        """`upstream: URL` is short for one upstream."""
        if not isinstance(data, dict) or "upstream" not in data:
            return data
        if "upstreams" in data:
            raise ValueError("give `upstream: URL` for one, or `upstreams` for a list; not both")
        rest = {name: value for name, value in data.items() if name != "upstream"}
        return {**rest, "upstreams": [{"url": data["upstream"]}]}
