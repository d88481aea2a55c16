"""The trained networks as ONNX, tables and products in small integers; refuses to write a model that disagrees with PyTorch.

Activations are quantised with fixed scales, taken from training windows: a text's score must not depend on what else
stands in its batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray

from guards.embedded.engine import padded
from guards.embedded.labels import ROLES
from guards.errors import ModelError

from .encode import Encoded
from .encoder import CHANNELS, ORDERS, WIDTH
from .graph import Graph
from .network import Accurate, Fast
from .packed import Packed
from .train import Network, packed

Floats = NDArray[np.float32]
# Of logits, on real windows, in standard deviations of what the windows differ by: what small integers may cost.
MEAN_DIFFERENCE, MAX_DIFFERENCE = 0.1, 1.5
LEAST_SPREAD = 1.0  # logits; an untrained network's windows hardly differ


def export(network: Network, path: Path, sample: Sequence[Encoded]) -> None:
    """Writes `network` to `path`; `sample` gives the windows that set the scales and that both must agree on.

    Inputs: pieces [batch, length] int64, ngrams [batch, count] int64, roles [batch] int64, all padded with 0.
    Outputs: injection [batch, 3], content [batch, 1], categories [batch, 14] float32 logits.

    Raises:
        ModelError: ONNX Runtime and PyTorch disagree.
    """
    network.eval()
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    graph = Graph()
    ranges = _ranges(network, packed(sample))
    seen = (_accurate if isinstance(network, Accurate) else _fast)(graph, weights, ranges)
    _heads(graph, weights, seen)
    onnx.save(graph.model(), str(path))
    _agree(network, path, sample)


def _fast(graph: Graph, weights: dict[str, Floats], ranges: dict[str, tuple[float, float]]) -> list[str]:
    embedded = graph.embed("pieces", weights["table.weight"], bits=8)
    root = _root(graph)
    quantised = graph.quantised(embedded, "table_q", ranges["table"])
    pooled = []
    for number, (order, left) in enumerate(ORDERS):
        around = graph.around(quantised, f"g{number}", order, left)
        weight, bias = weights[f"convolutions.{number}.weight"], weights[f"convolutions.{number}.bias"]
        graph.node("Relu", [graph.integer_dense(around, f"c{number}", weight, bias)], f"r{number}")
        graph.node("Mul", [f"r{number}", "mask_column"], f"m{number}")
        graph.node("ReduceMax", [f"m{number}"], f"max{number}", axes=[1], keepdims=0)
        graph.node("ReduceSum", [f"m{number}", "axis1"], f"sum{number}", keepdims=0)
        graph.node("Div", [f"sum{number}", root], f"div{number}")
        graph.node("Mul", [f"div{number}", graph.number(0.3)], f"mean{number}")
        pooled += [f"max{number}", f"mean{number}"]
    return pooled


def _accurate(graph: Graph, weights: dict[str, Floats], ranges: dict[str, tuple[float, float]]) -> list[str]:
    inner = {name.removeprefix("encoder."): value for name, value in weights.items() if name.startswith("encoder.")}
    wide = graph.embed("pieces", inner["table.weight"], bits=4)
    root = _root(graph)
    quantised = graph.quantised(wide, "wide_q", ranges["wide"])
    graph.integer_dense(quantised, "projected_raw", inner["proj.weight"], inner["proj.bias"])
    graph.norm("projected_raw", "projected_norm", inner["proj_norm.weight"], inner["proj_norm.bias"])
    graph.node("Mul", ["projected_norm", "mask_column"], "projected")
    graph.node("Split", ["projected"], [f"x{n}" for n in range(len(ORDERS))], axis=2, num_outputs=len(ORDERS))
    parts = [wide]
    for number, (order, left) in enumerate(ORDERS):
        given = f"x{number}"
        for layer in ("first", "second"):
            name = f"{layer}{number}"
            whole = graph.quantised(given, f"{name}_q", ranges[name])
            around = graph.around(whole, f"{name}_g", order, left)
            graph.integer_dense(around, f"{name}_d", inner[f"{layer}.{number}.weight"], inner[f"{layer}.{number}.bias"])
            graph.node("Relu", [f"{name}_d"], f"{name}_r")
            graph.node("Add", [f"{name}_r", given], f"{name}_s")
            given = graph.node("Mul", [f"{name}_s", "mask_column"], name) if layer == "first" else f"{name}_s"
        parts.append(given)
    graph.node("Concat", parts, "features", axis=2)
    graph.norm("features", "normed_all", inner["norm.weight"], inner["norm.bias"])
    graph.node("Mul", ["normed_all", "mask_column"], "normed")
    graph.slice("normed", "normed_grams", 2, WIDTH, WIDTH + CHANNELS * len(ORDERS))
    graph.node("ReduceMax", ["normed_grams"], "peaks_raw", axes=[1], keepdims=0)
    graph.node("Relu", ["peaks_raw"], "peaks")
    graph.node("ReduceSum", ["normed", "axis1"], "normed_sum", keepdims=0)
    graph.dense("normed_sum", "mean_raw", inner["out.weight"], None)
    graph.constant("out_bias", inner["out.bias"])
    graph.node("Mul", ["length", "out_bias"], "mean_bias")
    graph.node("Add", ["mean_raw", "mean_bias"], "mean_sum")
    graph.node("Div", ["mean_sum", root], "mean")
    for name, source in (("d0", "mean"), ("p1", "mean")):
        graph.dense(source, name, inner[f"{name}.weight"], None)
    graph.node("Relu", ["d0"], "y0")
    graph.dense("y0", "d1", inner["d1.weight"], None)
    graph.node("Add", ["p1", "d1"], "y1_in")
    graph.node("Relu", ["y1_in"], "y1")
    graph.dense("y1", "d2", inner["d2.weight"], None)
    graph.node("Relu", ["d2"], "y2")
    graph.dense("y2", "d3", inner["d3.weight"], None)
    graph.dense("y1", "p3", inner["p3.weight"], None)
    graph.node("Add", ["p3", "d3"], "z_in")
    graph.node("Tanh", ["z_in"], "z")
    graph.node("LpNormalization", ["z"], "sentence", axis=1, p=2)
    graph.node("Mul", ["sentence", graph.number(8.0)], "sentence8")
    graph.node("Mul", ["peaks", graph.number(0.5)], "peaks_half")
    return ["sentence8", "mean", "peaks_half"]


def _root(graph: Graph) -> str:
    """Masks of the pieces, and the square root of how many there are."""
    mask = graph.mask("pieces")
    graph.node("Unsqueeze", [mask, "axis2"], "mask_column")
    graph.node("ReduceSum", [mask, "axis1"], "length_raw", keepdims=1)
    graph.node("Max", ["length_raw", graph.number(1.0)], "length")
    return graph.node("Sqrt", ["length"], "root")


def _heads(graph: Graph, weights: dict[str, Floats], seen: list[str]) -> None:
    grams = graph.embed("ngrams", weights["heads.ngrams.weight"], bits=8)
    graph.node("ReduceSum", [graph.mask("ngrams"), "axis1"], "gram_count", keepdims=1)
    graph.node("Max", ["gram_count", graph.number(1.0)], "gram_count1")
    graph.node("ReduceSum", [grams, "axis1"], "gram_sum", keepdims=0)
    graph.node("Div", ["gram_sum", "gram_count1"], "gram_mean")
    graph.node("Mul", ["gram_mean", graph.number(4.0)], "gram_vector")
    graph.constant("role_table", weights["heads.roles.weight"])
    graph.node("Gather", ["role_table", "roles"], "role_vector")
    graph.node("Concat", [*seen, "gram_vector", "role_vector"], "joined", axis=1)
    graph.dense("joined", "hidden_in", weights["heads.hidden.weight"], weights["heads.hidden.bias"])
    graph.node("Relu", ["hidden_in"], "hidden")
    graph.constant("one_hot", np.eye(len(ROLES), dtype=np.float32)[:, :, None])
    graph.node("Gather", ["one_hot", "roles"], "of_role")
    for head, size in (("injection", 3), ("content", 1)):
        graph.dense("hidden", f"{head}_all", weights[f"heads.{head}.weight"], weights[f"heads.{head}.bias"])
        graph.constant(f"{head}_shape", np.array([-1, len(ROLES), size], dtype=np.int64))
        graph.node("Reshape", [f"{head}_all", f"{head}_shape"], f"{head}_by_role")
        graph.node("Mul", [f"{head}_by_role", "of_role"], f"{head}_picked")
        graph.node("ReduceSum", [f"{head}_picked", "axis1"], head, keepdims=0)
    graph.dense("hidden", "categories", weights["heads.categories.weight"], weights["heads.categories.bias"])


def _ranges(network: Network, batch: Packed) -> dict[str, tuple[float, float]]:
    """Lowest and highest value of what each integer product reads, but for one in ten thousand."""
    found: dict[str, tuple[float, float]] = {}

    def watch(name: str) -> Callable[[Any, tuple[Any, ...]], None]:
        def hook(_: Any, given: tuple[Any, ...]) -> None:
            values = given[0].float().flatten()
            low, high = np.quantile(values[:: max(1, len(values) // 2_000_000)].numpy(), [0.00005, 0.99995])
            found[name] = float(min(low, 0.0)), float(max(high, 0.0))

        return hook

    watched: dict[str, Any] = {}
    if isinstance(network, Accurate):
        watched["wide"] = network.encoder.proj
        for number in range(len(ORDERS)):
            watched[f"first{number}"] = network.encoder.first[number]
            watched[f"second{number}"] = network.encoder.second[number]
    else:
        watched["table"] = network.convolutions[0]
    handles = [layer.register_forward_pre_hook(watch(name)) for name, layer in watched.items()]
    with torch.no_grad():
        network(batch)
    for handle in handles:
        handle.remove()
    return found


def _agree(network: Fast | Accurate, path: Path, sample: Sequence[Encoded]) -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    windows = [(row.role, *window) for row in sample for window in row.windows][:256]
    with torch.no_grad():
        wanted = network(packed(sample))
    answers: list[list[Floats]] = []
    for start in range(0, len(windows), 32):  # padding of every length
        part = windows[start : start + 32]
        feeds = {
            "pieces": padded([pieces for _, pieces, _ in part]),
            "ngrams": padded([ngrams for _, _, ngrams in part]),
            "roles": np.array([role for role, _, _ in part], dtype=np.int64),
        }
        answers.append(session.run(None, feeds))
    for at, want in enumerate((wanted.injection, wanted.content.unsqueeze(1), wanted.categories)):
        got = np.concatenate([answer[at] for answer in answers])
        spread = max(float(want.std()), LEAST_SPREAD)
        difference = np.abs(got - want[: len(got)].numpy()) / spread
        if difference.mean() > MEAN_DIFFERENCE or difference.max() > MAX_DIFFERENCE:
            path.unlink()
            raise ModelError(
                f"the ONNX model disagrees with PyTorch: logits {at} differ by {difference.mean():.3f} of their spread in the "
                f"mean, {difference.max():.3f} at most"
            )
