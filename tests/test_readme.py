"""What the README shows is run, not believed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from guards.policy import parse_policy

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_the_python_example_runs_and_says_what_it_promises() -> None:
    example = re.search(r"<!-- run -->\n```python\n(.*?)\n```\n\n`await", README, re.S)
    assert example
    done = subprocess.run([sys.executable, "-c", example[1]], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("block ['injection")
    assert second == "True python-os-command-injection"


def test_the_policy_example_is_valid() -> None:
    example = re.search(r"```yaml\n(version: 1.*?)```", README, re.S)
    assert example
    assert parse_policy(example[1]).name == "shop"


def test_the_policies_for_metas_weights_are_valid() -> None:
    words = (ROOT / "docs" / "metas-weights.md").read_text("utf-8")
    policies = [parse_policy(example) for example in re.findall(r"```yaml\n(version: 1.*?)```", words, re.S)]
    tiers = [[tier.kind for rules in policy.guards.values() for tier in rules.tiers] for policy in policies]
    assert tiers == [["embedded", "prompt_guard"], ["embedded", "llama_guard"], ["llama_guard"]]


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_command_that_is_named_exists() -> None:
    for name in set(re.findall(r"\$ corral (\w+)", README)):
        done = subprocess.run([sys.executable, "-m", "guards.cli", name, "--help"], capture_output=True, timeout=60)
        assert done.returncode == 0, name
