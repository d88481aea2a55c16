"""The page: figures, charts and records put into the template, everything escaped, under a policy that lets nothing in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ...errors import MissingExtra
from ...lab.metrics import wilson
from ...wire import Json
from ..against import changed
from ..results import Audited
from ..summary import OTHERS
from .charts import ACTIONS, Bar, bars, histogram, stacked, steps
from .gathered import LATENCY_MS, Gathered
from .periods import periods

if TYPE_CHECKING:
    import jinja2

MOST_BARS = 12
MOST_REJECTED = 100
STAGES = {
    "input": "what users wrote", "document": "third-party text", "output": "answers", "tool_call": "tool calls",
}  # fmt: skip


def render(summary: Json, gathered: Gathered, rejected: list[Json], made_with: str) -> str:
    """The whole page.

    Raises:
        MissingExtra: Jinja is not installed.
    """
    here = files(__package__)
    style, script = (here.joinpath(name).read_text("utf-8") for name in ("page.css", "page.js"))
    dated = _days(summary)
    over_time = periods(dated)
    return template().render(
        style=_ours(style),
        script=_ours(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        summary=summary,
        made_with=made_with,
        unit=over_time.unit,
        days=_ours(stacked(over_time.counts, f"share of records flagged, redacted and blocked, by {over_time.unit}")),
        undated=summary["records"] - sum(sum(counts.values()) for counts in dated.values()),
        groups=[(title, _ours(chart)) for title, chart in _groups(summary) if chart],
        histograms=[
            (
                f"{guard}: {STAGES.get(stage.value, stage.value)}",
                _ours(histogram(given, f"scores of {guard}, {stage.value}")),
            )
            for (guard, stage), given in sorted(gathered.histograms.items())
        ],
        latency=_ours(steps(gathered.latency, LATENCY_MS, "milliseconds the guards took", "ms"))
        if gathered.latencies
        else "",
        reasons=_reasons(summary, gathered),
        changes=_changes(gathered),
        records=[_record(audited) for audited in gathered.records()],
        rejected=rejected,
    )


def template() -> jinja2.Template:
    """The page without its figures.

    Raises:
        MissingExtra: Jinja is not installed.
    """
    try:
        import jinja2
    except ImportError:
        raise MissingExtra("jinja2", extra="audit") from None
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"number": "{:,}".format, "percent": lambda share: "–" if share is None else f"{share:.2%}"}
    return environment.from_string(files(__package__).joinpath("page.html").read_text("utf-8"))


def _ours(markup: str) -> Any:
    """Markup of this package's own making, in which every text is escaped already."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704


def _days(summary: Json) -> Mapping[str, Mapping[str, int]]:
    groups = summary["by"]["day"]
    return {
        day: {action: row.get(action, 0) for action in ACTIONS}
        for day, row in groups.items()
        if day not in ("unknown", OTHERS)
    }


def _groups(summary: Json) -> list[tuple[str, str]]:
    made = []
    for name, title in (("language", "by language"), ("model", "by model"), ("key", "by key"), ("file", "by input")):
        groups = summary["by"][name]
        if len(groups) > 1:
            rows = [
                Bar(
                    label,
                    row["blocked"]["rate"] or 0.0,
                    row["blocked"]["low"],
                    row["blocked"]["high"],
                    row["blocked"]["count"],
                    row["records"],
                )
                for label, row in groups.items()
            ]
            rows.sort(key=lambda row: -row.total)
            made.append((f"blocked {title}", bars(rows[:MOST_BARS], f"share of records blocked, {title}", "block")))
    for kind, title in (("guard", "by guard"), ("category", "by category")):
        total = summary["records"]
        rows = []
        for label, counts in list(summary["reasons"][kind].items())[:MOST_BARS]:
            count = sum(counts.values())
            low, high = wilson(count, total)
            rows.append(Bar(label, count / total if total else 0.0, low, high, count, total))
        made.append((f"found {title}", bars(rows, f"share of records with a finding, {title}", "found")))
    return made


def _reasons(summary: Json, gathered: Gathered) -> list[Json]:
    """Rules and categories that gave a reason, with examples."""
    rows = []
    for kind in ("rule", "category"):
        for label, counts in list(summary["reasons"][kind].items())[:20]:
            rows.append({
                "kind": kind, "label": label, "counts": counts, "total": sum(counts.values()),
                "examples": gathered.examples.get(label, []),
            })  # fmt: skip
    return sorted(rows, key=lambda row: -row["total"])


def _changes(gathered: Gathered) -> Json | None:
    if not gathered.compared:
        return None
    labels = sorted(gathered.changed_by.items(), key=lambda item: -sum(item[1].values()))[:20]
    return {
        "compared": gathered.compared,
        "counts": {name: gathered.changes[name] for name in ("newly blocked", "newly passed", "newly flagged", "no longer flagged")},
        "by": [(label, dict(counts)) for label, counts in labels],
    }  # fmt: skip


def _record(audited: Audited) -> Json:
    decision = audited.decision
    reasons = [
        {"text": reason.text, "guard": reason.guard, "stage": reason.stage.value, "action": reason.action.value}
        for reason in decision.verdict.reasons[:8]
    ]
    return {
        "id": audited.id,
        "action": audited.action.value,
        "change": changed(audited),
        "where": f"{audited.origin.file}:{audited.origin.row}",
        "time": "" if audited.undated else decision.time.strftime("%Y-%m-%d %H:%M"),
        "model": decision.model or "",
        "key": decision.key or "",
        "language": audited.language or "",
        "unanswered": audited.unanswered(),
        "reasons": reasons,
        "excerpts": [{"label": each.label, "stage": each.stage.value, "text": each.text} for each in audited.excerpts],
        "texts": [{"stage": seen.stage.value, "chars": seen.chars, "text": seen.text} for seen in decision.texts[:20]],
    }


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
