"""Code out of markdown: found however it is fenced, and every offset points back into the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guards.code.markdown import code_blocks


def found(text: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, block.code) for block in code_blocks(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("```python\nx = 1\n```\n", [("fence", "python", "x = 1\n")]),
        ("~~~js\na()\n~~~", [("fence", "js", "a()\n")]),
        ("```\nx\n```", [("fence", None, "x\n")]),
        ("```c\nint x;", [("fence", "c", "int x;")]),  # unclosed: runs to the end
        ("````md\n```c\ngets(s);\n```\n````", [("fence", "c", "gets(s);\n")]),  # a fence in a markdown fence
        ("````python\n```\nx\n````", [("fence", "python", "```\nx\n")]),  # a shorter fence closes nothing
        ("```python\n~~~\nx\n```", [("fence", "python", "~~~\nx\n")]),
        ("1. first\n   ```sh\n   ls\n   ```\n", [("fence", "sh", "ls\n")]),  # in a list: indent cut off
        ("> ```java\n> f();\n> ```\n", [("fence", "java", "f();\n")]),  # in a quote
        ("```{.python}\nx\n```", [("fence", "python", "x\n")]),
        ("``` JS title=a.js\nx\n```", [("fence", "js", "x\n")]),
        ("so:\n\n    eval(x)\n    f()\n\ndone", [("indented", None, "eval(x)\nf()\n")]),
        ("a paragraph\n    goes on\n", []),
        ("use `os.system(cmd)` here", [("inline", None, "os.system(cmd)")]),
        ("a `b` c", []),
        ("no code at all, and none here.", []),
        ("", []),
    ],
)
def test_blocks(text: str, blocks: list[tuple[str, str | None, str]]) -> None:
    assert found(text) == blocks


def test_whether_a_fence_was_closed_is_told() -> None:
    assert [block.closed for block in code_blocks("```\na\n```\n```\nb")] == [True, False]


PIECES = st.sampled_from(
    [
        "```",
        "````",
        "~~~",
        "```python",
        "```markdown",
        "\n",
        "\n\n",
        "    ",
        "> ",
        "- ",
        "x = 1",
        "`f(x, y)`",
        "é𝒳",
        "\t",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_line_of_code_stands_in_the_text_where_its_span_says(text: str) -> None:
    for block in code_blocks(text):
        at = 0
        for line in block.code.splitlines(keepends=True):
            start, end = block.span(at, at + len(line))
            assert text[start:end] == line
            at += len(line)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    for block in code_blocks(text):
        start, end = block.span(0, len(block.code))
        assert 0 <= start <= end <= len(text)
