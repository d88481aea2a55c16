"""The judged doors without the framework's way to them: its router, exit stack and handlers cost more than what they do here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from guards.errors import CorralError

Endpoint = Callable[[Request], Awaitable[Response]]


class Direct:
    """Answers POST at the given paths by itself and leaves all else to the application.

    The same endpoints are the application's routes: what is not asked just so finds them there.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        doors: Mapping[str, Endpoint],
        told: Callable[[Request, CorralError], Awaitable[Response]],
    ) -> None:
        """`told` makes an error an answer."""
        self._app, self._doors, self._told = app, doors, told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] == "POST"
        endpoint = self._doors.get(scope["path"]) if asked else None
        if endpoint is None:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            response = await endpoint(request)
        except CorralError as error:
            response = await self._told(request, error)
        await response(scope, receive, send)
