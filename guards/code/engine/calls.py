"""Calls of functions that stand in the same piece of code, and what each hands over to which parameter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .functions import FUNCTIONS, parameter_order
from .node import Node

if TYPE_CHECKING:
    from .source import Code

# Where a program shows how a function is used: what stands there tells nothing about what others hand over.
_SHOWS = re.compile(r"^_?(main|test\w*|example\w*|demo\w*|usage|run_\w*)$", re.IGNORECASE)


def calls_by_function(
    calls: Iterable[Node], functions: Mapping[str, Node], constructors: Mapping[str, Node]
) -> dict[Node, list[Node]]:
    """The calls of each function, those that it makes itself left out; to make an object is to call its constructor."""
    found: dict[Node, list[Node]] = {}
    for call in calls:
        name = _called(call)
        function = functions.get(name) or constructors.get(name)
        if function is not None and all(above is not function for above in call.within()):
            found.setdefault(function, []).append(call)
    return found


def is_helper(function: Node, calls: Sequence[Node], named: Mapping[str, Node]) -> bool:
    """Whether the code itself decides what the function is given: other functions call it."""
    shows = {id(node) for name, node in named.items() if _SHOWS.match(name)}
    for call in calls:
        around = [above for above in call.within() if above.kind in FUNCTIONS]
        if around and not any(id(above) in shows for above in around):
            return True
    return False


def handed_over(call: Node, function: Node, language: str) -> Iterator[tuple[str, Node]]:
    """The function's parameters that the call sets, each with the argument."""
    order = parameter_order(function, language)
    for at, argument in enumerate(call.kids[1:]):
        if argument.kind in ("keyword", "keyword_argument", "named_argument") and len(argument.kids) == 2:
            yield argument.kids[0].text, argument.kids[1]
        elif at < len(order):
            yield order[at], argument


def done_through(done: Node, by: Node, code: Code) -> Iterator[tuple[Node, Node]]:
    """The calls of a function that always does `by` to its parameter `done`, such as free it, each with the argument."""
    body = by.parent
    function = body.parent if body is not None else None
    if done.kind != "name" or function is None or function.kind not in FUNCTIONS:
        return
    for call in code.callers.get(function, ()):
        for name, argument in handed_over(call, function, code.language):
            if name == done.text and argument.kind in ("name", "member", "index"):
                yield call, argument


def _called(call: Node) -> str:
    """The name of the function of this code that may be meant; "" where it is a method of something unknown."""
    callee = call.kids[0]
    if callee.kind == "name":
        return callee.text
    if callee.kind == "member" and callee.kids[0].kind in ("name", "new", "this"):
        return callee.kids[1].text
    return ""


def called_name(call: Node) -> str:
    """The last name of what is called: of a function, or of a method of anything."""
    callee = call.kids[0]
    return callee.kids[1].text if callee.kind == "member" else callee.text
