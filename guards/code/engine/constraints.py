"""What a rule asks of a metavariable: a regular expression that it matches, a number that it is compared with."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

import re2

from guards.errors import RuleError

from .matcher import Bindings
from .source import Code

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
    """``$X < 2048`` and its kin: one metavariable against one number."""
    tree = ast.parse(comparison.replace("$", "MV_"), mode="eval").body
    if not (isinstance(tree, ast.Compare) and isinstance(tree.left, ast.Name) and len(tree.ops) == 1):
        raise RuleError(f"the fast engine compares one metavariable with one number, not {comparison!r}")
    name, compare = tree.left.id.replace("MV_", "$"), _OPERATORS[type(tree.ops[0])]
    wanted = ast.literal_eval(tree.comparators[0])

    def holds(bindings: Bindings, code: Code) -> bool:
        node = bindings.get(name)
        if node is None:
            return False
        try:
            return compare(int(code.text(node).rstrip("uUlL"), 0), wanted)
        except ValueError:
            return False

    return holds
