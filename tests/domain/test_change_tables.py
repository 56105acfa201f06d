"""Tables that say what changes, told by their head."""

from __future__ import annotations

import pytest

from quyche_app.domain.change_tables import (
    Columns,
    cells_of,
    columns_of,
    rows_of_change_tables,
)


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("STT | Điều, khoản | Nội dung cũ | Nội dung sửa đổi, bổ sung", Columns(4, 2, 3, 1)),
        (
            "TT | VỊ TRÍ | ĐIỀU LỆ HIỆN HÀNH | SỬA ĐỔI, BỔ SUNG | GIẢI TRÌNH",
            Columns(5, 2, 3, 1, None, 4),
        ),
        ("Nội dung cũ\tNội dung sửa đổi, bổ sung", Columns(2, 0, 1)),
        ("STT | Điều khoản | Nội dung đã ban hành | Nội dung mới", Columns(4, 2, 3, 1)),
        ("Quy định hiện hành | Sau khi sửa đổi", Columns(2, 0, 1)),
        ("Khoản | Cũ | Mới | Lý do", Columns(4, 1, 2, 0, 3, 3)),
        ("Khoản | Cũ | Mới | Ghi chú | Ý kiến", Columns(5, 1, 2, 0, 3, None, (4,))),
        ("STT | Chức danh | Thời hạn", None),
        ("1 | Khoản 2 | 2. Thu cũ. | 2. Thu mới.", None),
        ("Nội dung cũ", None),
    ],
)
def test_the_head_says_which_cell_is_which(head: str, columns: Columns | None) -> None:
    assert columns_of(cells_of(head)) == columns


def test_a_long_cell_is_no_head() -> None:
    assert columns_of(["Nội dung cũ " + "rất dài " * 10, "Nội dung mới"]) is None


def test_rows_are_those_with_as_many_cells_below_a_head() -> None:
    lines = [
        "Điều 1 | lời",
        "Nội dung cũ | Nội dung mới",
        "Điều 2. Cũ | Điều 2. Mới",
        "một | hai | ba",
        "Lời văn.",
        "Điều 3. Cũ | Điều 3. Mới",
    ]
    assert rows_of_change_tables(lines) == [2]
