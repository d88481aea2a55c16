"""The kinds of log rows that an audit reads, each in one file; a row's own fields say which kind it is."""

from __future__ import annotations

from collections.abc import Mapping

from ...errors import InputError
from ..record import Origin, Record
from . import chats, columns, corral, gateways, openai, vllm
from .base import Format, Json

# The first that fits reads the row: the more telling its fields, the earlier it stands.
FORMATS: tuple[Format, ...] = (
    Format("corral", "Corral's own decision log", corral.fits, corral.read),
    Format("litellm", "LiteLLM's StandardLoggingPayload", gateways.is_litellm, gateways.litellm),
    Format("openai-batch", "OpenAI batch files, requests or results", openai.is_batch, openai.batch),
    Format("openai-pair", "an OpenAI request and its response in one row", openai.is_pair, openai.pair),
    Format("openai", "an OpenAI or Anthropic request", openai.is_request, openai.request),
    Format("openai-response", "an OpenAI response alone", openai.is_response, openai.response),
    Format("conversations", "Hugging Face chat rows: conversations, messages, turns", chats.fits, chats.read),
    Format("columns", "a prompt and a response, each in a field of its own", columns.fits, columns.read),
)
VLLM = Format("vllm", "vLLM's text log, with --enable-log-requests", lambda row: False, vllm.read)
NAMES: Mapping[str, Format] = {form.name: form for form in (*FORMATS, VLLM)}


def read_row(row: Json, origin: Origin, form: Format | None = None) -> Record:
    """One row as a record; `form` where the caller knows the format.

    Raises:
        InputError: no format fits, or a field is not what the format says.
    """
    chosen = form or next((each for each in FORMATS if each.fits(row)), None)
    if chosen is None:
        known = ", ".join(sorted(map(str, row))[:8]) or "none"
        raise InputError(
            f"no known format has these fields ({known})",
            fix="name the columns with --map prompt=FIELD,response=FIELD",
        )
    return chosen.record(row, origin)


__all__ = ["FORMATS", "NAMES", "VLLM", "Format", "read_row"]
