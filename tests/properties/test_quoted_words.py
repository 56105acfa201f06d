"""What stands in quotation marks is the text's: whatever it says, it goes on word for word."""

from __future__ import annotations

from itertools import product

import pytest

from quyche_app.amending.read import read_amendments
from quyche_app.domain.operations import Instruction
from quyche_app.domain.units import Paragraph
from quyche_app.reading.files import read_bytes

# Words that mean something in an order itself: history, scope, place, exception, effect, courtesy.
_WORDS = (
    "theo Điều 5 của Quy chế làm việc",
    "trong toàn bộ Quy chế",
    "tại các điều, khoản có cụm từ này",
    "Nghị định số 7/2022/NĐ-CP (đã được sửa đổi, bổ sung năm 2025)",
    "(được bổ sung bởi Quyết định số 6-QĐ/TU)",
    "khoản 3 được thay bằng khoản 4, trừ điểm a",
    "kể từ ngày 01/01/2027",
    "nay bãi bỏ Điều 3; thay thế Điều 4",
    "như sau: cụm từ",
    "Điều 6, 7 giữ nguyên; Điều 8 bãi bỏ",
    "đính chính: tại Điều 7",
    "vào cuối khoản 2 từ",
    "Khoản 4 Điều 6 hết hiệu lực",
    "bồ sung khỏan 3",
    "(sau đây gọi là Quy chế)",
    "tương ứng, lần lượt",
    "khoản 2: không thực hiện việc khác, bỏ khoản 2",
    "toàn bộ Chương V (Điều 18, Điều 19)",
    "Khoản 2 đã được sửa đổi tại Quyết định số 20-QĐ/HU nay bãi bỏ",
    "điều này; các nội dung khác giữ nguyên",
    "việc ấy, do Văn phòng trình",
    "Sau đó; Quyết định này có hiệu lực từ ngày ký",
    "Điều 5 (khoản 1), Điều 6 (điểm a)",
    "trong dự toán và được điều chỉnh khi giá cả biến động trên 20%",
    "khoản 5 được bổ sung, khoản 6 được bãi bỏ như sau",
)
_ORDERS = (
    "Thay cụm từ “{}” bằng cụm từ “tên mới” tại khoản 1 Điều 3.",
    "Thay cụm từ “tên cũ” bằng cụm từ “{}” tại khoản 1 Điều 3.",
    "Cụm từ “tên cũ” tại khoản 1 Điều 3 sửa thành “{}”.",
    "Khoản 1 Điều 3: “tên cũ” nay là “{}”.",
    "Bỏ cụm từ “{}” tại khoản 1 Điều 3.",
    "Đoạn cuối Điều 3 (sau bảng) thay “tên cũ” bằng “{}”.",
    "Khoản 1 Điều 3 thay “{}” bằng “tên mới”.",
    "Tại Điều 3, cụm từ “{}” được thay bằng cụm từ “tên mới”.",
    "Bổ sung cụm từ “{}” vào sau cụm từ “tên cũ” tại khoản 1 Điều 3.",
    "Bổ sung cụm từ “tên mới” vào trước cụm từ “{}” tại khoản 1 Điều 3.",
    "Bổ sung vào cuối khoản 1 Điều 3 cụm từ “{}”.",
    "Sửa đổi khoản 1 Điều 3 như sau: “1. Văn phòng làm {} và báo cáo.”",
    "Khoản 1 Điều 3 được sửa đổi như sau: “1. {}”",
    "Khoản 1, Điều 3 sửa thành: “1. {}.”",
    "Tại Điều 3, sửa khoản 1 như sau: “1. {}.”",
    "Bổ sung khoản 1a vào sau khoản 1 Điều 3 như sau: “1a. {}”",
    "Đổi tên Điều 3 thành “{}”.",
    "Sửa đổi khoản 1 Điều 3 như sau:\n“1. {}.”",
)


def _said(instruction: Instruction) -> list[str]:
    """All words of the text that an instruction writes, looks for, or stands beside."""
    blocks = [block.text for block in instruction.quoted if isinstance(block, Paragraph)]
    beside = [instruction.position.words] if instruction.position else []
    return [*instruction.words_old, *instruction.words_new, *beside, *blocks]


@pytest.mark.parametrize("form", _ORDERS)
def test_words_in_quotation_marks_are_read_as_they_stand(form: str) -> None:
    for words, marks in product(_WORDS, ("“”", "«»", '""')):
        line = form.format(words).replace("“", marks[0]).replace("”", marks[1])
        act = f"QUYẾT ĐỊNH\nsửa đổi, bổ sung Quy chế làm việc\nĐiều 1. Sửa đổi Quy chế:\n1. {line}"
        read = read_amendments(read_bytes("sua.txt", act.encode()))
        said = [one for each in read.instructions for one in _said(each)]
        told = read.unread or any(each.reasons for each in read.instructions)
        assert told or any(words in one for one in said), (line, said)
        assert not any("  " in one for one in said), (line, said)
        assert len(read.instructions) + len(read.unread) == 1 or told, line
