"""Rows whose heights are partly estimated."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.gui.stack import Stack

heights = st.lists(st.floats(1, 200), min_size=1, max_size=30)


@given(heights)
def test_rows_follow_each_other_without_holes(values: list[float]) -> None:
    stack = Stack(values)
    for row in range(len(values) - 1):
        assert abs(stack.top(row) + stack.height(row) - stack.top(row + 1)) < 1e-6


@given(heights, st.floats(0, 6000))
def test_the_row_at_a_height_contains_it(values: list[float], y: float) -> None:
    stack = Stack(values)
    row = stack.row_at(y)
    if y < stack.total:
        assert stack.top(row) <= y < stack.top(row) + stack.height(row) + 1e-6


def test_settling_a_row_moves_those_below_it() -> None:
    stack = Stack([10, 10, 10])
    assert stack.settle(1, 30)
    assert [stack.top(row) for row in range(3)] == [0, 10, 40]
    assert stack.is_exact(1)
    assert not stack.settle(1, 30)


def test_nothing_is_visible_of_nothing() -> None:
    assert list(Stack().visible(0, 100)) == []
    assert Stack().row_at(5) == -1
