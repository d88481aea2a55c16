"""Prints what CHANGELOG.md says of a version: python .github/release_notes.py 0.1.0. Exit code 1: it says nothing."""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parent.parent / "CHANGELOG.md"


def notes(text: str, version: str) -> str:
    """The section of `version`, without its heading.

    Raises:
        LookupError: there is none, it is empty, or still unreleased.
    """
    sections = re.split(r"^## +", text, flags=re.M)[1:]
    for section in sections:
        heading, _, body = section.partition("\n")
        if heading.split()[0] == version:
            if "unreleased" in heading:
                raise LookupError(f"CHANGELOG.md still calls {version} unreleased: give it a date")
            if body.strip():
                return body.strip() + "\n"
    raise LookupError(f"CHANGELOG.md says nothing of {version}; it has {', '.join(s.split()[0] for s in sections)}")


if __name__ == "__main__":
    try:
        sys.stdout.write(notes(CHANGELOG.read_text("utf-8"), sys.argv[1]))
    except (LookupError, IndexError) as error:
        sys.exit(f"release_notes: {error}")
