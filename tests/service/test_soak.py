"""`make soak` can fail: it sees a server that answers with errors, one that grows, and one that cuts its streams."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.bench_proxy import free_port, process
from tests.bench.soak import soak

SERVER = """
import json, sys, time
from aiohttp import web

fault, kept, number, last = sys.argv[2], [], 0, time.monotonic()
WHOLE = {"choices": [{"message": {"content": "Fine."}, "finish_reason": "stop"}]}

async def answer(request):
    global number, last
    number += 1
    if fault == "grows":  # by 40 MB a second, whatever the load
        now = time.monotonic()
        kept.append(bytearray(round(40_000_000 * (now - last))))
        last = now
    if fault == "fails" and number % 40 == 0:
        return web.Response(status=500)
    if (await request.json())["stream"]:
        return web.Response(body=b"data: {}\\n\\n" + b"data: [DONE]\\n\\n" * (fault != "cuts"))
    return web.json_response(WHOLE)

app = web.Application()
app.router.add_post("/v1/chat/completions", answer)
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None)
"""


@pytest.mark.parametrize(("fault", "flat"), [("none", True), ("fails", False), ("grows", False), ("cuts", False)])
async def test_a_soak_sees_what_it_is_for(tmp_path: Path, fault: str, flat: bool) -> None:
    server, port = tmp_path / "server.py", free_port()
    server.write_text(SERVER)
    with process(str(server), str(port), fault, url=f"http://127.0.0.1:{port}", program=sys.executable) as running:
        assert await soak(f"http://127.0.0.1:{port}", running.pid, 3.0) is flat
