"""Lets requests in by key, scope and limits, and counts afterwards what they spent."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from guards.errors import AuthError, Forbidden, RateLimited
from guards.types import Exchange

from ..observe.record import Record
from ..state import Limiter, Over, Standing
from .keyring import Keyring
from .metrics import KeyMetrics
from .settings import ApiKey, Scope

BYTES_PER_TOKEN = 4  # where no upstream has counted; English comes to about 4, most other scripts to fewer characters


class Admission:
    """One proxy's. What it knows of a request it keeps in the request's record."""

    def __init__(self, keyring: Keyring, limiter: Limiter, metrics: KeyMetrics) -> None:
        self.keyring, self._limiter, self._metrics = keyring, limiter, metrics

    def identify(self, request: Request, scope: Scope) -> ApiKey | None:
        """Whose request it is; None where the proxy is open.

        Raises:
            AuthError: no key that is known here.
            Forbidden: one that is not for this.
        """
        try:
            key = self.keyring.identify(request.headers, scope)
        except AuthError as error:
            self._metrics.refused("scope" if isinstance(error, Forbidden) else "key")
            raise
        request.state.record.key = key.name if key is not None else None
        return key

    async def admit(self, record: Record, tokens: int = 0) -> None:
        """Counts the request that `record` is of, and sets `tokens` aside for it.

        Raises:
            RateLimited: its key has used what it may; nothing was counted.
        """
        key = self.keyring.named(record.key)
        if key is None or not key.limits.any:
            return
        standing = await self._limiter.admit(key.name, key.limits, tokens)
        record.limit_headers = standing.headers()
        if standing.over is not Over.NOTHING:
            self._metrics.limited(key.name, standing.over.name.lower())
            raise RateLimited(_told(standing), retry_after_s=standing.retry_after_s)
        record.tokens_set_aside = tokens

    def finished(self, record: Record) -> None:
        """Counts what the request has spent beyond what was set aside for it, or gives back what it has not."""
        key = self.keyring.named(record.key)
        if key is not None and record.tokens_set_aside is not None:
            self._limiter.settle(key.name, key.limits, spent(record) - record.tokens_set_aside)


def tell_limits(record: Record, response: Response) -> Response:
    """Puts how the key stands into the answer's headers."""
    if record.limit_headers:
        response.headers.update(record.limit_headers)
    return response


def prompt_tokens(exchange: Exchange) -> int:
    """About how many tokens a prompt has."""
    texts = [*exchange.attached]
    for message in exchange.messages:
        texts += [message.text, *(call.arguments for call in message.tool_calls)]
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    return -(-size // BYTES_PER_TOKEN)


def spent(record: Record) -> int:
    """The upstream's count, or an estimate where it has not counted; nothing where it was not asked."""
    if record.upstream_ms is None:
        return 0
    prompt = record.usage.get("input_tokens", record.tokens_set_aside or 0)
    return prompt + record.usage.get("output_tokens", -(-record.heard.chars // BYTES_PER_TOKEN))


def _told(standing: Standing) -> str:
    limits = standing.limits
    allowed = {
        Over.REQUESTS: f"{limits.requests_per_minute} requests a minute",
        Over.TOKENS: f"{limits.tokens_per_minute} tokens a minute",
        Over.TOKENS_PER_DAY: f"{limits.tokens_per_day} tokens a day (UTC)",
    }[standing.over]
    return f"this API key may use {allowed}, and has; come back in {max(1, round(standing.retry_after_s))} s"
