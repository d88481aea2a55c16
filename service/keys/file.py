"""The file of keys, read again while requests go on: a wrong one never takes the place of a right one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from guards.errors import ConfigError, CorralError

from ..reloading import Outcome, Stamps, stamps_of
from .keyring import Keyring
from .settings import ApiKey, keys_of

log = logging.getLogger("corral.keys")

Check = Callable[[Sequence[ApiKey]], None]


class KeysFile:
    """Keeps a keyring as the config and a file say; one that is read again ends no request that it let in."""

    def __init__(
        self,
        file: Path | None,
        fixed: Sequence[ApiKey],
        *,
        check: Check = lambda keys: None,
        observe: Callable[[Outcome], None] = lambda outcome: None,
    ) -> None:
        """`fixed` are the config's own keys; `check` raises ConfigError where keys can't be had here.

        Raises:
            ConfigError: the file is wrong, or two keys share a name or a hash.
        """
        self.file, self._fixed, self._check, self._observe = file, tuple(fixed), check, observe
        self.keyring = Keyring(self._read())
        self.error: str | None = None  # why the newest file does not hold
        self._loading = asyncio.Lock()

    async def reload(self, why: str) -> Outcome:
        """Reads the file again; `unchanged` where it says what holds already.

        Raises:
            ConfigError: it is wrong, or has no key left; the keys that hold are kept.
        """
        async with self._loading:
            old = self.keyring.keys
            try:
                new = await asyncio.to_thread(self._read)
                if old and not new:
                    raise ConfigError(
                        "no key is left, which would open the proxy to everybody: restart it to have that"
                    )
                if new == old:
                    self.error = None
                    return "unchanged"
                self.keyring.hold(new)
            except CorralError as error:
                self.error = str(error)
                self._observe("kept")
                log.error("keys not loaded (%s), %d are kept: %s", why, len(old), self.error.replace("\n", "; "))
                raise
            self.error = None
            self._observe("loaded")
            names, before = {key.name for key in new}, {key.name for key in old}
            told = [f"+{name}" for name in sorted(names - before)] + [f"-{name}" for name in sorted(before - names)]
            log.warning("%d keys loaded (%s): %s", len(new), why, " ".join(told) or "some are changed")
            return "loaded"

    def stamps(self) -> Stamps:
        return stamps_of([self.file] if self.file is not None else [])

    def _read(self) -> tuple[ApiKey, ...]:
        keys = keys_of(self._fixed, self.file)
        self._check(keys)
        return keys
