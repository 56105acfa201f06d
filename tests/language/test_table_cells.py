"""A column beside a row narrows what the sentence orders to one cell."""

from __future__ import annotations

import pytest

from quyche_app.language.statements import read_statement
from quyche_app.language.table_cells import read_of_table


@pytest.mark.parametrize(
    "text",
    [
        "Phụ lục I: cột “Thời hạn” tại số thứ tự 2 sửa là “Ngày 15”.",
        "Cột Thời hạn của số thứ tự 2 Phụ lục I sửa thành: “Ngày 15”.",
        "Số thứ tự 2 Phụ lục I: cột Thời hạn sửa đổi là “Ngày 15”.",
        "Số thứ tự 2 (cột Thời hạn) Phụ lục I sửa thành “Ngày 15”.",
        "Sửa số thứ tự 2, cột “Thời hạn”, Phụ lục I thành “Ngày 15”.",
        "Sửa cột Thời hạn, số thứ tự 2, Phụ lục I thành “Ngày 15”.",
    ],
)
def test_a_column_may_stand_on_either_side_of_its_row(text: str) -> None:
    (order,) = read_statement(text).orders
    assert [(one.slot, order.unknown) for one in order.targets] == [("row:2/column:Thời hạn", "")]
    assert order.inline == "Ngày 15"


def test_several_rows_share_the_column_that_is_named_with_each() -> None:
    text = "Phụ lục I: số thứ tự 1, cột “Hạn” thay bằng “Ngày 1”; số thứ tự 3, cột “Hạn” thay bằng “Ngày 3”."
    found = [one.slot for order in read_statement(text).orders for one in order.targets]
    assert found == ["row:1/column:Hạn", "row:3/column:Hạn"]


@pytest.mark.parametrize(
    "text",
    [
        # Two columns, and an order about more than rows.
        "Số thứ tự 1 Phụ lục I: cột “Mức” thay bằng “5”; cột “Hạn” thay bằng “Ngày 3”.",
        "Khoản 2 Điều 5 và số thứ tự 1 Phụ lục I, cột “Mức”: thay “5” bằng “6”.",
    ],
)
def test_what_is_more_than_one_column_is_not_understood(text: str) -> None:
    orders = read_statement(text).orders
    assert all(order.unknown for order in orders)


def test_a_sentence_without_a_column_beside_a_row_is_left_to_others() -> None:
    for text in ("Số thứ tự 1 Phụ lục I: thay “5” bằng “6”.", "Bỏ cột “Hạn” của Phụ lục I."):
        assert read_of_table(text, read_statement) is None


def test_one_cell_of_each_row_gets_its_words_in_turn() -> None:
    read = read_statement(
        "Cột “Hạn” của các dòng 1, 2 Phụ lục I sửa lần lượt là “mười”, “hai mươi”."
    )
    assert [(order.targets[0].slot, order.inline) for order in read.orders] == [
        ("row:1/column:Hạn", "mười"),
        ("row:2/column:Hạn", "hai mươi"),
    ]
    other = read_statement("Cột “Hạn” của các dòng 1, 2, 3 Phụ lục I sửa lần lượt là “một”, “hai”.")
    assert all(order.unknown for order in other.orders)
