"""The small model that ships: text in, injection and content scores out, one run for both judgements.

It is two networks. The fast one reads every window; the accurate one, several times as slow, reads again what the fast one
does not clear, and then both have a say.
"""

from __future__ import annotations

import hashlib
import math
import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

from guards.errors import GuardError
from guards.text import VERSION, cut, views

from .cuts import CUTS
from .engine import Engine, Part, WindowScores, read_manifest
from .features import read
from .labels import ATTACKED, ROLES

HERE = Path(__file__).parent / "weights"
MOST = 32  # windows of one text that the accurate network reads; for the others the fast one's word stands
# How much the fast network's word weighs where both have read: two networks err less than either (docs/experiments.md).
FAST = {"user": 0.75, "assistant": 0.75, "document": 0.25}  # on attacks
FAST_CONTENT = 0.25
REMEMBERED = 64

Engines = Literal["both", "fast", "accurate"]


class EmbeddedModel:
    """Loaded once and shared; safe to call from many threads."""

    def __init__(self, folder: Path = HERE, engines: Engines = "both") -> None:
        """Loads and verifies the files in `folder`; one network alone is for measuring.

        Raises:
            ModelError: a file is absent, or is not the one that the manifest describes.
        """
        import sentencepiece

        manifest = read_manifest(folder)
        reading = hashlib.sha256(
            f"{VERSION} {CUTS} {engines} {MOST} {ATTACKED} {FAST} {FAST_CONTENT}".encode()
        ).hexdigest()[:6]
        self.revision = f"{manifest['revision']}-{reading}"
        self.thresholds: dict[str, float] = manifest["thresholds"]
        self.unsure_from: dict[str, float] = manifest["unsure_from"]
        names = ("fast", "accurate") if engines == "both" else (engines,)
        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "pieces.model"))
        loaded = [Engine(folder, name, manifest, self._processor) for name in names]
        self.first, self.second = loaded[0], loaded[1] if len(loaded) > 1 else None
        self._lock = threading.Lock()
        self._prepared: dict[tuple[str, str], tuple[WindowScores, ...]] = {}
        self._known: OrderedDict[tuple[str, str], Future[tuple[WindowScores, ...]]] = OrderedDict()

    @classmethod
    @cache
    def load(cls, folder: Path = HERE) -> EmbeddedModel:
        """The model in `folder`, loaded at most once a process."""
        return cls(folder)

    def judge(self, text: str, role: str) -> tuple[WindowScores, ...]:
        """Scores of every window of every reading of `text`; see `judge_many`."""
        return self.judge_many([(text, role)])[0]

    def judge_many(self, texts: Sequence[tuple[str, str]]) -> list[tuple[WindowScores, ...]]:
        """`judge` for ``(text, role)`` pairs, batched.

        Two guards that ask about the same text at the same time share one run.

        Raises:
            ValueError: an unknown role.
            GuardError: a text hides more in disguises than is read.
        """
        for _, role in texts:
            if role not in ROLES:
                raise ValueError(f"role must be one of {', '.join(ROLES)}, got {role!r}")
        prepared = self._prepared
        if prepared and all(key in prepared for key in texts):
            return [prepared[key] for key in texts]
        answers: dict[tuple[str, str], Future[tuple[WindowScores, ...]]] = {}
        mine: list[tuple[str, str]] = []
        with self._lock:
            for key in texts:
                if key not in self._known:
                    self._known[key] = Future()
                    mine.append(key)
                answers.setdefault(key, self._known[key])
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        try:
            for key, scores in zip(mine, self._scored(mine) if mine else (), strict=True):
                answers[key].set_result(scores)
        except BaseException as error:
            with self._lock:
                for key in mine:
                    self._known.pop(key, None)
            for key in mine:
                answers[key].set_exception(error)
            raise
        return [answers[key].result() for key in texts]

    def prepare(self, texts: Sequence[tuple[str, str]]) -> None:
        """Scores many ``(text, role)`` pairs at once, and remembers them until it is told the next ones.

        One core does it: who judges in bulk has a process a core. Who asks for the scores afterwards gets the same figures
        in whatever order and company: what the last digits of a run are depends on the texts that it holds. A text that
        can't be judged is left to those who ask for it.
        """
        keys = list(dict.fromkeys(texts))
        if all(key in self._prepared for key in keys):
            return
        try:
            self._prepared = dict(zip(keys, self._scored(keys, alone=True), strict=True))
        except GuardError:
            readable = [key for key in keys if _readable(key[0])]
            self._prepared = dict(zip(readable, self._scored(readable, alone=True), strict=True))

    def _scored(self, texts: Sequence[tuple[str, str]], *, alone: bool = False) -> list[tuple[WindowScores, ...]]:
        split = [_parts(text, role) for text, role in texts]
        parts = [part for mine in split for part in mine]
        seen = read(list(dict.fromkeys(part.text for part in parts)), self._processor)
        scores = self.first.scores(parts, seen, alone=alone)
        if self.second is not None:
            unsure: list[int] = []
            start = 0
            for mine in split:
                attacked = any(part.role in ATTACKED for part in mine)
                unsure += [start + at for at in self.unsure(scores[start : start + len(mine)], attacked=attacked)]
                start += len(mine)
            again = self.second.scores([parts[at] for at in unsure], seen, alone=alone)
            for at, better in zip(unsure, again, strict=True):
                first = scores[at]
                scores[at] = replace(
                    better,
                    attack=_between(first.attack, better.attack, FAST[parts[at].role]),
                    unsafe=_between(first.unsafe, better.unsafe, FAST_CONTENT),
                )
        each = iter(scores)
        return [tuple(next(each) for _ in mine) for mine in split]

    def unsure(self, scores: Sequence[WindowScores], *, attacked: bool = True) -> list[int]:
        """Which windows of a text the fast network does not clear, the worst of them where they are many.

        `attacked`: whether attacks count here; elsewhere the fast network's word on them is enough.
        """
        attack_from, unsafe_from = self.unsure_from["injection"], self.unsure_from["content"]
        doubts = [
            max(window.attack / attack_from if attacked else 0.0, window.unsafe / unsafe_from) for window in scores
        ]
        return sorted((at for at, doubt in enumerate(doubts) if doubt >= 1), key=doubts.__getitem__)[-MOST:]


def _between(first: float, second: float, share: float) -> float:
    """The chance between two, as log odds go, `share` of it the first's."""
    odds = share * _odds(first) + (1 - share) * _odds(second)
    return 1 / (1 + math.exp(-odds))


def _odds(chance: float) -> float:
    return math.log(max(chance, 1e-13) / max(1 - chance, 1e-13))


def _parts(text: str, role: str) -> list[Part]:
    """Every window of every reading of `text`."""
    return [
        Part(view.text[window.start : window.end], role, view.span(window.start, window.end))
        for view in views(text)
        for window in cut(view.text, CUTS[role])
    ]


def _readable(text: str) -> bool:
    try:
        views(text)
    except GuardError:
        return False
    return True
