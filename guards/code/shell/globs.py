"""Programs and files that a glob is there to hide: ``/bin/r?``, ``/e??/sh*dow``."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache

# What is worth hiding, likeliest first.
_PROGRAMS = (
    "rm", "bash", "sh", "nc", "cat", "curl", "wget", "python", "python3", "perl", "dd", "mkfs", "chmod",
    "chown", "ncat", "base64", "socat", "php", "ruby", "ssh", "scp", "tar", "tee",
)  # fmt: skip
_PATHS = (
    "/etc/shadow", "/etc/passwd", "/etc/gshadow", "/etc/sudoers", "/etc/crontab", "~/.ssh/id_rsa", "~/.ssh/id_ed25519",
    "/root/.ssh/id_rsa", "~/.aws/credentials", "/proc/self/environ",
)  # fmt: skip
_LETTERS = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=512)
def matched_program(word: str) -> str | None:
    """The first program that a globbed path stands for; None where it is no path, or stands for none of these."""
    folder, slash, name = word.rpartition("/")
    if not slash or len(word) > 100:
        return None
    folders = [one for one in ("/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin") if _same(one, folder)]
    if not folders or not name or name in ("*", "**"):
        return None
    return next((f"{folders[0]}/{program}" for program in _PROGRAMS if fnmatchcase(program, name)), None)


@lru_cache(maxsize=512)
def matched_path(word: str) -> str:
    """The well-known file that a globbed path stands for, where enough of its name is left; else the word itself."""
    if len(_LETTERS.findall(word.rpartition("/")[2])) < 2 and not re.search(r"\?", word):
        return word
    return next((path for path in _PATHS if _same(path, word)), word)


def _same(path: str, pattern: str) -> bool:
    parts, patterns = path.split("/"), pattern.split("/")
    return len(parts) == len(patterns) and all(map(fnmatchcase, parts, patterns))
