"""The embedded model: milliseconds a text by length, both judgements together, one caller and two; load and memory."""

from __future__ import annotations

import resource
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from guards.embedded import EmbeddedModel

SENTENCE = "The council will meet on Tuesday to discuss the new bridge, the school bus and the water bill. "
RUNS = 200


def main() -> None:
    began = time.perf_counter()
    model = EmbeddedModel()
    model.judge_many([("warm", "user")])
    print(f"load and first answer {time.perf_counter() - began:.2f} s (Python and its packages imported already)")
    print(f"{'':8}{'':9}{'one thread':>18}{'two threads at once':>22}")
    print(f"{'pieces':>8}{'windows':>9}{'p50 ms':>9}{'p95 ms':>9}{'p50 ms':>13}{'p95 ms':>9}")
    pieces_of = model.first.pieces(SENTENCE) - 2  # without begin and end
    for wanted in (32, 128, 512, 2_048, 100_000):
        text = (SENTENCE * (wanted // pieces_of + 1))[: round(len(SENTENCE) * wanted / pieces_of)]
        runs = RUNS if wanted <= 2_048 else 3
        windows = len(model.judge_many([(text, "user")])[0])
        alone = _times(model, text, runs)
        with ThreadPoolExecutor(2) as pool:
            jobs = [pool.submit(_times, model, text, runs) for _ in range(2)]
            both = sorted(time_ms for job in jobs for time_ms in job.result())
        print(f"{wanted:8}{windows:9}{_median_p95(alone)}{'':4}{_median_p95(both)}", flush=True)
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _times(model: EmbeddedModel, text: str, runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        model.judge_many([(text, "user")])  # `judge` would remember the answer
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def _median_p95(times: list[float]) -> str:
    return f"{statistics.median(times):9.2f}{times[max(0, int(len(times) * 0.95) - 1)]:9.2f}"


if __name__ == "__main__":
    main()
