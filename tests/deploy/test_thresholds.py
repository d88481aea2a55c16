"""Policies in `deploy` that copy the thresholds that ship copy those of this version."""

from __future__ import annotations

import pytest
import yaml

from guards.policy import default_policy, parse_policy
from guards.types import Stage

from .images import DEPLOY

COPIES = {
    "compose": (DEPLOY / "compose" / "config" / "policy.yaml").read_text("utf-8"),
    **{
        name: yaml.safe_load((DEPLOY / "helm" / "examples" / f"{name}.yaml").read_text("utf-8"))["policy"]
        for name in ("guards", "gpu")
    },
}


@pytest.mark.parametrize("name", COPIES)
def test_the_embedded_models_thresholds_are_those_that_ship(name: str) -> None:
    copy, shipped = parse_policy(COPIES[name]), default_policy()
    for guard, category in (("injection", "injection"), ("injection", "jailbreak"), ("content", "unsafe")):
        for stage in (Stage.INPUT, Stage.DOCUMENT, Stage.OUTPUT):
            if stage in copy.guards[guard].stages:
                assert copy.guards[guard].levels(category, stage, None) == shipped.guards[guard].levels(
                    category, stage, None
                ), (guard, category, stage)
