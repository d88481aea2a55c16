"""Addresses that are put together: where their beginning is fixed, what comes later chooses no other host."""

from __future__ import annotations

import re
from collections.abc import Callable

from .node import Node

_HOST = re.compile(r"(https?|wss?|ftp)://[\w.-]+(:\d+)?[/?#]|/[\w?#]")
_QUOTED = re.compile(r"[a-zA-Z@$]{0,3}[\"'`]{1,3}(.*)", re.DOTALL)
_NAMED = re.compile(r"\$?\{[^{}]*\}/|\$\w+/")  # f"{BASE}/users/{name}"


def begins_with_host(literal: str) -> bool:
    return _HOST.match(literal) is not None


def leads_to_fixed_host(node: Node, text: Callable[[Node], str], tainted: Callable[[Node], bool]) -> bool:
    """Whether an address that is put together begins with a host, or a path of this site, that nobody else chose."""
    if node.kind == "interpolated":
        quoted = _QUOTED.match(text(node))
        if quoted is None:
            return False
        inside = quoted[1]
        return _HOST.match(inside) is not None or (
            bool(node.kids) and _NAMED.match(inside) is not None and not tainted(node.kids[0])
        )
    if node.kind == "macro_invocation":  # Rust: format!("https://...", x)
        first = node.kids[-1].kids[:1]
        return bool(first) and first[0].kind == "string" and _HOST.match(first[0].text) is not None
    if node.kind != "binary" or node.text not in ("+", "."):
        return False
    parts: list[Node] = []
    while node.kind == "binary" and node.text in ("+", "."):
        parts.append(node.kids[1])
        node = node.kids[0]
    following = parts[-1]
    if node.kind == "string":
        return _HOST.match(node.text) is not None
    if node.kind == "interpolated":
        return leads_to_fixed_host(node, text, tainted)
    return following.kind == "string" and following.text.startswith("/") and not tainted(node)
