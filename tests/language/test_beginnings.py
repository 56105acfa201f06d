"""How an order begins: with its verb, its place or its words."""

from __future__ import annotations

import pytest

from quyche_app.language.beginnings import is_order, leads_to_orders


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sửa đổi khoản 2 Điều 5", True),
        ("bổ sung Điều 5a", True),
        ("Bãi bỏ Điều 7", True),
        ("Thay cụm từ", True),
        ("Bỏ cụm từ", True),
        ("Bỏ", False),
        ("Thayy cụm từ", False),
        ("Điều 5. Sửa đổi", False),
        ("", False),
    ],
)
def test_words_that_begin_like_an_instruction(words: str, expected: bool) -> None:
    assert is_order(words) is expected


def test_a_place_may_lead_to_orders() -> None:
    for words in ("Về Chương II", "Tại Điều 3:", "Đối với khoản 2, Điều 6"):
        assert leads_to_orders(words)
    for words in ("Về tổ chức thực hiện", "Điều 3", "Về Chương II và công tác cán bộ"):
        assert not leads_to_orders(words)
