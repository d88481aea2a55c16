"""What the exported graphs compute; `guards.embedded.networks` runs them and says what goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from guards.embedded import networks
from guards.embedded.labels import CATEGORIES, INJECTION_LABELS, ROLES
from guards.embedded.networks import AROUND

from .encoder import CHANNELS, ORDERS, WIDTH
from .graph import FLOAT, INT64, UINT8, Floats, Graph, Span, Tensors

FEATURES = WIDTH + CHANNELS * len(ORDERS)
LOGITS: Tensors = {
    "injection": (FLOAT, ["b", len(INJECTION_LABELS)]),
    "content": (FLOAT, ["b", 1]),
    "categories": (FLOAT, ["b", len(CATEGORIES)]),
}

Weights = Mapping[str, Floats]
Spans = Mapping[str, Span]


def write_fast(folder: Path, weights: Weights, spans: Spans) -> None:
    """pieces [b, l], ngrams [b, c], roles [b] -> logits."""
    graph = Graph()
    mask = graph.mask("pieces")
    graph.node("Unsqueeze", [mask, "axis2"], "mask_column")
    graph.node("ReduceSum", [mask, "axis1"], "length_raw", keepdims=1)
    graph.node("Max", ["length_raw", graph.number(1.0)], "length")
    graph.node("Sqrt", ["length"], "root")
    # Before and behind a window there is piece 0, as there is behind a shorter one's end.
    graph.node("Pad", ["pieces", graph.ints(0, AROUND, 0, AROUND), "zero"], "padded")
    graph.node("Shape", ["pieces"], "longest", start=1, end=2)
    graph.node("Squeeze", ["longest"], "count")
    graph.node("Range", ["zero", "count", graph.constant("one", np.array(1, dtype=np.int64))], "starts")
    graph.node(
        "Add", [graph.node("Unsqueeze", ["starts", "axis1"], "start"), graph.ints(*range(2 * AROUND + 1))], "near"
    )
    table = weights["table.weight"].copy()
    table[0] = 0.0
    graph.constant("table", spans["table"].steps(table))
    seen = []
    for number, (order, left) in enumerate(ORDERS):
        places = graph.part("near", f"near{number}", 1, AROUND - left, AROUND - left + order)
        graph.node("Gather", ["padded", places], f"pieces{number}", axis=1)
        grams = graph.beside("table", f"pieces{number}", f"g{number}", order * table.shape[1])
        weight, bias = weights[f"convolutions.{number}.weight"], weights[f"convolutions.{number}.bias"]
        graph.node("Relu", [graph.integer_dense(grams, spans["table"], f"c{number}", weight, bias)], f"r{number}")
        graph.node("Mul", [f"r{number}", "mask_column"], f"m{number}")
        graph.node("ReduceMax", [f"m{number}"], f"max{number}", axes=[1], keepdims=0)
        graph.node("ReduceSum", [f"m{number}", "axis1"], f"sum{number}", keepdims=0)
        graph.node("Div", [f"sum{number}", "root"], f"div{number}")
        graph.node("Mul", [f"div{number}", graph.number(0.3)], f"mean{number}")
        seen += [f"max{number}", f"mean{number}"]
    _judge(graph, weights, [*seen, graph.mean_row("ngrams", weights["heads.ngrams.weight"])], graph.dense)
    inputs: Tensors = {"pieces": (INT64, ["b", "l"]), "ngrams": (INT64, ["b", "c"]), "roles": (INT64, ["b"])}
    graph.save(folder / networks.Fast.files[0], inputs, LOGITS)


def write_accurate(folder: Path, weights: Weights, spans: Spans) -> None:
    """What pieces mean alone, the n-grams, and the heads, each a graph."""
    inner = {name.removeprefix("encoder."): value for name, value in weights.items() if name.startswith("encoder.")}
    words, grams, heads = (folder / name for name in networks.Accurate.files)
    _write_grams(grams, inner, spans, _write_words(words, inner, spans), weights["heads.ngrams.weight"])
    _write_heads(heads, inner, weights)


def _write_words(path: Path, inner: Weights, spans: Spans) -> Tensors:
    """pieces [u] -> each one's row, and its projections as floats (for the residuals) and in 8 bits (for the products)."""
    graph = Graph()
    wide = graph.widened("pieces", inner["table.weight"])
    whole = graph.quantised(wide, "wide_q", spans["wide"])
    graph.integer_dense(whole, spans["wide"], "projected_raw", inner["proj.weight"], inner["proj.bias"])
    graph.norm("projected_raw", "projected_norm", inner["proj_norm.weight"], inner["proj_norm.bias"])
    graph.node("Unsqueeze", [graph.mask("pieces"), "axis1"], "mask_column")
    graph.node("Mul", ["projected_norm", "mask_column"], "projected")
    floats = [f"x{number}" for number in range(len(ORDERS))]
    graph.node("Split", ["projected"], floats, axis=1, num_outputs=len(ORDERS))
    graph.node("Identity", [wide], "wide")
    rows: dict[str, tuple[int, list[str | int]]] = {"wide": (FLOAT, ["u", WIDTH])}
    for number, name in enumerate(floats):
        rows[name] = FLOAT, ["u", CHANNELS]
        rows[graph.quantised(name, f"{name}_q", spans[f"first{number}"])] = UINT8, ["u", CHANNELS]
    graph.save(path, {"pieces": (INT64, ["u"])}, rows)
    return rows


def _write_grams(path: Path, inner: Weights, spans: Spans, rows: Tensors, ngrams: Floats) -> None:
    """The words' rows, and windows -> the sum and the peaks of what stands in them, the mean of their character n-grams.

    `pieces` are numbers of rows, all windows in one line with `AROUND` zeros before and behind each; `near` says where in it
    each piece and its neighbours stand, place 0 for none; `mask` is 0 where `near` tells a window's last piece again.
    """
    graph = Graph()
    graph.node("Gather", ["near", graph.constant("middle", np.array(AROUND, dtype=np.int64))], "here", axis=2)
    graph.node("Gather", ["pieces", "near"], "near_rows", axis=0)
    graph.node("Gather", ["pieces", "here"], "rows", axis=0)
    parts = [graph.node("Gather", ["wide", "rows"], "wide_here", axis=0)]
    for number, (order, left) in enumerate(ORDERS):
        first, last, width = AROUND - left, AROUND - left + order, order * CHANNELS
        places = graph.part("near", f"near{number}", 2, first, last)
        read = graph.part("near_rows", f"rows{number}", 2, first, last)
        line, given = f"x{number}_q", graph.node("Gather", [f"x{number}", "rows"], f"given{number}", axis=0)
        for layer in ("first", "second"):
            name = f"{layer}{number}"
            beside = graph.beside(line, read, f"{name}_g", width)
            weight, bias = inner[f"{layer}.{number}.weight"], inner[f"{layer}.{number}.bias"]
            graph.node("Relu", [graph.integer_dense(beside, spans[name], f"{name}_d", weight, bias)], f"{name}_r")
            given = graph.node("Add", [f"{name}_r", given], name)
            if layer == "first":
                whole = graph.quantised(given, f"{name}_q", spans[f"second{number}"])
                pads = graph.ints(0, AROUND, 0, 0, AROUND, 0)
                graph.node("Pad", [whole, pads, f"{whole}_zero"], f"{whole}_padded")
                line, read = (
                    graph.node("Reshape", [f"{whole}_padded", graph.ints(-1, CHANNELS)], f"{whole}_line"),
                    places,
                )
        parts.append(given)
    graph.node("Concat", parts, "features", axis=2)
    graph.norm("features", "normed", inner["norm.weight"], inner["norm.bias"])
    graph.node("Squeeze", [graph.node("MatMul", ["mask", "normed"], "summed_row"), "axis1"], "summed")
    graph.node("ReduceMax", ["normed"], "peaks", axes=[1], keepdims=0)
    graph.node("Identity", [graph.mean_row("ngrams", ngrams)], "gram_mean")
    windows: Tensors = {
        "pieces": (INT64, ["p"]), "near": (INT64, ["b", "l", 2 * AROUND + 1]), "mask": (FLOAT, ["b", 1, "l"]),
        "ngrams": (INT64, ["b", "c"]),
    }  # fmt: skip
    graph.save(path, {**rows, **windows}, _seen(ngrams))


def _write_heads(path: Path, inner: Weights, weights: Weights) -> None:
    """What `_write_grams` saw, length [b, 1], roles [b] -> logits."""
    graph = Graph()
    graph.node("Sqrt", ["length"], "root")
    graph.part("peaks", "grams", 1, WIDTH, FEATURES)
    graph.node("Mul", [graph.node("Relu", ["grams"], "peaks_raw"), graph.number(0.5)], "peaks_half")
    graph.row_dense("summed", "mean_raw", inner["out.weight"], None)
    graph.node("Mul", ["length", graph.constant("out_bias", inner["out.bias"])], "mean_bias")
    graph.node("Add", ["mean_raw", "mean_bias"], "mean_sum")
    graph.node("Div", ["mean_sum", "root"], "mean")
    _pair(graph, inner, "mean", "d0", "p1")
    graph.node("Relu", ["d0"], "y0")
    graph.row_dense("y0", "d1", inner["d1.weight"], None)
    graph.node("Add", ["p1", "d1"], "y1_in")
    graph.node("Relu", ["y1_in"], "y1")
    _pair(graph, inner, "y1", "d2", "p3")
    graph.node("Relu", ["d2"], "y2")
    graph.row_dense("y2", "d3", inner["d3.weight"], None)
    graph.node("Add", ["p3", "d3"], "z_in")
    graph.node("Tanh", ["z_in"], "z")
    graph.node("LpNormalization", ["z"], "sentence", axis=1, p=2)
    graph.node("Mul", ["sentence", graph.number(8.0)], "sentence8")
    _judge(graph, weights, ["sentence8", "mean", "peaks_half", "gram_mean"], graph.row_dense)
    seen = _seen(weights["heads.ngrams.weight"])
    graph.save(path, {**seen, "length": (FLOAT, ["b", 1]), "roles": (INT64, ["b"])}, LOGITS)


def _pair(graph: Graph, inner: Weights, source: str, first: str, second: str) -> None:
    """Two products of one tensor."""
    parts = [inner[f"{name}.weight"] for name in (first, second)]
    both = graph.row_dense(source, f"{first}_{second}", np.concatenate(parts), None)
    graph.part(both, first, 1, 0, len(parts[0]))
    graph.part(both, second, 1, len(parts[0]), len(parts[0]) + len(parts[1]))


def _seen(ngrams: Floats) -> Tensors:
    return {
        "summed": (FLOAT, ["b", FEATURES]), "peaks": (FLOAT, ["b", FEATURES]), "gram_mean": (FLOAT, ["b", ngrams.shape[1]]),
    }  # fmt: skip


def _judge(graph: Graph, weights: Weights, seen: list[str], hidden: Callable[[str, str, Floats, Floats], str]) -> None:
    """The heads; the last of `seen` is the mean of the character n-grams, and `hidden` the product of all that was seen."""
    graph.node("Mul", [seen[-1], graph.number(4.0)], "gram_vector")
    graph.constant("role_table", weights["heads.roles.weight"])
    graph.node("Gather", ["role_table", "roles"], "role_vector")
    graph.node("Concat", [*seen[:-1], "gram_vector", "role_vector"], "joined", axis=1)
    hidden("joined", "hidden_in", weights["heads.hidden.weight"], weights["heads.hidden.bias"])
    graph.node("Relu", ["hidden_in"], "hidden")
    graph.constant("one_hot", np.eye(len(ROLES), dtype=np.float32)[:, :, None])
    graph.node("Gather", ["one_hot", "roles"], "of_role")
    for head, size in (("injection", len(INJECTION_LABELS)), ("content", 1)):
        graph.dense("hidden", f"{head}_all", weights[f"heads.{head}.weight"], weights[f"heads.{head}.bias"])
        graph.node("Reshape", [f"{head}_all", graph.ints(-1, len(ROLES), size)], f"{head}_by_role")
        graph.node("Mul", [f"{head}_by_role", "of_role"], f"{head}_picked")
        graph.node("ReduceSum", [f"{head}_picked", "axis1"], head, keepdims=0)
    graph.dense("hidden", "categories", weights["heads.categories.weight"], weights["heads.categories.bias"])
