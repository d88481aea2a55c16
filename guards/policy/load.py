"""YAML in, `Policy` out; an error names the file, the line and what would be right."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from ..errors import PolicyError
from .document import Policy
from .strict import parse_strictly, read_bounded


@cache
def default_policy() -> Policy:
    """The policy that ships: its thresholds follow from the calibration in the embedded model's card."""
    return parse_policy(files(__package__).joinpath("default.yaml").read_text("utf-8"), file="default.yaml")


def load_policy(path: str | Path) -> Policy:
    """Reads a policy file, and the files that its `others` name.

    Raises:
        PolicyError: it can't be read, is no YAML, or says what no policy may say.
    """
    path = Path(path)
    policy = parse_policy(_read(path), file=str(path))
    policy._source = path
    _place(policy, path.parent)
    chosen = []
    for selector in policy.others:
        other = path.parent / selector.policy
        child = parse_policy(_read(other), file=str(other))
        child._source = other
        _place(child, other.parent)
        if child.others:
            raise PolicyError("a policy named in `others` can't name others itself", file=str(other))
        for name, rules in child.guards.items():
            mine = policy.guards.get(name)
            if mine is not None and (mine.tiers, mine.band, mine.always) != (rules.tiers, rules.band, rules.always):
                raise PolicyError(
                    f"guards.{name}: engines are loaded once for all policies: give `tiers`, `band` and `always` as "
                    f"{path} has them",
                    file=str(other),
                )
        chosen.append((selector, child))
    policy._chosen = tuple(chosen)
    own = policy._revision + "".join(child._revision for _, child in chosen)
    policy._revision = hashlib.sha256(own.encode()).hexdigest()[:12] if chosen else policy._revision
    return policy


def _place(policy: Policy, folder: Path) -> None:
    """Tells the tiers where the relative paths in them begin."""
    for rules in policy.guards.values():
        for tier in rules.tiers:
            tier._base = folder


def parse_policy(text: str, *, file: str = "policy") -> Policy:
    """Parses one policy document, without following `others`.

    Raises:
        PolicyError: with file and line.
    """
    policy = parse_strictly(text, Policy, file=file, what="policy", error=PolicyError)
    canonical = json.dumps(policy.model_dump(), sort_keys=True, default=sorted)  # sets have no order of their own
    policy._revision = hashlib.sha256(canonical.encode()).hexdigest()[:12]
    return policy


def _read(path: Path) -> str:
    return read_bounded(path, what="policy", error=PolicyError)
