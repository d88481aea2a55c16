"""The door to the proxy: so many requests at once and no queue before it, and none while it is about to go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from guards.dialects import spoken_at
from guards.errors import CorralError, Draining, Overloaded

from ..errors import STATUS, error_response
from ..ruling import Rulings

CUT_SHORT = "this proxy had to go before the answer was whole; ask again"


class Door:
    """Counts who is inside."""

    def __init__(self, max_concurrent: int) -> None:
        self.max_concurrent = max_concurrent
        self.inside = 0
        self.draining = False
        self.cut = False  # who was inside for too long is told to end
        self._at_work: set[asyncio.Task[Any]] = set()
        self._empty = asyncio.Event()
        self._empty.set()

    def enter(self) -> asyncio.Task[Any]:
        """Lets the current task in, which may be cancelled by `cut_off`.

        Raises:
            Draining: the proxy is going.
            Overloaded: as many as may be inside are.
        """
        if self.draining:
            raise Draining("this proxy is being shut down; ask another one", retry_after_s=1)
        if self.inside >= self.max_concurrent:
            raise Overloaded(f"{self.inside} requests are at work, which is the bound", retry_after_s=1)
        task = asyncio.current_task()
        assert task is not None
        self._at_work.add(task)
        self.inside += 1
        self._empty.clear()
        return task

    def leave(self, task: asyncio.Task[Any] | None = None) -> None:
        if task is not None:
            self._at_work.discard(task)
        self.inside -= 1
        if not self.inside:
            self._empty.set()

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Counts one more, also while draining, for `emptied` to wait for: what refusing would harm more than serving."""
        self.inside += 1
        self._empty.clear()
        try:
            yield
        finally:
            self.leave()

    def cut_off(self) -> None:
        """Ends what is at work: whoever it is for is still told why."""
        self.cut = True
        for task in self._at_work:
            task.cancel()

    async def emptied(self, within_s: float) -> bool:
        """Waits until nobody is inside; False where that takes longer than `within_s`."""
        try:
            async with asyncio.timeout(within_s):
                await self._empty.wait()
        except TimeoutError:
            return False
        return True


class Entrance:
    """Lets a request for a judged door in until the last byte of its answer is sent, under one rule (`scope["state"]`).

    Who serves it calls the state's `leave` when its client is gone: what is done for it ends, at the upstream as well.
    /healthz and the like are not counted.
    """

    def __init__(self, app: ASGIApp, *, door: Door, rulings: Rulings, failed: Callable[[Request, str], None]) -> None:
        self._app, self._door, self._rulings, self._failed = app, door, rulings, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(("/v1/", "/api/")):
            await self._app(scope, receive, send)
            return
        try:
            task = self._door.enter()
        except CorralError as error:
            await self._refuse(error, scope, receive, send)
            return
        gone = False

        def leave() -> None:
            nonlocal gone
            gone = True
            task.cancel()

        state = scope.setdefault("state", {})
        state["door"], state["leave"] = self._door, leave
        try:
            with self._rulings.held() as state["rule"]:
                await self._app(scope, receive, send)
        except asyncio.CancelledError:
            if gone:
                while task.uncancel():  # the door may have cut it off as well
                    pass
                return
            if not self._door.cut or state["record"].status:  # nothing more can be said, or it was said
                raise
            task.uncancel()
            await self._refuse(Draining(CUT_SHORT, retry_after_s=1), scope, receive, send)
        finally:
            self._door.leave(task)

    async def _refuse(self, error: CorralError, scope: Scope, receive: Receive, send: Send) -> None:
        self._failed(Request(scope), STATUS[type(error)][2])
        response: JSONResponse = error_response(error, spoken_at(scope["path"]).error)
        response.headers["Connection"] = "close"
        await response(scope, receive, send)
