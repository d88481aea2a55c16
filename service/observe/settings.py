"""What is seen of the proxy, in its config."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

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
