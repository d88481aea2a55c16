"""Envoy's external authorization over HTTP: another proxy's requests, judged before it passes them on itself.

It guards the way in alone: the answer never comes by here. What is let through goes on as the client wrote it, so
whatever another reader of the same bytes could read otherwise is refused.

Source: Envoy's documentation, "External Authorization", and `HttpService` of its ext_authz filter, API v3.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from guards.call import blocked_reply
from guards.dialects import DIALECTS, Dialect
from guards.errors import BodyTooLarge, CorralError, UnsupportedInput
from guards.subjects import subjects_of
from guards.types import Action

from .body import read_json
from .errors import STATUS, error_response
from .guarded import CutOff, headers_of, replied
from .keys.admission import Admission, prompt_tokens, tell_limits
from .serving.settings import Limits

PREFIX = "/v1/ext_authz"  # Envoy's `path_prefix`: the path that the client asked for follows

JUDGED = {dialect.path: dialect for dialect in DIALECTS}
HARMLESS = frozenset({("GET", "/v1/models")})  # nothing of it is text of a client's


def add_authz(
    app: FastAPI, admission: Admission, limits: Limits, failed: Callable[[Request, str], None], cut_off: CutOff
) -> None:
    """Puts the door into `app`: 200 lets a request through, anything else is for its client, body and all."""

    methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    @app.api_route(PREFIX + "{path:path}", methods=methods, include_in_schema=False)  # for Envoy, not for clients
    async def authorize(request: Request) -> Response:
        # As it came over the wire: a path that is decoded here may be another one to who gets it next.
        path = request.scope["raw_path"].decode("latin-1").removeprefix(PREFIX)
        dialect = JUDGED.get(path) if request.method == "POST" else None
        try:
            key = admission.identify(request, "check")
            if (request.method, path) in HARMLESS:
                await admission.admit(request.state.record)
                return JSONResponse({"action": "allow"})
            if dialect is None:
                raise UnsupportedInput(
                    f"{request.method} {path} can't be judged here, so it is not let through",
                    field="path",
                    fix=f"there are POST {', '.join(JUDGED)}, and GET /v1/models",
                )
            return await _judged(request, dialect, path, key.name if key is not None else None)
        except CorralError as error:
            failed(request, STATUS[type(error)][2])
            answer = error_response(error, dialect.error) if dialect is not None else error_response(error)
            return tell_limits(request.state.record, answer)

    async def _judged(request: Request, dialect: Dialect, path: str, key: str | None) -> Response:
        """Raises:
        CorralError: it can't be read, or not for sure.
        """
        if request.headers.get("x-envoy-auth-partial-body", "false") != "false":
            words = "came here only in part, so it can't be judged"
            raise BodyTooLarge(words, field="body", fix="raise max_request_bytes, leave allow_partial_message off")
        if request.headers.get("content-encoding", "identity") != "identity":
            raise UnsupportedInput("is compressed; it can't be judged", field="body", fix="send it as it is")
        rule, record = request.state.rule, request.state.record
        body = await read_json(request, limits, names_once=True)
        model = body.get("model") if isinstance(body, dict) else None
        policy = rule.policy.select(path=path, key=key, model=model if isinstance(model, str) else None)
        exchange = dialect.read(body, policy).exchange
        await admission.admit(record, prompt_tokens(exchange))
        subjects = subjects_of(exchange, policy)
        verdict = await rule.pipeline.judge_subjects(subjects, policy)
        record.checked(verdict, policy, subjects)
        if verdict.action in (Action.BLOCK, Action.REDACT):  # nothing can be taken out of what another one passes on
            cut_off(dialect.name, "input")
            return tell_limits(record, replied(blocked_reply(dialect, policy, verdict), verdict))
        return tell_limits(record, JSONResponse({"action": verdict.action.value}, headers=headers_of(verdict)))
