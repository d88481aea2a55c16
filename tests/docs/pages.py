"""The pages of the documentation, cut into the code blocks that their tests run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = ("docs/rules", "docs/reference", "docs/no-bypass.md")  # from the code itself, each checked fresh by a test
_FENCE = re.compile(r"^(?P<ticks>`{3,})(?P<language>[\w-]*)[^\n]*\n(?P<text>.*?)^(?P=ticks)\s*$", re.M | re.S)
_MARK = re.compile(r"<!-- (run|file)(?:: ([^>]+?))? -->\n\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block; `mark` is ``run`` or ``file`` where the comment above it says so, `value` what stands after it."""

    page: str
    line: int
    language: str
    text: str
    mark: str = ""
    value: str = ""

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    def commands(self) -> Iterator[tuple[str, list[str]]]:
        """Each ``$`` line, continuations joined, with the output that is shown below it."""
        command, shown = "", []
        for line in self.text.splitlines():
            if command.endswith("\\"):
                command = f"{command[:-1].rstrip()} {line.strip()}"
            elif line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            elif line.strip():
                shown.append(line)
        if command:
            yield command, shown


def paths() -> list[Path]:
    """Every page that a person wrote."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in found if not str(path.relative_to(ROOT)).startswith(MADE)]


@cache
def blocks() -> tuple[Block, ...]:
    return tuple(block for path in paths() for block in _cut(path))


def _cut(path: Path) -> Iterator[Block]:
    text = path.read_text("utf-8")
    for fence in _FENCE.finditer(text):
        before = text[: fence.start()]
        mark = _MARK.search(before)
        yield Block(
            str(path.relative_to(ROOT)), before.count("\n") + 1, fence["language"], fence["text"],
            *((mark[1], mark[2] or "") if mark else ()),
        )  # fmt: skip
