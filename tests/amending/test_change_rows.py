"""A row of a table of changes is an order, a heading for those below, or told."""

from __future__ import annotations

import pytest

from quyche_app.amending.act_context import Context
from quyche_app.amending.act_lines import ActLine
from quyche_app.amending.change_rows import ChangeRows
from quyche_app.amending.line_orders import LineOrders
from quyche_app.domain.addresses import Step
from quyche_app.domain.change_tables import Columns, cells_of, columns_of
from quyche_app.domain.units import Paragraph


def columns(head: str) -> Columns:
    """Give what the columns of a head are."""
    found = columns_of(cells_of(head))
    assert found is not None
    return found


_OLD_AND_NEW = columns("Điều, khoản | Nội dung cũ | Nội dung sửa đổi, bổ sung")


def taken(*rows: str) -> LineOrders:
    """Give what comes of rows, one under the other."""
    orders = LineOrders(1, "Quyết định")
    reader, context = ChangeRows(orders), Context()
    for number, row in enumerate(rows, 4):
        line = ActLine(number, number, row)
        context = reader.under_head(line, cells_of(row), _OLD_AND_NEW, context, "Điều 1")
    return orders


def done(orders: LineOrders) -> list[tuple[str, list[str]]]:
    """Give verbs and places."""
    return [(str(one.verb), [t.path for t in one.targets]) for one in orders.instructions]


def test_a_row_with_old_and_new_wording_is_an_order() -> None:
    orders = taken("Khoản 2 Điều 5 | 2. Họp hằng quý. | 2. Họp hằng tháng.")
    assert done(orders) == [("amend", ["d5/k2"])]
    (made,) = orders.instructions
    assert made.words_old == ("2. Họp hằng quý.",)
    assert [block.text for block in made.quoted if isinstance(block, Paragraph)] == [
        "2. Họp hằng tháng."
    ]


def test_a_row_that_is_not_understood_is_told() -> None:
    orders = taken("(xem ghi chú) | Họp hằng quý. | Họp hằng tháng.")
    assert not orders.instructions
    assert [(told.why.code, told.lines) for told in orders.unread] == [
        ("line.row_not_read", (4, 4))
    ]


def test_rows_go_on_with_the_article_that_a_row_puts_in() -> None:
    orders = LineOrders(1, "Quyết định")
    two = columns("Nội dung cũ | Nội dung sửa đổi, bổ sung")
    rows = ChangeRows(orders)
    for number, row in enumerate(
        ("Chưa quy định | Điều 11a. Cho thuê", "Chưa quy định | 1. Cho thuê theo giờ."), 4
    ):
        rows.row(ActLine(number, number, row), cells_of(row), two, Context(), "Điều 1")
    (made,) = orders.instructions
    assert made.source_lines == (4, 5)
    assert [block.text for block in made.quoted if isinstance(block, Paragraph)] == [
        "Điều 11a. Cho thuê",
        "1. Cho thuê theo giờ.",
    ]


def test_three_lines_are_a_row_and_the_others_are_left() -> None:
    orders = LineOrders(1, "Quyết định")
    lines = [
        ActLine(4, 4, "Khoản 2 Điều 5"),
        ActLine(5, 5, "Hiện ghi: “hằng quý”"),
        ActLine(6, 6, "Nay ghi: “hằng tháng”"),
        ActLine(7, 7, "Bãi bỏ Điều 7."),
    ]
    left = ChangeRows(orders).without_pairs(lines, Context(), "Điều 1")
    assert [line.number for line in left] == [7]
    assert done(orders) == [("replace_words", ["d5/k2"])]
    assert orders.instructions[0].source_lines == (4, 6)


def test_a_heading_row_gives_its_article_to_the_rows_below() -> None:
    orders = LineOrders(1, "Quyết định")
    two = columns("Nội dung cũ | Nội dung sửa đổi, bổ sung")
    row = ActLine(4, 4, "Điều 5 | Điều 5")
    context = ChangeRows(orders).under_head(row, cells_of(row.text), two, Context(), "Điều 1")
    assert context.steps == (Step("article", "5"),)
    assert orders.containers == {4}


@pytest.mark.parametrize(
    ("head", "row", "is_done"),
    [
        ("Điều, khoản | Cũ | Mới | Ghi chú", "Khoản 4 Điều 7 | 02 ngày | 01 ngày |", True),
        ("Điều, khoản | Cũ | Mới | Ghi chú", "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Đã rõ", True),
        ("Điều, khoản | Cũ | Mới | Ghi chú", "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Xem lại", False),
        (
            "Điều, khoản | Cũ | Mới | Ghi chú",
            "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Cả Điều 8",
            False,
        ),
        (
            "Điều, khoản | Cũ | Mới | Lý do",
            "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Theo Điều 8",
            True,
        ),
        (
            "Điều, khoản | Cũ | Mới | Lý do",
            "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Đề nghị xét",
            False,
        ),
        (
            "Điều, khoản | Cũ | Mới | Căn cứ",
            "Khoản 4 Điều 7 | 1 | 2 | Còn ý kiến không nhất trí",
            False,
        ),
        ("STT | Điều, khoản | Cũ | Mới", "7 | Khoản 4 Điều 7 | 02 ngày | 01 ngày", True),
        ("Điều, khoản | Cũ | Mới | Ý kiến", "Khoản 4 Điều 7 | 02 ngày | 01 ngày | Giữ", False),
        ("Điều, khoản | Cũ | Mới | Ý kiến", "Khoản 4 Điều 7 | 02 ngày | 01 ngày | -", True),
    ],
)
def test_what_another_cell_says_of_a_row(head: str, row: str, is_done: bool) -> None:
    orders = LineOrders(1, "Quyết định")
    ChangeRows(orders).under_head(
        ActLine(4, 4, row), cells_of(row), columns(head), Context(), "Điều 1"
    )
    assert bool(orders.instructions) is is_done
    assert [one.why.code for one in orders.unread] == ([] if is_done else ["line.row_with_remark"])
