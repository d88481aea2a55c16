"""Parts of maps, lists and objects are told apart, and what only keeps harmless characters is clean."""

from __future__ import annotations

import pytest

from guards.code.scanner import Scanner

SCANNER = Scanner.load()

PHP = "<?php\n$p = $_GET['p'];\n{setting}\necho {shown};\n"
JAVA = """
class Search extends HttpServlet {{
  private String where = "";
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {{
    String p = request.getParameter("p");
    {setting}
    connection.createStatement().executeQuery("SELECT * FROM t WHERE a = '" + {used} + "'");
  }}
}}
"""
LATER = """
class Report extends HttpServlet {{
  private String where;
  private void run() throws Exception {{ statement.executeQuery("SELECT * FROM t WHERE " + where); }}
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {{
    where = {value};
    run();
  }}
}}
"""


@pytest.mark.parametrize(
    ("setting", "shown", "found"),
    [
        ("$a = ['x' => $p, 'y' => 'fixed'];", "$a['x']", True),
        ("$a = ['x' => $p, 'y' => 'fixed'];", "$a['y']", False),
        ("$a = []; $a[] = 'fixed'; $a[] = $p;", "$a[1]", True),
        ("$a = []; $a[] = 'fixed'; $a[] = $p;", "$a[0]", False),
        ("$a = ['x' => 'fixed']; $a['x'] = $p;", '$a["x"]', True),
        ("$a = ['x' => $p];", "$a[$key]", True),
        ("$a = preg_replace('/[^a-z0-9]/', '', $p);", "$a", False),
        ("$a = preg_replace('/[a-z]/', '', $p);", "$a", True),
    ],
)
def test_php(setting: str, shown: str, found: bool) -> None:
    code = PHP.replace("{setting}", setting).replace("{shown}", shown)
    assert bool(SCANNER.scan(code, "php").matches) is found


@pytest.mark.parametrize(
    ("setting", "used", "found"),
    [
        ('String[] a = {"fixed", p};', "a[1]", True),
        ('String[] a = {"fixed", p};', "a[0]", False),
        ('String a = p.replaceAll("[^A-Za-z0-9]", "");', "a", False),
        ('String a = p.replaceAll("[^A-Za-z0-9\']", "");', "a", True),
        ("UUID a = UUID.fromString(p);", "a", False),
        ("String a = String.valueOf(p);", "a", True),
        ('Map<String, String> m = Map.of("a", "b"); String a = m.get(p);', "a", False),
        ('if (!Pattern.matches("[a-z]+", p)) return;', "p", False),
    ],
)
def test_java(setting: str, used: str, found: bool) -> None:
    ids = {match.rule_id for match in SCANNER.scan(JAVA.format(setting=setting, used=used), "java").matches}
    assert ("java-sql-injection" in ids) is found


@pytest.mark.parametrize(
    ("value", "found"), [('"a = \'" + request.getParameter("a") + "\'"', True), ('"a = 1"', False)]
)
def test_what_a_later_method_leaves_in_the_object(value: str, found: bool) -> None:
    ids = {match.rule_id for match in SCANNER.scan(LATER.format(value=value), "java").matches}
    assert ("java-sql-injection" in ids) is found


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ('f"https://api.example.org/users/{name}"', False),
        ('f"https://{name}/users"', True),
        ('BASE + "/users/" + name', False),
        ('"http://" + name + "/users"', True),
        ('"https://api.example.org/%s".format(name)', False),
        ('f"{self.base}/users/{name}"', False),
        ('f"{name}/users"', True),
    ],
)
def test_an_address_with_a_fixed_host_leads_there(address: str, found: bool) -> None:
    code = f"import requests\n\nclass Client:\n    def load(self, name):\n        return requests.get({address})\n"
    assert bool(SCANNER.scan(code, "python").matches) is found


LOOKUP = """
class People {{
  String find(DirContext context, Lookup lookup) throws Exception {{
    {check}
    return context.search("ou=people", "(uid=" + {used} + ")", controls);
  }}
}}
"""


@pytest.mark.parametrize(
    ("check", "used", "found"),
    [
        ("", "lookup.getUser()", True),
        ("", "lookup.user()", True),
        ("", "lookup.getPerson().getUser()", True),
        ("", "lookup.getId()", False),
        ('if (!lookup.getUser().matches("[a-z]+")) throw new Refused();', "lookup.getUser()", False),
        ('if (!lookup.getUser().matches("[a-z]+")) throw new Refused();', "lookup.getName()", True),
    ],
)
def test_what_an_object_of_the_caller_hands_out(check: str, used: str, found: bool) -> None:
    assert bool(SCANNER.scan(LOOKUP.format(check=check, used=used), "java").matches) is found


QUERY = """
class Customers {{
  void Find(CustomerQuery query) {{
    {check}
    var sql = "SELECT * FROM customers WHERE a = '" + {used} + "'";
    using (var command = new SqlCommand(sql, connection)) {{ command.ExecuteReader(); }}
  }}
}}
"""


@pytest.mark.parametrize(
    ("check", "used", "found"),
    [
        ("", "query.Name", True),
        ("", "query.Name.Trim()", True),
        ("", "query.CustomerId", False),
        ('var sb = new StringBuilder("a"); sb.Append(query.Name).Append("b");', "sb.ToString()", True),
        ('var sb = new StringBuilder("a"); sb.Append(query.CustomerId).Append("b");', "sb.ToString()", False),
        ("if (!Allowed.Contains(query.Name)) return;", "query.Name", False),
    ],
)
def test_what_a_property_of_the_callers_object_holds(check: str, used: str, found: bool) -> None:
    assert bool(SCANNER.scan(QUERY.format(check=check, used=used), "csharp").matches) is found
