"""What stays the same in a piece of code: variables set once to a literal, and what is computed from literals alone."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence

from .node import Node

Value = float | str
Known = Mapping[str, Node]

_LITERALS = frozenset({
    "string", "character_literal", "char_literal", "decimal_integer_literal", "decimal_floating_point_literal", "integer",
    "integer_literal", "real_literal", "float", "number", "number_literal", "int_literal", "float_literal", "true", "false",
})  # fmt: skip
_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, ">": operator.gt, "<": operator.lt,
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, "===": operator.eq, "!==": operator.ne,
}  # fmt: skip
_MAX_DEPTH = 20


def set_once(by_kind: Mapping[str, Sequence[Node]]) -> Known:
    """What variables are set to that are assigned once, never counted up, and no parameters: literals, and what is computed."""
    found: dict[str, Node] = {}
    often: set[str] = set()
    for node in by_kind.get("assign", ()):
        target, value = node.kids
        if target.kind != "name":
            continue
        if target.text in found or node.text != "=" or value.kind not in (*_LITERALS, "binary", "call"):
            often.add(target.text)
        found.setdefault(target.text, value)
    for kind, nodes in by_kind.items():
        if (
            kind == "update_expression"
            or "unary" in kind
            or "parameter" in kind
            or kind in ("lambda", "arrow_function")
        ):
            often.update(part.text for node in nodes for part in node.kids if part.kind == "name")
    return {name: value for name, value in found.items() if name not in often}


def truth(node: Node, known: Known) -> bool | None:
    """The truth of a condition that always comes out the same, such as ``7 * n > 200`` with a constant n; None: unknown."""
    value = value_of(node, known)
    return None if value is None else bool(value)


def value_of(node: Node, known: Known, depth: int = 0) -> Value | None:
    """What `node` always comes to; None where it depends on something."""
    if depth > _MAX_DEPTH:
        return None
    if node.kind == "name":
        meant = known.get(node.text)
        return None if meant is None else value_of(meant, known, depth + 4)
    for kind in (node.kind, node.text if node.kind == "boolean" else ""):
        if kind.lower() in ("true", "false"):
            return float(kind.lower() == "true")
    if node.kind == "string":
        return node.text
    if node.kind in ("character_literal", "char_literal"):
        return (node.text or (node.kids[0].text if node.kids else "")).strip("'")
    if not node.kids:
        try:
            return float(node.text)
        except ValueError:
            return None
    if node.kind == "call" and len(node.kids) == 2 and node.kids[0].kind == "member":
        text, at = value_of(node.kids[0].kids[0], known, depth + 1), value_of(node.kids[1], known, depth + 1)
        if node.kids[0].kids[1].text == "charAt" and isinstance(text, str) and isinstance(at, float):
            return text[int(at) : int(at) + 1] or None
    return _computed(node, known, depth) if node.kind == "binary" else None


def _computed(node: Node, known: Known, depth: int) -> Value | None:
    left, right = (value_of(kid, known, depth + 1) for kid in node.kids)
    if left is None or right is None:
        return None
    if isinstance(left, str) or isinstance(right, str):
        same = left == right
        return float(same == (node.text in ("==", "==="))) if node.text in ("==", "!=", "===", "!==") else None
    if node.text == "/":
        return left / right if right else None
    compute = _ARITHMETIC.get(node.text)
    return None if compute is None else float(compute(left, right))
