"""Every reading of a text that is judged: the plain one, and one more for each disguise that its trigger finds."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

import re2

from guards.errors import GuardError

from . import encodings, letters, markup
from .prepare import prepare
from .view import Edit, View, rewritten

DEPTH = 3  # disguises undone one inside another
ROOM_PER_CHAR, ROOM = 4, 20_000  # characters of additional views that a text may have; what needs more is an attack
READINGS = 32  # views that one disguise makes of one text; the rest of it is read as one


@dataclass(frozen=True, slots=True)
class Disguise:
    """How a text may hide what it says.

    Where `trigger`, a linear-time expression, finds nothing, the disguise is not there. `undo` answers with the edits that
    take it off. A view holds the edits and `context` characters around them: a payload is read alone.
    """

    name: str
    trigger: str
    undo: Callable[[str], Iterable[Edit]]
    context: int = 0


# Ranges, not Unicode classes: RE2's automaton of those grows too large to be fast.
_UNIT = r"[0-9A-Za-z\x{80}-\x{10ffff}]"
_GAP = r"[^0-9A-Za-z\x{aa}-\x{b6}\x{b8}-\x{200f}\x{2060}-\x{10ffff}]"
_TRIPLES = "|".join(f"{letter}{{3}}" for letter in "abcdefghijklmnopqrstuvwxyz")
_MARK = r"(?:\*{1,3}|_{2,3}|~~|`)"


def _words(words: Iterable[str]) -> str:
    return rf"(?i)(?:^|[^a-z])(?:{'|'.join(sorted(words))})(?:[^a-z]|$)"


DISGUISES = (
    Disguise("letters apart", rf"(?:^|{_GAP})(?:{_UNIT}{_GAP}{{1,8}}){{5}}{_UNIT}", letters.joined, 200),
    Disguise("leetspeak", r"[A-Za-z][013457@$!|]{1,3}[A-Za-z]|[13457@$!][A-Za-z]{2}", letters.unleeted, 200),
    Disguise("repeated letters", f"(?i)aa|ii|uu|{_TRIPLES}", letters.unrepeated, 200),
    Disguise(
        "markup",
        rf"(?i)<!--|</?(?:{'|'.join(sorted(markup.INLINE | markup.BLOCK | markup.UNREAD))})[^0-9A-Za-z]|(?:&#x?[0-9a-f]{{2,6}};?\s?){{2}}",
        markup.shown,
        400,
    ),
    Disguise("hidden text", r"(?i)<!--|<[a-z][a-z0-9]*\s[^<>]*=|<[a-z][a-z0-9]*\s+hidden", markup.hidden),
    Disguise("emphasis", rf"{_UNIT}{_MARK}{_UNIT}|(?:{_MARK}[^\s*~`_]+{_MARK}\s+){{3}}", markup.unemphasised, 200),
    Disguise("URL encoding", r"(?:%[0-9A-Fa-f]{2}){3}|%20|(?:%[46][0-9A-Fa-f].{0,8}){3}", encodings.from_url, 40),
    Disguise("base64", r"[A-Za-z0-9+/_-]{16}", encodings.from_base64),
    Disguise("base32", r"[A-Z2-7]{24}", encodings.from_base32),
    Disguise(
        "digits", r"(?:\\[xu])?[0-9A-Fa-f]{2}(?:[ :,;-]{0,2}(?:0x|\\x|\\u)?[0-9A-Fa-f]{2}){7}", encodings.from_digits
    ),
    Disguise("rot13", _words(encodings.ROT13), encodings.from_rot13),
    Disguise("reversed", _words(encodings.REVERSED), encodings.from_reversed),
)
# Found before preparation, which takes invisible characters away.
INVISIBLE = (
    Disguise("Unicode tags", "[\U000e0020-\U000e007e]", encodings.from_tags),
    Disguise("variation selectors", "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4}", encodings.from_selectors),
)


def views(text: str) -> tuple[View, ...]:
    """The readings of `text` that are judged, the plain one first; a text without a disguise has no other.

    Raises:
        GuardError: the text hides more in disguises than is read; nobody can say what else it holds.
    """
    made: list[View] = []
    seen: set[str] = set()
    room = ROOM_PER_CHAR * len(text) + ROOM
    waiting = deque([(View(text), 0)])
    while waiting:
        raw, depth = waiting.popleft()
        view = _prepared(raw)
        if view.text in seen:
            continue
        seen.add(view.text)
        if made:
            room -= len(view.text)
            if room < 0:
                raise GuardError("the text holds more disguised text than is read; send it undisguised or in parts")
        made.append(view)
        if depth < DEPTH:
            waiting.extend((reading, depth + 1) for reading in chain(_undone(raw, INVISIBLE), _undone(view, DISGUISES)))
    return tuple(made)


def _prepared(raw: View) -> View:
    plain = prepare(raw.text)
    if plain.text == raw.text:
        return raw
    return View(plain.text, raw.kind, plain.pieces, raw)


def _undone(view: View, disguises: tuple[Disguise, ...]) -> Iterator[View]:
    """What `disguises` hide in one view."""
    if disguises is INVISIBLE and view.text.isascii():
        return
    probe = view.text if view.text.isascii() else view.text.encode("utf-8", "replace").decode()  # no lone surrogates
    anything, triggers = _compiled(disguises)
    if not anything.search(probe):
        return
    for disguise, trigger in zip(disguises, triggers, strict=True):
        if trigger.search(probe):
            yield from _readings(view, disguise)


@cache
def _compiled(disguises: tuple[Disguise, ...]) -> tuple[Any, tuple[Any, ...]]:
    """One expression that finds whether any trigger is there, and each one's own."""
    options = re2.Options()
    options.max_mem = 64 << 20  # bytes; RE2 searches more slowly where its automaton needs more
    options.log_errors = False
    anything = re2.compile("|".join(f"(?:{disguise.trigger})" for disguise in disguises), options)
    return anything, tuple(re2.compile(disguise.trigger, options) for disguise in disguises)


def _readings(view: View, disguise: Disguise) -> Iterator[View]:
    """One view for each group of edits that stand close together."""
    groups: list[list[Edit]] = []
    for edit in disguise.undo(view.text):
        if not groups or (len(groups) < READINGS and edit.start - groups[-1][-1].end > 2 * disguise.context + 1):
            groups.append([])
        groups[-1].append(edit)
    kind = disguise.name if view.kind == "plain" else f"{view.kind}, {disguise.name}"
    for group in groups:
        start = _word_border(view.text, group[0].start, disguise.context)
        end = min(len(view.text), group[-1].end + disguise.context)
        text, pieces = rewritten(view.text, group, start, end)
        yield View(text, kind, pieces, view)


def _word_border(text: str, before: int, context: int) -> int:
    """Where a word begins within `context` characters before an edit."""
    start = max(0, before - context)
    return start if not start else max(start, text.find(" ", start, before) + 1)
