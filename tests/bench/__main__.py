"""Runs the benchmarks: every `bench_*.py` here, or those named. Each prints its own table of medians and ratios."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path


def main(wanted: list[str]) -> int:
    here = [m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if m.name.startswith("bench_")]
    names = [f"bench_{name}" for name in wanted] or sorted(here)
    for name in names:
        if name not in here:
            print(f"no benchmark {name}; there are {', '.join(sorted(here))}", file=sys.stderr)
            return 2
    for name in names:
        print(f"\n== {name.removeprefix('bench_')}", flush=True)
        importlib.import_module(f"tests.bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
