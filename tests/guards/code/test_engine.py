"""The fast engine on fragments, aliases, data flow and hostile input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code.engine import Engine
from guards.code.fixtures import fixture_of

ENGINE = Engine.load()


def rules_in(code: str, language: str) -> set[str]:
    result = ENGINE.scan(code, language)
    assert result.errors == ()
    return {match.rule_id for match in result.matches}


@pytest.mark.parametrize(
    ("language", "code", "rule"),
    [
        ("java", 'String q = "SELECT " + request.getParameter("a");\nst.executeQuery(q);', "java-sql-injection"),
        ("java", 'st.executeQuery("SELECT " + request.getParameter("a"))', "java-sql-injection"),  # unfinished
        ("php", 'mysqli_query($c, "SELECT $_GET[id]");', "php-sql-injection"),  # no <?php
        ("php", "<?php\neval($_POST['x']);", "php-eval-injection"),
        ("c", "strcpy(a, b);", "c-unbounded-copy"),
        ("c", "char b[8];\ngets(b", "c-gets"),
        ("csharp", 'var c = new SqlCommand("SELECT " + Request.Query["a"], conn);', "csharp-sql-injection"),
        ("python", "import os\n\ndef f(x):\n    os.system('ls ' + x", "python-os-command-injection"),
        ("javascript", "app.get('/', (req, res) => { eval(req.query.x)", "js-eval-injection"),
    ],
)
def test_fragments_without_class_import_or_end_are_judged(language: str, code: str, rule: str) -> None:
    assert rule in rules_in(code, language)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "# os.system(input())\nx = 'os.system(input())'\n"),
        ("c", '/* gets(b); */ const char *s = "gets(b)";'),
        ("javascript", "// eval(req.body)\nconst s = 'eval(req.body)';"),
        ("java", '// st.executeQuery(request.getParameter("a"))\nString s = "Math.random()";'),
        ("php", "// eval($_GET['x']);\n$s = 'eval($_GET[x])';"),
    ],
)
def test_comments_and_strings_are_no_code(language: str, code: str) -> None:
    assert rules_in(code, language) == set()


def test_a_comment_does_not_hide_the_real_one_below() -> None:
    code = "# os.system(input())\nos.system(input())\n"
    assert [match.start for match in ENGINE.scan(code, "python").matches] == [code.index("\n") + 1]


@pytest.mark.parametrize(
    "code",
    [
        "from os import system as s\ns(input())",
        "import os as o\no.system(input())",
        "import os\nos.system(input())",
    ],
)
def test_import_aliases_are_followed(code: str) -> None:
    assert "python-os-command-injection" in rules_in(code, "python")


FLOW = [
    ("x = request.args['a']\ndb.execute('SELECT ' + x)", True),
    ("x = request.args['a']\ny = x.strip().lower()\ndb.execute(f'SELECT {y}')", True),
    ("x = request.args['a']\nx = 'constant'\ndb.execute('SELECT ' + x)", False),
    ("parts = []\nparts.append(request.args['a'])\ndb.execute(' '.join(parts))", True),
    ("x = int(request.args['a'])\ndb.execute('SELECT %d' % x)", False),
    ("if ok:\n    x = request.args['a']\nelse:\n    x = 'b'\ndb.execute('SELECT ' + x)", True),
    ("q = 'SELECT '\nfor p in request.args:\n    q += p\ndb.execute(q)", True),
    ("x = request.args['a']\ndb.execute('SELECT ?', (x,))", False),
    ("x = request.args['a'] if True else 'b'\ndb.execute('SELECT ' + x)", True),
    ("x = request.args['a'] if False else 'b'\ndb.execute('SELECT ' + x)", False),
    ("ok = request.args['a'] == 'b'\ndb.execute('SELECT ' + str(ok))", False),
]


@pytest.mark.parametrize(("code", "reaches"), FLOW)
def test_data_flow(code: str, reaches: bool) -> None:
    assert ("python-sql-injection" in rules_in(code, "python")) is reaches


def test_offsets_are_code_points() -> None:
    code = "# é𝒳 ü\nx = 'é'; eval(input())\n"
    match = ENGINE.scan(code, "python").matches[0]
    assert code[match.start : match.end] == "eval(input())"


@pytest.mark.parametrize(("language", "call"), [("python", "eval("), ("javascript", "eval("), ("c", "system(")])
def test_code_nested_beyond_the_bound_is_an_error_not_a_pass(language: str, call: str) -> None:
    result = ENGINE.scan(f"x = {call * 3000}1{')' * 3000};", language)
    assert result.errors
    assert "nested" in result.errors[0]


FIXTURES = [
    fixture for rule in ENGINE.rules.values() if (fixture := fixture_of(rule)) and fixture.language in ENGINE.languages
]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FIXTURES), st.integers(0, 3000), st.integers(0, 3000), st.text(max_size=12))
def test_mutated_code_never_breaks_the_engine(fixture: object, start: int, length: int, put: str) -> None:
    code = fixture.path.read_text("utf-8")  # type: ignore[attr-defined]
    mutated = code[:start] + put + code[start + length :]
    for match in ENGINE.scan(mutated, fixture.language).matches:  # type: ignore[attr-defined]
        assert 0 <= match.start <= match.end <= len(mutated)


def test_a_rule_that_takes_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guards.code.engine.matcher.MAX_STEPS", 0)
    result = ENGINE.scan("import os\nos.system(input())", "python")
    assert any(error.startswith("python-os-command-injection: was given up") for error in result.errors)


@pytest.mark.parametrize(
    ("language", "code", "rule"),
    [
        ("python", "with open(input()) as h:\n    os.system(h.read())", "python-os-command-injection"),
        (
            "java",
            'String b; switch (n) { case 1: b = request.getParameter("a"); break; default: b = "x"; }\n'
            'st.executeQuery("S" + b);',
            "java-sql-injection",
        ),
        ("javascript", "let s = ''; for (const k of req.body) s += k; eval(s)", "js-eval-injection"),
    ],
)
def test_data_flow_through_statements(language: str, code: str, rule: str) -> None:
    assert rule in rules_in(code, language)


CONTAINERS = [
    ('map.put("a", "x"); map.put("b", p); String q = (String) map.get("b");', True),
    ('map.put("a", "x"); map.put("b", p); String q = (String) map.get("a");', False),
    ('map.put("b", p); map.put("b", "x"); String q = map.get("b");', False),
    ('map.put("b", p); String q = map.get(k);', True),
    ('List<String> l = new ArrayList<>(); l.add("x"); l.add(p); l.add("y"); l.remove(0); String q = l.get(0);', True),
    ('List<String> l = new ArrayList<>(); l.add("x"); l.add(p); l.add("y"); l.remove(0); String q = l.get(1);', False),
    ('List<String> l = new ArrayList<>(); if (z) { l.add(p); } else { l.add("x"); } String q = l.get(0);', True),
    ("List<String> l = other(); l.add(p); String q = l.get(0);", True),
]


@pytest.mark.parametrize(("code", "reaches"), CONTAINERS)
def test_parts_of_maps_and_lists_are_told_apart(code: str, reaches: bool) -> None:
    method = (
        f'void f(HttpServletRequest r) {{ String p = r.getParameter("p"); {code} st.executeQuery("SELECT " + q); }}'
    )
    assert ("java-sql-injection" in rules_in(method, "java")) is reaches


@pytest.mark.parametrize(
    ("parameters", "reaches"), [("n string", True), ("a, n string", True), ("n int", False), ("n *sql.DB", False)]
)
def test_gos_text_parameters_are_sources(parameters: str, reaches: bool) -> None:
    code = f'package p\nfunc f(db *sql.DB, {parameters}) {{\n\tdb.Query("SELECT " + n)\n}}\n'
    assert ("go-sql-injection" in rules_in(code, "go")) is reaches
