"""The WSGI middleware around a plain application."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

import pytest

from guards import Corral
from guards.middleware.wsgi import CorralMiddleware, Route

from .conftest import BAD

Make = Callable[..., Corral]


class App:
    def __init__(self, said: str, media_type: str = "application/json") -> None:
        self.said, self.media_type, self.asked, self.closed = said, media_type, [], False

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        self.asked.append(json.load(environ["wsgi.input"]))
        write = start("200 OK", [("Content-Type", self.media_type), ("Content-Length", "9")])
        write(b'{"text": ')
        return [json.dumps(self.said).encode(), b"}"]


def post(app: Any, text: str, method: str = "POST", path: str = "/chat") -> tuple[str, dict[str, str], bytes]:
    body = json.dumps({"text": text}).encode()
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }
    told: list[Any] = []
    written: list[bytes] = []

    def start(status: str, headers: Any, error: Any = None) -> Callable[[bytes], None]:
        told.extend([status, dict(headers)])
        return written.append

    pieces = list(app(environ, start))
    return told[0], told[1], b"".join([*written, *pieces])


def guarded(app: App, corral: Corral) -> CorralMiddleware:
    return CorralMiddleware(app, {"/chat": Route(prompt="text", reply="text", max_body_bytes=1_000)}, corral)


def test_prompts_and_replies_are_judged(keyword: Make) -> None:
    app = App(f"Here is {BAD} now.")
    status, headers, _ = post(guarded(app, keyword()), BAD)
    assert (status, headers["x-corral-action"], app.asked) == ("400 Bad Request", "block", [])
    status, _, answer = post(guarded(app, keyword()), "hello")
    assert status == "400 Bad Request"
    assert json.loads(answer)["error"]["code"] == "content_filter"
    status, headers, answer = post(guarded(app, keyword("redact")), f"say {BAD}")
    assert app.asked[-1] == {"text": "say [redacted]"}
    assert json.loads(answer) == {"text": "Here is [redacted] now."}
    assert headers["Content-Length"] == str(len(answer))


@pytest.mark.parametrize(
    ("text", "media_type", "method", "status"),
    [
        ("x" * 2_000, "application/json", "POST", "413"),
        ("hello", "text/event-stream", "POST", "502"),
        ("hello", "text/html", "POST", "502"),
        ("hello", "application/json", "GET", "405"),
    ],
)
def test_what_cant_be_judged_is_refused(keyword: Make, text: str, media_type: str, method: str, status: str) -> None:
    assert post(guarded(App("fine", media_type), keyword()), text, method)[0].startswith(status)


def test_other_routes_are_left_alone(keyword: Make) -> None:
    app = App(BAD)
    assert json.loads(post(guarded(app, keyword()), BAD, path="/other")[2]) == {"text": BAD}
