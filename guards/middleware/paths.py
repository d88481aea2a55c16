"""Places in JSON by path: ``messages.*.content`` stands for the `content` of each entry of `messages`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..errors import ConfigError

MAX_TEXTS = 10_000  # in one body


class JsonPath:
    """A path: names and numbers with dots between them, ``*`` for every entry of a list; "" is the whole value."""

    def __init__(self, path: str) -> None:
        """Raises:
        ConfigError: a step between two dots is missing.
        """
        self.path = path
        self._steps = path.split(".") if path else []
        if not all(self._steps):
            raise ConfigError(f"{path!r} is no path: write names with dots between them, like messages.*.content")

    def places(self, value: Any) -> Iterator[tuple[Any, str | int]]:
        """Where the strings that the path leads to stand, each as (what holds it, key); what is no string is passed over."""
        holder = {"": value}
        found: list[tuple[Any, str | int]] = [(holder, "")]
        for step in self._steps:
            found = [place for holder, key in found for place in _step(holder[key], step)][:MAX_TEXTS]
        return ((holder, key) for holder, key in found if isinstance(holder[key], str))


def _step(value: Any, step: str) -> Iterator[tuple[Any, str | int]]:
    if isinstance(value, list):
        if step == "*":
            yield from ((value, number) for number in range(len(value)))
        elif step.isdecimal() and int(step) < len(value):
            yield value, int(step)
    elif isinstance(value, dict) and step in value:
        yield value, step
