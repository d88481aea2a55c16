"""The generators' own texts: sections of lines, one file a task and language."""

from __future__ import annotations

import random
import re
from functools import cache
from importlib.resources import files

Sections = dict[str, tuple[str, ...]]

_HEADING = re.compile(r"\[([A-Za-z][\w -]*)\]")
_CHOICE = re.compile(r"\(([^()|]*(?:\|[^()|]*)+)\)")


@cache
def sections(task: str, language: str) -> Sections:
    """``[name]`` begins a section; every other line is an entry, ``~`` or ``¶`` in it a line's end."""
    found: dict[str, list[str]] = {}
    name = ""
    text = files(__package__).joinpath("texts", f"{task}.{language}.txt").read_text("utf-8")
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            name = heading[1]
            found.setdefault(name, [])
        elif line.strip():
            found[name].append(line.replace("~", "\n").replace("¶", "\n"))
    return {key: tuple(lines) for key, lines in found.items()}


def split(task: str, language: str, *, dev: bool) -> Sections:
    """The sections with only their entries for development, or only those to train on."""
    return {
        name: tuple(line for position, line in enumerate(lines) if is_dev(position) is dev)
        for name, lines in sections(task, language).items()
    }


def is_dev(position: int) -> bool:
    """Every eighth entry is kept for development and never trained on."""
    return position % 8 == 7


def chosen(line: str, rng: random.Random) -> str:
    """`line` with one word taken of every ``(a|b|c)``; a bracket without a bar is text."""
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), line)


def cased(text: str, rng: random.Random) -> str:
    """As people write: mostly in order, sometimes all small or without its last sign."""
    dice = rng.random()
    if dice < 0.15:
        return text.lower().rstrip(".?!")
    return text[:1].upper() + text[1:] if dice < 0.9 else text.rstrip(".")
