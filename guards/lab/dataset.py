"""Rows into training examples: which sources, how many of each, and what each row teaches."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .rows import Row, read_rows

# Sources left out: the licence of implicit_hate's upstream corpus is unverified.
LEFT_OUT = frozenset({"implicit_hate"})
# Social media drowns the requests that people make to a model, so the S10 sources are capped; long texts for time's sake.
CAPS = {
    "edos": 2_500,
    "toxigen_human": 3_000,
    "davidson_hate": 1_500,
    "germeval2018": 1_800,
    "clinc_benign": 6_000,
    "banking77": 3_000,
    "tatoeba_benign": 9_000,
    "codealpaca_replies": 2_500,
    "identity_templates": 1_500,
    "gptfuzz_responses": 1_800,
    "refusal_direction_responses": 700,
    "jbb_responses": 800,
    "composed_indirect": 700,
    "gen:injection/planted": 11_000,
    "gen:injection/documents": 16_000,
    "gpteacher_responses": 4_000,
    "wisesight_th": 4_000,
}
# Of sources with many long texts every second example is learnt in every second epoch: they take half of the time.
EVERY = {"gen:injection/planted": 2, "benign_docs": 2}
# Content rows that are also ordinary, harmless prompts: benign for injection, too.
ALSO_BENIGN = frozenset({
    "banking77", "clinc_benign", "codealpaca_requests", "gen:content/requests", "gen:content/statements",
    "gen:content/texts", "gpteacher_benign_content", "mgsm_benign", "tatoeba_benign", "wisesight_th", "xcopa_benign",
})  # fmt: skip
# What a model says may hold an attack, too: so many of the attacks stand in replies, beside replies that hold none.
SAID = 0.05
ALSO_NO_ATTACK = frozenset({"codealpaca_replies", "gpteacher_responses", "gen:content/sentences"})
# Plain harmful requests are no attack on the model's rules: they keep "harmful" and "jailbreak" apart.
HARMFUL_BUT_NO_ATTACK = frozenset(
    {"harmfulqa", "med_safety", "catqa_en", "ailuminate_en", "advbench_etc", "gen:content/requests"}
)
# Harmless prompts of the injection task that are harmless content as well.
ALSO_SAFE = frozenset(
    {"gpteacher_benign_injection", "selfinstruct_seed", "gen:injection/look-alikes", "gen:injection/pasted"}
)


@dataclass(frozen=True, slots=True)
class Example:
    """A row and what it teaches: a target is None where the row says nothing of it."""

    text: str
    role: str
    language: str
    source: str
    injection: str | None
    unsafe: bool | None
    categories: tuple[str, ...] | None  # None: not annotated, the category heads are masked
    weight: float = 1.0
    every: int = 1  # epochs from one in which it is learnt to the next


def read_folder(folder: Path) -> Iterator[Row]:
    """Every row of every ``*.jsonl.gz`` in a folder, in a fixed order."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        yield from read_rows(path)


def examples(rows: Iterable[Row], *, seed: int, held_out: frozenset[str] = frozenset()) -> list[Example]:
    """Examples to train on, capped by source and shuffled; sources in `held_out` are left for measuring."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.source not in LEFT_OUT and row.source not in held_out and row.text.strip():
            by_source[row.source].append(row)
    rng = random.Random(seed)
    made: list[Example] = []
    for source in sorted(by_source):
        kept = by_source[source]
        rng.shuffle(kept)
        made.extend(_example(row) for row in kept[: CAPS.get(source, len(kept))])
    made = [_taught_both(example, rng) for example in made]
    rng.shuffle(made)
    return made


def _example(row: Row) -> Example:
    every = EVERY.get(row.source, 1)
    if row.task == "injection":
        return Example(row.text, row.role, row.language, row.source, row.label, None, None, every=every)
    unsafe = row.label == "unsafe"
    categories = row.categories if row.categories or not unsafe else None
    return Example(row.text, row.role, row.language, row.source, None, unsafe, categories, every=every)


def _taught_both(example: Example, rng: random.Random) -> Example:
    """What a row of one task says of the other, where its source tells."""
    if example.role == "assistant" and example.source in ALSO_NO_ATTACK:
        return replace(example, injection="benign")
    if example.injection is None:
        harmless = example.source in ALSO_BENIGN and example.unsafe is False
        plain = example.source in HARMFUL_BUT_NO_ATTACK and example.unsafe and rng.random() < 0.4
        return replace(example, injection="benign") if harmless or plain else example
    if example.source in ALSO_SAFE and example.injection == "benign":
        return replace(example, unsafe=False, categories=())
    said = example.role == "user" and example.injection != "benign" and example.unsafe is None and rng.random() < SAID
    return replace(example, role="assistant") if said else example


def census(made: Iterable[Example]) -> Counter[str]:
    """How many examples teach what, by label and language; for the log and the model card."""
    counts: Counter[str] = Counter()
    for example in made:
        if example.injection is not None:
            counts[f"injection/{example.injection}/{example.language}"] += 1
        if example.unsafe is not None:
            counts[f"content/{'unsafe' if example.unsafe else 'safe'}/{example.language}"] += 1
    return counts
