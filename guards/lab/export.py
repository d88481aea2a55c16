"""The trained networks as ONNX, tables and products in small integers; refuses to write a model that disagrees with PyTorch.

Activations are quantised with fixed scales, taken from training windows: a text's score must not depend on what else
stands in its batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from guards.embedded import networks
from guards.embedded.networks import Window
from guards.errors import ModelError

from .encode import Encoded
from .encoder import ORDERS
from .graph import Span
from .graphs import write_accurate, write_fast
from .network import Accurate
from .packed import Packed
from .train import Network, packed

# What small integers may cost, in the mean and at most: of injection, content and category logits on real windows, in
# standard deviations of what the windows differ by. Categories name what the content logit has judged: they may differ more.
MEAN_DIFFERENCES, MAX_DIFFERENCES = (0.1, 0.1, 0.15), (1.5, 1.5, 2.5)
LEAST_SPREAD = 1.0  # logits; an untrained network's windows hardly differ


def export(network: Network, folder: Path, sample: Sequence[Encoded]) -> None:
    """Writes `network`'s graphs into `folder`; `sample` gives the windows that set the scales and that both must agree on.

    Raises:
        ModelError: ONNX Runtime and PyTorch disagree.
    """
    network.eval()
    weights = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    write = write_accurate if isinstance(network, Accurate) else write_fast
    write(folder, weights, _spans(network, packed(sample)))
    _agree(network, folder, sample)


def _spans(network: Network, batch: Packed) -> dict[str, Span]:
    """Lowest and highest value of what each integer product reads, but for one in ten thousand."""
    found: dict[str, Span] = {}

    def watch(name: str) -> Callable[[Any, tuple[Any, ...]], None]:
        def hook(_: Any, given: tuple[Any, ...]) -> None:
            values = given[0].float().flatten()
            low, high = np.quantile(values[:: max(1, len(values) // 2_000_000)].numpy(), [0.00005, 0.99995])
            found[name] = Span(float(min(low, 0.0)), float(max(high, 0.0)))

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


def _agree(network: Network, folder: Path, sample: Sequence[Encoded]) -> None:
    kind = networks.Accurate if isinstance(network, Accurate) else networks.Fast
    windows = [
        Window(pieces.astype(np.int64), ngrams.astype(np.int64), row.role)
        for row in sample
        for pieces, ngrams in row.windows
    ][:256]
    with torch.no_grad():
        wanted = network(packed(sample))
    answers = kind(folder).logits(windows)
    for at, want in enumerate((wanted.injection, wanted.content.unsqueeze(1), wanted.categories)):
        spread = max(float(want.std()), LEAST_SPREAD)
        difference = np.abs(answers[at] - want[: len(windows)].numpy()) / spread
        if difference.mean() > MEAN_DIFFERENCES[at] or difference.max() > MAX_DIFFERENCES[at]:
            for name in kind.files:
                (folder / name).unlink()
            raise ModelError(
                f"the ONNX model disagrees with PyTorch: logits {at} differ by {difference.mean():.3f} of their spread in the "
                f"mean, {difference.max():.3f} at most"
            )
