"""What a valid policy says in vain is told; what takes effect is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from guards.policy import default_policy, doubts, load_policy, parse_policy

LLAMA_GUARD = "tiers: [embedded, {llama_guard: {backend: llamacpp, url: 'http://h', categories: {S15: Gossip.}}}], band: [0.1, 0.9]"


def told(guards: str) -> tuple[str, ...]:
    return doubts(parse_policy(f"version: 1\nname: t\nguards: {guards}\n"))


def test_the_policy_that_ships_says_nothing_in_vain() -> None:
    assert doubts(default_policy()) == ()


@pytest.mark.parametrize(
    ("guards", "place", "words"),
    [
        ("{injecton: {stages: [input]}}", "guards.injecton", "did you mean 'injection'?"),
        ("{injection: {stages: [input], thresholds: {jailbraek: 0.5}}}", "guards.injection.thresholds", "'jailbreak'?"),
        ("{content: {stages: [input], thresholds: {S15: 0.5}}}", "guards.content.thresholds", "finds 'S15'"),
        ("{content: {stages: [input]}}", "guards.content", "no threshold stands here"),
        ("{content: {stages: [input], thresholds: {unsafe: {flag: 0.9, block: 0.5}}}}", "guards.content.thresholds.unsafe",
         "block begins at 0.5, so that flag at 0.9 never shows"),
        ("{content: {stages: [input], thresholds: {unsafe: 1}, where: [{tier: llama_guard, thresholds: {unsafe: 0.5}}]}}",
         "guards.content.where.0.tier", "there are embedded"),
        ("{content: {stages: [input], thresholds: {unsafe: 1}, where: [{stage: output, thresholds: {unsafe: 0.5}}]}}",
         "guards.content.where.0.stage", "its stages are input"),
        ("{content: {stages: [input], thresholds: {unsafe: 1}, where: [{language: Thai, thresholds: {unsafe: 0.5}}]}}",
         "guards.content.where.0.language", "ISO 639-1"),
        ("{code: {stages: [output], thresholds: {unsafe: 0.5}}}", "guards.code.thresholds", "judged by rules"),
        ("{code: {stages: [output], rules: {python-sql-injektion: allow}}}", "guards.code.rules", "'python-sql-injection'?"),
    ],
)  # fmt: skip
def test_what_never_takes_effect_is_told_with_its_place(guards: str, place: str, words: str) -> None:
    (doubt,) = told(guards)
    assert doubt.startswith(f"{place}: ")
    assert words in doubt


@pytest.mark.parametrize(
    "guards",
    [
        "{content: {stages: [input], thresholds: {'*': 0.9, S10: {flag: 0.5}}}}",
        f"{{content: {{stages: [input], thresholds: {{S15: 0.5}}, {LLAMA_GUARD}}}}}",
        "{content: {stages: [input], thresholds: {own: 0.5}, tiers: [{remote: {url: 'http://h'}}]}}",
        "{content: {stages: [input], thresholds: {unsafe: {flag: 0.5, block: 0.5}}, where: [{language: th, thresholds: {S1: 0.5}}]}}",
        "{code: {stages: [output], rules: {python-sql-injection: allow}, treatments: {block: flag}}}",
    ],
)
def test_what_takes_effect_is_not_doubted(guards: str) -> None:
    assert told(guards) == ()


def test_the_policies_named_for_some_requests_are_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(
        "version: 1\nname: o\nguards: {content: {stages: [input], thresholds: {S99: 1}}}\n"
    )
    (tmp_path / "policy.yaml").write_text(
        "version: 1\nname: p\nguards: {content: {stages: [input], thresholds: {unsafe: 1}}}\n"
        "others: [{model: m, policy: other.yaml}]\n"
    )
    (doubt,) = doubts(load_policy(tmp_path / "policy.yaml"))
    assert doubt.startswith("other.yaml: guards.content.thresholds: ")
