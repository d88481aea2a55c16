"""OpenAI's text completions: a prompt, and text that continues it.

Source: the OpenAI API reference, "Completions" (legacy); vLLM's and llama.cpp's extra parameters as in `chat`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from ..errors import InputError, UnsupportedInput, UpstreamBroken
from ..policy import Policy
from .base import (
    Closed,
    Dialect,
    Ends,
    Head,
    Part,
    Says,
    Shown,
    Token,
    Usage,
    Writer,
    by_choice,
    is_number,
    name_like,
    numbers,
    objects,
    text_of,
    tokens_of,
)
from .chat import OpenAIWriter, choice_index, head_of
from .fields import Json, Reader
from .framing import sse
from .parameters import SETTINGS, TEXTS


class Completions(Dialect):
    name = "completions"
    path = "/v1/completions"
    asks: ClassVar = frozenset({"user:prompt", "user:suffix"})
    channels: ClassVar = frozenset({"text", "logprobs"})
    settings = SETTINGS | {"echo"}
    texts = TEXTS
    conversation = frozenset({"prompt", "suffix"})

    def turns(self, reader: Reader) -> None:
        prompt = reader.body.get("prompt")
        if isinstance(prompt, str):
            reader.turn("user").say(("prompt",), prompt)
        elif not isinstance(prompt, list) or not prompt:
            raise InputError("must be a string or a list of strings", field="prompt")
        for number, text in enumerate(prompt if isinstance(prompt, list) else ()):
            if not isinstance(text, str):
                raise UnsupportedInput(
                    "token ids can't be judged here", field=f"prompt[{number}]", fix="send the prompt as text"
                )
            reader.turn("user").say(("prompt", number), text)
        if (suffix := reader.optional(reader.body, "suffix")) is not None:
            reader.turn("user").say(("suffix",), suffix)

    def parts(self, answer: Json) -> Iterator[Part]:
        yield Head(head_of(answer))
        for number, choice in enumerate(objects(answer, "choices", "answer")):
            yield from _said(choice, choice_index(choice, number))
            yield Ends(choice_index(choice, number), name_like(choice.get("finish_reason")))
        yield Usage(numbers(answer.get("usage")) or {})

    def event_parts(self, event: Json) -> Iterator[Part]:
        if "error" in event:
            raise UpstreamBroken("the upstream reported an error in its stream")
        yield Head(head_of(event))
        for choice in objects(event, "choices", "stream"):
            yield from _said(choice, choice_index(choice, 0))
            if choice.get("finish_reason") is not None:
                yield Ends(choice_index(choice, 0), name_like(choice["finish_reason"]))
        if usage := numbers(event.get("usage")):
            yield Usage(usage)

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _Writer(model, answer_id)


def _said(choice: Json, index: int) -> Iterator[Part]:
    text, tokens = text_of(choice, "text", "answer"), _tokens(choice.get("logprobs"))
    if text or tokens:
        yield Says(index, "text", text, tokens)


def _tokens(logprobs: Any) -> tuple[Token, ...]:
    """Both forms: the legacy parallel lists, and the list of objects that llama.cpp sends."""
    if not isinstance(logprobs, dict):
        return ()
    texts, values = logprobs.get("tokens"), logprobs.get("token_logprobs")
    if not isinstance(texts, list) or not isinstance(values, list):
        return tokens_of(logprobs.get("content"))
    top = logprobs.get("top_logprobs")
    tops = top if isinstance(top, list) and len(top) == len(texts) else [None] * len(texts)
    found = []
    for text, value, others in zip(texts, values, tops, strict=False):
        if not isinstance(text, str):
            return ()
        number = float(value) if is_number(value) else 0.0
        rows = others.items() if isinstance(others, dict) else ()
        found.append(
            Token(text, text.encode("utf-8", "replace"), number, tuple({"token": t, "logprob": p} for t, p in rows))
        )
    return tuple(found)


class _Writer(OpenAIWriter):
    object, chunk, prefix = "text_completion", "text_completion", "cmpl"

    def __init__(self, model: str, answer_id: str) -> None:
        super().__init__(model, answer_id)
        self._offset: dict[int, int] = {}  # characters shown with log probabilities, by choice

    def events(self, part: Shown) -> Iterable[bytes]:
        if isinstance(part, Says):
            yield self._chunk(part.choice, part.text, logprobs=self._logprobs(part.choice, part.tokens))
        elif isinstance(part, Closed):
            yield self._chunk(part.choice, part.message or "", _reason(part), told=part.told)

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        choices = []
        for index, said in by_choice(parts).items():
            texts = [part for part in said if isinstance(part, Says)]
            closed = next(part for part in said if isinstance(part, Closed))
            logprobs = self._logprobs(index, [token for part in texts for token in part.tokens])
            text = closed.message or "".join(part.text for part in texts)
            choices.append({"index": index, "text": text, "finish_reason": _reason(closed), "logprobs": logprobs})
        return self._answer(choices, told)

    def _chunk(
        self, index: int, text: str, reason: str | None = None, logprobs: Json | None = None, told: Json | None = None
    ) -> bytes:
        choice = {"index": index, "text": text, "finish_reason": reason, "logprobs": logprobs}
        return sse(self._base(self.chunk) | {"choices": [choice]} | ({"corral": told} if told else {}))

    def _logprobs(self, index: int, tokens: Sequence[Token]) -> Json | None:
        if not tokens:
            return None
        offsets = []
        for token in tokens:
            offsets.append(self._offset.get(index, 0))
            self._offset[index] = offsets[-1] + len(token.text)
        return {
            "tokens": [token.text for token in tokens],
            "token_logprobs": [token.logprob for token in tokens],
            "top_logprobs": [{top["token"]: top["logprob"] for top in token.top} for token in tokens]
            if any(token.top for token in tokens)
            else None,
            "text_offset": offsets,
        }


def _reason(part: Closed) -> str:
    return "content_filter" if part.refused else part.reason or "stop"
