"""In a text of Roman numbers "số" is a number of it; elsewhere it is that of an act, a row or a form."""

from __future__ import annotations

import pytest

from quyche_app.language.roman_texts import with_clauses


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Tiết c, số 2, phần I nay là:", "Tiết c, khoản 2, phần I nay là:"),
        ("Số 2 và số 3, phần V: bỏ", "Khoản 2 và khoản 3, phần V: bỏ"),
        ("Phần I, số 2a thêm tiết đ:", "Phần I, khoản 2a thêm tiết đ:"),
        (
            "Mục IV, số 3 thay “A” bằng “B”; số 4, điểm d bỏ; số 5 bỏ “C”.",
            "Mục IV, khoản 3 thay “A” bằng “B”; khoản 4, điểm d bỏ; khoản 5 bỏ “C”.",
        ),
        (
            "Số 4, phần III tách thành hai số như sau:",
            "Khoản 4, phần III tách thành hai khoản như sau:",
        ),
        ("Số 5 Điều 3 bỏ.", "Số 5 Điều 3 bỏ."),
        ("Phần I: Quy chế số 5 nay bỏ", "Phần I: Quy chế số 5 nay bỏ"),
        ("Phần I: Quyết định số 15/QĐ-TU", "Phần I: Quyết định số 15/QĐ-TU"),
        ("Phần I, số thứ tự 3 bỏ", "Phần I, số thứ tự 3 bỏ"),
        ("Phần I, mẫu số 2 bỏ", "Phần I, mẫu số 2 bỏ"),
        ("Thay “số 5” bằng “số 6” ở phần I", "Thay “số 5” bằng “số 6” ở phần I"),
        ("Thay “phần I” ở số 5 Điều 3", "Thay “phần I” ở số 5 Điều 3"),
    ],
)
def test_a_number_is_a_clause_where_a_roman_number_stands(said: str, plain: str) -> None:
    assert with_clauses(said) == plain
