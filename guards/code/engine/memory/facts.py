"""What is told about places in a piece of code."""

from __future__ import annotations

from typing import Literal

from guards.code.engine.node import Node

# "unheeded": nobody looks at what a call returns.
Tell = Literal[
    "written-beyond", "read-beyond", "before-start", "fits", "not-from-heap", "moved", "mismatched", "never-released",
    "too-small", "wraps", "unheeded",
]  # fmt: skip
# What a rule's `metadata.memory` may ask for; "unless fits" is for all but what is known to have room.
TELLS = frozenset({
    "written-beyond", "read-beyond", "before-start", "unless fits", "not-from-heap", "moved", "mismatched", "never-released",
    "too-small", "wraps", "unheeded",
})  # fmt: skip


class Facts:
    """What a walk through the code found out, by node."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()  # of what was told anywhere
        self._told: dict[Node, set[str]] = {}
        self._doubted: set[Node] = set()
        self.doubts = True  # whether doubts count now

    def tell(self, node: Node, what: Tell) -> None:
        self.kinds.add(what)
        self._told.setdefault(node, set()).add(what)

    def doubt(self, node: Node) -> None:
        """On another way through the code there may be no room."""
        if self.doubts:
            self._doubted.add(node)

    def holds(self, node: Node, asked: str) -> bool:
        told = self._told.get(node, ())
        return asked in told if asked != "unless fits" else "fits" not in told or node in self._doubted
