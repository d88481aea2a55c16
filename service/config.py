"""The server's config file: YAML in, `Settings` out; an error names the file, the line and what would be right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from guards.errors import ConfigError
from guards.policy.faults import explained
from guards.policy.strict import parse_strictly, read_bounded

from .settings import Settings


def example() -> str:
    """A config file with every key, its default and what it does; what `corral config show` prints."""
    return files(__package__).joinpath("config.example.yaml").read_text("utf-8")


def load_config(path: str | Path) -> Settings:
    """Reads a config file; paths in it are relative to it.

    Raises:
        ConfigError: it can't be read, is no YAML, or says what no config may say; with file and line.
    """
    path = Path(path)
    settings = parse_config(read_bounded(path, what="server config"), file=str(path))
    return placed(settings, path.parent)


def parse_config(text: str, *, file: str = "config") -> Settings:
    """Parses one config, paths left as they are.

    Raises:
        ConfigError: with file and line.
    """
    return parse_strictly(text, Settings, file=file, what="server config")


def placed(settings: Settings, folder: Path) -> Settings:
    """The settings with their relative paths told from `folder`."""
    policy = settings.policy and folder / settings.policy
    keys_file = settings.keys_file and folder / settings.keys_file
    path = settings.decisions.path
    decisions = settings.decisions.model_copy(
        update={"path": folder / path if path is not None and str(path) != "-" else path}
    )
    kept = settings.console.review_folder
    console = settings.console.model_copy(update={"review_folder": kept and folder / kept})
    return settings.model_copy(
        update={"policy": policy, "keys_file": keys_file, "decisions": decisions, "console": console}
    )


def overridden(settings: Settings | None, flags: Mapping[str, Any]) -> Settings:
    """`settings`, or the defaults, with what the command line says.

    `flags` are ``section.field`` to value, None where not given; ``upstreams.field`` is said of every upstream, and
    ``upstream`` takes the place of all of them.

    Raises:
        ConfigError: names the flag.
    """
    data: dict[str, Any] = settings.model_dump(exclude_unset=True) if settings else {}
    given = {name: value for name, value in flags.items() if value is not None}
    if "upstream" in given:
        data["upstreams"] = [{"url": given.pop("upstream")}]
    for name, value in given.items():
        section, _, field = name.rpartition(".")
        if section == "upstreams":
            data["upstreams"] = [{**upstream, field: value} for upstream in data.get("upstreams", ())]
        elif section:
            data[section] = {**data.get(section, {}), field: value}
        else:
            data[field] = value
    try:
        return Settings.model_validate(data)
    except ValidationError as found:
        fault = explained(found, Settings)[0]
        if fault.where[:1] == ("upstreams",) and "upstream" in flags:
            fault = replace(fault, where=("--upstream",) if fault.where[-1] == "url" else fault.where)
        raise ConfigError(str(fault)) from None


def written(settings: Settings) -> str:
    """The settings as a config file, defaults filled in."""
    return yaml.safe_dump(settings.model_dump(mode="json"), sort_keys=False, allow_unicode=True)
