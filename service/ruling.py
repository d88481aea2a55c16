"""The policy that rules, and its change while requests go on: a wrong one never takes the place of a right one."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from guards.errors import ConfigError, CorralError
from guards.pipeline import Pipeline
from guards.policy import Policy, doubts, load_policy

from .reloading import Outcome, Stamps, stamps_of

log = logging.getLogger("corral.policy")


def introduce(policy: Policy) -> None:
    """Into the log: what an operator should know of a policy that has just come to hold."""
    if policy.mode == "monitor":
        log.warning("policy %s is in monitor mode: it judges and tells, and stops nothing", policy.name)
    for doubt in doubts(policy):
        log.warning("policy %s: no effect: %s", policy.name, doubt)


MAX_WATCHED = 10_000  # files of rules


@dataclass(slots=True)
class Rule:
    """A policy and the guards that judge by it. Requests that began under it end under it."""

    policy: Policy
    pipeline: Pipeline
    since: float = field(default_factory=time.time)  # seconds since 1970
    holders: int = 0

    @property
    def name(self) -> str:
        return f"{self.policy.name}@{self.policy.revision}"


class Rulings:
    """Holds the rule that holds now."""

    def __init__(
        self,
        file: Path | None,
        policy: Policy,
        build: Callable[[Policy], Pipeline],
        *,
        observe: Callable[[Outcome, Policy], None] = lambda outcome, policy: None,
        tell: Callable[[str], Awaitable[None]] | None = None,
    ) -> None:
        """`build` makes a policy's guards; `tell` is told each policy that is loaded later on, for other proxies to know.

        Raises:
            ConfigError: a guard of `policy`, which `file` holds, can't be loaded.
        """
        self.file, self._build, self._observe, self._tell = file, build, observe, tell
        self.current = Rule(policy, build(policy))
        self.error: str | None = None  # why the newest document does not hold
        self._loading = asyncio.Lock()
        self._retired: list[Rule] = []
        observe("loaded", policy)

    @contextmanager
    def held(self) -> Iterator[Rule]:
        """The rule for one request, kept until its end whatever is loaded meanwhile."""
        rule = self.current
        rule.holders += 1
        try:
            yield rule
        finally:
            rule.holders -= 1
            self._release()

    async def reload(self, why: str) -> Outcome:
        """Reads the policy again; `unchanged` where it says what holds already.

        Raises:
            CorralError: it is wrong, or a guard can't be loaded; the one that holds is kept.
        """
        async with self._loading:
            if self.file is None:
                raise ConfigError("the policy that ships has no file to read again: serve one with --policy FILE")
            old = self.current
            try:
                new = await asyncio.to_thread(self._read, self.file, old)
            except CorralError as error:
                self.error = str(error)
                self._observe("kept", old.policy)
                words = self.error.replace("\n", "; ")
                log.error("policy not loaded (%s), %s is kept: %s", why, old.name, words)
                raise
            self.error = None
            if new is None:
                return "unchanged"
            self.current = new
            self._retired.append(old)
            self._release()
            self._observe("loaded", new.policy)
            log.warning("policy %s loaded (%s), after %s", new.name, why, old.name)
            await asyncio.to_thread(introduce, new.policy)
        if self._tell is not None:
            await self._tell(new.name)
        return "loaded"

    async def heard(self, policy: str) -> None:
        """Another proxy has loaded `policy`: it may be in this one's file by now."""
        if policy != self.current.name and self.file is not None:
            with suppress(CorralError):  # it is in the log, the metric and /admin/policy
                await self.reload("another proxy has loaded another one")

    def close(self) -> None:
        for rule in (self.current, *self._retired):
            rule.pipeline.close()

    def _read(self, file: Path, old: Rule) -> Rule | None:
        policy = load_policy(file)
        engines = _engines(policy)
        if engines == _engines(old.policy) and not policy.rule_folders():
            return None if policy.revision == old.policy.revision else Rule(policy, old.pipeline)
        if heavy := engines["transformers"] - _engines(old.policy)["transformers"]:
            raise ConfigError(
                f"{', '.join(sorted(heavy))}: a model that runs in this process is loaded at start: restart the proxy",
                file=str(file),
            )
        return Rule(policy, self._build(policy))

    def _release(self) -> None:
        """Closes the guards of rules under which nothing runs any more."""
        if not self._retired:
            return
        used = {id(self.current.pipeline)} | {id(rule.pipeline) for rule in self._retired if rule.holders}
        gone = {id(rule.pipeline): rule.pipeline for rule in self._retired if id(rule.pipeline) not in used}
        self._retired = [rule for rule in self._retired if rule.holders]
        for pipeline in gone.values():
            pipeline.close()

    def stamps(self) -> Stamps:
        """Of the policy, and of all that it is made of."""
        policy = self.current.policy
        paths = [self.file, *policy.sources()] if self.file else []
        try:
            for folder in policy.rule_folders():
                paths += sorted(folder.rglob("*.y*ml"))[:MAX_WATCHED] if folder.is_dir() else [folder]
        except (CorralError, OSError):
            log.debug("a folder of rules is not there")
        return stamps_of(paths)


def _engines(policy: Policy) -> dict[str, set[str]]:
    """What must be loaded for a policy, by kind; equal where the same guards serve."""
    found: dict[str, set[str]] = {"guards": set(policy.guards), "tiers": set(), "transformers": set()}
    for name, rules in policy.guards.items():
        found["tiers"].add(f"{name}: {rules.band} {rules.always} {rules.tiers!r}")
        found["transformers"] |= {
            f"{name}/{tier.name}"
            for tier in rules.tiers
            if tier.llama_guard is not None and tier.llama_guard.backend == "transformers"
        }
    return found
