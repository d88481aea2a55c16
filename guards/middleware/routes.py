"""Where the prompt and the reply stand in the JSON of an application's routes, and what is judged of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..answer import told
from ..errors import CorralError, InputError, UnsupportedInput, UpstreamBroken
from ..policy import Policy, redact
from ..types import Action, Message, Stage, Subject, Verdict
from .paths import JsonPath


@dataclass(frozen=True)
class Route:
    """Where the texts of one route stand, as paths into its JSON (`guards.middleware.paths`).

    `reply` None: the answer is no model's words. In a stream, `reply` (or `delta` where it differs) leads to the text in
    each event; an event whose data is no JSON is text itself.
    """

    prompt: str | tuple[str, ...]
    reply: str | tuple[str, ...] | None = None
    documents: str | tuple[str, ...] = ()
    delta: str | None = None
    max_body_bytes: int = 1_000_000
    max_answer_bytes: int = 16_000_000


class Routes:
    """The guarded routes of an application, by path; one that ends in ``*`` holds for every path that begins so."""

    def __init__(self, routes: Mapping[str, Route]) -> None:
        """Raises:
        ConfigError: a path into JSON is none.
        """
        self._routes = {path: Paths(route) for path, route in routes.items()}

    def at(self, path: str) -> Paths | None:
        path = path.rstrip("/") or "/"
        if path in self._routes:
            return self._routes[path]
        return next(
            (one for known, one in self._routes.items() if known.endswith("*") and path.startswith(known[:-1])), None
        )


class Paths:
    """A route's paths, read once."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self.prompt, self.documents = _read(route.prompt), _read(route.documents)
        self.reply = _read(route.reply or ())
        self.delta = self.reply if route.delta is None else _read(route.delta)


def _read(paths: str | tuple[str, ...]) -> tuple[JsonPath, ...]:
    return tuple(JsonPath(path) for path in ((paths,) if isinstance(paths, str) else paths))


class Asked:
    """A request's texts and where they stand."""

    def __init__(self, body: Any, paths: Paths) -> None:
        """Raises:
        InputError: nothing stands where the prompt should.
        """
        self._places: list[tuple[Any, str | int]] = []
        self.subjects: list[Subject] = []
        prompts = [place for path in paths.prompt for place in path.places(body)]
        if not prompts:
            where = " or ".join(path.path for path in paths.prompt)
            raise InputError("there is no text to judge", field=where, fix="the route's prompt must be a string there")
        documents = [place for path in paths.documents for place in path.places(body)]
        for stage, places in ((Stage.DOCUMENT, documents), (Stage.INPUT, prompts)):
            for holder, key in places:
                self.subjects.append(Subject(holder[key], stage, index=len(self._places)))
                self._places.append((holder, key))
        self.messages = tuple(Message("user", holder[key]) for holder, key in prompts)

    def redact(self, verdict: Verdict) -> bool:
        """Takes out of the body what the verdict says."""
        for index, (holder, key) in enumerate(self._places):
            holder[key] = redact(holder[key], [one for one in verdict.reasons if one.index == index])
        return all(one.index is not None for one in verdict.reasons if one.action is Action.REDACT)


def parsed(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UnsupportedInput("must be JSON: nothing else can be judged on this route", field="body") from None


def blocked(verdict: Verdict, policy: Policy) -> dict[str, Any]:
    error = {"message": policy.blocked.message, "type": "invalid_request_error", "code": "content_filter"}
    return {"error": error, "corral": told(verdict, policy)}


def error_row(error: CorralError) -> dict[str, Any]:
    code = "upstream_broken" if isinstance(error, UpstreamBroken) else "invalid_request"
    row = {"message": str(error), "type": "invalid_request_error", "param": getattr(error, "field", None), "code": code}
    return {"error": row}


def headers_of(verdict: Verdict) -> dict[str, str]:
    return {"x-corral-action": verdict.action.value, "x-corral-verdict": verdict.id}
