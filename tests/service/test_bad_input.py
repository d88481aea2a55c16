"""Whatever comes in, the answer is an error in the API's own shape, and nothing unjudged goes upstream."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from guards.dialects import DIALECTS, Dialect

from .conftest import Scripted, serve
from .nobypass.asking import PLAIN

GOOD = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}]}


@pytest.fixture
def guarded(scripted: Scripted) -> Iterator[tuple[httpx.Client, Scripted]]:
    scripted.says("Fine.")
    with (
        serve(upstream=scripted.url, first_byte_timeout_s=1.0) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        yield client, scripted


def changed(**fields: Any) -> bytes:
    return json.dumps({**GOOD, **fields}).encode()


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"{", 400, "body"),
        (b"[]", 400, "body"),
        (b"\xff\xfe{}", 400, "body"),
        (b"[" * 100_000, 400, "body"),
        (b'{"a": NaN}', 400, "body"),
        (b"x" * 4_100_000, 413, "body"),
        (b"{}", 400, "model"),
        (changed(model=3), 400, "model"),
        (changed(messages=[]), 400, "messages"),
        (changed(messages="hi"), 400, "messages"),
        (changed(messages=["hi"]), 400, "messages[0]"),
        (changed(messages=[{"role": "wizard", "content": "x"}]), 400, "messages[0].role"),
        (changed(messages=[{"role": "user"}]), 400, "messages[0].content"),
        (changed(messages=[{"role": "user", "content": 3}]), 400, "messages[0].content"),
        (changed(messages=[{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]), 400, "messages[0].content[0]"),
        (changed(messages=[{"role": "user", "content": [3]}]), 400, "messages[0].content[0]"),
        (changed(messages=[{"role": "assistant", "tool_calls": [{"function": {"name": 1}}]}]), 400, "messages[0].tool_calls[0].function.name"),
        (changed(messages=[{"role": "user", "content": "x", "hidden": "y"}]), 400, "messages[0].hidden"),
        (changed(stream="yes"), 400, "stream"),
        (changed(prediction={"content": "x"}), 400, "prediction"),
        (changed(**{"\ud800": 1}), 400, r"'\ud800'"),
        (changed(**{"x" * 3_000_000: 1}), 400, repr("x" * 80)),
    ],
)  # fmt: skip
def test_bad_bodies(guarded: tuple[httpx.Client, Scripted], body: bytes, status: int, field: str) -> None:
    client, upstream = guarded
    answer = client.post("/v1/chat/completions", content=body)
    assert answer.status_code == status
    error = answer.json()["error"]
    assert error["param"] == field
    assert error["type"] == "invalid_request_error"
    assert field in error["message"]
    assert upstream.requests == []


@pytest.mark.parametrize("path", ["/v1/responses/x/cancel", "/v1/files", "/v1/x/y"])
def test_doors_that_nobody_guards_are_closed(guarded: tuple[httpx.Client, Scripted], path: str) -> None:
    client, upstream = guarded
    answer = client.post(path, json={"input": "x"})
    assert answer.status_code == 400
    assert "can't be judged" in answer.json()["error"]["message"]
    assert upstream.requests == []


def test_an_unknown_path_and_method_are_errors_of_the_apis_shape(guarded: tuple[httpx.Client, Scripted]) -> None:
    client, _ = guarded
    for answer in (client.get("/nowhere"), client.get("/v1/chat/completions")):
        assert answer.status_code >= 400
        assert set(answer.json()["error"]) == {"message", "type", "param", "code"}


def test_an_unknown_model_is_the_upstreams_word_without_its_insides(guarded: tuple[httpx.Client, Scripted]) -> None:
    client, upstream = guarded
    upstream.status = 404
    for stream in (False, True):
        answer = client.post("/v1/chat/completions", json={**GOOD, "stream": stream})
        assert answer.status_code == 404
        assert answer.json()["error"]["message"] == "the upstream answered 404 to /v1/chat/completions: no such model"
        assert "inner" not in answer.text


@pytest.mark.parametrize("stream", [False, True])
def test_a_failing_upstream_is_a_bad_gateway(guarded: tuple[httpx.Client, Scripted], stream: bool) -> None:
    client, upstream = guarded
    upstream.status = 500
    answer = client.post("/v1/chat/completions", json={**GOOD, "stream": stream})
    assert answer.status_code == 502


@pytest.mark.parametrize("stream", [False, True])
def test_a_silent_upstream_is_a_timeout(guarded: tuple[httpx.Client, Scripted], stream: bool) -> None:
    client, upstream = guarded
    upstream.hang_s = 3.0
    answer = client.post("/v1/chat/completions", json={**GOOD, "stream": stream})
    assert answer.status_code == 504
    assert answer.json()["error"]["code"] == "upstream_timeout"


def test_an_upstream_that_is_not_there() -> None:
    with serve(upstream="http://127.0.0.1:9/v1") as url:
        answer = httpx.post(f"{url}/v1/chat/completions", json=GOOD, timeout=30)
        assert answer.status_code == 502
        assert "can't be reached" in answer.json()["error"]["message"]
        assert httpx.get(f"{url}/readyz").status_code == 503
        assert httpx.get(f"{url}/healthz").status_code == 200


def test_a_stream_that_ends_before_its_answer_is_not_told_as_whole(guarded: tuple[httpx.Client, Scripted]) -> None:
    client, upstream = guarded
    upstream.says("A fine sentence. And another one. ")
    whole = b"".join(upstream.pieces)
    upstream.pieces = [whole[: whole.index(b'"finish_reason": "stop"')].rpartition(b"data: ")[0]]
    text = client.post("/v1/chat/completions", json={**GOOD, "stream": True}).text
    assert '"content":"A fine sentence.' in text
    assert "upstream_broken" in text
    assert '"finish_reason":"stop"' not in text
    assert "[DONE]" not in text


def test_an_upstream_that_dies_in_the_middle_shows_nothing_unjudged(guarded: tuple[httpx.Client, Scripted]) -> None:
    client, upstream = guarded
    upstream.says("The first sentence is whole. The second one is cut in the mid")
    upstream.pieces = upstream.pieces[: len(upstream.pieces) * 2 // 3]
    upstream.die = True
    answer = client.post("/v1/chat/completions", json={**GOOD, "stream": True})
    assert "The first sentence is whole." in answer.text
    assert "cut in" not in answer.text
    assert json.loads(answer.text.strip().splitlines()[-1].removeprefix("data: "))["error"]["code"] == "upstream_broken"


@pytest.mark.parametrize(
    "junk", [b"data: {\n\n", b'data: {"choices": 3}\n\n', b'data: {"error": {}}\n\n', b"data: \xff\n\n"]
)
def test_an_upstream_that_talks_rubbish(guarded: tuple[httpx.Client, Scripted], junk: bytes) -> None:
    client, upstream = guarded
    upstream.pieces = [junk]
    answer = client.post("/v1/chat/completions", json={**GOOD, "stream": True})
    assert json.loads(answer.text.strip().splitlines()[-1].removeprefix("data: "))["error"]["code"] == "upstream_broken"


@pytest.mark.parametrize("whole", [None, 3, {"choices": [3]}, {"choices": [{"message": {"content": 3}}]}])
def test_a_whole_answer_that_is_rubbish(guarded: tuple[httpx.Client, Scripted], whole: Any) -> None:
    client, upstream = guarded
    upstream.whole = whole
    answer = client.post("/v1/chat/completions", json=GOOD)
    assert answer.status_code == 502


@pytest.mark.parametrize("whole", [{}, {"id": "x", "object": "chat.completion"}, {"model": "m", "done": False}])
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_what_is_no_answer_of_its_dialect_is_rubbish_too(
    guarded: tuple[httpx.Client, Scripted], dialect: Dialect, whole: Any
) -> None:
    client, upstream = guarded
    upstream.whole = whole
    stream = {"stream": False} if dialect.streams else {}
    answer = client.post(dialect.path, json={"model": "m", **PLAIN[dialect.name], **stream})
    assert (answer.status_code, "upstream" in answer.text) == (502, True)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/check", {"text": 3}, "body.text"),
        ("/v1/check", {"text": "x", "role": "wizard"}, "body.role"),
        ("/v1/check", {"items": []}, "items"),
        ("/v1/check", {"items": [{"text": "x"}] * 300}, "items"),
        ("/v1/check", {"messages": [{"role": "user"}]}, "body.messages[0].content"),
        ("/v1/moderations", {}, "input"),
        ("/v1/moderations", {"input": [{"type": "image_url"}]}, "input"),
    ],
)
def test_the_guard_api_names_the_field(
    guarded: tuple[httpx.Client, Scripted], path: str, body: Any, field: str
) -> None:
    client, _ = guarded
    answer = client.post(path, json=body)
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == field


@pytest.mark.parametrize(
    ("method", "path", "words"),
    [
        ("POST", "/chat/completions", "did you mean /v1/chat/completions?"),
        ("POST", "/v1/v1/chat/completions", "/v1 twice"),
        ("GET", "/v1/chat/completions", "ask it with POST"),
        ("POST", "/v1/models", "ask it with GET"),
        ("GET", "/", "base_url"),
        ("GET", "/console", "the console is off"),
        ("POST", "/v1/images/generations", "there are /v1/chat/completions, "),
    ],
)
def test_who_knocks_at_the_wrong_door_is_told_the_right_one(
    guarded: tuple[httpx.Client, Scripted], method: str, path: str, words: str
) -> None:
    client, upstream = guarded
    answer = client.request(method, path, json=GOOD if method == "POST" else None)
    assert answer.status_code in (400, 404, 405)
    assert words in answer.json()["error"]["message"]
    assert upstream.requests == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"model": "m", "mesages": GOOD["messages"]}, "did you mean `messages`?"),
        ({**GOOD, "max_token": 3}, "did you mean `max_tokens`?"),
        ({**GOOD, "messages": [{"role": "user", "content": 3}]}, "must be a string or a list of parts"),
    ],
)
def test_a_slip_of_the_pen_is_told_as_one(
    guarded: tuple[httpx.Client, Scripted], body: dict[str, Any], words: str
) -> None:
    answer = guarded[0].post("/v1/chat/completions", json=body)
    assert (answer.status_code, words in answer.json()["error"]["message"]) == (400, True), answer.text
