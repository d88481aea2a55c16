"""What a connection may take: slow, endless and greedy clients lose theirs, and nobody else notices."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.errors import InputError
from service.body import parse_json
from service.serving.server import bind
from service.serving.settings import Limits

from .conftest import Scripted, chunk, serve

GOOD = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}]}
QUIET = {"health": {"interval_s": 0}}


def connected(url: str, receive_buffer: int | None = None) -> socket.socket:
    where = urlsplit(url)
    made = socket.socket()
    if receive_buffer is not None:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    made.settimeout(20)
    made.connect((where.hostname, where.port))
    return made


def everything(client: socket.socket) -> bytes:
    """What comes until the other side closes."""
    found = b""
    try:
        while piece := client.recv(65_536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def head(path: str = "/v1/chat/completions", *lines: str) -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: x", *lines, "", ""]).encode()


@pytest.fixture
def strict(scripted: Scripted) -> Iterator[tuple[str, Scripted]]:
    """A proxy with little patience."""
    scripted.says("Fine.")
    limits = {"header_timeout_s": 0.6, "body_timeout_s": 0.6, "max_header_bytes": 2_000, "max_headers": 20}
    with serve(upstream=scripted.url, **limits) as url:
        yield url, scripted


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"", 408, "slow_headers"),
        (b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n", 408, "slow_headers"),
        (b"\r\n\r\n", 408, "slow_headers"),
        (head("/v1/chat/completions", "Content-Length: 10") + b"{", 408, "slow_body"),
        (head("/v1/chat/completions", "Transfer-Encoding: chunked") + b"1\r\n{\r\n", 408, "slow_body"),
        (head("/healthz", *[f"X-{n}: 1" for n in range(30)]), 431, "too_many_headers"),
        (head("/healthz", "X: " + "a" * 3_000), 431, "headers_too_large"),
        (head("/" + "a" * 3_000), 431, "headers_too_large"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 400, "invalid_http"),
        (head("/healthz", "Content-Length: 3", "Transfer-Encoding: chunked"), 400, "invalid_http"),
    ],
)
def test_a_client_that_is_slow_or_greedy_is_turned_away(
    strict: tuple[str, Scripted], sent: bytes, status: int, code: str
) -> None:
    url, upstream = strict
    with connected(url) as client:
        client.sendall(sent)
        answer = everything(client)
    first, _, body = answer.partition(b"\r\n\r\n")
    assert int(first.split()[1]) == status
    assert b"connection: close" in first.lower()
    assert json.loads(body)["error"]["code"] == code
    assert f'corral_connections_turned_away_total{{reason="{code}"}} 1.0' in httpx.get(f"{url}/metrics").text
    assert upstream.requests == []


def test_a_client_that_asks_first_is_told_to_go_on(strict: tuple[str, Scripted]) -> None:
    url, _ = strict
    body = json.dumps(GOOD).encode()
    with connected(url) as client:
        asked = head(
            "/v1/chat/completions", f"Content-Length: {len(body)}", "Expect: 100-continue", "Connection: close"
        )
        client.sendall(asked)
        assert client.recv(65_536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        client.sendall(body)
        answer = everything(client)
    assert answer.startswith(b"HTTP/1.1 200 OK")
    assert b"Fine." in answer


def test_a_drip_of_bytes_does_not_win_time(strict: tuple[str, Scripted]) -> None:
    url, _ = strict
    with connected(url) as client:
        began = time.monotonic()
        try:
            for byte in head("/healthz", "X: " + "a" * 500):
                client.sendall(bytes([byte]))
                time.sleep(0.05)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert time.monotonic() - began < 15  # all of it would take 25 s


def test_an_endless_header_is_not_kept(strict: tuple[str, Scripted]) -> None:
    url, _ = strict
    with connected(url) as client:
        client.sendall(b"GET /healthz HTTP/1.1\r\nX: ")
        sent = 0
        try:
            while sent < 50_000_000:
                sent += client.send(b"a" * 65_536)
        except (BrokenPipeError, ConnectionResetError):
            pass
    assert sent < 50_000_000


def test_requests_on_one_connection_are_answered_one_after_the_other(strict: tuple[str, Scripted]) -> None:
    url, _ = strict
    with connected(url) as client:
        client.sendall(head("/healthz").replace(b"POST", b"GET") * 2)
        time.sleep(0.3)
        body = json.dumps(GOOD).encode()
        client.sendall(head("/v1/chat/completions", f"Content-Length: {len(body)}", "Connection: close") + body)
        answer = everything(client)
    assert answer.count(b'{"status":"ok"}') == 2
    assert b"Fine." in answer


@pytest.mark.parametrize("stream", [False, True])
def test_time_for_headers_and_body_is_no_time_for_the_answer(strict: tuple[str, Scripted], stream: bool) -> None:
    url, upstream = strict
    upstream.hang_s = 1.5
    answer = httpx.post(f"{url}/v1/chat/completions", json={**GOOD, "stream": stream}, timeout=30)
    assert answer.status_code == 200
    assert "Fine." in answer.text


def test_a_thousand_slow_clients_keep_nobody_waiting(scripted: Scripted) -> None:
    """1,000 connections that send a byte now and then; honest requests go on, and all of the slow ones are cut off."""
    scripted.says("Fine.")
    with (
        serve(upstream=scripted.url, header_timeout_s=4.0) as url,
        httpx.Client(base_url=url, timeout=30) as honest,
        ExitStack() as stack,
    ):
        slow = [stack.enter_context(connected(url)) for _ in range(1_000)]
        for client in slow:
            client.sendall(b"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nX-")
        for _ in range(20):
            answer = honest.post("/v1/chat/completions", json=GOOD)
            assert answer.status_code == 200
            assert "Fine." in answer.text
        answers = Counter(everything(client)[:12] for client in slow)
        assert answers == {b"HTTP/1.1 408": 1_000}
        assert honest.get("/healthz").status_code == 200


def test_connections_are_counted_and_the_rest_turned_away(scripted: Scripted) -> None:
    with serve(upstream=scripted.url, max_connections_per_client=3, header_timeout_s=2.0) as url, ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(connected(url))
        time.sleep(0.3)
        assert b"429" in everything(stack.enter_context(connected(url)))
        stack.close()
        time.sleep(0.5)
        assert httpx.get(f"{url}/healthz").status_code == 200
    with serve(upstream=scripted.url, max_connections=2, header_timeout_s=2.0) as url, ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(connected(url))
        time.sleep(0.3)
        assert b"503" in everything(stack.enter_context(connected(url)))


def test_a_client_that_takes_nothing_is_left_and_the_upstream_stopped(scripted: Scripted, tmp_path: Path) -> None:
    unguarded = tmp_path / "policy.yaml"
    unguarded.write_text("version: 1\nname: unguarded\nguards: {}\n")  # faster than the system's buffers are large
    scripted.streams([chunk({"content": "A quiet sentence about the river. " * 100})] * 5_000, cut=60_000)
    with serve(upstream=scripted.url, policy=unguarded, write_timeout_s=1.0) as url, connected(url, 4_096) as client:
        body = json.dumps({**GOOD, "stream": True}).encode()
        client.sendall(head("/v1/chat/completions", f"Content-Length: {len(body)}") + body)
        client.recv(10)
        assert scripted.cancelled.wait(60)
        assert "slow_reader" in httpx.get(f"{url}/metrics").text


def test_no_more_requests_than_may_be_are_at_work_streams_among_them(scripted: Scripted) -> None:
    scripted.says("One sentence. " * 3, cut=60)
    scripted.pause_s = 0.1  # about two seconds in all
    statuses: list[int] = []

    def ask() -> None:
        answer = httpx.post(f"{url}/v1/chat/completions", json={**GOOD, "stream": True}, timeout=30)
        statuses.append(answer.status_code)
        if answer.status_code == 429:
            assert answer.headers["retry-after"] == "1"

    with serve(upstream=scripted.url, max_concurrent=2) as url:
        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert httpx.get(f"{url}/healthz").status_code == 200
    assert Counter(statuses) == {200: 2, 429: 4}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"a":' * 70 + b"1" + b"}" * 70, "nested too deep"),
        (b"[" * 5_000 + b"]" * 5_000, "nested too deep"),
        (b"[" + b"1," * 1_000 + b"1]", "more than 1000 values"),
        (b"[" + b"{}," * 1_000 + b"1]", "more than 1000 values"),
    ],
)
def test_json_is_bounded(body: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        parse_json(body, Limits(max_json_values=1_000))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(deadline=None)
@given(json_values, st.integers(8, 12), st.integers(100, 120))
def test_what_is_within_the_bounds_is_read_and_what_is_not_is_refused(value: Any, depth: int, values: int) -> None:
    def measured(one: Any) -> tuple[int, int]:
        inner = list(one.values()) if isinstance(one, dict) else one if isinstance(one, list) else []
        parts = [measured(part) for part in inner]
        own = int(isinstance(one, dict | list))
        return own + max((part[0] for part in parts), default=0), 1 + sum(part[1] for part in parts)

    deep, many = measured(value)
    limits = Limits(max_json_depth=depth, max_json_values=values)
    raw = json.dumps(value).encode()
    if deep <= depth and many <= values:
        assert parse_json(raw, limits) == value
    else:
        with pytest.raises(InputError):
            parse_json(raw, limits)


async def test_small_pieces_are_sent_at_once() -> None:
    """Else Nagle's algorithm holds an event until its predecessor is acknowledged, 40 ms later."""
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        told.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    listening = bind("127.0.0.1", 0)
    async with await asyncio.start_server(taken, sock=listening):
        client = await asyncio.to_thread(socket.create_connection, listening.getsockname())
        assert await asyncio.wait_for(told, 10)
        client.close()


def test_a_head_does_not_wait_for_a_body_that_comes_later(scripted: Scripted) -> None:
    scripted.pieces, scripted.hangs_within_s = [], 20.0
    body = {"model": "m", "messages": [{"role": "user", "content": "Hello there."}], "stream": True}
    with serve(upstream=scripted.url) as url:
        began = time.monotonic()
        with httpx.stream("POST", f"{url}/api/chat", json=body, timeout=60) as answer:
            assert answer.status_code == 200
            assert answer.headers["x-corral-action"] == "allow"
            assert time.monotonic() - began < 15
