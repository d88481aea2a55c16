"""Safe rewrites, applied to a file's text: the rules' own, one after the other, none over another."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from ._findings import Located


def fixed(code: str, found: Sequence[Located]) -> tuple[str, list[Located]]:
    """The code with every fix that does not overlap an earlier one, and the findings that were fixed."""
    pieces: list[str] = []
    done: list[Located] = []
    at = 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.fix is None or not one.counts or one.start < at:
            continue
        pieces += [code[at : one.start], one.fix]
        at = one.end
        done.append(one)
    return "".join([*pieces, code[at:]]), done


def diff(path: str, before: str, after: str) -> str:
    """A unified diff, as `patch` reads it."""
    path = path.lstrip("/")
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
