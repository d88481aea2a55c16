"""Functions of C and C++ that give what they make through a parameter: ``void join(char *out, const char *name)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .calls import called_name
from .filling import FILLS_FIRST
from .functions import parameter_order
from .node import Node

# What such a function leaves behind carries no attack any more.
_CLEANS = re.compile(
    r"clean|sanit|escape|encode|quote|valid|safe|filter|strip|base_?name|canonical|hash|hex|parse", re.IGNORECASE
)
_PARTS = frozenset({"binary", "cast_expression", "index", "member", "pointer_expression", "update_expression"})


def outputs_by_function(
    functions: Mapping[str, Node], assignments: Iterable[Node], calls: Iterable[Node], language: str
) -> dict[Node, frozenset[str]]:
    """The parameters that each function fills, those left out whose name says that it makes text harmless."""
    written: dict[Node, set[str]] = {}
    filled = [node.kids[0] for node in assignments if node.kids[0].kind != "name"]
    filled += [call.kids[1] for call in calls if called_name(call) in FILLS_FIRST and len(call.kids) > 1]
    for place in filled:
        around = next((above for above in place.within() if above.kind == "function_definition"), None)
        if around is not None:
            written.setdefault(around, set()).add(_root(place))
    return {
        function: frozenset(written[function].intersection(parameter_order(function, language)))
        for name, function in functions.items()
        if function in written and not _CLEANS.search(name)
    }


def _root(node: Node) -> str:
    """The variable that ``*out++``, ``out[i]`` or ``out->name`` lies in."""
    while node.kids and node.kind in _PARTS:
        node = node.kids[-1] if node.kind == "cast_expression" else node.kids[0]
    return node.text
