"""From what a policy names to guards that run: the only place that knows which engine serves which tier."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from .errors import ConfigError
from .policy import GuardPolicy, LlamaGuardTier, PromptGuardTier, RemoteTier, TierEntry
from .types import Guard, Ladder, Tier


def _injection() -> Ladder:
    from .injection import InjectionGuard

    return Ladder.of(InjectionGuard())


def _content() -> Ladder:
    from .content import ContentGuard

    return Ladder.of(ContentGuard())


def _code(rule_folders: Sequence[Path] = ()) -> Ladder:
    from .code import CodeGuard, DeepCodeGuard, Scanner

    scanner = Scanner.load(rule_folders)
    tiers = [Tier("embedded", CodeGuard(scanner))]
    if scanner.needs_semgrep:
        tiers.append(Tier("semgrep", DeepCodeGuard(scanner)))
    return Ladder("code", tuple(tiers))


EMBEDDED: Mapping[str, Callable[[], Ladder]] = {"injection": _injection, "content": _content, "code": _code}


def build_ladders(
    guards: Iterable[str] | Mapping[str, GuardPolicy] = tuple(EMBEDDED), *, rule_folders: Sequence[Path] = ()
) -> tuple[Ladder, ...]:
    """Guards loaded and ready: the embedded ones by name, or those of a policy with the tiers that it names.

    The code guard has the user's own rules beside its own.

    Raises:
        ConfigError: no such guard, or a tier's settings are wrong.
        ModelError: a model's files are absent or damaged.
        MissingExtra: a tier needs a package that is not installed.
        RuleError: a rule is wrong; names file and line.
    """
    ladders = []
    for name in guards:
        if name not in EMBEDDED:
            raise ConfigError(f"there is no guard called {name!r}; there are {', '.join(EMBEDDED)}")
        rules = guards[name] if isinstance(guards, Mapping) else None
        if rules is None or [tier.kind for tier in rules.tiers] == ["embedded"]:
            ladders.append(_embedded(name, rule_folders))
            continue
        band = None if rules.always else rules.band
        tiers = [
            Tier(entry.name, build_tier(name, entry, rule_folders=rule_folders), band if at else None)
            for at, entry in enumerate(rules.tiers)
        ]
        ladders.append(Ladder(name, tuple(tiers)))
    return tuple(ladders)


def build_tier(guard: str, entry: TierEntry, *, rule_folders: Sequence[Path] = ()) -> Guard:
    """One engine, loaded; see `build_ladders` for what it raises."""
    if entry.llama_guard is not None:
        return _llama_guard(entry.llama_guard, entry.base)
    if entry.prompt_guard is not None:
        return _prompt_guard(entry.prompt_guard, entry.base)
    if entry.remote is not None:
        return _remote(guard, entry.remote)
    return _embedded(guard, rule_folders).tiers[0].guard


def _embedded(guard: str, rule_folders: Sequence[Path]) -> Ladder:
    return _code(rule_folders) if guard == "code" else EMBEDDED[guard]()


def _llama_guard(settings: LlamaGuardTier, base: Path) -> Guard:
    from .content.llama_guard import Backend, LlamaGuard, RemoteBackend, Template

    template = Template.of(settings.version, settings.categories)
    backend: Backend
    if settings.backend == "transformers":
        from .content.llama_guard.local import LocalBackend

        folder = base / settings.model
        backend = LocalBackend(folder if folder.exists() else settings.model, device=settings.device)
    else:
        key = _key(settings.key_env)
        backend = RemoteBackend(settings.url or "", settings.backend, model=settings.model, key=key)
    return LlamaGuard(backend, template, max_tokens=settings.max_tokens)


def _prompt_guard(settings: PromptGuardTier, base: Path) -> Guard:
    from .injection.prompt_guard import PromptGuard, PromptGuardModel

    model = PromptGuardModel(base / settings.model, window_tokens=settings.window_tokens, threads=settings.threads)
    return PromptGuard(model)


def _remote(guard: str, settings: RemoteTier) -> Guard:
    from .remote import RemoteGuard

    return RemoteGuard(guard, settings.url, key=_key(settings.key_env))


def _key(variable: str | None) -> str | None:
    if variable is None:
        return None
    if not (key := os.environ.get(variable)):
        raise ConfigError(f"key_env: the environment variable {variable} is not set")
    return key
