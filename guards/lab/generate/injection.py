"""Injection rows: attacks, jailbreaks around a request, instructions planted in documents, and benign look-alikes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .texts import is_dev, sections

ATTACKS = {"en": 1_200, "other": 350}
JAILBREAKS = {"en": 900, "other": 260}
DOCUMENTS = {"en": 1_500, "other": 300}
BENIGN_REPEATS = 6


def rows(seed: int) -> Iterator[Row]:
    """Rows to train on."""
    yield from _rows(seed, dev=False)


def dev_rows(seed: int) -> Iterator[Row]:
    """Rows from phrases and documents that `rows` never uses."""
    yield from _rows(seed, dev=True)


def _rows(seed: int, *, dev: bool) -> Iterator[Row]:
    for language in LANGUAGES:
        rng = random.Random(f"{seed}/{language}/{dev}")
        parts = {
            name: [line for position, line in enumerate(lines) if is_dev(position) is dev]
            for name, lines in sections("injection", language).items()
        }
        share = 0.12 if dev else 1.0
        size = "en" if language == "en" else "other"
        number = 0

        def row(text: str, label: str, kind: str, role: str = "user") -> Row:
            nonlocal number
            number += 1
            name = f"gen:injection:{language}:{'dev' if dev else 'train'}:{number}"
            return Row(name, text, "injection", role, label, language, f"gen:injection/{kind}")

        benign = [*parts["benign"], *parts.get("everyday", [])]
        tasks = list(sections("content", language)["safe"])
        for _ in range(int(ATTACKS[size] * share) if parts["attacks"] else 0):
            yield row(_attack(parts["attacks"], benign, rng), "injection", "attacks")
        for _ in range(int(JAILBREAKS[size] * share) if parts["jailbreaks"] else 0):
            yield row(
                rng.choice(parts["jailbreaks"]).replace("{task}", _task(language, tasks, rng)),
                "jailbreak",
                "jailbreaks",
            )
        for _ in range(int(DOCUMENTS[size] * share) if parts["carriers"] and parts["planted"] else 0):
            carrier = _document(parts["carriers"], rng)
            if rng.random() < 0.5:
                yield row(
                    planted_in(carrier, rng.choice([*parts["planted"], *parts["attacks"]]), rng),
                    "injection",
                    "documents",
                    "document",
                )
            else:
                yield row(carrier, "benign", "documents", "document")
        for text in benign:
            for _ in range(BENIGN_REPEATS):
                yield row(_joined(text, benign, rng), "benign", "look-alikes")
        for text in parts["carriers"]:
            for _ in range(BENIGN_REPEATS):
                yield row(f"{rng.choice(benign)}\n\n{text}" if benign else text, "benign", "pasted")


def _attack(attacks: list[str], benign: list[str], rng: random.Random) -> str:
    first = rng.choice(attacks)
    dice = rng.random()
    if dice < 0.35:
        return first
    if dice < 0.6:
        return f"{first} {rng.choice(attacks)}"
    if dice < 0.8 and benign:
        return f"{rng.choice(benign)} {first}"
    return f"{first} {rng.choice(benign)}" if benign else first


def _joined(text: str, benign: list[str], rng: random.Random) -> str:
    """Benign texts come in twos as well: two sentences must not give an attack away."""
    return text if rng.random() < 0.5 else f"{text} {rng.choice(benign)}"


def _task(language: str, tasks: list[str], rng: random.Random) -> str:
    parts = sections("content", language)
    harmful = [intent for name, lines in parts.items() if name.startswith("unsafe S") for intent in lines]
    intent = rng.choice(harmful) if rng.random() < 0.6 else rng.choice(tasks)
    return rng.choice(parts["frames"]).replace("{x}", intent)


def _document(carriers: list[str], rng: random.Random) -> str:
    return "\n".join(rng.sample(carriers, min(rng.choice((1, 1, 2, 3)), len(carriers))))


def planted_in(carrier: str, planted: str, rng: random.Random) -> str:
    """The instruction at any place, plainly or dressed as a comment, a note or a field."""
    dressed = rng.choice(
        ("{}", "{}", "{}", "<!-- {} -->", "NOTE: {}", "P.S. {}", "# {}", '"comment": "{}"', "*{}*")
    ).replace("{}", planted)
    lines = carrier.split("\n")
    place = rng.choice((0, len(lines), len(lines), rng.randint(0, len(lines))))
    lines.insert(place, dressed)
    return "\n".join(lines)
