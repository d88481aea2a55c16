"""Training rows that no source has: written here, put together from parts under a seed."""

from __future__ import annotations

from collections.abc import Iterator

from guards.lab.rows import Row


def generated(seed: int) -> Iterator[Row]:
    """Every generator's rows, in a fixed order."""
    from . import content, documents, hate, hazards, injection, jailbreaks, lookalikes, passages, polarity, scenarios

    yield from content.rows(seed)
    yield from injection.rows(seed)
    yield from hazards.rows(seed)
    yield from hate.rows(seed)
    yield from documents.rows(seed)
    yield from lookalikes.rows(seed)
    yield from jailbreaks.rows(seed)
    yield from scenarios.rows(seed)
    yield from polarity.rows(seed)
    yield from passages.rows(seed)
