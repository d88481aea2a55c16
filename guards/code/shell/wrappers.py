"""Programs that run another one: what is left of their words is the command that counts.

Source: the manual pages of sudo(8), env(1), timeout(1), xargs(1), ssh(1) and the others named here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .words import UNKNOWN_OUTPUT

SHELLS = frozenset({"sh", "bash", "zsh", "dash", "ksh", "ash", "mksh", "fish", "rbash", "csh", "tcsh", "pwsh-sh"})
POWERSHELLS = frozenset({"powershell", "pwsh", "cmd"})

# Options that take a value, and how many operands come before the command.
_WRAPPERS: Mapping[str, tuple[str, int]] = {
    "sudo": ("-u -g -h -p -C -r -t -U -D -R -T --user --group --host --prompt --chdir --role --type", 0),
    "doas": ("-u -C", 0), "pkexec": ("--user", 0), "gosu": ("", 1), "su-exec": ("", 1),
    "env": ("-u -C --unset --chdir", 0), "nohup": ("", 0), "command": ("", 0), "builtin": ("", 0), "exec": ("-a", 0),
    "time": ("-f -o --format --output", 0), "nice": ("-n --adjustment", 0), "ionice": ("-c -n -p", 0),
    "chrt": ("", 1), "taskset": ("", 1), "timeout": ("-s -k --signal --kill-after", 1), "stdbuf": ("-i -o -e", 0),
    "setsid": ("", 0), "unshare": ("", 0), "busybox": ("", 0), "toybox": ("", 0), "fakeroot": ("", 0), "caffeinate": ("-t -w", 0),
    "strace": ("-o -e -p -s -u", 0), "ltrace": ("-o -e -p -s -u", 0), "torsocks": ("", 0), "torify": ("", 0),
    "proxychains": ("-f", 0), "proxychains4": ("-f", 0), "chroot": ("", 1), "unbuffer": ("", 0), "systemd-run": ("-p -u", 0),
    "xargs": ("-I -n -P -L -d -s -E -a --max-args --max-procs --delimiter --arg-file", 0),
    "parallel": ("-j --jobs -a --arg-file -I -n --delay --timeout", 0), "noglob": ("", 0), "coproc": ("", 0),
    "dbus-run-session": ("", 0), "firejail": ("", 0), "rlwrap": ("", 0), "setarch": ("", 1), "trickle": ("-d -u", 0),
}  # fmt: skip
_OPTIONS = {name: frozenset(options.split()) for name, (options, _) in _WRAPPERS.items()}
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=", re.A)
_SSH_VALUES = frozenset({
    "-i", "-p", "-l", "-o", "-F", "-J", "-L", "-R", "-D", "-b", "-c", "-E", "-e", "-I", "-m", "-O", "-Q", "-S",
    "-W", "-w", "-B"
})  # fmt: skip
_SHELL_VALUES = frozenset({"-o", "+o", "-O", "+O", "--rcfile", "--init-file"})


def unwrapped(name: str, argv: Sequence[str]) -> Sequence[str] | None:
    """The command that the wrapper `name` runs; None where `name` is none, or runs nothing."""
    if name not in _WRAPPERS:
        return None
    if name == "command" and any(word in ("-v", "-V") for word in argv[1:2]):
        return None
    values, operands = _OPTIONS[name], _WRAPPERS[name][1]
    at = 1
    while at < len(argv):
        word = argv[at]
        if name == "env" and (word in ("-S", "--split-string") or word.startswith(("-S", "--split-string="))):
            joined = (
                word.partition("=")[2]
                if word.startswith("--split-string=")
                else word[2:] or " ".join(argv[at + 1 : at + 2])
            )
            return [*joined.split(), *argv[at + (1 if joined and word not in ("-S",) else 2) :]]
        if word == "--":
            at += 1
            break
        if word in values:
            at += 2
        elif (len(word) > 1 and word[0] in "-+") or (name in ("sudo", "env", "doas") and _ASSIGNMENT.match(word)):
            at += 1
        elif operands:
            operands -= 1
            at += 1
        else:
            break
    return argv[at:] or None


def shell_code(argv: Sequence[str]) -> tuple[str | None, str | None]:
    """What a shell is given: code after ``-c``, or a script's file; neither where it reads standard input."""
    wants_code, at = False, 1
    while at < len(argv):
        word = argv[at]
        if word in _SHELL_VALUES:
            at += 2
            continue
        if word == "--":
            at += 1
            break
        if word == "-":
            at += 1
            continue
        if len(word) > 1 and word[0] in "-+":
            wants_code = wants_code or word == "--command" or (word[:2] != "--" and "c" in word[1:])
            at += 1
            continue
        break
    if at >= len(argv):
        return None, None
    return (argv[at], None) if wants_code else (None, argv[at])


def interpreted(name: str) -> str | None:
    """The language that a program of this name interprets, where the commands in it are looked for."""
    stem = name.rstrip("0123456789.")
    return {"python": "python", "pypy": "python", "node": "javascript", "nodejs": "javascript", "php": "php"}.get(stem)


def given_code(name: str, argv: Sequence[str]) -> str | None:
    """The code that a shell, or `eval`, gets as an argument; of a command made of another's output, that output."""
    if name in SHELLS:
        return shell_code(argv)[0]
    if name == "eval":
        return " ".join(word for word in argv[1:] if word != "--")
    return argv[0] if argv and argv[0].startswith(UNKNOWN_OUTPUT) else None


def carried(name: str, argv: Sequence[str]) -> tuple[list[Sequence[str]], list[str]]:
    """Commands, and code for a shell, that a program runs besides its own work: `find -exec`, `ssh host ...`, `su -c`."""
    if name == "find" or name == "fd":
        return _find(argv), []
    if name in ("ssh", "sshpass", "autossh", "mosh"):
        return [], _remote(argv)
    if name in ("su", "runuser", "script", "flock", "nsenter"):
        for number, word in enumerate(argv[:-1]):
            if word in ("-c", "--command"):
                return [], [argv[number + 1]]
        return _inner_shell(argv), []
    if name == "trap":
        return [], [word for word in argv[1:2] if word not in ("-", "--", "-l", "-p")]
    if name == "watch":
        return [], [" ".join(word for word in argv[1:] if not word.startswith("-") and not word.isdigit())]
    if name in ("tmux", "screen"):
        return [], [argv[-1]] if len(argv) > 2 and " " in argv[-1] else []
    if name in (
        "docker",
        "podman",
        "nerdctl",
        "kubectl",
        "oc",
        "lxc",
        "vagrant",
        "adb",
        "nix-shell",
        "machinectl",
        "wsl",
    ):
        return _inner_shell(argv), []
    return [], []


def _find(argv: Sequence[str]) -> list[Sequence[str]]:
    found: list[Sequence[str]] = []
    starts = [number for number, word in enumerate(argv) if word in ("-exec", "-execdir", "-ok", "-okdir")][:20]
    roots = []
    for word in argv[1:]:
        if word.startswith(("-", "(", "!")):
            break
        roots.append(word)
    for start in starts:
        end = start + 1
        while end < len(argv) and argv[end] not in (";", "+", "\\;"):
            end += 1
        # What is found lies under the roots: `find / -exec rm {}` removes what `rm /...` does.
        command: list[str] = []
        for word in argv[start + 1 : end]:
            command += (roots or ["."]) if word == "{}" and len(argv) - len(roots) == end - start + 2 else [word]
        if command:
            found.append(command)
    return found


def _remote(argv: Sequence[str]) -> list[str]:
    at, host = 1, False
    while at < len(argv):
        word = argv[at]
        if word in _SSH_VALUES:
            at += 2
        elif word.startswith("-"):
            at += 1
        elif not host:
            host = True
            at += 1
        else:
            break
    return [" ".join(argv[at:])] if at < len(argv) else []


def _inner_shell(argv: Sequence[str]) -> list[Sequence[str]]:
    for number, word in enumerate(argv[2:], start=2):
        if word.rsplit("/", 1)[-1] in SHELLS and number + 1 < len(argv):
            return [argv[number:]]
    return []
