"""Every example in docs/integrations is run, and prints what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import guards.corral
from guards.policy import default_policy
from service.llama import MODEL_NAME

PAGES = Path(__file__).parents[3] / "docs" / "integrations"
EXAMPLE = re.compile(r"<!-- run -->\n```python\n(.*?)\n```\n\n```text\n(.*?)\n```", re.S)


@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("[a-z]*.md")))
def test_an_example_prints_what_its_page_says(
    page: str, llama: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    patient = default_policy().model_copy(update={"budget_ms": 20_000.0})  # a busy machine must not decide a test
    monkeypatch.setattr(guards.corral, "default_policy", lambda: patient)
    monkeypatch.setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    examples = EXAMPLE.findall((PAGES / page).read_text("utf-8"))
    assert examples
    for code, printed in examples:
        code = code.replace("http://127.0.0.1:8000/v1", llama).replace("llama-3.1-8b", MODEL_NAME)
        exec(compile(code, page, "exec"), {"__name__": "example"})
        assert capsys.readouterr().out.strip() == printed


def test_every_integration_has_its_page_and_its_row() -> None:
    index = (PAGES / "README.md").read_text("utf-8")
    named = set(re.findall(r"`guards\.middleware\.(\w+)`\]\((\w+)\.md\)", index))
    assert {page for _, page in named} == {path.stem for path in PAGES.glob("[a-z]*.md")}
    assert all(module == page for module, page in named)
