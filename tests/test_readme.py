"""What the README promises; its commands, links and YAML are checked with those of all pages, in `tests/docs`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guards.code.ruleset import load_rules
from guards.policy import parse_policy
from tests.docs.commands import patient

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_example_says_what_it_promises(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"<!-- run -->\n```python\n(.*?)\n```\n\n`await", README, re.S)
    assert example
    with patient():
        exec(compile(example[1], "README.md", "exec"), {})
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("block ['injection")
    assert second == "True python-os-command-injection"


def test_the_policies_for_metas_weights_are_valid() -> None:
    words = (ROOT / "docs" / "metas-weights.md").read_text("utf-8")
    policies = [parse_policy(example) for example in re.findall(r"```yaml\n(version: 1.*?)```", words, re.S)]
    tiers = [[tier.kind for rules in policy.guards.values() for tier in rules.tiers] for policy in policies]
    assert tiers == [["embedded", "prompt_guard"], ["embedded", "llama_guard"], ["llama_guard"]]


def test_it_does_not_boast_of_rules_that_are_not_there() -> None:
    counted = re.search(r"over (\d+) rules on (\d+) CWEs", README)
    assert counted
    rules = load_rules()
    assert len(rules) > int(counted[1])
    assert len({cwe for rule in rules for cwe in rule.cwe}) >= int(counted[2])
