"""The generators' own texts: sections of lines, one file a task and language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Sections = dict[str, tuple[str, ...]]


@cache
def sections(task: str, language: str) -> Sections:
    """``[name]`` begins a section; every other line is an entry, ``~`` in it a line's end."""
    found: dict[str, list[str]] = {}
    name = ""
    text = files(__package__).joinpath("texts", f"{task}.{language}.txt").read_text("utf-8")
    for line in text.splitlines():
        if (
            line.startswith("[")
            and line.endswith("]")
            and " "
            not in line.strip("[]")
            .replace("unsafe ", "")
            .replace("statements ", "")
            .replace("unsafe-text ", "")
            .replace("replies ", "")
        ):
            name = line[1:-1]
            found[name] = []
        elif line.strip():
            found[name].append(line.replace("~", "\n"))
    return {key: tuple(lines) for key, lines in found.items()}


def is_dev(position: int) -> bool:
    """Every eighth entry is kept for development and never trained on."""
    return position % 8 == 7
