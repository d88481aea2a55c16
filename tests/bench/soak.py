"""`make soak`: the proxy under steady load, at 80% of what it can do here, for ten minutes: flat memory, no error."""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

import aiohttp

from .bench_proxy import PROMPT, free_port, process

SHARE = 0.8
CALIBRATION_S = 20.0
WORKERS = 32
SAMPLES = 30
GROWTH = 0.10  # of the second half's median over that of the first, after a warm-up of a sixth


def resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} tells no VmRSS")


async def load(url: str, seconds: float, rate: float | None, seen: Counter[str], took_ms: list[float]) -> float:
    """Asks for `seconds`, at `rate` requests a second or as fast as answers come; gives requests a second."""
    began, numbers = time.monotonic(), iter(range(1_000_000_000))

    async def work(session: aiohttp.ClientSession) -> None:
        while (now := time.monotonic()) < began + seconds:
            number = next(numbers)
            if rate is not None and (wait := began + number / rate - now) > 0:
                await asyncio.sleep(wait)
            body = {
                "model": "m",
                "stream": number % 4 == 0,
                "messages": [{"role": "user", "content": f"{PROMPT} {number}"}],
            }
            asked = time.monotonic()
            try:
                async with session.post(f"{url}/v1/chat/completions", json=body) as answer:
                    text = await answer.text()
                    whole = answer.status == 200 and ("[DONE]" in text if number % 4 == 0 else '"stop"' in text)
                    seen["done" if whole else f"status {answer.status}"] += 1
            except (aiohttp.ClientError, TimeoutError) as error:
                seen[type(error).__name__] += 1
            took_ms.append((time.monotonic() - asked) * 1000)

    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
        await asyncio.gather(*(work(session) for _ in range(WORKERS)))
    return len(took_ms) / (time.monotonic() - began)


async def soak(url: str, pid: int, seconds: float) -> bool:
    """Prints what was seen; whether memory stayed flat and nothing failed."""
    capacity = await load(url, min(CALIBRATION_S, seconds / 3), None, Counter(), [])
    print(
        f"capacity {capacity:.0f} requests a second (a quarter of them streamed), soaking at {SHARE:.0%} of it",
        flush=True,
    )
    seen, took_ms, memory = Counter[str](), list[float](), list[float]()
    running = asyncio.create_task(load(url, seconds, capacity * SHARE, seen, took_ms))
    for number in range(SAMPLES):
        await asyncio.sleep(seconds / SAMPLES)
        memory.append(resident_mb(pid))
        print(f"{(number + 1) * seconds / SAMPLES:6.0f} s  {memory[-1]:7.1f} MB  {dict(seen)}", flush=True)
    rate = await running
    warm = memory[SAMPLES // 6 :]
    first, second = statistics.median(warm[: len(warm) // 2]), statistics.median(warm[len(warm) // 2 :])
    errors = sum(seen.values()) - seen["done"]
    print(
        f"{sum(seen.values())} requests, {rate:.0f} a second of {capacity * SHARE:.0f} wanted, {errors} errors,"
        f" p50 {statistics.median(took_ms):.1f} ms"
    )
    print(f"memory: {first:.1f} MB in the first half, {second:.1f} in the second ({second / first - 1:+.1%})")
    return seen["done"] > 0 and errors == 0 and second <= first * (1 + GROWTH)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0, help="how long; a minute shows that all of it works")
    wanted = parser.parse_args()
    ports = [free_port() for _ in range(2)]
    upstream, url = (f"http://127.0.0.1:{port}" for port in ports)
    serve = (
        "-m",
        "guards.cli",
        "serve",
        "--upstream",
        f"{upstream}/v1",
        "--log-level",
        "error",
        "--port",
        str(ports[1]),
    )
    with (
        process("-m", "tests.bench.canned_upstream", str(ports[0]), url=upstream),
        process(*serve, url=f"{url}/healthz") as proxy,
    ):
        flat = asyncio.run(soak(url, proxy.pid, wanted.seconds))
    print("flat" if flat else "NOT flat, or not without errors")
    return 0 if flat else 1


if __name__ == "__main__":
    sys.exit(main())
