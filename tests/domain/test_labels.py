"""The order of labels and what follows what (docs/field.md 3.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.labels import (
    POINT_LETTERS,
    expand_range,
    follows,
    next_letter,
    order_of,
    roman_value,
)


@pytest.mark.parametrize(
    "labels",
    [
        ["1", "1a", "1b", "2", "10", "10c", "10d", "11"],
        ["a", "a1", "a2", "b", "c", "d", "đ", "đ1", "e", "g"],
        ["V", "Va", "VI", "VII", "VIIa", "VIII", "IX", "X"],
        ["thứ nhất", "thứ hai", "thứ ba", "thứ mười"],
        ["1.1", "1.2", "1.10", "2.1"],
        ["14", "14a", "14b", "15"],
    ],
)
def test_labels_sort_as_the_field_orders_them(labels: list[str]) -> None:
    assert sorted(labels, key=order_of) == labels


def test_points_run_through_the_vietnamese_letters_with_đ_after_d_and_no_f() -> None:
    assert POINT_LETTERS.startswith("abcdđegh")
    assert not set("fjwz") & set(POINT_LETTERS)
    assert next_letter("d") == "đ"
    assert next_letter("y") is None


@pytest.mark.parametrize(
    ("label", "previous", "expected"),
    [
        ("1", None, True),
        ("a", None, True),
        ("i", None, False),
        ("2", "1", True),
        ("1a", "1", True),
        ("2", "1a", True),
        ("đ", "d", True),
        ("e", "d", False),
        ("1", "2", False),
        ("4", "2", False),
        ("đ1", "đ", True),
    ],
)
def test_what_may_come_directly_after_a_label(
    label: str, previous: str | None, expected: bool
) -> None:
    assert follows(label, previous) is expected


def test_a_range_of_points_uses_the_vietnamese_order() -> None:
    assert expand_range("c", "g") == ["c", "d", "đ", "e", "g"]
    assert expand_range("112", "116") == ["112", "113", "114", "115", "116"]
    assert expand_range("g", "c") == []


def test_a_roman_number_is_told_from_a_word() -> None:
    assert roman_value("XIV") == 14
    assert roman_value("Các") is None
    assert roman_value("IIX") is None


@given(st.integers(1, 400), st.integers(1, 400))
def test_numbers_keep_their_order(one: int, other: int) -> None:
    assert (order_of(str(one)) < order_of(str(other))) == (one < other)
