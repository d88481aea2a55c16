"""What a command is known to print: `echo`, `printf`, a here-document, and the decoders that payloads hide behind.

Nothing is run. A result is bounded by `MAX_CHARS`; what is not known is None.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Sequence

from .command import Command
from .words import unescaped

MAX_CHARS = 200_000

_CONVERSION = re.compile(r"%(?:%|[-+ #0]*\d{0,4}(?:\.\d{0,4})?([sbdixXocqu]))")
_RANGE = re.compile(r"(.)-(.)", re.S)
_CLASSES = {
    "[:upper:]": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "[:lower:]": "abcdefghijklmnopqrstuvwxyz", "[:digit:]": "0123456789",
    "[:space:]": " \t\n\r\v\f", "[:blank:]": " \t",
}  # fmt: skip
_DECODERS = frozenset(
    {
        "base64",
        "base32",
        "xxd",
        "openssl",
        "rev",
        "tr",
        "gunzip",
        "zcat",
        "gzip",
        "xz",
        "bunzip2",
        "bzip2",
        "tac",
        "cat",
    }
)


def decodes(command: Command) -> bool:
    """Whether `command` makes plain what was encoded or packed."""
    name = command.name
    if name in ("base64", "base32", "gzip", "xz", "bzip2"):
        return command.has_option("-d|-D|--decode|--decompress")
    if name == "openssl":
        return any(word in ("enc", "base64") for word in command.operands) and command.has_option("-d")
    return (name == "xxd" and command.has_option("-r")) or name in ("rev", "gunzip", "zcat", "bunzip2", "uudecode")


def output_of(command: Command) -> str | None:
    """What `command` prints."""
    name = command.name
    if name == "echo":
        return _echo(command.argv[1:])
    if name == "printf":
        return _printf(command.argv[1:])
    if name in _DECODERS and command.stdin is not None:
        return _filtered(command, command.stdin)
    return None


def _echo(words: Sequence[str]) -> str:
    escapes, at = False, 0
    while at < len(words) and re.fullmatch(r"-[neE]+", words[at]):
        escapes = escapes or "e" in words[at]
        at += 1
    text = " ".join(words[at:])[:MAX_CHARS]
    return unescaped(text) if escapes else text


def _printf(words: Sequence[str]) -> str:
    if not words:
        return ""
    if words[0] == "--":
        words = words[1:]
    if words and words[0] == "-v":
        return ""
    form, values = unescaped(words[0]) if words else "", words[1:]
    left = iter(values)
    parts: list[str] = []
    size = 0

    def filled(found: re.Match[str]) -> str:
        if found[1] is None:
            return "%"
        value = next(left, "")
        return unescaped(value) if found[1] == "b" else value

    slots = sum(found[1] is not None for found in _CONVERSION.finditer(form))
    for _ in range(1 + (len(values) - 1) // slots if slots and values else 1):
        parts.append(_CONVERSION.sub(filled, form))
        size += len(parts[-1])
        if size > MAX_CHARS:
            break
    return "".join(parts)[:MAX_CHARS]


def _filtered(command: Command, text: str) -> str | None:
    name = command.name
    if name == "cat":
        return text if not [word for word in command.operands if word != "-"] else None
    if name == "rev":
        return "\n".join(line[::-1] for line in text.split("\n"))
    if name == "tac":
        return "\n".join(reversed(text.split("\n")))
    if name == "tr":
        return _translated(command.argv[1:], text)
    if not decodes(command):
        return None
    return _text(_decoder(name)(text))


def _decoder(name: str) -> Callable[[str], bytes | None]:
    return {
        "base64": _base64, "openssl": _base64, "base32": _base32, "xxd": _hexadecimal,
        "gunzip": _unzipped, "zcat": _unzipped, "gzip": _unzipped, "xz": _unxz, "bunzip2": _unbzip, "bzip2": _unbzip,
    }.get(name, lambda _: None)  # fmt: skip


def _text(raw: bytes | None) -> str | None:
    """Bytes that are no text are kept one by one: the next decoder wants them."""
    if raw is None:
        return None
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _base64(text: str) -> bytes | None:
    body = re.sub(r"[^A-Za-z0-9+/]", "", text)
    body = body[: len(body) - (len(body) % 4 == 1)]
    try:
        return base64.b64decode(body + "=" * (-len(body) % 4))
    except (binascii.Error, ValueError):
        return None


def _base32(text: str) -> bytes | None:
    body = re.sub(r"[^A-Z2-7]", "", text)
    try:
        return base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError):
        return None


def _hexadecimal(text: str) -> bytes | None:
    digits = re.sub(r"(?m)^[ \t]*[0-9A-Fa-f]+:|\\x|0x|\s", "", text)
    found = re.match(r"(?:[0-9A-Fa-f]{2})*", digits)
    return bytes.fromhex(found[0]) if found is not None and found[0] else None


def _raw(text: str) -> bytes:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _unzipped(text: str) -> bytes | None:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(_raw(text), MAX_CHARS)
    except zlib.error:
        return None


def _unxz(text: str) -> bytes | None:
    try:
        return lzma.LZMADecompressor(memlimit=64_000_000).decompress(_raw(text), MAX_CHARS)
    except (lzma.LZMAError, EOFError):
        return None


def _unbzip(text: str) -> bytes | None:
    try:
        return bz2.BZ2Decompressor().decompress(_raw(text), MAX_CHARS)
    except (OSError, EOFError, ValueError):
        return None


def _translated(words: Sequence[str], text: str) -> str | None:
    """``tr``: sets of letters with ranges, and ``-d``."""
    options = [word for word in words if re.fullmatch(r"-[cCdst]+", word)]
    sets = [_letters(word) for word in words if word not in options]
    if any(letter in option for option in options for letter in "cC") or not sets:
        return None
    if any("d" in option for option in options):
        return text.translate(dict.fromkeys(map(ord, sets[0])))
    if len(sets) < 2 or not sets[1]:
        return text if options else None
    padded = sets[1] + sets[1][-1] * max(0, len(sets[0]) - len(sets[1]))
    return text.translate({ord(old): new for old, new in zip(sets[0], padded, strict=False)})


def _letters(word: str) -> str:
    for name, letters in _CLASSES.items():
        word = word.replace(name, letters)
    word = unescaped(word)
    return _RANGE.sub(
        lambda found: "".join(map(chr, range(ord(found[1]), min(ord(found[2]), ord(found[1]) + 300) + 1))), word
    )
