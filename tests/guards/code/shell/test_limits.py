"""Hostile scripts: no crash, no hang, time linear in the length; what can't be judged is an error, never silence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code import CodeGuard
from guards.errors import GuardError
from guards.types import Stage, Subject

from .test_commands import SCANNER, lines

PIECES = [
    "rm -rf /", "$(", ")", "`", '"', "'", "$'\\x72'", "{a,b}", "<<EOF\n", "EOF\n", "|", "&", ";", "\n", " ", "\\", "${x:-", "}", "<(",
    "if ", "then ", "fi\n", "for x in a b; do ", "done\n", "f() { f | f & }", "eval ", "sh -c ", "base64 -d", "echo ", "x=$x$x;", "$x",
    "/???/r?", "é", "\x00", "😀", "((", "))", "[[", "]]", ">&", "2>", "case x in ", "esac", "#", "%%", "$IFS", "sudo ", "xargs ", "é",
]  # fmt: skip
SCRIPTS = st.lists(st.sampled_from([*PIECES, *lines("dangerous.tsv"), *lines("ordinary.txt")]), max_size=12).map(
    "".join
)


@settings(max_examples=150, deadline=None)
@given(code=SCRIPTS | st.text(max_size=200), language=st.sampled_from(["shell", "powershell", "python", "php"]))
def test_no_text_makes_it_crash(code: str, language: str) -> None:
    result = SCANNER.scan(code, language)
    assert all(0 <= match.start <= match.end <= len(code) for match in result.matches)
    assert all(result.errors) or not result.errors


@settings(max_examples=100, deadline=None)
@given(
    line=st.sampled_from(list(lines("dangerous.tsv"))),
    before=st.sampled_from(
        ["", "set -e\n", "echo ok; ", "true && ", "if x; then\n", "echo 'a\"b'\n", "(", "ls | wc\n"]
    ),
    after=st.sampled_from(["", "\n", "; echo done", " # why", "\nfi\n", " && ls", "\necho 'it"]),
)
def test_what_stands_around_a_command_hides_nothing(line: str, before: str, after: str) -> None:
    rule, command = line.split("\t")
    if command.endswith("&"):
        after = "\n"
    if command.startswith("{") and "\nfi" in after:
        after = ""  # braces that expand to a command are no statement of the grammar's: the lexer's keywords come in between
    found = {match.rule_id for match in SCANNER.scan(before + command + after, "shell").matches}
    assert f"shell-{rule}" in found


@pytest.mark.parametrize("language", ["shell", "powershell"])
@pytest.mark.parametrize(
    "unit",
    ["$(", "`", '"', "'", "{", "{a,b}", "(", "rm -rf x; ", "a|", "${a:-", "<(", "$((", "x=$x;", "<<A\n", "\\", "$'\\x41'", "if a; then ",
     "f(){ ", "'a'+", "[char]65+", "-f 'a',", "((", "echo a > b; cat b | sh; ", "$x", "eval eval ", "sh -c 'a' ", "<a> ", "a=b ", "(a) "],
)  # fmt: skip
def test_time_grows_with_the_length_and_no_faster(unit: str, language: str) -> None:
    def taken(copies: int) -> float:
        began = time.process_time()
        SCANNER.scan(unit * copies, language)
        return time.process_time() - began

    taken(50)
    # Ten times the text: quadratic time would be a hundred times as long. Under 2 s is no hang,
    # whatever the shape.
    assert taken(4000) < max(45 * min(taken(400) for _ in range(3)), 2.0)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("$(" * 40 + "ls" + ")" * 40, "nested deeper"),
        ("x=aaaaaaaaaaaaaaaa; " + "x=$x$x; " * 40, "characters long"),
        ("a() { b; b; }\n" * 3 + "ls; " * 30_000, "more than"),
        ("ls\n" * 1_000_000, "over"),
    ],
)
def test_what_is_too_much_is_an_error(code: str, words: str) -> None:
    errors = SCANNER.scan(code, "shell").errors
    assert any(words in error for error in errors)


def test_an_error_is_the_guards() -> None:
    code = "$(" * 40 + "ls" + ")" * 40
    with pytest.raises(GuardError, match="nested deeper"):
        CodeGuard(SCANNER).scan(Subject(f"```sh\n{code}\n```\n", Stage.OUTPUT))
