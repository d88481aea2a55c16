"""YAML in, `Policy` out; an error names the file, the line and what would be right."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..errors import PolicyError
from .document import Policy

MAX_BYTES = 1_000_000


class _UniqueKeys(yaml.SafeLoader):
    """YAML where a key that stands twice is an error, not a silent overwrite, and aliases can't multiply."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not allowed")
        return super().compose_node(parent, index)


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
    loader = _UniqueKeys(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise PolicyError(f"not valid YAML: {error.problem}", file=file, line=line) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise PolicyError(f"not valid YAML: {error}", file=file) from None
    finally:
        loader.dispose()
    if node is None or not isinstance(data, dict):
        raise PolicyError("a policy is a mapping that begins with `version: 1`", file=file)
    try:
        policy = Policy.model_validate(data)
    except ValidationError as error:
        raise _explained(error, node, file) from None
    canonical = json.dumps(policy.model_dump(), sort_keys=True, default=sorted)  # sets have no order of their own
    policy._revision = hashlib.sha256(canonical.encode()).hexdigest()[:12]
    return policy


def _read(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise PolicyError(f"can't be read: {error.strerror}", file=str(path)) from None
    if len(raw) > MAX_BYTES:
        raise PolicyError(f"is {len(raw)} bytes long; a policy has at most {MAX_BYTES}", file=str(path))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PolicyError(f"is not UTF-8 (byte {error.start})", file=str(path)) from None


def _explained(error: ValidationError, root: yaml.Node, file: str) -> PolicyError:
    """The first fault in words, with the line where it stands."""
    # A mistyped key also makes its right name missing: the typo is what to show.
    fault = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    where = [part for part in fault["loc"] if part != "[key]"]
    words = fault["msg"]
    if fault["type"] == "extra_forbidden":
        words = "no such key; see `corral policy check --help` for the keys there are"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return PolicyError(f"{'.'.join(map(str, where))}: {words}{more}", file=file, line=_line(root, where))


def _line(node: yaml.Node, where: list[int | str]) -> int:
    line = node.start_mark.line + 1
    for part in where:
        if isinstance(node, yaml.MappingNode):
            step = next(((k, v) for k, v in node.value if k.value == str(part)), None)
            if step is None:
                break
            line, node = step[0].start_mark.line + 1, step[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line
