"""Every cell of the no-bypass matrix holds, and the page in docs is what these cells make."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from guards.dialects import DIALECTS, Dialect
from guards.pipeline import Pipeline

from .nobypass.answering import ANSWERING
from .nobypass.asking import ASKING, PLAIN
from .nobypass.cells import AFTER, BAD, GUARDS, TEXT, Bench, Keyword, cells
from .nobypass.inside import inside, run
from .nobypass.page import page
from .nobypass.ways import SIDES, WAYS

judge_many = Pipeline.judge_many
PAGE = Path(__file__).parents[2] / "docs" / "no-bypass.md"


async def blind(self: Pipeline, groups: Sequence[object], *more: Any) -> object:
    """Judges nothing of what it is given."""
    return await judge_many(self, [() for _ in groups], *more)


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
async def test_nothing_gets_past_in_any_cell(dialect: Dialect, tmp_path: Path) -> None:
    async with Bench(tmp_path).running() as bench:
        faults = {str(cell): fault for cell in cells(dialect) if (fault := await bench.run(cell))}
    assert faults == {}


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_gets_past_what_judges_inside(way: str) -> None:
    wanted = [cell for cell in inside(GUARDS) if cell.way == way]
    faults = {str(one): fault for one in wanted if (fault := await run(one, Keyword(one.guard), TEXT, BAD, AFTER))}
    assert faults == {}


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_every_declared_place_has_its_form(dialect: Dialect) -> None:
    assert {place.partition(":")[2] for place in dialect.asks} == set(ASKING[dialect.name])
    assert dialect.name in ANSWERING
    assert dialect.name in PLAIN


async def test_the_matrix_sees_a_bypass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = DIALECTS[0]
    wanted = [cell for cell in cells(chat) if cell.side == "answer" and cell.action == "block"]
    wanted += [cell for cell in cells(chat) if cell.door == "ext_authz" and cell.action == "block" and cell.stage]
    monkeypatch.setattr(Pipeline, "judge_many", blind)
    async with Bench(tmp_path).running() as bench:
        assert all([await bench.run(cell) for cell in wanted])


@pytest.mark.parametrize("way", WAYS)
async def test_the_matrix_sees_a_bypass_inside(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [one for one in inside(("content",)) if one.way == way and one.action == "block"]
    assert {one.side for one in wanted} == set(SIDES[wanted[0].kind])
    monkeypatch.setattr(Pipeline, "judge_many", blind)
    assert all([await run(one, Keyword("content"), TEXT, BAD, AFTER) for one in wanted])


def test_the_page_is_what_the_cells_make() -> None:
    assert PAGE.read_text("utf-8") == page({}), "run `make matrix`"
