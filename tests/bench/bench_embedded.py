"""The embedded model: milliseconds a text by length, both judgements together, load time and memory."""

from __future__ import annotations

import resource
import statistics
import time

SENTENCE = "The council will meet on Tuesday to discuss the new bridge, the school bus and the water bill. "
RUNS = 200


def main() -> None:
    began = time.perf_counter()
    from guards.embedded import EmbeddedModel

    model = EmbeddedModel()
    model.judge_many([("warm", "user")])
    print(f"load and first answer {time.perf_counter() - began:.2f} s")
    print(f"{'pieces':>8}{'windows':>9}{'p50 ms':>9}{'p95 ms':>9}")
    pieces_of = len(model._pieces(SENTENCE))
    for wanted in (32, 128, 512, 2_048, 100_000):
        text = SENTENCE * max(1, round(wanted / pieces_of))
        runs = RUNS if wanted <= 2_048 else 3
        times = []
        for number in range(runs):
            began = time.perf_counter()
            windows = model.judge_many([(f"{number} {text}", "user")])[0]
            times.append((time.perf_counter() - began) * 1000)
        times.sort()
        print(
            f"{wanted:8}{len(windows):9}{statistics.median(times):9.2f}{times[int(len(times) * 0.95) - 1]:9.2f}",
            flush=True,
        )
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
