"""OpenAI's embeddings: the input is judged, vectors pass.

Source: the OpenAI API reference, "Embeddings"; vLLM's and llama.cpp's extra parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from ..errors import InputError, UnsupportedInput, UpstreamBroken
from ..policy import Policy
from .base import Dialect, Head, Part, Shown, Usage, Writer, is_number, name_like, numbers, objects
from .fields import Json, Reader

_BASE64 = re.compile(r"[A-Za-z0-9+/=]*")


class Embeddings(Dialect):
    name = "embeddings"
    path = "/v1/embeddings"
    asks: ClassVar = frozenset({"user:input"})
    channels: ClassVar = frozenset()
    settings = frozenset({
        "model", "encoding_format", "dimensions", "user", "truncate_prompt_tokens", "add_special_tokens", "priority",
        "embd_normalize", "normalize", "truncate", "input_type", "request_id",
    })  # fmt: skip
    conversation = frozenset({"input"})
    refuses = False
    streams = False

    def turns(self, reader: Reader) -> None:
        given = reader.body.get("input")
        if isinstance(given, str):
            reader.turn("user").say(("input",), given)
        elif not isinstance(given, list) or not given:
            raise InputError("must be a string or a list of strings", field="input")
        for number, text in enumerate(given if isinstance(given, list) else ()):
            if not isinstance(text, str):
                words = "token ids can't be judged here"
                raise UnsupportedInput(words, field=f"input[{number}]", fix="send the input as text")
            reader.turn("user").say(("input", number), text)

    def parts(self, answer: Json) -> Iterator[Part]:
        data = [
            {"object": "embedding", "index": row.get("index", number), "embedding": _vector(row.get("embedding"))}
            for number, row in enumerate(objects(answer, "data", "answer"))
            if isinstance(row.get("index", number), int)
        ]
        yield Head({"data": data, "model": name_like(answer.get("model"))})
        yield Usage(numbers(answer.get("usage")) or {})

    def event_parts(self, event: Json) -> Iterator[Part]:
        raise UpstreamBroken("embeddings are not streamed")

    def writer(self, model: str, answer_id: str, policy: Policy) -> Writer:
        return _Writer(model, answer_id)


def _vector(value: Any) -> Any:
    """Numbers, or their bytes in base 64.

    Raises:
        UpstreamBroken: anything else.
    """
    if isinstance(value, str) and _BASE64.fullmatch(value):
        return value
    if isinstance(value, list) and all(map(is_number, value)):
        return value
    raise UpstreamBroken("the upstream's answer holds an embedding that is no vector")


class _Writer(Writer):
    def events(self, part: Shown) -> Iterable[bytes]:
        return ()

    def whole(self, parts: Sequence[Shown], told: Json) -> Json:
        usage = self.usage or {"prompt_tokens": 0, "total_tokens": 0}
        model = self.head.get("model") or self.model
        return {"object": "list", "data": self.head.get("data", []), "model": model, "usage": usage, "corral": told}
