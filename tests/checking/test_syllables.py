"""Words that no Vietnamese syllable can be."""

from __future__ import annotations

import pytest

from quyche_app.checking.syllables import odd_words, parted


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("quyết định của đảng ủy", []),
        ("tổ chưc họp", ["chưc"]),
        ("nghành giáo dụcc", ["nghành", "dụcc"]),
        ("Nghành Xyz UBNDX", []),
        ("gửi qua email, file pdf", []),
        ("x y z", []),
        ("số 5b và A4x", ["b"][:0]),
        ("họp,thưc", ["thưc"]),
        ("", []),
    ],
)
def test_small_words_that_cannot_be_are_found_at_their_place(text: str, odd: list[str]) -> None:
    assert [text[start:end] for start, end in odd_words(text)] == odd


@pytest.mark.parametrize(
    ("word", "two"),
    [
        ("quyếtđịnh", "quyết định"),
        ("củađảng", "của đảng"),
        ("hộiđồng", "hội đồng"),
        ("vanphong", ""),
        ("nghịquyếtđảng", ""),
        ("xyz", ""),
        ("địnhquyết" * 2, ""),
        ("", ""),
    ],
)
def test_two_glued_syllables_are_parted_where_one_cut_is_possible(word: str, two: str) -> None:
    assert parted(word) == two
