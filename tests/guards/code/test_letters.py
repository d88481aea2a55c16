"""What C and C++ do to make sure of a text: letters looked at one by one, lists, addresses; and what only looks like it."""

from __future__ import annotations

import pytest

from guards.code.scanner import Scanner

SCANNER = Scanner.load()
C = 'int ping(const char *host) {{ char line[99]; {check} snprintf(line, 99, "ping %s", host); return system(line); }}'
CPP = 'int ping(const std::string& host) {{ {check} return system(("ping " + host).c_str()); }}'

SAFE_IN_C = [
    'for (const char *p = host; *p; p++) if (strchr("abc.", *p) == NULL) return -1;',
    "for (size_t i = 0; host[i]; i++) if (!isalnum((unsigned char)host[i])) return -1;",
    "const char *p = host; while (*p) { if (!isalnum(*p) && *p != '.') return -1; p++; }",
    "int ok = 1; for (const char *p = host; *p; p++) { if (!isalpha(*p)) { ok = 0; break; } } if (!ok) return -1;",
    "int bad = 0; for (const char *p = host; *p; p++) { if (!isalpha(*p)) bad = 1; } if (bad) return -1;",
    "int known = 0; for (int i = 0; i < 3; i++) if (strcmp(host, HOSTS[i]) == 0) known = 1; if (!known) return -1;",
    'if (strspn(host, "abc.") != strlen(host)) return -1;',
    "if (host[strspn(host, \"abc.\")] != '\\0') return -1;",
    'if (strpbrk(host, ";|&$`") != NULL) return -1;',
    'if (strcmp(host, "one") != 0 && strcmp(host, "two") != 0) return -1;',
    "struct in_addr a; if (inet_pton(AF_INET, host, &a) != 1) return -1;",
    "struct in_addr a; if (inet_pton(AF_INET, host, &a) <= 0) return -1;",
]
NO_CHECK_IN_C = [
    'if (strcmp(host, "one") == 0) return -1;',
    'if (!strcmp(host, "one")) return -1;',
    "for (const char *p = host; *p; p++) if (isspace(*p)) break;",
    "int n = 0; for (const char *p = host; *p; p++) if (isalnum(*p)) n++;",
    'if (strpbrk(host, " ") != NULL) return -1;',
    "int found = 1; for (const char *p = host; *p; p++) { if (!isalpha(*p)) { found = 0; } } if (found) return -1;",
]
SAFE_IN_CPP = [
    "for (char c : host) { if (!std::isalnum(c) && c != '.') throw std::invalid_argument(\"host\"); }",
    'if (host.find_first_not_of("abc.") != std::string::npos) return -1;',
    "if (HOSTS.find(host) == HOSTS.end()) return -1;",
    "auto it = HOSTS.find(host); if (it == HOSTS.end()) return -1;",
    "if (std::find(hosts.begin(), hosts.end(), host) == hosts.end()) return -1;",
]


@pytest.mark.parametrize("check", SAFE_IN_C)
def test_a_check_in_c_makes_text_safe(check: str) -> None:
    assert not SCANNER.scan(C.format(check=check), "c").matches


@pytest.mark.parametrize("check", ["", *NO_CHECK_IN_C])
def test_what_is_no_check_in_c_does_not(check: str) -> None:
    assert [match.rule_id for match in SCANNER.scan(C.format(check=check), "c").matches] == ["c-os-command-injection"]


@pytest.mark.parametrize("check", SAFE_IN_CPP)
def test_a_check_in_cpp_makes_text_safe(check: str) -> None:
    assert SCANNER.scan(CPP.format(check=""), "cpp").matches
    assert not SCANNER.scan(CPP.format(check=check), "cpp").matches


CHECKER = """
static int plain(const char *text) {{
    for (; *text; text++)
        if (!isalnum((unsigned char)*text)) return {refused};
    return {passed};
}}
int ping(const char *host) {{
    char line[99];
    if ({asked}) return -1;
    snprintf(line, 99, "ping %s", host);
    return system(line);
}}
"""


@pytest.mark.parametrize(
    ("refused", "passed", "asked", "found"),
    [
        ("0", "1", "!plain(host)", False),
        ("-1", "0", "plain(host) != 0", False),
        ("0", "1", "plain(host)", True),
    ],
)
def test_a_function_that_looks_at_every_letter(refused: str, passed: str, asked: str, found: bool) -> None:
    code = CHECKER.format(refused=refused, passed=passed, asked=asked)
    assert bool(SCANNER.scan(code, "c").matches) is found


PATH = 'int drop(const struct entry *entry) {{ char path[99]; {check} snprintf(path, 99, "/srv/%s", entry->name); return unlink(path); }}'


@pytest.mark.parametrize(
    ("check", "found"),
    [
        ("", True),
        ("if (strchr(entry->name, '/') != NULL) return -1;", False),
        ("if (strchr(entry->name, 'x') != NULL) return -1;", True),
    ],
)
def test_a_path_may_hold_a_field_without_a_slash(check: str, found: bool) -> None:
    ids = {match.rule_id for match in SCANNER.scan(PATH.format(check=check), "c").matches}
    assert ("c-path-traversal" in ids) is found
