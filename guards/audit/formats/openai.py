"""OpenAI's requests and responses, alone, in pairs and in batch files; Anthropic's are near enough to be read here too.

Source: the OpenAI API reference, "Chat", "Completions", "Responses" and "Batch"; Anthropic's API reference, "Messages".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import InputError
from ...types import Exchange, Message
from .base import Json, common, first, name_of, table, time_of
from .messages import Reader


def is_request(row: Json) -> bool:
    return (isinstance(row.get("messages"), list) and "conversation" not in row) or (
        "model" in row and ("input" in row or ("prompt" in row and "response" not in row and "completion" not in row))
    )


def request(row: Json) -> dict[str, Any]:
    """A request's body; a list of messages may end with the answer."""
    reader = Reader()
    messages = asked(row, reader, "")
    return {**common(row), "exchange": Exchange(messages, _model(row)), "unjudged": dict(reader.unjudged)}


def is_response(row: Json) -> bool:
    return isinstance(row.get("choices"), list) or (
        isinstance(row.get("output"), list) and row.get("object") == "response"
    )


def response(row: Json) -> dict[str, Any]:
    """A response's body."""
    reader = Reader()
    messages = answered(row, reader, "")
    return {**common(row), "exchange": Exchange(messages, _model(row)), "unjudged": dict(reader.unjudged)}


def is_pair(row: Json) -> bool:
    return isinstance(_body(row.get("request")), Mapping) and is_request({"model": "", **_body(row["request"])})


def pair(row: Json) -> dict[str, Any]:
    """``{"request": BODY, "response": BODY}``, each perhaps under ``body`` with headers beside it, which are left alone."""
    asking, answer = _body(row["request"]), _body(row.get("response"))
    return {**common(row), **paired(asking, answer, common(asking)), "id": name_of(row, "id", "request_id")}


def paired(asking: Json, answer: Any, known: Mapping[str, Any]) -> dict[str, Any]:
    """A request's body and what came back: a body, a plain text, or nothing."""
    reader = Reader()
    messages = asked(asking, reader, "request")
    when = known.get("time")
    if isinstance(answer, str):
        messages += (Message("assistant", answer),) if answer else ()
    elif isinstance(answer, Mapping) and not answer.get("error"):
        messages += answered(answer, reader, "response")
        when = when or time_of(answer.get("created", answer.get("created_at")), "response.created")
    model = _model(asking) or (_model(answer) if isinstance(answer, Mapping) else None)
    found: dict[str, Any] = {"exchange": Exchange(messages, model), "unjudged": dict(reader.unjudged)}
    return {**{name: value for name, value in known.items() if value is not None}, **found, "time": when}


def is_batch(row: Json) -> bool:
    return "custom_id" in row and ("body" in row or "response" in row or "error" in row)


def batch(row: Json) -> dict[str, Any]:
    """A line of a batch file: of the requests ``{custom_id, method, url, body}``, or of the results."""
    own = {"id": name_of(row, "custom_id")}
    if isinstance(row.get("body"), Mapping):
        return {**request(row["body"]), **own}
    answer = _body(row.get("response"))
    if not isinstance(answer, Mapping) or answer.get("error"):
        raise InputError("the batch reports an error for this request: there is no answer to judge", field="error")
    return {**response(answer), **own}


def asked(body: Json, reader: Reader, field: str) -> tuple[Message, ...]:
    """What a request's body says: of the chat, completions and responses APIs, and of Anthropic's messages."""
    at = f"{field}." if field else ""
    made: list[Message] = []
    for name in ("system", "instructions"):
        if text := reader.text(body.get(name), at + name):
            made.append(Message("system", text))
    if "messages" in body:
        made += reader.messages(body["messages"], f"{at}messages")
    elif "input" in body:
        value = body["input"]
        turns = isinstance(value, list) and any(isinstance(item, Mapping) for item in value)
        made += reader.messages(value, f"{at}input") if turns else _prompts(value, f"{at}input")
    elif "prompt" in body:
        made += _prompts(body["prompt"], f"{at}prompt")
    else:
        raise InputError("has none of messages, input and prompt", field=field or None)
    return tuple(made)


def answered(body: Json, reader: Reader, field: str) -> tuple[Message, ...]:
    """What a response's body says; every choice of it."""
    at = f"{field}." if field else ""
    made: list[Message] = []
    if isinstance(body.get("choices"), list):
        for number, choice in enumerate(body["choices"]):
            if not isinstance(choice, Mapping):
                raise InputError("must be an object", field=f"{at}choices[{number}]")
            if isinstance(choice.get("message"), Mapping):
                said = {"role": "assistant", **choice["message"]}
                made += reader.message(said, f"{at}choices[{number}].message")
            elif isinstance(choice.get("text"), str) and choice["text"]:
                made.append(Message("assistant", choice["text"]))
    elif isinstance(body.get("output"), list):
        made += reader.messages(body["output"], f"{at}output")
    elif "content" in body:
        made += reader.message({**body, "role": "assistant", "type": None}, field or "content")
    elif isinstance(body.get("message"), Mapping):  # Ollama's chat
        made += reader.message({"role": "assistant", **body["message"]}, f"{at}message")
    elif isinstance(said := first(body, "response", "generated_text", "output_text"), str):
        made.append(Message("assistant", said))
    else:
        raise InputError("has none of choices, output, content and message", field=field or None)
    return tuple(made)


def _prompts(value: Any, field: str) -> list[Message]:
    texts = value if isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in texts):
        raise InputError("must be a text or a list of texts; token ids can't be judged", field=field)
    return [Message("user", text) for text in texts if text]


def _body(value: Any) -> Any:
    """The body of a request or response that a gateway logged with its status and headers."""
    inner = value.get("body") if isinstance(value, Mapping) else None
    return inner if isinstance(inner, Mapping) else value


def _model(body: Json) -> str | None:
    return name_of(body, "model")


__all__ = ["answered", "asked", "batch", "is_batch", "is_pair", "is_request", "pair", "paired", "request", "table"]
