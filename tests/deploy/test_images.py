"""The Dockerfile: linted by hadolint, and what it promises: no root, pins, hashes, a health check, commands that exist."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement

from guards.cli import cli

from .images import DEPLOY, DOCKERFILE, ROOT, Image, images
from .tools import tool

SERVING = ("proxy", "content", "injection", "code", "models")
FINAL = (*SERVING, "audit")
EXTRAS = {
    "proxy": ("redis", "otel", "prompt-guard"),
    "models": ("redis", "otel", "models"),
    "audit": ("ray", "prompt-guard"),
}


def test_hadolint_has_nothing_to_say() -> None:
    ran = subprocess.run([tool("hadolint"), str(DOCKERFILE)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("target", FINAL)
def test_it_runs_as_nobody_in_particular(target: str) -> None:
    assert images()[target].user == "10001:10001"


@pytest.mark.parametrize("target", SERVING)
def test_it_says_whether_it_is_well(target: str) -> None:
    image = images()[target]
    assert image.health is not None
    assert f"http://127.0.0.1:{image.ports[0]}/healthz" in image.health[-1]


@pytest.mark.parametrize("target", FINAL)
def test_the_command_line_knows_its_command(target: str) -> None:
    """Every flag is one that the command has; `--help` at the end keeps it from doing anything."""
    image = images()[target]
    assert image.entrypoint == ("corral",)
    ran = CliRunner().invoke(cli, [*image.command, "--help"])
    assert ran.exit_code == 0, ran.output
    for flag in (word for word in image.command if word.startswith("--")):
        assert flag in ran.output


def test_the_base_is_pinned_and_one() -> None:
    text = DOCKERFILE.read_text("utf-8")
    assert re.search(r"^ARG PYTHON=3\.\d+\.\d+-slim-\w+$", text, re.M)
    bases = {image.base for image in images().values()} - set(images())
    assert bases == {"python:${PYTHON}"}


@pytest.mark.parametrize("image", images().values(), ids=images())
def test_what_is_copied_is_there_and_let_through(image: Image) -> None:
    let_through = [
        line[1:] for line in (DEPLOY / "images" / "Dockerfile.dockerignore").read_text().splitlines() if line[:1] == "!"
    ]
    for path in image.copies:
        assert (ROOT / path).exists(), path
        assert any(Path(path).match(pattern) for pattern in let_through), path


@pytest.mark.parametrize("name", EXTRAS)
def test_the_locks_fit_what_the_package_asks_for(name: str) -> None:
    """`make locks` is due when this fails."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = dict(re.findall(r"^([a-z0-9.\-]+)==(\S+)", (DEPLOY / "images" / f"{name}.lock").read_text("utf-8"), re.M))
    wanted = [Requirement(line) for line in project["dependencies"]]
    waiting = list(EXTRAS[name])
    while waiting:
        for line in project["optional-dependencies"][waiting.pop()]:
            requirement = Requirement(line)
            if requirement.name == project["name"]:
                waiting += requirement.extras
            else:
                wanted.append(requirement)
    for requirement in wanted:
        version = locked.get(requirement.name.lower())
        assert version is not None, f"{requirement.name} is not in {name}.lock"
        assert requirement.specifier.contains(version, prereleases=True), f"{requirement} against {version}"


@pytest.mark.parametrize("lock", sorted((DEPLOY / "images").glob("*.lock")), ids=lambda path: path.stem)
def test_every_locked_package_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(entries) > 3
    assert all("--hash=sha256:" in entry for entry in entries)


def test_each_image_installs_its_own_lock() -> None:
    assert {target: images()[target].locks[-1] for target in FINAL} == {
        **dict.fromkeys(("proxy", "content", "injection", "code"), "proxy.lock"),
        "models": "models.lock",
        "audit": "audit.lock",
    }
