"""The rules that a scan runs, each with the engine that runs it, read once and remembered.

Reading and compiling hundreds of YAML rules takes longer than scanning a file. What was read is kept as JSON under the
user's cache folder, named by a hash over the rules and the engine: another rule or another engine is another file.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from guards.errors import RuleError

from .engine import Engine, Rule
from .engine.rule import read_rules, rule_files
from .rules import rule_folders

log = logging.getLogger("corral.code")

MAX_CACHE_BYTES = 50_000_000


def load_rules(own: Sequence[Path] = (), *, shipped: bool = True) -> tuple[Rule, ...]:
    """The rules that ship and the user's `own`, files or folders; those come from the cache where nothing changed.

    A rule of the user's that the fast engine can't run is given to Semgrep, with the reason.

    Raises:
        RuleError: a rule is wrong, or a folder holds none; names file and line.
    """
    folders = (*(rule_folders() if shipped else ()), *own)
    place = _place(folders)
    known = _remembered(place)
    if known is not None:
        return known
    rules = tuple(_assigned(rule) for rule in read_rules(folders))
    _remember(place, rules)
    return rules


def _assigned(rule: Rule) -> Rule:
    if rule.engine != "fast":
        return rule
    try:
        return Engine.prefiltered(rule)
    except RuleError as error:
        return replace(rule, engine="semgrep", engine_reason=str(error))


def _place(folders: Sequence[Path]) -> Path:
    """The cache file for these rules as they are now."""
    seal = hashlib.sha256()
    code = sorted(Path(__file__).parent.rglob("*.py"))
    for folder in folders:
        for file in rule_files(folder):
            seal.update(str(file.absolute()).encode() + b"\0" + _bytes(file) + b"\0")
    for file in code:
        seal.update(_bytes(file))
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "corral" / f"rules-{seal.hexdigest()[:32]}.json"


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""  # reading the rules will say so


def _remembered(place: Path) -> tuple[Rule, ...] | None:
    """Only a file that nobody but this user can write is believed: it says which rules there are."""
    try:
        told = place.stat()
        if told.st_uid != os.getuid() or told.st_mode & 0o022 or told.st_size > MAX_CACHE_BYTES:
            return None
        rows = json.loads(place.read_bytes())
        return tuple(
            Rule(**{
                **row, "words": _words(row["words"]), "path": Path(row["path"]), "languages": tuple(row["languages"]), "cwe": tuple(row["cwe"]),
                "references": tuple(row["references"]),
            })
            for row in rows
        )  # fmt: skip
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _words(row: dict[str, list[str] | None] | None) -> dict[str, tuple[str, ...] | None] | None:
    return None if row is None else {language: tuple(own) if own else None for language, own in row.items()}


def _remember(place: Path, rules: Sequence[Rule]) -> None:
    rows = [{**asdict(rule), "path": str(rule.path)} for rule in rules]
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=place.parent, suffix=".new", delete=False, encoding="utf-8") as new:
            json.dump(rows, new)
        os.replace(new.name, place)
    except (OSError, RuntimeError, TypeError) as error:
        log.debug("the compiled rules could not be remembered: %s", type(error).__name__)
        return
    kept = sorted(place.parent.glob("rules-*.json"), key=lambda file: file.stat().st_mtime)
    for old in kept[:-4]:
        old.unlink(missing_ok=True)
