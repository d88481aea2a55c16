"""An upstream that talks rubbish, and clients that do: never a crash, never a character that nobody judged."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from ..conftest import Scripted, chunk, scripted_upstream, serve

ASK = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}], "stream": True}
SECRET = "FORBIDDEN"
ROUNDS = 40


@pytest.fixture(scope="module")
def guarded() -> Iterator[tuple[str, Scripted]]:
    with scripted_upstream() as upstream:
        settings = {"url": upstream.url, "between_bytes_timeout_s": 5.0, "breaker": {"failures": 1_000}}
        with serve(keyword=True, upstreams=[settings]) as url:
            yield url, upstream


def events(texts: list[str]) -> bytes:
    rows = [chunk({"content": text}) for text in texts] + [chunk({}, "stop")]
    return b"".join(b"data: " + json.dumps(row).encode() + b"\n\n" for row in rows) + b"data: [DONE]\n\n"


def damaged(raw: bytes, chance: random.Random) -> bytes:
    """One of the ways in which a stream can be broken."""
    at = chance.randrange(len(raw))
    return [
        raw[:at] + chance.randbytes(chance.randrange(1, 40)) + raw[at:],
        raw[:at],
        raw[:at] + "é€𝄞".encode()[: chance.randrange(1, 9)] + b"\n\n" + raw[at:],
        raw.replace(b'"choices"', b'"choice"', 1),
        raw.replace(b'{"content": ', b'{"content": [', 1),
        raw[:at] + b"data: " + b"[" * 100_000 + b"\n\n" + raw[at:],
        raw[:at] + b"data: {}\n\ndata: null\n\ndata: []\n\n" + raw[at:],
        raw[:at] + b"data: " + b"a" * 5_000_000 + raw[at:],
        raw.replace(b"\n\n", b"\r\n\r\n"),
        raw[:at] + b"\x00" * 50 + raw[at:],
        raw[:at] + b'event: error\ndata: {"error": {"message": "FORBIDDEN"}}\n\n' + raw[at:],
        chance.randbytes(2_000),
    ][chance.randrange(12)]


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_stream_never_shows_what_nobody_judged(guarded: tuple[str, Scripted], seed: int) -> None:
    url, upstream = guarded
    chance = random.Random(seed)
    with httpx.Client(base_url=url, timeout=60) as client:
        for _ in range(ROUNDS // 4):
            texts = [f"Sentence {number}. " for number in range(chance.randrange(1, 12))]
            texts.insert(chance.randrange(len(texts) + 1), f"This is {SECRET} and must not be seen. ")
            raw = damaged(events(texts), chance)
            cut = chance.choice([1, 3, 17, 1_000, 100_000]) if len(raw) < 20_000 else 100_000
            upstream.pieces = [raw[at : at + cut] for at in range(0, len(raw), cut)]
            answer = client.post("/v1/chat/completions", json=ASK)
            assert answer.status_code in (200, 502)
            assert SECRET not in answer.text
            for line in answer.text.splitlines():
                if line.startswith("data: ") and line != "data: [DONE]":
                    json.loads(line.removeprefix("data: "))  # whatever came in, what goes out is well formed
        upstream.says("All is well.")
        assert "All is well." in client.post("/v1/chat/completions", json=ASK).text


WHOLE: list[Any] = [
    b"", b"\xff\xfe", b"{", b"[]", b"null", b'"text"', b"[" * 100_000, b'{"choices": null}', b'{"choices": [null]}',
    b'{"choices": [{"message": {"content": ["FORBIDDEN"]}}]}', b'{"choices": [{"delta": {"content": "FORBIDDEN"}}]}',
    b'{"choices": [{"index": "FORBIDDEN", "message": {"content": "x"}}]}', b'{"error": {"message": "FORBIDDEN"}}',
]  # fmt: skip


@pytest.mark.parametrize("raw", WHOLE)
def test_a_whole_answer_of_rubbish_is_a_bad_gateway(guarded: tuple[str, Scripted], raw: bytes) -> None:
    url, upstream = guarded
    upstream.raw = raw
    try:
        answer = httpx.post(f"{url}/v1/chat/completions", json={**ASK, "stream": False}, timeout=60)
    finally:
        upstream.raw = None
    assert answer.status_code in (200, 502)
    assert SECRET not in answer.text
    answer.json()


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999", "-1e999", "1" + "0" * 400])
@pytest.mark.parametrize("stream", [False, True])
def test_a_number_that_is_none_is_left_out(guarded: tuple[str, Scripted], number: str, stream: bool) -> None:
    url, upstream = guarded
    token = {"token": "Fine.", "logprob": -1234567, "bytes": None}
    row = chunk({"content": "Fine."}, "stop") | {"usage": {"prompt_tokens": -1234567, "completion_tokens": 2}}
    row["choices"][0] |= {"logprobs": {"content": [token]}, "message": {"role": "assistant", "content": "Fine."}}
    raw = json.dumps(row).replace("-1234567", number).encode()
    upstream.raw, upstream.pieces = (None, [b"data: " + raw + b"\n\n"]) if stream else (raw, [])
    try:
        answer = httpx.post(f"{url}/v1/chat/completions", json={**ASK, "stream": stream}, timeout=60)
    finally:
        upstream.raw = None

    def refused(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    said = answer.text.splitlines() if stream else [f"data: {answer.text}"]
    events = [json.loads(line[6:], parse_constant=refused) for line in said if line.startswith("data: {")]
    assert "Fine." in answer.text
    assert "error" not in answer.text
    assert [event["usage"] for event in events if event.get("usage")] == [{"completion_tokens": 2}]
    assert 'logprob":' not in answer.text
