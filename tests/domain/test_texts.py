"""Normalising: what is folded and what never is (docs/field.md 9)."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.texts import (
    clean,
    fold_number,
    is_syllable_border,
    matching_key,
    search_key,
    shortened,
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
