"""From the data to the files that ship: train both models, export, calibrate, choose thresholds, write the manifest."""

from __future__ import annotations

import copy
import hashlib
import json
import random
import shutil
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from guards.embedded.labels import CATEGORIES, ROLES
from guards.embedded.model import EmbeddedModel, Engines
from guards.embedded.networks import FILES
from guards.errors import InputError

from .calibrate import platt
from .dataset import Example, census, examples, read_folder
from .encode import Encoded, encode
from .export import export
from .generate import (
    content,
    diluted,
    disguised,
    documents,
    generated,
    hate,
    hazards,
    injection,
    jailbreaks,
    lookalikes,
    passages,
    planted,
    polarity,
    scenarios,
    short,
)
from .metrics import threshold_at
from .near import near
from .network import Accurate, Fast
from .rows import Row, read_rows
from .train import Network, Recipe, lesson_of, train
from .vocabulary import Vocabulary, use_vocabulary

# Whole training sources kept out, so that attacks are calibrated on some that were not learnt.
HELD_OUT = frozenset({"pyrit_jailbreak_templates", "bastioncorpus"})
PLAIN = "benign_instructions"  # the harmless prompts on which thresholds are chosen
# A threshold is the lowest at which at most this share of the plain benign prompts, and of the adversarially phrased
# benign ones, is hit: people forgive a missed attack sooner than a refusal of what they may well ask. Of documents, the
# benign mails are the plain ones, and the generators' documents, many of which ask something of their reader, the others.
FALSE_POSITIVES = {"block": (0.01, 0.10), "flag": (0.02, 0.25)}
DOCUMENT_FALSE_POSITIVES = {"block": (0.01, 0.15), "flag": (0.02, 0.25)}
# The share of the harmful development texts caught by both networks that the fast one alone may let pass, and the rate of false
# positives at which they count as caught: well above where policies block, so that what ranks below is ordered well, too.
CLEARED, CAUGHT_AT = 0.003, 0.05
PIECES_FILE = "pieces.model"  # which row of a table is which piece
SAMPLE = 400  # training examples that set the exported models' integer scales
ENGINES: tuple[Engines, ...] = ("fast", "accurate")

Log = Callable[[str], None]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recipes:
    """How the two models that ship are trained; the fast one learns from the accurate one as well as from the labels."""

    accurate: Recipe = field(default_factory=lambda: Recipe(epochs=2, encoder_rate=4e-4, table_rate=8e-4))
    fast: Recipe = field(
        default_factory=lambda: Recipe(epochs=2, encoder_rate=2e-3, table_rate=1e-3, head_rate=2e-3, ngram_rate=2e-3)
    )
    learnt: float = 0.75  # share of what fine-tuning changed in the accurate network's encoder that is kept


def assemble(train_rows: Sequence[Row], seed: int, held_out: frozenset[str] = HELD_OUT) -> list[Example]:
    """Examples to train on: the sources' but those of `held_out`, the generators', and what is composed of both."""
    taught = [row for row in train_rows if row.source not in held_out]
    rows = [*taught, *generated(seed)]
    for composed in (planted, short, diluted):
        rows += composed.rows(taught, seed)
    rows += disguised.rows(rows, seed)
    return examples(rows, seed=seed, held_out=held_out)


def build(
    data: Path, out: Path, recipes: Recipes, *, log: Log, limit: int | None = None, trained: Path | None = None
) -> None:
    """Trains on ``data/train``, measures on ``data/dev``, and writes the models' files into `out`.

    `limit` keeps that many examples, for a smoke run. `trained` is a folder where a run on the same examples has kept its
    weights: then nothing is trained, and they are exported and calibrated.

    Raises:
        InputError: the data is not there, or `trained` holds no weights, or those of other examples.
        ModelError: an exported model disagrees with the trained one.
    """
    if not (data / "train").is_dir() or not (data / "dev").is_dir():
        raise InputError("has no train/ and dev/ folders", field=str(data))
    train_rows = list(read_folder(data / "train"))
    made = apart(assemble(train_rows, recipes.accurate.seed)[:limit], measured(data, train_rows), log)
    for name, count in sorted(census(made).items()):
        log(f"  {name}: {count}")
    vocabulary = use_vocabulary(example.text[:2_000] for example in made)
    encoded = encode(made, vocabulary.model, seed=recipes.accurate.seed, processes=recipes.accurate.threads)
    networks = _kept(trained, vocabulary) if trained else _trained(encoded, vocabulary, out, recipes, log)
    write(networks, vocabulary.model, encoded, out, development(data, train_rows), recipes)


def _trained(
    encoded: Sequence[Encoded], vocabulary: Vocabulary, out: Path, recipes: Recipes, log: Log
) -> list[Network]:
    out.mkdir(parents=True, exist_ok=True)
    (out / PIECES_FILE).write_bytes(vocabulary.model)
    log(f"{len(encoded)} examples, {sum(len(row.windows) for row in encoded)} windows; the accurate model")
    torch.manual_seed(recipes.accurate.seed)
    accurate = Accurate(vocabulary)
    # What the published encoder takes a sentence for keeps the fine-tuned one from learning frames by heart.
    train(accurate, encoded, recipes.accurate, log=log, anchor=copy.deepcopy(accurate.encoder))
    accurate.encoder.temper(vocabulary, recipes.learnt)
    _keep(accurate, out)
    log("the fast model, taught by the accurate one")
    torch.manual_seed(recipes.fast.seed)
    fast = Fast(vocabulary)
    train(fast, encoded, recipes.fast, log=log, lesson=lesson_of(accurate, encoded))
    _keep(fast, out)
    return [accurate, fast]


def _kept(folder: Path, vocabulary: Vocabulary) -> list[Network]:
    """The networks whose weights a run has kept in `folder`."""
    networks: list[Network] = [Accurate(vocabulary), Fast(vocabulary)]
    try:
        same = (folder / PIECES_FILE).read_bytes() == vocabulary.model
        weights = [torch.load(folder / _file(network), weights_only=True) for network in networks]
    except OSError as error:
        raise InputError(f"holds no kept weights: {error}", field=str(folder)) from None
    if not same:
        raise InputError("its weights were trained on other examples: train anew", field=str(folder))
    for network, values in zip(networks, weights, strict=True):
        network.load_state_dict(values)
    return networks


def measured(data: Path, train_rows: Sequence[Row]) -> list[str]:
    """The texts that figures are measured on."""
    held_out = (row for row in train_rows if row.source in HELD_OUT)
    return [row.text for row in (*read_folder(data / "dev"), *held_out)]


def apart(made: Sequence[Example], texts: Sequence[str], log: Log) -> list[Example]:
    """The examples that don't say nearly what one of `texts` says."""
    kept = [example for example, close in zip(made, near([one.text for one in made], texts), strict=True) if not close]
    log(f"{len(made) - len(kept)} examples left out: they nearly repeat what is measured")
    return kept


def _keep(network: Network, out: Path) -> None:
    """The weights as they were trained, beside the files that ship: what is in small integers can't be trained further."""
    torch.save(network.state_dict(), out / _file(network))


def _file(network: Network) -> str:
    return f"{type(network).__name__.lower()}.pt"


def write(
    networks: Sequence[Network],
    pieces: bytes,
    encoded: Sequence[Encoded],
    out: Path,
    dev: dict[str, list[Row]],
    recipes: Recipes,
) -> None:
    """Exports trained networks into `out`, calibrates them on `dev` and writes the manifest."""
    out.mkdir(parents=True, exist_ok=True)
    (out / PIECES_FILE).write_bytes(pieces)
    sample = random.Random(0).sample(list(encoded), min(SAMPLE, len(encoded)))
    for network in networks:
        export(network, out, sample)
    calibrate(out, dev, recipes)


def calibrate(out: Path, dev: dict[str, list[Row]], recipes: Recipes) -> None:
    """Calibrates the exported models in `out` on `dev`, chooses thresholds, and writes their manifest."""
    manifest = _Manifest(out, recipes)
    manifest.write()
    manifest.offsets = {name: _offsets(EmbeddedModel(out, name), dev) for name in ENGINES}
    manifest.write()
    manifest.calibration = {name: _calibration(EmbeddedModel(out, name), dev) for name in ENGINES}
    manifest.write()
    manifest.unsure_from = _unsure_from(EmbeddedModel(out, "fast"), EmbeddedModel(out), dev)
    manifest.write()
    model = EmbeddedModel(out)
    plain, tricky = worst(model, dev["plain"], "user"), worst(model, dev["tricky"], "user")
    mails = worst(model, [row for row in dev["document"] if row.label == "benign"], "document")
    pages = worst(model, dev["pages"], "document")
    for name, (plain_rate, tricky_rate) in FALSE_POSITIVES.items():
        for task in ("injection", "content"):
            both = threshold_at(plain[task], plain_rate), threshold_at(tricky[task], tricky_rate)
            manifest.thresholds[f"{task}.user.{name}"] = max(both)
    for name, (plain_rate, tricky_rate) in DOCUMENT_FALSE_POSITIVES.items():
        both = threshold_at(mails["injection"], plain_rate), threshold_at(pages["injection"], tricky_rate)
        manifest.thresholds[f"injection.document.{name}"] = max(both)
    manifest.write()


def worst(model: EmbeddedModel, rows: Sequence[Row], role: str | None = None) -> dict[str, Floats]:
    """The worst window's probability of every row, by task; in the row's own role unless told."""
    scored = model.judge_many([(row.text, role or row.role) for row in rows])
    return {
        "injection": np.array([max(window.attack for window in windows) for windows in scored]),
        "content": np.array([max(window.unsafe for window in windows) for windows in scored]),
    }


def development(data: Path, train_rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows to calibrate on: none was trained on."""
    dev = data / "dev"
    harmful = ("simple_safety_tests", "strongreject", "forbidden_questions")
    return {
        "plain": [row for row in read_rows(dev / f"{PLAIN}.jsonl.gz") if row.role == "user"],
        "tricky": list(read_rows(dev / "wildguard_benign.jsonl.gz")),
        "attacks": [r for r in train_rows if r.source in HELD_OUT and r.role == "user" and r.label != "benign"],
        "harmful": [row for name in harmful for row in read_rows(dev / f"{name}.jsonl.gz")],
        "document": list(read_rows(dev / "bipia_email_test.jsonl.gz")),
        "pages": [r for r in documents.dev_rows(Recipes().accurate.seed) if r.label == "benign" and calibrates(r)],
        "hate": [r for r in read_rows(dev / "mhc_heldout_functionalities.jsonl.gz") if r.label != "safe"],
        **_generated(),
    }


def _generated() -> dict[str, list[Row]]:
    """The generators' held-out prompts, by task: harmful ones, and harmless ones in English, Thai and Devanagari."""
    seed = Recipes().accurate.seed
    makers = content, hazards, hate, injection, jailbreaks, lookalikes, passages, polarity, scenarios
    made = [row for maker in makers for row in maker.dev_rows(seed) if row.role == "user" and calibrates(row)]
    harmful = {
        f"harmful.{task}": [row for row in made if row.task == task and row.label not in ("safe", "benign")]
        for task in ("injection", "content")
    }
    return harmful | {
        f"{script}.{task}": [
            row
            for row in made
            if row.language == language and row.label in ("safe", "benign") and task in (row.task, "injection")
        ]
        for script, language in (("latin", "en"), ("thai", "th"), ("devanagari", "hi"))
        for task in ("injection", "content")
    }


def calibrates(row: Row) -> bool:
    """Half of the generators' held-out rows calibrate, the other half is for the model card."""
    return zlib.crc32(row.text.encode()) % 2 == 0


def _offsets(model: EmbeddedModel, dev: dict[str, list[Row]]) -> dict[str, dict[str, float]]:
    """What is added to a script's logits, so that its harmless texts are hit as often as English ones of the same kinds.

    Never negative: a foreign letter in a text must not make it look better.
    """
    plain = worst(model, dev["plain"], "user")
    found = {"latin": {"injection": 0.0, "content": 0.0}}
    for task in found["latin"]:
        threshold = threshold_at(plain[task], 0.01)
        rate = max(float((worst(model, dev[f"latin.{task}"], "user")[task] >= threshold).mean()), 0.02)
        for script in ("thai", "devanagari"):
            mine = threshold_at(worst(model, dev[f"{script}.{task}"], "user")[task], rate)
            found.setdefault(script, {})[task] = float(np.clip(_logit(threshold) - _logit(mine), 0, 4))
    return found


def _logit(chance: float) -> float:
    chance = min(max(chance, 1e-9), 1 - 1e-9)
    return float(np.log(chance / (1 - chance)))


def _calibration(model: EmbeddedModel, dev: dict[str, list[Row]]) -> dict[str, dict[str, list[float]]]:
    attack = _fit(model, dev["plain"] + dev["tricky"] + dev["attacks"], "user", "injection")
    unsafe = _fit(model, dev["plain"] + dev["harmful"], "user", "content")
    planted_task = _fit(model, dev["document"], "document", "injection")
    return {
        "user": {"injection": attack, "content": unsafe},
        "assistant": {"injection": attack, "content": unsafe},
        "document": {"injection": planted_task, "content": unsafe},
    }


def _fit(model: EmbeddedModel, rows: Sequence[Row], role: str, task: str) -> list[float]:
    score = worst(model, rows, role)[task].clip(1e-9, 1 - 1e-9)
    positive = np.array([row.label not in ("benign", "safe") for row in rows])
    return list(platt(np.log(score / (1 - score)), positive))


def _unsure_from(fast: EmbeddedModel, both: EmbeddedModel, dev: dict[str, list[Row]]) -> dict[str, float]:
    """The fast network's score from which the accurate one is asked: few of the texts that `both` catch lie below it.

    `both` must read everything twice, and catches what it scores over `CAUGHT_AT` of the plain benign prompts.
    """
    planted_tasks = [row for row in dev["document"] if row.label != "benign"]
    harmful = {
        "injection": dev["attacks"] + planted_tasks + dev["harmful.injection"],
        "content": dev["harmful"] + dev["hate"] + dev["harmful.content"],
    }
    plain = worst(both, dev["plain"])
    found = {}
    for task, rows in harmful.items():
        caught = worst(both, rows)[task] >= threshold_at(plain[task], CAUGHT_AT)
        scores = worst(fast, rows)[task]
        found[task] = float(np.quantile(scores[caught] if caught.any() else scores, CLEARED))
    return found


@dataclass
class _Manifest:
    """What is known of the files in `out`, as it grows."""

    out: Path
    recipes: Recipes
    calibration: dict[str, Any] = field(
        default_factory=lambda: {
            engine: {role: {"injection": [1.0, 0.0], "content": [1.0, 0.0]} for role in ROLES} for engine in ENGINES
        }
    )
    offsets: dict[str, Any] = field(
        default_factory=lambda: {
            engine: {script: {"injection": 0.0, "content": 0.0} for script in ("latin", "thai", "devanagari")}
            for engine in ENGINES
        }
    )
    unsure_from: dict[str, float] = field(default_factory=lambda: {"injection": 1e-12, "content": 1e-12})
    thresholds: dict[str, float] = field(default_factory=dict)

    def write(self) -> None:
        sha = {name: hashlib.sha256((self.out / name).read_bytes()).hexdigest() for name in FILES}
        seal = json.dumps([sha, self.offsets, self.calibration, self.unsure_from], sort_keys=True).encode()
        manifest = {
            "revision": hashlib.sha256(seal).hexdigest()[:12],
            "categories": list(CATEGORIES),
            "offsets": self.offsets,
            "calibration": self.calibration,
            "unsure_from": self.unsure_from,
            "thresholds": self.thresholds,
            "recipes": asdict(self.recipes),
            "held_out": sorted(HELD_OUT),
            "sha256": sha,
        }
        (self.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def install(built: Path, target: Path) -> None:
    """Copies a built model's files to where the package loads them from."""
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, "manifest.json"):
        shutil.copyfile(built / name, target / name)
