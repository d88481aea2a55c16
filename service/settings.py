"""How a proxy is set up: by a config file, by the command line or by an embedding program; checked once at start.

Each section is a model of its own, in the file of what it sets up or here; a key that is not known is refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from .console.settings import ConsoleSettings
from .keys.settings import ApiKey, check_distinct
from .observe.settings import DecisionSettings, LogSettings, TraceSettings
from .sections import Section
from .serving.settings import Limits, Listen
from .state.settings import RedisSettings
from .upstreams.settings import RetrySettings, UpstreamSettings


class Settings(Section):
    """All of a proxy's settings."""

    version: Literal[1] = 1
    listen: Listen = Listen()
    policy: Path | None = Field(
        default=None, description="a policy file, relative to this one; without it, the one that ships"
    )
    watch_policy_s: float = Field(
        default=2.0, ge=0, le=86_400, description="between looks at the policy's files; 0: read again on SIGHUP alone"
    )
    upstreams: tuple[UpstreamSettings, ...] = Field(min_length=1, max_length=100)
    retry: RetrySettings = RetrySettings()
    limits: Limits = Limits()
    decisions: DecisionSettings = DecisionSettings()
    log: LogSettings = LogSettings()
    traces: TraceSettings = TraceSettings()
    console: ConsoleSettings = ConsoleSettings()
    keys: tuple[ApiKey, ...] = Field(default=(), description="who may ask; with none, whoever reaches the proxy")
    keys_file: Path | None = Field(default=None, description="more keys, in a file of their own, relative to this one")
    watch_keys_s: float = Field(
        default=2.0, ge=0, le=86_400, description="between looks at keys_file; 0: read again on SIGHUP alone"
    )
    redis: RedisSettings | None = Field(default=None, description="what proxies share; without it each is by itself")

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

    @field_validator("keys")
    @classmethod
    def _keys_apart(cls, keys: tuple[ApiKey, ...]) -> tuple[ApiKey, ...]:
        check_distinct(keys)
        return keys

    @field_validator("upstreams")
    @classmethod
    def _names_apart(cls, upstreams: tuple[UpstreamSettings, ...]) -> tuple[UpstreamSettings, ...]:
        names = [upstream.name for upstream in upstreams]
        if len(set(names)) < len(names):
            raise ValueError("two upstreams are called the same; give each a `name`")
        return upstreams
