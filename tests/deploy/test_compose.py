"""The compose file: valid by the compose specification's schema, hardened, and with a config that Corral takes."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml
from click.testing import CliRunner

from guards.cli import cli
from guards.policy import load_policy
from service.config import load_config

from .images import DEPLOY, ROOT, images
from .stack import COMPOSE, GUARDS, SECRETS, compose
from .tools import tool

FILES = ("compose.yaml", "vllm.yaml")
SERVICES = compose()["services"]


@pytest.mark.parametrize("name", FILES)
def test_it_fits_the_specification(name: str) -> None:
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.compose-spec", str(COMPOSE / name)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("name", SERVICES)
def test_nothing_runs_with_more_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")
    assert all(
        volume.endswith(":ro") or (":" in volume and volume[0] not in "./$") for volume in service.get("volumes", ())
    )


def test_what_is_published_is_published_on_this_machine_alone() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert sorted(ports) == ["127.0.0.1:3000:3000", "127.0.0.1:8080:8080"]


def test_only_those_who_must_can_talk_to_each_other() -> None:
    networks = compose()["networks"]
    assert {name for name, network in networks.items() if not network.get("internal")} == {"front"}
    reach = {name: set(service["networks"]) for name, service in SERVICES.items()}
    assert all(reach[name] == {"guards"} for name in GUARDS)
    assert {name for name, among in reach.items() if "state" in among} == {"proxy", "redis"}
    assert {name for name, among in reach.items() if "models" in among} == {"proxy", "model"}


def test_what_is_secret_is_asked_for_and_nowhere_given() -> None:
    text = (COMPOSE / "compose.yaml").read_text("utf-8")
    example = (COMPOSE / ".env.example").read_text("utf-8")
    for name in SECRETS:
        assert re.search(rf"^{name}=$", example, re.M)
        assert f"${{{name}:-" not in text
        assert f"${{{name}:?" in text
    named = set(re.findall(r"\$\{(\w+)", text + (COMPOSE / "vllm.yaml").read_text("utf-8")))
    assert named == set(re.findall(r"^(\w+)=", example, re.M))


def test_images_are_ours_or_pinned() -> None:
    for name, service in SERVICES.items():
        if "build" in service:
            assert service["build"]["target"] == name
            assert name in images()
            assert (COMPOSE / service["build"]["context"] / service["build"]["dockerfile"]).is_file()
        else:
            assert re.fullmatch(r"[\w./\-]+:(v?\d+\.\d+\.\d+\S*|server-b\d+)", service["image"]), service["image"]


def test_the_config_and_the_policy_are_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "x" * 40)
    checked = CliRunner().invoke(cli, ["config", "check", str(COMPOSE / "config" / "corral.yaml")])
    assert checked.exit_code == 0, checked.output
    settings = load_config(COMPOSE / "config" / "corral.yaml")
    assert settings.policy is not None
    assert settings.redis is not None
    policy, shipped = load_policy(settings.policy), load_policy(ROOT / "guards" / "policy" / "default.yaml")
    for name, rules in policy.guards.items():
        (tier,) = rules.tiers
        assert tier.remote is not None
        assert (tier.remote.url, tier.remote.key_env) == (f"http://{name}:8090", "CORRAL_GUARD_KEY")
        fitted = {"tiers", "thresholds", "where"}  # the numbers are a model's, and may be an older or a better one's
        theirs = shipped.guards[name]
        assert rules.model_dump(exclude=fitted) == theirs.model_dump(exclude=fitted)
        assert rules.thresholds.keys() == theirs.thresholds.keys()


def test_prometheus_asks_everything_that_answers() -> None:
    config = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yaml").read_text("utf-8"))
    targets = {
        target for job in config["scrape_configs"] for given in job["static_configs"] for target in given["targets"]
    }
    assert targets == {f"{name}:{images()[name].ports[0]}" for name in ("proxy", *GUARDS)}


def test_grafana_finds_its_dashboard() -> None:
    provisioning = DEPLOY / "grafana" / "provisioning"
    (source,) = yaml.safe_load((provisioning / "datasources" / "prometheus.yaml").read_text("utf-8"))["datasources"]
    assert source["url"] == "http://prometheus:9090"
    (provider,) = yaml.safe_load((provisioning / "dashboards" / "corral.yaml").read_text("utf-8"))["providers"]
    mounts = dict(volume.split(":")[:2] for volume in SERVICES["grafana"]["volumes"])
    assert {(COMPOSE / source).resolve(): place for source, place in mounts.items()}[
        DEPLOY / "grafana" / "dashboards"
    ] == (provider["options"]["path"])
    text = (DEPLOY / "grafana" / "dashboards" / "corral.json").read_text("utf-8")
    assert set(re.findall(r'"uid": "(\w+)"', text)) == {source["uid"], "corral"}
