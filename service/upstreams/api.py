"""One API behind the proxy, over one pool of connections; every failure becomes one of Corral's errors."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any

import aiohttp

from guards.errors import UpstreamBroken, UpstreamError, UpstreamTimeout, UpstreamUnreachable

from ..observe.middleware import outgoing_headers
from .settings import UpstreamSettings

MAX_ANSWER_BYTES = 32_000_000
MAX_ERROR_BYTES = 20_000
LACKING = (404, 405, 501)  # it has no such endpoint, or no such model: as little an illness as a client's mistake


class UpstreamRefused(UpstreamError):
    """The upstream `answered` with an error of its own; `status` and `body` are passed on."""

    def __init__(self, answered: int, status: int, body: dict[str, Any], retry_after_s: float | None = None) -> None:
        self.status, self.body, self.retry_after_s = status, body, retry_after_s
        super().__init__(f"the upstream answered {answered}")


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that got no answer."""

    error: UpstreamError
    safe: bool  # to ask once more: nobody saw anything of an answer
    ill: bool  # the upstream's fault: its breaker counts it
    retry_after_s: float | None = None


class Answering:
    """An answer that has begun, in 2xx or 3xx; `close` drops what is left of it, and so stops the generation."""

    def __init__(self, response: aiohttp.ClientResponse, between_s: float, ends_at: float) -> None:
        self._response, self._between_s, self._ends_at = response, between_s, ends_at
        self._now = asyncio.get_running_loop().time
        self._silent_at = self._now() + between_s

    @property
    def status(self) -> int:
        return self._response.status

    async def json(self) -> Any:
        """All of it.

        Raises:
            UpstreamError: it is no JSON, far too long, late, or breaks off.
        """
        raw = bytearray()
        while piece := await self.read():
            raw += piece
            if len(raw) > MAX_ANSWER_BYTES:
                raise UpstreamBroken("the upstream's answer is far too long")
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise UpstreamBroken("the upstream's answer is not JSON") from None

    async def read(self, within_s: float | None = None) -> bytes | None:
        """The next bytes; none at the answer's end, and None where nothing has come `within_s` seconds.

        Raises:
            UpstreamError: silence, or the end of a connection or of the time for the answer before the answer's end.
        """
        content = self._response.content
        try:
            piece = content.read_nowait(-1)  # what is there already needs no timer
            if not piece and not content.at_eof():
                late_at = min(self._silent_at, self._ends_at)
                until = late_at if within_s is None else min(late_at, self._now() + within_s)
                try:
                    async with asyncio.timeout_at(until):
                        piece = await content.readany()
                except TimeoutError:
                    if until < late_at:
                        return None
                    words = "the upstream fell silent within its answer, or went on for too long"
                    raise UpstreamTimeout(words) from None
        except aiohttp.ClientError as error:
            raise UpstreamBroken(f"the upstream broke off ({type(error).__name__})") from None
        now = self._now()
        if piece and now >= self._ends_at:
            raise UpstreamTimeout("the upstream fell silent within its answer, or went on for too long")
        self._silent_at = now + self._between_s
        return piece

    async def close(self, *, whole: bool) -> None:
        """`whole`: the answer was read to its end, the connection can serve another request."""
        if whole:
            self._response.release()
        else:
            self._response.close()


class Api:
    """Calls one OpenAI-compatible API."""

    def __init__(self, settings: UpstreamSettings) -> None:
        """Raises:
        ConfigError: the upstream's key is not where the settings say.
        """
        self.settings = settings
        self._base = str(settings.url).rstrip("/")
        self._key = settings.key()
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def open(
        self, method: str, path: str, body: dict[str, Any] | None, authorization: str | None, first_byte_s: float
    ) -> Answering | Failure:
        """One request, until its answer begins."""
        ends_at = asyncio.get_running_loop().time() + self.settings.total_timeout_s
        headers = {"Accept": "text/event-stream, application/json", "Accept-Encoding": "identity"}
        headers |= outgoing_headers()
        if key := f"Bearer {self._key}" if self._key else authorization:
            headers["Authorization"] = key
        try:
            async with asyncio.timeout(first_byte_s):
                response = await self._pool().request(
                    method, self._url(path), json=body, headers=headers, allow_redirects=False
                )
        except aiohttp.ConnectionTimeoutError:
            return Failure(UpstreamTimeout("the upstream did not take the connection in time"), safe=True, ill=True)
        except TimeoutError:
            return Failure(UpstreamTimeout("the upstream did not answer in time"), safe=False, ill=True)
        except aiohttp.ClientConnectorError:
            words = "the upstream can't be reached: is it running, is its url (--upstream) right?"
            return Failure(UpstreamUnreachable(words), safe=True, ill=True)
        except (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError):
            return Failure(UpstreamBroken("the upstream hung up before it answered"), safe=True, ill=True)
        except (aiohttp.ClientError, ValueError) as error:  # ValueError: a header that aiohttp won't send
            return Failure(UpstreamBroken(f"the upstream broke off ({type(error).__name__})"), safe=False, ill=True)
        answering = Answering(response, self.settings.between_bytes_timeout_s, ends_at)
        if response.status >= 400:
            try:
                if self._key and response.status in (
                    401,
                    403,
                ):  # its words may quote the key, which is not the client's
                    return Failure(UpstreamUnreachable("the upstream refused the proxy's key"), safe=False, ill=True)
                return await _refused(response, answering)
            finally:
                response.close()
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            response.close()
            return Failure(UpstreamBroken("the upstream compressed its answer unasked"), safe=False, ill=True)
        return answering

    def _url(self, path: str) -> str:
        """Ollama's own API stands beside /v1, everything else under it."""
        return (self._base.removesuffix("/v1") if path.startswith("/api/") else self._base) + path

    def _pool(self) -> aiohttp.ClientSession:
        if self._session is None:
            connect_s = self.settings.connect_timeout_s
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),  # what is at work at once is bounded at the proxy's door
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=connect_s, connect=connect_s),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        return self._session


async def _refused(response: aiohttp.ClientResponse, answering: Answering) -> Failure:
    """A client's mistake is passed on in the API's shape; what went wrong inside the upstream stays there."""
    lacking = response.status in LACKING
    client_s = response.status < 500 or lacking
    message, code = await _words(answering) if client_s else (None, None)
    if message is None:
        message = "the upstream refused the request" if client_s else "the upstream failed; its own log says why"
        message += f" (it answered {response.status} to {response.url.path})"
    elif lacking:
        message = f"the upstream answered {response.status} to {response.url.path}: {message}"
    busy = response.status in (429, 503)
    retry_after_s = _retry_after_s(response.headers.get("Retry-After", "")) if busy else None
    status = response.status if client_s or busy else 502
    kind = "rate_limit_error" if status == 429 else "invalid_request_error" if client_s else "server_error"
    row = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    return Failure(
        UpstreamRefused(response.status, status, row, retry_after_s),
        safe=response.status in (429, 502, 503),
        ill=not client_s,
        retry_after_s=retry_after_s,
    )


async def _words(answering: Answering) -> tuple[str | None, str | None]:
    """An error's message and code, as OpenAI, Ollama, FastAPI or vLLM write them; None where there are none."""
    raw = bytearray()
    try:
        while piece := await answering.read():
            raw += piece
            if len(raw) > MAX_ERROR_BYTES:
                return None, None
        body = json.loads(raw)
    except (ValueError, RecursionError, UpstreamError):
        return None, None
    error = body.get("error", body) if isinstance(body, dict) else None
    if isinstance(error, str):
        return error[:1_000], None
    if not isinstance(error, dict):
        return None, None
    message, code = error.get("message", error.get("detail")), error.get("code")
    return str(message)[:1_000] if message else None, str(code)[:100] if code else None


def _retry_after_s(value: str) -> float | None:
    """Seconds alone; a date would need both clocks to agree."""
    return float(value) if value.isascii() and value.isdecimal() and len(value) < 7 else None
