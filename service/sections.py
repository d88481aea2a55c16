"""What the sections of the settings are made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Seconds = Annotated[float, Field(gt=0, le=86_400)]
EnvName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,200}$")]


class Section(BaseModel):
    """A part of the settings: frozen, and nothing in it is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True)
