"""Parts that are named by their words: columns beside rows or alone, rows, dashes, tables."""

from __future__ import annotations

import pytest

from quyche_app.language.named_parts import read_of_named
from quyche_app.language.statements import read_statement


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
        assert read_of_named(text, read_statement) is None


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


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Bãi bỏ dòng “Khen thưởng” tại khoản 3 Điều 5.", ["row:“Khen thưởng”"]),
        ("Dòng “A b” và dòng “C d” Phụ lục I được bãi bỏ.", ["row:“A b”", "row:“C d”"]),
        ("Bỏ ý “+ Họp kín.” tại khoản 3 Điều 5.", ["item:“Họp kín”"]),
        ("Điều 9: trong bảng phân công việc, dòng số 2 sửa là: “2 | A”", ["row:2"]),
        ("Sửa đổi K3 tại Mục 2 Phần I Phụ lục như sau:", ["item:“K3”"]),
        ("Bãi bỏ quầy số 5 Phụ lục I.", ["row:“quầy số 5”"]),
        ("Ý về Thành đoàn tại khoản 2 Điều 15 bãi bỏ.", ["item:“Thành đoàn”"]),
    ],
)
def test_a_part_is_called_by_its_words(text: str, slots: list[str]) -> None:
    (order,) = read_statement(text).orders
    assert [one.slot for one in order.targets] == slots
    assert order.unknown == ""


@pytest.mark.parametrize(
    "text",
    [
        "Bổ sung gạch đầu dòng “- Họp kín;” vào khoản 3 Điều 5.",
        "Thay gạch đầu dòng thứ hai khoản 3 Điều 5 bằng gạch đầu dòng “- Họp kín;”.",
        "Bỏ dòng chữ “Họp kín” tại khoản 3 Điều 5.",
    ],
)
def test_what_is_new_and_what_are_words_name_no_part(text: str) -> None:
    orders = read_statement(text).orders
    slots = [one.slot for order in orders for one in order.targets]
    assert not any("“" in slot for slot in slots)


def test_words_of_a_table_among_other_places_are_not_understood() -> None:
    text = "Thay “A” bằng “B” tại khoản 1 Điều 9 và tại bảng khoản 3 Điều 9."
    assert all(order.unknown for order in read_statement(text).orders)


def test_what_is_not_understood_is_said_in_the_words_that_stand_there() -> None:
    (order,) = read_statement("Bỏ chẳng hạn dòng “Khen thưởng” tại khoản 3 Điều 5.").orders
    assert order.unknown
    assert "9001" not in order.unknown + order.text


@pytest.mark.parametrize(
    ("column", "slot"),
    [
        ("cột “Chức vụ”", "column:Chức vụ"),
        ("cột Chức vụ", "column:Chức vụ"),
        ("cột thứ tư", "column:4"),
        ("cột số 3", "column:3"),
    ],
)
def test_words_of_a_whole_column_are_changed_in_every_row(column: str, slot: str) -> None:
    (order,) = read_statement(f"Tại {column} của bảng Điều 9, thay “A” bằng “B”.").orders
    assert [one.slot for pair in order.pairs for one in pair.places] == [slot]
    assert order.unknown == ""


def test_a_column_is_not_worded_anew_as_a_whole() -> None:
    read = read_statement("Cột “Chức vụ” của Phụ lục I sửa thành: “Mới”.")
    assert all("column" not in one.slot for order in read.orders for one in order.targets)


@pytest.mark.parametrize(
    "words",
    [
        "2. Việc của tổ số 5, Phụ lục I do Văn phòng làm.",
        "2. Bãi bỏ K3 tại Mục 2 Phần I.",
        "2. Ý về Thành đoàn được ghi vào biên bản.",
        "2. Khoản 1, bảng phân công, dòng số 3 do Văn phòng ghi.",
        "2. Ghi vào cột Thời hạn của bảng tại khoản 3.",
    ],
)
def test_names_inside_new_wording_are_left_as_they_are(words: str) -> None:
    (order,) = read_statement(f"Sửa khoản 2 Điều 5, dòng dưới bảng, như sau: “{words}”").orders
    assert order.inline == words
    (plain,) = read_statement(f"Sửa đổi khoản 2 Điều 5 như sau: “{words}”").orders
    assert (plain.inline, plain.unknown) == (words, "")
