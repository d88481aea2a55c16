"""What a rule asks of a metavariable: a regular expression that it matches, a number that it is compared with."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

import re2

from guards.errors import RuleError

from .matcher import Bindings
from .node import Node
from .source import Code

_MAX_MACROS = 4  # of which one stands for the other

Condition = Callable[[Bindings, Code], bool]


def linear(expression: str | bytes) -> Any:
    """Compiles an expression that runs in linear time.

    Raises:
        RuleError: it is none.
    """
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        raise RuleError(f"the expression {expression!r} is none that runs in linear time: {error}") from None


def matches_regex(name: str, expression: str) -> Condition:
    compiled = linear(expression)

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        if node is None:
            return False
        text = node.text if node.kind == "string" else code.text(node)
        # Semgrep anchors at the start, and shows a string with its quotes.
        return bool(compiled.match(text) or (node.kind == "string" and compiled.match(code.text(node))))

    return holds


_OPERATORS: dict[type, Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


def compares(comparison: str) -> Condition:
    """``$X < 2048`` and its kin: a metavariable against a number, or against another metavariable."""
    tree = ast.parse(comparison.replace("$", "MV_"), mode="eval").body
    if not (isinstance(tree, ast.Compare) and isinstance(tree.left, ast.Name) and len(tree.ops) == 1):
        raise RuleError(f"the fast engine compares a metavariable with a number or another, not {comparison!r}")
    name, compare = tree.left.id.replace("MV_", "$"), _OPERATORS[type(tree.ops[0])]
    right = tree.comparators[0]
    other = right.id.replace("MV_", "$") if isinstance(right, ast.Name) else None
    wanted = None if other is not None else ast.literal_eval(right)

    def holds(bindings: Bindings, code: Code) -> bool:
        value = _number(bindings.get(name), code)
        against = wanted if other is None else _number(bindings.get(other), code)
        return value is not None and against is not None and compare(value, against)

    return holds


def _number(node: Node | None, code: Code) -> int | None:
    """The whole number that is written there, or that C's preprocessor puts there."""
    if node is None:
        return None
    text = code.text(node)
    for _ in range(_MAX_MACROS):
        try:
            digits = text.strip("()").rstrip("uUlL")
            return int(digits, 8 if digits.startswith("0") and digits.isdigit() else 0)
        except ValueError:
            if text not in code.macros:
                return None
            text = code.macros[text]
    return None
