"""The `redis` section of the server's config."""

from __future__ import annotations

import os

from pydantic import Field, model_validator

from guards.errors import ConfigError

from ..sections import EnvName, Section

MIN_SECRET_CHARS = 32


class RedisSettings(Section):
    """Where the proxies' shared state lives, and how long a request may wait for it."""

    url: str | None = Field(
        default=None, repr=False, pattern=r"^(redis|rediss|unix)://", description="redis://, rediss:// (TLS) or unix://"
    )
    url_env: EnvName | None = Field(
        default=None, description="the environment variable with the URL, if it holds a password"
    )
    secret_env: EnvName = Field(
        default="CORRAL_SECRET",
        description="the environment variable with the secret that all proxies on this Redis share: what they keep there"
        " is found and read with it alone (`corral keys secret` makes one)",
    )
    prefix: str = Field(default="corral", pattern=r"^[A-Za-z0-9_.\-]{1,64}$", description="of every key in Redis")
    timeout_ms: float = Field(default=25.0, gt=0, le=5_000, description="longest wait of a request for Redis")
    max_connections: int = Field(default=16, ge=1, le=1_000)
    findings: bool = Field(default=True, description="share what guards found, so that no proxy judges a message twice")
    findings_ttl_s: int = Field(default=86_400, ge=1, description="how long findings are kept")
    decisions_max: int = Field(default=100_000, ge=0, description="decisions kept in the stream, about; 0: none")

    @model_validator(mode="after")
    def _one_address(self) -> RedisSettings:
        if (self.url is None) == (self.url_env is None):
            raise ValueError("give `url`, or `url_env` with the name of an environment variable that holds it")
        return self

    def address(self) -> str:
        """The URL, password included.

        Raises:
            ConfigError: the environment variable is not set.
        """
        if self.url is not None:
            return self.url
        url = os.environ.get(self.url_env or "", "")
        if not url.startswith(("redis://", "rediss://", "unix://")):
            raise ConfigError(f"redis.url_env: {self.url_env} must hold a redis://, rediss:// or unix:// URL")
        return url

    def secret(self) -> bytes:
        """The secret that the proxies share.

        Raises:
            ConfigError: it is not set, or too short to be one.
        """
        secret = os.environ.get(self.secret_env, "")
        if len(secret) < MIN_SECRET_CHARS:
            raise ConfigError(
                f"redis.secret_env: {self.secret_env} must hold a secret of at least {MIN_SECRET_CHARS} characters, the"
                " same for every proxy on this Redis; `corral keys secret` makes one"
            )
        return secret.encode()
