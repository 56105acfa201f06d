"""Painted text: layout, hitting, selection, copying."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from quyche_app.gui.text_lines import Line, Run, act_blocks
from quyche_app.gui.widgets.flow_view import FlowView
from quyche_app.gui.widgets.text_cell import CellStyle, TextCell, kept_together
from tests.gui import fakes

LONG = "1. " + " ".join(["Thường trực Tỉnh ủy họp giao ban mỗi tuần một lần"] * 6) + "."


def test_a_narrow_cell_is_higher_than_a_wide_one(application: object) -> None:
    cell = TextCell([Line(LONG)], CellStyle())
    assert cell.lay_out(300) > cell.lay_out(900)


def test_lines_of_a_cell_never_overlap(application: object) -> None:
    cell = TextCell([Line(LONG), Line("Đoạn thứ hai.")], CellStyle())
    cell.lay_out(320)
    rows = cell.rows()
    assert len(rows) > 3
    assert all(rows[at][1] <= rows[at + 1][0] + 0.01 for at in range(len(rows) - 1))


def test_a_point_in_a_cell_finds_its_letter(application: object) -> None:
    cell = TextCell([Line("Điều 1. Chế độ hội nghị", "plain")], CellStyle())
    cell.lay_out(500)
    assert cell.position_at(0, 5) == 0
    assert cell.position_at(2000, 5) == len("Điều 1. Chế độ hội nghị")


def test_copied_words_have_no_footnote_numbers(application: object) -> None:
    line = Line("2. Quy chế này áp dụng.12", runs=(Run(23, 25, "note"),))
    cell = TextCell([line, Line("Đoạn cuối.")], CellStyle())
    assert cell.copied(0, cell.length) == "2. Quy chế này áp dụng.\nĐoạn cuối."
    assert cell.copied(3, 10) == "Quy chế"


def test_a_table_is_laid_out_in_rows(application: object) -> None:
    rows = (("Số thứ tự", "Tên tài liệu"), ("1", "Tờ trình"))
    cell = TextCell(
        [Line("Số thứ tự | Tên tài liệu\n1 | Tờ trình", "table", cells=rows)], CellStyle()
    )
    assert cell.lay_out(400) > 0
    assert len(cell.rows()) == 2


def test_levels_and_labels_keep_together_without_changing_the_words(application: object) -> None:
    text = "theo khoản 3 Điều 12, ngày 05 tháng 7"
    kept = kept_together(text)
    assert len(kept) == len(text)
    assert kept.replace("\u00a0", " ") == text
    assert "khoản\u00a03 Điều\u00a012" in kept


def test_the_number_of_an_act_is_not_cut_behind_its_hyphen(application: object) -> None:
    text = "thay thế Quyết định số 12-QĐ/TU, ngày 20 tháng 01 năm 2011"
    for width in range(120, 420, 7):
        cell = TextCell([Line(text)], CellStyle(first_indent=0))
        cell.lay_out(width)
        layout = cell._pieces[0].layout
        assert layout is not None
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            words = text[line.textStart() : line.textStart() + line.textLength()]
            assert not words.endswith("12-"), width


def test_words_are_chosen_across_provisions_and_copied(application: object) -> None:
    view = FlowView()
    view.resize(700, 500)
    view.show_blocks(act_blocks(fakes.act_of(fakes.OLD_TEXT)))
    view.grab()
    first, last = view.spot_at(QPoint(20, 12)), view.spot_at(QPoint(600, 480))
    assert first is not None
    assert last is not None
    view._anchor, view._end = first, last
    view.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Điều 1. Chế độ hội nghị" in copied
    assert "\n1. Hội nghị thường lệ" in copied


def test_choosing_a_provision_brings_it_into_view(application: object) -> None:
    view = FlowView(is_page=True)
    view.resize(700, 200)
    blocks = act_blocks(fakes.act_of(fakes.OLD_TEXT))
    view.show_blocks(blocks)
    assert view.set_present(blocks[-1].unit_id)
    view.grab()
    assert view.verticalScrollBar().value() > 0
    assert view.present_unit() == blocks[-1].unit_id
    assert not view.set_present("không có")
