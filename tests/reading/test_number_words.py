"""Numbers in the forms that Word shows in lists (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

import pytest

from quyche_app.reading.number_words import (
    letters,
    number_text,
    roman,
    vietnamese,
    vietnamese_ordinal,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (-1, "-1"),
        (1, "i"),
        (3, "iii"),
        (4, "iv"),
        (9, "ix"),
        (14, "xiv"),
        (40, "xl"),
        (49, "xlix"),
        (90, "xc"),
        (400, "cd"),
        (1994, "mcmxciv"),
        (32767, "m" * 32 + "dcclxvii"),
        (32768, "32768"),
    ],
)
def test_small_roman_letters(value: int, shown: str) -> None:
    assert roman(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (1, "a"),
        (5, "e"),
        (26, "z"),
        (27, "aa"),
        (52, "zz"),
        (53, "aaa"),
        (2600, "z" * 100),
        (2601, "2601"),
    ],
)
def test_the_letters_of_word_are_repeated_and_have_no_đ(value: int, shown: str) -> None:
    assert letters(value) == shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "không"),
        (1, "một"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (115, "một trăm mười lăm"),
        (221, "hai trăm hai mươi mốt"),
        (999, "chín trăm chín mươi chín"),
        (1000, "1000"),
        (-1, "-1"),
    ],
)
def test_vietnamese_words(value: int, words: str) -> None:
    assert vietnamese(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (4, "thứ tư"),
        (14, "thứ mười bốn"),
        (21, "thứ hai mươi mốt"),
    ],
)
def test_vietnamese_ordinals(value: int, words: str) -> None:
    assert vietnamese_ordinal(value) == words


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("upperRoman", "IV"),
        ("lowerRoman", "iv"),
        ("upperLetter", "D"),
        ("lowerLetter", "d"),
        ("cardinalText", "Bốn"),
        ("vietnameseCounting", "bốn"),
        ("ordinalText", "Thứ tư"),
        ("decimalEnclosedParen", "(4)"),
        ("decimalEnclosedFullstop", "4."),
        ("numberInDash", "- 4 -"),
        ("none", ""),
        ("chineseCounting", "4"),
        ("", "4"),
    ],
)
def test_a_number_in_each_form(form: str, shown: str) -> None:
    assert number_text(4, form) == shown
