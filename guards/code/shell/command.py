"""A command as the shell would run it: what rules for commands are matched on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guards.code.computed import computed

READERS = frozenset({
    "awk", "base32", "base64", "bat", "bzip2", "cat", "cp", "curl", "cut", "dd", "diff", "egrep", "fgrep",
    "find", "gawk", "gpg", "grep", "gzip", "head", "hexdump", "jq", "less", "mail", "more", "mutt", "nl",
    "nano", "od", "openssl", "paste", "pg", "rg", "rsync", "scp", "sed", "sendmail", "sftp", "sort", "split",
    "strings", "tac", "tail", "tar", "tee", "uniq", "uuencode", "vi", "vim", "view", "wc", "wget", "xxd", "xz",
    "zip", "7z", "mv", "ln", "install", "source", ".", "nc", "ncat", "netcat", "socat", "sqlite3", "rclone",
    "s3cmd"
})  # fmt: skip
_DESTINATION_LAST = frozenset({"cp", "mv", "install", "ln", "rsync", "scp"})
_TARGET_OPTIONS = {"curl": ("-o", "--output"), "wget": ("-O", "--output-document"), "openssl": ("-out",)}
_NO_VALUE = frozenset({"-", "--"})


@dataclass(slots=True)
class Redirect:
    """``operator`` without its file descriptor (``>``, ``>>``, ``<``, ``>&`` ...) and the target, expanded."""

    operator: str
    target: str


@dataclass
class Command:
    """One simple command; `start` and `end` are code points of the script it stands in, or was unpacked from.

    What is not known is left as the script has it: ``${NAME}`` for a variable, ``$()`` for a command's output.
    """

    argv: Sequence[str]
    start: int
    end: int
    raw: str = ""  # its source
    redirects: Sequence[Redirect] = ()
    assigns: Sequence[str] = ()  # NAME=value
    sources: list[Command] = field(default_factory=list)  # whose output it reads: pipes, substitutions
    downloads: list[Command] = field(default_factory=list)  # what fetched the file that it runs
    stdin: str | None = None  # what it reads, where that is known
    wrappers: tuple[str, ...] = ()  # sudo, env, xargs ..., outermost first
    recursive: bool = False  # a function that pipes itself into itself
    substituted: bool = False  # it is run for its output

    @computed
    def name(self) -> str:
        """The program without its folder; "" where the command only assigns or redirects."""
        if not self.argv:
            return ""
        name = self.argv[0].rsplit("/", 1)[-1] or self.argv[0]
        return name.removesuffix(".exe").lower() if name.endswith((".exe", ".EXE")) else name

    @computed
    def arguments(self) -> Sequence[str]:
        return self.argv[1:]

    @computed
    def operands(self) -> Sequence[str]:
        """The arguments that are no options."""
        return [word for word in self.argv[1:] if not word.startswith("-") or word in _NO_VALUE]

    @computed
    def text(self) -> str:
        return " ".join(self.argv)

    @computed
    def overwrites(self) -> Sequence[str]:
        """The files that it replaces or empties, as far as its redirects and its usual options tell."""
        found = [row.target for row in self.redirects if row.operator[0] in ">&" and row.operator not in (">>", "&>>")]
        name, operands = self.name, self.operands
        if (name == "tee" and not self.has_option("-a|--append")) or name == "truncate":
            found += operands
        elif name in _DESTINATION_LAST and len(operands) > 1:
            found.append(operands[-1])
        elif name == "dd":
            found += [word[3:] for word in operands if word.startswith("of=")]
        for option in _TARGET_OPTIONS.get(name, ()):
            found += self.values(option)
        return found

    @computed
    def writes(self) -> Sequence[str]:
        """The files that it changes in any way: replaces, appends to, edits."""
        found = [*self.overwrites, *(row.target for row in self.redirects if row.operator in (">>", "&>>"))]
        if self.name == "tee" or (self.name in ("sed", "perl") and self.has_option("-i|--in-place")):
            found += self.operands
        return found

    @computed
    def reads(self) -> Sequence[str]:
        """The files that it reads, as far as its redirects and its operands tell."""
        found = [row.target for row in self.redirects if row.operator in ("<", "<>")]
        if self.name in READERS or self.name.startswith("python"):
            found += self.argv[1:]
        return found

    def values(self, option: str) -> list[str]:
        """What follows `option`, as a word of its own or joined to it."""
        found: list[str] = []
        for number, word in enumerate(self.argv[1:], start=1):
            if word == option or (len(option) == 2 and _bundled(word, option[1]) and word.endswith(option[1])):
                found += self.argv[number + 1 : number + 2]
            elif word.startswith(option + "="):
                found.append(word[len(option) + 1 :])
            elif len(option) == 2 and word.startswith(option) and len(word) > 2:
                found.append(word[2:])
        return found

    def has_option(self, alternatives: str) -> bool:
        """Whether one of ``-r|-R|--recursive`` is given; single letters also bundled, as in ``-rf``."""
        return any(_has(self.argv, option) for option in alternatives.split("|"))


def _has(argv: Sequence[str], option: str) -> bool:
    for word in argv[1:]:
        if word == "--":
            return False
        if word == option or (option.startswith("--") and word.startswith(option + "=")):
            return True
        if len(option) == 2 and option[0] == "-" and _bundled(word, option[1]):
            return True
    return False


def _bundled(word: str, letter: str) -> bool:
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and letter in word[1:] and word[1:].isalnum()
