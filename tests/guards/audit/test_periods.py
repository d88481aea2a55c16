"""The report's time chart: a day, a week, a month or a year a column, so that columns can be told apart."""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from guards.audit.report.periods import MOST, periods
from guards.cli.audit import command as audit


def test_a_fortnight_is_shown_by_day_and_a_day_without_records_is_empty() -> None:
    found = periods({"2026-10-01": {"block": 2}, "2026-10-14": {"flag": 1}})
    assert found.unit == "day"
    assert list(found.counts) == [f"2026-10-{day:02}" for day in range(1, 15)]
    assert found.counts["2026-10-01"] == {"block": 2}
    assert found.counts["2026-10-02"] == {}


@pytest.mark.parametrize(
    ("last", "unit", "columns", "ends"),
    [
        ("2026-03-03", "day", 62, "2026-03-03"),
        ("2026-03-04", "week", 10, "week of 2026-03-02"),
        ("2027-06-01", "month", 18, "2027-06"),
        ("2031-02-28", "month", 62, "2031-02"),
        ("2031-03-01", "year", 6, "2031"),
    ],
)
def test_the_unit_is_the_shortest_that_there_is_room_for(last: str, unit: str, columns: int, ends: str) -> None:
    first, days = date(2026, 1, 1), (date.fromisoformat(last) - date(2026, 1, 1)).days + 1
    found = periods({(first + timedelta(days=at)).isoformat(): {"allow": 1} for at in range(days)})
    assert (found.unit, len(found.counts), list(found.counts)[-1]) == (unit, columns, ends)
    assert sum(counts["allow"] for counts in found.counts.values()) == days


def test_dates_that_can_not_be_true_do_no_harm() -> None:
    found = periods({"0001-01-01": {"allow": 1}, "2026-10-01": {"allow": 1}, "9999-12-31": {"block": 1}})
    assert found.unit == "year"
    assert len(found.counts) == 3
    assert len(periods({f"{year:04}-12-31": {"allow": 1} for year in range(1, 9_999)}).counts) == MOST
    assert periods({}).counts == {}


def test_the_report_of_four_years_is_by_month(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    days = [date(2022, 1, 1) + timedelta(days=at) for at in range(0, 1_461, 30)]
    rows = [{"prompt": "Where is my order?", "time": f"{day}T10:00:00Z"} for day in days]
    log.write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"prompt": "And when?"}]), "utf-8")
    done = CliRunner().invoke(audit, [str(log), "--out", str(tmp_path / "out"), "--workers", "1", "--quiet"])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "Over time, by month" in page
    assert "2022-01: 2 records" in page
    assert "Without a date, and so not in it: 1 of 50 records." in page
    assert 5 <= len(re.findall(r'class="tick">20\d\d-\d\d<', page)) <= 10


def test_what_the_report_needs_is_asked_for_before_the_log_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    (tmp_path / "log.jsonl").write_text('{"prompt": "Hello"}\n')
    done = CliRunner().invoke(audit, [str(tmp_path / "log.jsonl"), "--out", str(tmp_path / "out"), "--workers", "1"])
    assert "llama-corral[audit]" in str(done.exception)
    assert not (tmp_path / "out").exists()
