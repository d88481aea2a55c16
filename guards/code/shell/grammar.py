"""A script's syntax tree, fragments included."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import tree_sitter

MAX_COMPLETED_CHARS = 20_000  # of a script whose open ends are looked for

# `<your-host>` is a model's way to say "put it here", not two redirects.
_PLACEHOLDER = re.compile(r"(?<![<\d&])<([A-Za-z][\w.:-]{0,60}(?: [\w.:-]{1,40}){0,4})>(?=[\s\"'/:@.,;)]|$)")
_ENDINGS = (
    b"'",
    b'"',
    b"\nfi",
    b"\ndone",
    b"\n}",
    b"\n)",
    b"`",
    b"\nesac",
    b"\nfi\nfi",
    b"'\nfi",
    b"'\n)",
    b"\ndone\nfi",
)
_BLOCK = re.compile(rb"(?:^|[\s)])\{\s")


def tree_of(code: str) -> Any:
    """The root of the script's tree, whose offsets are code points; what is open where it breaks off is closed, if that
    makes it read."""
    plain = code if "<" not in code else _PLACEHOLDER.sub(lambda found: "x" * len(found[0]), code)
    # One byte a character: the parser's offsets are ours, and no letter outside ASCII is the grammar's business.
    source = plain.encode("ascii", "replace")
    root = _parser().parse(source).root_node
    if root.has_error and len(source) <= MAX_COMPLETED_CHARS:
        for ending in _ENDINGS:
            if (b"}" in ending and not _BLOCK.search(source)) or (b")" in ending and b"(" not in source):
                continue  # `{rm,-rf,/}` is no block
            if ending[:1] in b"'\"`" and b"\n" in source[source.rfind(ending[:1]) :]:
                continue  # an apostrophe further up: closed here, it would make a word of all that follows
            other = _parser().parse(source + ending).root_node
            if not other.has_error:
                return other
    return root


@cache
def _language() -> tree_sitter.Language:
    import tree_sitter_bash

    return tree_sitter.Language(tree_sitter_bash.language())


def _parser() -> tree_sitter.Parser:
    return tree_sitter.Parser(_language())
