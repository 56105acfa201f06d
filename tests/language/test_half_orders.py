"""Words of a sentence that make its order less, or another one, than its form says."""

from __future__ import annotations

import pytest

from quyche_app.language.half_orders import half_said
from quyche_app.language.statements import read_statement


@pytest.mark.parametrize(
    ("text", "is_half"),
    [
        ("Bãi bỏ một số nội dung tại Điều 12.", True),
        ("Bãi bỏ quy định tương ứng tại Phụ lục II.", True),
        ("Bãi bỏ các Mục trong Chương IV.", True),
        ("Bãi bỏ các khoản 2, 3 Điều 12.", False),
        ("Sửa đổi một số nội dung của Điều 12 như sau:", False),
        ("Bãi bỏ khoản 3 của Điều 9 và của Điều 13.", True),
        ("Bãi bỏ khoản 3 tại Điều 9, tại Điều 13.", True),
        ("Bãi bỏ khoản 3 Điều 9 và khoản 2 Điều 13.", False),
        ("Thay “a” bằng “b” tại khoản 2 Điều 6 và tại Điều 8.", False),
        ("Thay “a” bằng “b” từ khoản 2 Điều 6 đến khoản 2 Điều 8.", True),
        ("Thay “a” bằng “b” từ khoản 2 Điều 6 đến khoản 4 Điều 6.", False),
        ("Thay “a” bằng “b” và “c” bằng “d” lần lượt tại khoản 1, khoản 2 Điều 6.", True),
        ("Thay “a” bằng “b” lần lượt tại khoản 1, khoản 2 Điều 6.", False),
        ("Khoản 3 Điều 13 nên được bãi bỏ.", True),
        ("Khoản 3 Điều 13 sẽ được thay bằng: “3. Chi bộ thực hiện.”", True),
        ("Khoản 3 Điều 13 được sửa đổi như sau: “3. Văn bản cần sửa thì gửi lại.”", False),
    ],
)
def test_what_is_said_by_half_is_found(text: str, is_half: bool) -> None:
    assert bool(half_said(text, read_statement(text).orders)) is is_half
