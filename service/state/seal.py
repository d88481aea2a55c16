"""What stands in Redis is sealed: without the secret it can neither be read nor made, nor moved under another key.

AES-SIV needs no nonce, so sealing the same thing twice gives the same bytes and nothing can be reused by accident.

Source: RFC 5297.
"""

from __future__ import annotations

import hashlib

from guards.errors import MissingExtra


class Broken(Exception):
    """It was not sealed with this secret, for this place."""


class Seal:
    """Seals bytes for a place; safe to share between threads."""

    def __init__(self, secret: bytes) -> None:
        """
        Raises:
            MissingExtra: the cryptography package is not installed.
        """
        try:
            from cryptography.exceptions import InvalidTag
            from cryptography.hazmat.primitives.ciphers.aead import AESSIV
        except ImportError:
            raise MissingExtra("cryptography", "redis") from None
        # A key of its own, so that the cache keys' hash and the cipher never share one.
        self._cipher = AESSIV(hashlib.blake2b(secret, digest_size=64, person=b"corral-seal").digest())
        self._invalid = InvalidTag

    def close(self, plain: bytes, place: bytes) -> bytes:
        return self._cipher.encrypt(plain, [place])

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """
        Raises:
            Broken: whoever wrote it had another secret, or meant another place.
        """
        try:
            return self._cipher.decrypt(sealed, [place])
        except (self._invalid, ValueError, TypeError):
            raise Broken from None
