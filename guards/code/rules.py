"""Where the rules lie: in the package when installed, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from guards.errors import RuleError


def rule_folders() -> tuple[Path, ...]:
    """The folders of the rules that ship.

    Raises:
        RuleError: there are none, which must not look like "nothing found".
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package.parent / "rules", package / "_rules"):
        if folder.is_dir() and (folder / "python").is_dir():
            return (folder,)
    raise RuleError("the rules that ship are missing; reinstall llama-corral", file=str(package / "_rules"))
