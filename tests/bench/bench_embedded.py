"""The embedded model: milliseconds a text by length, both judgements together, one caller and two; load and memory.

The text is harmless, so that the fast network answers alone; the last lines are the two networks by themselves.
"""

from __future__ import annotations

import itertools
import resource
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from guards.embedded import EmbeddedModel
from guards.embedded.engine import Part

SENTENCE = "The council will meet on Tuesday at {} to discuss the new bridge, the school bus and the water bill. "
RUNS = 200
WINDOW = 480  # characters

_number = itertools.count(1_000)  # no sentence comes twice: what was judged once is remembered


def main() -> None:
    began = time.perf_counter()
    model = EmbeddedModel()
    model.judge_many([("warm", "user")])
    print(f"load and first answer {time.perf_counter() - began:.2f} s (Python and its packages imported already)")
    print(f"{'':8}{'':9}{'one thread':>18}{'two threads at once':>22}")
    print(f"{'pieces':>8}{'windows':>9}{'p50 ms':>9}{'p95 ms':>9}{'p50 ms':>13}{'p95 ms':>9}")
    pieces_of = model.first.pieces(SENTENCE.format(next(_number))) - 2  # without begin and end
    for wanted in (32, 128, 512, 2_048, 100_000):
        runs = RUNS if wanted <= 2_048 else 3
        chars = round(len(SENTENCE.format(1_000)) * wanted / pieces_of)
        windows = len(model.judge_many([(_text(chars), "user")])[0])

        def judged(chars: int = chars) -> Callable[[], object]:
            text = _text(chars)
            return lambda: model.judge_many([(text, "user")])

        print(f"{wanted:8}{windows:9}{_both(judged, runs)}", flush=True)
    for name, engine in (("fast", model.first), ("accurate", model.second)):
        assert engine is not None

        def scored(engine: object = engine) -> Callable[[], object]:
            part = Part(_text(WINDOW), "user", (0, WINDOW))
            return lambda: engine.scores([part])  # type: ignore[attr-defined]

        print(f"{name:8}{1:9}{_both(scored, RUNS)}", flush=True)
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _text(chars: int) -> str:
    made = ""
    while len(made) < chars:
        made += "".join(SENTENCE.format(next(_number)) for _ in range(1 + chars // 200))
    return made[:chars]


def _both(work: Callable[[], Callable[[], object]], runs: int) -> str:
    alone = _times(work, runs)
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(_times, work, runs) for _ in range(2)]
        both = sorted(time_ms for job in jobs for time_ms in job.result())
    return f"{_median_p95(alone)}{'':4}{_median_p95(both)}"


def _times(work: Callable[[], Callable[[], object]], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        run = work()
        began = time.perf_counter()
        run()
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def _median_p95(times: list[float]) -> str:
    return f"{statistics.median(times):9.2f}{times[max(0, int(len(times) * 0.95) - 1)]:9.2f}"


if __name__ == "__main__":
    main()
