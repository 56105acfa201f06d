"""Which lines announce new wording, and which line under them is the one announced."""

from __future__ import annotations

import pytest

from quyche_app.amending.read import read_amendments
from quyche_app.domain.line_labels import read_label
from quyche_app.reading.announced_wording import (
    NAMES_ONE,
    announces_exactly,
    announces_unit,
    orders,
)
from quyche_app.reading.files import read_bytes


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        ("Điều 2 (khoản hai) sửa thành:", "2. Họp mỗi quý.", True),
        ("Điều 3 khoản 1: thêm điểm d vào sau điểm c:", "d) Việc khác.", True),
        ("Điều 5 viết lại toàn bộ như sau:", "Điều 5. Họp", True),
        ("Điều 2 (khoản hai) sửa thành:", "3. Họp mỗi quý.", False),
        ("Bãi bỏ khoản 2 Điều 3:", "2. Họp mỗi quý.", False),
        ("Điểm a khoản 3 Điều 3 sửa đổi như sau:", "a) Thay “A” bằng “B”.", False),
        ("Điểm a khoản 3 Điều 3 sửa đổi như sau:", "a) Gọi tắt là “Ban”.", True),
        ("Khoản 2, khoản 3 Điều 3 sửa thành:", "2. Họp mỗi quý.", True),
        ("Khoản 2, khoản 3 Điều 3 sửa thành:", "3. Họp mỗi quý.", False),
        ("Văn phòng có nhiệm vụ:", "2. Họp mỗi quý.", False),
        ("Điều 2 (khoản hai) sửa thành", "2. Họp mỗi quý.", False),
    ],
)
def test_the_label_of_the_line_is_the_one_announced(before: str, line: str, expected: bool) -> None:
    assert announces_unit(before, read_label(line)) is expected


def test_a_line_orders_with_its_verb_in_front_or_behind() -> None:
    assert orders("Sửa đổi Điều 5 như sau:")
    assert orders("Điều 5 được sửa đổi, bổ sung như sau:")
    assert not orders("Luật này đã được sửa đổi, bổ sung một số điều theo Luật số 3")
    assert NAMES_ONE.search("Sửa đổi khoản 2 Điều 5")
    assert not NAMES_ONE.search("Sửa đổi một số nội dung")


def test_orders_with_dashes_end_a_wording_without_marks() -> None:
    act = """QUYẾT ĐỊNH
sửa đổi Quy chế làm việc
Điều 1. Sửa đổi Quy chế như sau:
- Điều 2 (khoản hai) sửa thành:
2. Họp mỗi quý.
- Điều 4, sửa như sau:
+ Khoản 2: bỏ “mỗi tuần”.
- Điều 5 viết lại như sau:
Điều 5. Họp
1. Họp mỗi tuần.
- Bãi bỏ Điều 9."""
    read = read_amendments(read_bytes("sua.txt", act.encode()))
    assert read.unread == ()
    found = [
        (str(each.verb), each.targets[0].address.path, [block.text for block in each.quoted])
        for each in read.instructions
    ]
    assert found == [
        ("amend", "qc:d2/k2", ["2. Họp mỗi quý."]),
        ("remove_words", "qc:d4/k2", []),
        ("amend", "qc:d5", ["Điều 5. Họp", "1. Họp mỗi tuần."]),
        ("repeal", "qc:d9", []),
    ]


@pytest.mark.parametrize(
    ("order", "lines", "is_exact"),
    [
        ("2.6. Khoản 3, khoản 4, Điều 7:", ["3. Văn phòng chủ trì.", "4. Kế hoạch gửi sớm."], True),
        ("2.6. Khoản 3, khoản 4, Điều 7:", ["3. Văn phòng chủ trì."], False),
        (
            "2.6. Khoản 3, khoản 4, Điều 7:",
            ["4. Kế hoạch gửi sớm.", "3. Văn phòng chủ trì."],
            False,
        ),
        ("2.3. Điểm b, khoản 3, Điều 5:", ["b) Dự thảo nghị quyết;"], True),
        ("2.1. Khoản 2, Điều 5:", ["2. Văn phòng họp hằng quý. Bỏ khoản 3."], False),
        ("2.3. Điểm b, khoản 3, Điều 5:", ["b) Dự thảo nghị quyết;", "Gửi trước 03 ngày."], False),
        ("2.7. Gạch đầu dòng thứ hai, Điều 8:", ["- Báo cáo tháng: trước ngày 18;"], True),
        ("2.7. Gạch đầu dòng thứ hai, Điều 8:", ["- Báo cáo tháng;", "- Báo cáo quý;"], False),
        ("3.1. Tên Chương III:", ["TRÁCH NHIỆM CỦA CÁC VĂN PHÒNG"], True),
        ("2.11. Khoản 2, Điều 9 bổ sung đoạn:", ["Thời hạn không quá 03 ngày."], False),
    ],
)
def test_wording_is_exact_when_each_line_is_what_was_announced(
    order: str, lines: list[str], is_exact: bool
) -> None:
    label = read_label(order)
    assert label is not None
    assert announces_exactly(label.rest, lines) is is_exact


@pytest.mark.parametrize(
    ("behind", "is_sure"),
    [
        ("2.2. Bãi bỏ Điều 7.", True),
        ("Các nội dung khác giữ nguyên.", True),
        ("3. Bãi bỏ Điều 7.", False),  # it may be the next clause of the wording
        ("Hồ sơ chậm thì chuyển sang phiên họp sau.", False),
        (None, False),
    ],
)
def test_wording_without_marks_is_sure_where_no_further_line_can_be_its(
    behind: str | None, is_sure: bool
) -> None:
    lines = [
        "THÔNG BÁO",
        "nội dung sửa đổi, bổ sung Quy chế phối hợp",
        "Văn phòng thông báo nội dung sửa đổi, bổ sung Quy chế như sau:",
        "1. Về Chương I",
        "2. Về Chương II",
        "2.1. Khoản 2, Điều 5 sửa như sau:",
        "2. Văn phòng họp hằng quý.",
        *([behind] if behind is not None else []),
    ]
    read = read_bytes("tb.txt", "\n".join(lines).encode())
    doubts = [str(one.doubt.code) for one in read.placements if one.doubt]
    assert (doubts == []) is is_sure


@pytest.mark.parametrize(
    "matter", ["Về một số khoản", "Nội dung sửa đổi", "Về chế độ họp (Chương I)"]
)
def test_a_notice_is_read_though_its_first_number_is_a_mere_matter_and_its_wording_an_article(
    matter: str,
) -> None:
    lines = [
        "THÔNG BÁO",
        "nội dung sửa đổi Quy chế làm việc",
        f"1. {matter}",
        "1.1. Bổ sung khoản 3, Điều 2:",
        "3. Báo cáo năm.",
        "1.2. Bổ sung Điều 3a:",
        "Điều 3a. Trách nhiệm",
        "1. Văn phòng chỉ đạo.",
    ]
    read = read_amendments(read_bytes("tb.txt", "\n".join(lines).encode()))
    assert [one.targets[0].path for one in read.instructions] == ["d2/k3", "d3a"]
    assert read.unread == ()
