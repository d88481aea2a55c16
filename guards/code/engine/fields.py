"""The fields of a class that its methods speak of by their bare names, in the languages that allow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .node import Node

_LOCALS = ("enhanced_for_statement", "local_declaration_statement", "local_variable_declaration", "resource")


def own_fields(by_kind: Mapping[str, Sequence[Node]]) -> frozenset[str]:
    """The names of all fields, but those that a variable or a parameter outside of constructors has, too."""
    fields = {name for node in by_kind.get("field_declaration", ()) for name in _declared(node)}
    if not fields:
        return frozenset()
    for kind in _LOCALS:
        fields -= {name for node in by_kind.get(kind, ()) for name in _declared(node)}
    for kind in ("formal_parameter", "parameter"):
        for node in by_kind.get(kind, ()):
            if not any(above.kind == "constructor_declaration" for above in node.within()):
                fields -= {kid.text for kid in node.kids[-1:] if kid.kind == "name"}
    return frozenset(fields)


def _declared(declaration: Node) -> list[str]:
    """The names that a declaration binds: those assigned to, and those that stand after their type."""
    parts = [kid for kid in declaration.kids if kid.kind != "modifiers"]
    if parts and parts[-1].kind == "variable_declaration":  # C#
        parts = parts[-1].kids
    found = [part.kids[0].text for part in parts if part.kind == "assign" and part.kids[0].kind == "name"]
    found += [
        name for part in parts if part.kind == "variable_declarator" for name in [kid.text for kid in part.kids[:1]]
    ]
    return found + [part.text for part in parts[1:] if part.kind == "name"]
