"""What one function hands to another reaches its sinks, and what it hands over safely does not."""

from __future__ import annotations

import pytest

from guards.code.scanner import Scanner

SCANNER = Scanner.load()

PYTHON = """
import os, re

def run(command):
    return os.popen(command).read()

def lookup(host):
    {check}
    return run("nslookup " + host)
"""
JAVA = """
public class Report extends HttpServlet {{
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {{
    String id = request.getParameter("id");
    load(2, {given});
  }}
  private void load(int page, String clause) throws Exception {{
    connection.createStatement().executeQuery("SELECT * FROM reports WHERE " + clause);
  }}
}}
"""


@pytest.mark.parametrize(
    ("check", "found"),
    [("print(host)", True), ("if not re.fullmatch('[a-z.]+', host): raise ValueError(host)", False)],
)
def test_a_helper_is_given_what_its_callers_checked(check: str, found: bool) -> None:
    assert bool(SCANNER.scan(PYTHON.format(check=check), "python").matches) is found


def test_an_example_of_use_proves_nothing() -> None:
    code = 'import os\n\ndef run(command):\n    os.system(command)\n\ndef main():\n    run("x")\n'
    assert SCANNER.scan(code, "python").matches


@pytest.mark.parametrize(("given", "found"), [('"id = " + id', True), ('"id = 3"', False)])
def test_arguments_meet_their_parameters(given: str, found: bool) -> None:
    ids = {match.rule_id for match in SCANNER.scan(JAVA.format(given=given), "java").matches}
    assert ("java-sql-injection" in ids) is found


JAVASCRIPT = """
class Preview {{
  constructor(address) {{ this.address = address; }}
  load() {{ return fetch(this.address); }}
}}
app.get('/preview', (req, res) => new Preview({given}).load());
"""
PHP = """<?php
class Page {{
    public function __construct(private string $title) {{}}
    public function show() {{ echo "<h1>{{$this->title}}</h1>"; }}
}}
(new Page({given}))->show();
"""


@pytest.mark.parametrize(("given", "found"), [("req.query.url", True), ("'https://example.com/'", False)])
def test_a_constructor_is_given_what_its_object_keeps(given: str, found: bool) -> None:
    assert bool(SCANNER.scan(JAVASCRIPT.format(given=given), "javascript").matches) is found


@pytest.mark.parametrize(("given", "found"), [("$_GET['title']", True), ("'Welcome'", False)])
def test_a_promoted_parameter_is_a_field(given: str, found: bool) -> None:
    assert bool(SCANNER.scan(PHP.format(given=given), "php").matches) is found


@pytest.mark.parametrize(("field", "found"), [("customer", True), ("table", False)])
def test_a_field_is_put_together_with_other_text_unless_it_sets_the_object_up(field: str, found: bool) -> None:
    code = (
        f"class Orders:\n    def __init__(self, db, {field}):\n        self.db, self.{field} = db, None\n"
        f"        self.{field} = {field}\n\n"
        f"    def all(self):\n        return self.db.execute('SELECT * FROM orders, ' + self.{field})\n"
    )
    assert bool(SCANNER.scan(code, "python").matches) is found


@pytest.mark.parametrize(("looked_up", "found"), [("self.COLUMNS.get(sort, 'id')", False), ("sort", True)])
def test_what_is_looked_up_in_a_written_out_map_is_not_what_is_found(looked_up: str, found: bool) -> None:
    code = f"def orders(self, sort):\n    return self.db.execute('SELECT * FROM orders ORDER BY ' + {looked_up})\n"
    assert bool(SCANNER.scan(code, "python").matches) is found


@pytest.mark.parametrize(("path", "found"), [("folder + '/notes.txt'", False), ("'notes/' + name", True)])
def test_a_path_may_begin_with_a_folder_of_the_program(path: str, found: bool) -> None:
    assert bool(SCANNER.scan(f"def notes(folder, name):\n    return open({path}).read()\n", "python").matches) is found


@pytest.mark.parametrize(("given", "found"), [("os.path.join(ROOT, name)", True), ("safe_join(ROOT, name)", False)])
def test_a_method_of_an_object_made_here(given: str, found: bool) -> None:
    code = (
        f"class Store:\n    def path(self, name):\n        return {given}\n\n\nstore = Store()\n\n\n"
        "@app.get('/')\ndef show():\n    return open(store.path(request.args['name'])).read()\n"
    )
    assert bool(SCANNER.scan(code, "python").matches) is found


FILLED = """
static void {name}(char *out, const char *dir, const char *file) {{
    strcpy(out, dir);
    strcat(out, file);
}}
void drop(const char *ignored) {{
    char path[4096];
    {name}(path, "/srv/", {given});
    unlink(path);
}}
"""


@pytest.mark.parametrize(
    ("name", "given", "found"),
    [
        ("put_together", 'getenv("QUERY_STRING")', True),
        ("put_together", '"lock"', False),
        ("clean_path", 'getenv("QUERY_STRING")', False),  # its name says what it is for
    ],
)
def test_what_a_function_fills_is_tainted_by_what_it_is_given(name: str, given: str, found: bool) -> None:
    ids = {match.rule_id for match in SCANNER.scan(FILLED.format(name=name, given=given), "c").matches}
    assert ("c-path-traversal" in ids) is found


@pytest.mark.parametrize(("line", "found"), [("line", True), ('"GET /"', False)])
def test_sscanf_fills_what_follows_its_format(line: str, found: bool) -> None:
    code = (
        "void serve(int fd) { char line[99], method[9], name[90]; recv(fd, line, 98, 0);"
        f' sscanf({line}, "%8s %89s", method, name); unlink(name); }}'
    )
    assert any(match.rule_id == "c-path-traversal" for match in SCANNER.scan(code, "c").matches) is found


@pytest.mark.parametrize(("condition", "found"), [("\"name = '%s'\" % value", True), ('"name = %s"', False)])
def test_what_a_method_adds_to_a_list_of_its_object(condition: str, found: bool) -> None:
    code = (
        f"class Query:\n    def where(self, value):\n        self.conditions.append({condition})\n        return self\n\n"
        "    def run(self, cursor):\n        cursor.execute('SELECT * FROM t WHERE ' + ' AND '.join(self.conditions))\n"
    )
    assert bool(SCANNER.scan(code, "python").matches) is found


@pytest.mark.parametrize(
    ("items", "found"), [("req.body.items", True), ("Object.keys(req.body)", True), ("['daily', 'weekly']", False)]
)
def test_a_callback_is_given_the_items_of_a_list(items: str, found: bool) -> None:
    code = f"app.post('/', (req, res) => {{ {items}.forEach((item) => db.query('DROP TABLE ' + item)); }});\n"
    assert bool(SCANNER.scan(code, "javascript").matches) is found


@pytest.mark.parametrize(("items", "found"), [("$_POST['names']", True), ("['a', 'b']", False)])
def test_a_callback_of_php(items: str, found: bool) -> None:
    code = f"<?php\narray_map(function ($name) {{ system('touch ' . $name); }}, {items});\n"
    assert bool(SCANNER.scan(code, "php").matches) is found


def test_a_parameter_may_come_in_an_object() -> None:
    code = "function find(db, user) {\n  return db.query(`SELECT * FROM users WHERE name = '${user.name}'`);\n}\n"
    assert SCANNER.scan(code, "javascript").matches


@pytest.mark.parametrize(("holder", "found"), [("source", True), ("handlers", False)])
def test_that_a_strangers_object_holds_a_key_proves_nothing(holder: str, found: bool) -> None:
    code = (
        f"function merge(target, {holder}) {{\n  for (const key in {holder}) {{\n    if ({holder}[key]) {{\n"
        f"      target[key] = merge(target[key], {holder}[key]);\n    }}\n  }}\n  return target;\n}}\n"
    )
    assert bool(SCANNER.scan(code, "javascript").matches) is found
