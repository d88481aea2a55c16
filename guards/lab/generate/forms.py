"""A noun's forms: what a line about a group or a thing needs so that it stays grammatical.

An entry is its plain form, then named ones: ``gli ebrei | one: un ebreo | e: i``. A line asks for forms by name
(``{group}`` the plain one, ``{one}``, ``{e}``) and is filled only from entries that have all of them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_PLACE = re.compile(r"(?:(?<!\w)(\w+) )?\{(\w+)\}")
# A preposition and the article after it become one word; Source: any grammar of the language.
_JOINED = {
    "fr": {"de les": "des", "à les": "aux"}
    | {f"{before} {one}": f"{before[:-1]}'{one}" for before in ("de", "que") for one in ("un", "une")},
    "it": {
        **{f"{before} i": f"{after}i" for before, after in (("di", "de"), ("a", "a"), ("da", "da"), ("su", "su"))},
        **{
            f"{before} {article}": f"{after}{ending}"
            for before, after in (("di", "de"), ("a", "a"), ("da", "da"), ("su", "su"), ("in", "ne"))
            for article, ending in (("gli", "gli"), ("le", "lle"))
        },
        "in i": "nei",
    },
    "pt": {
        f"{before} {article}": f"{after}{article}"
        for before, after in (("de", "d"), ("em", "n"), ("por", "pel"))
        for article in ("os", "as")
    }
    | {"a os": "aos", "a as": "às"},
}


def filled(line: str, entries: Sequence[str], plain: str, language: str, rng: random.Random) -> str:
    """`line` with every place filled from one entry, whose first form is called `plain`.

    Raises:
        ValueError: no entry has every form that the line asks for.
    """
    asked = {name for _, name in _PLACE.findall(line)}
    if not asked:
        return line
    fitting = [forms for forms in (_forms(entry, plain) for entry in entries) if asked <= forms.keys()]
    if not fitting:
        raise ValueError(f"no entry with the forms {sorted(asked)} for {line!r}")
    forms = rng.choice(fitting)
    joined = _JOINED.get(language, {})

    def put(found: re.Match[str]) -> str:
        before, form = found[1], forms[found[2]]
        if before is None:
            return form
        article, _, noun = form.partition(" ")
        both = joined.get(f"{before} {article}".lower())
        if both and before[0].isupper():
            both = both.capitalize()
        return f"{both} {noun}" if both else f"{before} {form}"

    return _PLACE.sub(put, line)


def _forms(entry: str, plain: str) -> dict[str, str]:
    first, *others = entry.split(" | ")
    forms = {plain: first}
    for other in others:
        name, _, form = other.partition(":")
        forms[name] = form.strip()
    return forms
