"""The table of the benchmarks: what a row says of its goal."""

from __future__ import annotations

import pytest

from benchmarks import Row, seconds
from benchmarks.run import main, row_line


def test_a_row_beyond_its_goal_says_so() -> None:
    row = Row("B1", "quyche --version", 0.030, 0.010, "python -c pass", 2.5)
    assert not row.is_met
    assert row_line(row).split()[-2:] == ["CHƯA", "ĐẠT"]


def test_a_row_at_its_goal_is_met_and_shows_both_figures() -> None:
    row = Row("S4", "cỡ trên đĩa", 10.0, 2.5, "dòng SQLite", 4, "MB")
    line = row_line(row)
    assert row.is_met
    assert "10 MB" in line
    assert "2,5 MB" in line
    assert "4,00" in line


def test_the_first_call_is_a_warm_up() -> None:
    calls: list[int] = []
    assert seconds(lambda: calls.append(1), repeats=3) >= 0
    assert len(calls) == 4


def test_a_benchmark_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing_here"]) == 0
    assert "benchmarks/nothing_here.py" in capsys.readouterr().out
