"""The `keys` section of the server's config: names, hashes, scopes and limits; a key itself stands nowhere."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, field_validator

from guards.errors import ConfigError, InputError
from guards.policy.strict import parse_strictly, read_bounded

from ..sections import Section
from ..state.tally import Limits

Scope = Literal["chat", "check", "admin"]

PREFIX = "corral-"
MIN_CHARS, MAX_CHARS, MIN_DIFFERENT = 24, 512, 10
ALGORITHM = "hmac-sha256"


def hashed(key: str) -> str:
    """A key as it is kept: ``hmac-sha256:`` and 64 hexadecimal digits.

    One pass of a fast hash is enough for a key that nobody can guess, and costs a request nothing; that is why keys
    which a person made up are refused. The constant tells these hashes from any other of the same key.
    """
    digest = hmac.digest(b"corral api key, version 1", key.encode("utf-8", "surrogatepass"), hashlib.sha256)
    return f"{ALGORITHM}:{digest.hex()}"


def new_key() -> str:
    """A key of 256 random bits."""
    return PREFIX + secrets.token_urlsafe(32)


def check_strong(key: str) -> None:
    """Raises:
    InputError: it is too short, or too plain, to be kept by a fast hash. That it passes does not prove it random.
    """
    if not MIN_CHARS <= len(key) <= MAX_CHARS or not key.isascii() or not key.isprintable() or " " in key:
        words = f"must be {MIN_CHARS} to {MAX_CHARS} printable ASCII characters without blanks"
        raise InputError(words, field="key", fix="`corral keys new` makes one")
    if len(set(key)) < MIN_DIFFERENT:
        raise InputError("repeats itself, so it can be guessed", field="key", fix="`corral keys new` makes one")


def _in_utc(time: datetime) -> datetime:
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time


class ApiKey(Section):
    """One key."""

    name: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,63}$", description="in logs, metrics and the policy's `key`"
    )
    hash: str = Field(pattern=rf"^{ALGORITHM}:[0-9a-f]{{64}}$", repr=False, description="`corral keys new` prints it")
    expires: Annotated[datetime, AfterValidator(_in_utc)] | None = Field(default=None, description="UTC unless it says")
    scopes: frozenset[Scope] = Field(
        default=frozenset({"chat", "check"}),
        min_length=1,
        description="chat: ask the model; check: verdicts alone; admin: state, decisions and reload",
    )
    limits: Limits = Limits()


class _File(Section):
    version: Literal[1] = 1
    keys: tuple[ApiKey, ...]

    @field_validator("keys")
    @classmethod
    def _apart(cls, keys: tuple[ApiKey, ...]) -> tuple[ApiKey, ...]:
        check_distinct(keys)
        return keys


def load_keys(path: Path) -> tuple[ApiKey, ...]:
    """The keys of a file of their own, ``keys: [...]``.

    Raises:
        ConfigError: with file and line.
    """
    text = read_bounded(path, what="file of keys")
    return parse_strictly(text, _File, file=str(path), what="file of keys").keys


def keys_of(fixed: Iterable[ApiKey], file: Path | None) -> tuple[ApiKey, ...]:
    """The config's own keys and those of its file.

    Raises:
        ConfigError: with file and line.
    """
    return (*fixed, *(load_keys(file) if file is not None else ()))


def check_limits(keys: Iterable[ApiKey], *, workers: int, shared: bool) -> None:
    """`shared`: what a key has used is counted in Redis.

    Raises:
        ConfigError: several workers would each allow a key all of its limits.
    """
    limited = [key.name for key in keys if key.limits.any]
    if workers > 1 and not shared and limited:
        raise ConfigError(
            f"listen.workers: {workers} workers would each allow the key {limited[0]!r} all of its limits:"
            " give the config a `redis` section, where they count together, or take one worker"
        )


def check_distinct(keys: Iterable[ApiKey]) -> None:
    """Raises:
    ValueError: two keys share a name or a hash.
    """
    seen: dict[str, str] = {}
    for key in keys:
        for what in (key.name, key.hash):
            if what in seen:
                raise ValueError(f"the key {key.name!r} has the name or the hash of {seen[what]!r}")
            seen[what] = key.name
