"""Llama Guard behind an inference server: five of them, one question each, in their own words.

All are asked for a *raw* completion, so that no server's chat template comes between, and for log-probabilities:

==========  ====================  =============================  ===========================================
server      endpoint              likeliest tokens asked for      what differs
==========  ====================  =============================  ===========================================
vLLM        /v1/completions       logprobs: 20 (its maximum)      text or token ids; told to add no BOS
llama.cpp   /completion           n_probs: 40                     probabilities before sampling, as logs
SGLang      /generate             top_logprobs_num: 40            triples (log-probability, id, text)
TGI         /generate             top_n_tokens: 5 (its maximum)   rarer categories are not told apart
Ollama      /api/generate (raw)   top_logprobs: 20 (its maximum)  from version 0.12.11 on; older: an error
==========  ====================  =============================  ===========================================

All but vLLM put the begin-of-text token in front themselves, so it is not sent to them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from guards.errors import ConfigError, Expired, GuardError, MalformedAnswer, Overloaded
from guards.types import Budget

from .prompt import BEGIN, Prompt
from .score import Position

Json = Mapping[str, Any]
Dialect = Literal["vllm", "llamacpp", "sglang", "tgi", "ollama"]

MAX_ANSWER_BYTES = 1_000_000
GREEDY = 0.0
END_OF_TURN = ("<|eot_id|>", "<|end_of_text|>")


class RemoteBackend:
    """Speaks one server's dialect over pooled connections; one instance for one event loop."""

    def __init__(self, url: str, dialect: Dialect, *, model: str = "", key: str | None = None) -> None:
        """`url` is the server's address without a path; `model` is what vLLM and Ollama call it.

        Raises:
            ConfigError: an unknown dialect, no address, or no model where the server wants one.
        """
        if dialect not in _REQUESTS:
            raise ConfigError(f"backend: must be one of {', '.join(_REQUESTS)}, is {dialect!r}")
        if not url.startswith(("http://", "https://")):
            raise ConfigError(f"url: must begin with http:// or https://, is {url!r}")
        if dialect in ("vllm", "ollama") and not model:
            raise ConfigError(f"model: {dialect} wants to know which of its models to run")
        self._url, self._dialect, self._model, self._key = url.rstrip("/"), dialect, model, key
        self._session: Any = None

    @property
    def revision(self) -> str:
        """Of the address and the model's name: what the server loaded behind them, nobody tells."""
        named = f"{self._dialect}|{self._url}|{self._model}"
        return f"{self._dialect}-{hashlib.sha256(named.encode()).hexdigest()[:12]}"

    async def complete(self, prompt: Prompt, continuation: str, max_tokens: int, budget: Budget) -> Sequence[Position]:
        path, request = _REQUESTS[self._dialect](self._model, prompt.text + continuation, max_tokens)
        body = await self._post(path, request, budget)
        try:
            positions = _READERS[self._dialect](body)
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            raise MalformedAnswer(f"{self._dialect} answered in another form ({type(error).__name__})") from None
        if not positions or not all(position.top for position in positions):
            raise MalformedAnswer(f"{self._dialect} gave no log-probabilities; {_ADVICE[self._dialect]}")
        return until_end_of_turn(positions)

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _post(self, path: str, request: Json, budget: Budget) -> Any:
        import aiohttp

        if self._session is None:
            headers = {"Authorization": f"Bearer {self._key}"} if self._key else {}
            self._session = aiohttp.ClientSession(headers=headers, connector=aiohttp.TCPConnector(limit=64))
        if budget.expired:
            raise Expired(f"{self._dialect}: no time is left to ask")
        for last in (False, True):
            try:
                # No timeout of our own: the pipeline stops waiting at the deadline, and a late answer feeds the cache.
                async with self._session.post(self._url + path, json=request, allow_redirects=False) as answer:
                    raw = await self._bounded(answer)
                    if answer.status in (429, 503):
                        raise Overloaded(f"{self._dialect} at {self._url} is overloaded")
                    if answer.status != 200:
                        raise GuardError(f"{self._dialect} at {self._url}{path} answered {answer.status}")
                    return _parsed(raw)
            except (TimeoutError, aiohttp.ClientError, OSError) as error:
                # A kept connection that the server has closed meanwhile says so only when it is used.
                if last or not isinstance(error, aiohttp.ServerDisconnectedError):
                    raise GuardError(
                        f"{self._dialect} at {self._url} can't be reached ({type(error).__name__})"
                    ) from None
        raise AssertionError("unreachable")

    async def _bounded(self, answer: Any) -> bytes:
        raw = bytearray()
        async for part in answer.content.iter_any():
            raw += part
            if len(raw) > MAX_ANSWER_BYTES:
                raise MalformedAnswer(f"{self._dialect} answered more than {MAX_ANSWER_BYTES} bytes")
        return bytes(raw)


def until_end_of_turn(positions: Sequence[Position]) -> list[Position]:
    """What stands before the end of the turn; the first token always."""
    kept = list(positions[:1])
    for position in positions[1:]:
        if position.token in END_OF_TURN:
            break
        kept.append(position)
    return kept


def _parsed(raw: bytes) -> Any:
    import json

    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise MalformedAnswer("the answer is no JSON") from None


def _unmarked(text: str) -> str:
    return text.removeprefix(BEGIN)


def _ask_vllm(model: str, text: str, max_tokens: int) -> tuple[str, Json]:
    return "/v1/completions", {
        "model": model, "prompt": text, "max_tokens": max_tokens, "temperature": GREEDY, "logprobs": 20,
        "add_special_tokens": False, "skip_special_tokens": False,
    }  # fmt: skip


def _read_vllm(body: Any) -> list[Position]:
    listed = body["choices"][0]["logprobs"]
    return [
        Position(token, {text: float(lp) for text, lp in (top or {}).items()})
        for token, top in zip(listed["tokens"], listed["top_logprobs"], strict=True)
    ]


def _ask_llamacpp(model: str, text: str, max_tokens: int) -> tuple[str, Json]:
    return "/completion", {
        "prompt": _unmarked(text), "n_predict": max_tokens, "temperature": GREEDY, "n_probs": 40,
        "post_sampling_probs": False, "cache_prompt": True,
    }  # fmt: skip


def _read_llamacpp(body: Any) -> list[Position]:
    return [
        Position(place["token"], _joined((top["token"], top["logprob"]) for top in place["top_logprobs"]))
        for place in body["completion_probabilities"]
    ]


def _ask_sglang(model: str, text: str, max_tokens: int) -> tuple[str, Json]:
    return "/generate", {
        "text": _unmarked(text),
        "sampling_params": {"max_new_tokens": max_tokens, "temperature": GREEDY, "skip_special_tokens": False},
        "return_logprob": True, "top_logprobs_num": 40, "return_text_in_logprobs": True,
    }  # fmt: skip


def _read_sglang(body: Any) -> list[Position]:
    about = body["meta_info"]
    return [
        Position(token, _joined((text, lp) for lp, _, text in top))
        for (_, _, token), top in zip(about["output_token_logprobs"], about["output_top_logprobs"], strict=True)
    ]


def _ask_tgi(model: str, text: str, max_tokens: int) -> tuple[str, Json]:
    parameters = {"max_new_tokens": max_tokens, "do_sample": False, "details": True, "top_n_tokens": 5}
    return "/generate", {"inputs": _unmarked(text), "parameters": parameters}


def _read_tgi(body: Any) -> list[Position]:
    about = body["details"]
    return [
        Position(token["text"], _joined((other["text"], other["logprob"]) for other in (*top, token)))
        for token, top in zip(about["tokens"], about["top_tokens"], strict=True)
    ]


def _ask_ollama(model: str, text: str, max_tokens: int) -> tuple[str, Json]:
    return "/api/generate", {
        "model": model, "prompt": _unmarked(text), "raw": True, "stream": False, "logprobs": True, "top_logprobs": 20,
        "options": {"temperature": GREEDY, "num_predict": max_tokens},
    }  # fmt: skip


def _read_ollama(body: Any) -> list[Position]:
    return [
        Position(place["token"], _joined((top["token"], top["logprob"]) for top in place.get("top_logprobs") or ()))
        for place in body.get("logprobs") or ()
    ]


def _joined(pairs: Any) -> dict[str, float]:
    """By text; two tokens of one text are rare, and the likelier stands for both."""
    found: dict[str, float] = {}
    for text, log_probability in pairs:
        if not isinstance(text, str):
            raise TypeError("a token without its text")
        found[text] = max(found.get(text, -float("inf")), float(log_probability))
    return found


_REQUESTS = {
    "vllm": _ask_vllm, "llamacpp": _ask_llamacpp, "sglang": _ask_sglang, "tgi": _ask_tgi, "ollama": _ask_ollama,
}  # fmt: skip
_READERS = {
    "vllm": _read_vllm, "llamacpp": _read_llamacpp, "sglang": _read_sglang, "tgi": _read_tgi, "ollama": _read_ollama,
}  # fmt: skip
_ADVICE = {
    "vllm": "is --max-logprobs below 20?",
    "llamacpp": "update it to a version that knows n_probs",
    "sglang": "update it to a version that knows top_logprobs_num",
    "tgi": "is --max-top-n-tokens below 5?",
    "ollama": "it has them from version 0.12.11 on; update it, or serve the model with llama.cpp",
}
