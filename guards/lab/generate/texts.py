"""The generators' own texts: sections of lines, one file a task and language."""

from __future__ import annotations

import random
import re
import unicodedata
from functools import cache
from importlib.resources import files

Sections = dict[str, tuple[str, ...]]

_HEADING = re.compile(r"\[([A-Za-z][\w -]*)\]")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_OTHER_SCRIPT = re.compile(r"[\u0900-\u0e7f]")  # where a mark is no ornament
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


@cache
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
    """As people write: mostly in order, sometimes all small, without its last sign or its accents, or mistyped."""
    dice = rng.random()
    if dice < 0.13:
        return text.lower().rstrip(".?!")
    if dice < 0.18:
        return _mistyped(text, rng)
    if dice < 0.21:
        return _ACCENT.sub("", unicodedata.normalize("NFD", text)) if not _OTHER_SCRIPT.search(text) else text
    return text[:1].upper() + text[1:] if dice < 0.9 else text.rstrip(".")


def _mistyped(text: str, rng: random.Random) -> str:
    """One letter in twenty-five swapped with the next, left out, or doubled."""
    letters = list(text)
    for at in range(len(letters) - 1):
        if letters[at].isalpha() and letters[at + 1].isalpha() and rng.random() < 0.04:
            match rng.randrange(3):
                case 0:
                    letters[at], letters[at + 1] = letters[at + 1], letters[at]
                case 1:
                    letters[at] = ""
                case _:
                    letters[at] *= 2
    return "".join(letters)
