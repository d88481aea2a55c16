"""What patterns can say: sequences that begin anywhere, pairs of a map, numbers that are compared with each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from guards.code.engine import Engine

GO = 'package p\nfunc f(w W) {\n\tfirst()\n\tw.Header().Set("Content-Type", "text/plain")\n\tw.Write(x)\n}\n'
C = "int f(struct s *p)\n{\n    int v = p->v;\n    g(v);\n    if (p == NULL)\n        return 0;\n    return v;\n}\n"
SIZES = "#define SIZE 16\nvoid f(void)\n{\n    char a[SIZE];\n    memset(a, 0, {});\n}\n"
HANDLER = "app.get('/', (req, res) => {\n  res.send(req.query.q);\n});\n"


def matches(folder: Path, language: str, code: str, **rule: Any) -> int:
    head = {"id": "r", "languages": [language], "severity": "WARNING", "message": "What is wrong, and what to write."}
    file = folder / "r.yaml"
    file.write_text(yaml.safe_dump({"rules": [head | rule]}))
    result = Engine.load([file]).scan(code, language)
    assert not result.errors
    return len(result.matches)


def test_a_sequence_begins_anywhere_in_a_block_of_go(tmp_path: Path) -> None:
    inside = '$W.Header().Set("Content-Type", "text/plain")\n...\n'
    rule = {"patterns": [{"pattern": "$W.Write($X)"}, {"pattern-inside": inside}]}
    assert matches(tmp_path, "go", GO, **rule) == 1
    assert matches(tmp_path, "go", GO.replace("text/plain", "text/html"), **rule) == 0


def test_a_sequence_may_end_in_a_block(tmp_path: Path) -> None:
    pattern = "$T $V = $P->$F;\n...\nif ($P == NULL) {\n  ...\n}"
    assert matches(tmp_path, "c", C, pattern=pattern) == 1
    assert matches(tmp_path, "c", C.replace("p == NULL", "v == 0"), pattern=pattern) == 0


@pytest.mark.parametrize(
    ("language", "code", "pattern"),
    [
        ("python", 'connect({"user": "a", "password": "b", "port": 1})', 'connect({..., "password": $P, ...})'),
        ("php", "<?php f(['a' => 1, 'verify' => false, 'b' => 2]);", "f([..., 'verify' => false, ...])"),
    ],
)
def test_a_map_may_hold_more_than_the_pattern_says(tmp_path: Path, language: str, code: str, pattern: str) -> None:
    assert matches(tmp_path, language, code, pattern=pattern) == 1
    assert matches(tmp_path, language, code.replace("password", "other").replace("verify", "x"), pattern=pattern) == 0


def test_every_pair_of_a_map_is_tried(tmp_path: Path) -> None:
    rule = {
        "patterns": [
            {"pattern": '({..., $NAME: "$VALUE", ...})'},
            {"metavariable-regex": {"metavariable": "$NAME", "regex": "^password$"}},
        ]
    }
    assert matches(tmp_path, "javascript", "connect({ host: 'h', password: 'p', port: 1 });", **rule) == 1
    assert matches(tmp_path, "javascript", "connect({ host: 'h', name: 'p', port: 1 });", **rule) == 0


@pytest.mark.parametrize(("size", "found"), [("32", 1), ("16", 0), ("SIZE", 0)])
def test_two_numbers_are_compared(tmp_path: Path, size: str, found: int) -> None:
    rule = {
        "patterns": [
            {"pattern": "memset($A, 0, $M)"},
            {"pattern-inside": "char $A[$N];\n...\n"},
            {"metavariable-comparison": {"metavariable": "$M", "comparison": "$M > $N"}},
        ]
    }
    assert matches(tmp_path, "c", SIZES.replace("{}", size), **rule) == found


def test_a_sanitiser_does_not_cover_the_function_that_it_is_given(tmp_path: Path) -> None:
    rule = {
        "mode": "taint",
        "pattern-sources": [{"pattern": "req.query"}],
        "pattern-sinks": [{"pattern": "res.send(...)"}],
        "pattern-sanitizers": [{"pattern": "$C.get(...)"}],
    }
    assert matches(tmp_path, "javascript", HANDLER, **rule) == 1
    assert matches(tmp_path, "javascript", HANDLER.replace("req.query.q", "config.get(req.query.q)"), **rule) == 0


@pytest.mark.parametrize(("decorators", "found"), [("@route('/')\n@login_required", 1), ("@route('/')", 0)])
def test_a_decorator_may_stand_among_others(tmp_path: Path, decorators: str, found: int) -> None:
    pattern = "@login_required\ndef $F(...):\n    ...\n"
    assert matches(tmp_path, "python", f"{decorators}\n@cached\ndef show():\n    return 1\n", pattern=pattern) == found


ACTIONS = """
[Route("a")]
public class Accounts : Controller {
    private int count;
    [HttpPost]
    [Open]
    public async Task<string> Change(string name) { return name; }
    private string Other() { return ""; }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("[Open]\npublic $R $M(...) {\n  ...\n}", 1),
        ("[Closed]\npublic $R $M(...) {\n  ...\n}", 0),
        ("[HttpPost]\n[Open]\npublic $R $M(...) {\n  ...\n}", 1),
        ("private $R $M(...) {\n  ...\n}", 1),
        ("static $R $M(...) {\n  ...\n}", 0),
        ("class $C : Controller {\n  ...\n}", 1),
        ("class $C : Other {\n  ...\n}", 0),
        ("class $C {\n  ...\n  private $R $M(...) {\n    ...\n  }\n  ...\n}", 1),
    ],
)
def test_a_declaration_may_have_more_attributes_and_modifiers(tmp_path: Path, pattern: str, found: int) -> None:
    assert matches(tmp_path, "csharp", ACTIONS, pattern=pattern) == found


MAKER = """
@Service
public class Maker extends Base implements Supplier<String> {
    @Override
    public String get() { return make(1); }
    protected String make(int length) { return random.nextInt(); }
}
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("public $R get() {\n  ...\n}", 1),
        ("@Override\npublic $R get() {\n  ...\n}", 1),
        ("@Deprecated\npublic $R get() {\n  ...\n}", 0),
        ("@Service\nclass $C {\n  ...\n}", 1),
        ("@Controller\nclass $C {\n  ...\n}", 0),
        ("synchronized $R get() {\n  ...\n}", 0),
        ("class $C {\n  ...\n  $R make(...) {\n    ...\n  }\n  ...\n}", 1),
        ("class $C {\n  ...\n  $R take(...) {\n    ...\n  }\n  ...\n}", 0),
    ],
)
def test_a_class_may_extend_others_and_a_method_have_annotations(tmp_path: Path, pattern: str, found: int) -> None:
    assert matches(tmp_path, "java", MAKER, pattern=pattern) == found


def test_each_member_of_a_class_is_tried(tmp_path: Path) -> None:
    inside = {
        "patterns": [
            {"pattern": "class $C {\n  ...\n  $R $M(...) {\n    ...\n  }\n  ...\n}"},
            {"metavariable-regex": {"metavariable": "$M", "regex": "^make$"}},
        ]
    }
    rule = {"patterns": [{"pattern": "random.nextInt()"}, {"pattern-inside": inside}]}
    assert matches(tmp_path, "java", MAKER, **rule) == 1
    assert matches(tmp_path, "java", MAKER.replace("make(", "take("), **rule) == 0


def test_an_array_is_made_as_an_object_is(tmp_path: Path) -> None:
    code = "class A { byte[] M(int n) { var a = new byte[n]; return new Buffer(n).All(); } }"
    assert matches(tmp_path, "csharp", code, pattern="new byte[$N]") == 1
    assert matches(tmp_path, "csharp", code, pattern="new Buffer($N)") == 1
    assert matches(tmp_path, "csharp", code, pattern="new int[$N]") == 0
