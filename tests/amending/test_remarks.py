"""Quoted words that speak about the change are no wording."""

from __future__ import annotations

import pytest

from quyche_app.amending.remarks import remark_behind, spoken_aside
from quyche_app.domain.units import Paragraph
from tests.making import clause, point


@pytest.mark.parametrize(
    "words",
    [
        "Giữ nguyên;",
        "Như cũ;",
        "(các điểm khác giữ nguyên)",
        "3, 4. Giữ nguyên.",
        "Các khoản còn lại của Điều này giữ nguyên.",
        "Ghi chú: chữ in nghiêng là chữ mới.",
        "Phương án 1: họp mỗi tháng.",
        "Họp mỗi tháng […] tại trụ sở.",
        "05 ngày → 07 ngày.",
    ],
)
def test_a_remark_in_the_new_wording_is_told(words: str) -> None:
    told = spoken_aside(clause("2", "Tài liệu:", point("a", words)))
    assert told is not None
    assert told.code == "wording.spoken_aside"


@pytest.mark.parametrize(
    "words",
    [
        "Khi khuyết Bí thư, các Phó Bí thư giữ nguyên phân công.",
        "Hồ sơ được giữ nguyên trạng trong tủ lưu trữ.",
        "Phương án nhân sự do Ban Tổ chức trình;",
        "Thành phần gồm Bí thư, Phó Bí thư…",
    ],
)
def test_a_provision_that_uses_the_same_words_is_wording(words: str) -> None:
    assert spoken_aside(clause("2", "Tài liệu:", point("a", words))) is None


@pytest.mark.parametrize(
    ("words", "is_remark"),
    [
        ("2. Báo cáo năm. (khoản 3 giữ nguyên)", True),
        ("2. Báo cáo năm; báo cáo quý. (khoản 3 cũ chuyển thành khoản 4).", True),
        ("2. Báo cáo năm (các điểm khác không đổi)", True),
        ("2. Báo cáo theo quy định (khoản 3 Điều này).", False),
        ("2. Báo cáo (nếu có).", False),
        ("2. Thẻ (giữ nguyên trạng) được nộp lại.", False),
    ],
)
def test_a_remark_in_brackets_behind_the_new_wording_is_doubted(
    words: str, is_remark: bool
) -> None:
    told = remark_behind([Paragraph(words)])
    assert (told is not None) is is_remark
