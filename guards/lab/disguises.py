"""Ways to dress a text so that a filter misreads it: for training rows and for the evasion table."""

from __future__ import annotations

import base64
import codecs
from collections.abc import Callable

HOMOGLYPHS = str.maketrans("aeopcxiy", "аеорсхіу")
BOLD = {**{65 + n: chr(0x1D400 + n) for n in range(26)}, **{97 + n: chr(0x1D41A + n) for n in range(26)}}
FULL_WIDTH = {code: chr(code + 0xFEE0) for code in range(33, 127)}

DISGUISES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "full-width forms": lambda text: text.translate(FULL_WIDTH),
    "mathematical bold": lambda text: text.translate(BOLD),
    "zero-width spaces between letters": lambda text: "\u200b".join(text),
    "soft hyphens between letters": lambda text: "\u00ad".join(text),
    "bidi controls around": lambda text: f"\u202e{text}\u202c",
    "Cyrillic homoglyphs": lambda text: text.translate(HOMOGLYPHS),
    "letters spaced apart": " ".join,
    "letters dotted apart": ".".join,
    "leetspeak": lambda text: text.translate(str.maketrans("oeiast", "031457")),
    "upper case": str.upper,
    "repeated vowels": lambda text: "".join(char * 2 if char in "aeiou" else char for char in text),
    "HTML tags between words": lambda text: text.replace(" ", " <b></b>"),
    "markdown emphasis on every word": lambda text: " ".join(f"**{word}**" for word in text.split()),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "URL encoding": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "Unicode tags": lambda text: "".join(chr(0xE0000 + ord(char)) if char.isascii() else char for char in text),
}
# What stays readable as it is written; the rest is read only once text preparation has undone it.
READABLE = frozenset({
    "full-width forms", "mathematical bold", "zero-width spaces between letters", "soft hyphens between letters",
    "bidi controls around", "Cyrillic homoglyphs", "leetspeak", "upper case", "repeated vowels",
    "HTML tags between words", "markdown emphasis on every word",
})  # fmt: skip
