"""What an exported Prompt Guard says about itself, and the proof that its files are the ones that were checked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from guards.errors import ModelError

FILE = "manifest.json"
MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
CHUNK = 1 << 20


class Check(BaseModel):
    """How far the written graph was from the PyTorch model on the check texts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: int
    graph_logit_difference: float  # the graph in float32 against PyTorch: shows that it is the same function
    probability_difference: float  # the graph as written, int8 included
    tolerance: float


class Manifest(BaseModel):
    """`manifest.json` of an export."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    format: Literal[1] = 1
    labels: tuple[str, ...]  # in the order of the logits, lower case
    max_tokens: int
    special_tokens: tuple[int, int, int]  # class, separator, padding
    precision: Literal["int8", "fp32"]
    scripts: tuple[str, ...] | None  # kept by pruning; None: all
    vocabulary: int
    source_sha256: str  # of the weights that were exported
    check: Check
    made_with: dict[str, str]
    sha256: dict[str, str]

    @property
    def revision(self) -> str:
        """Names the model in reports and cache keys."""
        digest = hashlib.sha256("".join(self.sha256[name] for name in sorted(self.sha256)).encode()).hexdigest()
        return f"prompt-guard-{digest[:12]}"


def read_manifest(folder: Path) -> Manifest:
    """The manifest of `folder`, after its files were compared with it.

    Raises:
        ModelError: a file is absent, or is not the one that was exported.
    """
    try:
        manifest = Manifest.model_validate_json((folder / FILE).read_text("utf-8"))
        changed = [name for name, digest in manifest.sha256.items() if file_sha256(folder / name) != digest]
    except FileNotFoundError as missing:
        raise ModelError(
            f"{missing.filename} is missing; make it with `corral export prompt-guard --model DIR --out {folder}`"
        ) from None
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise ModelError(f"{folder / FILE} can't be read ({type(error).__name__}); export the model again") from None
    if changed or not {MODEL, TOKENIZER} <= set(manifest.sha256):
        raise ModelError(f"{folder}: {', '.join(changed) or 'a file'} is not what was exported; export the model again")
    return manifest


def write_manifest(manifest: Manifest, folder: Path) -> None:
    (folder / FILE).write_text(json.dumps(manifest.model_dump(mode="json"), indent=2) + "\n", "utf-8")


def file_sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
