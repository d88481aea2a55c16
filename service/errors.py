"""Errors as HTTP, in the OpenAI API's shape: one table, and every error of Corral is in it."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from fastapi.responses import JSONResponse

from guards.errors import (
    AuthError,
    Blocked,
    BodyTooLarge,
    ConfigError,
    CorralError,
    Draining,
    Expired,
    Forbidden,
    GuardError,
    InputError,
    MalformedAnswer,
    MissingExtra,
    ModelError,
    Overloaded,
    PolicyError,
    RateLimited,
    RuleError,
    StoreAway,
    UnknownModel,
    UnsupportedInput,
    UpstreamBroken,
    UpstreamError,
    UpstreamResting,
    UpstreamTimeout,
    UpstreamUnreachable,
)

# error -> (HTTP status, the API's `type`, its `code`)
STATUS: dict[type[CorralError], tuple[int, str, str]] = {
    CorralError: (500, "server_error", "internal_error"),
    InputError: (400, "invalid_request_error", "invalid_request"),
    BodyTooLarge: (413, "invalid_request_error", "body_too_large"),
    UnknownModel: (404, "invalid_request_error", "model_not_found"),
    UnsupportedInput: (400, "invalid_request_error", "unsupported_input"),
    Blocked: (400, "invalid_request_error", "content_filter"),
    AuthError: (401, "invalid_request_error", "invalid_api_key"),
    Forbidden: (403, "permission_error", "insufficient_scope"),
    Overloaded: (429, "rate_limit_error", "overloaded"),
    RateLimited: (429, "rate_limit_error", "rate_limit_exceeded"),
    Draining: (503, "server_error", "draining"),
    ConfigError: (500, "server_error", "configuration"),
    PolicyError: (500, "server_error", "policy"),
    RuleError: (500, "server_error", "rules"),
    StoreAway: (503, "server_error", "store_away"),
    MissingExtra: (501, "server_error", "not_installed"),
    GuardError: (503, "server_error", "guard_failed"),
    ModelError: (503, "server_error", "guard_failed"),
    MalformedAnswer: (502, "server_error", "guard_failed"),
    Expired: (504, "server_error", "guard_failed"),
    UpstreamError: (502, "server_error", "upstream"),
    UpstreamUnreachable: (502, "server_error", "upstream_unreachable"),
    UpstreamTimeout: (504, "server_error", "upstream_timeout"),
    UpstreamResting: (503, "server_error", "upstream_unavailable"),
    UpstreamBroken: (502, "server_error", "upstream_broken"),
}


def error_body(error: CorralError) -> dict[str, Any]:
    """``{"error": {"message", "type", "param", "code"}}``."""
    _, kind, code = STATUS[type(error)]
    return {
        "error": {"message": str(error), "type": kind, "param": getattr(error, "field", None), "code": code},
    }


def error_response(
    error: CorralError, shaped: Callable[[dict[str, Any], int], dict[str, Any]] = lambda body, status: body
) -> JSONResponse:
    """The error as an answer, `shaped` as its reader expects, with Retry-After where it says when to come back."""
    status = STATUS[type(error)][0]
    headers = retry_after(error) or ({"WWW-Authenticate": "Bearer"} if status == 401 else None)
    return JSONResponse(shaped(error_body(error), status), status_code=status, headers=headers)


def retry_after(error: CorralError) -> dict[str, str] | None:
    """The header that says when to come back, where `error` knows that."""
    after_s = getattr(error, "retry_after_s", None)
    return None if after_s is None else {"Retry-After": str(max(1, math.ceil(after_s)))}
