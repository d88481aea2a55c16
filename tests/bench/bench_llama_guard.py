"""Llama Guard's real shapes with random weights: one judgement of a 600-token prompt, with and without its kept prefix.

The 1B shape runs on the CPU. The 8B shape runs where there is a CUDA device, batch 1 and 16, and is else left out. Two
lengths of the part that all prompts share: as the documentation has it (`DOCUMENTED`), and of a policy that spells its
categories out (`SPELLED_OUT`). What a prompt says has no influence on the time, so it is filler of a known length.
"""

from __future__ import annotations

import asyncio
import gc
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from guards.content.llama_guard.local import LocalBackend, _Ask
from tests.guards.llama_guard.tiny import write_tokenizer

RUNS = int(os.environ.get("CORRAL_BENCH_RUNS", "5"))
TOKENS = 600
DOCUMENTED, SPELLED_OUT = 130, 450  # tokens before the conversation begins; the first counted by Llama 3's pattern
FILLER = 5


@dataclass(frozen=True)
class Dimensions:
    hidden: int
    inner: int
    layers: int
    heads: int
    key_value_heads: int = 8
    vocabulary: int = 128_256


# Source: the configurations of Llama 3.2 1B and Llama 3.1 8B, which Llama Guard 3 is tuned from.
ONE_B = Dimensions(hidden=2_048, inner=8_192, layers=16, heads=32)
EIGHT_B = Dimensions(hidden=4_096, inner=14_336, layers=32, heads=32)


def main() -> None:
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # threads that spin would be counted as at work
    import torch
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.set_num_threads(min(2, os.cpu_count() or 1))
    _shape("1B, cpu, bfloat16, 2 threads", ONE_B, "cpu", batches=(1,))
    if torch.cuda.is_available():
        _shape(f"8B, {torch.cuda.get_device_name()}, bfloat16", EIGHT_B, "cuda", batches=(1, 16))
    else:
        print("8B: not measured, there is no CUDA device here")


def _shape(name: str, dimensions: Dimensions, device: str, batches: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _write(home, dimensions, device)
        backend = LocalBackend(home, device=device)
    print(f"\nLlama Guard 3 {name}; prompts of {TOKENS} tokens, one judgement, median of {RUNS}")
    print(f"{'':6}{'':15}{'wall ms':>20}{'':7}{'processor ms':>20}")
    print(f"{'batch':>6}{'shared tokens':>15}" + f"{'read anew':>11}{'kept':>9}{'gain':>7}" * 2)
    for batch in batches:
        for shared in (DOCUMENTED, SPELLED_OUT):
            times: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
            for round_ in range(RUNS + 1):  # the first one warms up, and reads the prefix
                for kept in (False, True):
                    took = _judge_ms(backend, batch, shared, kept)
                    if round_:
                        times[kept].append(took)
            line = f"{batch:6}{shared:15}"
            for clock in (0, 1):
                anew, kept_ms = (statistics.median(took[clock] for took in times[kept]) for kept in (False, True))
                line += f"{anew:11.0f}{kept_ms:9.0f}{anew / kept_ms:7.2f}"
            print(line, flush=True)
    asyncio.run(backend.aclose())
    del backend
    gc.collect()


def _judge_ms(backend: LocalBackend, batch: int, shared: int, kept: bool) -> tuple[float, float]:
    """Wall and processor time of `batch` judgements run together; `shared` of their tokens are the fixed part."""
    backend._keep_prefix = kept
    asks = [_Ask((FILLER,) * shared, (FILLER,) * (TOKENS - shared), 1)] * batch
    began, before = time.perf_counter(), time.process_time()
    backend._run(asks)
    return (time.perf_counter() - began) * 1000, (time.process_time() - before) * 1000


def _write(home: Path, dimensions: Dimensions, device: str) -> None:
    """A checkpoint of random weights; the vocabulary has the real size, the tokenizer beside it is the tests'."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    write_tokenizer(home)
    config = LlamaConfig(
        vocab_size=dimensions.vocabulary, hidden_size=dimensions.hidden, intermediate_size=dimensions.inner,
        num_hidden_layers=dimensions.layers, num_attention_heads=dimensions.heads,
        num_key_value_heads=dimensions.key_value_heads, max_position_embeddings=131_072, dtype="bfloat16",
        tie_word_embeddings=dimensions is ONE_B,
    )  # fmt: skip
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with torch.device(device):
            model = LlamaForCausalLM(config)
    finally:
        torch.set_default_dtype(before)
    model.save_pretrained(home)


if __name__ == "__main__":
    main()
