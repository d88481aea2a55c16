"""Maps and lists that are written out: what stands under each key, or at each place."""

from __future__ import annotations

from .node import Node

_MOST = 64  # longer ones are taken as a whole
_WRITTEN_OUT = frozenset({
    "array", "array_creation_expression", "array_initializer", "composite_literal", "dictionary",
    "implicit_array_creation_expression", "initializer_expression", "list", "literal_value", "new", "object",
})  # fmt: skip
_INNER = frozenset({"array_initializer", "initializer_expression", "literal_value"})
_PAIRS = frozenset({"array_element_initializer", "initializer_expression", "keyed_element", "pair"})
_SPREADS = frozenset({"dictionary_splat", "list_splat", "spread_element", "variadic_unpacking"})
_TYPES = frozenset({"array_type", "dimensions", "generic_name", "map_type", "name", "slice_type"})


def entries(value: Node) -> tuple[list[tuple[str, Node]], bool] | None:
    """The keys and values of a map or list, and whether it is a list (its keys are places); None: not written out."""
    if value.kind not in _WRITTEN_OUT:
        return None
    inner = next((kid for kid in value.kids if kid.kind in _INNER), None)
    if value.kind in ("new", "composite_literal", "implicit_array_creation_expression") and inner is None:
        return None
    if inner is not None and value.kind not in _INNER and all(kid is inner or kid.kind in _TYPES for kid in value.kids):
        value = inner
    if len(value.kids) > _MOST:
        return None
    found: list[tuple[str, Node]] = []
    is_list = True
    for kid in value.kids:
        if kid.kind in _SPREADS or (kid.kids and kid.kids[0].kind in _SPREADS):
            return None
        if kid.kind in _PAIRS and len(kid.kids) == 2:
            key = key_of(kid.kids[0]) or (kid.kids[0].text if value.kind == "object" else None)
            if not key or kid.kids[0].kind == "computed_property_name":
                return None
            found.append((key, kid.kids[1]))
            is_list = False
        elif value.kind == "object":
            found.append((kid.text, kid))
            is_list = False
        else:
            found.append((str(len(found)), kid))
    return found, is_list


def key_of(node: Node) -> str | None:
    """What a literal key or place is called; None where it has to be computed."""
    while (
        node.kind in ("bracketed_argument_list", "element_binding_expression", "literal_element")
        and len(node.kids) == 1
    ):
        node = node.kids[0]
    if node.kind == "string":
        return node.text
    return node.text if not node.kids and node.text.isdigit() else None
