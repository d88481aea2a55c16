"""A checkpoint of each Prompt Guard kind, tiny, from `corral export` to a verdict; logits held against PyTorch's."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from guards.cli.export import command
from guards.corral import Corral
from guards.errors import ConfigError, ModelError
from guards.injection.prompt_guard import PromptGuard, PromptGuardModel
from guards.injection.prompt_guard.export import export
from guards.injection.prompt_guard.graph import write_graph
from guards.injection.prompt_guard.model import Piece, _cuts
from guards.pipeline import Pipeline
from guards.policy import parse_policy
from guards.types import Budget, Exchange, Finding, Ladder, Message, Stage, Subject

from .tiny import KINDS, PG1, PG2_22M, TEXTS, write_checkpoint

LONG = " ".join(TEXTS)


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    home = tmp_path_factory.mktemp("checkpoints")
    return {name: write_checkpoint(home / name, kind, seed=len(name)) for name, kind in KINDS.items()}


@pytest.fixture(scope="module")
def exports(checkpoints: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    home = tmp_path_factory.mktemp("exports")
    for name, folder in checkpoints.items():
        done = CliRunner().invoke(
            command, ["prompt-guard", "--model", str(folder), "--out", str(home / name), "--tolerance", "0.2"],
            catch_exceptions=False,
        )  # fmt: skip
        assert done.exit_code == 0, done.output
    return {name: home / name for name in checkpoints}


def torch_probabilities(checkpoint: Path, ids: list[list[int]]) -> np.ndarray:
    import torch
    from transformers import AutoModelForSequenceClassification

    model = AutoModelForSequenceClassification.from_pretrained(checkpoint).eval()
    with torch.inference_mode():
        rows = [torch.softmax(model(torch.tensor([row])).logits[0], -1).numpy() for row in ids]
    return np.stack(rows)


@pytest.mark.parametrize("name", KINDS)
def test_float32_gives_pytorchs_logits_at_any_length_and_in_padded_batches(
    name: str, checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    manifest = export(str(checkpoints[name]), tmp_path / "fp32", precision="fp32")
    assert manifest.check.graph_logit_difference < 1e-4
    model = PromptGuardModel(tmp_path / "fp32")
    random = np.random.default_rng(3)
    pieces = [
        Piece(tuple(random.integers(0, 60, length).tolist()), (0, 0)) for length in (1, 2, 3, 16, 17, 31, 64, 95, 96)
    ]
    wanted = torch_probabilities(checkpoints[name], [list(piece.ids) for piece in pieces])
    np.testing.assert_allclose(model.probabilities(pieces), wanted, atol=2e-5)
    alone = np.concatenate([model.probabilities([piece]) for piece in pieces])
    np.testing.assert_allclose(alone, wanted, atol=2e-5)


def test_long_texts_cut_into_blocks_of_positions_give_pytorchs_logits(tmp_path: Path) -> None:
    folder = write_checkpoint(tmp_path / "checkpoint", replace(PG1, max_tokens=511, buckets=64), seed=7)
    random = np.random.default_rng(4)
    lengths = (127, 129, 255, 256, 257, 383, 385, 509, 510, 511)  # one to three blocks, most of them padded
    pieces = [Piece(tuple(random.integers(0, 60, length).tolist()), (0, 0)) for length in lengths]
    wanted = torch_probabilities(folder, [list(piece.ids) for piece in pieces])
    for precision, off in (("fp32", 2e-5), ("int8", 0.2)):
        export(str(folder), tmp_path / precision, precision=precision, tolerance=0.2)  # type: ignore[arg-type]
        model = PromptGuardModel(tmp_path / precision)
        np.testing.assert_allclose(model.probabilities(pieces), wanted, atol=off)
        alone = np.concatenate([model.probabilities([piece]) for piece in pieces])
        np.testing.assert_allclose(alone, wanted, atol=off)


@pytest.mark.parametrize(
    "changes", [{"share_att_key": False}, {"pos_att_type": "c2p"}, {"pos_att_type": "p2c"}, {"norm_rel_ebd": "none"}]
)
def test_every_form_of_disentangled_attention_is_the_same_function(changes: dict[str, object], tmp_path: Path) -> None:
    folder = write_checkpoint(tmp_path / "checkpoint", PG1, seed=5, **changes)
    manifest = export(str(folder), tmp_path / "out", precision="fp32")
    assert manifest.check.graph_logit_difference < 1e-4


def test_int8_stays_near_pytorch_and_the_manifest_says_how_near(exports: dict[str, Path]) -> None:
    for folder in exports.values():
        manifest = PromptGuardModel(folder).manifest
        assert manifest.precision == "int8"
        assert 0 < manifest.check.probability_difference < 0.2
        assert manifest.check.graph_logit_difference < 1e-4


def test_a_model_that_disagrees_is_not_written(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"off PyTorch's in int8.*--precision fp32"):
        export(str(checkpoints["pg1-86m"]), tmp_path / "out", tolerance=0.0)
    assert list(tmp_path.iterdir()) == []


def test_a_graph_that_is_another_function_is_not_written(
    checkpoints: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "guards.injection.prompt_guard.export.write_graph",
        lambda shape, weights, tables, buckets, *, int8: write_graph(
            replace(shape, eps=0.5), weights, tables, buckets, int8=int8
        ),
    )
    with pytest.raises(ModelError, match=r"the graph's logits are .* off PyTorch's; nothing was written"):
        export(str(checkpoints["pg1-86m"]), tmp_path / "out", tolerance=1.0)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_prompt_guard_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Corral downloads none"):
        export(str(tmp_path / "nowhere"), tmp_path / "out")
    other = write_checkpoint(tmp_path / "absolute", PG2_22M, position_biased_input=True)
    with pytest.raises(ModelError, match="absolute positions"):
        export(str(other), tmp_path / "out")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.txt").write_text("dear to somebody")
    with pytest.raises(ConfigError, match="not empty"):
        export(str(other), tmp_path / "full")


def test_pruning_changes_no_score_of_a_kept_script(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    full = export(str(checkpoints["pg1-86m"]), tmp_path / "full", precision="fp32")
    less = export(str(checkpoints["pg1-86m"]), tmp_path / "less", precision="fp32", scripts=["Latin", "Thai"])
    assert less.vocabulary < full.vocabulary
    whole, pruned = PromptGuardModel(tmp_path / "full"), PromptGuardModel(tmp_path / "less")
    for text in (TEXTS[0], TEXTS[2], TEXTS[4]):
        a, b = whole.pieces(text), pruned.pieces(text)
        assert [piece.span for piece in a] == [piece.span for piece in b]
        np.testing.assert_allclose(whole.probabilities(a), pruned.probabilities(b), atol=1e-6)
    unknown = pruned.pieces(TEXTS[3])[0].ids
    assert len(set(unknown)) < len(set(whole.pieces(TEXTS[3])[0].ids))
    with pytest.raises(ConfigError, match="no Unicode script"):
        export(str(checkpoints["pg1-86m"]), tmp_path / "x", scripts=["Elvish"])


def test_ids_are_those_of_the_checkpoints_own_tokenizer(checkpoints: dict[str, Path], exports: dict[str, Path]) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(checkpoints["pg1-86m"])
    model = PromptGuardModel(exports["pg1-86m"])
    for text in TEXTS[:6]:
        assert list(model.pieces(text)[0].ids) == tokenizer(text, truncation=True, max_length=96)["input_ids"]


def check(guard: PromptGuard, text: str, stage: Stage) -> Finding:
    (finding,) = asyncio.run(guard.check(Subject(text, stage), Budget.start(30_000)))
    return finding


def test_the_label_that_counts_follows_who_wrote_the_text(exports: dict[str, Path]) -> None:
    model = PromptGuardModel(exports["pg1-86m"])
    guard = PromptGuard(model)
    (benign, injection, jailbreak) = model.probabilities(model.pieces(TEXTS[1]))[0]
    by_user, third_party = check(guard, TEXTS[1], Stage.INPUT), check(guard, TEXTS[1], Stage.DOCUMENT)
    assert (by_user.category, third_party.category) == ("jailbreak", "injection")
    assert by_user.score == pytest.approx(jailbreak, abs=1e-5)
    assert third_party.score == pytest.approx(injection + jailbreak, abs=1e-5)
    assert third_party.score == pytest.approx(1 - benign, abs=1e-5)


def test_two_labels_serve_both_kinds_of_text(exports: dict[str, Path]) -> None:
    model = PromptGuardModel(exports["pg2-22m"])
    guard = PromptGuard(model)
    (_, malicious) = model.probabilities(model.pieces(TEXTS[1]))[0]
    for stage, category in ((Stage.INPUT, "jailbreak"), (Stage.DOCUMENT, "injection")):
        found = check(guard, TEXTS[1], stage)
        assert (found.category, found.score) == (category, pytest.approx(malicious, abs=1e-5))


def test_long_text_is_judged_in_windows_and_the_worst_one_counts(exports: dict[str, Path]) -> None:
    model = PromptGuardModel(exports["pg2-86m"], window_tokens=32)
    pieces = model.pieces(LONG)
    assert {len(piece.ids) for piece in pieces} == {32}
    assert pieces[0].span[0] == 0
    assert pieces[-1].span[1] == len(LONG)
    rows = np.concatenate([model.probabilities([piece]) for piece in pieces])
    found = check(PromptGuard(model), LONG, Stage.DOCUMENT)
    assert found.score == pytest.approx(float(rows[:, 1].max()), abs=0.02)  # int8 scales depend on the batch
    assert found.span in [piece.span for piece in pieces]


@pytest.mark.parametrize(("tokens", "size"), [(0, 30), (1, 30), (30, 30), (31, 30), (52, 30), (53, 30), (1000, 30)])
def test_windows_cover_every_token_once_or_twice(tokens: int, size: int) -> None:
    cuts = _cuts(tokens, size)
    assert {at for start, end in cuts for at in range(start, end)} == set(range(tokens))
    assert all(end - start == min(size, tokens) for start, end in cuts)
    assert all(later[0] < earlier[1] for earlier, later in pairwise(cuts))


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\u200b", "😀" * 300, "ก" * 900, "\x00"])
def test_any_text_is_judged(text: str, exports: dict[str, Path]) -> None:
    found = check(PromptGuard(exports["pg2-22m"]), text, Stage.INPUT)
    assert found.span is not None
    assert found.span[1] <= len(text)


def test_altered_files_are_an_error_not_a_guess(exports: dict[str, Path], tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    with pytest.raises(ModelError, match="corral export prompt-guard"):
        PromptGuardModel(folder)
    for file in exports["pg1-86m"].iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    PromptGuardModel(folder)
    with (folder / "tokenizer.json").open("a") as file:
        file.write(" ")
    with pytest.raises(ModelError, match=r"tokenizer\.json is not what was exported"):
        PromptGuardModel(folder)
    (folder / "manifest.json").write_text(json.dumps({"format": 9}))
    with pytest.raises(ModelError, match="export the model again"):
        PromptGuardModel(folder)
    with pytest.raises(ConfigError, match="window_tokens"):
        PromptGuardModel(exports["pg1-86m"], window_tokens=4096)


@pytest.mark.parametrize("name", KINDS)
def test_from_checkpoint_to_verdict(name: str, exports: dict[str, Path]) -> None:
    policy = parse_policy(
        "version: 1\nname: t\nbudget_ms: 30000\nguards:\n  injection:\n    stages: [input, document]\n"
        "    thresholds: {'*': {flag: 0.0}}\n"
    )
    with Corral(policy, ladders=[Ladder.of(PromptGuard(exports[name]), "prompt_guard")]) as corral:
        verdict = corral.judge(Exchange((Message("user", TEXTS[0]), Message("tool", TEXTS[1]))))
    assert [report.tier for report in verdict.reports] == ["prompt_guard", "prompt_guard"]
    assert {finding.category for report in verdict.reports for finding in report.findings} == {"jailbreak", "injection"}
    assert verdict.action == "flag"


def test_concurrent_requests_share_batches(exports: dict[str, Path]) -> None:
    guard = PromptGuard(exports["pg2-22m"])
    sizes: list[int] = []
    run = guard._model.probabilities
    guard._batcher._run = lambda pieces: (sizes.append(len(pieces)), list(run(pieces)))[1]  # type: ignore[assignment]
    pipeline = Pipeline([Ladder.of(guard)])
    policy = parse_policy(
        "version: 1\nname: t\nguards:\n  injection:\n    stages: [input]\n    thresholds: {'*': {flag: 0.0}}\n"
    )

    async def scenario() -> list[str]:
        texts = [f"{text} {number}" for number, text in enumerate(TEXTS)]
        verdicts = await asyncio.gather(
            *(pipeline.judge(Exchange((Message("user", text),)), policy, Budget.start(30_000)) for text in texts)
        )
        return [verdict.reports[0].status for verdict in verdicts]

    assert set(asyncio.run(scenario())) == {"done"}
    pipeline.close()
    assert sum(sizes) >= len(TEXTS)
    assert max(sizes) > 1
