"""Names of issuing bodies in running text."""

import pytest

from quyche_app.domain.issuers import issuer_in_text


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("TỈNH ỦY SÔNG LÀNH", "Tỉnh ủy Sông Lành"),
        ("ỦY BAN NHÂN DÂN TỈNH SÔNG LÀNH", "Ủy ban nhân dân tỉnh Sông Lành"),
        ("ĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH SÔNG LÀNH", "Đảng ủy Ủy ban nhân dân tỉnh Sông Lành"),
        ("BỘ TÀI CHÍNH", "Bộ Tài chính"),
        ("BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Bộ Khoa học và Công nghệ"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"),
        ("CHÍNH PHỦ", "Chính phủ"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ BẾN TRĂNG", "Hội đồng nhân dân thành phố Bến Trăng"),
        ("Đảng ủy xã Sông Lành", "Đảng ủy xã Sông Lành"),
        ("", ""),
    ],
)
def test_a_name_in_capitals_is_written_as_a_sentence_has_it(head: str, text: str) -> None:
    assert issuer_in_text(head) == text
