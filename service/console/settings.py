"""The `console` section of the server's config."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ..sections import Section


class ConsoleSettings(Section):
    """The page at /console; it needs a key with the scope `admin`."""

    enabled: bool = False
    recent_rows: int = Field(default=2_000, ge=10, le=50_000, description="decisions kept in memory for the page")
    max_streams: int = Field(default=20, ge=1, le=1_000, description="pages that may watch at once")
    review_folder: Path | None = Field(
        default=None, description="where opinions are kept, for `corral review` and `corral calibrate --audited`"
    )
