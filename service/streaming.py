"""A streamed answer on its way out, ended with an error event where the proxy must go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping

from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from guards.errors import CorralError, Draining

from .serving.entrance import CUT_SHORT


class EventStream(StreamingResponse):
    """Sends events as they come; the task is cancelled when its client is gone (`Entrance`)."""

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
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            async for event in self._events:
                if event:
                    await send({"type": "http.response.body", "body": event, "more_body": True})
        except asyncio.CancelledError:
            door, task = scope["state"].get("door"), asyncio.current_task()
            if door is None or not door.cut or task is None:
                raise
            task.uncancel()
            event = self._failed(Draining(CUT_SHORT, retry_after_s=1))
            await send({"type": "http.response.body", "body": event, "more_body": True})
        finally:
            await self._events.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})
