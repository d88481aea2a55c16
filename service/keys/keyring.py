"""Who is asking: the key that came with a request, looked for among all of them without telling by time how near it was."""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guards.errors import AuthError, ConfigError, Forbidden

from .settings import ApiKey, Scope, check_distinct, hashed

HOW = "send it as `Authorization: Bearer KEY` or `x-api-key: KEY`"


@dataclass(frozen=True, slots=True)
class _Held:
    keys: tuple[ApiKey, ...]
    by_name: Mapping[str, ApiKey]
    hashes: tuple[bytes, ...]


class Keyring:
    """The keys that are known. With none the proxy is open to whoever reaches it, all but what operators do."""

    def __init__(self, keys: Iterable[ApiKey]) -> None:
        """
        Raises:
            ConfigError: two keys share a name or a hash.
        """
        self.hold(keys)

    def hold(self, keys: Iterable[ApiKey]) -> None:
        """Takes other keys in the place of those it holds, all at once.

        Raises:
            ConfigError: two keys share a name or a hash; the old ones are kept.
        """
        held = tuple(keys)
        try:
            check_distinct(held)
        except ValueError as error:
            raise ConfigError(str(error)) from None
        self._held = _Held(held, {key.name: key for key in held}, tuple(key.hash.encode() for key in held))

    @property
    def keys(self) -> tuple[ApiKey, ...]:
        return self._held.keys

    @property
    def open(self) -> bool:
        return not self._held.keys

    def named(self, name: str | None) -> ApiKey | None:
        return self._held.by_name.get(name or "")

    def identify(self, headers: Mapping[str, str], scope: Scope) -> ApiKey | None:
        """The key that a request came with; None where the proxy is open.

        Raises:
            AuthError: there is none, or one that is not known or has expired.
            Forbidden: it is known, and not for this.
        """
        if self.open and scope != "admin":
            return None
        if self.open:
            raise Forbidden("this is for operators: give the config a key with the scope 'admin' (`corral keys new`)")
        given = presented(headers)
        if given is None:
            raise AuthError(f"this proxy wants an API key; {HOW}")
        key = self._find(given)
        if key is None:
            raise AuthError("this API key is not known here")
        if key.expires is not None and key.expires.timestamp() <= time.time():
            raise AuthError(f"the API key {key.name!r} expired on {key.expires.isoformat()}")
        if scope not in key.scopes:
            raise Forbidden(f"the API key {key.name!r} has not the scope {scope!r}")
        return key

    def _find(self, given: str) -> ApiKey | None:
        """Every hash is compared, and each in constant time, whether one has matched or not."""
        digest, held = hashed(given).encode(), self._held
        found = -1
        for at, one in enumerate(held.hashes):
            found = at if hmac.compare_digest(digest, one) else found
        return held.keys[found] if found >= 0 else None


def presented(headers: Mapping[str, str]) -> str | None:
    """The key in a request's headers, as OpenAI's and Anthropic's clients send it; None: there is none."""
    key = headers.get("x-api-key")
    if key is None:
        scheme, _, rest = headers.get("authorization", "").partition(" ")
        key = rest.strip() if scheme.lower() == "bearer" else None
    return key or None
