"""A part of a piece of code, or of a pattern: what every language's tree is made of."""

from __future__ import annotations

from collections.abc import Iterator

NO_KIDS: list[Node] = []  # of every leaf, as most nodes are; nobody adds to it


class Node:
    """A part of the code: `kind`, `text` of a leaf (or an operator), `kids`, [start, end) bytes, and its parent."""

    __slots__ = ("end", "kids", "kind", "parent", "start", "text")

    def __init__(self, kind: str, text: str, kids: list[Node], start: int, end: int) -> None:
        self.kind, self.text, self.kids, self.start, self.end = kind, text, kids, start, end
        self.parent: Node | None = None
        for kid in kids:
            kid.parent = self

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.kids))

    def within(self) -> Iterator[Node]:
        """The nodes that this one stands in, innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def same_as(self, other: Node) -> bool:
        """Whether both are the same code, blanks and comments apart."""
        stack = [(self, other)]
        while stack:
            one, two = stack.pop()
            if one.kind != two.kind or one.text != two.text or len(one.kids) != len(two.kids):
                return False
            stack.extend(zip(one.kids, two.kids, strict=True))
        return True
