"""Encoded payloads, decoded: each answers with what stands encoded in a text, where, and what it says."""

from __future__ import annotations

import base64
import codecs
import re
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from .view import Edit
from .vocabulary import COMMON

MIN_LETTERS = 4  # a shorter payload says nothing


def says_something(text: str) -> bool:
    """Whether decoded text was meant to be read: printable, and mostly letters."""
    letters = sum(char.isalpha() for char in text)
    printable = sum(char.isprintable() or char in "\r\n\t" for char in text)
    spaces = sum(map(str.isspace, text))
    return letters >= MIN_LETTERS and printable >= 0.98 * len(text) and letters + spaces >= 0.6 * len(text)


def _read(raw: bytes) -> str | None:
    """Bytes as text, if they are some: UTF-8, or UTF-16 as shells encode it."""
    if raw.count(0) >= 0.4 * len(raw):
        text = raw.decode("utf-16-le", "replace")
    else:
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            if error.start < len(raw) - 3 or error.start < MIN_LETTERS:
                return None
            text = raw[: error.start].decode()  # the last character was cut
    return text if says_something(text) else None


_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}+={0,2}")
_LINE_END = re.compile(r"[ \t]*\r?\n[ \t]*")
_URL_SAFE = str.maketrans("-_", "+/")


def from_base64(text: str) -> Iterator[Edit]:
    """Base64 of either alphabet, wrapped in lines or not."""
    runs: list[tuple[int, int, str]] = []
    for found in _BASE64.finditer(text):
        start, end, run = found.start(), found.end(), found.group()
        if (
            runs
            and len(runs[-1][2]) % 4 == 0
            and len(runs[-1][2]) >= 40
            and _LINE_END.fullmatch(text, runs[-1][1], start)
        ):
            start, run = runs[-1][0], runs.pop()[2] + run
        runs.append((start, end, run))
    for start, end, run in runs:
        plain = _unbase64(run)
        if plain is not None:
            yield Edit(start, end, plain)


def _unbase64(run: str) -> str | None:
    for candidate in (run, run.lstrip("/_-+")):
        body = candidate.rstrip("=").translate(_URL_SAFE)
        body = body[: len(body) - (len(body) % 4 == 1)]
        plain = _read(base64.b64decode(body + "=" * (-len(body) % 4)))
        if plain is not None:
            return plain
    return None


_BASE32 = re.compile(r"[A-Z2-7]{24,}+")


def from_base32(text: str) -> Iterator[Edit]:
    for found in _BASE32.finditer(text):
        body = found.group()[: len(found.group()) // 8 * 8]
        plain = _read(base64.b32decode(body))
        if plain is not None:
            yield Edit(found.start(), found.end(), plain)


_BYTE = "[0-9A-Fa-f]{2}"
_HEX = re.compile(rf"(?:{_BYTE}){{10,}}+|(?:\\x{_BYTE}){{4,}}+|(?:0x)?{_BYTE}(?:[ :,;-]{{1,2}}(?:0x)?{_BYTE}){{7,}}+")
_UNICODE = re.compile(r"(?:\\u[0-9A-Fa-f]{4}){4,}+")
_BINARY = re.compile(r"[01]{8}(?:[ ,;\n]?[01]{8}){5,}+")
_NO_HEX = re.compile(r"0x|\\x|[^0-9A-Fa-f]")


def from_digits(text: str) -> Iterator[Edit]:
    """Bytes in hexadecimal (plain, apart, or as escapes) or binary digits."""
    found = [
        (run.start(), run.end(), bytes.fromhex(_even(_NO_HEX.sub("", run.group())))) for run in _HEX.finditer(text)
    ]
    for run in _UNICODE.finditer(text):
        units = bytes.fromhex(run.group().replace("\\u", ""))
        found.append((run.start(), run.end(), units.decode("utf-16-be", "replace").encode("utf-8", "replace")))
    for run in _BINARY.finditer(text):
        bits = re.sub("[^01]", "", run.group())
        found.append((run.start(), run.end(), int(bits, 2).to_bytes(len(bits) // 8, "big")))
    done = 0
    for start, end, raw in sorted(found):
        plain = _read(raw)
        if start >= done and plain is not None:
            yield Edit(start, end, plain)
            done = end


def _even(digits: str) -> str:
    return digits[: len(digits) // 2 * 2]


_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_WORD = re.compile(r"\S+")
URL_LETTERS, URL_SPACES, URL_ONLY = (
    3,
    3,
    8,
)  # so many escaped letters, spaces, or nothing but so many bytes hide something


def from_url(text: str) -> Iterator[Edit]:
    """URL encoding, where it hides letters or whole sentences; an ordinary address stays as it is."""
    for word in _WORD.finditer(text):
        if "%" not in word.group():
            continue
        edits = []
        letters = spaces = 0
        for found in _ESCAPES.finditer(text, word.start(), word.end()):
            plain = unquote_to_bytes(found.group()).decode("utf-8", "replace")
            letters += sum(char.isascii() and char.isalpha() for char in plain)
            spaces += plain.count(" ")
            edits.append(Edit(found.start(), found.end(), plain))
        only = sum(edit.end - edit.start for edit in edits) == word.end() - word.start() >= 3 * URL_ONLY
        if letters >= URL_LETTERS or spaces >= URL_SPACES or only:
            yield from edits


_TAGS = re.compile("[\U000e0009\U000e000a\U000e000d\U000e0020-\U000e007e]+")
_FLAG = "\U0001f3f4"  # regions' flags are spelled in tags
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{4,}")


def from_tags(text: str) -> Iterator[Edit]:
    """What Unicode tags spell, which nobody sees and a model reads; regions' flags left out."""
    for found in _TAGS.finditer(text):
        if not (found.start() and text[found.start() - 1] == _FLAG and len(found.group()) <= 6):
            yield Edit(found.start(), found.end(), "".join(chr(ord(tag) - 0xE0000) for tag in found.group()))


def from_selectors(text: str) -> Iterator[Edit]:
    """Bytes in a row of variation selectors."""
    for found in _SELECTORS.finditer(text):
        codes = [ord(char) for char in found.group()]
        raw = bytes(code - 0xFE00 if code < 0x10000 else code - 0xE0100 + 16 for code in codes)
        for payload in (raw, raw[1:]):  # the first one may belong to the emoji before it
            plain = _read(payload)
            if plain is not None:
                yield Edit(found.start(), found.end(), plain)
                break


def rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def reverse(text: str) -> str:
    return text[::-1]


def scrambled(undo: Callable[[str], str]) -> frozenset[str]:
    """What common words look like scrambled, where that is not a word itself."""
    real = {
        "ton",
        "saw",
        "era",
        "tub",
        "sol",
        "sad",
        "med",
        "dem",
        "now",
        "won",
        "pay",
        "per",
        "rep",
        "han",
        "led",
        "nos",
    }
    return frozenset(undo(word) for word in COMMON if len(word) >= 3) - COMMON - real


ROT13, REVERSED = scrambled(rot13), scrambled(reverse)
_LETTERS = re.compile(r"[^\W\d_]+")


def from_rot13(text: str) -> Iterator[Edit]:
    for start, end in _scrambled_stretches(text, ROT13):
        yield Edit(start, end, rot13(text[start:end]))


def from_reversed(text: str) -> Iterator[Edit]:
    for start, end in _scrambled_stretches(text, REVERSED):
        yield Edit(
            start, end, text[start:end][::-1] + "\n"
        )  # longer than it was: maps as a whole, not letter by letter


_LEAD_WORDS = 12  # unknown words before the first scrambled one that belong to the stretch


def _scrambled_stretches(text: str, marks: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Stretches where scrambled common words clearly outnumber plain ones, and the unknown words around them."""
    lead: deque[int] = deque(maxlen=_LEAD_WORDS)
    begin = end = hits = 0
    score = best = 0.0
    for found in _LETTERS.finditer(text):
        word = found.group().lower()
        if word in COMMON:
            lead.clear()
        else:
            lead.append(found.start())
        if not score:
            if word not in marks:
                continue
            begin, hits, best = lead[0], 0, 0.0
        hits += word in marks
        score += 1.0 if word in marks else -1.0 if word in COMMON else -0.1
        best = max(best, score)
        if word not in COMMON:
            end = found.end()
        if score <= 0:
            if hits >= 2 and best >= 1.5:
                yield begin, end
                lead.clear()
            score = 0.0
    if score and hits >= 2 and best >= 1.5:
        yield begin, end
