"""What the C library's functions do to memory that they are given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from .values import Origin


@dataclass(frozen=True, slots=True)
class Sized:
    """A function that writes as much as it is told: numbers of arguments, and the bytes of one item."""

    target: int
    length: int
    source: int | None = None
    item: int = 1
    times: int | None = None  # another argument that the length is multiplied with
    text: bool = False  # stops where its source ends


SIZED: Mapping[str, Sized] = {
    "memcpy": Sized(0, 2, 1), "memmove": Sized(0, 2, 1), "wmemcpy": Sized(0, 2, 1, 4), "wmemmove": Sized(0, 2, 1, 4),
    "bcopy": Sized(1, 2, 0), "memset": Sized(0, 2), "wmemset": Sized(0, 2, item=4), "bzero": Sized(0, 1),
    "strncpy": Sized(0, 2, 1, text=True), "strlcpy": Sized(0, 2, 1, text=True), "wcsncpy": Sized(0, 2, 1, 4, text=True),
    "fgets": Sized(0, 1), "fgetws": Sized(0, 1, item=4), "snprintf": Sized(0, 1, text=True), "vsnprintf": Sized(0, 1, text=True),
    "swprintf": Sized(0, 1, item=4, text=True), "read": Sized(1, 2), "recv": Sized(1, 2), "recvfrom": Sized(1, 2),
    "fread": Sized(0, 1, times=2), "gethostname": Sized(0, 1), "getcwd": Sized(0, 1), "readlink": Sized(1, 2),
    "strftime": Sized(0, 1),
}  # fmt: skip
# Target and source; whether the text goes behind what is there; the bytes of a letter.
COPIES: Mapping[str, tuple[bool, int]] = {
    "strcpy": (False, 1), "stpcpy": (False, 1), "strcat": (True, 1), "wcscpy": (False, 4), "wcscat": (True, 4),
}  # fmt: skip
LENGTHS = frozenset({"strlen", "wcslen"})
# Functions that keep nothing of what they are given.
KEEPS_NOTHING = frozenset({
    *SIZED, *COPIES, *LENGTHS, "abs", "assert", "atof", "atoi", "atol", "connect", "bind", "cout", "fclose", "feof", "ferror", "fflush",
    "fgetc", "fileno", "fprintf", "fputc", "fputs", "free", "fscanf", "fseek", "fstat", "ftell", "fwrite", "getc", "getline", "isalpha",
    "isdigit", "isspace", "listen", "lseek", "memchr", "memcmp", "perror", "printf", "printLine", "putc", "putchar", "puts", "qsort", "rewind",
    "scanf", "send", "setvbuf", "sizeof", "sprintf", "sscanf", "strcasecmp", "strcmp", "strcspn", "strncasecmp", "strncat", "strncmp", "strspn",
    "strtod", "strtol", "strtoul", "syslog", "system", "tolower", "toupper", "ungetc", "vfprintf", "vprintf", "wprintf", "write", "wcscmp",
})  # fmt: skip
MADE: Mapping[str, Origin] = {
    "malloc": "heap", "calloc": "heap", "realloc": "heap", "strdup": "heap", "strndup": "heap", "wcsdup": "heap", "aligned_alloc": "heap",
    "alloca": "stack", "ALLOCA": "stack", "fopen": "file", "fdopen": "file", "freopen": "file", "tmpfile": "file", "popen": "stream",
    "open": "descriptor", "creat": "descriptor", "socket": "descriptor", "opendir": "directory",
}  # fmt: skip
RELEASES: Mapping[str, Origin] = {
    "free": "heap", "cfree": "heap", "fclose": "file", "pclose": "stream", "close": "descriptor", "closedir": "directory",
    "closesocket": "descriptor",
}  # fmt: skip
LIMITS: Mapping[str, int] = {
    "CHAR_MAX": 127, "SCHAR_MAX": 127, "CHAR_MIN": -128, "SCHAR_MIN": -128, "UCHAR_MAX": 255, "SHRT_MAX": 32767, "SHRT_MIN": -32768,
    "USHRT_MAX": 65535, "INT_MAX": 2**31 - 1, "INT_MIN": -(2**31), "UINT_MAX": 2**32 - 1, "LONG_MAX": 2**63 - 1, "LONG_MIN": -(2**63),
    "LLONG_MAX": 2**63 - 1, "LLONG_MIN": -(2**63), "ULONG_MAX": 2**64 - 1, "SIZE_MAX": 2**64 - 1, "INT8_MAX": 127, "INT16_MAX": 32767,
    "INT32_MAX": 2**31 - 1, "UINT8_MAX": 255, "UINT16_MAX": 65535, "UINT32_MAX": 2**32 - 1, "INT64_MAX": 2**63 - 1,
}  # fmt: skip
_CONVERSION = re.compile(r"%([-+ #0]*)(\d*)(?:\.(\d+))?(hh|h|ll|l|z|j|t)?([diouxXcspfgeEG%])")
_DIGITS = {"d": 11, "i": 11, "u": 10, "x": 8, "X": 8, "o": 11, "c": 1, "p": 18}
_LONG_DIGITS = {"d": 20, "i": 20, "u": 20, "x": 16, "X": 16, "o": 22}


def written_length(form: str, lengths: Sequence[Callable[[], int | None]]) -> int | None:
    """The most letters that printf makes of a format; None: there is no telling."""
    total, at, end = 0, 0, 0
    for found in _CONVERSION.finditer(form):
        total += found.start() - end
        end = found.end()
        _, width, precision, size, letter = found.groups()
        if letter == "%":
            total += 1
            continue
        if at >= len(lengths):
            return None
        length = (
            lengths[at]() if letter == "s" else (_LONG_DIGITS if size in ("l", "ll", "z", "j") else _DIGITS).get(letter)
        )
        at += 1
        if letter == "s" and precision:
            length = int(precision) if length is None else min(length, int(precision))
        if length is None:
            return None
        total += max(length, int(width or 0))
    rest = form[end:]
    return None if "%" in rest else total + len(rest)
