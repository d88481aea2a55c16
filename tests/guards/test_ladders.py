"""Tiers in a policy: wrong ones are refused with their line, right ones are loaded, asked and named in the verdict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from guards.cli.models import command as models
from guards.corral import Corral
from guards.errors import ConfigError, ModelError, PolicyError
from guards.injection.prompt_guard.export import export
from guards.ladders import build_ladders
from guards.policy import load_policy, parse_policy
from guards.types import Exchange, Message

from .llama_guard.tiny import write_checkpoint as write_llama
from .prompt_guard.tiny import PG2_22M
from .prompt_guard.tiny import write_checkpoint as write_prompt_guard

BASE = """\
version: 1
name: gated
budget_ms: 60000
guards:
  content:
    stages: [input, output]
    thresholds: {unsafe: {flag: 0.5}}
    tiers:
      - embedded
      - llama_guard: {backend: vllm, url: "http://127.0.0.1:8000", model: guard}
    band: [0.1, 0.9]
"""
REMOTE = '{backend: vllm, url: "http://127.0.0.1:8000", model: guard}'


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        ((REMOTE, "{backend: vllm, url: x, model: guard}"), 10, "http://"),
        ((REMOTE, "{backend: vllm, model: guard}"), 10, "`url` is missing"),
        ((REMOTE, '{backend: vllm, url: "http://x"}'), 10, "`model` is missing"),
        ((REMOTE, '{backend: transformers, url: "http://x", model: m}'), 10, "leave `url` out"),
        ((REMOTE, "{backend: transformers}"), 10, "`model` is missing"),
        ((REMOTE, '{backend: gopher, url: "http://x"}'), 10, "backend"),
        ((REMOTE, '{backend: tgi, uri: "http://x"}'), 10, "no such key"),
        (("llama_guard:", "lama_guard:"), 10, "no such key"),
        (("- embedded", "- embeded"), 9, ""),
        (("band: [0.1, 0.9]", "always: false"), 5, "band"),
        (("band: [0.1, 0.9]", "band: [0.9, 0.1]"), 5, "low, high"),
        (("band: [0.1, 0.9]", "band: [0.1, 0.9]\n    always: true"), 5, "either"),
        (("- embedded\n", f"- llama_guard: {REMOTE}\n"), 5, "give one a `name`"),
        (("llama_guard: " + REMOTE, "prompt_guard: {model: m}"), 4, "tier of the injection guard"),
    ],
)
def test_wrong_tiers_are_refused_with_their_line(
    change: tuple[str, str], line: int, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "policy.yaml"
    assert change[0] in BASE
    file.write_text(BASE.replace(*change))
    with pytest.raises(PolicyError) as refused:
        load_policy(file)
    assert words in str(refused.value)
    assert refused.value.line == line, refused.value


def test_policies_for_some_requests_share_the_engines(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(BASE.replace("[0.1, 0.9]", "[0.2, 0.9]"))
    main = tmp_path / "main.yaml"
    main.write_text(BASE + "others:\n  - {key: a, policy: other.yaml}\n")
    with pytest.raises(PolicyError, match="loaded once for all policies"):
        load_policy(main)
    (tmp_path / "other.yaml").write_text(BASE)
    assert load_policy(main).select(key="a").name == "gated"


def test_a_policy_without_tiers_has_the_embedded_ladder() -> None:
    policy = parse_policy("version: 1\nname: t\nguards:\n  injection: {stages: [input]}\n")
    (ladder,) = build_ladders(policy.guards)
    assert [tier.name for tier in ladder.tiers] == ["embedded"]


def test_the_band_becomes_the_second_rungs_and_a_remote_one_is_not_asked_at_start() -> None:
    (ladder,) = build_ladders(parse_policy(BASE).guards)
    assert [(tier.name, tier.band) for tier in ladder.tiers] == [("embedded", None), ("llama_guard", (0.1, 0.9))]
    (always,) = build_ladders(parse_policy(BASE.replace("band: [0.1, 0.9]", "always: true")).guards)
    assert always.tiers[1].band is None


def test_a_key_that_is_not_set_and_a_model_that_is_not_there_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GUARD_KEY", raising=False)
    keyed = BASE.replace("model: guard", "model: guard, key_env: GUARD_KEY")
    with pytest.raises(ConfigError, match="GUARD_KEY is not set"):
        build_ladders(parse_policy(keyed).guards)
    absent = "version: 1\nname: t\nguards:\n  injection: {stages: [input], tiers: [{prompt_guard: {model: nowhere}}]}\n"
    with pytest.raises(ModelError, match="corral export prompt-guard"):
        build_ladders(parse_policy(absent).guards)


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A policy beside tiny models of both gated kinds."""
    home = tmp_path_factory.mktemp("gated")
    write_llama(home / "llama-guard", known=True)
    checkpoint = write_prompt_guard(home / "checkpoint", PG2_22M)
    export(str(checkpoint), home / "prompt-guard", tolerance=0.2)
    (home / "policy.yaml").write_text(
        """\
version: 1
name: gated
budget_ms: 60000
guards:
  content:
    stages: [input]
    thresholds: {unsafe: {flag: 0.99}}
    where: [{tier: llama_guard, thresholds: {unsafe: {block: 0.5}}}]
    tiers: [embedded, {llama_guard: {backend: transformers, model: llama-guard, device: cpu, categories: {S6: null}}}]
    always: true
  injection:
    stages: [input, document]
    tiers: [embedded, {prompt_guard: {model: prompt-guard, window_tokens: 64, threads: 1}}]
    band: [0.0, 1.0]
"""
    )
    return home / "policy.yaml"


def test_the_verdict_names_the_tier_and_thresholds_are_the_tiers_own(gated: Path) -> None:
    with Corral(gated) as corral:
        verdict = corral.judge(Exchange((Message("user", "How do I sort a list?"), Message("tool", "a page"))))
    assert {report.guard: report.tier for report in verdict.reports} == {
        "content": "llama_guard",
        "injection": "prompt_guard",
    }
    assert all(report.status == "done" for report in verdict.reports)
    assert verdict.action == "block"  # 0.82 by Llama Guard: over its own 0.5, under the embedded model's 0.99
    assert verdict.reasons[0].text == "unsafe 0.82 >= 0.50"


def test_models_lists_what_is_configured_with_revision_and_latency(gated: Path) -> None:
    done = CliRunner().invoke(models, ["--policy", str(gated), "--json"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0, done.output
    assert [(row["guard"], row["tier"]) for row in rows] == [
        ("content", "embedded"), ("content", "llama_guard"), ("injection", "embedded"), ("injection", "prompt_guard"),
    ]  # fmt: skip
    assert all(row["loads"] and row["revision"] and row["median_ms"] > 0 for row in rows)


def test_models_says_what_does_not_load_and_fails(gated: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.yaml").write_text(gated.read_text())
    done = CliRunner().invoke(models, ["--policy", str(tmp_path / "policy.yaml")])
    assert done.exit_code == 2
    assert "FAILS" in done.stdout
    assert "Corral downloads none" in done.stdout
    assert "corral export prompt-guard" in done.stdout
