"""Numbers of footnotes among the words: which digits are some, and the text without them."""

from __future__ import annotations

import pytest

from quyche_app.domain.sources import SourceParagraph
from quyche_app.domain.units import Block, Mark, Paragraph
from quyche_app.reading.note_numbers import (
    BRACKETS,
    STYLES,
    Style,
    found_numbers,
    without_numbers,
)
from tests.making import table

_BRACKETS, _RAISED, _PARENTHESES, _GLUED = STYLES


def paragraphs(*blocks: Block | str) -> list[SourceParagraph]:
    made = [Paragraph(block) if isinstance(block, str) else block for block in blocks]
    return [SourceParagraph(number, block) for number, block in enumerate(made, 1)]


def without(style: Style, *texts: str, most: int | None = 99) -> list[str]:
    """Give the texts without the numbers of notes."""
    given = paragraphs(*texts)
    numbers = found_numbers(given, set(), style, most)
    return [one.text for one in without_numbers(given, numbers)]


@pytest.mark.parametrize(
    ("style", "printed", "value"),
    [(_BRACKETS, "[12]", 12), (_RAISED, "¹²", 12), (_PARENTHESES, "(3)", 3), (_GLUED, "7", 7)],
)
def test_the_value_of_a_printed_number(style: Style, printed: str, value: int) -> None:
    assert style.value(printed) == value


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        (_BRACKETS, "1.[1] Họp.", "1. Họp."),
        (_BRACKETS, "Họp [1].", "Họp."),
        (_BRACKETS, "Họp [1] giao ban.", "Họp giao ban."),
        (_BRACKETS, "[1] Họp.", "Họp."),
        (_BRACKETS, "Họp[1], [2] ban.", "Họp ban."),
        (_BRACKETS, "chỉ tiêu [1]", "chỉ tiêu [1]"),
        (_BRACKETS, "[1] + [2]", "[1] + [2]"),
        (_BRACKETS, "Họp [0]", "Họp [0]"),
        (_BRACKETS, "Họp [1000]", "Họp [1000]"),
        (_RAISED, "Họp¹ ban", "Họp ban"),
        (_RAISED, "năm 2025⁴", "năm 2025"),
        (_RAISED, "10² m", "10² m"),
        (_RAISED, "5 m²", "5 m²"),
        (_RAISED, "5 km²", "5 km²"),
        (_RAISED, "họp/tuần²", "họp/tuần²"),
        (_PARENTHESES, "Họp giao ban (1).", "Họp giao ban."),
        (_PARENTHESES, "ba (3) ngày", "ba (3) ngày"),
        (_PARENTHESES, "khoản (1)", "khoản (1)"),
        (_PARENTHESES, "(1) Họp", "(1) Họp"),
        (_PARENTHESES, "gồm: (1) họp", "gồm: (1) họp"),
        (_PARENTHESES, "Họp (1)a", "Họp (1)a"),
        (_PARENTHESES, "khổ A4 (1)", "khổ A4 (1)"),
        (_GLUED, "khoản này3 quy định", "khoản này quy định"),
        (_GLUED, "Điều 5.20 Họp", "Điều 5. Họp"),
        (_GLUED, "Chương II7", "Chương II"),
        (_GLUED, "họp.3", "họp."),
        (_GLUED, "khoản2", "khoản2"),
        (_GLUED, "khổ A4", "khổ A4"),
        (_GLUED, "số 65/2020/QH14", "số 65/2020/QH14"),
        (_GLUED, "xyz3 ban", "xyz3 ban"),
        (_GLUED, "họp3a", "họp3a"),
    ],
)
def test_which_digits_are_numbers_of_notes(style: Style, text: str, expected: str) -> None:
    assert without(style, text) == [expected]


def test_numbers_rise_through_the_text() -> None:
    assert without(_RAISED, "Một¹", "Hai⁵", "Ba²", "Bốn³") == ["Một", "Hai⁵", "Ba", "Bốn"]
    assert without(_BRACKETS, "Một[1]", "Hai[1]", "Ba[2]") == ["Một", "Hai", "Ba"]


@pytest.mark.parametrize(("most", "expected"), [(1, ["Một", "Hai²"]), (2, ["Một", "Hai"])])
def test_no_number_is_above_that_of_the_last_note(most: int, expected: list[str]) -> None:
    assert without(_RAISED, "Một¹", "Hai²", most=most) == expected


def test_paragraphs_that_are_notes_are_left() -> None:
    given = paragraphs("Họp[1]", "[1] Sửa năm 2020.")
    assert found_numbers(given, {1}, BRACKETS, 9) == [((0,), 3, 6)]


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["Một[1]", "Hai[2]"], 0),
        (["Một[1]", "Hai[2]", "Ba[3]"], 3),
        (["1.[1] Một", "Hai [2].", "Ba[3]"], 3),
        (["Một [1] a", "Hai [2] b", "Ba [3] c"], 0),
        (["Một[3]", "Hai[2]", "Ba[1]"], 0),
        (["Một[1]", "Hai[9]", "Ba[8]", "Bốn[7]", "Năm[2]", "Sáu[6]", "Bảy[3]"], 0),
    ],
    ids=["few", "enough", "on a label and at an end", "among words", "falling", "mostly unordered"],
)
def test_numbers_whose_notes_are_not_there_need_more_evidence(texts: list[str], count: int) -> None:
    assert len(found_numbers(paragraphs(*texts), set(), BRACKETS, None)) == count


def test_a_raised_number_of_word_is_one() -> None:
    block = Paragraph("họp12 và m2", (Mark(3, 5, "sup"), Mark(10, 11, "sup")))
    given = paragraphs(block)
    numbers = found_numbers(given, set(), _GLUED, 99)
    (read,) = without_numbers(given, numbers)
    assert read.block == Paragraph("họp và m2", (Mark(8, 9, "sup"),))


def test_marks_keep_their_words() -> None:
    marks = (Mark(0, 5, "b"), Mark(6, 9, "i"), Mark(10, 13, "u"), Mark(14, 17, "b"))
    block = Paragraph("1.[1] Họp [2] ban", marks)
    given = paragraphs(block)
    (read,) = without_numbers(given, found_numbers(given, set(), BRACKETS, 9))
    assert read.block == Paragraph(
        "1. Họp ban", (Mark(0, 2, "b"), Mark(3, 6, "i"), Mark(7, 10, "b"))
    )


def test_cells_of_tables_are_looked_at_and_others_are_kept() -> None:
    given = paragraphs("Lời.", table(("Tên[1]", "Số"), ("Hai[2]", "3")))
    numbers = found_numbers(given, set(), BRACKETS, 9)
    assert [place for place, _, _ in numbers] == [(1, 0, 0, 0), (1, 1, 0, 0)]
    read = without_numbers(given, numbers)
    assert read[1].block == table(("Tên", "Số"), ("Hai", "3"))
    assert read[0] is given[0]
