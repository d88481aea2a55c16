"""Opinions from the page, kept as `corral review` keeps them: a folder that `corral calibrate --audited` takes."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from guards.audit.labels import LABELS, OPINIONS, Label, Opinion, read_labels, write_label
from guards.audit.record import Origin
from guards.audit.results import Audited, line, read_results
from guards.decisions import decision_from_json
from guards.errors import ConfigError, InputError, UnsupportedInput

from .feed import Feed

DECISIONS = "decisions.jsonl"


class Reviews:
    """One folder's, written by one proxy."""

    def __init__(self, folder: Path | None) -> None:
        """Raises:
        ConfigError: the folder can't be made.
        """
        self._folder = folder
        self._lock = threading.Lock()
        self._kept: set[str] = set()
        self.opinions: dict[str, str] = {}
        if folder is None:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ConfigError(f"console.review_folder: {folder} can't be made: {error.strerror}") from None
        self.opinions = {id: label.opinion for id, label in read_labels(folder / LABELS).items()}
        if (folder / DECISIONS).exists():
            self._kept = {audited.id for audited in read_results(folder / DECISIONS)}

    def add(self, body: Any, feed: Feed) -> dict[str, Any]:
        """Keeps an opinion of a decision that the feed still holds.

        Raises:
            InputError: names the field.
            UnsupportedInput: there is no folder to keep it in.
        """
        if self._folder is None:
            raise UnsupportedInput(
                "opinions have no place", field="path", fix="give the config `console: {review_folder: ...}`"
            )
        id, opinion = (body.get("id"), body.get("opinion")) if isinstance(body, dict) else (None, None)
        if opinion not in OPINIONS:
            raise InputError(f"must be one of {', '.join(OPINIONS)}", field="opinion")
        found = feed.row(id) if isinstance(id, str) else None
        if found is None:
            raise InputError("is no decision that is still in memory", field="id")
        at, row = found
        decision = decision_from_json(row)
        with self._lock:
            if decision.verdict.id not in self._kept:
                audited = Audited(decision, Origin("console", at), "corral", "stored", decision.request or None)
                with (self._folder / DECISIONS).open("a", encoding="utf-8") as file:
                    file.write(line(audited) + "\n")
                self._kept.add(decision.verdict.id)
            chosen: Opinion = opinion
            write_label(
                self._folder / LABELS, Label(decision.verdict.id, decision.verdict.action, chosen, datetime.now(UTC))
            )
            self.opinions[decision.verdict.id] = chosen
        return {"id": id, "opinion": opinion, "reviewed": len(self.opinions)}
