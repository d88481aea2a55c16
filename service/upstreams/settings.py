"""The `upstreams` section of the settings."""

from __future__ import annotations

import os
from typing import Annotated

from pydantic import Field, HttpUrl, field_validator

from guards.errors import ConfigError

from ..sections import EnvName, Seconds, Section

ModelName = Annotated[str, Field(min_length=1, max_length=300)]


class BreakerSettings(Section):
    """When an upstream that fails is left alone."""

    failures: int = Field(default=5, ge=1, le=1_000, description="in a row, after which it is not asked")
    open_s: Seconds = Field(default=5.0, description="until one request tries again; doubled each time that it fails")
    max_open_s: Seconds = Field(default=60.0, description="at most so long")


class HealthSettings(Section):
    """How an upstream is asked whether it is well."""

    path: str = Field(
        default="/models", pattern=r"^/[!-~]{0,500}$", description="below the url; any answer under 500 is well"
    )
    interval_s: float = Field(
        default=10.0, ge=0, le=86_400, description="between checks; 0: only when /readyz is asked"
    )
    timeout_s: Seconds = 5.0
    failures: int = Field(default=2, ge=1, le=100, description="in a row, after which others are preferred to it")


class RetrySettings(Section):
    """When a request is made once more: the upstream could not be reached, hung up, or answered 429, 502 or 503.

    Nothing of an answer has been shown then. What was answered otherwise, or began to answer, is never asked twice.
    """

    attempts: int = Field(default=3, ge=1, le=10, description="in all, over all upstreams that fit")
    backoff_s: Seconds = Field(
        default=0.1, description="before an upstream is asked again: a random part of it, doubled each time"
    )
    max_wait_s: Seconds = Field(default=2.0, description="no wait is longer, not even one that the upstream asks for")


class UpstreamSettings(Section):
    """One OpenAI-compatible API behind the proxy."""

    name: str = Field(default="upstream", pattern=r"^[A-Za-z0-9][\w.\-]{0,63}$", description="in logs and metrics")
    url: HttpUrl = Field(description="the API's address, with its /v1")
    key_env: EnvName | None = Field(
        default=None,
        description="the environment variable that holds this upstream's key, sent instead of the client's",
    )
    models: tuple[ModelName, ...] = Field(
        default=("*",), min_length=1, description="models that it is asked for: names, or patterns with * and ?"
    )
    rename: dict[ModelName, ModelName] = Field(
        default_factory=dict, description="what this upstream calls a model that clients know by another name"
    )
    priority: int = Field(
        default=0, ge=0, le=100, description="1 is asked where no upstream of 0 can answer, and so on"
    )
    weight: int = Field(default=1, ge=1, le=1_000, description="its share among upstreams of the same priority")
    max_concurrent: int | None = Field(default=None, ge=1, description="requests that it gets at once")
    connect_timeout_s: Seconds = 5.0
    first_byte_timeout_s: Seconds = Field(
        default=120.0, description="until its answer begins; a whole answer begins when it is done"
    )
    between_bytes_timeout_s: Seconds = Field(default=60.0, description="longest silence within an answer")
    total_timeout_s: Seconds = Field(default=1_800.0, description="longest answer")
    breaker: BreakerSettings = BreakerSettings()
    health: HealthSettings = HealthSettings()

    @field_validator("url")
    @classmethod
    def _carries_no_password(cls, url: HttpUrl) -> HttpUrl:
        if url.username or url.password:
            raise ValueError("a url holds no user or password: it is shown in logs; use key_env")
        if url.query or url.fragment:
            raise ValueError("a url ends with its path, without ? and #")
        return url

    def key(self) -> str | None:
        """The upstream's own key, from the environment.

        Raises:
            ConfigError: `key_env` names a variable that is not set.
        """
        if self.key_env is None:
            return None
        if not (key := os.environ.get(self.key_env)):
            raise ConfigError(f"upstream {self.name}: the environment variable {self.key_env} (key_env) is not set")
        if not key.isascii() or not key.isprintable():
            raise ConfigError(f"upstream {self.name}: what {self.key_env} holds can't stand in a header")
        return key
