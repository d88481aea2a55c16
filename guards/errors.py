"""Everything that Corral raises, in one tree.

::

    CorralError
    ├── InputError              what the caller sent is wrong: names the field and the fix
    │   ├── BodyTooLarge
    │   ├── UnknownModel        no upstream serves it
    │   └── UnsupportedInput    well formed, but nothing here can judge it: refused, never waved through
    ├── Blocked                 the policy stopped a text, where nothing else can say so; carries the verdict
    ├── AuthError               no key, or an unknown one
    │   └── Forbidden           a key that is known, and not for this
    ├── Overloaded              a bounded queue was full; carries when to come back
    │   └── RateLimited         the key has used what it may for now
    ├── Draining                the proxy is being shut down; carries when to come back
    ├── ConfigError             settings, policy or rules are wrong: names file and line
    │   ├── PolicyError
    │   └── RuleError
    ├── StoreAway               the shared store does not answer, and this can't be told without it
    ├── MissingExtra            an optional part is not installed; names the extra
    ├── GuardError              a guard could not judge
    │   ├── ModelError          a model's files are absent, altered, or of another shape
    │   ├── MalformedAnswer     a model or a remote guard answered what can't be read; never "safe"
    │   └── Expired             the deadline passed while the work waited for its turn
    └── UpstreamError           the language model behind the proxy
        ├── UpstreamUnreachable
        ├── UpstreamTimeout
        ├── UpstreamResting     it failed too often and is left alone; carries when to come back
        └── UpstreamBroken      it answered what can't be read, or broke off
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .types import Verdict


class CorralError(Exception):
    """Root of every error that Corral raises on purpose; its text is meant for a person."""


class InputError(CorralError):
    """What the caller sent is wrong."""

    def __init__(self, message: str, *, field: str | None = None, fix: str | None = None) -> None:
        self.field, self.fix = field, fix
        where = f"{field}: " if field else ""
        super().__init__(f"{where}{message}" + (f" ({fix})" if fix else ""))


MAX_REPEATED_CHARS = 80


def repeated(name: str) -> str:
    """A name out of a request as an error may repeat it: short, and in characters that can be written."""
    if len(name) <= MAX_REPEATED_CHARS and name.isprintable():
        return name
    return ascii(name[:MAX_REPEATED_CHARS])


class BodyTooLarge(InputError):
    """The body is over the configured bound."""


class UnsupportedInput(InputError):
    """Well formed, but not something that a guard here can judge."""


class UnknownModel(InputError):
    """No upstream serves the model that was asked for."""


class Blocked(CorralError):
    """The policy stopped a prompt or a reply; `verdict` says why. The text is what the policy tells a client."""

    def __init__(self, message: str, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(message)


class AuthError(CorralError):
    """No key, or one that is not known."""


class Forbidden(AuthError):
    """The key is known, and not for this."""


class Overloaded(CorralError):
    """A bounded queue was full."""

    def __init__(self, message: str, *, retry_after_s: float = 1.0) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)


class RateLimited(Overloaded):
    """The key has used up what it may for now."""


class Draining(CorralError):
    """The proxy is being shut down and takes nothing new."""

    def __init__(self, message: str, *, retry_after_s: float = 1.0) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)


class ConfigError(CorralError):
    """Settings are wrong."""

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        self.file, self.line = file, line
        where = f"{file}:{line}: " if file and line else f"{file}: " if file else ""
        super().__init__(where + message)


class PolicyError(ConfigError):
    """A policy document is wrong."""


class RuleError(ConfigError):
    """A rule is wrong, or can't be run by the engine asked for."""


class StoreAway(CorralError):
    """The shared store does not answer, and what was asked for stands nowhere else."""


class MissingExtra(CorralError):
    """An optional part is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(f"{package} is not installed; run: pip install 'llama-corral[{extra}]'")


class GuardError(CorralError):
    """A guard could not judge; the pipeline turns it into `status: error`."""


class ModelError(GuardError):
    """A model's files are absent, altered, or of another shape than asked for."""


class MalformedAnswer(GuardError):
    """A model or a remote guard answered something that can't be read."""


class Expired(GuardError):
    """The deadline passed while the work waited for its turn."""


class UpstreamError(CorralError):
    """The language model behind the proxy failed."""


class UpstreamUnreachable(UpstreamError):
    """It could not be reached, or refused the connection."""


class UpstreamTimeout(UpstreamError):
    """It did not answer in time."""


class UpstreamResting(UpstreamError):
    """It has failed too often and is not asked for a while."""

    def __init__(self, message: str, retry_after_s: float) -> None:
        self.retry_after_s = retry_after_s
        super().__init__(message)


class UpstreamBroken(UpstreamError):
    """It answered what can't be read, or broke off in the middle."""
