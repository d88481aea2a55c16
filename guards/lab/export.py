"""The trained network as ONNX, its tables in int8; refuses to write a model that disagrees with PyTorch."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from guards.embedded.features import NGRAM_BUCKETS
from guards.embedded.labels import ROLES
from guards.errors import ModelError

from .network import Network

OPSET = 17
MAX_DIFFERENCE = 0.15  # of a logit: what int8 tables may cost; both models' decisions are compared on real rows besides

Floats = NDArray[np.float32]


def quantised_rows(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Symmetric int8 with one scale a row: ``table ~ rows * scales[:, None]``."""
    scales = np.abs(table).max(1) / 127.0
    scales[scales == 0] = 1.0
    return np.round(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def export(network: Network, path: Path) -> None:
    """Writes `network` to `path`.

    Inputs: pieces [batch, length] int64, ngrams [batch, count] int64, roles [batch] int64, all padded with 0.
    Outputs: injection [batch, 3], content [batch, 1], categories [batch, 14] float32 logits.

    Raises:
        ModelError: ONNX Runtime and PyTorch disagree.
    """
    weights = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    graph = _Graph()
    graph.constant("zero", np.array(0, dtype=np.int64))
    graph.constant("one_f", np.array(1.0, dtype=np.float32))
    for axis in (1, 2):
        graph.constant(f"axis{axis}", np.array([axis], dtype=np.int64))

    embedded = graph.embed("pieces", weights["pieces.weight"])
    graph.node("Transpose", [embedded], "embedded", perm=[0, 2, 1])
    mask = graph.mask("pieces")
    graph.node("Unsqueeze", [mask, "axis1"], "mask3")
    graph.node("ReduceSum", [mask, "axis1"], "length", keepdims=1)
    graph.node("Max", ["length", "one_f"], "length1")
    graph.node("Sqrt", ["length1"], "root")
    pooled = []
    for number, order in enumerate(network.shape.orders):
        kernel, bias = weights[f"convolutions.{number}.weight"], weights[f"convolutions.{number}.bias"]
        graph.constant(f"k{number}", kernel)
        graph.constant(f"b{number}", bias)
        left = (order - 1) // 2
        graph.node("Conv", ["embedded", f"k{number}", f"b{number}"], f"c{number}", pads=[left, order - 1 - left])
        graph.node("Relu", [f"c{number}"], f"r{number}")
        graph.node("Mul", [f"r{number}", "mask3"], f"m{number}")
        graph.node("ReduceMax", [f"m{number}"], f"max{number}", axes=[2], keepdims=0)
        graph.node("ReduceSum", [f"m{number}", "axis2"], f"sum{number}", keepdims=0)
        graph.constant("mean_scale", np.array(0.3, dtype=np.float32))
        graph.node("Div", [f"sum{number}", "root"], f"div{number}")
        graph.node("Mul", [f"div{number}", "mean_scale"], f"mean{number}")
        pooled += [f"max{number}", f"mean{number}"]

    grams = graph.embed("ngrams", weights["ngrams.weight"])
    gram_mask = graph.mask("ngrams")
    graph.node("ReduceSum", [gram_mask, "axis1"], "gram_count", keepdims=1)
    graph.node("Max", ["gram_count", "one_f"], "gram_count1")
    graph.node("ReduceSum", [grams, "axis1"], "gram_sum", keepdims=0)
    graph.node("Div", ["gram_sum", "gram_count1"], "gram_mean")
    graph.constant("gram_scale", np.array(4.0, dtype=np.float32))
    graph.node("Mul", ["gram_mean", "gram_scale"], "gram_vector")
    graph.constant("role_table", weights["roles.weight"])
    graph.node("Gather", ["role_table", "roles"], "role_vector")
    graph.node("Concat", [*pooled, "gram_vector", "role_vector"], "joined", axis=1)
    graph.dense("joined", "hidden_in", weights["hidden.weight"], weights["hidden.bias"])
    graph.node("Relu", ["hidden_in"], "hidden")
    for head in ("injection", "content", "categories"):
        graph.dense("hidden", head, weights[f"{head}.weight"], weights[f"{head}.bias"])
    onnx.save(graph.model(network), str(path))
    _agree(network, path)


def _agree(network: Network, path: Path) -> None:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    rng = np.random.default_rng(0)
    pieces = rng.integers(2, network.shape.pieces, (8, 40))
    ngrams = rng.integers(1, NGRAM_BUCKETS, (8, 200))
    for row in range(8):  # every length of padding
        pieces[row, 40 - 4 * row :] = 0
        ngrams[row, 200 - 20 * row :] = 0
    roles = rng.integers(0, len(ROLES), 8)
    answers = session.run(None, {"pieces": pieces, "ngrams": ngrams, "roles": roles})
    with torch.no_grad():
        wanted = network.eval()(torch.from_numpy(pieces), torch.from_numpy(ngrams), torch.from_numpy(roles))
    for name, got, want in zip(("injection", "content", "categories"), answers, wanted[:3], strict=True):
        difference = float(np.abs(got.reshape(8, -1) - want.numpy().reshape(8, -1)).max())
        if difference > MAX_DIFFERENCE:
            path.unlink()
            raise ModelError(f"the ONNX model disagrees with PyTorch: {name} logits differ by {difference:.3f}")


class _Graph:
    """Nodes and constants of one ONNX graph, in order."""

    def __init__(self) -> None:
        self._nodes: list[Any] = []
        self._constants: dict[str, NDArray[Any]] = {}

    def constant(self, name: str, value: NDArray[Any]) -> None:
        self._constants[name] = value

    def node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def embed(self, ids: str, table: Floats) -> str:
        rows, scales = quantised_rows(table)
        scales[0] = 0.0  # the padding row adds nothing
        self.constant(f"{ids}_rows", rows)
        self.constant(f"{ids}_scales", scales[:, None])
        self.node("Gather", [f"{ids}_rows", ids], f"{ids}_int8")
        self.node("Cast", [f"{ids}_int8"], f"{ids}_float", to=TensorProto.FLOAT)
        self.node("Gather", [f"{ids}_scales", ids], f"{ids}_scale")
        return self.node("Mul", [f"{ids}_float", f"{ids}_scale"], f"{ids}_vectors")

    def mask(self, ids: str) -> str:
        self.node("Equal", [ids, "zero"], f"{ids}_is_pad")
        self.node("Not", [f"{ids}_is_pad"], f"{ids}_is_text")
        return self.node("Cast", [f"{ids}_is_text"], f"{ids}_mask", to=TensorProto.FLOAT)

    def dense(self, source: str, name: str, weight: Floats, bias: Floats) -> str:
        self.constant(f"{name}_w", weight)
        self.constant(f"{name}_b", bias)
        return self.node("Gemm", [source, f"{name}_w", f"{name}_b"], name, transB=1)

    def model(self, network: Network) -> onnx.ModelProto:
        graph = helper.make_graph(
            self._nodes,
            "corral-embedded",
            [
                helper.make_tensor_value_info("pieces", TensorProto.INT64, ["batch", "length"]),
                helper.make_tensor_value_info("ngrams", TensorProto.INT64, ["batch", "count"]),
                helper.make_tensor_value_info("roles", TensorProto.INT64, ["batch"]),
            ],
            [
                helper.make_tensor_value_info("injection", TensorProto.FLOAT, ["batch", 3]),
                helper.make_tensor_value_info("content", TensorProto.FLOAT, ["batch", 1]),
                helper.make_tensor_value_info("categories", TensorProto.FLOAT, ["batch", 14]),
            ],
            [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in self._constants.items()],
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
        onnx.checker.check_model(model)
        return model
