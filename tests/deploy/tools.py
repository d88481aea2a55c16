"""The tools that check `deploy/`: from the package index, beside this interpreter, or from the system."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path


def tool(name: str) -> str:
    """The executable called `name`.

    Raises:
        AssertionError: it is not there; says what installs it.
    """
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
    assert found, f"these tests need {name}: `make test` installs it (pyproject.toml, tests/system-packages.sh)"
    return found
