"""A YAML document a person wrote, into a pydantic model: nothing unknown, nothing twice, every fault with its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from ..errors import ConfigError

MAX_BYTES = 1_000_000

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


def parse_strictly(
    text: str, model: type[M], *, file: str, what: str, keys: str, error: type[ConfigError] = ConfigError
) -> M:
    """`text` as a `model`; `what` the document is called, `keys` is the command that tells the keys there are.

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
    except ValidationError as faults:
        words, where = _explained(faults, keys)
        raise error(words, file=file, line=_line(node, where)) from None


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


def _explained(faults: ValidationError, keys: str) -> tuple[str, list[int | str]]:
    """The first fault in words, and the way to it."""
    # A mistyped key also makes its right name missing: the typo is what to show.
    fault = min(faults.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    where = [part for part in fault["loc"] if part != "[key]"]
    words = fault["msg"]
    if fault["type"] == "extra_forbidden":
        words = f"no such key; see `{keys}` for the keys there are"
    more = f" (and {faults.error_count() - 1} more)" if faults.error_count() > 1 else ""
    place = f"{'.'.join(map(str, where))}: " if where else ""
    return f"{place}{words}{more}", where


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
