"""Dates as read and as printed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.dates import (
    date_at,
    find_dates,
    long_date,
    parse_date,
    short_date,
    small_number,
)


def test_days_have_two_digits_and_only_january_and_february_too() -> None:
    assert short_date(date(2018, 7, 5)) == "05/7/2018"
    assert short_date(date(2018, 1, 12)) == "12/01/2018"
    assert long_date(date(2018, 12, 3)) == "ngày 03 tháng 12 năm 2018"


def test_what_is_no_day_is_no_date() -> None:
    assert parse_date("31/02/2018") is None
    assert parse_date("hôm qua") is None


@given(st.dates(date(1930, 1, 1), date(2100, 1, 1)))
def test_every_printed_form_is_read_back(day: date) -> None:
    assert parse_date(short_date(day)) == parse_date(long_date(day)) == parse_date(str(day)) == day


def test_all_dates_of_a_sentence_are_found_in_order() -> None:
    text = "có hiệu lực từ ngày 16 tháng 7 năm 2018; riêng khoản 2 từ 01/01/2019"
    assert [day for _, day in find_dates(text)] == [date(2018, 7, 16), date(2019, 1, 1)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018-07-17", date(2018, 7, 17)),
        ("17.7.2018", date(2018, 7, 17)),
        ("17-7-2018", date(2018, 7, 17)),
        ("NGÀY 1 THÁNG 2 NĂM 2019", date(2019, 2, 1)),
        ("117/7/2018", None),
        ("17/7/20189", None),
        ("ngày 31 tháng 6 năm 2026", None),
    ],
)
def test_a_date_in_each_way_of_writing(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_a_date_is_found_at_its_place_and_what_is_no_day_is_left() -> None:
    text = "từ 31/02/2018 đến 05/7/2018 và ngày 01 tháng 8 năm 2018"
    assert find_dates(text) == [
        (text.index("05/7"), date(2018, 7, 5)),
        (text.index("ngày 01"), date(2018, 8, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01 tháng 4 năm 2026 trở đi", (date(2026, 4, 1), 19)),
        ("01/4/2026./.", (date(2026, 4, 1), 9)),
        ("01 tháng 4, năm 2026", (date(2026, 4, 1), 20)),
        ("31/6/2026", None),
        ("ngày 01/4/2026", None),
        ("01/4/20261", None),
        ("", None),
    ],
)
def test_the_date_that_a_text_begins_with(text: str, found: tuple[date, int] | None) -> None:
    assert date_at(text) == found


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("10", 10),
        ("045", 45),
        ("một", 1),
        ("chín", 9),
        ("Mười", 10),
        ("mười lăm", 15),
        ("mười một", 11),
        ("hai mươi", 20),
        ("bốn mươi lăm", 45),
        ("ba mươi mốt", 31),
        ("sáu mươi tư", 64),
        ("lăm", None),
        ("mươi", None),
        ("mười mươi", None),
        ("lăm mươi", None),
        ("hai mươi mười", None),
        ("một trăm hai mươi", None),
        ("", None),
    ],
)
def test_a_number_of_days_in_digits_or_words(words: str, number: int | None) -> None:
    assert small_number(words) == number


def test_every_number_of_days_from_one_to_ninety_nine_is_read_in_words() -> None:
    digits = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    words = [*digits, "mười", *(f"mười {digit}" for digit in digits)]
    for tens in digits[1:]:
        words += [f"{tens} mươi", *(f"{tens} mươi {digit}" for digit in digits)]
    assert [small_number(each) for each in words] == list(range(1, 100))


@pytest.mark.parametrize(
    ("month", "short", "long"),
    [
        (1, "09/01/2026", "ngày 09 tháng 01 năm 2026"),
        (2, "09/02/2026", "ngày 09 tháng 02 năm 2026"),
        (3, "09/3/2026", "ngày 09 tháng 3 năm 2026"),
        (10, "09/10/2026", "ngày 09 tháng 10 năm 2026"),
    ],
)
def test_a_day_as_it_is_printed(month: int, short: str, long: str) -> None:
    day = date(2026, month, 9)
    assert (short_date(day), long_date(day)) == (short, long)
