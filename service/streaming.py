"""A streamed answer on its way out: left when its client is gone, and ended with an error event where the proxy must go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from guards.errors import CorralError, Draining

from .serving.entrance import CUT_SHORT


class EventStream(StreamingResponse):
    """Sends events as they come, in one task and one that listens for the client's leaving."""

    def __init__(
        self,
        events: AsyncGenerator[bytes],
        failed: Callable[[CorralError], bytes],
        *,
        media_type: str,
        headers: Mapping[str, str],
    ) -> None:
        """`failed` makes an error an event in the stream's own form."""
        super().__init__(events, media_type=media_type, headers=headers)
        self._events, self._failed = events, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        task = asyncio.current_task()
        assert task is not None
        gone = False

        async def listen() -> None:
            nonlocal gone
            while (await receive())["type"] != "http.disconnect":
                pass
            gone = True
            task.cancel()

        listening = asyncio.ensure_future(listen())
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            async for event in self._events:
                if event:
                    await send({"type": "http.response.body", "body": event, "more_body": True})
        except asyncio.CancelledError:
            if gone:
                task.uncancel()
                return
            door = scope["state"].get("door")
            if door is None or not door.cut:
                raise
            task.uncancel()
            event = self._failed(Draining(CUT_SHORT, retry_after_s=1))
            await send({"type": "http.response.body", "body": event, "more_body": True})
        finally:
            listening.cancel()
            await self._events.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})
