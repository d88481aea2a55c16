"""What a condition tells of a pointer or a descriptor: that there is none."""

from __future__ import annotations

from guards.code.engine.node import Node
from guards.code.engine.source import Code

_NULLS = frozenset({"NULL", "nullptr", "0"})


def absent(condition: Node, truth: bool, code: Code, depth: int = 0) -> list[str]:
    """The variables that lead to nothing where `condition` is `truth`."""
    if depth > 12:
        return []
    if condition.kind == "unary_expression" and condition.text == "!":
        return absent(condition.kids[0], not truth, code, depth + 1)
    if condition.kind == "binary" and condition.text in ("&&", "||"):
        both = [absent(kid, truth, code, depth + 1) for kid in condition.kids]
        if (condition.text == "&&") == truth:
            return both[0] + both[1]
        return [key for key in both[0] if key in both[1]]
    if condition.kind == "binary" and len(condition.kids) == 2:
        left, right = condition.kids
        if code.text(left) in _NULLS:
            left, right = right, left
        given = code.text(right)
        if condition.text in ("==", "!=") and given in (*_NULLS, "-1"):
            return _keys(left, code) if truth == (condition.text == "==") else []
        if condition.text in ("<", ">=") and given == "0":
            return _keys(left, code) if truth == (condition.text == "<") else []
        if condition.text in (">", "<=") and given in ("0", "-1"):
            return _keys(left, code) if truth == (condition.text == "<=") else []
        return []
    return [] if truth else _keys(condition, code)


def _keys(node: Node, code: Code) -> list[str]:
    if node.kind == "assign":
        node = node.kids[0]
    key = code.key(node)
    return [] if key is None else [key]
