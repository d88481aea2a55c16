"""Leaving sources out: each exactly once, nothing of it learnt, and a table that says how sure it is."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guards.lab.build import HELD_OUT
from guards.lab.leave_out import HEADER, leave_out, split_sources

from .test_lab import tiny_data


@given(st.sets(st.text("abc", min_size=1, max_size=3), min_size=4, max_size=20), st.integers(2, 4), st.integers(0, 9))
def test_every_source_is_left_out_once(sources: set[str], folds: int, seed: int) -> None:
    made = split_sources(sources | HELD_OUT, folds, seed)
    assert len(made) == folds
    assert sorted(source for fold in made for source in fold) == sorted(sources | HELD_OUT)
    assert made[0] >= HELD_OUT
    assert max(len(fold - HELD_OUT) for fold in made) - min(len(fold - HELD_OUT) for fold in made) <= 1


def test_left_out_sources_are_measured_by_a_network_that_did_not_see_them(tmp_path: Path) -> None:
    lines: list[str] = []
    found = list(leave_out(tiny_data(tmp_path), folds=2, share=0.006, seed=1, log=lines.append))
    assert {entry.source for entry in found} == {
        "pyrit_jailbreak_templates",
        "bastioncorpus",
        "jbb_jailbreaks",
        "clinc_benign",
    }
    for entry in found:
        if entry.source == "clinc_benign":
            assert (entry.task, entry.harmless, entry.caught, entry.auroc) == ("content", 60, None, None)
        else:
            assert (entry.task, entry.harmful, entry.right) == ("injection", 40, None)
            assert entry.caught is not None
            assert entry.line().count("|") == HEADER[0].count("|")
    left_out = [line for line in lines if "without" in line]
    assert len(left_out) == 2
