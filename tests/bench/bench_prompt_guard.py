"""Prompt Guard's real shapes with random weights: the export against PyTorch, ONNX Runtime as exported, and OpenVINO.

CORRAL_BENCH_OPENVINO names a Python that has `openvino`; without it that row says so and is left out. Every round runs
each engine once, so what else the machine does falls on all alike. `cpu` is the processor time of both threads together:
what the run costs, whoever else wants the cores. CORRAL_BENCH_SHAPES=86M measures one shape; CORRAL_BENCH_RECORD names a
JSON file that gets the export's times, for `bench_ladder`.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from guards.injection.prompt_guard import PromptGuardModel
from guards.injection.prompt_guard.export import export
from guards.injection.prompt_guard.model import open_session
from tests.guards.prompt_guard.tiny import Kind, write_checkpoint

THREADS = 2
RUNS = int(os.environ.get("CORRAL_BENCH_RUNS", "9"))
SHAPES = {  # and what was aimed at, milliseconds at 128 and at 512 tokens
    "22M": (Kind(("LABEL_0", "LABEL_1"), hidden=384, heads=6, layers=12, max_tokens=512, buckets=256), 128_100, (12, 60)),
    "86M": (Kind(("LABEL_0", "LABEL_1"), hidden=768, heads=12, layers=12, max_tokens=512, buckets=256), 251_000, (35, 200)),
}  # fmt: skip
BATCHES = {"128": (1, 128), "512": (1, 512), "6 x 128": (6, 128)}  # 6 overlapping windows cover 512 tokens
CORRAL = "corral int8"

Ids = Any  # [batch, tokens] int64
Run = Callable[[Ids], float | None]  # processor seconds where the engine is not in this process


def main() -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # torch's threads would spin while others want the cores
    from transformers.utils import logging

    logging.disable_progress_bar()
    wanted = os.environ.get("CORRAL_BENCH_SHAPES", ",".join(SHAPES)).split(",")
    for name in wanted:
        kind, vocabulary, goals = SHAPES[name]
        with tempfile.TemporaryDirectory() as folder:
            print(f"\nPrompt Guard {name}, {THREADS} threads, {RUNS} rounds; aimed at {goals[0]} / {goals[1]} ms")
            _record(name, _shape(Path(folder), kind, vocabulary))


def _shape(home: Path, kind: Kind, vocabulary: int) -> dict[str, list[float]]:
    """The export's times by length, milliseconds."""
    checkpoint = write_checkpoint(home / "checkpoint", kind, vocab_size=vocabulary, initializer_range=0.02)
    for precision in ("fp32", "int8"):
        manifest = export(str(checkpoint), home / precision, precision=precision, tolerance=1.0)  # type: ignore[arg-type]
        print(
            f"{precision}: {sum(file.stat().st_size for file in (home / precision).iterdir()) / 1e6:.0f} MB; logits off "
            f"PyTorch's by {manifest.check.graph_logit_difference:.1e} as a graph, probabilities by "
            f"{manifest.check.probability_difference:.4f} as written"
        )
        gc.collect()
    ours = PromptGuardModel(home / "int8", threads=THREADS)._session
    ours_fp32 = PromptGuardModel(home / "fp32", threads=THREADS)._session
    eager, exported = _torch(checkpoint, home)
    naive = _naive_int8(exported)
    engines: dict[str, Run] = {
        CORRAL: _onnx(ours),
        "corral fp32": _onnx(ours_fp32),
        "torch eager fp32": eager,
        "onnxruntime fp32": _onnx(open_session(str(exported), THREADS)),
        "onnxruntime int8": _onnx(open_session(str(naive), THREADS)),
    }
    with _openvino(exported) as openvino:
        if openvino is not None:
            engines["openvino"] = openvino
        return _table(engines)


def _record(name: str, times: dict[str, list[float]]) -> None:
    if not (target := os.environ.get("CORRAL_BENCH_RECORD")):
        return
    file = Path(target)
    known = json.loads(file.read_text("utf-8")) if file.exists() else {}
    known |= {f"Prompt Guard {name}, {label} tokens": [round(ms, 1) for ms in ms_] for label, ms_ in times.items()}
    file.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


def _table(engines: dict[str, Run]) -> dict[str, list[float]]:
    print(f"{'tokens':10}{'engine':20}{'p50 ms':>9}{'least ms':>10}{'cpu ms':>9}{'times corral':>14}")
    random = np.random.default_rng(0)
    recorded = {}
    for label, (batch, tokens) in BATCHES.items():
        ids = random.integers(5, 200, size=(batch, tokens), dtype=np.int64)
        wall: dict[str, list[float]] = {name: [] for name in engines}
        cpu: dict[str, list[float]] = {name: [] for name in engines}
        for round_ in range(RUNS + 1):  # the first one warms up
            for name, run in engines.items():
                began, before = time.perf_counter(), time.process_time()
                elsewhere = run(ids)
                took, used = time.perf_counter() - began, time.process_time() - before
                if round_:
                    wall[name].append(took * 1000)
                    cpu[name].append((used if elsewhere is None else elsewhere) * 1000)
        recorded[label] = wall[CORRAL]
        own = statistics.median(wall[CORRAL])
        for name in engines:
            median = statistics.median(wall[name])
            print(
                f"{label:10}{name:20}{median:9.1f}{min(wall[name]):10.1f}{statistics.median(cpu[name]):9.1f}"
                f"{median / own:14.2f}",
                flush=True,
            )
    return recorded


def _onnx(session: Any) -> Run:
    def run(ids: Ids) -> None:
        session.run(["logits"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})

    return run


def _torch(checkpoint: Path, home: Path) -> tuple[Run, Path]:
    """The model as transformers runs it, and as torch's own exporter writes it."""
    import torch
    from transformers import AutoModelForSequenceClassification

    torch.set_num_threads(THREADS)
    model = AutoModelForSequenceClassification.from_pretrained(checkpoint, attn_implementation="eager").eval()

    class Logits(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, ids: Any, mask: Any) -> Any:
            return self.model(ids, attention_mask=mask).logits

    file = home / "exported" / "model.onnx"
    file.parent.mkdir()
    sample = torch.ones((2, 16), dtype=torch.long)
    free = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of traced constants, which the check below would show to matter
        torch.onnx.export(
            Logits().eval(), (sample, sample), str(file), input_names=["input_ids", "attention_mask"],
            output_names=["logits"], dynamic_axes={"input_ids": free, "attention_mask": free, "logits": {0: "batch"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
    ids = np.random.default_rng(1).integers(5, 200, size=(1, 300), dtype=np.int64)
    with torch.inference_mode():
        wanted = model(torch.from_numpy(ids)).logits.numpy()
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    (got,) = open_session(str(file), THREADS).run(["logits"], feed)
    np.testing.assert_allclose(got, wanted, atol=1e-3)

    def run(ids: Ids) -> None:
        with torch.inference_mode():
            model(torch.from_numpy(ids), attention_mask=torch.ones(ids.shape, dtype=torch.long))

    return run, file


def _naive_int8(exported: Path) -> Path:
    from onnxruntime.quantization import quantize_dynamic

    file = exported.with_name("int8.onnx")
    quantize_dynamic(exported, file, per_channel=True)
    return file


@contextmanager
def _openvino(exported: Path) -> Iterator[Run | None]:
    python = os.environ.get("CORRAL_BENCH_OPENVINO")
    if not python:
        print("openvino: not measured, CORRAL_BENCH_OPENVINO names no Python that has it")
        yield None
        return
    command = [python, str(Path(__file__).with_name("openvino_runner.py")), str(exported), str(THREADS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        print(f"openvino: {process.stdout.readline().strip()}")

        def run(ids: Ids) -> float:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(ids.tolist()) + "\n")
            process.stdin.flush()
            return float(process.stdout.readline())

        try:
            yield run
        finally:
            process.stdin.close()


if __name__ == "__main__":
    main()
