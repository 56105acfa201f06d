"""Normalising: what is folded and what never is (docs/field.md 9)."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.texts import (
    capital,
    clean,
    fold_number,
    is_clean,
    is_syllable_border,
    matching_key,
    sayable,
    search_key,
    shortened,
    syllable_key,
    tokens,
)


def test_decomposed_letters_odd_spaces_and_eth_are_made_one() -> None:
    assert clean(unicodedata.normalize("NFD", "Điều\u00a05 ")) == "Điều 5"
    assert clean("\u00d0i\u1ec1u\u200b 7\tA") == "Điều 7 A"


def test_cyrillic_letters_inside_the_number_of_an_act_are_folded() -> None:
    assert fold_number("06/2026/TT-BTС") == fold_number("06/2026/TT-BTC")


def test_searching_without_marks_finds_đ_too() -> None:
    assert search_key("Điều được ủy quyền") == "dieu duoc uy quyen"


def test_the_place_of_the_tone_mark_does_not_matter_for_matching_but_the_letter_does() -> None:
    assert matching_key("hoà giải, uỷ quyền") == matching_key("hòa giải, ủy quyền")
    assert matching_key("đi") != matching_key("di")


def test_a_cut_inside_a_syllable_is_seen() -> None:
    assert is_syllable_border("ba tháng", 2)
    assert not is_syllable_border("ba tháng", 5)


@given(st.text(max_size=80))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(st.text(max_size=80))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_long_text_is_shortened_between_words() -> None:
    assert shortened("Quy chế làm việc của Văn phòng", 12) == "Quy chế làm…"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" Họp  giao\tban ", "Họp giao ban"),
        ("Họp\u00a0giao\u202fban", "Họp giao ban"),
        ("Họp\ngiao ban", "Họp giao ban"),
        ("Họ\u200bp\u00ad", "Họp"),
        ("Đ\ufffe\ud800a", "Đa"),
        ("Số      -QC/ĐU", "Số      -QC/ĐU"),
        ("Số:     /QĐ", "Số:     /QĐ"),
        ("Số  -QC/ĐU", "Số -QC/ĐU"),
        ("ngày      tháng      năm 2026", "ngày      tháng      năm 2026"),
        ("ngày      họp", "ngày họp"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_spaces_are_of_one_kind_and_room_to_write_by_hand_is_kept(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert is_clean(cleaned) is ("      " not in cleaned and "     /" not in cleaned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Họp giao ban", True),
        (" Họp ", True),
        ("Ho\u0323p", False),
        ("Họp  ban", False),
        ("Họp\tban", False),
    ],
)
def test_whether_cleaning_would_change_more_than_the_ends(text: str, expected: bool) -> None:
    assert is_clean(text) is expected


def test_a_name_that_could_not_be_decoded_can_be_said() -> None:
    assert sayable("t\udcfep.txt") == "t\ufffdp.txt"
    assert sayable("tệp.txt") == "tệp.txt"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 05 – QĐ / TU ", "05-QĐ/TU"),
        ("06/2026/tt-btс", "06/2026/TT-BTC"),
        ("12\u2011QĐ", "12-QĐ"),
    ],
)
def test_the_number_of_an_act_without_what_only_differs_in_typing(text: str, number: str) -> None:
    assert fold_number(text) == number


@pytest.mark.parametrize(
    ("token", "key"),
    [
        ("hoà", "hoa\u0300"),
        ("hòa", "hoa\u0300"),
        ("uỷ", "uy\u0309"),
        ("abc", "abc"),
        ("điều", "điêu\u0300"),
    ],
)
def test_the_tone_stands_at_the_end_of_a_key(token: str, key: str) -> None:
    assert syllable_key(token) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("“Họp”", '"Họp"'), ("‘a’", "'a'"), ("2020 – 2025", "2020 - 2025"), ("hoà giải", "hòa giải")],
)
def test_what_only_differs_in_typing_has_one_key(one: str, other: str) -> None:
    assert matching_key(one) == matching_key(other)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("khoản 2, Điều 5.", ["khoản", " ", "2", ",", " ", "Điều", " ", "5", "."]),
        ("01/4/2026", ["01/4/2026"]),
        ("1.000,5%", ["1.000,5", "%"]),
        ("Die\u0302\u0300u_1", ["Die\u0302\u0300u", "_", "1"]),
        ("QĐ12", ["QĐ12"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_syllables_numbers_marks_and_spaces(text: str, parts: list[str]) -> None:
    assert tokens(text) == parts


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, True), (-1, True), (1, False), (2, True), (3, True), (4, False), (8, True), (9, True)],
)
def test_a_cut_leaves_syllables_whole(position: int, expected: bool) -> None:
    assert is_syllable_border("ba tháng", position) is expected


@pytest.mark.parametrize(
    ("words", "large"), [("khoản 2", "Khoản 2"), ("điều", "Điều"), ("", ""), ("Ủy ban", "Ủy ban")]
)
def test_a_capital_at_the_start(words: str, large: str) -> None:
    assert capital(words) == large


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Quy chế", 7, "Quy chế"),
        ("Quy chế", 6, "Quy ch…"),
        ("Quy chế làm", 9, "Quy chế…"),
        ("Họp, báo cáo", 5, "Họp…"),
        ("ab cdefghij", 8, "ab cdefg…"),
        ("abc defghij", 6, "abc de…"),
        ("abcd efghij", 6, "abcd…"),
    ],
)
def test_where_a_long_text_is_cut(text: str, length: int, short: str) -> None:
    assert shortened(text, length) == short


def test_a_text_of_sixty_letters_is_not_cut() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 60 + "…"
