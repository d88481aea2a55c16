"""The language model behind the proxy, over one pool of connections; every failure becomes one of Corral's errors."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from guards.errors import UpstreamBroken, UpstreamError, UpstreamTimeout, UpstreamUnreachable

from .settings import UpstreamSettings

MAX_ANSWER_BYTES = 32_000_000


Framed = Callable[[AsyncIterator[bytes]], AsyncIterator[str]]


class UpstreamRefused(UpstreamError):
    """The upstream answered with an error of its own; `status` and `body` are passed on."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status, self.body = status, body
        super().__init__(f"the upstream answered {status}")


class Upstream:
    """Calls one OpenAI-compatible API."""

    def __init__(self, settings: UpstreamSettings) -> None:
        """Raises:
        ConfigError: the upstream's key is not where the settings say.
        """
        self._base = str(settings.url).rstrip("/")
        self._key = settings.key()
        self._timeout = aiohttp.ClientTimeout(
            total=None, sock_connect=settings.connect_timeout_s, sock_read=settings.read_timeout_s
        )
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(self, path: str, authorization: str | None) -> tuple[int, Any]:
        """A GET passed on: status and JSON."""
        async with self._call("GET", path, None, authorization) as response:
            return response.status, await self._json(response)

    async def ask(self, path: str, body: dict[str, Any], authorization: str | None) -> Any:
        """One request, one JSON answer.

        Raises:
            UpstreamError: unreachable, late, refusing, or answering what is no JSON.
        """
        async with self._call("POST", path, body, authorization) as response:
            return await self._json(response)

    @asynccontextmanager
    async def stream(
        self, path: str, body: dict[str, Any], authorization: str | None, framed: Framed
    ) -> AsyncIterator[AsyncIterator[str]]:
        """Each event's text, as `framed` cuts them out of the bytes; leaving the block stops the upstream's generation.

        Raises:
            UpstreamError: as `ask`; also from within the iterator, when the upstream dies on the way.
        """
        async with self._call("POST", path, body, authorization) as response:
            yield framed(response.content.iter_any())

    def _url(self, path: str) -> str:
        """Ollama's own API stands beside /v1, everything else under it."""
        return (self._base.removesuffix("/v1") if path.startswith("/api/") else self._base) + path

    @asynccontextmanager
    async def _call(
        self, method: str, path: str, body: dict[str, Any] | None, authorization: str | None
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(connector=connector, timeout=self._timeout, auto_decompress=True)
        headers = {"Accept": "text/event-stream, application/json"}
        if key := f"Bearer {self._key}" if self._key else authorization:
            headers["Authorization"] = key
        try:
            async with self._session.request(
                method, self._url(path), json=body, headers=headers, allow_redirects=False
            ) as response:
                if response.status >= 400:
                    raise await _refused(response)
                yield response
        except (aiohttp.ServerTimeoutError, TimeoutError):
            raise UpstreamTimeout("the upstream did not answer in time") from None
        except aiohttp.ClientConnectorError:
            raise UpstreamUnreachable("the upstream can't be reached: is it running, is --upstream right?") from None
        except aiohttp.ClientError as error:
            raise UpstreamBroken(f"the upstream broke off ({type(error).__name__})") from None

    async def _json(self, response: aiohttp.ClientResponse) -> Any:
        raw = await response.content.read(MAX_ANSWER_BYTES + 1)
        while len(raw) <= MAX_ANSWER_BYTES and not response.content.at_eof():
            raw += await response.content.read(MAX_ANSWER_BYTES + 1 - len(raw))
        try:
            if len(raw) > MAX_ANSWER_BYTES:
                raise ValueError("too long")
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise UpstreamBroken("the upstream's answer is not JSON, or far too long") from None


async def _refused(response: aiohttp.ClientResponse) -> UpstreamRefused:
    """A client's mistake is passed on in the API's shape; what went wrong inside the upstream stays there."""
    message = "the upstream refused the request" if response.status < 500 else "the upstream failed"
    code: str | None = None
    if response.status < 500:
        try:
            body = json.loads(await response.content.read(20_000))
            error = body.get("error", body) if isinstance(body, dict) else {}
            message = str(error.get("message", message))[:1_000] if isinstance(error, dict) else message
            code = str(error["code"]) if isinstance(error, dict) and error.get("code") else None
        except (ValueError, RecursionError, aiohttp.ClientError):
            code = None
    status = response.status if response.status < 500 else 502
    kind = "invalid_request_error" if response.status < 500 else "server_error"
    return UpstreamRefused(status, {"error": {"message": message, "type": kind, "param": None, "code": code}})
