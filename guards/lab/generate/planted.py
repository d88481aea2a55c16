"""Documents made of other sources' harmless texts, half of them with an instruction planted: any task, not only an attack.

What gives a planted instruction away is that a document asks its reader's assistant for something; so the planted ones
are ordinary requests as people make them to a model, and the same carriers stand there without them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from guards.lab.rows import Row

from .injection import planted_in
from .texts import sections

CARRIERS = frozenset({"gpteacher_responses", "benign_docs", "codealpaca_replies", "garak_latent_docs"})
REQUESTS = frozenset({"gpteacher_benign_injection", "codealpaca_requests", "selfinstruct_seed"})
ENGLISH, OTHERS = 7_000, 600
MAX_REQUEST_CHARS = 160


def rows(train: Sequence[Row], seed: int) -> Iterator[Row]:
    """Rows of role `document`, from the texts of `train`."""
    rng = random.Random(f"planted/{seed}")
    carriers = [
        row.text for row in train if row.source in CARRIERS and len(row.text) > 80 and row.label in ("safe", "benign")
    ]
    requests = [row.text for row in train if row.source in REQUESTS and len(row.text) <= MAX_REQUEST_CHARS]
    for number in range(ENGLISH if carriers and requests else 0):
        text = _cut(rng.choice(carriers), rng)
        planted = rng.random() < 0.5
        if planted:
            attacks = sections("injection", "en")
            asked = (
                rng.choice(requests) if rng.random() < 0.7 else rng.choice([*attacks["planted"], *attacks["attacks"]])
            )
            text = planted_in(text, asked, rng)
        yield _row(f"en:{number}", text, planted, "en")
    for language in ("fr", "de", "hi", "it", "pt", "es", "th"):
        sentences = [row.text for row in train if row.language == language and row.source == "tatoeba_benign"]
        attacks = sections("injection", language)
        for number in range(OTHERS if sentences else 0):
            text = rng.choice(("\n", " ")).join(rng.sample(sentences, min(rng.randint(3, 9), len(sentences))))
            planted = rng.random() < 0.5
            if planted:
                text = planted_in(text, rng.choice([*attacks["planted"], *attacks["attacks"]]), rng)
            yield _row(f"{language}:{number}", text, planted, language)


def _cut(text: str, rng: random.Random) -> str:
    return text[: rng.randint(150, 900)]


def _row(name: str, text: str, planted: bool, language: str) -> Row:
    label = "injection" if planted else "benign"
    return Row(f"gen:planted:{name}", text, "injection", "document", label, language, "gen:injection/planted")
