"""What HTML and Markdown hide, undone: tags and marks inside of words, entities, comments and text that is not shown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from .letters import MARKS
from .view import Edit

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "center",
        "details",
        "dialog",
        "div",
        "dd",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "iframe",
        "img",
        "input",
        "legend",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "noscript",
        "object",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
UNREAD = frozenset({"script", "style"})  # their content is no text
_TAG = re.compile(r"<!--|<(/?)([A-Za-z][A-Za-z0-9]*+)((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});?|&[A-Za-z][A-Za-z0-9]{1,30};")
_UNSEEN = re.compile(
    r"""display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])|(?<![\w-])hidden(?![\w-])
    |text-indent\s*:\s*-\d{3}|(?<![\w-])color\s*:\s*(?:white\b|transparent\b|\#f{3}(?:f{3})?\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SAID = re.compile(r"(?:alt|title|aria-label|content)\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)
SPOKEN_WORDS = 3  # a comment or an attribute with fewer is no instruction

Tag = tuple[int, int, str, bool, str]  # start, end, lower-case name ("!--" for a comment), closing, attributes


def shown(text: str) -> Iterator[Edit]:
    """The text without tags and comments, entities as characters: what a reader of the page sees, and what is hidden."""
    edits: list[Edit] = []
    done = 0
    for start, end, name, closing, _ in _tags(text):
        if start < done:
            continue
        edits += _entities(text, done, start)
        if name in UNREAD and not closing:
            end = _closing(text, name, end)
        edits.append(Edit(start, end, "\n" if name in BLOCK else ""))
        done = end
    edits += _entities(text, done, len(text))
    yield from edits


def hidden(text: str) -> Iterator[Edit]:
    """Comments, attributes that speak, and elements that are not shown: each alone, as its own text."""
    found: list[Edit] = []
    element, depth, since = "", 0, 0
    for start, end, name, closing, attributes in _tags(text):
        if name == "!--":
            found.append(Edit(start, end, text[start + 4 : end].removesuffix("-->").strip()))
        elif element:
            if name == element:
                depth += -1 if closing else 1
            if not depth:
                found.append(Edit(since, start, text[since:start].strip()))
                element = ""
        elif not closing:
            found += [Edit(start, end, one or two) for one, two in _SAID.findall(attributes)]
            if _UNSEEN.search(attributes):
                element, depth, since = name, 1, end
    if element:
        found.append(Edit(since, len(text), text[since:].strip()))
    done = 0
    for edit in sorted(found):
        if edit.start >= done and len(edit.text.split()) >= SPOKEN_WORDS:
            yield edit
            done = edit.end


def _tags(text: str) -> Iterator[Tag]:
    at = 0
    while found := _TAG.search(text, at):
        at = found.end()
        if not found.group(2):
            close = text.find("-->", at)
            at = len(text) if close < 0 else close + 3  # an open comment hides the rest, as in a browser
            yield found.start(), at, "!--", False, ""
            continue
        name = found.group(2).lower()
        if name in INLINE or name in BLOCK or name in UNREAD:
            yield found.start(), at, name, bool(found.group(1)), found.group(3)


def _closing(text: str, name: str, start: int) -> int:
    found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start)
    return found.end() if found else len(text)


def _entities(text: str, start: int, end: int) -> list[Edit]:
    return [
        Edit(found.start(), found.end(), plain)
        for found in _ENTITY.finditer(text, start, end)
        if (plain := html.unescape(found.group())) != found.group()
    ]


_MARK = r"(?:\*{1,3}|_{2,3}|~~|`)"
_EMPHASISED = re.compile(rf"(?:{_MARK}[^\s*~`_]++{_MARK}(?:\s++|$)){{4,}}")
_INNER = re.compile(rf"(?<=[\w{MARKS}]){_MARK}(?=[\w{MARKS}])")
_SIGNS = re.compile(r"[*_~`]+")


def unemphasised(text: str) -> Iterator[Edit]:
    """Marks of emphasis inside of words, and around each of several words in a row, left out."""
    done = 0
    for found in _EMPHASISED.finditer(text):
        yield from _broken_words(text, done, found.start())
        yield from (Edit(mark.start(), mark.end(), "") for mark in _SIGNS.finditer(text, found.start(), found.end()))
        done = found.end()
    yield from _broken_words(text, done, len(text))


def _broken_words(text: str, start: int, end: int) -> Iterator[Edit]:
    words = (word for word in re.compile(r"\S+").finditer(text, start, end) if len(_INNER.findall(word.group())) >= 2)
    for word in words:
        if sum(map(str.isalpha, word.group())) >= 5:
            yield from (Edit(mark.start(), mark.end(), "") for mark in _SIGNS.finditer(text, word.start(), word.end()))
