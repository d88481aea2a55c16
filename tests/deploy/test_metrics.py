"""Rules, alerts and dashboards: promtool runs them, and every series that they read is one that Corral has."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml
from prometheus_client import CollectorRegistry

from service.metrics import Metrics
from service.state.metrics import StateMetrics

from .images import DEPLOY
from .tools import tool

PROMETHEUS = DEPLOY / "prometheus"
DASHBOARD = json.loads((DEPLOY / "grafana" / "dashboards" / "corral.json").read_text("utf-8"))
RULES = [
    rule
    for group in yaml.safe_load((PROMETHEUS / "rules.yaml").read_text("utf-8"))["groups"]
    for rule in group["rules"]
]
QUERIES = [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", ())]


@cache
def families() -> dict[str, frozenset[str]]:
    """Every series that a proxy can show, with its labels."""
    found: dict[str, frozenset[str]] = {}
    shared = CollectorRegistry()
    StateMetrics(shared)
    for registry in (Metrics().registry, shared):
        for collector, names in registry._collector_to_names.items():
            labels = frozenset(collector._labelnames)  # type: ignore[attr-defined]
            for name in names:
                found[name] = labels | {"le"} if name.endswith("_bucket") else labels
    return found


def promtool(*words: str) -> None:
    ran = subprocess.run([tool("promtool"), *words], capture_output=True, text=True, cwd=PROMETHEUS, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_config_is_valid() -> None:
    promtool("check", "config", "prometheus.yaml")


def test_alerts_fire_on_what_they_are_for() -> None:
    promtool("test", "rules", "rules_test.yaml")
    tested = yaml.safe_load((PROMETHEUS / "rules_test.yaml").read_text("utf-8"))["tests"]
    assert {row["alertname"] for test in tested for row in test["alert_rule_test"]} == {
        rule["alert"] for rule in RULES if "alert" in rule
    }


@pytest.mark.parametrize("query", [*(rule["expr"] for rule in RULES), *QUERIES])
def test_it_reads_series_that_there_are(query: str) -> None:
    recorded = {rule["record"] for rule in RULES if "record" in rule}
    read = re.findall(r"\b(corral[a-z0-9_:]+)(?:\{([^}]*)\})?", query)
    assert read or query.startswith("up{")
    for name, matchers in read:
        if ":" in name:
            assert name in recorded
            continue
        assert name in families(), name
        labels = set(re.findall(r"(\w+)(?:=~|!~|!=|=)", matchers))
        assert labels <= families()[name] | {"job", "instance"}, (name, labels)
    grouped = {label.strip() for group in re.findall(r"by \(([^)]*)\)", query) for label in group.split(",")}
    own = frozenset().union(*(families().get(name, frozenset({"guard", "action"})) for name, _ in read))
    assert grouped <= own | {"job", "instance", "namespace", "pod"}, grouped


def test_prometheus_can_read_the_dashboards_queries(tmp_path: Path) -> None:
    """In a file of rules: promtool has no other way to parse a query."""
    rows = [
        {"record": f"query:{number}", "expr": query.replace("$__rate_interval", "5m").replace("$job", "corral")}
        for number, query in enumerate(QUERIES)
    ]
    file = tmp_path / "rules.yaml"
    file.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": rows}]}), "utf-8")
    promtool("check", "rules", str(file))


def test_the_dashboards_panels_are_laid_out() -> None:
    """Panels have ids of their own and don't overlap."""
    taken: set[tuple[int, int]] = set()
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(set(ids)) == len(ids)
    for panel in DASHBOARD["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert not cells & taken, panel["title"]
        assert max(x for x, _ in cells) < 24
        taken |= cells
