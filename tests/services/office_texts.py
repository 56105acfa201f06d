"""A small made-up regulation of an office, and made-up decisions that amend it."""

from __future__ import annotations

from pathlib import Path

REGULATION = """\
TỈNH ỦY BẾN MẪU | ĐẢNG CỘNG SẢN VIỆT NAM
Số 07-QC/TU | Bến Mẫu, ngày 10 tháng 01 năm 2016
QUY CHẾ
làm việc của Văn phòng Tỉnh ủy Bến Mẫu
-----
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Quy chế này quy định cách làm việc của Văn phòng.
2. Quy chế này áp dụng với mọi cán bộ của Văn phòng.
Điều 2. Nguyên tắc
1. Mỗi việc giao một người chủ trì.
2. Việc gấp được báo cáo trong ngày.
Chương II
LÀM VIỆC
Điều 3. Tài liệu
Tài liệu họp gồm:
a) Tờ trình;
b) Dự thảo văn bản.
Tài liệu được gửi trước 05 ngày.
Điều 4. Lưu hồ sơ
1. Hồ sơ giấy được nộp vào lưu trữ.
2. Người lập hồ sơ chịu trách nhiệm về hồ sơ.
"""

_HEAD = """\
TỈNH ỦY BẾN MẪU | ĐẢNG CỘNG SẢN VIỆT NAM
Số {number} | Bến Mẫu, {issued}
QUYẾT ĐỊNH
sửa đổi, bổ sung Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu
-----
TỈNH ỦY BẾN MẪU QUYẾT ĐỊNH:
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu như sau:
"""

# In force from 16/7/2018: an edit, an insertion and a repeal.
FIRST = (
    _HEAD.format(number="100-QĐ/TU", issued="ngày 05 tháng 7 năm 2018")
    + """\
1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:
“2. Việc gấp được báo cáo trong buổi.”.
2. Bổ sung khoản 3 vào sau khoản 2 Điều 4 như sau:
“3. Hồ sơ điện tử được lập trên phần mềm.”.
3. Bãi bỏ khoản 2 Điều 1.
Điều 2. Quyết định này có hiệu lực từ ngày 16 tháng 7 năm 2018.
"""
)

# In force from 01/3/2020, over the same clause as the first.
SECOND = (
    _HEAD.format(number="200-QĐ/TU", issued="ngày 20 tháng 02 năm 2020")
    + """\
1. Thay thế cụm từ “trong buổi” bằng cụm từ “trong giờ” tại khoản 2 Điều 2.
2. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:
“1. Hồ sơ giấy được nộp vào lưu trữ trong tháng.”.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 3 năm 2020.
"""
)

# In force from 01/01/2019, between the two; it reaches the office last.
LATE = (
    _HEAD.format(number="150-QĐ/TU", issued="ngày 20 tháng 12 năm 2018")
    + """\
1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“1. Mỗi việc giao một người chủ trì và một người phối hợp.”.
2. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:
“1. Hồ sơ giấy được nộp vào lưu trữ trong năm.”.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2019.
"""
)

# One instruction names a clause that is not there.
HALF = (
    _HEAD.format(number="300-QĐ/TU", issued="ngày 10 tháng 5 năm 2021")
    + """\
1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:
“1. Quy chế này quy định cách làm việc và lề lối của Văn phòng.”.
2. Sửa đổi, bổ sung khoản 9 Điều 1 như sau:
“9. Khoản này không có trong quy chế.”.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2021.
"""
)

# Its day hangs on a publication: no text says when that is.
ASKED = (
    _HEAD.format(number="400-QĐ/TU", issued="ngày 10 tháng 02 năm 2022")
    + """\
1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:
“2. Việc gấp được báo cáo ngay.”.
Điều 2. Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.
"""
)

# It says no day, and has none of its own.
UNDATED = """\
Điều 1. Sửa đổi, bổ sung một số điều của Quy chế làm việc của Văn phòng Tỉnh ủy Bến Mẫu như sau:
1. Sửa đổi, bổ sung khoản 2 Điều 2 như sau:
“2. Việc gấp được báo cáo trong buổi.”.
"""

# Nothing of it applies.
USELESS = (
    _HEAD.format(number="400-QĐ/TU", issued="ngày 10 tháng 5 năm 2022")
    + """\
1. Sửa đổi, bổ sung khoản 9 Điều 1 như sau:
“9. Khoản này không có trong quy chế.”.
Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 6 năm 2022.
"""
)


def written(folder: Path, name: str, text: str) -> Path:
    """Write a text into a folder and give its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
