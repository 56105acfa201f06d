"""Rows of an appendix, called by the number in their first cell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quyche_app.amending.account import Ledger
from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.amending.table_rows import (
    cell_place,
    change_row,
    insert_row,
    insert_row_beside,
    is_row,
    row_spot,
)
from quyche_app.amending.work import WorkComponent
from quyche_app.domain.acts import ComponentKind
from quyche_app.domain.flow import act_lines
from quyche_app.domain.units import Block, Paragraph, Table, block_lines
from quyche_app.domain.verbs import Verb
from quyche_app.reading.files import read_bytes
from tests.amending.at_desk import order, told
from tests.making import clause, component, table

_ROWS = (("STT", "Chức danh", "Hạn"), ("1", "Bí thư", "5"), ("02", "Phó Bí thư", "6"))
_LINES = tuple(Paragraph(words) for words in ("1 | Bí thư | 5", "02 | Phó Bí thư | 6", "Ghi chú"))

_HEADED = tuple(Paragraph(" | ".join(row)) for row in _ROWS)


def annex(*front: Block) -> WorkComponent:
    return WorkComponent(component(ComponentKind.APPENDIX, label="1", front=front))


def lines(annex: WorkComponent) -> list[str]:
    return [line for block in annex.frozen().front for line in block_lines(block)]


def account() -> Ledger:
    return Ledger(order(Verb.AMEND, "pl1#row:1"))


@pytest.mark.parametrize("front", [(table(*_ROWS),), _LINES], ids=["a table", "lines"])
def test_a_row_is_reworded_taken_away_or_put_behind_another(front: tuple[Block, ...]) -> None:
    made = annex(*front)
    ledger = account()
    change_row(made, "row:1", (Paragraph("1 | Bí thư cấp ủy | 7"),), ledger)
    insert_row(made, "row:3", (Paragraph("3 | Văn phòng | 8"),), ledger)
    change_row(made, "row:2", (), ledger)
    assert told(ledger) == ([], [])
    rows = [line for line in lines(made) if line[:1].isdigit()]
    assert rows == ["1 | Bí thư cấp ủy | 7", "02 | (được bãi bỏ)", "3 | Văn phòng | 8"]
    assert [what for _, what in ledger.notes] == ["unit", "insert", "repeal"]


@pytest.mark.parametrize("front", [(table(*_ROWS),), _LINES], ids=["a table", "lines"])
def test_what_does_not_fit_is_refused(front: tuple[Block, ...]) -> None:
    for slot, words, code in (
        ("row:9", "9 | Một | Hai", "slot.missing"),
        ("row:1", "1 | Một", "row.other_cells"),
        ("row:1", "2 | Một | Hai", "row.other_cells"),
    ):
        made, ledger = annex(*front), account()
        change_row(made, slot, (Paragraph(words),), ledger)
        assert (told(ledger)[0], lines(made)) == ([code], lines(annex(*front)))
    for slot, words, code in (
        ("row:1", "1 | Một | Hai", "target.already_there"),
        ("row:8", "8 | Một | Hai", "slot.missing"),
        ("row:3", "4 | Một | Hai", "row.other_cells"),
    ):
        made, ledger = annex(*front), account()
        insert_row(made, slot, (Paragraph(words),), ledger)
        assert (told(ledger)[0], lines(made)) == ([code], lines(annex(*front)))


def test_a_number_that_stands_twice_names_no_row() -> None:
    assert row_spot(annex(table(*_ROWS), table(*_ROWS)), "row:1") is None
    assert row_spot(annex(table(*_ROWS)), "row:1") is not None


def test_rows_of_a_table_inside_a_provision_are_those_of_the_appendix() -> None:
    made = WorkComponent(
        component(ComponentKind.APPENDIX, clause("1", "Gồm:", tail=(table(*_ROWS),)), label="1")
    )
    ledger = account()
    change_row(made, "row:1", (), ledger)
    assert ledger.changed == ["clause-1"]
    assert "1 | (được bãi bỏ)" in block_lines(made.frozen().units[0].tail[0])


def test_a_row_is_told_from_other_parts() -> None:
    assert [is_row(slot) for slot in ("row:3", "row:x", "item:3", "unit")] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("front", [(table(*_ROWS),), _HEADED], ids=["a table", "lines"])
def test_one_cell_is_reworded_by_its_column(front: tuple[Block, ...]) -> None:
    made, ledger = annex(*front), account()
    change_row(made, "row:1/column:hạn", (Paragraph("9"),), ledger)
    change_row(made, "row:2/column:2", (Paragraph("Phó Bí thư thường trực"),), ledger)
    assert told(ledger) == ([], [])
    rows = [line for line in lines(made) if line[:1].isdigit()]
    assert rows == ["1 | Bí thư | 9", "02 | Phó Bí thư thường trực | 6"]


@pytest.mark.parametrize("front", [(table(*_ROWS),), _HEADED], ids=["a table", "lines"])
@pytest.mark.parametrize(
    "slot", ["row:1/column:Mức", "row:1/column:9", "row:1/column:STT", "row:7/column:Hạn"]
)
def test_a_cell_that_is_not_there_is_refused(front: tuple[Block, ...], slot: str) -> None:
    made, ledger = annex(*front), account()
    change_row(made, slot, (Paragraph("9"),), ledger)
    assert (told(ledger)[0], lines(made)) == (["slot.missing"], lines(annex(*front)))


def test_a_cell_gets_words_and_no_repeal() -> None:
    made, ledger = annex(table(*_ROWS)), account()
    change_row(made, "row:1/column:Hạn", (), ledger)
    assert told(ledger)[0] == ["row.other_cells"]


def test_a_column_is_counted_across_merged_cells() -> None:
    """The heading "Hạn" stands over the third column; a row with a merged cell has none that begins there."""
    merged = table(*_ROWS)
    wide = (merged.rows[1][0], replace(merged.rows[1][1], span=2))
    spot = row_spot(annex(Table((merged.rows[0], wide))), "row:1")
    assert spot is not None
    assert cell_place(spot, "row:1/column:Hạn") is None
    assert cell_place(spot, "row:1/column:Chức danh") == 1


def test_words_of_a_cell_are_not_those_beside_it() -> None:
    base = """QUY CHẾ
làm việc
Điều 1. Mức chi
STT | Nội dung | Mức
1 | 20 chuyên viên | 20 đồng
2 | 20 trưởng phòng | 20 đồng
Điều 2. Hiệu lực
Từ ngày ký."""
    act = """QUYẾT ĐỊNH
sửa đổi Quy chế làm việc
Điều 1. Sửa đổi Quy chế như sau:
1. Số thứ tự 2, cột “Mức” Điều 1: thay “20” bằng “15”.
2. Số thứ tự 1, cột “Định mức” Điều 1: thay “20” bằng “15”."""
    result = consolidate(
        read_bytes("goc.txt", base.encode()).act,
        [read_amendments(read_bytes("sua.txt", act.encode()))],
    )
    assert [str(each.state) for each in result.outcomes] == ["applied", "failed"]
    assert list(act_lines(result.act))[4:6] == [
        "1 | 20 chuyên viên | 20 đồng",
        "2 | 20 trưởng phòng | 15 đồng",
    ]


def test_rows_of_a_table_in_a_provision_are_its_own() -> None:
    """ "20" stands in both rows and behind the table: the order is about one row."""
    base = """QUY CHẾ
làm việc
Điều 1. Mức chi
STT | Nội dung | Mức
1 | Chuyên viên | 20 đồng
2 | Trưởng phòng | 20 đồng
Thực hiện trong 20 ngày.
Điều 2. Hiệu lực
Từ ngày ký."""
    act = """QUYẾT ĐỊNH
sửa đổi Quy chế làm việc
Điều 1. Sửa đổi Quy chế như sau:
1. Số thứ tự 2 Điều 1: thay “20” bằng “15”.
2. Bổ sung số thứ tự 3 vào Điều 1: “3 | Văn thư | 10 đồng”.
3. Bãi bỏ số thứ tự 1 Điều 1."""
    result = consolidate(
        read_bytes("goc.txt", base.encode()).act,
        [read_amendments(read_bytes("sua.txt", act.encode()))],
    )
    assert [str(each.state) for each in result.outcomes] == ["applied"] * 3
    assert list(act_lines(result.act))[4:8] == [
        "1 | (được bãi bỏ)",
        "2 | Trưởng phòng | 15 đồng",
        "3 | Văn thư | 10 đồng",
        "Thực hiện trong 20 ngày.",
    ]


_NAMED = (("Hình thức", "Mức"), ("Bằng khen", "5"), ("Giấy khen", "3"))


@pytest.mark.parametrize(
    "front",
    [(table(*_NAMED),), tuple(Paragraph(" | ".join(row)) for row in _NAMED)],
    ids=["a table", "lines"],
)
def test_a_row_without_a_number_is_called_by_the_words_of_a_cell(front: tuple[Block, ...]) -> None:
    made, ledger = annex(*front), account()
    change_row(made, "row:“giấy khen”", (Paragraph("Giấy khen các cấp | 4"),), ledger)
    insert_row_beside(made, "row:“Bằng khen”", "after", (Paragraph("Thư khen | 1"),), ledger)
    insert_row_beside(made, "row:“Bằng khen”", "before", (Paragraph("Cờ | 9"),), ledger)
    assert told(ledger) == ([], [])
    assert lines(made)[1:] == ["Cờ | 9", "Bằng khen | 5", "Thư khen | 1", "Giấy khen các cấp | 4"]


def test_words_that_stand_in_two_rows_name_none() -> None:
    made, ledger = annex(table(("A", "5"), ("B", "5"))), account()
    assert row_spot(made, "row:“5”") is None
    change_row(made, "row:“5”", (Paragraph("A | 6"),), ledger)
    assert told(ledger) == (["slot.missing"], [])


@pytest.mark.parametrize(
    ("words", "doubts"),
    [("3 | Chánh Văn phòng | 8", []), ("7 | Chánh Văn phòng | 8", ["row.against_order"])],
)
def test_a_row_put_beside_another_one_has_the_next_number(words: str, doubts: list[str]) -> None:
    made, ledger = annex(table(*_ROWS)), account()
    insert_row_beside(made, "row:2", "after", (Paragraph(words),), ledger)
    assert told(ledger) == ([], doubts)


def test_a_row_that_is_not_there_and_one_of_other_cells_are_told() -> None:
    for slot, words, code in (
        ("row:9", "9 | Một | Hai", "slot.missing"),
        ("row:2/column:Hạn", "9 | Một | Hai", "slot.missing"),
        ("row:2", "3 | Một", "row.other_cells"),
    ):
        made, ledger = annex(table(*_ROWS)), account()
        insert_row_beside(made, slot, "after", (Paragraph(words),), ledger)
        assert told(ledger) == ([code], [])


_BASE = """QUY CHẾ
làm việc của Văn phòng
Điều 1. Họp
1. Thành phần do Tổ trưởng mời:
TT | Họ tên | Chức vụ
1 | Lê An | Tổ trưởng
2 | Vũ Bình | Tổ viên
"""


def changed(words: str) -> list[str]:
    """The lines of the text after an order."""
    head = "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc của Văn phòng\nĐiều 1. Sửa đổi một số nội dung như sau:"
    act = f"{head}\n1. {words}\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n"
    base = read_bytes("base.txt", _BASE.encode()).act
    result = consolidate(base, [read_amendments(read_bytes("act.txt", act.encode()))])
    before = act_lines(base)
    return [line for line in act_lines(result.act) if line not in before]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "Thay “Tổ trưởng” bằng “Nhóm trưởng” tại bảng thuộc khoản 1 Điều 1.",
            ["1 | Lê An | Nhóm trưởng"],
        ),
        (
            "Tại cột “Chức vụ” bảng khoản 1 Điều 1, thay “Tổ viên” bằng “Thành viên”.",
            ["2 | Vũ Bình | Thành viên"],
        ),
        ("Tại cột “Họ tên” bảng khoản 1 Điều 1, thay “Tổ viên” bằng “Thành viên”.", []),
        ("Tại cột “Số” bảng khoản 1 Điều 1, thay “Tổ viên” bằng “Thành viên”.", []),
        (
            "Dòng “Vũ Bình” của bảng khoản 1 Điều 1 sửa thành: “2 | Vũ Bình An | Tổ phó”.",
            ["2 | Vũ Bình An | Tổ phó"],
        ),
        (
            "Khoản 1 Điều 1: sau dòng “Vũ Bình” bổ sung dòng: “3 | Hà Chi | Tổ viên”.",
            ["3 | Hà Chi | Tổ viên"],
        ),
        (
            "Khoản 1 Điều 1: sau số thứ tự 2 bổ sung số thứ tự 3: “3 | Hà Chi | Tổ viên”.",
            ["3 | Hà Chi | Tổ viên"],
        ),
        ("Khoản 1 Điều 1: sau số thứ tự 1 bổ sung số thứ tự 2: “2 | Hà Chi | Tổ viên”.", []),
    ],
)
def test_tables_are_named_as_offices_name_them(words: str, lines: list[str]) -> None:
    assert changed(words) == lines


@pytest.mark.parametrize("front", [(table(*_ROWS),), _HEADED], ids=["a table", "lines"])
def test_a_new_row_goes_behind_one_that_is_repealed(front: tuple[Block, ...]) -> None:
    made, ledger = annex(*front), account()
    change_row(made, "row:2", (), ledger)
    insert_row(made, "row:3", (Paragraph("3 | Văn phòng | 8"),), ledger)
    assert told(ledger) == ([], [])
    assert lines(made)[-2:] == ["02 | (được bãi bỏ)", "3 | Văn phòng | 8"]


def test_a_row_is_called_by_what_the_head_of_its_table_counts() -> None:
    made = annex(table(("Quầy", "Việc"), ("1", "Thuế"), ("2", "Đất")))
    spot = row_spot(made, "row:“quầy số 2”")
    assert spot is not None
    assert [block.text for cell in spot.cells for block in cell.blocks] == ["2", "Đất"]  # type: ignore[union-attr]
    assert row_spot(made, "row:“tổ số 2”") is None
    assert row_spot(made, "row:“quầy số 3”") is None


def test_each_of_several_rows_gets_its_own_new_words() -> None:
    made = annex(table(*_ROWS))
    quoted = (Paragraph("1 | Bí thư | 7"), Paragraph("2 | Phó Bí thư | 8"))
    ledger = Ledger(
        order(Verb.AMEND, "pl1#row:1", "pl1#row:2", quoted=tuple(b.text for b in quoted))
    )
    for slot in ("row:1", "row:2"):
        change_row(made, slot, quoted, ledger)
    assert told(ledger) == ([], [])
    assert lines(made)[1:] == ["1 | Bí thư | 7", "2 | Phó Bí thư | 8"]


def test_rows_that_are_fewer_than_the_new_ones_are_refused() -> None:
    made = annex(table(*_ROWS))
    quoted = (Paragraph("1 | Bí thư | 7"), Paragraph("2 | Phó Bí thư | 8"))
    ledger = Ledger(order(Verb.AMEND, "pl1#row:1", quoted=tuple(b.text for b in quoted)))
    change_row(made, "row:1", quoted, ledger)
    assert told(ledger) == (["row.other_cells"], [])
