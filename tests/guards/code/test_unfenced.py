"""Code in no fence: HTML's pre, and lines of code between sentences; findings point at the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guards.code import CodeGuard
from guards.code.unfenced import bare_blocks, pre_blocks
from guards.types import Stage, Subject

GUARD = CodeGuard()


@pytest.mark.parametrize(
    "text",
    [
        'See:\n<pre><code class="language-python">import os\nos.system(&quot;ls &quot; + input())</code></pre>\nok',
        "<pre>\nimport os\nos.system(<span class=\"s\">'ls '</span> + input())\n",  # no label, never closed
        "Here is the code:\n\nimport os\nname = input()\nos.system('ls ' + name)\n\nIt lists a folder that you name.",
        "~~~python\nimport os\nos.system('ls ' + input())\n~~~",
        "````md\n```python\nimport os\nos.system('ls ' + input())\n```\n````",
        "> ```\n> import os\n> os.system('ls ' + input())\n> ```",
        "1. Run it:\n\n        import os\n        os.system('ls ' + input())\n",
        "Just `os.system('ls ' + input())`.",
    ],
)
def test_code_is_found_wherever_it_stands(text: str) -> None:
    found = GUARD.scan(Subject(text, Stage.OUTPUT))
    assert [finding.rule for finding in found] == ["python-os-command-injection"]
    start, end = found[0].span or (0, 0)
    assert text[start:end].startswith("os.system(")


def test_prose_between_is_no_code() -> None:
    text = "First, think.\nThen, act.\nTake your time.\n\nx = 1\nprint(x)\nfor i in range(3):\n    print(i)\n\nThat is all there is.\nIs it not?\nIt is."
    assert [block.code.splitlines()[0] for block in bare_blocks(text)] == ["x = 1"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(["<pre>", "</pre>", "<code>", "&lt;", "&#60;", "<b>", "x", "\n", "a = 1", "é", "<", "&"]))
)
def test_no_markup_breaks_it_and_offsets_point_into_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for block in pre_blocks(text):
        start, end = block.span(0, len(block.code))
        assert 0 <= start <= end <= len(text)
