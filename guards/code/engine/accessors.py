"""What objects hand out, in the languages that pass text around in them: ``request.Name``, ``request.getName()``."""

from __future__ import annotations

import re

from .functions import typed_parameters
from .node import Node

# Types whose objects are no caller's text: parts of the program, and what a program works with.
_OWN_TYPE = re.compile(
    r"^([a-z].*|String|Object|File|Path|Uri|URI|URL|Type|Class|Method|Field|Enum|Thread|Optional|Element|Node|Map|List|Set|I[A-Z]\w+"
    r"|\w*(Info|Exception|Error|Stream|Reader|Writer|Entry|Factory|Manager|Provider|Builder|Options|Config(uration)?|Settings"
    r"|Properties|Handler|Listener|Client|Cache|Store|Dao|Resolver|Environment|Context|Class|Type|Kind|Mode|Level|Status|State))$"
)
# Numbers, dates and the like: not text that could end a string.
_NO_TEXT = re.compile(
    r"((^|[a-z.])(Id|Count|Size|Length|Amount|Price|Total|Age|Year|Quantity|Index|Limit|Offset|Page|Date|At|Enabled|Active)"
    r"|\.(id|count|size|length|amount|price|total|age|year|quantity|index|limit|offset|page|date|ordinal|hashCode|getClass))(\(\))?$"
)
_CONSUMES = re.compile(r"^(next|read|poll|pop|take|remove|receive|accept)")
MEMBERS = "."  # follows a parameter's name in a state: what it hands out counts as it does itself


def carriers(function: Node, language: str) -> set[str]:
    """The parameters that are objects made by a caller, by name."""
    if language not in ("csharp", "java"):
        return set()
    return {name for kind, name in typed_parameters(function) if not _OWN_TYPE.match(kind)}


def getter(node: Node) -> str | None:
    """What a call of a getter is called where one is checked and another used; None for any other call."""
    names: list[str] = []
    while node.kind == "call" and len(node.kids) == 1 and node.kids[0].kind == "member":
        owner, name = node.kids[0].kids
        if _CONSUMES.match(name.text):
            return None
        names.append(f"{name.text}()")
        node = owner
    return ".".join([node.text, *reversed(names)]) if names and node.kind == "name" else None


def handed_out_by(name: str) -> str | None:
    """The object that a member is of, where the member may be text."""
    owner, dot, _ = name.partition(".")
    return owner if dot and not _NO_TEXT.search(name) else None
