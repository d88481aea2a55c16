"""Tiny Llamas with a byte-level BPE tokenizer and Llama 3's special tokens, as a transformers folder and as GGUF.

`known` weights make a model whose next-token logits depend on the last token alone and are set by a table (every layer
adds nothing, embeddings are unit vectors): what a backend answers can be told beforehand. `random` ones attend to all.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

SPECIAL = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
WORDS = ["safe", "unsafe", "S", ",", "\n", "\n\n", *map(str, range(1, 16)), "User", "Agent", " the", " content"]
HIDDEN, HEADS, LAYERS, FFN = 128, 2, 2, 256

# What follows which token, as log-probabilities that need not sum to 1: the softmax makes them.
SAFE_LOGIT, UNSAFE_LOGIT = 1.0, 2.5
TABLE: dict[str, dict[str, float]] = {
    "\n\n": {"safe": SAFE_LOGIT, "unsafe": UNSAFE_LOGIT},
    "unsafe": {"\n": 9.0},
    "\n": {"S": 9.0},
    "S": {"2": 3.0, "10": 2.0, "1": 0.0},
    "2": {",": 1.0, "<|eot_id|>": 0.0},
    "10": {"<|eot_id|>": 9.0},
    ",": {"S": 9.0},
    "safe": {"<|eot_id|>": 9.0},
}
NEVER = -14.0  # the logit of every token that a row does not name


def write_tokenizer(folder: Path) -> dict[str, int]:
    """Writes tokenizer.json, gives the vocabulary. Words are merged whole, all else stays bytes."""
    from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
    from transformers import PreTrainedTokenizerFast

    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: number for number, letter in enumerate(alphabet)}
    merges: list[tuple[str, str]] = []
    for word in WORDS:
        letters = "".join(_byte_letter(byte) for byte in word.encode())
        for end in range(2, len(letters) + 1):
            pair = (letters[: end - 1], letters[end - 1])
            if letters[:end] not in vocabulary:
                vocabulary[letters[:end]] = len(vocabulary)
                merges.append(pair)
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    pattern = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, bos_token=SPECIAL[0], eos_token=SPECIAL[4],
        additional_special_tokens=[SPECIAL[1], SPECIAL[2], SPECIAL[3]],
    )  # fmt: skip
    fast.save_pretrained(folder)
    return {token: number for number, token in enumerate(_tokens(fast))}


def weights(vocabulary: dict[str, int], *, known: bool, seed: int = 0) -> dict[str, np.ndarray]:
    """Under transformers' names, float32."""
    random = np.random.default_rng(seed)
    size = len(vocabulary)

    def draw(*shape: int) -> np.ndarray:
        return random.normal(0, 0.0 if known else 0.15, shape).astype(np.float32)

    made = {
        "model.embed_tokens.weight": random.normal(0, 1, (size, HIDDEN)).astype(np.float32),
        "model.norm.weight": np.ones(HIDDEN, np.float32),
        "lm_head.weight": draw(size, HIDDEN),
    }
    for layer in range(LAYERS):
        prefix = f"model.layers.{layer}."
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            made[f"{prefix}self_attn.{name}.weight"] = draw(HIDDEN, HIDDEN)
        made[f"{prefix}mlp.gate_proj.weight"] = draw(FFN, HIDDEN)
        made[f"{prefix}mlp.up_proj.weight"] = draw(FFN, HIDDEN)
        made[f"{prefix}mlp.down_proj.weight"] = draw(HIDDEN, FFN)
        made[f"{prefix}input_layernorm.weight"] = np.ones(HIDDEN, np.float32)
        made[f"{prefix}post_attention_layernorm.weight"] = np.ones(HIDDEN, np.float32)
    if known:
        embedded = np.zeros((size, HIDDEN), np.float32)
        embedded[:, 0] = 1
        head = np.zeros((size, HIDDEN), np.float32)
        for state, (token, following) in enumerate(TABLE.items(), start=1):
            number = vocabulary[_spelled(token)]
            embedded[number] = 0
            embedded[number, state] = 1
            head[:, state] = NEVER
            for word, logit in following.items():
                head[vocabulary[_spelled(word)], state] = logit
        made["model.embed_tokens.weight"] = embedded
        made["lm_head.weight"] = head / np.sqrt(HIDDEN)  # RMSNorm makes a unit vector sqrt(HIDDEN) long
    return made


def write_checkpoint(folder: Path, *, known: bool, seed: int = 0) -> Path:
    """A folder as `save_pretrained` writes it."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    vocabulary = write_tokenizer(folder)
    config = LlamaConfig(
        vocab_size=len(vocabulary), hidden_size=HIDDEN, intermediate_size=FFN, num_hidden_layers=LAYERS,
        num_attention_heads=HEADS, num_key_value_heads=HEADS, max_position_embeddings=4096, rms_norm_eps=1e-9,
        tie_word_embeddings=False, bos_token_id=vocabulary[SPECIAL[0]], eos_token_id=vocabulary[SPECIAL[4]],
    )  # fmt: skip
    model = LlamaForCausalLM(config)
    made = weights(vocabulary, known=known, seed=seed)
    model.load_state_dict({name: torch.from_numpy(value) for name, value in made.items()})
    model.save_pretrained(folder)
    return folder


def write_gguf(file: Path, folder: Path, *, known: bool) -> Path:
    """The same model for llama.cpp, in half precision: the float32 kernels of the wheel that the tests use crash."""
    import gguf

    vocabulary = write_tokenizer(folder)
    described: dict[str, Any] = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    writer = gguf.GGUFWriter(file, "llama")
    writer.add_name("tiny-llama-guard")
    writer.add_context_length(4096)
    writer.add_embedding_length(HIDDEN)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FFN)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(HIDDEN // HEADS)
    writer.add_layer_norm_rms_eps(1e-9)
    writer.add_vocab_size(len(vocabulary))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("llama-bpe")
    writer.add_token_list(list(vocabulary))
    kinds = [gguf.TokenType.CONTROL if token in SPECIAL else gguf.TokenType.NORMAL for token in vocabulary]
    writer.add_token_types(kinds)
    writer.add_token_merges([" ".join(pair) for pair in described["model"]["merges"]])
    writer.add_bos_token_id(vocabulary[SPECIAL[0]])
    writer.add_eos_token_id(vocabulary[SPECIAL[4]])
    writer.add_add_bos_token(True)
    for name, value in weights(vocabulary, known=known).items():
        writer.add_tensor(_gguf_name(name), value.astype(np.float16) if value.ndim == 2 else value)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return file


def probabilities(following: dict[str, float]) -> dict[str, float]:
    """What the table's row comes to, the tokens that it does not name left out (they have about nothing)."""
    total = sum(float(np.exp(logit)) for logit in following.values())
    return {word: float(np.exp(logit)) / total for word, logit in following.items()}


def _tokens(fast: Any) -> list[str]:
    return [fast.convert_ids_to_tokens(number) for number in range(len(fast))]


def _spelled(token: str) -> str:
    return token if token in SPECIAL else "".join(_byte_letter(byte) for byte in token.encode())


def _byte_letter(byte: int) -> str:
    """GPT-2's printable letter for a byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    if byte in printable:
        return chr(byte)
    return chr(256 + [other for other in range(256) if other not in printable].index(byte))


def _gguf_name(name: str) -> str:
    short = {
        "model.embed_tokens.weight": "token_embd.weight",
        "model.norm.weight": "output_norm.weight",
        "lm_head.weight": "output.weight",
    }
    if name in short:
        return short[name]
    parts = {
        "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
        "self_attn.o_proj": "attn_output", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
        "mlp.down_proj": "ffn_down", "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm",
    }  # fmt: skip
    _, _, layer, *rest = name.removesuffix(".weight").split(".")
    return f"blk.{layer}.{parts['.'.join(rest)]}.weight"
