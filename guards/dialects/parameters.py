"""The parameters of requests that servers document, by what may stand in them."""

from __future__ import annotations

# What the servers document beside OpenAI's own fields: numbers, switches and names, no prose that a model would read.
# Source: the API references of OpenAI, vLLM, llama.cpp's server, TGI and SGLang.
SETTINGS = frozenset({
    "model", "stream", "stream_options", "temperature", "top_p", "top_k", "min_p", "n", "seed", "stop", "user",
    "frequency_penalty", "presence_penalty", "logit_bias", "logprobs", "max_tokens", "metadata", "service_tier", "store",
    "safety_identifier", "prompt_cache_key", "prompt_cache_retention", "best_of",
    # vLLM
    "use_beam_search", "repetition_penalty", "length_penalty", "stop_token_ids", "include_stop_str_in_output",
    "ignore_eos", "min_tokens", "skip_special_tokens", "spaces_between_special_tokens", "truncate_prompt_tokens",
    "allowed_token_ids", "bad_words", "add_special_tokens", "guided_decoding_backend", "priority",
    "request_id", "cache_salt", "return_tokens_as_token_ids", "mm_processor_kwargs",
    # llama.cpp
    "dynatemp_range", "dynatemp_exponent", "typical_p", "repeat_penalty", "repeat_last_n", "dry_multiplier", "dry_base",
    "dry_allowed_length", "dry_penalty_last_n", "dry_sequence_breakers", "xtc_probability", "xtc_threshold", "mirostat",
    "mirostat_tau", "mirostat_eta", "n_predict", "n_keep", "n_discard", "n_indent", "min_keep", "n_probs", "id_slot",
    "cache_prompt", "samplers", "timings_per_token", "post_sampling_probs", "return_progress", "lora", "grammar_lazy",
    "top_n_sigma", "t_max_predict_ms", "reasoning_format", "parse_tool_calls", "penalize_nl",
    # TGI
    "do_sample", "watermark", "truncate", "adapter_id", "return_full_text", "top_n_tokens",
    # SGLang
    "lora_path", "separate_reasoning", "stream_reasoning", "no_stop_trim", "rid", "min_new_tokens", "bootstrap_room",
})  # fmt: skip

# Text that goes to the model beside the conversation, or that it must keep to: judged as documents.
TEXTS = frozenset({
    "response_format", "guided_json", "guided_regex", "guided_choice", "guided_grammar", "structured_outputs",
    "structural_tag", "json_schema", "grammar", "regex", "ebnf", "guided_whitespace_pattern",
})  # fmt: skip

# Settings that a server's template may tell the model of: one of a few words, or a name.
CHOICES = frozenset({
    "reasoning_effort", "reasoning", "thinking", "think", "verbosity", "tool_choice", "function_call", "input_type",
})  # fmt: skip

# Of the texts those with structure, each entry of which is judged by itself: joined, the verbs of ten tools read like orders.
DECLARED = frozenset({
    "tools", "functions", "response_format", "format", "json_schema", "guided_json", "structured_outputs",
    "structural_tag", "text", "output_config", "output_format",
})  # fmt: skip
