"""The code guard's fast engine over every fixture, its language known, and over prose."""

from __future__ import annotations

import statistics
import time

from guards.code import CodeGuard, Engine
from guards.code.fixtures import fixture_of
from guards.types import Stage, Subject

RUNS = 20


def main() -> None:
    began = time.perf_counter()
    engine = Engine.load()
    engine.check_rules()
    print(f"{len(engine.rules)} rules ready in {(time.perf_counter() - began) * 1000:.0f} ms")
    by_language: dict[str, list[float]] = {}
    for rule in engine.rules.values():
        fixture = fixture_of(rule)
        assert fixture is not None
        code = fixture.path.read_text("utf-8")
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            engine.scan(code, fixture.language)
            times.append((time.perf_counter() - began) * 1000)
        by_language.setdefault(fixture.language, []).append(statistics.median(times))
    print(f"{'language':12}{'snippets':>9}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
    for language, times in sorted(by_language.items()):
        times.sort()
        print(
            f"{language:12}{len(times):9}{statistics.median(times):9.2f}{times[int(len(times) * 0.95) - 1]:9.2f}{times[-1]:9.2f}"
        )
    guard = CodeGuard()
    prose = Subject("Dear Anna, thank you for the flowers. They are lovely. See you soon! " * 8, Stage.OUTPUT)
    began = time.perf_counter()
    for _ in range(1000):
        guard.scan(prose)
    print(f"prose of {len(prose.text)} characters: {(time.perf_counter() - began) * 1000:.1f} us")


if __name__ == "__main__":
    main()
