"""Functions that are called for every item of a list: what they are given is what the list holds."""

from __future__ import annotations

from .functions import FUNCTIONS
from .node import Node

_LANGUAGES = frozenset({"javascript", "php", "python", "typescript"})
_OF_RECEIVER = frozenset({"every", "filter", "find", "findIndex", "flatMap", "forEach", "map", "some"})
_OF_SECOND = frozenset({"array_map", "filter", "map"})
_OF_FIRST = frozenset({"array_filter", "array_walk", "usort"})
_LISTS = frozenset({"formal_parameters", "lambda_parameters"})


def called_back(call: Node, language: str) -> tuple[Node, Node] | None:
    """The function that a call hands over to be called for every item, and what the items are taken from."""
    if language not in _LANGUAGES:
        return None
    callee, *arguments = call.kids
    if callee.kind == "member":
        if callee.kids[1].text in _OF_RECEIVER and arguments and arguments[0].kind in FUNCTIONS:
            return arguments[0], callee.kids[0]
    elif len(arguments) >= 2:
        if callee.text in _OF_SECOND and arguments[0].kind in FUNCTIONS:
            return arguments[0], arguments[1]
        if callee.text in _OF_FIRST and arguments[1].kind in FUNCTIONS:
            return arguments[1], arguments[0]
    return None


def items_for(function: Node, language: str) -> Node | None:
    """What a function takes its items from; None: it is not called for the items of anything."""
    call = function.parent
    found = called_back(call, language) if call is not None and call.kind == "call" else None
    return found[1] if found is not None and found[0] is function else None


def item_names(function: Node) -> set[str]:
    """The names by which a function calls the item that it is given: those of its first parameter."""
    first = next((kid for kid in function.kids if kid.kind in _LISTS or kid.kind == "name"), None)
    if first is None:
        return set()
    if first.kind in _LISTS:
        first = next(iter(first.kids), first)
    bound = (kid for kid in first.walk() if kid.kind in ("name", "shorthand_property_identifier_pattern"))
    if first.kind in ("optional_parameter", "required_parameter", "simple_parameter"):  # a type stands beside the name
        kept = [kid for kid in first.kids if kid.kind != "type_annotation"]
        bound = (kid for part in kept[-1:] for kid in part.walk() if kid.kind == "name")
    return {kid.text for kid in bound}
