"""What a variable holds, as far as it is known: numbers, and pointers into blocks of memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from guards.code.engine.node import Node

Origin = Literal["stack", "heap", "new", "new[]", "text", "file", "descriptor", "stream", "directory"]
# Whether somebody has to release a block: "nothing" where there was none to be had. What is no longer known is left out.
Owed = Literal["yes", "nothing"]
MAX_PLACES = 6


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Memory that was made at one place of the code; `size` in bytes, `step` of one item.

    `measured`: as large as some text is long, and more; what is copied into it is taken to be that text.
    """

    made: Node
    origin: Origin
    size: int | None
    step: int | None
    measured: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a block; `offset` in bytes, None: somewhere."""

    block: Block
    offset: int | None = 0


@dataclass(frozen=True, slots=True)
class Numbers:
    """All whole numbers from `low` to `high` are taken, in turn."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Pointers:
    """May lead to any of `places`; `step` is the size of what it is said to point at."""

    places: frozenset[Place]
    step: int | None = None
    moved: bool = False  # counted up or down since it was set
    inner: tuple[int, ...] = ()  # of an array of arrays: the sizes of their items, outermost first


@dataclass(frozen=True, slots=True)
class Address:
    """Of a variable: ``&data``; `step` is the size of what a cast says that it is."""

    frame: int
    name: str
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """The length of some text, or a number made of one; `more`: something was added to it."""

    more: bool = False


Value = Numbers | Pointers | Address | Measured
NULL = Numbers(0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """What a block begins with: `length` bytes that are no NUL, and whether one follows."""

    length: int
    ends: bool


@dataclass(slots=True)
class State:
    """What holds at one place of a program: variables by frame, texts, and blocks that somebody has to release."""

    frames: list[dict[str, Value]]
    texts: dict[Block, Text] = field(default_factory=dict)
    owed: dict[Block, Owed] = field(default_factory=dict)

    def copy(self) -> State:
        return State([dict(frame) for frame in self.frames], dict(self.texts), dict(self.owed))

    def become(self, other: State) -> None:
        self.frames, self.texts, self.owed = other.frames, other.texts, other.owed


def joined(states: Iterable[State]) -> State:
    """What may hold where several ways meet."""
    first, *others = states
    for other in others:
        depth = min(len(first.frames), len(other.frames))
        frames = [_joined_frame(first.frames[at], other.frames[at]) for at in range(depth)]
        texts = {block: text for block, text in first.texts.items() if other.texts.get(block) == text}
        both = ((block, one, other.owed.get(block)) for block, one in first.owed.items())
        owed: dict[Block, Owed] = {
            block: "yes" if "yes" in (one, two) else "nothing" for block, one, two in both if two is not None
        }
        first = State(frames, texts, owed)
    return first


def _joined_frame(one: Mapping[str, Value], two: Mapping[str, Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in one.items():
        other = two.get(name)
        if other == value:
            found[name] = value
        elif isinstance(value, Pointers) and isinstance(other, Pointers):
            places = value.places | other.places
            if len(places) <= MAX_PLACES:
                found[name] = replace(value, places=places, moved=value.moved or other.moved)
        elif isinstance(value, Pointers) and other == NULL:
            found[name] = value
        elif isinstance(other, Pointers) and value == NULL:
            found[name] = other
    return found
