"""Dates as read and as printed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.dates import find_dates, long_date, parse_date, short_date


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
