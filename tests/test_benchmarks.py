"""The table of the benchmarks: what a row says of its goal."""

from __future__ import annotations

import pytest

import benchmarks
from benchmarks import Row, seconds
from benchmarks.pace import pace
from benchmarks.run import main, pace_line, row_line


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


def test_a_goal_in_seconds_is_that_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The goals mean a machine where ``python -c pass`` takes 10 ms."""
    monkeypatch.setattr(benchmarks, "bare_start", lambda: 0.015)
    row = Row.timed("W3", "một phím", 0.020, 0.016, "mục tiêu 16 ms")
    assert row.denominator == pytest.approx(0.024)
    assert row.is_met
    assert not Row.timed("W3", "một phím", 0.025, 0.016, "mục tiêu 16 ms").is_met


def test_a_quicker_machine_gets_no_harder_goals_and_the_table_says_what_was_done() -> None:
    assert [pace(start) for start in (0.005, 0.010, 0.0125)] == [1, 1, 1.25]
    assert "1,25" in pace_line(0.0125)
    assert "nhân" not in pace_line(0.008)
