"""Rows under a row that names their article, with a column of remarks."""

from __future__ import annotations

import pytest

from quyche_app.amending.annotated_rows import annotated_row, heading_row
from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.addresses import Step
from quyche_app.domain.change_tables import Columns
from quyche_app.domain.flow import act_lines
from quyche_app.language.citations import Cited
from quyche_app.reading.files import read_bytes

_COLUMNS = Columns(3, 0, 1, None, 2)
_ARTICLE = Cited([Step("article", "4")])


def ordered(old: str, new: str, note: str) -> str | None:
    """Give what a row under Điều 4 orders, in one line; None when it is not understood."""
    row = annotated_row((old, new, note), _COLUMNS, _ARTICLE)
    if row is None or row.order is None:
        return "nothing" if row is not None else None
    order = row.order
    places = [*order.targets, *(one for pair in order.pairs for one in pair.places)]
    places += [order.reference] if order.reference is not None else []
    named = [
        "/".join(step.label for step in reversed(one.steps)) + f"#{one.slot}" for one in places
    ]
    words = [f"{pair.old}>{pair.new}" for pair in order.pairs]
    return " ".join([str(order.verb), *named, *words, order.side]).strip()


@pytest.mark.parametrize(
    ("old", "new", "note", "meant"),
    [
        ("“mỗi quý”", "“mỗi tuần”", "Khoản 2", "replace_words 4/2#text mỗi quý>mỗi tuần"),
        ("“Câu cũ.”", "(bỏ câu này)", "Khoản 3", "remove_words 4/3#text Câu cũ.>"),
        ("2. Cũ.", "2. Mới.", "Sửa", "amend 4/2#unit"),
        ("c) Cũ;", "(bỏ)", "Khoản 1", "repeal 4/1/c#unit"),
        ("b) Cũ;", "b) Mới;", "Điểm b, khoản 3", "amend 4/3/b#unit"),
        ("- Cũ;", "- Mới;", "Khoản 2", "replace_words 4/2#text - Cũ;>- Mới;"),
        ("- Cũ;", "(bỏ)", "Khoản 2", "replace_words 4/2#text - Cũ;>- (được bãi bỏ)"),
        ("", "5. Mới.", "Thêm khoản", "insert 4/5#unit"),
        ("", "1a. Mới.", "Thêm sau khoản 1", "insert 4/1a#unit 4/1#unit after"),
        ("", "- Mới.", "Thêm vào cuối khoản 2", "insert 4/2#item:last after"),
        (
            "4. Cũ.",
            "(chuyển thành khoản 3 Điều 10, giữ nguyên nội dung)",
            "Chuyển",
            "move 4/4#unit",
        ),
        ("3. Cũ.", "Giữ nguyên", "", "nothing"),
    ],
)
def test_a_row_orders_what_its_cells_and_remark_say(
    old: str, new: str, note: str, meant: str
) -> None:
    assert ordered(old, new, note) == meant


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("2. Cũ.", "3. Mới.", "Sửa"),
        ("2. Cũ.", "2. Mới.", "trừ khoản 3"),
        ("“mỗi quý”", "mỗi tuần", "Khoản 2"),
        ("", "Điều 5a. Tên Lời văn của điều.", "Điều mới"),
        ("", "a) Mới;", "Thêm sau khoản 1"),
        ("Một câu không có dấu.", "Một câu khác.", "Sửa"),
    ],
)
def test_what_is_not_certain_is_not_read(old: str, new: str, note: str) -> None:
    assert ordered(old, new, note) is None


def test_a_row_that_names_an_article_holds_for_those_below() -> None:
    found = heading_row(("Điều 3. Nhiệm vụ", "Điều 3. Nhiệm vụ mới", ""), _COLUMNS)
    assert found is not None
    order = found[1].order
    assert order is not None
    assert [(one.steps[0].label, one.slot) for one in order.targets] == [("3", "heading")]
    assert heading_row(("Điều 3", "Điều 3", ""), _COLUMNS) is not None
    assert heading_row(("Điều 3", "Điều 4", ""), _COLUMNS) is None
    assert heading_row(("Điều 3. Cũ", "Điều 3. Mới"), Columns(2, 0, 1)) is None


def test_a_table_with_remarks_is_carried_out_row_by_row() -> None:
    """The row that begins with a quotation is a row, and the dash that stands twice is told."""
    base = """QUY CHẾ
làm việc
Điều 1. Họp
1. Họp mỗi quý.
2. Gồm:
- Báo cáo;
- Tờ trình.
3. Gửi:
- Báo cáo;"""
    act = """QUYẾT ĐỊNH
sửa đổi Quy chế làm việc
Điều 1. Sửa đổi Quy chế theo bảng sau:
QUY CHẾ SỐ 4-QC/HU | NAY SỬA ĐỔI | GHI CHÚ
Điều 1 | Điều 1. Chế độ họp | Sửa tên
“mỗi quý” | “mỗi tháng” | Khoản 1
- Tờ trình. | - Tờ trình, biên bản. | Khoản 2
- Báo cáo; | - Báo cáo tháng; | Sửa
 | 4. Mới. | Thêm khoản"""
    result = consolidate(
        read_bytes("goc.txt", base.encode()).act,
        [read_amendments(read_bytes("sua.txt", act.encode()))],
    )
    assert list(act_lines(result.act))[2:] == [
        "Điều 1. Chế độ họp",
        "1. Họp mỗi tháng.",
        "2. Gồm:",
        "- Báo cáo;",
        "- Tờ trình, biên bản.",
        "3. Gửi:",
        "- Báo cáo;",
        "4. Mới.",
    ]
    assert [str(one.state) for one in result.outcomes] == ["applied"] * 3 + ["failed", "applied"]
