"""A number of things, as a sentence has it."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """``1 file``, ``1,890 files``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
