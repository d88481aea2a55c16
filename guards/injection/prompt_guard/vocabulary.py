"""A smaller vocabulary: the pieces of scripts that a deployment never sees cost memory and give nothing.

A text in the kept scripts is cut into the same pieces as before, so its score is the same. What is left out becomes
the unknown piece.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from guards.errors import ConfigError, ModelError

ALWAYS = ("Common", "Inherited")  # digits, punctuation, combining marks, the piece marker


@dataclass(frozen=True, slots=True)
class Pruned:
    """`tokenizer` is the new tokenizer.json; `kept` are the old ids, in the order of the new ones."""

    tokenizer: str
    kept: tuple[int, ...]


def prune(tokenizer: str, scripts: Sequence[str]) -> Pruned:
    """Keeps the special tokens and the pieces that are written in `scripts` (Unicode names: Latin, Thai, Devanagari).

    Raises:
        ConfigError: no such script.
        ModelError: not a SentencePiece unigram tokenizer.
    """
    import re2

    described: dict[str, Any] = json.loads(tokenizer)
    model = described.get("model", {})
    if model.get("type") != "Unigram":
        raise ModelError(f"only a unigram tokenizer's vocabulary can be pruned, this one is {model.get('type')!r}")
    try:
        written = re2.compile("[" + "".join(rf"\p{{{name}}}" for name in (*ALWAYS, *scripts)) + "]*")
    except re2.error:
        raise ConfigError(
            f"--scripts: one of {', '.join(scripts)} is no Unicode script; say Latin, Devanagari, Thai, Cyrillic ..."
        ) from None
    special = {token["id"] for token in described.get("added_tokens", ())} | {model.get("unk_id")}
    vocabulary = model["vocab"]
    kept = [number for number, (piece, _) in enumerate(vocabulary) if number in special or written.fullmatch(piece)]
    beyond = sorted(number for number in special if number is not None and number >= len(vocabulary))
    renumbered = {old: new for new, old in enumerate([*kept, *beyond])}
    model["vocab"] = [vocabulary[number] for number in kept]
    model["unk_id"] = renumbered.get(model.get("unk_id"))
    for token in described.get("added_tokens", ()):
        token["id"] = renumbered[token["id"]]
    _renumber_template(described.get("post_processor"), renumbered)
    return Pruned(json.dumps(described, ensure_ascii=False), (*kept, *beyond))


def _renumber_template(processor: Any, renumbered: dict[int, int]) -> None:
    """The ids that a template processor inserts ([CLS], [SEP])."""
    if not isinstance(processor, dict):
        return
    for token in (processor.get("special_tokens") or {}).values():
        token["ids"] = [renumbered[number] for number in token["ids"]]
    for part in processor.get("processors") or ():
        _renumber_template(part, renumbered)
