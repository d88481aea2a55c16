"""`make matrix`: runs every cell and writes docs/no-bypass.md."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from rich.progress import Progress

from guards.dialects import DIALECTS

from .cells import AFTER, BAD, GUARDS, TEXT, Bench, Keyword, cells
from .inside import inside, run
from .page import page

PAGE = Path(__file__).parents[3] / "docs" / "no-bypass.md"


async def faults() -> dict[str, str]:
    found: dict[str, str] = {}
    wanted = [cell for dialect in DIALECTS for cell in cells(dialect)]
    with tempfile.TemporaryDirectory() as folder, Progress(transient=True) as progress:
        async with Bench(Path(folder)).running() as bench:
            for cell in progress.track(wanted, description="cells"):
                if fault := await bench.run(cell):
                    found[str(cell)] = fault
        for one in progress.track(list(inside(GUARDS)), description="inside"):
            if fault := await run(one, Keyword(one.guard), TEXT, BAD, AFTER):
                found[str(one)] = fault
    return found


def main() -> int:
    found = asyncio.run(faults())
    for cell, fault in found.items():
        print(f"{cell} {fault}", file=sys.stderr)
    PAGE.write_text(page(found), "utf-8")
    print(f"{PAGE.name}: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
