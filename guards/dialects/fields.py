"""Reading requests: what every dialect's reader checks, so that none can forget a field.

A field of a request is a setting without prose, a text that is judged, or refused by name. Whatever text a dialect
reads it says with its place in the body, so that what is redacted can be written back; a place that the dialect does
not declare is an error, so none can be read without standing in the no-bypass matrix.
"""

from __future__ import annotations

import base64
import binascii
import copy
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from ..errors import InputError, UnsupportedInput, repeated
from ..policy import Policy, redact
from ..subjects import MAX_TEXTS, too_many
from ..types import Action, Declaration, Exchange, Message, Role, Stage, ToolCall, Verdict
from .parameters import CHOICES, DECLARED

_LABEL = re.compile(r"[\w.:\-]{1,64}")
_IDENTIFIER = re.compile(r"[!-~]{1,64}")  # a word of a schema: a name, a type, a reference
_MARK = re.compile(r"[!-~]{0,256}")
MAX_MARKS = 4  # of one object: {"type": "ephemeral", "ttl": "1h"}
# What no model reads as words: a name, an address, data in base 64, in lines or not.
_OPAQUE = re.compile(r"[!-~]*|(?:[A-Za-z0-9+/]{60,}\r?\n)+[A-Za-z0-9+/=]*\s*")

Json = dict[str, Any]
Path = tuple[str | int, ...]

MAX_SETTING_CHARS = 512  # a setting is a name, a stop sequence, an identifier; longer text is prose
MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the body a stretch of a message's text stands; `path` None: nowhere that could be rewritten."""

    path: Path | None
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A checked request: what is judged, and what goes upstream."""

    exchange: Exchange
    places: tuple[tuple[Place, ...], ...]  # one entry a message of the exchange
    body: Json
    stream: bool

    def redacted(self, verdict: Verdict) -> Json | None:
        """The body with every redacted span rewritten; None where one stands in something that can't be."""
        body = copy.deepcopy(self.body)
        for reason in verdict.reasons:
            if reason.action is Action.REDACT and (reason.index is None or reason.stage is Stage.TOOL_CALL):
                return None
        for index, places in enumerate(self.places):
            reasons = [reason for reason in verdict.reasons if reason.index == index]
            text = self.exchange.messages[index].text
            for place in places:
                old = text[place.start : place.start + place.length]
                new = redact(old, reasons, start=place.start)
                if new != old:
                    if place.path is None:
                        return None
                    _write(body, place.path, new)
        return body


def _write(body: Any, path: Path, text: str) -> None:
    for step in path[:-1]:
        body = body[step]
    body[path[-1]] = text


@dataclass(slots=True)
class Turn:
    """One message while it is read."""

    role: Role
    declared: frozenset[str]
    name: str | None = None
    _texts: list[str] = field(default_factory=list)
    _places: list[Place] = field(default_factory=list)
    _documents: list[tuple[int, int]] = field(default_factory=list)
    _calls: list[ToolCall] = field(default_factory=list)
    _length: int = 0

    def say(self, path: Path | None, text: str, *, document: bool = False) -> None:
        """Text at `path` of the body, None if it can't be rewritten there; `document`: written by a third party."""
        label = f"{self.role}:{'.'.join(step for step in path or ('file',) if isinstance(step, str))}"
        if label not in self.declared:
            raise LookupError(f"the dialect does not declare {label}")
        if self._texts:
            self._length += 1  # the line break that joins
        start = self._length
        self._texts.append(text)
        self._length += len(text)
        self._places.append(Place(path, start, len(text)))
        if document:
            self._documents.append((start, self._length))

    def call(self, call: ToolCall) -> None:
        if f"{self.role}:tool_calls" not in self.declared:
            raise LookupError("the dialect does not declare tool calls in requests")
        self._calls.append(call)

    @property
    def empty(self) -> bool:
        return not self._texts and not self._calls

    def made(self) -> tuple[Message, tuple[Place, ...]]:
        text = "\n".join(self._texts)
        return Message(self.role, text, tuple(self._calls), self.name, tuple(self._documents)), tuple(self._places)


class Reader:
    """A request's body under checks; dialects ask it for fields, and say what they found as turns."""

    def __init__(self, body: Any, policy: Policy, asks: frozenset[str]) -> None:
        """Raises:
        InputError: it is no object.
        """
        if not isinstance(body, dict):
            raise InputError("must be a JSON object", field="body")
        self.body: Json = body
        self.policy, self._asks = policy, asks
        self._turns: list[Turn] = []
        self._attached: list[str] = []
        self._declared: list[Declaration] = []

    def turn(self, role: Role, name: str | None = None) -> Turn:
        """A new message at the end of the conversation."""
        self._turns.append(Turn(role, self._asks, name))
        return self._turns[-1]

    def known(self, row: Any, names: Collection[str], path: Path = (), *, marks: Collection[str] = ()) -> Json:
        """`row`, an object with fields among `names`, which the caller reads, and `marks`, or those that the policy passes.

        `marks` are numbers, switches and identifiers, whose values hold no words for a model.

        Raises:
            InputError: it is no object, or a mark holds words.
            UnsupportedInput: a field that nothing here can judge; names it, and the policy's key that would pass it.
        """
        if not isinstance(row, dict):
            raise InputError("must be an object", field=shown(path) or "body")
        for name in marks:
            if not _marks(row.get(name)):
                raise InputError("must be an identifier, a number or a switch: no words", field=shown((*path, name)))
        names = frozenset((*names, *marks))
        for name in sorted(row.keys() - names):
            key = ".".join([*(step for step in path if isinstance(step, str)), name])
            if key not in self.policy.pass_fields:
                near = get_close_matches(name, names - row.keys(), n=1, cutoff=0.8) if name == repeated(name) else ()
                name, key = repeated(name), repeated(key)
                fix = f"leave it out, or let it by unjudged with `pass_fields: [{key}]` in the policy"
                if near:
                    fix = f"did you mean `{near[0]}`? Else {fix}"
                raise UnsupportedInput("is not a field that this proxy can judge", field=shown((*path, name)), fix=fix)
        return row

    def settings(self, scalars: Collection[str], texts: Collection[str]) -> None:
        """Checks the fields without prose, and takes the others' strings to be judged.

        Raises:
            InputError: a setting holds prose, or is nested too deep.
        """
        for name, value in self.body.items():
            if name in texts and name in self.policy.pass_fields:
                continue
            if name in DECLARED and name in texts and isinstance(value, dict | list):
                self._declare(name, value)
            elif name in texts:
                self.attach(strings(value, name))
            elif name in scalars:
                for text in strings(value, name):
                    if len(text) > MAX_SETTING_CHARS:
                        words = f"holds a text of {len(text)} characters; a setting has at most {MAX_SETTING_CHARS}"
                        raise InputError(words, field=name)
                    if name in CHOICES and not _MARK.fullmatch(text):
                        raise InputError("must hold identifiers alone: no words", field=name)

    def _declare(self, name: str, value: Json | list[Any]) -> None:
        if len(value) > MAX_TEXTS:
            raise too_many(field=name)
        entries = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, entry in entries:
            said = [text for text in strings(entry, name) if text.strip()]
            if said:
                place = name if number is None else f"{name}[{number}]"
                prose = "\n".join(text for text in said if not _IDENTIFIER.fullmatch(text))
                self._declared.append(Declaration(place, _as_read(entry), prose))

    def attach(self, texts: Iterable[str]) -> None:
        """Text that belongs to no turn."""
        if text := "\n".join(text for text in texts if text.strip()):
            self._attached.append(text)

    def string(self, row: Json, name: str, path: Path = ()) -> str:
        """Raises:
        InputError: the field is no string.
        """
        value = row.get(name)
        if not isinstance(value, str):
            raise InputError("must be a string", field=shown((*path, name)))
        return value

    def optional(self, row: Json, name: str, path: Path = ()) -> str | None:
        """Raises:
        InputError: the field is neither a string nor null nor left out.
        """
        return None if row.get(name) is None else self.string(row, name, path)

    def label(self, row: Json, name: str, path: Path = ()) -> str | None:
        """A field that is a name or an identifier: no place to put prose.

        Raises:
            InputError: it is something else.
        """
        value = row.get(name)
        if value is None or (isinstance(value, str) and _LABEL.fullmatch(value)):
            return value
        words = "must be a name of at most 64 letters, digits, hyphens, dots and underscores"
        raise InputError(words, field=shown((*path, name)))

    def rows(self, value: Any, path: Path, *, empty: bool = False) -> Sequence[Any]:
        """Raises:
        InputError: it is no list, or an empty one that must not be.
        BodyTooLarge: it is longer than anything that is judged.
        """
        if not isinstance(value, list) or not (value or empty):
            raise InputError("must be a list" + ("" if empty else " of at least one entry"), field=shown(path))
        if len(value) > MAX_TEXTS:
            raise too_many(field=shown(path))
        return value

    def flag(self, name: str, default: bool) -> bool:
        """Raises:
        InputError: the field is neither true nor false.
        """
        value = self.body.get(name)
        if value is not None and not isinstance(value, bool):
            raise InputError("must be true or false", field=name)
        return default if value is None else value

    def file(self, turn: Turn, part: Json, file: Any, path: Path) -> None:
        """A part with a file, or that is one: one of text is judged as a document, any other is `foreign`.

        Raises:
            UnsupportedInput: as `foreign`.
        """
        whole = isinstance(file, dict) and file.keys() <= {"file_data", "filename"}
        text = file_text(file.get("file_data")) if whole else None  # an address or an id beside it leads to another one
        if text is None:
            self.foreign(part, path)
            return
        turn.say(None, text, document=True)
        if file.get("filename") is not None:
            self._prose(self.string(file, "filename", path), path)

    def foreign(self, part: Any, path: Path) -> None:
        """A part that is no text, and the policy's to pass; what it says in words is judged all the same.

        Raises:
            UnsupportedInput: the policy refuses it.
        """
        kind = part.get("type") if isinstance(part, dict) else None
        if not isinstance(kind, str):
            raise InputError("must be an object with a `type`", field=shown(path))
        if self.policy.non_text == "refuse":
            words = f"a part of type {kind[:80]!r} can't be judged here"
            raise UnsupportedInput(words, field=shown(path), fix="set `non_text: pass` in the policy to let it by")
        self._prose("\n".join(text for text in strings(part, shown(path)) if not is_opaque(text)), path)

    def _prose(self, text: str, path: Path) -> None:
        """Words in a place that is not for them: they may be the caller's or somebody else's."""
        if not is_opaque(text):
            self._declared.append(Declaration(shown(path), text, text))

    def asked(self, model: str | None, stream: bool) -> Asked:
        made = [turn.made() for turn in self._turns]
        exchange = Exchange(tuple(message for message, _ in made), model, tuple(self._attached), tuple(self._declared))
        return Asked(exchange, tuple(places for _, places in made), self.body, stream)


def is_opaque(value: Any) -> bool:
    """Whether it is no text, or one that says nothing to a model: data, an address, an identifier."""
    return not isinstance(value, str) or _OPAQUE.fullmatch(value) is not None


def _marks(value: Any, depth: int = 1) -> bool:
    """Whether a value holds no words: an identifier, a number, a switch, or a few of them."""
    if isinstance(value, dict):
        return (
            depth > 0
            and len(value) <= MAX_MARKS
            and all(_marks(one, depth - 1) for pair in value.items() for one in pair)
        )
    return (
        value is None
        or isinstance(value, int | float)
        or (isinstance(value, str) and _MARK.fullmatch(value) is not None)
    )


def shown(path: Path) -> str:
    """``messages[0].content`` for ("messages", 0, "content")."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def strings(value: Any, name: str, depth: int = MAX_DEPTH) -> Iterator[str]:
    """Every string in a JSON value, keys too.

    Raises:
        InputError: nested too deep.
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        if depth == 0:
            raise InputError(f"is nested deeper than {MAX_DEPTH}", field=name)
        if isinstance(value, dict):
            yield from value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner, name, depth - 1)


def _as_read(value: Any) -> str:
    """A JSON value as models are shown it, but for escapes: those would hide the lines of a long description."""
    if isinstance(value, dict):
        return "{" + ",".join(f'"{name}":{_as_read(inner)}' for name, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_as_read, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else json.dumps(value)


def file_text(data: Any) -> str | None:
    """The text of a text file in a data URL (RFC 2397); None for anything else."""
    if not isinstance(data, str) or not data.startswith("data:"):
        return None
    head, _, body = data[5:].partition(",")
    kind, *options = head.lower().split(";")
    if not (kind.startswith("text/") or kind in ("application/json", "application/xml", "application/yaml")):
        return None
    try:
        if "base64" not in options:
            from urllib.parse import unquote

            return unquote(body, errors="strict")
        return base64.b64decode(body, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return None


def calls(reader: Reader, value: Any, path: Path) -> Iterator[ToolCall]:
    """OpenAI's `tool_calls` of a message.

    Raises:
        InputError: names the field.
    """
    for number, row in enumerate(reader.rows([] if value is None else value, path, empty=True)):
        here = (*path, number)
        row = reader.known(row, ("id", "function"), here, marks=("type", "index"))
        function = row.get("function")
        if not isinstance(function, dict):
            raise InputError("must be an object with a `function`", field=shown(here))
        reader.known(function, ("name", "arguments"), (*here, "function"))
        name, arguments = reader.label(function, "name", (*here, "function")), function.get("arguments")
        if not isinstance(name, str) or not isinstance(arguments, str):
            raise InputError("`name` and `arguments` must be strings", field=shown((*here, "function")))
        yield ToolCall(name, arguments, reader.label(row, "id", here))


def choice_of(value: Any, among: Mapping[str, Role], path: Path) -> Role:
    """Raises:
    InputError: it is none of the roles.
    """
    role = among.get(value) if isinstance(value, str) else None
    if role is None:
        raise InputError(f"must be one of {', '.join(among)}", field=shown(path))
    return role
