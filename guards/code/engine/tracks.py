"""What a taint rule follows, and what a condition tells about it where that is not text of a stranger.

``text``   what somebody else wrote; conditions are read by `Conditions`
``number`` a number from outside; a comparison with something that is not tainted itself bounds it from above
``sign``   a number that may be negative; a comparison with something that is not tainted itself bounds it from below
``null``   a pointer that may be NULL; a look at it settles it, as a comparison does a divisor
``state``  something that was done to a variable (it was freed, or never set); no condition changes it
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from .node import Node

Track = Literal["text", "number", "sign", "null", "state"]
TRACKS: frozenset[str] = frozenset({"text", "number", "sign", "null", "state"})

_NULLS = frozenset({"NULL", "nullptr", "null", "nil", "0"})
_NOT = frozenset({"unary_expression", "not_operator", "prefix_unary_expression", "unary_op_expression"})
_LIMITS = re.compile(r"_MAX\b|\bMAX_|numeric_limits|MaxValue|MAX_VALUE")
_CHECKS = re.compile(r"^_?(is|has|check|verify|valid|in)_?(\w*_)?(valid|bound|range|index|safe|ok)\w*", re.IGNORECASE)
# Calls whose answer is no number that a stranger chose.
BOUNDING_CALLS = frozenset(
    {"strlen", "sizeof", "size", "length", "min", "MIN", "clamp", "strcmp", "strncmp", "memcmp", "fread"}
)
_CASTS = frozenset({"cast_expression", "static_cast", "pointer_expression"})


def settled(
    track: Track,
    condition: Node,
    truth: bool,
    key: Callable[[Node], str | None],
    tainted: Callable[[Node], bool],
    text: Callable[[Node], str],
) -> set[str]:
    """The values that carry no danger where `condition` is `truth`."""
    if track == "state":
        return set()
    reads = _Reading(key, tainted, text)
    if track == "sign":
        return reads.not_negative(condition, truth, 0)
    return reads.present(condition, truth, 0) if track == "null" else reads.bounded(condition, truth, 0)


class _Reading:
    def __init__(
        self, key: Callable[[Node], str | None], tainted: Callable[[Node], bool], text: Callable[[Node], str]
    ) -> None:
        self._key, self._tainted, self._text = key, tainted, text

    def present(self, node: Node, truth: bool, depth: int) -> set[str]:
        if depth > 12:
            return set()
        both = self._both(node, truth, depth, self.present)
        if both is not None:
            return both
        if node.kind == "binary" and node.text in ("==", "!=", "===", "!=="):
            for one, other in (node.kids, reversed(node.kids)):
                if (
                    self._text(other) in _NULLS or self._text(other).endswith(".end()")
                ) and truth == node.text.startswith("!"):
                    return self._names(one)
            return set()
        if node.kind == "binary" and node.text in ("<", "<=", ">", ">="):
            return {name for part in node.kids for name in self._names(part)}
        if node.kind == "is_pattern_expression":  # C#: x is null, x is not null, x is Order order
            negated = node.kids[1].kind == "negated_pattern"
            null = self._text(node.kids[1]).removeprefix("not").strip() == "null"
            return self._names(node.kids[0]) if truth == (negated == null) else set()
        if node.kind == "call":  # likely(p)
            return {name for part in node.kids[1:] for name in self.present(part, truth, depth + 1)}
        return self._names(node) if truth else set()

    def bounded(self, node: Node, truth: bool, depth: int) -> set[str]:
        if depth > 12:
            return set()
        if node.kind == "binary" and node.text in ("&&", "||") and _LIMITS.search(self._text(node)):
            return {name for kid in node.kids for name in self.bounded(kid, truth, depth + 1)}  # b && a > MAX / b
        both = self._both(node, truth, depth, self.bounded)
        if both is not None:
            return both
        if node.kind == "comparison_operator":  # Python: 0 < n <= most
            pairs = zip(node.text.split(), node.kids, node.kids[1:], strict=False)
            named = [self._bounded_by(operator, left, right, truth) for operator, left, right in pairs]
            return set().union(*named) if truth or len(named) == 1 else set()
        if node.kind == "binary" and node.text in ("<", "<=", ">", ">="):
            small, big = node.kids if node.text.startswith("<") else reversed(node.kids)
            if _LIMITS.search(self._text(node)):
                return self._names(node)  # a check for overflow, whichever way it is put
            if not truth:
                small, big = big, small
            return self._names(small) | self._divisors(big) if not self._tainted(big) or self._divisors(big) else set()
        if node.kind == "binary" and node.text in ("==", "!=") and truth == (node.text == "=="):
            return self._names(node)
        if node.kind == "call" and truth and _CHECKS.match(_called(node)):
            return {name for part in node.kids[1:] for name in self._names(part)}
        return set()

    def _bounded_by(self, operator: str, left: Node, right: Node, truth: bool) -> set[str]:
        if operator == "==" or operator == "in":
            return self._names(left) if truth and not self._tainted(right) else set()
        if operator not in ("<", "<=", ">", ">="):
            return set()
        small, big = (left, right) if operator.startswith("<") == truth else (right, left)
        return self._names(small) if not self._tainted(big) else set()

    def not_negative(self, node: Node, truth: bool, depth: int) -> set[str]:
        if depth > 12:
            return set()
        both = self._both(node, truth, depth, self.not_negative)
        if both is not None:
            return both
        if node.kind == "binary" and node.text in ("<", "<=", ">", ">="):
            small, big = node.kids if node.text.startswith("<") else reversed(node.kids)
            small, big = (small, big) if truth else (big, small)
            return self._names(big) if not self._tainted(small) else set()
        if node.kind == "binary" and node.text in ("==", "!=") and truth == (node.text == "=="):
            return self._names(node)
        if node.kind == "call" and truth and _CHECKS.match(_called(node)):
            return {name for part in node.kids[1:] for name in self._names(part)}
        return set()

    def _both(
        self, node: Node, truth: bool, depth: int, below: Callable[[Node, bool, int], set[str]]
    ) -> set[str] | None:
        if node.kind in _NOT and node.text in ("!", "not") and len(node.kids) == 1:
            return below(node.kids[0], not truth, depth + 1)
        if node.kind == "binary" and node.text in ("&&", "||", "and", "or"):
            one, two = (below(kid, truth, depth + 1) for kid in node.kids)
            return one | two if (node.text in ("&&", "and")) == truth else one & two
        return None

    def _divisors(self, node: Node) -> set[str]:
        """``SIZE_MAX / width``: to compare with it bounds the width, too."""
        found: set[str] = set()
        for part in node.walk():
            if part.kind == "binary" and part.text == "/":
                found |= self._names(part.kids[1])
        return found

    def _names(self, node: Node) -> set[str]:
        key = self._key(node)
        if key is not None:
            return {key}
        if node.kind == "assign":
            return self._names(node.kids[0])
        if node.kind == "sizeof_expression" or (node.kind == "call" and not _called(node).endswith("_cast")):
            return set()
        return {name for kid in node.kids for name in self._names(kid)}


def _called(call: Node) -> str:
    callee = call.kids[0]
    while callee.kind in ("member", "template_function") and callee.kids:
        callee = callee.kids[-1] if callee.kind == "member" else callee.kids[0]
    return callee.text
