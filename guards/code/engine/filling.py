"""Calls that change what they are called on, or what they are given."""

from __future__ import annotations

import re

# Calls that put what they are given into the thing that they are called on, or into their first argument.
FILLS_RECEIVER = frozenset({
    "add", "addAll", "append", "AppendFormat", "Append", "Add", "concat", "extend", "insert", "offer", "push", "put",
    "set", "setdefault", "unshift", "update", "WriteString", "push_str", "write_str",
})  # fmt: skip
FILLS_FIRST = frozenset(
    {
        "memcpy",
        "memmove",
        "snprintf",
        "sprintf",
        "strcat",
        "strcpy",
        "strncat",
        "strncpy",
        "vsprintf",
        "strlcpy",
    }
)
SETTER = re.compile(r"^(set|with)(_|[A-Z])")
_FILLS_PARTS = frozenset({"put", "setProperty", "add", "append", "push", "remove", "exec", "realpath", "sscanf"})


def may_fill(name: str) -> bool:
    """Whether a call of this name is looked at for it; any other leaves everything as it was."""
    return name in FILLS_RECEIVER or name in FILLS_FIRST or name in _FILLS_PARTS or SETTER.match(name) is not None
