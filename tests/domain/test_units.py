"""The tree of a text: levels, printed labels, lines of blocks, walking and rebuilding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.domain.units import (
    GROUPING_KINDS,
    Block,
    Cell,
    Mark,
    Opaque,
    Paragraph,
    Unit,
    UnitKind,
    block_lines,
    cell_text,
    line_cells,
    map_units,
    printed_label,
    walk,
)
from tests.making import article, clause, point, table


def test_levels_go_from_part_to_item() -> None:
    assert [kind.depth for kind in UnitKind] == list(range(9))
    assert UnitKind.ARTICLE.depth > max(kind.depth for kind in GROUPING_KINDS)


@pytest.mark.parametrize(
    ("kind", "label", "printed"),
    [
        (UnitKind.PART, "thứ hai", "Phần thứ hai\n"),
        (UnitKind.CHAPTER, "II", "Chương II\n"),
        (UnitKind.SECTION, "3", "Mục 3. "),
        (UnitKind.SUBSECTION, "1", "Tiểu mục 1. "),
        (UnitKind.ARTICLE, "14a", "Điều 14a. "),
        (UnitKind.CLAUSE, "2", "2. "),
        (UnitKind.POINT, "đ1", "đ1) "),
        (UnitKind.SUBPOINT, "i", "(i) "),
        (UnitKind.ITEM, "", "- "),
    ],
)
def test_a_label_as_it_is_printed(kind: UnitKind, label: str, printed: str) -> None:
    assert printed_label(kind, label) == printed


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Paragraph("Một dòng."), ["Một dòng."]),
        (Paragraph(""), [""]),
        (table(("STT", "Tên"), ("1", "Tờ trình")), ["STT | Tên", "1 | Tờ trình"]),
        (Opaque("h1.png", "[hình: sơ đồ]"), ["[hình: sơ đồ]"]),
        (Opaque("h1.png", ""), []),
    ],
    ids=["paragraph", "empty paragraph", "table", "picture", "picture without words"],
)
def test_the_lines_of_a_block(block: Block, lines: list[str]) -> None:
    assert block_lines(block) == lines


def test_a_cell_is_one_line_whatever_is_in_it() -> None:
    cell = Cell((Paragraph("Chủ trì"), table(("a", "b"), ("c",)), Opaque("x", "")))
    assert cell_text(cell) == "Chủ trì a | b c"


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("STT | Tên", ["STT", "Tên"]),
        ("STT |", ["STT", ""]),
        ("| Tên", ["", "Tên"]),
        ("Một ô", ["Một ô"]),
        ("a|b", ["a|b"]),
    ],
)
def test_the_cells_of_a_row_come_back_from_its_line(line: str, cells: list[str]) -> None:
    assert line_cells(line) == cells


def test_a_row_of_a_table_is_read_back_from_its_line() -> None:
    row = ("", "Văn phòng", "")
    assert line_cells(block_lines(table(row))[0].strip()) == list(row)


_FOREST = (
    article("1", "Phạm vi", clause("1", "Một.", point("a", "A."), point("b", "B.")), clause("2")),
    article("2", "Nguyên tắc"),
)


def test_walking_gives_parents_before_children_in_the_order_of_the_text() -> None:
    assert [unit.id for unit in walk(_FOREST)] == [
        "article-1",
        "clause-1",
        "point-a",
        "point-b",
        "clause-2",
        "article-2",
    ]


def test_what_is_not_changed_is_the_same_forest() -> None:
    assert map_units(_FOREST, lambda unit: None) is _FOREST
    assert map_units(_FOREST, lambda unit: (unit,)) is _FOREST


def test_a_change_deep_inside_shares_everything_else() -> None:
    def change(unit: Unit) -> tuple[Unit, ...] | None:
        return (replace(unit, label="đ"),) if unit.id == "point-b" else None

    made = map_units(_FOREST, change)
    assert [unit.label for unit in walk(made)] == ["1", "1", "a", "đ", "2", "2"]
    assert made[1] is _FOREST[1]
    assert made[0].children[1] is _FOREST[0].children[1]


@pytest.mark.parametrize(
    ("put", "labels"),
    [((), ["1", "2", "2"]), ((clause("1a"), clause("1b")), ["1", "1a", "1b", "2", "2"])],
    ids=["removed", "two for one"],
)
def test_a_unit_gives_way_to_what_replaces_it(put: tuple[Unit, ...], labels: list[str]) -> None:
    made = map_units(_FOREST, lambda unit: put if unit.id == "clause-1" else None)
    assert [unit.label for unit in walk(made)] == labels


def test_a_mark_covers_what_lies_inside_it() -> None:
    mark = Mark(3, 7, "b")
    inside = [span for span in ((3, 7), (4, 6), (2, 5), (6, 8), (0, 9)) if mark.covers(*span)]
    assert inside == [(3, 7), (4, 6)]
