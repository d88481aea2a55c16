"""Content rows: harmful intents and their safe twins in the same frames, statements, and replies, in eight languages.

Safe and unsafe share their frames, so that what is learnt is the intent. Requests stay at "how do I ...": no row
holds an answer that would be of use to anybody.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .texts import Sections, cased, is_dev, sections

FRAMES_AN_INTENT = {"unsafe": 5, "safe": 5}
STATEMENTS = 120


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    yield from _rows(seed, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from intents and sentences that `rows` never uses."""
    yield from _rows(seed, dev=True)


def _rows(seed: int, *, dev: bool) -> Iterator[Row]:
    for language in LANGUAGES:
        rng = random.Random(f"{seed}/{language}/{dev}")
        parts = sections("content", language)
        number = 0

        def row(
            text: str, label: str, kind: str, category: str = "", role: str = "user", context: str | None = None
        ) -> Row:
            nonlocal number
            number += 1
            return Row(
                f"gen:content:{language}:{'dev' if dev else 'train'}:{number}",
                text,
                "content",
                role,
                label,
                language,
                f"gen:content/{kind}",
                (category,) if category else (),
                context,
            )

        frames = parts["frames"]
        intents = [
            (name.split()[1] if name.startswith("unsafe S") else "", intent)
            for name, lines in parts.items()
            if name.startswith("unsafe S") or name == "safe"
            for position, intent in enumerate(lines)
            if is_dev(position) is dev
        ]
        for category, intent in intents:
            label = "unsafe" if category else "safe"
            for frame in rng.sample(frames, min(FRAMES_AN_INTENT[label], len(frames))):
                yield row(cased(frame.replace("{x}", intent), rng), label, "requests", category)
            yield from _replies(parts, intent, category, frames, rng, row)
        for name, lines in parts.items():
            if name.startswith("statements"):
                label, category = ("unsafe", "S10") if "unsafe" in name else ("safe", "")
                kept = [line for position, line in enumerate(lines) if is_dev(position) is dev]
                for _ in range(STATEMENTS if kept else 0):
                    text = rng.choice(kept).replace("{group}", rng.choice(parts["groups"]))
                    yield row(text[0].upper() + text[1:], label, "statements", category)
            elif name.startswith(("unsafe-text", "safe-text")):
                label, category = ("unsafe", name.split()[1]) if name.startswith("unsafe") else ("safe", "")
                for position, line in enumerate(lines):
                    if is_dev(position) is dev:
                        for _ in range(3):
                            yield row(cased(line, rng), label, "texts", category)


def _replies(
    parts: Sections, intent: str, category: str, frames: Sequence[str], rng: random.Random, row: Callable[..., Row]
) -> Iterator[Row]:
    """Replies to an intent: complied with, refused, or helpful."""
    question = rng.choice(frames).replace("{x}", intent)
    kinds = ("replies unsafe", "replies safe") if category else ("replies helpful",)
    for kind in kinds:
        text = rng.choice(parts[kind]).replace("{x}", intent)
        label = "unsafe" if kind == "replies unsafe" else "safe"
        yield row(text, label, "replies", category if label == "unsafe" else "", "assistant", question)
