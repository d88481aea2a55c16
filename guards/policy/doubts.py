"""What a valid policy says in vain: a name that nothing is called, a threshold that can't be reached.

A mistyped key is an error when the file is read. A mistyped guard, category, rule, tier or language is none, for an engine that only
the caller knows may use it; but a threshold that never applies looks just like one that does, so somebody should be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from ..embedded.labels import CATEGORIES, INJECTION_LABELS
from ..types import Action
from .document import GuardPolicy, Levels, Policy
from .tiers import TierEntry

GUARDS = ("injection", "content", "code")
ATTACKS = INJECTION_LABELS[1:]
EVERY = "*"


def doubts(policy: Policy) -> tuple[str, ...]:
    """What of `policy`, and of those that it names for some requests, never takes effect; each a key and a sentence."""
    found = [*_of(policy)]
    for selector, other in policy.others_chosen():
        found += [f"{selector.policy}: {doubt}" for doubt in _of(other)]
    return tuple(found)


def _of(policy: Policy) -> Iterator[str]:
    for name, rules in policy.guards.items():
        place = f"guards.{name}"
        if name not in GUARDS:
            yield f"{place}: no guard called {name!r} ships{_or(name, GUARDS)}; it must be made where this is served"
            continue
        if name == "code":
            yield from _of_code(rules, place)
        else:
            yield from _of_scores(name, rules, place)
        yield from _of_where(rules, place)


def _of_code(rules: GuardPolicy, place: str) -> Iterator[str]:
    if rules.thresholds:
        yield f"{place}.thresholds: code is judged by rules: `treatments`, `rules` and `min_confidence` say what they mean"
    if not rules.rules or any(tier.remote is not None for tier in rules.tiers):
        return
    from ..code.ruleset import load_rules

    known = [rule.id for rule in load_rules()]
    for rule in rules.rules:
        if rule not in known and not rules.rule_folders:
            yield f"{place}.rules: there is no rule {rule!r}{_or(rule, known)}"


def _of_scores(guard: str, rules: GuardPolicy, place: str) -> Iterator[str]:
    known = _categories(guard, rules.tiers)
    where = [(f"{place}.where.{number}.thresholds", entry.thresholds) for number, entry in enumerate(rules.where)]
    for at, thresholds in ((f"{place}.thresholds", rules.thresholds), *where):
        for category, levels in thresholds.items():
            if known and category not in known and category != EVERY:
                yield f"{at}: no engine here finds {category!r}{_or(category, known)}"
            yield from _of_levels(f"{at}.{category}", levels)
    if not rules.thresholds and not any(thresholds for _, thresholds in where):
        yield f"{place}: no threshold stands here, so that nothing it finds means anything"


def _of_levels(place: str, levels: Levels) -> Iterator[str]:
    given = [(action, getattr(levels, action.value)) for action in (Action.FLAG, Action.REDACT, Action.BLOCK)]
    reached = [(action, score) for action, score in given if score is not None]
    for (weaker, low), (stronger, high) in pairwise(reached):
        if low > high:
            yield f"{place}: {stronger} begins at {high:g}, so that {weaker} at {low:g} never shows"


def _of_where(rules: GuardPolicy, place: str) -> Iterator[str]:
    tiers = [tier.name for tier in rules.tiers]
    for number, entry in enumerate(rules.where):
        at = f"{place}.where.{number}"
        if entry.tier is not None and entry.tier not in tiers:
            yield f"{at}.tier: no tier here is called {entry.tier!r}; there are {', '.join(tiers)}"
        if entry.stage is not None and entry.stage not in rules.stages:
            yield f"{at}.stage: this guard is not asked at {entry.stage}; its stages are {', '.join(sorted(rules.stages))}"
        if entry.language is not None and not (len(entry.language) == 2 and entry.language.islower()):
            yield f"{at}.language: languages are two small letters, ISO 639-1 (th), not {entry.language!r}"


def _categories(guard: str, tiers: Sequence[TierEntry]) -> frozenset[str]:
    """What the guard's engines may find; empty where an engine elsewhere may find anything."""
    if any(tier.remote is not None for tier in tiers):
        return frozenset()
    if guard == "injection":
        return frozenset(ATTACKS)
    own = {code for tier in tiers if tier.llama_guard is not None for code in tier.llama_guard.categories}
    return frozenset({"unsafe", *CATEGORIES, *own})


def _or(name: str, known: Sequence[str] | frozenset[str]) -> str:
    meant = get_close_matches(name, known, n=1)
    return f"; did you mean {meant[0]!r}?" if meant else ""
