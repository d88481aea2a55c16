"""The OpenAPI description: doors whose bodies are read by a dialect, and not by FastAPI, have their place in it too."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from guards.corral import STAGE_OF_ROLE
from guards.dialects import DIALECTS, Dialect

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}
_CONTENT: Json = {"anyOf": [_TEXT, {"type": "array", "items": {"type": "object", "required": ["type"]}}]}
_MESSAGE: Json = {
    "type": "object",
    "required": ["role"],
    "properties": {"role": {"enum": ["system", "user", "assistant", "tool"]}, "content": _CONTENT},
}
_MESSAGES: Json = {"type": "array", "items": _MESSAGE, "minItems": 1}

# What a dialect calls its conversation's parts; where two mean one thing by a name, what both take stands here.
_CONVERSATION: dict[str, Json] = {
    "messages": _MESSAGES,
    "input": {"anyOf": [_TEXT, {"type": "array", "minItems": 1}]},
    "prompt": _TEXTS,
    "system": _CONTENT,
}
_NEEDED = {"messages", "input"}

_CHECKED: Json = {
    "type": "object",
    "properties": {"text": _TEXT, "role": {"enum": list(STAGE_OF_ROLE)}, "messages": _MESSAGES, "model": _TEXT},
    "additionalProperties": False,
}
_BODIES: dict[str, Json] = {
    "/v1/check": {
        "anyOf": [
            _CHECKED,
            {"type": "object", "required": ["items"], "properties": {"items": {"type": "array", "items": _CHECKED}}},
        ]
    },
    "/v1/moderations": {
        "type": "object",
        "required": ["input"],
        "properties": {"input": _CONVERSATION["input"], "model": _TEXT},
    },
}


def describe(app: FastAPI) -> None:
    """Completes what `/openapi.json` says."""
    made = app.openapi

    def openapi() -> Json:
        if app.openapi_schema is None:
            paths = made()["paths"]
            for dialect in DIALECTS:
                paths[dialect.path] = {"post": _asking(dialect)}
            for path, body in _BODIES.items():
                paths[path]["post"]["requestBody"] = _json(body)
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's own way of changing it


def _asking(dialect: Dialect) -> Json:
    fields: Json = {name: {} for name in sorted(dialect.settings | dialect.texts)}
    fields |= {name: _CONVERSATION.get(name, _TEXT) for name in sorted(dialect.conversation)} | {"model": _TEXT}
    fields |= {"stream": {"type": "boolean"}} if dialect.streams else {}
    body = {
        "type": "object",
        "required": ["model", *sorted(dialect.conversation & _NEEDED)],
        "properties": fields,
        "additionalProperties": False,
    }
    answers: Json = {"application/json": {}}
    return {
        "summary": f"Ask the model, guarded ({dialect.name})",
        "operationId": dialect.name,
        "requestBody": _json(body),
        "responses": {
            "200": {"description": "The answer", "content": answers | ({dialect.media_type: {}} if dialect.streams else {})},
            "default": {"description": "An error, in the API's own shape", "content": answers},
        },
    }  # fmt: skip


def _json(schema: Json) -> Json:
    return {"required": True, "content": {"application/json": {"schema": schema}}}
