"""The arrows of the architecture: each layer of `guards` imports only from the layers above it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

LAYERS = [
    {"types", "errors"},
    {"wire", "decisions", "lane", "text", "batching", "breaker", "cache"},
    {"embedded"},
    {"content", "injection", "code", "remote"},
    {"policy", "jobs", "pipeline", "subjects", "fences", "loose", "notes", "stream"},
    {"dialects", "answer", "call"},
    {"ladders"},
    {"checked", "corral"},
    {"middleware", "audit", "lab"},
    {"cli"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
SIBLINGS_APART = {"content", "injection", "code", "remote"}
HEAVY = {
    "torch",
    "transformers",
    "semgrep",
    "redis",
    "sklearn",
    "onnx",
    "xllamacpp",
    "tokenizers",
    "pandas",
    "polars",
    "ray",
    "opentelemetry",
    "pyarrow",
    "zstandard",
}


def modules(package: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / package).rglob("*.py")))


def imported(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    """Absolute dotted names of what a module imports."""
    package = list(path.relative_to(ROOT).with_suffix("").parts)
    if package[-1] == "__init__":
        package.pop()
    else:
        package = package[:-1]
    tree = ast.parse(path.read_text("utf-8"))
    nodes = ast.iter_child_nodes(tree) if top_level_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module.split(".") if node.module else [])])
            yield stem
            if not node.module:
                yield from (f"{stem}.{alias.name}" for alias in node.names)


def layer(path: Path) -> str:
    return path.relative_to(ROOT / "guards").with_suffix("").parts[0]


@pytest.mark.parametrize("path", list(modules("guards")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_upwards(path: Path) -> None:
    own = layer(path)
    if own == "__init__":
        return
    assert own in LEVEL, f"{own} has no place in LAYERS: give it one"
    for name in imported(path):
        parts = name.split(".")
        assert parts[0] != "service", f"{path.name} imports {name}: guards never imports service"
        if parts[0] != "guards" or len(parts) < 2 or parts[1] not in LEVEL or parts[1] == own:
            continue
        assert LEVEL[parts[1]] <= LEVEL[own], f"{path.name} imports {name}, which lies below it"
        if own in SIBLINGS_APART:
            assert parts[1] not in SIBLINGS_APART, f"{path.name} imports {name}: no guard imports another"


@pytest.mark.parametrize("package", ["guards", "service"])
def test_heavy_packages_are_imported_late(package: str) -> None:
    for path in modules(package):
        heavy = {name.split(".")[0] for name in imported(path, top_level_only=True)} & HEAVY
        assert not heavy or path.is_relative_to(ROOT / "guards" / "lab"), f"{path}: {heavy} at import time"


def test_importing_guards_loads_no_framework() -> None:
    code = (
        "import guards, sys; print(sorted({'torch','transformers','fastapi','onnxruntime','redis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_list_of_commands_waits_for_no_framework_and_no_model() -> None:
    code = (
        "import sys; from guards.cli import cli; cli(['--help'], standalone_mode=False);"
        "print({'aiohttp','fastapi','numpy','onnxruntime','pydantic','tree_sitter','yaml'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "serve" in done.stdout  # a plugin's module was imported for its line
    assert done.stderr.strip() == "set()"
