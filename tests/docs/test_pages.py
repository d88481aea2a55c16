"""What the pages show is run, not believed.

Blocks under `<!-- run -->` are run, a page's in order in one folder, where `<!-- file: NAME -->` blocks lie; what is shown below
a command must come out, `...` standing for anything, and `<!-- run: exit 1 -->` says how the block's last command ends. Of all
other blocks, commands of ours are parsed by the real command line, YAML is checked by the real models, and Python compiles.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from guards.code.ruleset import load_rules
from guards.policy import Policy, parse_policy
from guards.policy.document import GuardPolicy
from service.config import parse_config
from service.llama import llama_server
from service.settings import Settings
from tests.service.conftest import serve
from tests.test_layers import LAYERS

from . import commands
from .pages import ROOT, Block, blocks, paths

SHOWN_ADDRESS = "http://127.0.0.1:8080"  # where the pages say that the proxy is
NO_RULE = {"curl", "cat", "python", "head", "echo", "export"}  # run for real in `run` blocks
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
CONSOLE = [block for block in blocks() if block.language in ("console", "shell", "bash", "sh")]
YAML = [block for block in blocks() if block.language == "yaml"]
PYTHON = [block for block in blocks() if block.language == "python"]
RUN = sorted({block.page for block in blocks() if block.mark == "run"})


def place(block: Block) -> str:
    return block.place


@pytest.mark.parametrize("path", paths(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#\s]*)[^)]*\)", path.read_text("utf-8")):
        assert not target or (path.parent / target).exists(), target


def test_contributing_lists_the_layers_that_hold() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = text.split("holds the arrows):\n\n```\n")[1].split("```")[0]
    names = [line.split("   ")[0].split() for line in listed.splitlines()]
    level = {name: number for number, layer in enumerate(LAYERS) for name in layer}
    flat = [name for line in names for name in line]
    assert sorted(flat) == sorted(level), "CONTRIBUTING.md and tests/test_layers.py: LAYERS name other modules"
    assert [level[name] for name in flat] == sorted(level.values()), "CONTRIBUTING.md has them in another order"


def test_the_index_names_every_page() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in index, page.name


@pytest.mark.parametrize("block", CONSOLE, ids=place)
def test_every_command_is_one(block: Block) -> None:
    for line, _ in block.commands():
        for call in commands.commands(line):
            arguments = call.arguments
            if arguments is not None:
                commands.parse(arguments)
            elif call.words[:2] == ["pip", "install"]:
                for extra in re.findall(r"llama-corral\[([\w,-]+)\]", " ".join(call.words)):
                    assert set(extra.split(",")) <= set(PROJECT["optional-dependencies"]), extra
            elif call.words[:1] == ["make"]:
                assert set(call.words[1:2]) <= TARGETS, line


@pytest.mark.parametrize("block", YAML, ids=place)
def test_every_yaml_is_what_the_models_take(block: Block) -> None:
    data = yaml.safe_load(block.text)
    keys = set(data) if isinstance(data, dict) else set()
    if {"guards", "version"} <= keys:
        parse_policy(block.text)
    elif keys & {"upstream", "upstreams"}:
        parse_config(block.text)
    elif keys and keys <= set(Policy.model_fields) - set(Settings.model_fields):
        Policy.model_validate({"version": 1, "name": "n", "guards": {}, **data})
    elif keys and keys <= set(Settings.model_fields):
        keyed = block.text.replace('"hmac-sha256:..."', f'"hmac-sha256:{"0" * 64}"')
        parse_config(f"upstream: http://127.0.0.1:1/v1\n{keyed}")
    elif keys and keys <= set(GuardPolicy.model_fields) and not isinstance(data.get("rules"), list):
        GuardPolicy.model_validate({"stages": ["input"], **data})  # else it is a rule, or another program's


@pytest.mark.parametrize("block", PYTHON, ids=place)
def test_python_compiles(block: Block) -> None:
    compile(block.text, block.place, "exec", flags=0x2000)  # ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Of the proxy in front of the real demo model, at a free port."""
    with llama_server() as upstream, serve(upstream=upstream) as url:
        yield url


@pytest.mark.parametrize("page", RUN)
def test_the_page_does_what_it_says(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    names: dict[str, object] = {}
    for block in (block for block in blocks() if block.page == page and block.mark):
        text = block.text
        if SHOWN_ADDRESS in text and block.mark == "run":
            text = text.replace(SHOWN_ADDRESS, request.getfixturevalue("address"))
        if block.mark == "file":
            (tmp_path / block.value).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.value).write_text(text, "utf-8")
        elif block.language == "python":
            with commands.patient():
                exec(compile(text, block.place, "exec"), names)
        else:
            _run(Block(block.page, block.line, block.language, text, block.mark, block.value))
    capsys.readouterr()


def _run(block: Block) -> None:
    code = 0
    for line, shown in block.commands():
        if line.split()[0] in NO_RULE:
            done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=120)
            code, output = done.returncode, done.stdout + done.stderr
        else:
            output = ""
            for call in commands.commands(line):
                assert call.arguments is not None, f"{block.place}: {call.words[0]} can't be run here"
                code, said = commands.run(call)
                output += said
        _holds(output, shown, f"{block.place}: {line}")
    assert code == int(block.value.removeprefix("exit ") or 0), f"{block.place} ended with {code}"


def _holds(output: str, shown: list[str], where: str) -> None:
    said = " ".join(output.split())
    for line in shown:
        wanted = ".*".join(re.escape(part) for part in " ".join(line.split()).split("..."))
        assert re.search(wanted, said), f"{where}\nshown: {line}\nsaid:  {output}"


def test_rules_on_pages_are_rules(tmp_path: Path) -> None:
    for number, block in enumerate(YAML):
        if isinstance((yaml.safe_load(block.text) or {}).get("rules"), list):
            file = tmp_path / str(number) / (block.value.rsplit("/", 1)[-1] or "rule.yaml")
            file.parent.mkdir()
            file.write_text(block.text, "utf-8")
            assert list(load_rules([file], shipped=False)), block.place
