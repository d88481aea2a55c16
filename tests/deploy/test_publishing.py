"""What runs where the public sees it: the workflows, the release's notes and SBOM, and the audit on Ray."""

from __future__ import annotations

import re
import runpy
import subprocess
import tomllib
from collections.abc import Callable

import kubernetes_validate
import pytest
import yaml
from click.testing import CliRunner

from guards.cli import cli

from .images import DEPLOY, ROOT, images
from .tools import tool

GITHUB = ROOT / ".github"
WORKFLOWS = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in (GITHUB / "workflows").glob("*.yaml")}


@pytest.mark.parametrize("schema", ["github-workflows", "dependabot"])
def test_they_fit_githubs_schema(schema: str) -> None:
    files = (
        sorted((GITHUB / "workflows").glob("*.yaml")) if schema == "github-workflows" else [GITHUB / "dependabot.yml"]
    )
    command = [tool("check-jsonschema"), "--builtin-schema", f"vendor.{schema}", *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_zizmor_finds_nothing_to_attack() -> None:
    ran = subprocess.run([tool("zizmor"), "--offline", "--quiet", str(GITHUB)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


def test_every_python_that_is_promised_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r"Python :: 3\.\d+$", line)]
    job = WORKFLOWS["ci"]["jobs"]["tests"]
    assert job["strategy"]["matrix"]["python"] == promised
    assert "make test" in [step.get("run") for step in job["steps"]]
    assert set(WORKFLOWS["ci"]["jobs"]["images"]["strategy"]["matrix"]["target"]) <= set(images())


def notes() -> Callable[[str, str], str]:
    return runpy.run_path(str(GITHUB / "release_notes.py"))["notes"]  # type: ignore[no-any-return]


def test_a_releases_notes_are_the_changelogs_words() -> None:
    text = "# Changelog\n\n## 1.1.0 (2027-01-02)\n\n* New.\n\n## 1.0.0 (2026-12-01)\n\n* First.\n  More of it.\n"
    assert notes()(text, "1.1.0") == "* New.\n"
    assert notes()(text, "1.0.0") == "* First.\n  More of it.\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## 1.0.0 (unreleased)\n\n* First.\n", "give it a date"),
        ("## 1.0.0 (2026-12-01)\n\n## 0.9.0 (2026-11-01)\n\n* Old.\n", "says nothing"),
        ("## 0.9.0 (2026-11-01)\n\n* Old.\n", "it has 0.9.0"),
    ],
)
def test_a_release_without_words_is_none(text: str, words: str) -> None:
    with pytest.raises(LookupError, match=words):
        notes()(text, "1.0.0")


def test_the_changelog_has_a_section_for_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    text = (ROOT / "CHANGELOG.md").read_text("utf-8").replace(" (unreleased)", "")
    assert notes()(text, version).startswith("* ")


def test_the_audit_on_ray_runs_what_there_is() -> None:
    """No package has KubeRay's schema: what it holds of Kubernetes' own is checked, and the rest against the image."""
    job = yaml.safe_load((DEPLOY / "kuberay" / "audit.yaml").read_text("utf-8"))
    assert (job["apiVersion"], job["kind"]) == ("ray.io/v1", "RayJob")
    spec = job["spec"]
    lock = (DEPLOY / "images" / "audit.lock").read_text("utf-8")
    assert f"\nray=={spec['rayClusterSpec']['rayVersion']} " in lock
    corral, command, *rest = spec["entrypoint"].split()
    assert corral == "corral"
    shown = CliRunner().invoke(cli, [command, "--help"])
    assert shown.exit_code == 0
    assert all(word in shown.output for word in rest if word.startswith("--"))
    for group in (spec["rayClusterSpec"]["headGroupSpec"], *spec["rayClusterSpec"]["workerGroupSpecs"]):
        pod = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "ray"}, **group["template"]}
        kubernetes_validate.validate(pod, "1.37", strict=True)
        (container,) = pod["spec"]["containers"]
        assert container["image"].endswith("-audit")
        assert f"{pod['spec']['securityContext']['runAsUser']}:10001" == images()["audit"].user
