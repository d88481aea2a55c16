"""Parts that are no text: what the policy refuses has no way around it, and words in what it passes are judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from .conftest import Scripted, serve
from .nobypass.asking import data_url

Json = dict[str, Any]

BAD = "the FORBIDDEN word"
FILE = {"file_data": data_url("A fine file.")}
IMAGE = {"url": "data:image/png;base64,aGk="}


def chat(part: Json) -> tuple[str, Json]:
    return "/v1/chat/completions", {"model": "m", "messages": [{"role": "user", "content": [part]}]}


def responses(part: Json) -> tuple[str, Json]:
    return "/v1/responses", {"model": "m", "input": [{"role": "user", "content": [part]}]}


def messages(part: Json) -> tuple[str, Json]:
    return "/v1/messages", {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": [part]}]}


def ollama(image: str) -> tuple[str, Json]:
    return "/api/chat", {"model": "m", "messages": [{"role": "user", "content": "Look.", "images": [image]}]}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        chat({"type": "image_url", "image_url": IMAGE, "file": FILE}),
        chat({"type": "input_text", "text": BAD, "file": FILE}),
        chat({"type": "file", "file": FILE, "image_url": IMAGE}),
        chat({"type": "file", "file": FILE | {"file_id": "f-1"}}),
        responses({"type": "input_image", "image_url": "https://example.com/a.png", **FILE}),
        responses({"type": "input_file", "file_url": "https://example.com/a.txt", **FILE}),
    ],
)
def test_a_text_file_beside_it_lets_no_other_part_by(scripted: Scripted, path: str, body: Json) -> None:
    with serve(upstream=scripted.url) as url:
        answer = httpx.post(url + path, json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unsupported_input")
    assert scripted.requests == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        chat({"type": "input_text", "text": BAD}),
        chat({"type": "image_url", "image_url": IMAGE, "text": BAD}),
        chat({"type": "image_url", "image_url": IMAGE | {"detail": BAD.replace(" ", "\n")}}),
        responses({"type": "input_image", "image_url": IMAGE["url"], "alt": BAD}),
        messages({"type": "image", "source": {"type": "base64", "data": BAD}}),
        ollama(BAD),
    ],
)
def test_words_in_a_part_that_is_passed_are_judged(
    scripted: Scripted, policy_file: Callable[[str], Path], path: str, body: Json
) -> None:
    with serve(
        upstream=scripted.url, keyword=True, policy=policy_file("version: 1 => version: 1\nnon_text: pass")
    ) as url:
        answer = httpx.post(url + path, json=body)
    assert answer.headers["X-Corral-Action"] == "block"
    assert scripted.requests == []


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_picture_that_is_passed_is_no_text(
    scripted: Scripted, policy_file: Callable[[str], Path], wrapped: bool
) -> None:
    scripted.says("A cat.")
    data = "iVBORw0KGgo" * 100
    lines = "\n".join(data[at : at + 76] for at in range(0, len(data), 76))
    path, body = chat(
        {"type": "image_url", "image_url": {"url": lines if wrapped else f"data:image/png;base64,{data}"}}
    )
    with serve(upstream=scripted.url, policy=policy_file("version: 1 => version: 1\nnon_text: pass")) as url:
        answer = httpx.post(url + path, json=body)
    assert answer.headers["X-Corral-Action"] == "allow"
    assert "injection-input" not in answer.headers["Server-Timing"]
    assert scripted.requests == [body | {"stream": False}]


def test_the_name_of_a_file_is_judged(scripted: Scripted) -> None:
    path, body = chat({"type": "file", "file": FILE | {"filename": BAD}})
    with serve(upstream=scripted.url, keyword=True) as url:
        answer = httpx.post(url + path, json=body)
    assert answer.headers["X-Corral-Action"] == "block"
    assert scripted.requests == []
