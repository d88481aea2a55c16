"""What is wrong with a document, in words for the person who wrote it: the key, what it may be, and what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

MAX_SHOWN_CHARS = 40
MAX_NAMED = 12
MISSING = "is missing"  # told last: it has no line of its own, and follows from what is wrong elsewhere
# Kinds whose input is a word or a number of a closed choice: showing it back can't tell a secret.
_SHOWN = ("literal_error", "enum", "int_", "float_", "bool_", "greater_", "less_")
# Pydantic speaks of Python's types, the reader wrote YAML.
_PLAINER = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"Input should be a valid (tuple|list|set|frozenset).*", "must be a list"),
        (r"Input should be a valid (dictionary|mapping).*", "must be a mapping, keys with values"),
        (r"Input should be a valid boolean.*", "must be true or false"),
        (r"Input should be a valid integer.*", "must be a whole number"),
        (r"Input should be a valid (string|number).*", r"must be a \1"),
        (r"(?:Tuple|List|Set|Frozenset) should have (at (?:least|most) \d+ items?).*", r"must have \1"),
        (r"String should (match pattern .*|have .*)", r"must \1"),
        (r"Input should (be .*)", r"must \1"),
        (r"Value error, (.*)", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the way to it."""

    where: tuple[int | str, ...]
    words: str

    @property
    def place(self) -> str:
        return ".".join(map(str, self.where))

    def __str__(self) -> str:
        return f"{self.place}: {self.words}" if self.where else self.words


def explained(found: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """What pydantic found, in the order to mend it in: at least one."""
    faults = found.errors()
    typos = [fault for fault in faults if fault["type"] == "extra_forbidden"]
    # A mistyped key also makes its right name missing: the typo is what to show.
    meant = {(fault["loc"][:-1], _meant(fault["loc"], model)) for fault in typos}
    others = [
        fault
        for fault in faults
        if fault["type"] != "extra_forbidden"
        and not (fault["type"] == "missing" and (fault["loc"][:-1], fault["loc"][-1]) in meant)
        and not (fault["type"] == "too_short" and _below(fault["loc"], faults))  # only the good ones were counted
    ]
    told = dict.fromkeys(Fault(_where(fault["loc"]), _words(fault, model)) for fault in (*typos, *others))
    return list(told)


def _below(loc: Sequence[int | str], faults: Sequence[Mapping[str, Any]]) -> bool:
    return any(len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in faults)


def _where(loc: Sequence[int | str]) -> tuple[int | str, ...]:
    return tuple(part for part in loc if part != "[key]")


def _words(fault: Mapping[str, Any], model: type[BaseModel]) -> str:
    kind = fault["type"]
    if kind == "extra_forbidden":
        return _unknown(fault["loc"], model)
    if kind == "missing":
        return MISSING
    if kind.startswith("url_"):
        return "must be a whole address such as http://127.0.0.1:8000/v1"
    for pattern, plain in _PLAINER:
        if (found := pattern.match(fault["msg"])) is not None:
            words = found.expand(plain)
            break
    else:
        words = fault["msg"]
    given = fault["input"]
    if kind.startswith(_SHOWN) and isinstance(given, str | int | float) and len(str(given)) <= MAX_SHOWN_CHARS:
        words += f", not {given!r}"
    return words


def _unknown(loc: Sequence[int | str], model: type[BaseModel]) -> str:
    if meant := _meant(loc, model):
        return f"no such key; did you mean `{meant}`?"
    names = _names(loc, model)
    if not names:
        return "no such key"
    more = ", ..." if len(names) > MAX_NAMED else ""
    return f"no such key; there are {', '.join(names[:MAX_NAMED])}{more}"


def _meant(loc: Sequence[int | str], model: type[BaseModel]) -> str | None:
    return next(iter(get_close_matches(str(loc[-1]), _names(loc, model), n=1, cutoff=0.7)), None)


def _names(loc: Sequence[int | str], model: type[BaseModel]) -> list[str]:
    """The keys that there are where `loc` points at one that is not; none where the way there is not clear."""
    here: list[Any] = [model]
    for part in loc[:-1]:
        here = [inner for kind in here for inner in _inside(kind, part)]
    models = [found for kind in here for found in _models(kind)]
    return list(models[0].model_fields) if len(models) == 1 else []


def _inside(kind: Any, part: int | str) -> Iterator[Any]:
    """What may stand at `part` of a value of the type `kind`."""
    for model in _models(kind):
        if part in model.model_fields:
            yield model.model_fields[str(part)].annotation
    for origin, arguments in _unwrapped(kind):
        if origin is dict:
            yield arguments[1]
        elif origin in (list, tuple, frozenset) and isinstance(part, int):
            yield from (argument for argument in arguments[:1])


def _models(kind: Any) -> list[type[BaseModel]]:
    if isinstance(kind, type) and get_origin(kind) is None:
        return [kind] if issubclass(kind, BaseModel) else []
    if get_origin(kind) in (dict, list, tuple, frozenset):
        return []
    return [found for argument in get_args(kind) for found in _models(argument)]


def _unwrapped(kind: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The containers that `kind` may be, inside optional and annotated types."""
    origin = get_origin(kind)
    if origin in (dict, list, tuple, frozenset):
        yield origin, get_args(kind)
    elif origin is not None:
        for argument in get_args(kind):
            yield from _unwrapped(argument)
