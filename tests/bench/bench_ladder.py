"""A ladder simulated with recorded latencies: how often the heavy tier is asked, what that adds, what it changes.

The embedded tier and the pipeline are real. The heavy tier is simulated: it waits as long as the real shape took in a
run of `bench_prompt_guard` (`latencies.json`), and it answers from the row's label, right as often as Meta's published
figures for Prompt Guard 2 86M have it: 97.5% of attacks at 1% of harmless texts. So "decisions changed" says what such a
model would change, not what was measured with one.

The band is chosen on one half of the harmless texts, all figures are of the other half. Texts as in `bench_evasion`.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guards.injection import InjectionGuard
from guards.lab.bands import choose_band
from guards.lab.thresholds import scores_of
from guards.pipeline import Pipeline
from guards.policy import default_policy, parse_policy
from guards.types import Action, Budget, Exchange, Finding, Ladder, Message, Stage, Status, Subject, Tier, Verdict

from .bench_evasion import _texts

LATENCIES = Path(__file__).with_name("latencies.json")
CAUGHT, WRONGLY_HIT = 0.975, 0.01  # Source: the model card of Llama Prompt Guard 2 86M
SHARES = (0.02, 0.1, 0.3)
BUDGET_MS, TIGHT_MS = 2_000, 50
POLICY = """\
version: 1
name: bench
budget_ms: {budget}
guards:
  injection:
    stages: [input]
    thresholds: {{jailbreak: {{block: {block}}}}}
    where: [{{tier: heavy, thresholds: {{jailbreak: {{block: 0.5}}}}}}]
    on_degraded: allow
"""


@dataclass(frozen=True)
class Row:
    text: str
    attack: bool


class Recorded:
    """Waits a recorded time and says what the label says, wrong as often as published."""

    name = "injection"
    revision = "recorded"

    def __init__(self, rows: Sequence[Row], latencies_ms: Sequence[float]) -> None:
        chance = random.Random(0)
        self._says = {row.text: chance.random() < (CAUGHT if row.attack else WRONGLY_HIT) for row in rows}
        self._latencies_ms, self._chance = latencies_ms, chance

    async def check(self, subject: Subject, budget: Budget) -> Sequence[Finding]:
        await asyncio.sleep(self._chance.choice(self._latencies_ms) / 1000)
        return [Finding(0.99 if self._says[subject.text] else 0.01, "recorded", category="jailbreak")]


def main() -> None:
    attacks, benign = _texts(Path(os.environ.get("CORRAL_DATA", "../shared/data")))
    texts = list(dict.fromkeys(benign))
    random.Random(1).shuffle(texts)
    half = len(texts) // 2
    guard = InjectionGuard()
    calibration = asyncio.run(scores_of(guard, [Subject(text, Stage.INPUT) for text in texts[:half]]))
    rows = [Row(text, False) for text in texts[half:]] + [Row(text, True) for text in dict.fromkeys(attacks)]
    recorded = json.loads(LATENCIES.read_text("utf-8"))
    print(
        f"{len(rows)} texts, {sum(row.attack for row in rows)} of them attacks; band from {half} other harmless texts"
    )
    alone = asyncio.run(_judged(rows, Ladder.of(guard), BUDGET_MS))
    base = _times(alone)
    print(f"embedded alone: p50 {_at(base, 0.5):.1f} ms, p99 {_at(base, 0.99):.1f} ms, {_outcome(rows, alone)}\n")
    print(f"{'':58}{'heavy tier asked':>18}{'added ms':>16}{'decisions':>11}{'late':>6}")
    print(f"{'heavy tier, budget, band':58}{'harmless attacks':>18}{'p50     p99':>16}{'changed':>11}{'':>6}")
    for name, latencies_ms in recorded.items():
        for share, budget in [(share, BUDGET_MS) for share in SHARES] + [(SHARES[1], TIGHT_MS)]:
            band = choose_band("injection", calibration, share)
            heavy = Recorded(rows, latencies_ms)
            tiers = (Tier("embedded", guard), Tier("heavy", heavy, (band.low, 1.0)))
            found = asyncio.run(_judged(rows, Ladder("injection", tiers), budget))
            _print(f"{name}, {budget} ms, from {band.low:.3f} (aimed at {share:.0%})", rows, found, alone)
        heavy = Recorded(rows, latencies_ms)
        every = Ladder("injection", (Tier("embedded", guard), Tier("heavy", heavy)))
        _print(f"{name}, {BUDGET_MS} ms, always", rows, asyncio.run(_judged(rows, every, BUDGET_MS)), alone)


async def _judged(rows: Sequence[Row], ladder: Ladder, budget_ms: float) -> list[Verdict]:
    """One request after the other, each text new to the cache: latencies without any queueing."""
    shipped = default_policy().guards["injection"].levels("jailbreak", Stage.INPUT, None)
    assert shipped is not None
    policy = parse_policy(POLICY.format(budget=budget_ms, block=shipped.block))
    pipeline = Pipeline([ladder])
    try:
        await pipeline.judge(Exchange((Message("user", "warm"),)), policy) if len(ladder.tiers) == 1 else None
        return [await pipeline.judge(Exchange((Message("user", row.text),)), policy) for row in rows]
    finally:
        pipeline.close()


def _print(name: str, rows: Sequence[Row], found: Sequence[Verdict], alone: Sequence[Verdict]) -> None:
    asked = [
        (row.attack, report.tier == "heavy" or report.status is Status.DEGRADED)
        for row, verdict in zip(rows, found, strict=True)
        for report in verdict.reports
    ]
    shares = [statistics.mean(was for attack, was in asked if attack is kind) for kind in (False, True)]
    late = sum(report.status is Status.DEGRADED for verdict in found for report in verdict.reports)
    changed = sum(a.action is not b.action for a, b in zip(found, alone, strict=True))
    base, times = _times(alone), _times(found)
    added = [_at(times, q) - _at(base, q) for q in (0.5, 0.99)]
    print(
        f"{name:58}{shares[0]:9.1%}{shares[1]:9.1%}{added[0]:8.1f}{added[1]:8.1f}{changed:11}{late:6}   "
        f"{_outcome(rows, found)}",
        flush=True,
    )


def _outcome(rows: Sequence[Row], found: Sequence[Verdict]) -> str:
    blocked = [(row.attack, verdict.action is Action.BLOCK) for row, verdict in zip(rows, found, strict=True)]
    caught, hit = (statistics.mean(was for attack, was in blocked if attack is kind) for kind in (True, False))
    return f"attacks blocked {caught:.1%}, harmless {hit:.1%}"


def _times(verdicts: Sequence[Verdict]) -> list[float]:
    return sorted(verdict.elapsed_ms for verdict in verdicts)


def _at(times: Sequence[float], share: float) -> float:
    return times[min(int(len(times) * share), len(times) - 1)]


if __name__ == "__main__":
    main()
