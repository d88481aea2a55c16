"""Loops of C and C++ that look at every letter of a text: what they let pass carries no attack.

``for (p = host; *p; p++) if (!isalnum(*p)) return -1;``
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from .node import Node
from .statements import exits

_CHECKS = frozenset({"isalnum", "isalpha", "isdigit", "isxdigit", "strchr", "iswalnum"})
_TRUE, _FALSE = frozenset({"1", "true"}), frozenset({"0", "false"})
_STAYS = frozenset({"break_statement", "continue_statement"})


def refused(loop: Node) -> Iterator[Node]:
    """The letters of which `loop` lets only some pass: where it meets another, it leaves the function."""
    for condition, body in _choices(loop):
        if exits(body) and not any(part.kind in _STAYS for part in body.walk()):
            yield from _letters(condition)


def checkers_by_name(functions: Mapping[str, Node], loops: Sequence[Node]) -> dict[str, bool]:
    """The functions in which a loop refuses letters; True where they answer 0 or false then."""
    names = {function: name for name, function in functions.items()}
    found: dict[str, bool] = {}
    for loop in loops:
        name = next((names[above] for above in loop.within() if above in names), None)
        for _, body in _choices(loop) if name is not None and any(True for _ in refused(loop)) else ():
            for part in body.walk():
                if part.kind == "return_statement" and part.kids and name is not None:
                    found[name] = part.kids[0].text in _FALSE
    return found


def flags(
    loop: Node, settled: Callable[[Node], Sequence[str]]
) -> Iterator[tuple[str, bool, list[Node], Sequence[str]]]:
    """Variables in which `loop` notes what it met: name, the value that tells of no harm, the letters or names meant."""
    for condition, body in _choices(loop):
        for part in body.walk():
            if part.kind != "assign" or part.text != "=" or part.kids[0].kind != "name":
                continue
            flag, value, letters = part.kids[0].text, part.kids[1].text, list(_letters(condition))
            if letters and value in _FALSE | _TRUE:
                yield flag, value in _FALSE, letters, ()
            elif value in _TRUE:
                yield flag, True, [], settled(condition)


def _choices(loop: Node) -> Iterator[tuple[Node, Node]]:
    body = loop.kids[-1] if loop.kids else None
    for node in [body, *body.kids] if body is not None else []:
        if node.kind == "if_statement" and len(node.kids) >= 2:
            yield node.kids[0], node.kids[1]


def _letters(condition: Node) -> Iterator[Node]:
    for part in condition.walk():
        if part.kind != "call" or len(part.kids) < 2:
            continue
        callee = part.kids[0]
        name = callee.kids[-1].text if callee.kind == "member" else callee.text
        if name in _CHECKS:
            yield part.kids[-1]
