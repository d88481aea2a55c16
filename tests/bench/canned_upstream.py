"""A canned upstream for benchmarks: an answer of about 80 tokens at once, whole or streamed; a process of its own.

Each answer has a number of its own: one that was judged before would come from the proxy's memory of findings.
"""

from __future__ import annotations

import itertools
import json
import sys

from aiohttp import web

WORDS = (
    "The river rises in the hills, passes two old mills and a bridge, and reaches the sea after three days. " * 4
).split()
WORDS[5] = "NUMBER"
TEXT = " ".join(WORDS[:80])
WHOLE = json.dumps({
    "id": "x", "object": "chat.completion", "created": 1, "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": TEXT}, "finish_reason": "stop"}],
    "usage": {"prompt_tokens": 80, "completion_tokens": 80, "total_tokens": 160},
}).encode()  # fmt: skip


def event(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    row = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return b"data: " + json.dumps(row).encode() + b"\n\n"


EVENTS = [event({"content": word + " "}) for word in WORDS[:80]] + [event({}, "stop"), b"data: [DONE]\n\n"]


numbers = itertools.count()


async def answer(request: web.Request) -> web.StreamResponse:
    body = await request.json()
    number = str(next(numbers)).encode()
    if not body.get("stream"):
        return web.Response(body=WHOLE.replace(b"NUMBER", number), content_type="application/json")
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    for piece in EVENTS:
        await response.write(piece.replace(b"NUMBER", number))
    return response


def main() -> None:
    app = web.Application()
    app.router.add_post("/v1/chat/completions", answer)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=lambda _: print("ready", flush=True))


if __name__ == "__main__":
    main()
