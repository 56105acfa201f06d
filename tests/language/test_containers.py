"""What a line over orders says against carrying them out."""

from __future__ import annotations

import pytest

from quyche_app.language.containers import limiting_words, small_name


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Các nội dung chưa được thông qua:", "chưa được"),
        ("Ví dụ:", "Ví dụ"),
        ("Một trong hai nội dung sau:", "Một trong hai"),
        ("Sau khi có hướng dẫn của Trung ương:", "Sau khi"),
        ("Giao Ban Tổ chức tham mưu các nội dung sau:", "Giao"),
        ("Nội dung thực hiện từ nhiệm kỳ tới:", "từ nhiệm kỳ tới"),
        ("Sửa đổi quy chế của các cơ quan trực thuộc như sau:", "quy chế của các"),
        ("Sửa đổi Quy chế số 05-QC/HU đối với các xã vùng cao như sau:", "đối với"),
        ("Sửa đổi Quy chế số 05-QC/HU, áp dụng từ ngày 01/01/2030, như sau:", "áp dụng từ"),
        ("Sửa đổi Quy chế số 05-QC/HU (trừ Điều 5) như sau:", "(trừ Điều 5)"),
        ("Sửa đổi Quy chế số 05-QC/HU, ngày 10/01/2024 (dự kiến) như sau:", "dự kiến"),
        (
            "Sửa đổi Quy chế số 05-QC/HU ngày 10/01/2024 nếu được Tỉnh ủy đồng ý như sau:",
            "nếu được",
        ),
    ],
)
def test_a_line_that_denies_or_limits_is_known_by_its_words(line: str, words: str) -> None:
    assert limiting_words(line) == words


@pytest.mark.parametrize(
    ("line", "act_name"),
    [
        ("Sửa đổi, bổ sung một số điều của Quy chế như sau:", "Quy chế"),
        ("Sửa đổi Quy chế số 05-QC/HU ngày 10/01/2024 (đã được sửa đổi năm 2025) như sau:", ""),
        ("Sửa đổi Quy định số 7-QĐ/TU (nay là Quy định của thành phố) về việc giao nhiệm vụ:", ""),
        ("Sửa đổi Quy chế lấy ý kiến nhân dân như sau:", "Quy chế lấy ý kiến nhân dân"),
        ("Kể từ ngày ký, sửa đổi các điều sau:", ""),
        ("Đối với các khoản của Điều 5:", ""),
        ("Thay “nếu” bằng “khi” tại các điều sau:", ""),
    ],
)
def test_a_line_that_only_leads_denies_nothing(line: str, act_name: str) -> None:
    assert limiting_words(line, act_name) == ""


def test_the_regulation_of_another_body_is_named_with_a_small_letter_too() -> None:
    named = small_name("Sửa đổi quy chế làm việc của Ủy ban Kiểm tra:")
    assert named == "Quy chế làm việc của Ủy ban Kiểm tra"
    assert small_name("Sửa đổi quy chế làm việc của mình:") == ""
