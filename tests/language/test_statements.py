"""A line is read as a whole, or else piece by piece, each piece completed from those before it."""

from __future__ import annotations

import pytest

from quyche_app.language.statements import read_statement
from tests.language.as_ordered import order


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Bỏ khoản 2 Điều 10. Khoản 1 Điều 10: thay “A” bằng “B”.",
            ["repeal d10/k2", "replace_words “A”>“B” d10/k1"],
        ),
        (
            "Điều 8 khoản 2: “A” thay bằng “B”; khoản 3 câu sau cùng bỏ.",
            ["replace_words “A”>“B” d8/k2", "repeal d8/k3#sentence:last"],
        ),
        (
            "Điều 5 khoản 1 bỏ câu cuối, còn khoản 2 thì sửa “A” thành “B”.",
            ["repeal d5/k1#sentence:last", "replace_words “A”>“B” d5/k2"],
        ),
        (
            "Khoản 2 Điều 3 bỏ, khoản 3 của Điều này đổi thành khoản 2.",
            ["repeal d3/k2", "move d3/k3 => d3/k2"],
        ),
        (
            "Khoản 2 Điều 5 viết lại: Văn phòng họp. Khoản 3 Điều 5 giữ nguyên.",
            ["amend d5/k2 : Văn phòng họp"],
        ),
        (
            "Tại khoản 1 và khoản 2 Điều 4, thay “A” và “C” tương ứng bằng “B” và “D”.",
            ["replace_words “A”>“B” d4/k1 “C”>“D” d4/k2"],
        ),
    ],
)
def test_each_piece_is_completed_from_those_before(line: str, expected: list[str]) -> None:
    assert [order(one) for one in read_statement(line).orders] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Bỏ khoản 2 Điều 10. Khoản 1 Điều 10 thì xem xét lại.",
        "Bãi bỏ Điều 1 Quy chế số 11-QC/HU; bãi bỏ Điều 3 Quyết định số 09-QĐ/HU.",
        "Thay “A”, “C” và “E” tại Điều 4 bằng “B”, “D”.",
    ],
)
def test_a_line_of_which_a_piece_is_not_understood_is_not_read_in_silence(line: str) -> None:
    orders = read_statement(line).orders
    assert not orders or any(order.unknown for order in orders)
