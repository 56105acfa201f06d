"""A message keeps its code and what it is about; words are chosen where it is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.messages import Argument, all_said, filled, message, said

MISSING = message("reason.missing", "không có {place}", place="khoản 2 Điều 5")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("khoản 2", "khoản 2"),
        (7, "7"),
        (date(2018, 7, 5), "05/7/2018"),
        (("điểm a", "điểm b"), "điểm a, điểm b"),
        (MISSING, "không có khoản 2 Điều 5"),
        ((MISSING, MISSING), "không có khoản 2 Điều 5; không có khoản 2 Điều 5"),
        ("{path}", "{path}"),
    ],
    ids=["words", "number", "day", "list", "message", "messages", "braces in a text"],
)
def test_each_kind_of_argument_is_put_into_words(value: Argument, words: str) -> None:
    assert str(message("test", "Xem {it}.", it=value)) == f"Xem {words}."


def test_a_message_inside_a_message_is_translated_and_a_text_is_not() -> None:
    english = {"Xem {it}.": "See {it}.", "không có {place}": "no {place}", "Góp ý": "Comments"}

    def translate(text: str, count: int | None) -> str:
        return english.get(text, text)

    assert said(message("test", "Xem {it}.", it=MISSING), translate) == "See no khoản 2 Điều 5."
    assert said(message("test", "Xem {it}.", it="Góp ý"), translate) == "See Góp ý."


def test_the_count_alone_decides_between_one_and_many() -> None:
    asked: list[int | None] = []

    def translate(text: str, count: int | None) -> str:
        asked.append(count)
        return text

    filled("{count} điều", {"count": 2}, translate)
    filled("{count} điều", {"count": "hai"}, translate)
    filled("{number} điều", {"number": 2}, translate)
    assert asked == [2, None, None]


@given(st.text())
def test_a_sentence_without_arguments_is_said_as_it_stands(words: str) -> None:
    assert filled(words, {}) == words


def test_each_of_several_messages_is_said_once() -> None:
    other = message("test", "trùng số")
    assert all_said([MISSING, other, MISSING]) == "không có khoản 2 Điều 5; trùng số"


def test_what_a_message_is_about_can_be_asked() -> None:
    assert MISSING.about("place") == "khoản 2 Điều 5"
    assert MISSING.about("day") is None


def test_equal_messages_are_one() -> None:
    assert (
        len({MISSING, message("reason.missing", "không có {place}", place="khoản 2 Điều 5")}) == 1
    )
