"""Slips of typing and scanning are read with the correction named; right words stay."""

from __future__ import annotations

import pytest

from quyche_app.language.typing_slips import mended


@pytest.mark.parametrize(
    ("typed", "read", "slips"),
    [
        ("Khỏan 3 Điều 4", "Khoản 3 Điều 4", [("Khỏan", "Khoản")]),
        ("khoản 2 Diều 11", "khoản 2 Điều 11", [("Diều", "Điều")]),
        ("điễm a khoản 1", "điểm a khoản 1", [("điễm", "điểm")]),
        ("Sửa đồi, bồ sung", "Sửa đổi, bổ sung", [("Sửa đồi", "Sửa đổi"), ("bồ sung", "bổ sung")]),
        ("sủa đổi là", "sửa đổi là", [("sủa đổi", "sửa đổi")]),
        ("Sưa đổi Điều 11", "Sửa đổi Điều 11", [("Sưa đổi", "Sửa đổi")]),
        ("Bải bỏ Điều 2", "Bãi bỏ Điều 2", [("Bải bỏ", "Bãi bỏ")]),
        ("khoản 9 Điều l1", "khoản 9 Điều 11", [("l", "1")]),
        ("Bai bo diem c", "Bãi bỏ điểm c", [("Bai bo", "Bãi bỏ"), ("diem", "điểm")]),
        ("khoan 2 Dieu 9", "khoản 2 Điều 9", [("Dieu", "Điều"), ("khoan", "khoản")]),
        ("bổ xung khoản 4", "bổ sung khoản 4", [("bổ xung", "bổ sung")]),
        ("thay “a” bang từ “b”", "thay “a” bằng từ “b”", [("bang", "bằng")]),
        ("hũy bỏ điểm b", "hủy bỏ điểm b", [("hũy bỏ", "hủy bỏ")]),
    ],
)  # fmt: skip
def test_a_slip_is_put_right_and_named(typed: str, read: str, slips: list[tuple[str, str]]) -> None:
    found = mended(typed)
    assert found.text == read
    assert sorted(found.slips) == sorted(slips)


@pytest.mark.parametrize(
    "words",
    [
        "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:",
        "Bãi bỏ điểm a khoản 1 Điều 12.",
        "Người được sữa chữa",
        "Huỷ bỏ điểm b khoản 2",
        "giao “Văn phòng” bàng hoàng “Ban”",
        "một khoản chi cho điều tra, điểm chung",
        "Khoản 3 Điều 4 và Mục II",
        "Thay “sủa đổi” bằng “sửa đổi”",
        "",
    ],
)
def test_right_words_and_quoted_ones_stay(words: str) -> None:
    assert mended(words) == (words, ())
