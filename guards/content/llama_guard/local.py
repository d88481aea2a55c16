"""Llama Guard in this process, with transformers: the fixed part of the prompt is read once and kept.

All prompts begin with the task and the categories: about 130 tokens as documented, several hundred where a policy says
at length what its categories mean. Their keys and values are computed once for each side that is judged, and every
request continues from them. The question for the categories, which follows where a text may be unsafe, continues from
the text itself.
"""

from __future__ import annotations

import copy
import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guards.batching import Batcher
from guards.errors import ConfigError, MissingExtra, ModelError
from guards.types import Budget

from .prompt import Prompt
from .remote import END_OF_TURN
from .score import Position

TOP = 64  # likeliest tokens that are looked at, as many as list every category
PREFIXES = 4  # fixed parts that are kept: two sides, and room for a change of policy
MAX_BATCH_TOKENS = 16_384
MAX_PENDING_TOKENS = 262_144
MAX_KEPT_TOKENS = 8_192  # of a batch that was judged, for questions that follow; 1 GB with the 8B


@dataclass(frozen=True, slots=True)
class _Ask:
    fixed: tuple[int, ...]
    rest: tuple[int, ...]
    max_tokens: int


@dataclass(frozen=True, slots=True)
class _Judged:
    """The batch before, as the model has read it: a question that follows goes on from its row."""

    fixed: tuple[int, ...]
    rests: Sequence[tuple[int, ...]]
    cache: Any
    mask: Any  # [rows, tokens]

    def row_of(self, ask: _Ask) -> int | None:
        if ask.fixed != self.fixed:
            return None
        rows = enumerate(self.rests)
        return next((row for row, rest in rows if len(rest) < len(ask.rest) and ask.rest[: len(rest)] == rest), None)


class LocalBackend:
    """A LlamaForCausalLM on the CPU or a GPU, in bfloat16 where the device has it; batches of concurrent requests."""

    def __init__(self, model: str | Path, *, device: str | None = None, keep_prefix: bool = True) -> None:
        """`model` is a folder, or a name in the local hub cache; nothing is downloaded.

        Raises:
            MissingExtra: torch or transformers is not installed.
            ModelError: no Llama with its tokenizer stands there.
            ConfigError: no such device.
        """
        try:
            import torch
            import transformers
        except ImportError as missing:
            raise MissingExtra(str(missing.name), "models") from None
        try:
            self._device = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        except RuntimeError:
            raise ConfigError(f"device: {device!r} is none; say cpu, cuda or cuda:1") from None
        if self._device.type == "cuda" and not torch.cuda.is_available():
            raise ConfigError("device: there is no CUDA device here")
        try:
            config = transformers.AutoConfig.from_pretrained(model, local_files_only=True)
            if config.architectures != ["LlamaForCausalLM"]:
                raise ModelError(f"{model} is a {config.architectures}, not a LlamaForCausalLM")
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(model, local_files_only=True)
            dtype = torch.bfloat16 if self._device.type == "cuda" else config.dtype or torch.float32
            quantized = getattr(config, "quantization_config", None) is not None
            place = {"device_map": {"": str(self._device)}} if quantized else {}  # bitsandbytes puts its weights there
            loaded: Any = transformers.AutoModelForCausalLM.from_pretrained(
                model, local_files_only=True, dtype=dtype, **place
            )
        except ImportError:
            raise MissingExtra("bitsandbytes", "int8") from None
        except (OSError, ValueError) as error:
            raise ModelError(
                f"{model} can't be read ({type(error).__name__}): give the folder with config.json, the weights and "
                "tokenizer.json, or the name of a model that is in your hub cache already; Corral downloads none"
            ) from None
        self._torch, self._model = torch, (loaded if quantized else loaded.to(self._device)).eval()
        self._ends = {self._tokenizer.convert_tokens_to_ids(token) for token in END_OF_TURN}
        self._pad = self._tokenizer.pad_token_id if self._tokenizer.pad_token_id is not None else 0
        self._keep_prefix = keep_prefix
        self._prefixes: OrderedDict[tuple[int, ...], Any] = OrderedDict()
        self._judged: _Judged | None = None
        self._revision = f"llama-{_fingerprint(config, loaded)}"
        self._batcher: Batcher[_Ask, list[Position]] = Batcher(
            self._run, lambda ask: len(ask.rest) + (0 if keep_prefix else len(ask.fixed)),
            max_batch_tokens=MAX_BATCH_TOKENS, max_pending_tokens=MAX_PENDING_TOKENS, name="llama-guard",
        )  # fmt: skip

    @property
    def revision(self) -> str:
        return self._revision

    async def complete(self, prompt: Prompt, continuation: str, max_tokens: int, budget: Budget) -> Sequence[Position]:
        ask = _Ask(self._ids(prompt.fixed), self._ids(prompt.rest + continuation), max_tokens)
        return (await self._batcher.submit([ask], budget))[0]

    async def aclose(self) -> None:
        self._batcher.close()

    def _ids(self, text: str) -> tuple[int, ...]:
        # The two parts meet after a line break and before a letter, where no token of Llama 3 reaches across.
        return tuple(self._tokenizer(text, add_special_tokens=False)["input_ids"])

    def _run(self, asks: Sequence[_Ask]) -> list[list[Position]]:
        """A batch may hold both sides: each is run with its own prefix. What follows the batch before goes on from it."""
        answers: list[list[Position]] = [[] for _ in asks]
        groups: dict[tuple[tuple[int, ...], int], list[int]] = {}
        with self._torch.inference_mode():
            for number, ask in enumerate(asks):
                row = self._judged.row_of(ask) if self._judged is not None else None
                if row is None:
                    groups.setdefault((ask.fixed, ask.max_tokens), []).append(number)
                else:
                    (answers[number],) = self._generate(*self._following(ask, row), ask.max_tokens)
            for (fixed, max_tokens), numbers in groups.items():
                found = self._read(fixed, [asks[number].rest for number in numbers], max_tokens)
                for number, positions in zip(numbers, found, strict=True):
                    answers[number] = positions
        return answers

    def _read(self, fixed: tuple[int, ...], rests: Sequence[tuple[int, ...]], max_tokens: int) -> list[list[Position]]:
        torch = self._torch
        if self._keep_prefix:
            cache, start = self._prefix(fixed, len(rests)), len(fixed)
        else:
            cache, start, rests = None, 0, [fixed + rest for rest in rests]
        width = max(map(len, rests))
        ids = torch.full((len(rests), width), self._pad, dtype=torch.long)
        mask = torch.zeros((len(rests), start + width), dtype=torch.long)
        mask[:, :start] = 1
        for row, rest in enumerate(rests):  # padded on the left: the last column is everybody's last token
            ids[row, width - len(rest) :] = torch.tensor(rest)
            mask[row, start + width - len(rest) :] = 1
        ids, mask = ids.to(self._device), mask.to(self._device)
        if max_tokens > 1 or not self._keep_prefix or mask.numel() > MAX_KEPT_TOKENS:
            return self._generate(ids, mask, cache, max_tokens)
        self._judged = None  # frees the one before first
        found = self._generate(ids, mask, cache, max_tokens)
        self._judged = _Judged(fixed, rests, cache, mask)
        return found

    def _following(self, ask: _Ask, row: int) -> tuple[Any, Any, Any]:
        """What of `ask` the model has not read, the mask over all of it, and what it has read."""
        torch, judged = self._torch, self._judged
        assert judged is not None
        ids = torch.tensor([ask.rest[len(judged.rests[row]) :]], device=self._device)
        mask = torch.cat([judged.mask[row : row + 1], torch.ones_like(ids)], dim=1)
        cache = _branch(judged.cache)
        cache.batch_select_indices(torch.tensor([row], device=self._device))
        return ids, mask, cache

    def _generate(self, ids: Any, mask: Any, cache: Any, max_tokens: int) -> list[list[Position]]:
        """Greedy tokens after ``ids: [rows, tokens]``; ``mask: [rows, cached + tokens]``. Writes behind `cache`."""
        torch = self._torch
        positions: list[list[Position]] = [[] for _ in range(len(ids))]
        live = [True] * len(ids)
        for step in range(max_tokens):
            places = (mask.cumsum(-1) - 1).clamp(min=0)[:, -ids.shape[1] :]
            out = self._model(
                input_ids=ids, attention_mask=mask, position_ids=places, past_key_values=cache, use_cache=True,
                logits_to_keep=1,
            )  # fmt: skip
            cache = out.past_key_values
            logits = out.logits[:, -1].float().log_softmax(-1)
            best = logits.topk(min(TOP, logits.shape[-1]), dim=-1)
            chosen = best.indices[:, 0]
            for row, (numbers, values) in enumerate(zip(best.indices.tolist(), best.values.tolist(), strict=True)):
                if live[row] and step and numbers[0] in self._ends:
                    live[row] = False
                if live[row]:
                    positions[row].append(self._position(numbers, values))
            if step + 1 == max_tokens or not any(live):
                break
            ids = chosen.unsqueeze(1)
            mask = torch.cat([mask, torch.ones_like(ids)], dim=1)
        return positions

    def _position(self, numbers: Sequence[int], values: Sequence[float]) -> Position:
        texts = [str(self._tokenizer.decode([number])) for number in numbers]
        top: dict[str, float] = {}
        for text, value in zip(texts, values, strict=True):
            top.setdefault(text, value)
        return Position(texts[0], top)

    def _prefix(self, fixed: tuple[int, ...], rows: int) -> Any:
        """The kept keys and values, for so many rows; a run writes behind them."""
        if fixed not in self._prefixes:
            ids = self._torch.tensor([fixed], device=self._device)
            self._prefixes[fixed] = self._model(input_ids=ids, use_cache=True, logits_to_keep=1).past_key_values
            while len(self._prefixes) > PREFIXES:
                self._prefixes.popitem(last=False)
        self._prefixes.move_to_end(fixed)
        cache = _branch(self._prefixes[fixed])
        if rows > 1:
            cache.batch_repeat_interleave(rows)
        return cache


def _branch(cache: Any) -> Any:
    """A cache that goes its own way from here: layers never write into their tensors, they put new ones in the place."""
    branch = copy.copy(cache)
    branch.layers = [copy.copy(layer) for layer in cache.layers]
    return branch


def _fingerprint(config: Any, model: Any) -> str:
    """Of the configuration and a sample of every parameter: a whole hash of gigabytes would hold up each start."""
    digest = hashlib.sha256(config.to_json_string().encode())
    for name, parameter in sorted(model.state_dict().items()):
        flat = parameter.detach().flatten()
        sample = flat[:: max(1, flat.numel() // 256)][:256].float().cpu().numpy()
        digest.update(name.encode() + sample.tobytes())
    return digest.hexdigest()[:12]
