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
