"""The reference pages in docs/reference are what the code says today."""

from __future__ import annotations

import click
import pytest

from guards.cli import cli
from guards.policy import Policy
from service.settings import Settings

from .reference import FOLDER, pages


@pytest.mark.parametrize("name", ["cli.md", "policy.md", "config.md"])
def test_it_is_fresh(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == pages()[name], f"docs/reference/{name} is stale: run `make docs`"


def test_every_command_and_every_key_is_in_it() -> None:
    made = pages()
    context = click.Context(cli)
    for name in cli.list_commands(context):
        assert f"## corral {name}\n" in made["cli.md"], name
    for page, model in (("policy.md", Policy), ("config.md", Settings)):
        for key in model.model_fields:
            assert f"| `{key}` |" in made[page], key
