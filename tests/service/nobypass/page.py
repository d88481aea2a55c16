"""The matrix as a page of the documentation."""

from __future__ import annotations

from itertools import product

from guards.dialects import DIALECTS

from .cells import ACTIONS, GUARDS, cells
from .inside import Inside, inside
from .ways import SIDES, UNCHANGED, WAYS


def page(faults: dict[str, str]) -> str:
    """The matrix as a page: a row a place, a column an action; `faults` by cell."""
    lines = [
        "# The no-bypass matrix",
        "",
        "Made by `make matrix` from what the dialects declare; every cell was run through all of it, with a keyword",
        "guard in the place of each guard and a scripted upstream. A number is how many cells hold of how many there are:",
        "three guards, streamed and whole, through the proxy and through a guarded client, and requests through the external",
        "authorization that Envoy asks, once for each guard. `stage` is as what a text was judged; the operator's own words (system turns) are not judged. A request that is blocked never reaches the",
        "upstream; a redaction that can't be written back is a block; an answer's text past a verdict never leaves, and",
        "fields and events that a dialect does not know are never",
        "passed on, in any cell.",
        "",
    ]
    total = sum(1 for dialect in DIALECTS for _ in cells(dialect)) + len(list(inside(GUARDS)))
    lines += [f"{total - len(faults)} of {total} cells hold.", ""]
    for dialect in DIALECTS:
        lines += [f"## {dialect.name}: `POST {dialect.path}`", "", "| side | place | stage | block | redact | flag |"]
        lines += ["|---|---|---|---|---|---|"]
        rows: dict[tuple[str, str, str], dict[str, list[bool]]] = {}
        for cell in cells(dialect):
            row = rows.setdefault((cell.side, cell.row, cell.stage or "not judged"), {})
            row.setdefault(cell.action, []).append(str(cell) not in faults)
        for (side, place, stage), held in sorted(rows.items(), reverse=True):
            counts = " | ".join(f"{sum(held[action])}/{len(held[action])}" for action in ACTIONS)
            lines.append(f"| {side} | `{place.replace('|', chr(92) + '|')}` | {stage} | {counts} |")
        lines.append("")
    lines += [
        "## Inside applications: `guards.middleware`",
        "",
        "The guarded client stands in the tables above. A document is",
    ]
    lines += [
        "somebody else's text that goes to the model with the prompt, a call one that the model proposes. Where a framework lets"
    ]
    lines += ["nothing be changed (marked *), what is to be redacted is stopped.", ""]
    lines += ["| side | way | block | redact | flag |", "|---|---|---|---|---|"]
    for side, way in product(("request", "document", "answer", "call"), WAYS):
        kind = way.partition(",")[0]
        if side not in SIDES[kind]:
            continue
        held = {action: [str(Inside(way, side, guard, action)) not in faults for guard in GUARDS] for action in ACTIONS}
        counts = " | ".join(f"{sum(held[action])}/{len(held[action])}" for action in ACTIONS)
        lines.append(f"| {side} | {way}{' *' if (kind, side) in UNCHANGED else ''} | {counts} |")
    return "\n".join([*lines, ""])
