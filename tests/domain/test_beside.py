"""What a file holds beside its words: compared, and named where a written file has not got it."""

from __future__ import annotations

from typing import Any

import pytest

from quyche_app.domain.acts import Act, ComponentKind
from quyche_app.domain.beside import (
    PART_WORDS,
    Beside,
    Dropped,
    Part,
    TableShape,
    Thing,
    Uncompared,
    cell_starts,
    data_tables,
    differing,
    digest_of,
    dropped,
    merged_rows,
    shape_of,
    table_words,
    widths_of,
)
from quyche_app.domain.units import Cell, Opaque, Paragraph, Table
from tests.making import act, article, clause, component, table

_LOOKS = {
    Part.COLUMN_WIDTHS,
    Part.MERGED_CELLS,
    Part.INNER_TABLES,
    Part.TEXT_BOXES,
    Part.LINKS,
    Part.TYPING,
}


def shape(words: str = "STT | Tên", cells: str = "1 1", **rest: Any) -> TableShape:
    fields = {"has_merged_rows": False, "has_inner_table": False} | rest
    return TableShape(words, cells, **fields)


def things(*parts: Part) -> Beside:
    return Beside(tuple(Thing(part, f"{number}") for number, part in enumerate(parts)))


def test_every_part_has_words_and_some_are_looks_alone() -> None:
    assert set(PART_WORDS) == set(Part)
    assert {part for part in Part if part.is_look} == _LOOKS


@pytest.mark.parametrize(
    ("widths", "is_uneven"),
    [
        ((), False),
        ((100,), False),
        ((50, 50), False),
        ((62, 38), False),
        ((63, 37), True),
        ((10, 45, 45), True),
        ((40, 30, 30), False),
    ],
)
def test_columns_that_a_reader_sees_to_differ(widths: tuple[int, ...], is_uneven: bool) -> None:
    assert shape(widths=widths).is_uneven is is_uneven


def test_of_an_act_its_notes_and_tables_join_those_of_the_text() -> None:
    text = Beside((Thing(Part.PICTURES, "a"),), (shape("một"),))
    amending = Beside(
        (Thing(Part.NOTES, "b"), Thing(Part.PAGE_HEADS, "c"), Thing(Part.SOURCE_NOTES, "d")),
        (shape("hai"),),
    )
    assert text.with_act(amending) == Beside(
        (Thing(Part.PICTURES, "a"), Thing(Part.NOTES, "b"), Thing(Part.SOURCE_NOTES, "d")),
        (shape("một"), shape("hai")),
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "needs"),
    [
        (Part.PICTURES, 1, 0, True),
        (Part.NOTES, 1, 2, True),
        (Part.SOURCE_NOTES, 1, 2, False),
        (Part.PAGE_HEADS, 1, 1, True),
        (Part.PAGE_HEADS, 1, 0, False),
        (Part.PAGE_HEADS, 0, 1, False),
        (Part.MERGED_CELLS, 1, 1, True),
        (Part.COLUMN_WIDTHS, 1, 1, False),
        (Part.TYPING, 1, 1, False),
    ],
)
def test_which_differences_a_person_must_compare(
    part: Part, old: int, new: int, needs: bool
) -> None:
    assert Uncompared(part, old, new).needs_a_person is needs


@pytest.mark.parametrize("part", list(Part))
def test_what_a_written_file_has_not_needs_a_person_unless_it_is_a_look(part: Part) -> None:
    expected = part not in _LOOKS and part is not Part.PAGE_HEADS
    assert Dropped(part, 1).needs_a_person is expected


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (("Số  trang",), ("Số trang ",), True),
        (("Đie\u0302\u0300u",), ("Điều",), True),
        (("a", "b"), ("ab",), False),
        (("a",), (b"a",), False),
        (("x" * 300,), ("x" * 300 + " ",), True),
        (("x" * 300,), ("x" * 301,), False),
        (("x" * 300, "y"), ("x" * 300 + "y",), False),
        ((b"\x01", b"\x02"), (b"\x01\x02",), False),
    ],
    ids=[
        "blanks",
        "forms of Unicode",
        "cut otherwise",
        "bytes and words",
        "long, blanks",
        "long, other",
        "long, cut otherwise",
        "bytes cut otherwise",
    ],
)
def test_a_content_has_one_name(
    one: tuple[str | bytes, ...], other: tuple[str | bytes, ...], is_same: bool
) -> None:
    assert (digest_of(*one) == digest_of(*other)) is is_same


@pytest.mark.parametrize(("length", "is_itself"), [(200, True), (201, False)])
def test_short_words_are_their_own_name(length: int, is_itself: bool) -> None:
    assert (digest_of("x" * length) == "x" * length) is is_itself
    assert digest_of("a", "b") == "a\0b"


# -- two files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (things(Part.PICTURES), things(Part.PICTURES), []),
        (things(Part.NOTES, Part.NOTES), things(Part.NOTES), [(Part.NOTES, 2, 1)]),
        (things(Part.TEXT_BOXES), things(), []),
        (
            things(Part.COMMENTS),
            things(Part.PICTURES),
            [(Part.PICTURES, 0, 1), (Part.COMMENTS, 1, 0)],
        ),
        (
            Beside((Thing(Part.LINKS, "a"),)),
            Beside((Thing(Part.LINKS, "b"),)),
            [(Part.LINKS, 1, 1)],
        ),
    ],
    ids=["same", "one less", "text boxes", "in the order of parts", "another digest"],
)
def test_the_parts_in_which_two_files_differ(
    old: Beside, new: Beside, found: list[tuple[Part, int, int]]
) -> None:
    assert list(differing(old, new)) == [Uncompared(*one) for one in found]


_MERGED, _WIDTHS, _INNER = Part.MERGED_CELLS, Part.COLUMN_WIDTHS, Part.INNER_TABLES


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ([shape()], [shape()], []),
        ([shape()], [shape(cells="2")], [_MERGED]),
        ([shape("a", "1 1/1 1")], [shape("b", "2/1 1")], [_MERGED]),
        ([shape("a", "1 1")], [shape("b", "1 1/1 1")], []),
        ([shape("a")], [shape("a", "1 1/1 1")], [_MERGED]),
        ([shape(widths=(50, 50))], [shape(widths=(53, 47))], []),
        ([shape(widths=(50, 50))], [shape(widths=(54, 46))], [_WIDTHS]),
        ([shape(widths=(50, 50))], [shape(widths=())], []),
        ([shape(widths=(50, 50))], [shape(widths=(50, 25, 25))], [_WIDTHS]),
        ([shape("a", widths=(50, 50))], [shape("b", widths=(50, 25, 25))], []),
        ([shape("a", widths=(50, 50))], [shape("b", widths=(70, 30))], [_WIDTHS]),
        ([shape()], [shape(has_inner_table=True)], [_INNER]),
        ([shape("a", "2"), shape("b")], [shape("b"), shape("a", "2")], []),
        ([shape("a"), shape("x", "2")], [shape("a")], []),
        ([shape("a"), shape("x", "2")], [shape("y", "1 1"), shape("a")], [_MERGED]),
        ([], [shape("a", "2")], []),
    ],
    ids=[
        "same",
        "merged otherwise",
        "in its place, merged otherwise",
        "a row more, other words",
        "a row more, same words",
        "nearly the same widths",
        "other widths",
        "widths not said",
        "another column, same words",
        "another column, other words",
        "in its place, other widths",
        "a table in a cell",
        "found by its words",
        "one went: nothing in its place",
        "the one left over is in its place",
        "one came",
    ],
)
def test_tables_are_compared_with_those_of_the_same_words_or_place(
    old: list[TableShape], new: list[TableShape], parts: list[Part]
) -> None:
    found = differing(Beside(tables=tuple(old)), Beside(tables=tuple(new)))
    assert found == tuple(Uncompared(part, 1, 1) for part in parts)


# -- a written file ---------------------------------------------------------------------------------


def test_what_no_written_file_has_is_counted() -> None:
    source = things(Part.NOTES, Part.NOTES, Part.COMMENTS, Part.LINKS, Part.TYPING)
    assert dropped(act(), source, ".txt") == (Dropped(Part.NOTES, 2), Dropped(Part.COMMENTS, 1))


def test_pictures_and_formulas_of_a_text_are_named_and_not_held() -> None:
    picture, formula = Opaque("a", "[hình: sơ đồ]"), Opaque("b", "[công thức: x]")
    chart = Opaque("c", "[biểu đồ]")
    boxed = Table(((Cell((picture,)),),))
    text = Act(
        components=(
            component(
                ComponentKind.BODY,
                article("1", "a", lead=(boxed, chart), tail=(formula,)),
                article("2", "b", lead=(picture,), repealed=True),
                front=(picture,),
                back=(formula,),
            ),
        )
    )
    assert dropped(text, Beside(), ".txt") == (
        Dropped(Part.PICTURES, 2),
        Dropped(Part.FORMULAS, 2),
        Dropped(Part.OBJECTS, 1),
    )


_TABLE = table(("STT", "Tên"), ("1", "Tờ trình"))
_TEXT = act(article("1", "a", lead=(_TABLE,)))
_WORDS = table_words(_TABLE)
_ODD = shape(_WORDS, "1 1/1+ 1", has_merged_rows=True, has_inner_table=True, widths=(20, 80))


@pytest.mark.parametrize(
    ("suffix", "is_redline", "parts"),
    [
        (".docx", False, {_INNER}),
        (".DOCX", False, {_INNER}),
        (".odt", False, {_INNER}),
        (".docx", True, {_MERGED, _INNER, _WIDTHS}),
        (".html", False, {_MERGED, _INNER}),
        (".txt", False, set()),
        (".json", False, set()),
    ],
)
def test_how_tables_are_drawn_in_each_kind_of_file(
    suffix: str, is_redline: bool, parts: set[Part]
) -> None:
    found = dropped(_TEXT, Beside(tables=(_ODD,)), suffix, is_redline=is_redline)
    assert {one.part for one in found} == parts
    assert all(one.amount == 1 for one in found)


@pytest.mark.parametrize(
    ("made", "parts"),
    [
        (shape(_WORDS), set()),
        (_ODD._replace(words="STT | Tên\n1 | Báo cáo"), {_MERGED, _INNER}),
        (_ODD._replace(words="khác"), set()),
        (_ODD._replace(widths=(20, 40, 40)), {_INNER, _WIDTHS}),
        (_ODD._replace(cells="2/1+ 1"), {_INNER, _MERGED}),
    ],
    ids=["plain", "rows changed", "no table of the text", "other columns", "other cells"],
)
def test_a_table_that_an_act_changed_keeps_what_still_fits(
    made: TableShape, parts: set[Part]
) -> None:
    found = dropped(_TEXT, Beside(tables=(made,)), ".docx")
    assert {one.part for one in found} == parts


def test_a_table_is_known_by_its_words_else_by_its_first_row() -> None:
    first, other, exact = (
        shape("STT | Tên\nx", "9"),
        shape("STT | Tên\ny", "8"),
        shape(_WORDS, "7"),
    )
    assert shape_of(_TABLE, (first, other, exact)) is exact
    assert shape_of(_TABLE, (shape("khác"), first, other)) is first
    assert shape_of(_TABLE, (shape("khác"),)) is None


def test_widths_hold_for_as_many_columns() -> None:
    spanned = Table(((Cell((Paragraph("a"),), 2), Cell((Paragraph("b"),))),))
    assert widths_of(spanned, shape(widths=(20, 30, 50))) == (20, 30, 50)
    assert widths_of(spanned, shape(widths=(50, 50))) == ()
    assert widths_of(Table(()), shape(widths=(100,))) == (100,)


def test_cells_that_go_on_with_the_one_above() -> None:
    assert merged_rows(_TABLE, _ODD) == ((False, False), (True, False))
    assert merged_rows(_TABLE, _ODD._replace(words="khác")) == ()
    assert merged_rows(_TABLE, _ODD._replace(cells="1 1")) == ()


def test_the_columns_that_cells_begin_in() -> None:
    row = (Cell((), 2), Cell(()), Cell((), 3))
    assert cell_starts(row) == [0, 2, 3]
    assert cell_starts(()) == []


def test_tables_that_say_something_are_not_those_of_a_head_or_a_signature() -> None:
    one, two, three, four, five = (table((str(number),)) for number in range(5))
    text = Act(
        components=(
            component(
                ComponentKind.BODY,
                clause("1", lead=(two,), tail=(three,)),
                clause("2", lead=(one,), repealed=True),
                front=(one,),
                back=(one,),
            ),
            component(ComponentKind.APPENDIX, front=(four, Paragraph("x")), back=(five,)),
        )
    )
    assert list(data_tables(text)) == [four, five, two, three]
