"""Which lines announce new wording, and which line under them is the one announced."""

from __future__ import annotations

import pytest

from quyche_app.amending.read import read_amendments
from quyche_app.domain.line_labels import read_label
from quyche_app.reading.announced_wording import NAMES_ONE, announces_unit, orders
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
