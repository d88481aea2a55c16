"""The reference pages, made from the code: the command line's help, and the policy's fields.

`python -m tests.docs.reference` writes them anew; a test checks that they are fresh.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from guards.cli import cli
from guards.policy import Policy
from service.settings import Settings

from .pages import ROOT

FOLDER = ROOT / "docs" / "reference"
WIDTH = 100
_NOTICE = "<!-- Made by `make docs` from the code: change that, not this page. -->\n"


def pages() -> Mapping[str, str]:
    """File name to text."""
    return {
        "cli.md": "\n".join(_command_line()),
        "policy.md": _model_page("The policy file: every key", Policy, "corral policy show", "../policy.md"),
        "config.md": _model_page("The server's config: every key", Settings, "corral config show", "../operate.md"),
    }


def _command_line() -> Iterator[str]:
    yield "# The command line\n"
    yield _NOTICE
    yield from _help(cli, None, "corral")


def _help(command: click.Command, parent: click.Context | None, name: str) -> Iterator[str]:
    shown = {**command.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, info_name=name, parent=parent, **shown)
    command._help_option = None  # click keeps the first context's; a test that ran the command alone has other names
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    yield f"## {context.command_path}\n\n```text\n{text}\n```\n"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            yield from _help(found, context, child)


def _model_page(title: str, model: type[BaseModel], start: str, guide: str) -> str:
    parts = [
        f"# {title}\n",
        _NOTICE,
        f"`{start}` prints one to start from; [the guide]({guide}) says what to do with it.\n",
    ]
    schema = model.model_json_schema()
    known = schema.get("$defs", {})
    waiting, done = [(model.__name__, schema)], {model.__name__}
    while waiting:
        name, here = waiting.pop(0)
        if "properties" not in here:
            continue
        parts.append(f"## {_title(name)}\n\n{' '.join(here.get('description', '').split())}\n")
        parts.append("| key | what it may be | default | |\n|---|---|---|---|")
        required = set(here.get("required", ()))
        for key, field in here["properties"].items():
            default = "required" if key in required else _default(field)
            text = _cell(field.get("description", ""))
            parts.append(f"| `{key}` | {_cell(_kind(field, known))} | {_cell(default)} | {text} |")
            for used in re.findall(r"#/\$defs/([\w]+)", str(field)):
                if used not in done:
                    done.add(used)
                    waiting.append((used, known[used]))
        parts.append("")
    return "\n".join(parts)


def _title(name: str) -> str:
    """pydantic calls two models of one name by their modules as well: ``service__state__tally__Limits``."""
    parts = name.split("__")
    return f"{parts[-1]} of {parts[1]}" if len(parts) > 1 else name


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _default(field: Mapping[str, Any]) -> str:
    default = field.get("default")
    if default in (None, "", [], {}):
        return ""
    if isinstance(default, Mapping) and "additionalProperties" not in field:
        return "as below"
    if field.get("uniqueItems"):  # a set, whose order says nothing
        default = sorted(default)
    return f"`{_written(default)}`"


def _written(value: object) -> str:
    """As it would stand in YAML, in one line; what was not given is left out."""
    if isinstance(value, Mapping):
        given = ((key, one) for key, one in value.items() if one is not None)
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in given) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) and value < 1_000_000 else str(value)


def _kind(field: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """What a value may be, in words."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        values = known[name].get("enum")
        title = _title(name)
        anchor = title.lower().replace(" ", "-")
        return ", ".join(f"`{value}`" for value in values) if values else f"[{title}](#{anchor})"
    for union in ("anyOf", "oneOf", "allOf"):
        if union in field:
            return " or ".join(_kind(one, known) for one in field[union] if one.get("type") != "null")
    if "enum" in field or "const" in field:
        return ", ".join(f"`{_written(value)}`" for value in field.get("enum", [field.get("const")]))
    if field.get("type") == "array":
        if "prefixItems" in field:
            return "[" + ", ".join(_kind(one, known) for one in field["prefixItems"]) + "]"
        return f"list of {_kind(field.get('items', {}), known)}"
    if field.get("type") == "object":
        inner = field.get("additionalProperties")
        if isinstance(inner, Mapping):
            return f"by name: {_kind(inner, known)}"
        return "mapping"
    bounds = [
        f"{words} {_written(field[key])}"
        for key, words in (("minimum", "at least"), ("exclusiveMinimum", "over"), ("maximum", "at most"))
        if key in field
    ]
    word = {"number": "number", "integer": "whole number", "boolean": "true, false", "string": "text"}
    return ", ".join([word.get(str(field.get("type")), "any"), *bounds])


def write(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
