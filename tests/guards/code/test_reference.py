"""The rule reference in docs/rules is what the rules and their fixtures say today."""

from __future__ import annotations

from pathlib import Path

from guards.code.reference import pages
from guards.code.ruleset import load_rules

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "rules"


def test_it_is_fresh() -> None:
    made = pages(load_rules())
    stale = [
        name
        for name, text in made.items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != text
    ]
    left = {file.name for file in FOLDER.glob("*.md")} - set(made)
    assert not stale, (
        f"docs/rules is stale ({', '.join(stale)}): run `make docs` (corral rules reference --out docs/rules)"
    )
    assert not left, f"docs/rules holds pages of no rules: {', '.join(left)}"


def test_every_rule_is_explained_with_an_insecure_and_a_secure_example() -> None:
    text = "\n".join(pages(load_rules()).values())
    for rule in load_rules():
        entry = text.split(f"\n## {rule.id}\n", 1)[1].split("\n## ", 1)[0]
        assert all(cwe in entry for cwe in rule.cwe), rule.id
        assert rule.message in entry, rule.id
        assert "Insecure:" in entry, rule.id
        assert "Secure:" in entry, rule.id
