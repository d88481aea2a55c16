"""What the code guard knows of memory in C and C++, over ways that fixtures of single rules don't show."""

from __future__ import annotations

import pytest

from guards.code.scanner import Scanner

SCANNER = Scanner.load()
RULES = frozenset(
    {
        "c-access-before-block", "c-allocation-too-small", "c-free-inside-block", "c-free-of-array", "c-never-released",
        "c-number-wraps", "c-read-beyond-block", "c-write-beyond-block", "cpp-mismatched-release",
    }
)  # fmt: skip
HEAD = "#include <stdlib.h>\n#include <string.h>\n"


def found(code: str, language: str = "c") -> set[str]:
    result = SCANNER.scan(HEAD + code, language)
    assert not result.errors
    return {match.rule_id for match in result.matches} & RULES


@pytest.mark.parametrize(
    "way",
    [
        "char *to; char **at = &to; *at = few; to = *at;",
        "char *to = NULL; switch (6) { case 6: to = few; break; default: to = many; }",
        "char *to = many; while (1) { to = few; break; }",
        "char *to = many; if (yes) { to = few; } else { to = many; }",
        "char *to; goto set; set: to = few;",
        "char *to = (char *)(void *)few;",
        "struct box b; b.to = few; char *to = b.to;",
        "char *list[3]; list[2] = few; char *to = list[2];",
    ],
)
def test_pointer_is_followed(way: str) -> None:
    code = "struct box { char *to; }; static const int yes = 1;\nvoid f(void) { char few[8], many[64]; %s memset(to, 1, %d); }"
    assert found(code % (way, 64)) == {"c-write-beyond-block"}
    assert found(code % (way, 8)) == set()


@pytest.mark.parametrize(
    ("use", "rules"),
    [
        ("free(p);", set()),
        ("if (p) free(p);", set()),
        ("if (p == NULL) return; p[0] = 1; free(p);", set()),
        ("keep(p);", set()),
        ("*out = p;", set()),
        ("held.room = p;", set()),
        ("if (p == NULL) exit(1); p[0] = 1;", {"c-never-released"}),
        ("if (p != NULL) { p[0] = 1; }", {"c-never-released"}),
        ("if (p == NULL) return; if (p[0]) return; free(p);", {"c-never-released"}),
        ("int *q = p; free(q);", set()),
        ("p = realloc(p, 80); free(p);", set()),
    ],
)
def test_who_releases(use: str, rules: set[str]) -> None:
    code = "struct { int *room; } held;\nvoid f(int **out) { int *p = malloc(40); %s }"
    assert found(code % use) == rules


def test_what_is_not_known_is_not_told() -> None:
    assert found("void f(char *to, int n) { memset(to, 0, n); char b[8]; memset(b, 0, n); b[n] = 1; }") == set()
    assert found("void f(int n) { int a[8]; for (int i = 0; i < n; i++) a[i] = i; }") == set()
    assert found("void f(void) { int a[8]; for (int i = 0; i < 80; i++) { if (i < 8) a[i] = i; } }") == set()
    assert (
        found(
            "void f(char *s) { char b[8]; int i; for (i = 0; i < 80 && s[i]; i++) { if (i >= 7) break; b[i] = s[i]; } }"
        )
        == set()
    )


def test_field_of_a_class() -> None:
    code = "class Grid { void fill() { for (int i = 0; i < %d; ++i) cells_[i] = i; } int cells_[16] = {}; };"
    assert found(code % 16, "cpp") == set()
    assert found(code % 17, "cpp") == {"c-write-beyond-block"}


def test_cast_to_a_larger_type() -> None:
    code = "void f(void) { %s number = 8; void *data = &number; int read = *((int *)data); }"
    assert found(code % "short") == {"c-read-beyond-block"}
    assert found(code % "int") == set()


def test_memory_of_both_dimensions() -> None:
    code = "void f(void) { int grid[3][4]; for (int i = 0; i < %d; i++) grid[i][0] = 1; }"
    assert found(code % 3) == set()
    assert found(code % 4) == {"c-write-beyond-block"}


def test_lists_are_no_leaks() -> None:
    code = """
struct node { int value; struct node *next; };
struct node *push(struct node *head, int value) {
    struct node *made = malloc(sizeof *made);
    if (made == NULL) return head;
    made->value = value;
    made->next = head;
    return made;
}
void f(void) {
    struct node *head = NULL;
    for (int i = 0; i < 3; i++) head = push(head, i);
    while (head) { struct node *next = head->next; free(head); head = next; }
}
"""
    assert found(code) == set()


def test_long_code_is_followed_as_far_as_there_is_time() -> None:
    beyond = "char few[8]; memset(few, 1, 64);"
    branches = "if (n > 1) { p = malloc(8); } else { memset(q, 0, 8); }\n" * 2_000
    assert found(f"void f(int n) {{ {beyond} char *p = 0, q[8]; {branches} }}") == {"c-write-beyond-block"}


def test_calls_that_call_themselves() -> None:
    assert (
        found(
            "void g(char *p); void f(char *p) { g(p); } void g(char *p) { f(p); f(p); }\nvoid h(void) { char a[4]; f(a); }"
        )
        == set()
    )
