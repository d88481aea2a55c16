"""`corral keys`: makes keys and the lines of config that let them in."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Callable
from datetime import datetime
from getpass import getpass
from typing import Any, TypeVar

import click

from guards.errors import InputError

C = TypeVar("C", bound=Callable[..., None])

_named: Callable[[Any], Any] = click.argument("name")
_options: tuple[Callable[[Any], Any], ...] = (
    click.option("--scope", "scopes", multiple=True, type=click.Choice(["chat", "check", "admin"]),
                 help="What the key is for; may be given again.  [default: chat, check]"),
    click.option("--expires", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]), help="In UTC."),
    click.option("--requests-per-minute", type=click.IntRange(1)),
    click.option("--tokens-per-minute", type=click.IntRange(1)),
    click.option("--tokens-per-day", type=click.IntRange(1)),
)  # fmt: skip


def _with_options(command: C) -> C:
    for option in (*reversed(_options), _named):
        command = option(command)
    return command


@click.group(short_help="Make API keys for the proxy's clients.")
def keys() -> None:
    """Make the API keys that clients of the proxy show, and the lines of config that let them in.

    \b
    Try:
      corral keys new mobile-app --requests-per-minute 60
      corral keys new operator --scope admin
      corral keys secret                                  # what proxies on one Redis share

    A key is shown once and kept nowhere: the config holds its hash.
    """


@keys.command(short_help="Make a key, and the config's line for it.")
@_with_options
def new(name: str, **given: object) -> None:
    """Make a key called NAME: the key on stdout, the line for the config's `keys` on stderr."""
    from .settings import new_key

    key = new_key()
    line = _line(name, key, given)
    click.echo("The key, shown this once:", err=True)
    click.echo(key)
    click.echo(f"\nThe line for the config (keys: in corral.yaml, or the file that keys_file names):\n{line}", err=True)


@keys.command(short_help="Print the config's line for a key that you have.", name="hash")
@_with_options
def hash_(name: str, **given: object) -> None:
    """Print the config's line for a key that you have: typed, unseen, or piped in.

    \b
    Example:
      corral keys hash mobile-app < key.txt
    """
    from .settings import check_strong

    key = getpass("The key: ") if sys.stdin.isatty() else sys.stdin.read(10_000).strip()
    check_strong(key)
    click.echo(_line(name, key, given))


@keys.command(short_help="Make a secret for CORRAL_SECRET.")
def secret() -> None:
    """Make a secret for CORRAL_SECRET: all proxies on one Redis have the same, and nobody else has it."""
    click.echo(secrets.token_urlsafe(32))


def _line(name: str, key: str, given: dict[str, object]) -> str:
    """An entry of `keys`, in YAML's flow style, which is JSON's but for the quotes it can do without."""
    from .settings import ApiKey, hashed

    limits = {field: value for field in ("requests_per_minute", "tokens_per_minute", "tokens_per_day")
              if (value := given[field]) is not None}  # fmt: skip
    row: dict[str, object] = {"name": name, "hash": hashed(key)}
    if scopes := given["scopes"]:
        row["scopes"] = scopes
    if isinstance(expires := given["expires"], datetime):
        row["expires"] = f"{expires.isoformat()}Z"
    if limits:
        row["limits"] = limits
    try:
        ApiKey.model_validate(row)
    except ValueError:
        raise InputError("must be letters, digits, dots, dashes and underscores, at most 64", field="NAME") from None
    return f"  - {json.dumps(row)}"
