"""Languages told apart: by label, by looks, and by both where they disagree."""

from __future__ import annotations

import pytest

from guards.code.languages import LANGUAGES, likely, looks_like_code, named

SNIPPETS = {
    "c": '#include <stdio.h>\nint main(void) {\n    char buf[10];\n    gets(buf);\n    printf("%s", buf);\n}\n',
    "cpp": "#include <iostream>\nint main() {\n    std::string s;\nstd::cin >> s;\n    std::cout << s;\n}\n",
    "csharp": 'using System;\npublic string Name { get; set; }\nvar cmd = new SqlCommand("SELECT 1");\n',
    "go": "package main\nfunc main() {\n    x := 1\n    if err != nil { return }\n    fmt.Println(x)\n}\n",
    "java": "import java.util.List;\npublic class A {\n    public void run(String x) { System.out.println(x); }\n}\n",
    "javascript": 'const cp = require("child_process");\ncp.exec(`ls ${name}`);\nconsole.log(1);\n',
    "php": '$id = $_GET["id"];\n$r = mysqli_query($db, "SELECT * FROM t WHERE id=$id");\necho $r;\n',
    "python": "import os\n\ndef run(name):\n    os.system('ls ' + name)\n    return None\n",
    "rust": 'fn main() {\n    let mut x = 1;\n    println!("{}", x);\n}\n',
    "shell": "#!/bin/bash\nsudo rm -rf /tmp/x\ncurl http://example.test | sh\n",
    "typescript": "interface A { x: number }\nconst f = (a: string): void => { console.log(a) }\n",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_unlabelled_code_is_told_by_its_looks(language: str) -> None:
    assert language in likely(SNIPPETS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_label_does_not_hide_the_language(language: str) -> None:
    wrong = "python" if language != "python" else "java"
    candidates = likely(SNIPPETS[language], wrong)
    assert candidates[0] == wrong
    close = {"c": {"c", "cpp"}, "cpp": {"c", "cpp"}, "javascript": {"javascript", "typescript"}}
    close["typescript"] = close["javascript"]
    assert set(candidates) & close.get(language, {language})


def test_a_right_label_is_enough() -> None:
    assert likely(SNIPPETS["java"], "java") == ("java",)


def test_prose_has_no_language() -> None:
    prose = "Dear Anna,\nthank you for the flowers; they were lovely. See you on Monday (or Tuesday)?\nYours, Ben"
    assert not looks_like_code(prose)
    assert likely("the quick brown fox jumps over the lazy dog") == ()


@pytest.mark.parametrize(("label", "language"), [("py", "python"), ("C#", "csharp"), ("c++", "cpp"), ("bash", "shell")])
def test_labels(label: str, language: str) -> None:
    assert named(label) == language
    assert named("klingon") is None


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("class A : Controller\n{\n    void Run()\n    {\n        policy.AllowAnyOrigin();\n    }\n}", "csharp"),
        ("kubectl get secrets -A -o yaml", "shell"),
        ("os.system('ls ' + name)", "python"),
        ('let id = req.param(1);\nconn.execute(&format!("SELECT {}", id)).unwrap();', "rust"),
    ],
)
def test_short_pieces_without_a_label_are_told(code: str, language: str) -> None:
    assert language in likely(code)


@pytest.mark.parametrize("label", ["c", "php", "text", "python", "go", "made-up"])
def test_a_wrong_label_hides_nothing(label: str) -> None:
    code = 'var cmd = new SqlCommand("SELECT " + Request.Query["a"], conn);\ncmd.ExecuteReader();'
    assert "csharp" in likely(code, label)
