"""The only one of several things; the heaviest pairings that do not cross, against trying all of them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche_app.domain.sequences import heaviest_chain, longest_rising, only

Row = tuple[int, int, float]


@pytest.mark.parametrize(
    ("rows", "chain"),
    [
        ([], []),
        ([(0, 0, 1.0)], [0]),
        ([(0, 0, 1.0), (1, 1, 1.0), (2, 2, 1.0)], [0, 1, 2]),
        ([(0, 1, 1.0), (1, 0, 3.0)], [1]),
        ([(0, 1, 3.0), (1, 0, 1.0)], [0]),
        ([(0, 2, 5.0), (1, 0, 2.0), (2, 1, 2.0)], [0]),
        ([(0, 2, 3.0), (1, 0, 2.0), (2, 1, 2.0)], [1, 2]),
        ([(0, 0, 1.0), (0, 1, 2.0)], [1]),
        ([(0, 0, 2.0), (1, 0, 1.0)], [0]),
        ([(1, 1, 1.0), (0, 0, 1.0)], [1, 0]),
        ([(0, 0, 1.0), (1, 1, 2.0), (1, 2, 1.0), (2, 3, 1.0)], [0, 1, 3]),
    ],
    ids=[
        "none",
        "one",
        "all rise",
        "crossing, second heavier",
        "crossing, first heavier",
        "one against two lighter",
        "two against one lighter",
        "same place on the left",
        "same place on the right",
        "any order",
        "a place is taken once",
    ],
)
def test_the_pairings_that_stand_together(rows: list[Row], chain: list[int]) -> None:
    assert heaviest_chain(rows) == chain


def _stands(chain: tuple[Row, ...]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(sorted(chain)))


_ROWS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(1, 5).map(float)), max_size=6
)


@settings(max_examples=40)
@given(_ROWS)
def test_no_other_choice_weighs_more(rows: list[Row]) -> None:
    chosen = tuple(rows[at] for at in heaviest_chain(rows))
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(chosen))
    heaviest = max(
        sum(row[2] for row in some)
        for length in range(len(rows) + 1)
        for some in itertools.combinations(rows, length)
        if _stands(some)
    )
    assert sum(row[2] for row in chosen) == heaviest


@pytest.mark.parametrize(
    ("numbers", "repeats", "places"),
    [
        ([], False, []),
        ([1, 2, 3], False, [0, 1, 2]),
        ([3, 1, 2], False, [1, 2]),
        ([1, 9, 2, 3], False, [0, 2, 3]),
        ([1, 1, 2], False, [1, 2]),
        ([1, 1, 2], True, [0, 1, 2]),
        ([2, 2, 1, 2], True, [0, 1, 3]),
    ],
)
def test_the_longest_rising_row(numbers: list[int], repeats: bool, places: list[int]) -> None:
    found = longest_rising(numbers, repeats=repeats)
    assert len(found) == len(places)
    assert [numbers[at] for at in found] == [numbers[at] for at in places]
    assert found == sorted(found)


def test_the_same_number_again_does_not_rise_unless_that_is_said() -> None:
    assert len(longest_rising([4, 4])) == 1
    assert longest_rising([4, 4], repeats=True) == [0, 1]


@pytest.mark.parametrize(
    ("things", "expected"), [([], None), (["a"], "a"), (["a", "b"], None), (("a", "a"), None)]
)
def test_the_only_thing_is_given_where_there_is_just_one(
    things: Sequence[str], expected: str | None
) -> None:
    assert only(things) == expected
