"""Which upstreams a request may go to, and in which order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Protocol, TypeVar

from .settings import UpstreamSettings


class Routed(Protocol):
    """What a route needs to know of an upstream."""

    @property
    def settings(self) -> UpstreamSettings: ...

    @property
    def state(self) -> str: ...


R = TypeVar("R", bound=Routed)


def fitting(upstreams: Sequence[R], model: str | None) -> list[R]:
    """Those that serve `model`: the ones that name it, or else the ones with a pattern for it. None: all of them."""
    if model is None:
        return list(upstreams)
    named = [upstream for upstream in upstreams if model in upstream.settings.models]
    return named or [
        upstream
        for upstream in upstreams
        if any(fnmatchcase(model, pattern) for pattern in upstream.settings.models if "*" in pattern or "?" in pattern)
    ]


def ordered(upstreams: Sequence[R], chance: random.Random) -> list[R]:
    """The order in which to ask: those that are up before those that may not be, then by priority, then by weight and chance."""

    def place(upstream: R) -> tuple[bool, int, float]:
        # Efraimidis and Spirakis: keys u^(1/w), largest first, draw without replacement in proportion to the weights.
        drawn = chance.random() ** (1.0 / upstream.settings.weight)
        return upstream.state != "up", upstream.settings.priority, -drawn

    return sorted(upstreams, key=place)
