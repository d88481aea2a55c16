"""Charts as SVG that takes its colours from the page; every mark says what it is when pointed at or read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from .gathered import BINS, Histogram

ACTIONS = ("allow", "flag", "redact", "block")
MOST_TICKS = 10  # whole dates that fit side by side


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart: a rate with its interval, of `total` records."""

    label: str
    rate: float
    low: float
    high: float
    count: int
    total: int


def bars(rows: Sequence[Bar], title: str, colour: str) -> str:
    """Horizontal bars with whiskers; all on one scale."""
    if not rows:
        return ""
    top = max(row.high for row in rows) or 1.0
    left, width, height = 150, 330, 24
    parts = []
    for at, row in enumerate(rows):
        y = at * height + 4
        scale = width / top
        words = f"{row.label}: {row.count:,} of {row.total:,}, {row.rate:.2%} ({row.low:.2%} to {row.high:.2%})"
        parts.append(
            f'<g><title>{escape(words)}</title><text x="{left - 8}" y="{y + 12}" class="name">{escape(_short(row.label))}</text>'
            f'<rect x="{left}" y="{y}" width="{max(row.rate * scale, 1):.1f}" height="15" class="{colour}"/>'
            f'<path d="M{left + row.low * scale:.1f} {y + 7.5}H{left + row.high * scale:.1f}" class="whisker"/>'
            f'<text x="{left + row.high * scale + 6:.1f}" y="{y + 12}" class="value">{row.rate:.2%}</text></g>'
        )
    return _svg(left + width + 70, len(rows) * height + 8, title, parts)


def stacked(columns: Mapping[str, Mapping[str, int]], title: str) -> str:
    """One column a period: what was found, the strongest lowest; the share of all records on the scale."""
    found = {name: {action: counts.get(action, 0) for action in ACTIONS[1:]} for name, counts in columns.items()}
    totals = {name: sum(counts.get(action, 0) for action in ACTIONS) for name, counts in columns.items()}
    shares = {name: sum(found[name].values()) / totals[name] if totals[name] else 0.0 for name in found}
    top = max(shares.values(), default=0.0) or 1.0
    left, width, height = 46, 640, 150
    step = width / max(len(found), 1)
    parts = _scale(left, width, height, top)
    for at, (name, counts) in enumerate(found.items()):
        y = float(height)
        words = f"{name}: {totals[name]:,} records, " + ", ".join(
            f"{count:,} {action}" for action, count in counts.items()
        )
        marks = ""
        for action in reversed(ACTIONS[1:]):
            tall = counts[action] / totals[name] / top * (height - 14) if totals[name] else 0.0
            y -= tall
            gap = min(2.0, step * 0.15)
            marks += f'<rect x="{left + at * step + gap:.1f}" y="{y:.1f}" width="{max(step - 2 * gap, 0.5):.1f}" height="{tall:.1f}" class="{action}"/>'
        parts.append(f"<g><title>{escape(words)}</title>{marks}</g>")
        if at % -(-len(found) // MOST_TICKS) == 0:
            tick = escape(name.removeprefix("week of "))
            parts.append(f'<text x="{left + (at + 0.5) * step:.1f}" y="{height + 15}" class="tick">{tick}</text>')
    return _svg(left + width + 8, height + 22, title, parts)


def histogram(given: Histogram, title: str) -> str:
    """Scores of records, counts on a square-root scale so that few are seen beside many; thresholds as lines."""
    left, width, height = 8, 420, 110
    top = max(given.bins) ** 0.5 or 1.0
    step = width / BINS
    parts = []
    for at, count in enumerate(given.bins):
        tall = count**0.5 / top * (height - 16)
        low = at / BINS
        acting = [line.action.value for line in given.thresholds if low + 0.5 / BINS >= line.score]
        words = f"{low:.3f} to {low + 1 / BINS:.3f}: {count:,} records"
        parts.append(
            f'<g><title>{words}</title><rect x="{left + at * step + 0.5:.1f}" y="{height - tall:.1f}" width="{step - 1:.1f}" '
            f'height="{tall:.1f}" class="{acting[-1] if acting else "allow"}"/></g>'
        )
    for line in given.thresholds:
        x = left + line.score * width
        words = f"{line.action.value} from {line.score:.3f}"
        anchor = "end" if line.score > 0.5 else "start"
        row = 10 if line.action.value == "block" else 22
        parts.append(
            f'<path d="M{x:.1f} 0V{height}" class="line"/><text x="{x + (-4 if anchor == "end" else 4):.1f}" y="{row}" '
            f'class="mark" text-anchor="{anchor}">{escape(words)}</text>'
        )
    parts += [
        f'<text x="{left + share * width:.0f}" y="{height + 14}" class="tick">{share:g}</text>'
        for share in (0, 0.25, 0.5, 0.75, 1)
    ]
    return _svg(left + width + 12, height + 20, title, parts)


def steps(counts: Mapping[float, int], edges: Sequence[float], title: str, unit: str) -> str:
    """Columns for records up to each edge."""
    every = [*edges, float("inf")]
    left, width, height = 8, 420, 100
    step, top = width / len(every), max(counts.values(), default=0) or 1
    parts = []
    for at, edge in enumerate(every):
        tall = counts.get(edge, 0) / top * (height - 8)
        name = f"{edge:g}" if edge != float("inf") else f"> {edges[-1]:g}"
        parts.append(
            f"<g><title>up to {name} {unit}: {counts.get(edge, 0):,} records</title>"
            f'<rect x="{left + at * step + 1:.1f}" y="{height - tall:.1f}" width="{step - 2:.1f}" height="{tall:.1f}" class="allow"/></g>'
            f'<text x="{left + (at + 0.5) * step:.1f}" y="{height + 14}" class="tick">{escape(name)}</text>'
        )
    return _svg(left + width + 12, height + 20, title, parts)


def _scale(left: int, width: int, height: int, top: float) -> list[str]:
    parts = []
    for share in (0.0, 0.5, 1.0):
        y = height - share * (height - 14)
        parts.append(
            f'<path d="M{left} {y:.1f}H{left + width}" class="rule"/>'
            f'<text x="{left - 5}" y="{y + 4:.1f}" class="name">{share * top:.1%}</text>'
        )
    return parts


def _short(label: str, most: int = 22) -> str:
    return label if len(label) <= most else label[: most - 1] + "…"


def _svg(width: float, height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label={quoteattr(title)} '
        f'preserveAspectRatio="xMinYMin meet">{"".join(parts)}</svg>'
    )
