"""The lists of models that upstreams give, as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .routes import fitting
from .upstream import Upstream

KEPT = ("object", "created", "owned_by", "max_model_len")  # beside the id; what else an upstream says is its own


def merged(upstreams: Sequence[Upstream], answers: Sequence[Any]) -> dict[str, Any]:
    """OpenAI's ``{"object": "list", "data": [...]}``: each model once, under the name by which clients ask for it.

    A model that is routed to other upstreams than the one that lists it is left out; `answers` are one an upstream,
    whatever it may be.
    """
    rows: dict[str, dict[str, Any]] = {}
    for upstream, answer in zip(upstreams, answers, strict=True):
        data = answer.get("data") if isinstance(answer, dict) else None
        clients_name = {theirs: ours for ours, theirs in upstream.settings.rename.items()}
        for row in data if isinstance(data, list) else ():
            theirs = row.get("id") if isinstance(row, dict) else None
            if not isinstance(theirs, str):
                continue
            name = clients_name.get(theirs, theirs)
            if name not in rows and upstream in fitting(upstreams, name):
                kept = {key: row[key] for key in KEPT if isinstance(row.get(key), str | int)}
                rows[name] = {"id": name, "object": "model", **kept}
    return {"object": "list", "data": list(rows.values())}
