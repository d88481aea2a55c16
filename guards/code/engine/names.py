"""What names stand for in a piece of code: dotted names, and the aliases that imports give to things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .node import Node

if TYPE_CHECKING:
    from .source import Code


def name_keys(node: Node, aliases: Mapping[str, str]) -> set[str]:
    """The last names under which a call, an object made, a name or a member may be asked for."""
    if node.kind == "call" and node.kids[0].text == "require" and len(node.kids) == 2:
        return {"require", module_name(node.kids[1].text).rpartition(".")[2]}
    named = last_name(node)
    if named is None:
        return set()
    meant = aliases.get(named.text, named.text)
    return {text.rpartition(".")[2] for text in (named.text, meant)}


def last_name(node: Node) -> Node | None:
    if node.kind in ("call", "new"):
        node = node.kids[0]
    if node.kind == "member":
        node = node.kids[1]
    return node if node.kind == "name" else None


def dotted(node: Node, aliases: Mapping[str, str]) -> str | None:
    """``a.b.c`` for names and members of names, import aliases resolved; None for anything else."""
    parts: list[str] = []
    while node.kind == "member" and node.kids[1].kind == "name":
        parts.append(node.kids[1].text)
        node = node.kids[0]
    if node.kind == "call" and node.kids[0].text == "require" and len(node.kids) == 2 and node.kids[1].kind == "string":
        parts.append(module_name(node.kids[1].text))
        return ".".join(reversed(parts))
    if node.kind != "name":
        return None
    parts.append(aliases.get(node.text, node.text))
    return ".".join(reversed(parts))


def module_name(written: str) -> str:
    """A module of Node's as patterns call it: ``fs`` for ``node:fs/promises``."""
    return written.removeprefix("node:").removesuffix("/promises")


def aliases_of(code: Code) -> dict[str, str]:
    """Names that imports give to other things: ``from os import system as s`` makes ``s`` mean ``os.system``."""
    found: dict[str, str] = {}
    if code.language == "python":
        for node in code.by_kind.get("aliased_import", ()):
            if len(node.kids) == 2:
                found[node.kids[1].text] = code.text(node.kids[0])
        for node in code.by_kind.get("import_from_statement", ()):
            module, *names = node.kids
            prefix = code.text(module) + "."
            for name in names:
                if name.kind == "aliased_import":
                    found[name.kids[1].text] = prefix + code.text(name.kids[0])
                elif name.kind != "wildcard_import":
                    found[code.text(name)] = prefix + code.text(name)
    if code.language in ("javascript", "typescript"):
        for node in code.by_kind.get("import_statement", ()):
            if node.kids and node.kids[-1].kind == "string":
                for clause in node.kids[:-1]:
                    _bound_from(clause, module_name(node.kids[-1].text), code, found)
        for node in code.by_kind.get("assign", ()):
            target, value = node.kids
            if value.kind == "call" and value.kids[0].text == "require" and len(value.kids) == 2:
                _bound_from(target, module_name(value.kids[1].text), code, found)
            elif value.kind == "call" and len(value.kids) == 2 and target.kind == "name":
                called, given = dotted(value.kids[0], {}), dotted(value.kids[1], found)
                if called in ("promisify", "util.promisify") and given is not None:
                    found[target.text] = given
    return found


def _bound_from(target: Node, module: str, code: Code, found: dict[str, str]) -> None:
    if target.kind == "name":
        found[target.text] = module
        return
    renaming = ("pair_pattern", "import_specifier")
    for part in target.walk():
        if part.kind in renaming and len(part.kids) == 2:
            found[part.kids[1].text] = f"{module}.{part.kids[0].text}"
        elif part.kind == "name" and (
            part.parent is None or part.parent.kind not in ("pair_pattern", "import_specifier")
        ):
            found[part.text] = f"{module}.{part.text}" if target.kind == "object_pattern" else module
        elif part.kind == "import_specifier" and len(part.kids) == 1:
            found[part.kids[0].text] = f"{module}.{part.kids[0].text}"
