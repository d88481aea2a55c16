"""A YAML document a person wrote, into a pydantic model: nothing unknown, nothing twice, every fault with its line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ..errors import ConfigError
from .faults import MISSING, explained

MAX_BYTES = 1_000_000
MAX_FAULTS = 10

M = TypeVar("M", bound=BaseModel)


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


def parse_strictly(text: str, model: type[M], *, file: str, what: str, error: type[ConfigError] = ConfigError) -> M:
    """`text` as a `model`; `what` the document is called. Every fault is told, each with its line.

    Raises:
        ConfigError: of the class `error`, with file and line.
    """
    loader = _UniqueKeys(text)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else None
        raise error(f"not valid YAML: {fault.problem}", file=file, line=line) from None
    except (yaml.YAMLError, RecursionError) as fault:
        raise error(f"not valid YAML: {fault}", file=file) from None
    finally:
        loader.dispose()
    if node is None or not isinstance(data, dict):
        raise error(f"a {what} is a mapping that begins with `version: 1`", file=file)
    try:
        return model.model_validate(data)
    except ValidationError as found:
        told = [(_line(node, fault.where), str(fault)) for fault in explained(found, model)]
        (line, first), *others = sorted(told, key=lambda one: (one[1].endswith(MISSING), one[0]))
        more = [f"\n{file}:{where}: {words}" for where, words in others[: MAX_FAULTS - 1]]
        if len(others) >= MAX_FAULTS:
            more.append(f"\n(and {len(others) - MAX_FAULTS + 1} more)")
        raise error(first + "".join(more), file=file, line=line) from None


def read_bounded(path: Path, *, what: str, error: type[ConfigError] = ConfigError) -> str:
    """A file's text.

    Raises:
        ConfigError: of the class `error`: it can't be read, is too long, or is not UTF-8.
    """
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise error(f"can't be read: {fault.strerror}", file=str(path)) from None
    if len(raw) > MAX_BYTES:
        raise error(f"is {len(raw)} bytes long; a {what} has at most {MAX_BYTES}", file=str(path))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise error(f"is not UTF-8 (byte {fault.start})", file=str(path)) from None


def _line(node: yaml.Node, where: Sequence[int | str]) -> int:
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
