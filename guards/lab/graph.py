"""One ONNX graph, built node by node: embedded tables and products in small integers.

Products in integers are scaled back, and get their bias, inside of ONNX Runtime's own `MatMulIntegerToFloat`; an n-gram's
pieces are laid beside each other by looking rows up: both save passes over memory, which take longer than the products.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET, MS_OPSET, IR = 18, 1, 10

Floats = NDArray[np.float32]
FLOAT, INT64, UINT8 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.UINT8
Tensors = Mapping[str, tuple[int, list[str | int]]]  # name -> kind and dimensions


@dataclass(frozen=True, slots=True)
class Span:
    """The lowest and the highest value that is told apart in 8 bits; zero is always one of the values."""

    low: float
    high: float

    @property
    def scale(self) -> float:
        return max(self.high - self.low, 1e-6) / 255.0

    @property
    def zero(self) -> int:
        return int(np.clip(round(-self.low / self.scale), 0, 255))

    def steps(self, values: Floats) -> NDArray[np.uint8]:
        """`values` in 8 bits, as `QuantizeLinear` makes them."""
        found: NDArray[np.uint8] = np.clip(np.rint(values / np.float32(self.scale)) + self.zero, 0, 255).astype(
            np.uint8
        )
        return found


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

    def ints(self, *values: int) -> str:
        return self.constant("_".join(["ints", *map(str, values)]), np.array(values, dtype=np.int64))

    def widened(self, ids: str, table: Floats) -> str:
        """Rows of a table that is kept in 4 bits, as floats: ids [n] -> [n, dim]."""
        rows, scales = int4_rows(table)
        scales[0] = 0.0  # the padding row is nothing
        self.constant(f"{ids}_rows", rows)
        self.constant(f"{ids}_scales", scales[:, None])
        self.constant("fifteen", np.array(15, dtype=np.uint8))
        self.constant("four", np.array(4, dtype=np.uint8))
        self.node("Gather", [f"{ids}_rows", ids], f"{ids}_small")
        self.node("Gather", [f"{ids}_scales", ids], f"{ids}_scale")
        self.node("BitwiseAnd", [f"{ids}_small", "fifteen"], f"{ids}_low")
        self.node("BitShift", [f"{ids}_small", "four"], f"{ids}_high", direction="RIGHT")
        self.node("Concat", [f"{ids}_low", f"{ids}_high"], f"{ids}_steps", axis=1)
        self.node("Cast", [f"{ids}_steps"], f"{ids}_steps_float", to=FLOAT)
        self.node("Sub", [f"{ids}_steps_float", self.number(8.0)], f"{ids}_float")
        return self.node("Mul", [f"{ids}_float", f"{ids}_scale"], f"{ids}_vectors")

    def mean_row(self, ids: str, table: Floats) -> str:
        """The mean of a table's rows, kept in 8 bits: ids [batch, count] -> [batch, dim]; id 0 counts for nothing.

        The rows' scales are the weights of a product, so that no row is scaled by itself.
        """
        rows, scales = int8_rows(table)
        scales[0] = 0.0
        self.constant(f"{ids}_rows", rows)
        self.constant(f"{ids}_scales", scales)
        self.node("Gather", [f"{ids}_rows", ids], f"{ids}_small")
        self.node("Cast", [f"{ids}_small"], f"{ids}_float", to=FLOAT)
        self.node("Unsqueeze", [self.node("Gather", [f"{ids}_scales", ids], f"{ids}_scale"), "axis1"], f"{ids}_weights")
        self.node("MatMul", [f"{ids}_weights", f"{ids}_float"], f"{ids}_sums")
        self.node("Squeeze", [f"{ids}_sums", "axis1"], f"{ids}_sum")
        self.node("ReduceSum", [self.mask(ids), "axis1"], f"{ids}_count", keepdims=1)
        self.node("Max", [f"{ids}_count", self.number(1.0)], f"{ids}_count1")
        return self.node("Div", [f"{ids}_sum", f"{ids}_count1"], f"{ids}_mean")

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

    def part(self, source: str, name: str, axis: int, start: int, end: int) -> str:
        return self.node("Slice", [source, self.ints(start), self.ints(end), self.ints(axis)], name)

    def quantised(self, source: str, name: str, span: Span) -> str:
        """`source` in uint8."""
        return self.node("QuantizeLinear", [source, *self._span(name, span)], name)

    def beside(self, rows: str, places: str, name: str, width: int) -> str:
        """Rows laid beside each other: rows [n, dim], places [.., order] -> [.., width], width = order * dim."""
        self.node("Gather", [rows, places], f"{name}_apart", axis=0)
        return self.node("Reshape", [f"{name}_apart", self.ints(0, 0, width)], name)

    def integer_dense(self, source: str, span: Span, name: str, weight: Floats, bias: Floats) -> str:
        """``source @ weight.T + bias`` in integers, one scale an output column; `source` is uint8."""
        rows, scales = int8_rows(weight)
        self.constant(f"{name}_w", np.ascontiguousarray(rows.T))
        self.constant(f"{name}_w_scale", scales)
        self.constant(f"{name}_w_zero", np.array(0, dtype=np.int8))
        self.constant(f"{name}_b", bias)
        scale, zero = self._span(name, span)
        inputs = [source, f"{name}_w", scale, f"{name}_w_scale", zero, f"{name}_w_zero", f"{name}_b"]
        return self.node("MatMulIntegerToFloat", inputs, name, domain="com.microsoft")

    def row_dense(self, source: str, name: str, weight: Floats, bias: Floats | None) -> str:
        """``source @ weight.T + bias`` in integers, each row of `source` scaled by its own largest number.

        So a row's answer depends on no other row, and a quarter of the weights' bytes is read: for one row that is the cost.
        """
        rows, scales = int8_rows(weight)
        self.constant(f"{name}_w", np.ascontiguousarray(rows.T))
        self.constant(f"{name}_w_scale", scales)
        self.constant(f"{name}_w_zero", np.array(0, dtype=np.int8))
        self.node("Abs", [source], f"{name}_abs")
        self.node("ReduceMax", [f"{name}_abs"], f"{name}_largest", axes=[1], keepdims=1)
        self.node("Max", [f"{name}_largest", self.number(1e-12)], f"{name}_row_scale")
        self.node("Div", [source, f"{name}_row_scale"], f"{name}_unit")
        span = Span(-128 / 127, 1.0)  # zero is 128, and one is 255
        whole = self.quantised(f"{name}_unit", f"{name}_unit_q", span)
        inputs = [whole, f"{name}_w", f"{whole}_scale", f"{name}_w_scale", f"{whole}_zero", f"{name}_w_zero"]
        self.node("MatMulIntegerToFloat", inputs, f"{name}_units", domain="com.microsoft")
        product = name if bias is None else f"{name}_product"
        self.node("Mul", [f"{name}_units", f"{name}_row_scale"], product)
        return product if bias is None else self.node("Add", [product, self.constant(f"{name}_b", bias)], name)

    def _span(self, name: str, span: Span) -> tuple[str, str]:
        """Constants of a span: its scale and its zero point."""
        return (
            self.constant(f"{name}_scale", np.array(span.scale, dtype=np.float32)),
            self.constant(f"{name}_zero", np.array(span.zero, dtype=np.uint8)),
        )

    def save(self, path: Path, inputs: Tensors, outputs: Tensors) -> None:
        def told(tensors: Tensors) -> list[Any]:
            return [helper.make_tensor_value_info(name, kind, dims) for name, (kind, dims) in tensors.items()]

        constants = [
            numpy_helper.from_array(np.asarray(value, order="C"), name) for name, value in self._constants.items()
        ]
        graph = helper.make_graph(self._nodes, "corral-embedded", told(inputs), told(outputs), constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", MS_OPSET)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=IR)
        onnx.checker.check_model(model)
        onnx.save(model, str(path))
