"""`corral calibrate`: thresholds from harmless traffic, with an honest rate, or a refusal that says why."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from guards.cli.calibrate import command
from guards.errors import InputError
from guards.lab.bands import choose_band
from guards.lab.thresholds import calibrate_traffic, choose, policy_fragment, read_traffic, rows_needed
from guards.policy import load_policy
from guards.types import Stage


def write(path: Path, rows: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_the_fragment_is_a_policy_that_hits_no_more_than_asked(tmp_path: Path) -> None:
    texts = [f"Please remind me to water plant number {number} in room {number % 7}." for number in range(60)]
    rows: list[dict[str, object]] = [{"text": text} for text in texts]
    done = CliRunner().invoke(command, ["--benign", str(write(tmp_path / "a.jsonl", rows)), "--fpr", "0.05"])
    assert done.exit_code == 0, done.output
    file = tmp_path / "policy.yaml"
    file.write_text("version: 1\nname: mine\n" + done.stdout)
    policy = load_policy(file)
    for entry in calibrate_traffic({Stage.INPUT: texts}, 0.05):
        for category in ("injection", "jailbreak") if entry.guard == "injection" else ("unsafe",):
            levels = policy.guards[entry.guard].levels(category, Stage.INPUT, None)
            assert levels is not None
            assert levels.block == pytest.approx(entry.threshold)
        assert entry.rows == 60
        assert entry.interval[0] <= entry.rate <= entry.interval[1]


def test_the_expected_rate_holds_on_data_that_was_not_seen() -> None:
    rng = np.random.default_rng(5)
    made = choose("content", Stage.INPUT, rng.uniform(0, 0.9, 4_000), 0.02)
    assert made.interval[0] <= float((rng.uniform(0, 0.9, 100_000) >= made.threshold).mean()) <= made.interval[1]


@pytest.mark.parametrize(("rate", "rows"), [(0.01, 300), (0.05, 60), (0.001, 3_000)])
def test_too_few_rows_are_refused_and_repeats_do_not_count(tmp_path: Path, rate: float, rows: int) -> None:
    assert rows_needed(rate) == rows
    traffic = read_traffic(write(tmp_path / "few.jsonl", [{"text": "the same"}] * (rows + 5)))
    with pytest.raises(InputError, match=f"has 1 different texts of stage input.* needs {rows}"):
        calibrate_traffic(traffic, rate)


def test_rows_that_all_score_one_are_refused() -> None:
    with pytest.raises(InputError, match="no threshold gives that rate"):
        choose("injection", Stage.INPUT, np.ones(300), 0.01)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"role": "user"}, "bad.jsonl:1: text"),
        ({"text": " "}, "bad.jsonl:1: text"),
        ({"text": "a", "role": "robot"}, "robot"),
        ({"text": "a", "label": "jailbreak"}, "only harmless rows"),
    ],
)
def test_bad_rows_are_named(tmp_path: Path, row: dict[str, object], words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_traffic(write(tmp_path / "bad.jsonl", [row]))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no rows"):
        read_traffic(write(tmp_path / "none.jsonl", []))


def test_every_stage_gets_its_own_entry() -> None:
    scores = np.linspace(0, 0.5, 300)
    made = [choose("injection", stage, scores, 0.01) for stage in (Stage.INPUT, Stage.DOCUMENT)]
    fragment = policy_fragment(made, 0.01)
    assert fragment.count("- stage: ") == 2
    assert "stages: [input, document]" in fragment


def test_a_band_asks_the_next_tier_about_the_wanted_share(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"text": f"Please water plant {n} in room {n % 7}."} for n in range(60)]
    file = write(tmp_path / "a.jsonl", rows)
    done = CliRunner().invoke(command, ["--benign", str(file), "--fpr", "0.05", "--heavy-share", "0.1"])
    assert done.exit_code == 0, done.output
    tiers = "    tiers: [embedded, {prompt_guard: {model: pg}}]\n"
    policy = tmp_path / "policy.yaml"
    injection, _, content = done.stdout.partition("  content:\n")
    policy.write_text(
        "version: 1\nname: mine\n" + injection + tiers + "  content:\n" + content + tiers.replace("prompt_guard", "remote")
        .replace("model: pg", 'url: "http://127.0.0.1:9"')
    )  # fmt: skip
    assert all(rules.band is not None and rules.band[1] == 1 for rules in load_policy(policy).guards.values())
    assert "expect the next tier for" in done.stdout
    refused = CliRunner().invoke(command, ["--audited", str(tmp_path), "--heavy-share", "0.1"])
    assert "--heavy-share wants harmless texts" in refused.output


def test_the_share_holds_on_data_that_was_not_seen() -> None:
    rng = np.random.default_rng(7)
    band = choose_band("injection", rng.uniform(0, 0.9, 4_000), 0.1)
    assert band.interval[0] <= float((rng.uniform(0, 0.9, 100_000) >= band.low).mean()) <= band.interval[1]
    with pytest.raises(InputError, match="no band asks so seldom"):
        choose_band("injection", np.ones(100), 0.1)
