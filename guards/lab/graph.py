"""One ONNX graph, built node by node: embedded tables and products in small integers."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET, IR = 18, 10

Floats = NDArray[np.float32]


def int8_rows(table: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Symmetric int8 with one scale a row: ``table ~ rows * scales[:, None]``."""
    scales = np.abs(table).max(1) / 127.0
    scales[scales == 0] = 1.0
    return np.round(table / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def int4_rows(table: Floats) -> tuple[NDArray[np.uint8], Floats]:
    """Symmetric 4 bits with one scale a row, two numbers a byte: the low halves hold the first half of the columns.

    The scale is the one of a few that leaves the least squared error: clipping a rare large number is worth finer steps.
    """
    best = np.full(len(table), np.inf, dtype=np.float32)
    chosen = np.ones(len(table), dtype=np.float32)
    highest = np.abs(table).max(1)
    highest[highest == 0] = 1.0
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
        scale = highest * share / 7.0
        error = ((np.clip(np.round(table / scale[:, None]), -8, 7) * scale[:, None] - table) ** 2).sum(1)
        better = error < best
        best[better], chosen[better] = error[better], scale[better]
    steps = (np.clip(np.round(table / chosen[:, None]), -8, 7) + 8).astype(np.uint8)
    half = table.shape[1] // 2
    return (steps[:, :half] | (steps[:, half:] << 4)).astype(np.uint8), chosen


class Graph:
    """Nodes and constants of one graph, in order; every method returns the name of what it made."""

    def __init__(self) -> None:
        self._nodes: list[Any] = []
        self._constants: dict[str, NDArray[Any]] = {}
        self.constant("zero", np.array(0, dtype=np.int64))
        for axis in (1, 2):
            self.constant(f"axis{axis}", np.array([axis], dtype=np.int64))

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self._constants[name] = value
        return name

    def number(self, value: float) -> str:
        return self.constant(f"number_{value}", np.array(value, dtype=np.float32))

    def halved(self, name: str, value: Floats) -> str:
        """A constant kept in 16 bits; ONNX Runtime widens it once, at load."""
        self.constant(f"{name}_half", np.ascontiguousarray(value).astype(np.float16))
        return self.node("Cast", [f"{name}_half"], name, to=TensorProto.FLOAT)

    def node(self, kind: str, inputs: list[str], output: str | list[str], **attributes: Any) -> str:
        outputs = [output] if isinstance(output, str) else output
        if kind == "ReduceMax":  # axes are an input since opset 18
            inputs = [*inputs, f"axis{attributes.pop('axes')[0]}"]
        self._nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs[0]

    def embed(self, ids: str, table: Floats, *, bits: int) -> str:
        rows: NDArray[Any]
        rows, scales = int8_rows(table) if bits == 8 else int4_rows(table)
        scales[0] = 0.0  # the padding row adds nothing
        self.constant(f"{ids}_rows", rows)
        self.constant(f"{ids}_scales", scales[:, None])
        self.node("Gather", [f"{ids}_rows", ids], f"{ids}_small")
        self.node("Gather", [f"{ids}_scales", ids], f"{ids}_scale")
        if bits == 8:
            self.node("Cast", [f"{ids}_small"], f"{ids}_float", to=TensorProto.FLOAT)
        else:
            self.constant("fifteen", np.array(15, dtype=np.uint8))
            self.constant("four", np.array(4, dtype=np.uint8))
            self.node("BitwiseAnd", [f"{ids}_small", "fifteen"], f"{ids}_low")
            self.node("BitShift", [f"{ids}_small", "four"], f"{ids}_high", direction="RIGHT")
            self.node("Concat", [f"{ids}_low", f"{ids}_high"], f"{ids}_steps", axis=2)
            self.node("Cast", [f"{ids}_steps"], f"{ids}_steps_float", to=TensorProto.FLOAT)
            self.node("Sub", [f"{ids}_steps_float", self.number(8.0)], f"{ids}_float")
        return self.node("Mul", [f"{ids}_float", f"{ids}_scale"], f"{ids}_vectors")

    def mask(self, ids: str) -> str:
        self.node("Equal", [ids, "zero"], f"{ids}_is_pad")
        self.node("Not", [f"{ids}_is_pad"], f"{ids}_is_text")
        return self.node("Cast", [f"{ids}_is_text"], f"{ids}_mask", to=TensorProto.FLOAT)

    def dense(self, source: str, name: str, weight: Floats, bias: Floats | None) -> str:
        inputs = [source, self.halved(f"{name}_w", weight)]
        if bias is not None:
            inputs.append(self.constant(f"{name}_b", bias))
        return self.node("Gemm", inputs, name, transB=1)

    def norm(self, source: str, name: str, scale: Floats, offset: Floats, epsilon: float = 1e-12) -> str:
        self.constant(f"{name}_g", scale)
        self.constant(f"{name}_o", offset)
        return self.node("LayerNormalization", [source, f"{name}_g", f"{name}_o"], name, axis=-1, epsilon=epsilon)

    def slice(self, source: str, name: str, axis: int, start: int, end: int) -> str:
        bounds = [self.constant(f"at_{value}", np.array([value], dtype=np.int64)) for value in (start, end, axis)]
        return self.node("Slice", [source, *bounds], name)

    def quantised(self, source: str, name: str, span: tuple[float, float]) -> tuple[str, str, int, float]:
        """uint8 of `source`, its name, zero point (name and number) and scale."""
        low, high = span
        scale = max(high - low, 1e-6) / 255.0
        zero = int(np.clip(round(-low / scale), 0, 255))
        self.constant(f"{name}_scale", np.array(scale, dtype=np.float32))
        point = self.constant(f"{name}_zero", np.array(zero, dtype=np.uint8))
        self.node("QuantizeLinear", [source, f"{name}_scale", point], name)
        return name, point, zero, scale

    def around(
        self, given: tuple[str, str, int, float], name: str, order: int, left: int
    ) -> tuple[str, str, int, float]:
        """Each row beside its neighbours: [batch, length, dim] -> [batch, length, order * dim]."""
        source, point, zero, scale = given
        pads = self.constant(f"pads_{order}", np.array([0, left, 0, 0, order - 1 - left, 0], dtype=np.int64))
        self.node("Pad", [source, pads, point], f"{name}_padded")
        end = np.iinfo(np.int64).max
        shifted = []
        for shift in range(order):
            behind = order - 1 - shift
            shifted.append(self.slice(f"{name}_padded", f"{name}_{shift}", 1, shift, -behind if behind else end))
        self.node("Concat", shifted, name, axis=2)
        return name, point, zero, scale

    def integer_dense(self, given: tuple[str, str, int, float], name: str, weight: Floats, bias: Floats) -> str:
        """``given @ weight.T + bias`` in integers, one scale an output column."""
        source, point, _, scale = given
        rows, scales = int8_rows(weight)
        self.constant(f"{name}_w", np.ascontiguousarray(rows.T))
        self.constant(f"{name}_w_zero", np.array(0, dtype=np.int8))
        self.constant(f"{name}_w_scale", scales * np.float32(scale))
        self.constant(f"{name}_b", bias)
        self.node("MatMulInteger", [source, f"{name}_w", point, f"{name}_w_zero"], f"{name}_int")
        self.node("Cast", [f"{name}_int"], f"{name}_wide", to=TensorProto.FLOAT)
        self.node("Mul", [f"{name}_wide", f"{name}_w_scale"], f"{name}_scaled")
        return self.node("Add", [f"{name}_scaled", f"{name}_b"], name)

    def model(self) -> onnx.ModelProto:
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
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
        onnx.checker.check_model(model)
        return model
