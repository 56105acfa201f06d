"""Amending acts without articles and numbers: what leads to the orders and the effect are two articles."""

from __future__ import annotations

from quyche_app.domain.line_labels import read_label
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
