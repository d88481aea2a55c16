"""The code guard's fast engine over its fixtures, prose and a long file, beside Meta's codeshield in the same run.

CORRAL_BENCH_CODESHIELD names a Python that has `codeshield` and `semgrep`; without it that part says so and is left out.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from guards.code import CodeGuard, Engine
from guards.code.fixtures import fixture_of
from guards.code.scanner import Scanner
from guards.types import Stage, Subject

RUNS = 9
SCRIPT_LINES = 20
COMMANDS = Path(__file__).resolve().parents[1] / "guards" / "code" / "shell"
PEER_SNIPPETS = 70
PEER_LANGUAGES = frozenset({"c", "cpp", "csharp", "java", "javascript", "php", "python"})
Snippet = dict[str, str]


def main() -> None:
    _ready()
    engine = Engine.load()
    engine.check_rules()
    fixtures = [fixture for rule in engine.rules.values() if (fixture := fixture_of(rule)) is not None]
    snippets = [
        {"language": fixture.language, "code": fixture.path.read_text("utf-8")}
        for fixture in fixtures
        if fixture.language in engine.languages - {"shell"}  # commands have an engine of their own: below
    ]
    times = [_scan_ms(engine, snippet) for snippet in snippets]
    lines = statistics.median(snippet["code"].count("\n") for snippet in snippets)
    print(
        f"{'snippets of ' + format(lines, '.0f') + ' lines':24}{'n':>5}{'mean':>9}{'p5':>9}{'p50':>9}{'p95':>9}{'p99':>9}"
    )
    for language in sorted({snippet["language"] for snippet in snippets}):
        own = [ms for ms, snippet in zip(times, snippets, strict=True) if snippet["language"] == language]
        _row(language, own)
    _row("all, ms", times)
    _long_file(engine, snippets)
    _prose()
    _commands()
    _peer(snippets, times)


def _ready() -> None:
    """Until every language can be scanned: as each start after the first finds it, and with nothing remembered."""

    def ready_ms() -> float:
        began = time.perf_counter()
        scanner = Scanner.load()
        for language in sorted(Engine.languages):
            scanner.scan("x", language)
        return (time.perf_counter() - began) * 1000

    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = folder
        anew, remembered = ready_ms(), ready_ms()
        os.environ.pop("XDG_CACHE_HOME")
        if before is not None:
            os.environ["XDG_CACHE_HOME"] = before
    print(f"{len(Scanner.load().rules)} rules ready in {remembered:.0f} ms; read and compiled anew in {anew:.0f} ms")


def _scan_ms(engine: Engine, snippet: Snippet) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.perf_counter()
        engine.scan(snippet["code"], snippet["language"])
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def _at(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def _row(name: str, times: list[float]) -> None:
    figures = (statistics.mean(times), *(_at(times, share) for share in (0.05, 0.5, 0.95, 0.99)))
    print(f"{name:24}{len(times):5}" + "".join(f"{figure:9.2f}" for figure in figures))


def _long_file(engine: Engine, snippets: list[Snippet]) -> None:
    whole = "\n".join(snippet["code"] for snippet in snippets if snippet["language"] == "python")
    for count in (500, 1000, 2000, 4000):
        copies = whole * (count // whole.count("\n") + 1)
        code = "\n".join(copies.splitlines()[:count])
        print(f"{count} lines of insecure Python: {_scan_ms(engine, {'language': 'python', 'code': code}):.1f} ms")


def _prose() -> None:
    guard = CodeGuard()
    prose = Subject("Dear Anna, thank you for the flowers. They are lovely. See you soon! " * 8, Stage.OUTPUT)
    began = time.perf_counter()
    for _ in range(1000):
        guard.scan(prose)
    print(f"prose of {len(prose.text)} characters: {(time.perf_counter() - began) * 1000:.1f} us")


def _commands() -> None:
    """Scripts of 20 everyday lines; and the lists that were written after the rules and measured, never tuned on."""
    scanner = Scanner.load()
    ordinary = _listed("ordinary.txt")
    scripts = ["\n".join(ordinary[at : at + SCRIPT_LINES]) for at in range(0, len(ordinary) - SCRIPT_LINES, 5)]
    times = []
    for script in scripts:
        taken = []
        for _ in range(RUNS):
            began = time.perf_counter()
            scanner.scan(script, "shell")
            taken.append((time.perf_counter() - began) * 1000)
        times.append(statistics.median(taken))
    _row(f"scripts of {SCRIPT_LINES} lines", times)

    def found(command: str) -> set[str]:
        return {match.rule_id for match in scanner.scan(command, "shell").matches}

    dangerous = [line.split("\t") for line in _listed("heldout-dangerous.tsv")]
    named = sum(f"shell-{rule}" in found(command) for rule, command in dangerous)
    plain = _listed("heldout-ordinary.txt")
    print(
        f"held-out commands: {named} of {len(dangerous)} dangerous ones found by the rule that was meant, "
        f"{sum(bool(found(command)) for command in plain)} of {len(plain)} ordinary ones flagged"
    )


def _listed(name: str) -> list[str]:
    lines = (COMMANDS / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _peer(snippets: list[Snippet], times: list[float]) -> None:
    python = os.environ.get("CORRAL_BENCH_CODESHIELD")
    if not python:
        print("codeshield: not measured, CORRAL_BENCH_CODESHIELD names no Python that has it")
        return
    both = [pair for pair in zip(snippets, times, strict=True) if pair[0]["language"] in PEER_LANGUAGES]
    both = both[:: max(len(both) // PEER_SNIPPETS, 1)]
    ours = [ms for _, ms in both]
    _row("corral, the same", ours)
    for mode in ("installed", "mended"):
        done = subprocess.run(
            [python, str(Path(__file__).with_name("codeshield_runner.py")), mode],
            input=json.dumps([snippet for snippet, _ in both]),
            capture_output=True,
            text=True,
            check=True,
        )
        answers = json.loads(done.stdout.splitlines()[-1])
        theirs = [ms for ms, _ in answers]
        _row(f"codeshield, {mode}", theirs)
        ratios = (
            statistics.mean(theirs) / statistics.mean(ours),
            *(_at(theirs, s) / _at(ours, s) for s in (0.05, 0.5)),
        )
        print(
            f"codeshield, {mode}: {ratios[0]:.0f} times corral's mean, {ratios[1]:.0f} at p5, {ratios[2]:.0f} at p50; "
            f"calls {sum(flag for _, flag in answers)} of {len(answers)} snippets insecure"
        )


if __name__ == "__main__":
    main()
