"""Scores from the model's next-token probabilities: nothing that it may write freely is ever parsed as a verdict."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from guards.errors import MalformedAnswer

from .prompt import SAFE, UNSAFE

LEAST_MASS = 0.5  # of the probability must be on legal tokens; a model that wants to say something else is broken
CODE_PREFIX = "S"


@dataclass(frozen=True, slots=True)
class Position:
    """One generated token, and natural-log probabilities of the likeliest tokens at its place, by their text."""

    token: str
    top: Mapping[str, float]


def unsafe_probability(position: Position) -> float:
    """P(unsafe) against P(safe) at the first token.

    A tokenizer may write either word in more than one token: what counts are tokens that begin one word and not the
    other. A word that is not among the likeliest tokens is taken to be as likely as it can be: as the least of them,
    and no more than what they leave.

    Source: the Llama Guard 3 model card ("we look at the probability for the first token").

    Raises:
        MalformedAnswer: neither word is what the model wants to say.
    """
    least = min(position.top.values(), default=-math.inf)
    safe = _mass(lp for text, lp in position.top.items() if _begins(text, SAFE))
    unsafe = _mass(lp for text, lp in position.top.items() if _begins(text, UNSAFE))
    if safe + unsafe < LEAST_MASS:
        raise MalformedAnswer("the model's first token is neither 'safe' nor 'unsafe'; is it a Llama Guard 3?")
    bound = min(math.exp(least), max(0.0, 1 - _mass(position.top.values())))
    safe, unsafe = max(safe, bound), max(unsafe, bound)
    return unsafe / (safe + unsafe)


def category_probabilities(positions: Sequence[Position], codes: Sequence[str]) -> dict[str, float]:
    """P(code is listed | unsafe), from what was generated after ``unsafe\\nS``.

    At each place where a code's number stands, the likeliest tokens are restricted to the legal numbers. A code that
    leads the list counts with its probability there; a later place counts as far as the list is likely to go on.

    Raises:
        MalformedAnswer: what stands there is no list of the codes that were asked for.
    """
    if not positions:
        raise MalformedAnswer("the model wrote nothing after 'unsafe'")
    absent = dict.fromkeys(codes, 1.0)  # P(not listed so far)
    reached = 1.0
    at = 0
    while True:
        numbers = _numbers(positions[at], codes)
        for code in codes:
            absent[code] *= 1 - reached * numbers.get(code, 0.0)
        if at + 1 >= len(positions):
            break
        following = positions[at + 1]
        if following.token.strip().isdecimal():
            raise MalformedAnswer("the model's tokenizer cuts the categories' numbers; it is no Llama 3's")
        goes_on = _mass(lp for text, lp in following.top.items() if text.strip() == ",")
        if following.token.strip() != "," or at + 3 >= len(positions) or positions[at + 2].token.strip() != CODE_PREFIX:
            break
        reached *= min(1.0, goes_on)
        at += 3
    return {code: 1 - missing for code, missing in absent.items()}


def _numbers(position: Position, codes: Sequence[str]) -> dict[str, float]:
    """The probability of each code at one place, made to sum to 1."""
    found: dict[str, float] = {}
    for text, lp in position.top.items():
        code = CODE_PREFIX + text.strip()
        if code in codes:
            found[code] = found.get(code, 0.0) + math.exp(lp)
    mass = sum(found.values())
    if mass < LEAST_MASS:
        raise MalformedAnswer("the model names a category that is not in its list")
    return {code: value / mass for code, value in found.items()}


def _begins(text: str, word: str) -> bool:
    """'safe' and ' safe' are ways to begin "safe"; 's' and the end of the text are none ('un' begins "unsafe")."""
    stripped = text.strip()
    return len(stripped) >= 2 and word.startswith(stripped)


def _mass(log_probabilities: Iterable[float]) -> float:
    return min(1.0, sum(math.exp(min(lp, 0.0)) for lp in log_probabilities))
