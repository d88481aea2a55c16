"""A DeBERTa-v2/v3 classifier written as an ONNX graph that ONNX Runtime runs fast on CPUs.

Four things make it faster than an exporter's graph, none of which changes the function that is computed:

* **Positions are constants.** The projections of the relative-position embeddings (`pos_key`, `pos_query`) depend on no
  input: they are tables, from which each run picks the rows of the distances j - i that it needs.
* **Blocks of queries.** n queries meet 2n distances, but a block of m consecutive ones meets only n + m: products with
  the others are never computed.
* **No element-wise gathers.** ``out[i, j] = product[i, j - i]`` is a shear. A block's rows of n + m + 1 products, read
  again as rows of m, have the window of query r at row r * (n / m + 1) + 1: a free reshape and a copy of whole rows.
* **The last layer has one query.** The classifier reads token 0 only: keys and values are all that other tokens give.

Source: disentangled attention, He et al. 2021, arXiv:2006.03654, as computed by transformers' `DebertaV2Model`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

OPSET, MS_OPSET, IR_VERSION = 20, 1, 10
MASKED = -1e9  # added to the score of a padded key
BLOCK = 128  # queries, at least, to a block of the position terms: smaller ones cost more in picked rows than they save


@dataclass(frozen=True, slots=True)
class Shape:
    """The dimensions of a DeBERTa classifier."""

    layers: int
    hidden: int
    heads: int
    max_tokens: int
    eps: float
    c2p: bool
    p2c: bool

    @property
    def head_size(self) -> int:
        return self.hidden // self.heads


@dataclass(frozen=True, slots=True)
class Tables:
    """One layer's projected position embeddings, ``[heads, buckets, head_size]``; None where the model has no such term."""

    key: Floats | None  # for the query's content (c2p)
    query: Floats | None  # for the key's content (p2c); scaled


@dataclass(frozen=True, slots=True)
class Buckets:
    """The row of `Tables` for every distance j - i from -max_tokens to max_tokens, ``[2 * max_tokens + 1]``."""

    key: NDArray[np.int64]
    query: NDArray[np.int64]


class GraphWriter:
    """Collects nodes and constants; every method adds a node and gives its output's name."""

    def __init__(self, int8: bool) -> None:
        import onnx

        self._onnx, self._int8 = onnx, int8
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._count = 0

    def number(self, value: int) -> str:
        return self.constant(np.int64(value))

    def constant(self, value: NDArray[Any] | np.generic) -> str:
        name = self._name("c")
        self.constants.append(self._onnx.numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64))

    def op(self, kind: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        return self.ops(kind, *inputs, outputs=1, domain=domain, **attributes)[0]

    def ops(self, kind: str, *inputs: str, outputs: int, domain: str = "", **attributes: Any) -> list[str]:
        names = [self._name(kind) for _ in range(outputs)]
        make = self._onnx.helper.make_node
        self.nodes.append(make(kind, list(inputs), names, name=names[0], domain=domain, **attributes))
        return names

    def dense(self, x: str, weight: Floats, bias: Floats) -> str:
        """``x @ weight + bias``; in int8 each column has its own scale, and x one scale a call."""
        if not self._int8:
            return self.op("Add", self.op("MatMul", x, self.constant(weight)), self.constant(bias))
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12).astype(np.float32) / 127
        quantized = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        parts = (self.constant(quantized), self.constant(scale), "", self.constant(bias))
        return self.op("DynamicQuantizeMatMul", x, *parts, domain="com.microsoft")

    def position_products(self, x: str, table: Floats, rows: str) -> str:
        """``x[.., i, :] . table[head, rows[block, j], :]``, ``[batch, heads, blocks, i, j]``; in int8 one scale a table."""
        if not self._int8:
            return self.times_transposed(x, self.op("Gather", self.constant(table), rows, axis=1))
        scale = np.float32(max(np.abs(table).max(), 1e-12) / 127)
        picked = self.op("Gather", self.constant(np.rint(table / scale).astype(np.int8)), rows, axis=1)
        columns = self.op("Transpose", picked, perm=[0, 1, 3, 2])
        return self.op("DynamicQuantizeMatMul", x, columns, self.constant(scale), domain="com.microsoft")

    def norm(self, x: str, scale: Floats, bias: Floats, eps: float) -> str:
        return self.op("LayerNormalization", x, self.constant(scale), self.constant(bias), epsilon=eps)

    def times_transposed(self, a: str, b: str) -> str:
        return self.op("FusedMatMul", a, b, domain="com.microsoft", transB=1)

    def model(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> Any:
        helper = self._onnx.helper
        graph = helper.make_graph(self.nodes, "prompt-guard", list(inputs), list(outputs), self.constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", MS_OPSET)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="corral")

    def _name(self, kind: str) -> str:
        self._count += 1
        return f"{kind}_{self._count}"


def write_graph(
    shape: Shape, weights: Mapping[str, Floats], tables: Sequence[Tables], buckets: Buckets, *, int8: bool
) -> Any:
    """An `onnx.ModelProto`: ``input_ids, attention_mask: [batch, tokens] int64`` to ``logits: [batch, labels] float32``.

    `weights` are the PyTorch model's, under their own names. `tokens` is at most `shape.max_tokens`.
    """
    import onnx

    g = GraphWriter(int8)
    positions = _Positions(g, shape, buckets, "input_ids")
    ids, mask = positions.padded("input_ids"), positions.padded("attention_mask")
    mask = g.op("Cast", mask, to=onnx.TensorProto.FLOAT)
    bias = g.op("Mul", g.op("Sub", g.constant(np.float32(1)), mask), g.constant(np.float32(MASKED)))
    bias = g.op("Unsqueeze", bias, g.ints(1, 2))  # [batch, 1, 1, tokens]

    x = _embeddings(g, shape, weights, ids)
    for number in range(shape.layers):
        layer = _Layer(g, shape, weights, f"deberta.encoder.layer.{number}.", tables[number], positions)
        x = layer.all_tokens(x, bias) if number + 1 < shape.layers else layer.first_token(x, bias)
    pooled = g.dense(x, weights["pooler.dense.weight"].T, weights["pooler.dense.bias"])
    pooled = g.op("Gelu", pooled)
    logits = g.op("MatMul", pooled, g.constant(weights["classifier.weight"].T))
    logits = g.op("Add", logits, g.constant(weights["classifier.bias"]))
    labels = len(weights["classifier.bias"])
    g.nodes.append(onnx.helper.make_node("Reshape", [logits, g.ints(-1, labels)], ["logits"], name="logits"))

    def info(name: str, kind: int, *dims: str | int) -> Any:
        return onnx.helper.make_tensor_value_info(name, kind, list(dims))

    int64, float32 = onnx.TensorProto.INT64, onnx.TensorProto.FLOAT
    inputs = [info("input_ids", int64, "batch", "tokens"), info("attention_mask", int64, "batch", "tokens")]
    return g.model(inputs, [info("logits", float32, "batch", labels)])


def _embeddings(g: GraphWriter, shape: Shape, weights: Mapping[str, Floats], ids: str) -> str:
    """``[batch, tokens, hidden]``; in int8 each row of the table has its own scale, which costs no arithmetic."""
    import onnx

    table = weights["deberta.embeddings.word_embeddings.weight"]
    if g._int8:
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-12).astype(np.float32) / 127
        rows = g.op("Gather", g.constant(np.rint(table / scale).astype(np.int8)), ids)
        rows = g.op("Cast", rows, to=onnx.TensorProto.FLOAT)
        rows = g.op("Mul", rows, g.op("Gather", g.constant(scale), ids))
    else:
        rows = g.op("Gather", g.constant(table), ids)
    name = "deberta.embeddings.LayerNorm."
    return g.norm(rows, weights[name + "weight"], weights[name + "bias"], shape.eps)


class _Positions:
    """What the position terms of all layers share, computed once a run from the number of tokens.

    The tokens are padded to n, the next number that is so many blocks of m.
    """

    def __init__(self, g: GraphWriter, shape: Shape, buckets: Buckets, ids: str) -> None:
        self.g, self.farthest = g, shape.max_tokens
        zero, one = g.number(0), g.number(1)
        given = g.op("Squeeze", g.op("Shape", ids, start=1, end=2), g.ints(0))
        blocks = g.op("Max", g.op("Div", given, g.number(BLOCK)), one)
        m = g.op("Div", g.op("Sub", g.op("Add", given, blocks), one), blocks)
        n = g.op("Mul", blocks, m)
        self.padding = g.op("Concat", g.ints(0, 0, 0), g.op("Unsqueeze", g.op("Sub", n, given), g.ints(0)), axis=0)

        # A block's column c is the distance c - m from its first query.
        columns = g.op("Add", g.op("Add", n, m), one)
        block = g.op("Range", zero, blocks, one)
        from_first = g.op("Sub", g.op("Range", zero, columns, one), m)
        distances = g.op("Sub", from_first, g.op("Unsqueeze", g.op("Mul", block, m), g.ints(1)))  # [blocks, columns]
        self.by_query = self._rows(buckets.key, distances)
        self.by_key = self._rows(buckets.query[::-1], distances)  # the same seen from the key
        from_zero = g.op("Range", zero, n, one)
        self.key_of_first = self._rows(buckets.key, from_zero)
        self.query_of_first = self._rows(buckets.query, from_zero)

        # Where the n / m pieces of every query's window are, among all pieces of m products: [blocks, m, n / m].
        within = g.op("Mul", g.op("Range", zero, m, one), g.op("Add", blocks, one))
        starts = g.op("Add", g.op("Unsqueeze", g.op("Mul", block, columns), g.ints(1)), within)
        pieces = g.op("Add", g.op("Unsqueeze", starts, g.ints(2)), g.op("Add", block, one))
        self.pieces = g.op("Reshape", pieces, g.op("Concat", g.ints(-1), self._dimension(blocks), axis=0))  # [n, n / m]
        self.pieces_of_columns = g.op("Transpose", self.pieces, perm=[1, 0])
        self.in_blocks = g.op("Concat", g.ints(0, 0), self._dimension(blocks), self._dimension(m), g.ints(-1), axis=0)
        self.in_pieces = g.op("Concat", g.ints(0, 0, -1), self._dimension(m), axis=0)
        self.square = g.op("Concat", g.ints(0, 0, -1), self._dimension(n), axis=0)

    def padded(self, tokens: str) -> str:
        return self.g.op("Pad", tokens, self.padding)

    def of_query(self, query: str, table: Floats) -> str:
        """``out[i, j] = query[i] . table[row of j - i]``, ``[batch, heads, n, n]``."""
        windows = self.g.op("Gather", self._pieces(query, table, self.by_query), self.pieces, axis=2)
        return self.g.op("Reshape", windows, self.square)

    def of_key(self, key: str, table: Floats) -> str:
        """``out[i, j] = key[j] . table[row of j - i]``, ``[batch, heads, n, n]``.

        Transposed by columns of pieces, which stay in a core's cache where all n would not.
        """
        g = self.g
        columns = g.op("Gather", self._pieces(key, table, self.by_key), self.pieces_of_columns, axis=2)
        return g.op("Reshape", g.op("Transpose", columns, perm=[0, 1, 2, 4, 3]), self.square)

    def _pieces(self, x: str, table: Floats, rows: str) -> str:
        products = self.g.position_products(self.g.op("Reshape", x, self.in_blocks), table, rows)
        return self.g.op("Reshape", products, self.in_pieces)

    def _rows(self, buckets: NDArray[np.int64], distances: str) -> str:
        """The rows of a table; those of distances over the farthest are of tokens that are padding, or of no pair."""
        g = self.g
        number = g.op("Add", distances, g.number(self.farthest))
        number = g.op("Clip", number, g.number(0), g.number(2 * self.farthest))
        return g.op("Gather", g.constant(buckets), number)

    def _dimension(self, number: str) -> str:
        return self.g.op("Unsqueeze", number, self.g.ints(0))


class _Layer:
    """One encoder layer."""

    def __init__(
        self,
        g: GraphWriter,
        shape: Shape,
        weights: Mapping[str, Floats],
        prefix: str,
        tables: Tables,
        positions: _Positions,
    ) -> None:
        self.g, self.shape, self.weights, self.prefix = g, shape, weights, prefix
        self.tables, self.positions = tables, positions
        self.scale = float(1 / np.sqrt(shape.head_size * (1 + shape.c2p + shape.p2c)))

    def all_tokens(self, x: str, bias: str) -> str:
        g, positions = self.g, self.positions
        query, key, value = self._project(x, "query", self.scale), self._project(x, "key"), self._project(x, "value")
        scores = g.times_transposed(query, key)
        if self.tables.key is not None:
            scores = g.op("Add", scores, positions.of_query(query, self.tables.key))
        if self.tables.query is not None:
            scores = g.op("Add", scores, positions.of_key(key, self.tables.query))
        mixed = g.op("MatMul", g.op("Softmax", g.op("Add", scores, bias), axis=-1), value)
        return self._finish(mixed, x)

    def first_token(self, x: str, bias: str) -> str:
        """Only token 0's query: ``[batch, 1, hidden]``."""
        g = self.g
        first = g.op("Slice", x, g.ints(0), g.ints(1), g.ints(1))
        query = self._project(first, "query", self.scale)
        key, value = self._project(x, "key"), self._project(x, "value")
        scores = g.times_transposed(query, key)
        if self.tables.key is not None:
            rows = g.op("Gather", g.constant(self.tables.key), self.positions.key_of_first, axis=1)
            scores = g.op("Add", scores, g.times_transposed(query, rows))
        if self.tables.query is not None:
            rows = g.op("Gather", g.constant(self.tables.query), self.positions.query_of_first, axis=1)
            dots = g.op("ReduceSum", g.op("Mul", key, rows), g.ints(-1), keepdims=0)
            scores = g.op("Add", scores, g.op("Unsqueeze", dots, g.ints(2)))
        mixed = g.op("MatMul", g.op("Softmax", g.op("Add", scores, bias), axis=-1), value)
        return self._finish(mixed, first)

    def _project(self, x: str, name: str, scale: float = 1.0) -> str:
        """``[batch, heads, tokens, head_size]``."""
        weight, bias = self._weights(f"attention.self.{name}_proj")
        projected = self.g.dense(x, weight * scale, bias * scale)
        heads = self.g.ints(0, 0, self.shape.heads, self.shape.head_size)
        return self.g.op("Transpose", self.g.op("Reshape", projected, heads), perm=[0, 2, 1, 3])

    def _finish(self, mixed: str, x: str) -> str:
        """Heads joined, the output projection, and the feed-forward network, each with its residual and norm."""
        g = self.g
        joined = g.op("Reshape", g.op("Transpose", mixed, perm=[0, 2, 1, 3]), g.ints(0, 0, self.shape.hidden))
        x = self._norm(g.dense(joined, *self._weights("attention.output.dense")), x, "attention.output.LayerNorm")
        inner = g.op("Gelu", g.dense(x, *self._weights("intermediate.dense")))
        return self._norm(g.dense(inner, *self._weights("output.dense")), x, "output.LayerNorm")

    def _norm(self, x: str, residual: str, name: str) -> str:
        name = self.prefix + name
        both = self.g.op("Add", x, residual)
        return self.g.norm(both, self.weights[f"{name}.weight"], self.weights[f"{name}.bias"], self.shape.eps)

    def _weights(self, name: str) -> tuple[Floats, Floats]:
        name = self.prefix + name
        return self.weights[f"{name}.weight"].T, self.weights[f"{name}.bias"]
