"""The order of labels and what follows what (docs/field.md 3.2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.labels import (
    POINT_LETTERS,
    comes_next,
    expand_range,
    follows,
    missing_between,
    next_letter,
    number_of,
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


def test_the_parts_of_a_text_follow_in_words_however_they_are_spelled() -> None:
    words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"]
    words += ["mười một", "mười hai", "mười ba", "mười bốn", "mười lăm"]
    assert [order_of(f"thứ {word}") for word in words] == [(n,) for n in range(1, 16)]
    spellings = {"nhì": 2, "bốn": 4, "bẩy": 7}
    assert {word: order_of(f"thứ {word}") for word in spellings} == {
        word: (number,) for word, number in spellings.items()
    }


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
        ("aa", "z", True),
        ("bb", "aa", True),
        ("ff", "ee", True),
        ("cc", "aa", False),
        ("aa", "b", False),
        ("iii", "ii", True),
        ("iv", "iii", True),
        ("v", "iv", True),
        ("vi", "v", True),
        ("x", "ix", True),
        ("v", "iii", False),
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


@pytest.mark.parametrize(
    ("before", "after", "missing"),
    [
        ("2", "5", ("3", "4")),
        ("2", "3", ()),
        ("2", "4a", ("3",)),
        ("2a", "5", ()),
        ("d", "e", ("đ",)),
        ("a", "b", ()),
        ("a", "đ", ("b", "c", "d")),
        ("d1", "e", ("đ",)),
        ("2", "b", ()),
        ("b", "5", ()),
        ("thứ hai", "5", ()),
    ],
)
def test_the_labels_that_should_stand_between_two(
    before: str, after: str, missing: tuple[str, ...]
) -> None:
    assert missing_between(before, after) == missing


@pytest.mark.parametrize(
    ("label", "order"),
    [
        ("14", (14,)),
        ("14a", (14, 1)),
        ("14đ1", (14, 5, 1)),
        ("VIIa", (7, 1)),
        ("1.10", (1, 10)),
        ("thứ hai", (2,)),
        ("Thứ Mười lăm", (15,)),
        ("thứ bảy mươi", (99,)),
        ("f", (6, 900)),
        ("j", (9, 900)),
        ("ă", (99,)),
        ("1V", (1, 21)),
        ("IIX", (9, 9, 22)),
        (" đ ", (5,)),
        ("", ()),
    ],
)
def test_the_sort_key_of_a_label(label: str, order: tuple[int, ...]) -> None:
    assert order_of(label) == order


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("a", "c", ["a", "b", "c"]),
        ("5", "5", ["5"]),
        ("đ", "đ", ["đ"]),
        ("5", "4", []),
        ("5", "c", []),
        ("c", "5", []),
        ("x", "f", []),
        ("5a", "6", []),
    ],
)
def test_a_range_has_both_ends_or_is_none(first: str, last: str, labels: list[str]) -> None:
    assert expand_range(first, last) == labels


def test_a_range_is_no_longer_than_an_act() -> None:
    assert len(expand_range("1", "501")) == 501
    assert expand_range("1", "502") == []


@pytest.mark.parametrize(
    ("letter", "following"),
    [("a", "b"), ("đ", "e"), ("x", "y"), ("y", None), ("f", None), ("1", None)],
)
def test_the_letter_that_follows(letter: str, following: str | None) -> None:
    assert next_letter(letter) == following


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("I", 1),
        ("IV", 4),
        ("IX", 9),
        ("XL", 40),
        ("XC", 90),
        ("C", 100),
        ("CCC", 300),
        ("LXXXVIII", 88),
        ("VV", None),
        ("", None),
        ("i", None),
        ("IVa", None),
    ],
)
def test_the_value_of_a_roman_number(text: str, value: int | None) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize(
    ("label", "previous", "expected"),
    [
        ("4", "3", True),
        ("3a", "3", True),
        ("3b", "3a", True),
        ("5", "3", False),
        ("đ", "d", True),
        ("đ1", "đ", True),
        ("g", "d", False),
        ("4.4", "4.3", True),
        ("4.3a", "4.3", True),
        ("4.6", "4.3", False),
        ("2.10", "2.9", True),
        ("2.1.3", "2.1.2", True),
        ("2.1.4", "2.1.2", False),
    ],
)
def test_a_label_comes_right_behind_its_sibling_or_was_put_in_there(
    label: str, previous: str, expected: bool
) -> None:
    assert comes_next(label, previous) is expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("1.8", "1.10", ["1.8", "1.9", "1.10"]),
        ("2.1.3", "2.1.5", ["2.1.3", "2.1.4", "2.1.5"]),
        ("1.8", "2.1", []),
    ],
)
def test_a_range_of_decimal_numbers_counts_its_last_part(
    first: str, last: str, expected: list[str]
) -> None:
    assert expand_range(first, last) == expected


@pytest.mark.parametrize(
    ("label", "number"), [("14a", 14), ("đ1", 5), ("VIIa", 7), ("2.3", 2), ("thứ hai", 2), ("5", 5)]
)
def test_the_number_of_a_label_leaves_out_what_is_inserted_or_inside(
    label: str, number: int
) -> None:
    assert number_of(label) == number
