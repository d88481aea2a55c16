"""Loops of C: their parts, how far their counter gets, and what they set."""

from __future__ import annotations

from collections.abc import Iterator

from guards.code.engine.node import Node
from guards.code.engine.source import Code

from .expressions import Expressions
from .values import Numbers, State

_LEAVES = frozenset({"break_statement", "return_statement", "goto_statement", "throw_statement"})
_BEGINS = frozenset({"declaration", "assign", "comma_expression"})
_UPDATES = frozenset({"update_expression", "assign", "comma_expression", "call"})


def loop_parts(node: Node) -> tuple[Node | None, Node | None, Node | None, Node]:
    """What begins it, its condition, what is done after each turn, and its body."""
    if node.kind == "do_statement":
        return None, node.kids[-1] if len(node.kids) > 1 else None, None, node.kids[0]
    *parts, body = node.kids
    if node.kind == "for_range_loop":
        return None, None, None, body
    if node.kind == "while_statement":
        return None, parts[0] if parts else None, None, body
    begin = parts.pop(0) if parts and parts[0].kind in _BEGINS and parts[0].text in ("", "=") else None
    update = parts.pop() if parts and parts[-1].kind in _UPDATES and (len(parts) > 1 or begin is None) else None
    return begin, parts[0] if parts else None, update, body


def counted(
    condition: Node, update: Node | None, body: Node, expressions: Expressions, state: State, code: Code
) -> tuple[str, Numbers, Numbers] | None:
    """The name of the counter, the numbers that it takes in the body, and the one that it ends with."""
    if condition.kind != "binary" or len(condition.kids) != 2 or condition.kids[0].kind != "name":
        return None
    name = condition.kids[0].text
    if update is None and body.kind == "compound_statement" and body.kids:
        update = body.kids[-1]
    step = _step(update, name) if update is not None else 0
    set_here = [key for key, _ in set_in(body, code) if key == name]
    if step == 0 or len(set_here) > (1 if update is not None and update.parent is body else 0):
        return None
    begin, end = expressions.number(condition.kids[0], state), expressions.number(condition.kids[1], state)
    if begin is None or end is None:
        return None
    if step > 0 and condition.text in ("<", "<=", "!="):
        last = end if condition.text == "<=" else end - 1
        return name, Numbers(begin, last), Numbers(last + 1, last + 1)
    if step < 0 and condition.text in (">", ">=", "!="):
        last = end if condition.text == ">=" else end + 1
        return name, Numbers(last, begin), Numbers(last - 1, last - 1)
    return None


def _step(update: Node, name: str) -> int:
    """By how much `update` counts: one up, one down, or 0 for anything else."""
    if update.kind == "update_expression" and update.kids[0].kind == "name" and update.kids[0].text == name:
        return 1 if update.text == "++" else -1
    if update.kind == "assign" and update.kids[0].text == name and update.kids[0].kind == "name":
        value = update.kids[1]
        if update.text in ("+=", "-=") and value.text == "1":
            return 1 if update.text == "+=" else -1
        counts = update.text == "=" and value.kind == "binary" and value.text in ("+", "-")
        if counts and value.kids[0].text == name and value.kids[1].text == "1":
            return 1 if value.text == "+" else -1
    return 0


def jumps_out(body: Node) -> bool:
    """Whether the loop may end before its condition says so."""
    todo = [body]
    while todo:
        node = todo.pop()
        if node.kind in _LEAVES:
            return True
        inner = (
            node.kind in ("for_statement", "while_statement", "do_statement", "switch_statement") and node is not body
        )
        todo += [kid for kid in node.kids if not inner or kid.kind != "break_statement"]
    return False


def set_in(node: Node, code: Code) -> Iterator[tuple[str, bool]]:
    """The variables that something in `node` sets, and whether it only counts them on."""
    for part in node.walk():
        target, steps = None, False
        if part.kind == "assign" and len(part.kids) == 2:
            target, steps = part.kids[0], part.text in ("+=", "-=")
        elif part.kind == "update_expression":
            target, steps = part.kids[0], True
        elif part.kind == "pointer_expression" and part.text == "&":
            target = part.kids[0]
        if target is not None and target.kind in ("name", "member"):
            key = code.key(target)
            if key is not None:
                yield key, steps
