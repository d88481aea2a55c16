"""A text of code on its way through the engines: read once, by the first that needs its tree."""

from __future__ import annotations

from collections.abc import Callable

from guards.code.computed import computed
from guards.errors import GuardError

from .node import Node
from .tree import parse

_BLOCK = 4096
_CONTINUING = bytes(range(0x80, 0xC0))


class CodeText:
    """`code` in `language`; offsets of its tree are bytes of `source`."""

    def __init__(self, code: str, language: str) -> None:
        self.code, self.language = readable(code), language
        self._tree: Node | GuardError | None = None

    @computed
    def source(self) -> bytes:
        return self.code.encode("utf-8", "replace")

    def tree(self) -> Node:
        """Its syntax tree.

        Raises:
            GuardError: the code is too long, nested too deep, or takes its parser too long.
        """
        if self._tree is None:
            try:
                self._tree = parse(self.source, self.language)
            except GuardError as error:
                self._tree = error
            except RecursionError:
                self._tree = GuardError("code nested too deep to be judged")
        if isinstance(self._tree, GuardError):
            raise self._tree
        return self._tree

    @computed
    def point(self) -> Callable[[int], int]:
        """Byte offsets of `source` to code points of `code`; brackets that were added to close it lie at its end."""
        code, source = self.code, self.source
        length = len(source)
        if len(code) == length:
            return lambda offset: min(offset, length)
        begun = [0]  # the code points before each block
        for at in range(0, length, _BLOCK):
            begun.append(begun[-1] + _points(source[at : at + _BLOCK]))

        def point(offset: int) -> int:
            offset = min(offset, length)
            return begun[offset // _BLOCK] + _points(source[offset - offset % _BLOCK : offset])

        return point


def readable(code: str) -> str:
    """`code` with a question mark for each half of a surrogate pair, which no encoding has; offsets stay."""
    return code if code.isascii() else code.encode("utf-8", "replace").decode("utf-8")


def _points(piece: bytes) -> int:
    return len(piece.translate(None, _CONTINUING))
