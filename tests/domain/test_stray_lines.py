"""Paragraphs inside a provision that look like the beginning of something else."""

from __future__ import annotations

import pytest

from quyche_app.domain.stray_lines import (
    begins_annex,
    label_level,
    runs_on,
    words_after_first,
)
from quyche_app.domain.units import Paragraph, UnitKind
from tests.making import article, clause, point, table


@pytest.mark.parametrize(
    "text",
    [
        "Phụ lục I",
        "Mẫu số 02",
        "Biểu mẫu 1: Phiếu trình",
        "Phụ biểu số 3 (kèm theo)",
        "Danh mục 1",
        "(Ban hành kèm theo Quyết định số 5-QĐ/TU)",
        "(phụ lục kèm theo)",
        "Danh mục hồ sơ trình Ban Thường vụ",
        "Mẫu: Phiếu trình",
        "Lưu đồ – Tiếp công dân",
        "-----",
        "DANH SÁCH CÁC ĐƠN VỊ",
        "ABC DEF",
        "  QUY TRÌNH TIẾP DÂN ",
    ],
)
def test_the_beginning_of_an_annex(text: str) -> None:
    assert begins_annex(text)


@pytest.mark.parametrize(
    "text",
    [
        "Phụ lục I là danh mục các việc.",
        "Mẫu phiếu trình do Văn phòng gửi, gồm hai trang.",
        "Danh mục hồ sơ được lập;",
        "Văn phòng Đảng ủy giúp việc.",
        "UBND;",
        "TỈNH",
        "AB CDE",
        "BÁO CÁO NĂM.",
        "VĂN BẢN ĐI;",
        "A B C D E",
        "----",
        "",
        "Kèm theo tờ trình",
    ],
)
def test_words_of_a_provision_are_no_annex(text: str) -> None:
    assert not begins_annex(text)


def test_a_name_in_capitals_is_no_longer_than_a_name() -> None:
    assert begins_annex("DANH MỤC " + "A" * 191)
    assert not begins_annex("DANH MỤC " + "A" * 192)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Điều 5. Họp giao ban", UnitKind.ARTICLE),
        ("Điều 5 Lịch họp", None),
        ("2. Văn phòng chuẩn bị.", UnitKind.CLAUSE),
        ("3/ Văn phòng chuẩn bị.", UnitKind.CLAUSE),
        ("a) Tờ trình", UnitKind.POINT),
        ("A) Tờ trình", UnitKind.POINT),
        ("đ. Tờ trình", UnitKind.POINT),
        ("iv) Tờ trình", UnitKind.POINT),
        ("Tờ trình", None),
        ("", None),
    ],
)
def test_the_level_of_a_label_that_was_not_believed(text: str, level: UnitKind | None) -> None:
    assert label_level(text) is level


@pytest.mark.parametrize(
    ("lead", "following", "words"),
    [
        ("Một việc. 2. Hai việc.", "2", "2. Hai việc."),
        ("Một việc; 2) Hai việc.", "2", "2) Hai việc."),
        ("Một việc. b) Hai việc.", "b", "b) Hai việc."),
        ("Một việc. b. Hai việc.", "b", ""),
        ("Một việc, 2. Hai việc.", "2", ""),
        ("Một việc. 12. Hai việc.", "2", ""),
        ("Một việc. 2.", "2", ""),
    ],
)
def test_a_label_in_the_middle_of_a_line(lead: str, following: str, words: str) -> None:
    assert runs_on(clause("1", lead), following) == words


def test_a_label_runs_on_in_the_tail_too_and_is_cut_after_some_words() -> None:
    tail = (table(("x",)), Paragraph("Việc khác. 2. " + "x" * 90))
    found = runs_on(clause("1", "Một.", tail=tail), "2")
    assert found == "2. " + "x" * 41


def test_the_paragraphs_that_do_not_stand_on_the_line_of_a_label() -> None:
    inner = clause("1", "a", point("a", "b", tail=(Paragraph("đuôi điểm"),)))
    made = article(
        "1",
        None,
        inner,
        lead=(Paragraph("đầu"), table(("ô",)), Paragraph("hai")),
        tail=(Paragraph("cuối"),),
    )
    assert list(words_after_first(made)) == ["hai", "cuối", "đuôi điểm"]
