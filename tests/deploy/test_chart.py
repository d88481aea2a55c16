"""The Helm chart, rendered by Helm: every object fits Kubernetes' schema, and what it sets up is what Corral takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from guards.errors import ConfigError
from guards.policy import load_policy
from service.config import load_config

from .helm import CHART, helm, rendered
from .images import DEPLOY, images

PLAIN = ("--set", "config.upstreams[0].url=http://vllm:8000/v1")
EXAMPLES = DEPLOY / "helm" / "examples"
SETTINGS: dict[str, tuple[str, ...]] = {
    "plain": PLAIN,
    "bare": (*PLAIN, "--set", "networkPolicy.enabled=false,disruptionBudget.enabled=false"),
    "autoscaled": (*PLAIN, "--set", "autoscaling.enabled=true,autoscaling.cpuPercent=0,autoscaling.verdictMs=80"),
    "placed": (*PLAIN, "--set", "nodeSelector.pool=cpu,image.digest=sha256:abc,imagePullSecrets[0].name=registry"),
    **{file.stem: ("--values", str(file)) for file in sorted(EXAMPLES.glob("*.yaml"))},
}
CUSTOM = {"ServiceMonitor", "PrometheusRule"}  # the Prometheus operator's; no package has their schema

Object = dict[str, Any]


@cache
def objects(case: str) -> list[Object]:
    return rendered(*SETTINGS[case])


def of_kind(case: str, kind: str) -> dict[str, Object]:
    return {one["metadata"]["name"]: one for one in objects(case) if one["kind"] == kind}


def pods(case: str) -> Iterator[tuple[str, Object]]:
    for name, deployment in of_kind(case, "Deployment").items():
        yield name, deployment["spec"]["template"]["spec"]


@pytest.mark.parametrize("case", SETTINGS)
def test_every_object_fits_kubernetes(case: str) -> None:
    names = [(one["kind"], one["metadata"]["name"]) for one in objects(case)]
    assert len(set(names)) == len(names)
    for one in objects(case):
        if one["kind"] not in CUSTOM:
            kubernetes_validate.validate(one, "1.37", strict=True)


def test_the_schema_check_can_fail() -> None:
    (deployment,) = of_kind("plain", "Deployment").values()
    broken = {**deployment, "spec": {**deployment["spec"], "replica": 2}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(broken, "1.37", strict=True)


def test_helm_has_nothing_to_say() -> None:
    ran = helm("lint", "--strict", str(CHART), *PLAIN)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("case", SETTINGS)
def test_the_config_and_the_policy_are_valid(case: str, tmp_path: Path) -> None:
    for name, config in of_kind(case, "ConfigMap").items():
        folder = tmp_path / name.removesuffix("-policies")
        below = folder / "policies" if name.endswith("-policies") else folder
        below.mkdir(parents=True, exist_ok=True)
        for file, text in config["data"].items():
            (below / file).write_text(text, "utf-8")
    settings = load_config(tmp_path / "corral" / "corral.yaml")
    (proxy,) = (pod for name, pod in pods(case) if name == "corral")
    (container,) = proxy["containers"]
    assert settings.listen.host == "0.0.0.0"
    assert [port["containerPort"] for port in container["ports"]] == [settings.listen.port]
    assert proxy["terminationGracePeriodSeconds"] > 5 + settings.listen.drain_notice_s + settings.listen.drain_s
    env = {one["name"] for one in container["env"]}
    if settings.redis is not None:
        assert {settings.redis.url_env, settings.redis.secret_env} <= env
    services = of_kind(case, "Service")
    policy = load_policy(settings.policy) if settings.policy else None
    for name, rules in policy.guards.items() if policy else ():
        for tier in rules.tiers:
            if tier.remote is not None:
                host, port = re.fullmatch(r"http://([\w\-]+):(\d+)", tier.remote.url).groups()  # type: ignore[union-attr]
                assert services[host]["spec"]["ports"][0]["port"] == int(port)
                assert services[host]["spec"]["selector"]["app.kubernetes.io/component"] == name
                assert tier.remote.key_env in env
    for folder in tmp_path.iterdir():
        if folder.name != "corral":
            load_policy(folder / "policy.yaml")


@pytest.mark.parametrize("case", SETTINGS)
def test_no_pod_may_more_than_it_must(case: str) -> None:
    for _, pod in pods(case):
        assert pod["automountServiceAccountToken"] is False
        assert pod["securityContext"]["runAsNonRoot"] is True
        assert f"{pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" == images()["proxy"].user
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in pod["containers"]:
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert container["resources"]["limits"]["memory"]
            assert all(mount["mountPath"] == "/tmp" or mount["readOnly"] for mount in container["volumeMounts"])


@pytest.mark.parametrize("case", SETTINGS)
def test_secrets_are_named_and_never_written(case: str) -> None:
    assert "Secret" not in {one["kind"] for one in objects(case)}
    for _, pod in pods(case):
        for container in pod["containers"]:
            for one in container["env"]:
                assert "secretKeyRef" in one["valueFrom"]


@pytest.mark.parametrize("case", SETTINGS)
def test_services_policies_and_budgets_select_their_pods(case: str) -> None:
    labels = {name: one["spec"]["template"]["metadata"]["labels"] for name, one in of_kind(case, "Deployment").items()}
    for name, service in of_kind(case, "Service").items():
        assert service["spec"]["selector"].items() <= labels[name].items()
        assert {port["targetPort"] for port in service["spec"]["ports"]} == {"http"}
    for kind, selector in (("PodDisruptionBudget", "selector"), ("NetworkPolicy", "podSelector")):
        for name, one in of_kind(case, kind).items():
            chosen = one["spec"][selector]["matchLabels"].items()
            assert [other for other in labels if chosen <= labels[other].items()] == [name]


@pytest.mark.parametrize("case", SETTINGS)
def test_the_containers_run_what_the_images_run(case: str) -> None:
    for name, pod in pods(case):
        (container,) = pod["containers"]
        target = container["image"].rpartition("-")[2]
        if target not in images():
            assert "@sha256:" in container["image"]
            target = "proxy"
        said = [word for arg in container["args"] for word in arg.split("=", 1)]
        if target == "proxy":
            assert said == list(images()["proxy"].command)
        else:
            assert set(images()[target].command) - {"--policy", "/etc/corral/policy.yaml"} <= set(said), name


def test_probes_ask_what_answers_for_them() -> None:
    for _, pod in pods("guards"):
        (container,) = pod["containers"]
        paths = {kind: container[f"{kind}Probe"]["httpGet"]["path"] for kind in ("startup", "liveness", "readiness")}
        assert paths == {"startup": "/healthz", "liveness": "/healthz", "readiness": "/readyz"}


def test_guards_reach_nothing_but_names() -> None:
    for name in ("corral-content", "corral-injection", "corral-code"):
        rules = of_kind("guards", "NetworkPolicy")[name]["spec"]
        assert rules["policyTypes"] == ["Ingress", "Egress"]
        assert [port["port"] for rule in rules["egress"] for port in rule["ports"]] == [53, 53]
        (ingress,) = rules["ingress"]
        assert len(ingress["from"]) == 2  # the proxy, and who reads metrics


def test_the_proxy_reaches_what_is_named_and_its_guards() -> None:
    rules = of_kind("guards", "NetworkPolicy")["corral"]["spec"]
    assert [port["port"] for rule in rules["egress"] for port in rule["ports"]] == [53, 53, 8090, 8000, 6379]
    assert "Egress" not in of_kind("plain", "NetworkPolicy")["corral"]["spec"]["policyTypes"]


def test_an_autoscaler_looks_at_queue_and_latency() -> None:
    (proxy,) = (one for name, one in of_kind("guards", "HorizontalPodAutoscaler").items() if name == "corral")
    metrics = [one.get("pods", one.get("resource")) for one in proxy["spec"]["metrics"]]
    found = [one.get("metric", one)["name"] for one in metrics]
    assert found == ["cpu", "corral_guard_pending", "corral_verdict_ms_p95"]
    assert "replicas" not in of_kind("guards", "Deployment")["corral"]["spec"]
    adapter = yaml.safe_load((DEPLOY / "prometheus" / "adapter.yaml").read_text("utf-8"))["rules"]["custom"]
    assert {rule["name"]["as"] for rule in adapter} == set(found[1:])
    recorded = (DEPLOY / "prometheus" / "rules.yaml").read_text("utf-8")
    assert all(rule["seriesQuery"].partition("{")[0] in recorded for rule in adapter)


def test_a_guard_gets_its_gpu_and_its_weights() -> None:
    pod = dict(pods("gpu"))["corral-content"]
    (container,) = pod["containers"]
    assert container["resources"]["limits"]["nvidia.com/gpu"] == 1
    assert pod["nodeSelector"] == {"nvidia.com/gpu.present": "true"}
    assert {"name": "weights", "mountPath": "/models", "readOnly": True} in container["volumeMounts"]
    assert set(of_kind("gpu", "Deployment")) == {"corral", "corral-content"}  # one guard's values are its own


def test_the_operators_objects_find_services_and_hold_the_rules() -> None:
    (monitor,) = of_kind("guards", "ServiceMonitor").values()
    chosen = monitor["spec"]["selector"]["matchLabels"].items()
    assert all(chosen <= one["metadata"]["labels"].items() for one in of_kind("guards", "Service").values())
    (rule,) = of_kind("guards", "PrometheusRule").values()
    assert rule["spec"] == yaml.safe_load((DEPLOY / "prometheus" / "rules.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ((), "config.upstreams is empty"),
        ((*PLAIN, "--set", "redis.secret=r"), "corralSecret"),
        ((*PLAIN, "--set", "guards.code.enabled=true"), "guardKey"),
        ((*PLAIN, "--set", "guards.code.enabled=true,guardKey=k"), "policy"),
        ((*PLAIN, "--set", "replica=3"), "replica"),
        ((*PLAIN, "--set", "guards.content.gpu=1"), "gpu"),
    ],
)
def test_wrong_values_say_what_is_wrong(flags: tuple[str, ...], words: str) -> None:
    ran = helm("template", "corral", str(CHART), *flags)
    assert ran.returncode != 0
    assert words in ran.stderr


def test_a_config_that_corral_refuses_is_refused_here_too(tmp_path: Path) -> None:
    """The chart passes the config on as it is: an unknown key is the proxy's to refuse, with file and line."""
    found = rendered(*PLAIN, "--set", "config.limit.max_headers=10")
    (config,) = (one for one in found if one["kind"] == "ConfigMap")
    (tmp_path / "corral.yaml").write_text(config["data"]["corral.yaml"], "utf-8")
    with pytest.raises(ConfigError, match="limit"):
        load_config(tmp_path / "corral.yaml")
