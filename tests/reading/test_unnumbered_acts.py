"""Amending acts without articles and numbers: what leads to the orders and the effect are two articles."""

from __future__ import annotations

from quyche_app.amending.read import read_amendments
from quyche_app.domain.line_labels import read_label
from quyche_app.reading.files import read_bytes
from quyche_app.reading.unnumbered_acts import unnumbered_articles

_ACT = [
    "QUYẾT ĐỊNH",
    "Căn cứ Điều lệ Đoàn;",
    "Quy chế số 03-QC/ĐTN được sửa đổi các chỗ sau đây:",
    "- Bỏ khoản 2 Điều 5.",
    "- Sửa khoản 3 Điều 5 như sau: “3. Quyết định này có hiệu lực",
    "Quyết định này có hiệu lực khi công bố.”",
    "Quyết định này có hiệu lực từ ngày ký.",
]


def found(lines: list[str]) -> dict[int, str]:
    labels = [read_label(line) for line in lines]
    return {at: label.label for at, label in unnumbered_articles(lines, labels).items()}


def test_the_lead_and_the_line_of_effect_begin_articles() -> None:
    assert found(_ACT) == {2: "1", 6: "2"}


def test_an_act_with_articles_is_none_of_them() -> None:
    assert found(["Điều 1. Sửa đổi như sau:", *_ACT]) == {}


def test_without_an_order_right_behind_the_lead_nothing_is_found() -> None:
    assert found([*_ACT[:3], "Các cơ quan liên quan.", *_ACT[3:]]) == {}
    assert found(_ACT[:3]) == {}


def test_numbers_in_brackets_begin_orders_in_their_turn() -> None:
    lines = [
        "QUY ĐỊNH",
        "Ban Thường vụ sửa đổi một số nội dung như sau:",
        "(1) Bỏ khoản 2 Điều 5.",
        "(2) Khoản 3 Điều 5 sửa như sau: “3. Gồm:",
        "(3) ba việc.”",
        "(3) Bỏ Điều 6.",
        "(5) việc khác.",
        "Quy định này có hiệu lực từ ngày ký.",
    ]
    labels = [read_label(line) for line in lines]
    made = unnumbered_articles(lines, labels)
    assert [(at, str(made[at].kind), made[at].label) for at in sorted(made)] == [
        (1, "article", "1"),
        (2, "clause", "1"),
        (3, "clause", "2"),
        (5, "clause", "3"),
        (7, "article", "2"),
    ]


def test_a_list_in_brackets_that_begins_with_no_order_begins_no_act() -> None:
    lines = ["QUY ĐỊNH", "Sửa đổi, bổ sung cách làm như sau:", "(1) Họp tháng.", "(2) Họp quý."]
    assert found(lines) == {}
    second = ["QUY ĐỊNH", "Sửa đổi một số nội dung như sau:", "(2) Bỏ khoản 2 Điều 5."]
    assert found(second) == {}


def test_wording_without_marks_ends_before_the_next_number_in_brackets() -> None:
    act = """QUYẾT ĐỊNH
Ban Thường vụ sửa đổi một số nội dung như sau:
(1) Mục I, điểm 2 nay viết là:
2. Họp tháng.
(2) Mục II, điểm 1: bỏ câu cuối.
Quyết định này có hiệu lực từ ngày 01/01/2024.
"""
    read = read_amendments(read_bytes("act.txt", act.encode()))
    assert [(str(i.verb), i.targets[0].path, i.source_lines) for i in read.instructions] == [
        ("amend", "mI/k2", (3, 4)),
        ("repeal", "mII/đ1#sentence:last", (5, 5)),
    ]
