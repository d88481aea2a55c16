"""A terminal's session as tutorials show it: prompts taken off the commands, the rest of the lines kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PROMPT = re.compile(
    r"[ \t]*(?:\([\w.-]{1,40}\)[ \t]*)?"
    r"(?:\[?[\w.-]{1,40}@[\w.-]{1,60}[^$#%>\n]{0,80}[$#%]|[$%❯➜]|PS(?: [A-Za-z]:\\[^>\n]{0,80})?>|[A-Za-z]:\\[^>\n]{0,80}>)[ \t]+(?=\S)"
    r"|[ \t]*[A-Za-z]:\\[^>\n]{0,80}>(?=\S)"
)


def scripts_in(code: str) -> Iterator[str]:
    """The commands after prompts, then the other lines: each as long as `code`, everything else in it blank.

    Code without prompts is one script as it stands. Output is judged too: who copies the block runs it as well.
    """
    if not any(mark in code for mark in "$%❯➜>"):
        yield code
        return
    lines = code.splitlines(keepends=True)
    prompts = [_PROMPT.match(line) for line in lines]
    if not any(prompts):
        yield code
        return
    commands, others, continued = [], [], False
    for line, prompt in zip(lines, prompts, strict=True):
        blank = re.sub(r"[^\r\n]", " ", line)
        if prompt is not None:
            commands.append(" " * prompt.end() + line[prompt.end() :])
            others.append(blank)
        else:
            commands.append(line if continued else blank)
            others.append(blank if continued else line)
        continued = (prompt is not None or continued) and line.rstrip("\r\n").endswith("\\")
    yield "".join(commands)
    left = "".join(others)
    if not left.isspace():
        yield left


def prompt_ends(line: str) -> int:
    """Where the command begins behind a prompt; 0 where there is none."""
    found = _PROMPT.match(line[:300])
    return found.end() if found is not None else 0
