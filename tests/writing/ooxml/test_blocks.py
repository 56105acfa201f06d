"""Paragraphs, tables and what stands for a picture, as elements of a Word file."""

from __future__ import annotations

import pytest

from quyche_app.domain.beside import TableShape, table_words
from quyche_app.domain.units import Cell, Opaque, Paragraph, Table
from quyche_app.writing.ooxml.blocks import (
    TABLE_WIDTH,
    block_element,
    cell_element,
    columns_of,
    equal_widths,
    row_element,
    table_element,
)
from quyche_app.writing.ooxml.elements import Element, name, paragraph, w
from tests.making import table
from tests.writing.ooxml.reading import tags, values, words

SMALL = table(("Ngày", "Việc"), ("Thứ hai", "Giao ban"))
SPANNED = Table(((Cell((Paragraph("Lịch"),), span=2),), SMALL.rows[1]))


def cells_of(made: Element) -> list[Element]:
    return list(made.iter(name("tc")))


def drawn(made: Table, cells: str, widths: tuple[int, ...] = (), lines: str = "") -> Element:
    """Give a table as a file with one of this shape has it."""
    shape = TableShape(lines or table_words(made), cells, "+" in cells, False, widths)
    element = block_element(made, "QCText", shapes=[shape])
    assert element is not None
    return element


def test_a_cell_ends_with_a_paragraph_whatever_stands_in_it() -> None:
    row = (Cell((table(("trong",)),)), Cell(()), Cell((Opaque("h", ""),)))
    made = table_element(Table((row,))).find(name("tr"))
    assert made is not None
    first, second, third = made.findall(name("tc"))
    assert tags(first) == ["tcPr", "tbl", "p"]
    assert tags(second) == tags(third) == ["tcPr", "p"]


def test_what_stands_for_a_picture_is_its_words_or_nothing() -> None:
    assert block_element(Opaque("", ""), "QCText") is None
    made = block_element(Opaque("", "[hình]"), "QCText")
    assert made is not None
    assert words(made) == "[hình]"


def test_a_paragraph_keeps_its_style_and_side() -> None:
    made = block_element(Paragraph("Lời.", (), "right"), "QCBack")
    assert made is not None
    assert (values(made, "pStyle", "val"), values(made, "jc", "val")) == (["QCBack"], ["right"])


@pytest.mark.parametrize(
    ("made", "columns"),
    [(SMALL, 2), (SPANNED, 2), (table(("a",), ("b", "c", "d")), 3), (Table(()), 1)],
    ids=["two", "one cell over two", "the widest row", "no rows"],
)
def test_a_table_has_the_columns_of_its_widest_row(made: Table, columns: int) -> None:
    assert columns_of(made) == columns
    assert equal_widths(columns) == (TABLE_WIDTH // columns,) * columns


@pytest.mark.parametrize(("bordered", "style"), [(True, "QCTable"), (False, "QCPlainTable")])
def test_lines_of_a_table_are_in_its_style(bordered: bool, style: str) -> None:
    made = block_element(SMALL, "QCText", bordered=bordered)
    assert made is not None
    assert values(made, "tblStyle", "val") == [style]
    assert values(made, "gridCol", "w") == ["4675", "4675"]


def test_a_cell_over_two_columns_is_as_wide_as_both() -> None:
    made = table_element(SPANNED, widths=(3000, 6000))
    assert values(made, "tcW", "w") == ["9000", "3000", "6000"]
    assert values(made, "gridSpan", "val") == ["2"]


def test_a_table_of_the_source_is_drawn_with_its_widths() -> None:
    assert values(drawn(SMALL, "1 1/1 1", (20, 80)), "gridCol", "w") == ["1870", "7480"]
    assert values(drawn(SMALL, "1 1/1 1", (20, 30, 50)), "gridCol", "w") == ["4675", "4675"]


def test_merged_cells_of_the_source_begin_and_go_on() -> None:
    rows = table(("A", "x"), ("", "y"), ("", "z"), ("B", "t"))
    made = drawn(rows, "1 1/1+ 1/1+ 1/1 1")
    assert values(made, "vMerge", "val") == ["restart", None, None]
    merged = [any("vMerge" in tags(part) for part in cell) for cell in cells_of(made)]
    assert merged == [True, False, True, False, True, False, False, False]


def test_a_merged_cell_is_found_by_its_column_not_by_its_place_in_the_row() -> None:
    rows = Table(
        (
            (Cell((Paragraph("Lịch"),), span=2), Cell((Paragraph("Ghi chú"),))),
            (Cell((Paragraph("a"),)), Cell((Paragraph("b"),)), Cell((Paragraph(""),))),
        )
    )
    made = drawn(rows, "2 1/1 1 1+")
    merged = ["vMerge" in tags(cell[0]) for cell in cells_of(made)]
    assert merged == [False, True, False, False, True]


def test_a_table_whose_words_were_changed_is_no_longer_merged() -> None:
    made = drawn(SMALL, "1 1/1+ 1", (30, 70), lines="Ngày | Việc\n | Giao ban")
    assert values(made, "vMerge", "val") == []
    assert values(made, "gridCol", "w") == ["2805", "6545"]


def test_a_row_stays_on_one_page_and_bears_its_change_behind() -> None:
    made = row_element(SMALL.rows[0], (10, 20), w("ins"))
    assert tags(made[0]) == ["cantSplit", "ins"]
    assert tags(row_element(SMALL.rows[0], (10, 20))[0]) == ["cantSplit"]


def test_properties_of_a_cell_stand_in_the_order_of_the_schema() -> None:
    assert tags(cell_element(2, 90, (), w("vMerge"))[0]) == ["tcW", "gridSpan", "vMerge"]
    assert tags(cell_element(1, 90, ())[0]) == ["tcW"]


def test_who_sets_the_words_of_cells_is_told_how_wide_they_are() -> None:
    told: list[tuple[str, int]] = []

    def set_words(block: Paragraph, width: int) -> Element:
        told.append((block.text, width))
        return paragraph([], "QCNote")

    made = table_element(SPANNED, widths=(100, 200), words=set_words)
    assert told == [("Lịch", 300), ("Thứ hai", 100), ("Giao ban", 200)]
    assert set(values(made, "pStyle", "val")) == {"QCNote"}
