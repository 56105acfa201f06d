"""Small decisions on a small regulation: what each does to the text, or that it is told.

Each line stands for a kind that once went wrong without a word.
"""

from __future__ import annotations

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Confidence, Consolidation, ReadAmendments, State
from quyche_app.reading.files import read_bytes

_BASE = """HUYỆN ỦY SÔNG MẪU
*
Số 11-QC/HU
QUY CHẾ
làm việc của Văn phòng mẫu
Chương I
QUY ĐỊNH CHUNG
Điều 1. Họp
1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản.
2. Trong 10 ngày phải trả lời chi bộ.
Điều 2. Tài liệu
1. Tài liệu gồm:
a) Báo cáo;
b) Dự thảo.
2. Gửi trước 05 ngày.
Tài liệu mật gửi riêng.
3. Hội nghị toàn thể 03 tháng một lần.
Điều 3. Chữ ký
- Ký thay;
- Ký thừa lệnh.
""".splitlines()


def done(*orders: str, closing: str = "") -> tuple[ReadAmendments, Consolidation]:
    """Give what comes of orders, each with its number, and of a closing article."""
    act = [
        "HUYỆN ỦY SÔNG MẪU",
        "*",
        "Số 12-QĐ/HU",
        "Sông Mẫu, ngày 02 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "sửa đổi, bổ sung Quy chế làm việc của Văn phòng mẫu",
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế số 11-QC/HU như sau:",
        *(f"{number}. {order}" for number, order in enumerate(orders, 1)),
        f"Điều 2. Quyết định này có hiệu lực kể từ ngày ký{closing or '.'}",
    ]
    reading = read_amendments(read_bytes("qd.txt", "\n".join(act).encode()))
    return reading, consolidate(read_bytes("qc.txt", "\n".join(_BASE).encode()).act, [reading])


def is_told(reading: ReadAmendments, result: Consolidation) -> bool:
    """Whether anything was said not to be certain, or not to be done."""
    return bool(reading.unread) or any(
        o.state is not State.APPLIED or o.confidence is not Confidence.HIGH for o in result.outcomes
    )


@pytest.mark.parametrize(
    ("orders", "changed"),
    [
        (
            ["Khoản 2 Điều 1 thay “10” bằng “05”.", "Cuối khoản 2 Điều 1 thêm “bằng văn bản”."],
            {"2. Trong 10 ngày": "2. Trong 05 ngày phải trả lời chi bộ bằng văn bản."},
        ),
        (
            [
                "Cuối khoản 2 Điều 1 thêm câu: “Việc gấp thì trả lời ngay.”",
                "Điều 1 thay “10” bằng “05”.",
            ],
            {
                "2. Trong 10 ngày": "2. Trong 05 ngày phải trả lời chi bộ. Việc gấp thì trả lời ngay."
            },
        ),
        (
            ["Bỏ đoạn thứ nhất khoản 2 Điều 2 không đúng.", "Khoản 1 Điều 1: bỏ “Văn phòng”."],
            None,
        ),
        (
            ["Khoản 2 Điều 1: bỏ “Trong 10 ngày”."],
            {"2. Trong 10 ngày": "2. phải trả lời chi bộ."},
        ),
        (
            ["Khoản 1 Điều 1 thêm “thường kỳ” sau “họp”.\n- Bỏ khoản 2 Điều 1."],
            {
                "1. Văn phòng họp": "1. Văn phòng họp thường kỳ mỗi tuần. Chánh Văn phòng chủ trì. Thư ký "
                "ghi biên bản.",
                "2. Trong 10 ngày": "2. (được bãi bỏ)",
            },
        ),
        (
            ["Tại Điều 1:\na) Bỏ khoản 2.\n- Tại Điều 2:\na) Bỏ khoản 3."],
            {"2. Trong 10 ngày": "2. (được bãi bỏ)", "3. Hội nghị": "3. (được bãi bỏ)"},
        ),
    ],
    ids=[
        "words in a paragraph that gets more words",
        "words in a paragraph that gets a sentence",
        "half understood",
        "the first words go",
        "a further order under an order",
        "each dash gives its place to the letters under it",
    ],
)
def test_orders_of_one_act_do_not_undo_each_other(
    orders: list[str], changed: dict[str, str] | None
) -> None:
    reading, result = done(*orders)
    if changed is None:
        assert is_told(reading, result)
        return
    wanted = [
        next((new for old, new in changed.items() if line.startswith(old)), line) for line in _BASE
    ]
    assert [o.state for o in result.outcomes] == [State.APPLIED] * len(result.outcomes)
    assert list(act_lines(result.act)) == wanted


@pytest.mark.parametrize(
    "orders",
    [
        ["Đoạn thứ hai khoản 2 Điều 2 bỏ.", "Thay “Tài liệu” bằng “Hồ sơ” trong toàn Quy chế."],
        ["Thêm khoản 3 Điều 1: “3. Họp kín.\n4. Họp mở.”"],
        ["Bổ sung khoản 2a vào sau khoản 2 Điều 1 như sau:\n“2a. Họp kín.\n2b. Họp mở.”"],
        ["Điều 1 thêm 02 khoản: “3. Họp kín.”"],
        ["Khoản 1 Điều 2 thêm 02 điểm: “c) Tờ trình; d) Kết luận.”"],
        ["Câu thứ hai khoản 1 Điều 1 chuyển thành khoản 1a."],
        ["Chuyển đoạn thứ hai khoản 2 Điều 2 thành khoản 4 Điều 2."],
        ["Chuyển khoản 2 Điều 1 thành khoản 4 Điều 2.", "Sửa đổi khoản 2 Điều 1: “2. Mới.”"],
        ["Chuyển khoản 2 Điều 1 thành khoản 4 Điều 2; bỏ khoản 2 Điều 1."],
        ["Khoản 2 (mới) Điều 1: “2. Mới.”"],
        ["Khoản 2 mới Điều 1: “2. Mới.”"],
        ["Điều 1, thay “10” bằng “05”; khoản 1 thay bằng “Trường”."],
        ["Cuối khoản 1 Điều 2 thêm “theo mẫu”."],
        ["Khoản 1 Điều 2: b) Bỏ “Dự thảo”;"],
        ["Sửa Điều 3 như sau: “Điều 3. Ký văn bản”"],
        ["Khoản 3 Điều 2 thay “Hội nghị” bằng “Hội nghị toàn thể”."],
        ["Khoản 3 Điều 2 thay “03 tháng” bằng “02 tháng một lần”."],
        ["Thay “Chánh Văn phòng” bằng “Chánh” và “Văn phòng” bằng “Cơ quan” tại Điều 1."],
        ["Bỏ Điều 3 của Quy chế, ngoại trừ nội dung về ký thay."],
        ["Bãi bỏ Điều 3 Quy chế; riêng nội dung về ký thay vẫn giữ lại."],
        ["Bãi bỏ Điều 3 của Quy chế kèm theo Quyết định số 15-QĐ/TU khi có hướng dẫn mới."],
        ["Bãi bỏ Điều 2, điểm b khoản 1, điểm c khoản 3."],
    ],
)
def test_what_may_be_meant_otherwise_is_told(orders: list[str]) -> None:
    assert is_told(*done(*orders))


@pytest.mark.parametrize(
    "closing",
    [
        "; thay “Văn phòng” bằng “Cơ quan” trong toàn Quy chế.",
        ". Thay “10” bằng “05” tại Điều 1.",
        ", bổ sung khoản 3 Điều 1: “3. Ba.”",
        ". Khoản 2 Điều 1 sửa như sau: “2. Hai.”",
        "; đánh số lại khoản 2 Điều 1 thành khoản 3.",
    ],
)
def test_an_order_behind_the_sentence_of_effect_is_told(closing: str) -> None:
    reading, result = done("Bỏ khoản 3 Điều 2.", closing=closing)
    assert is_told(reading, result)


@pytest.mark.parametrize(
    "closing",
    [
        "; Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.",
        ". Các điều, khoản khác của Quy chế giữ nguyên.",
        " và là bộ phận không tách rời của Quy chế số 11-QC/HU.",
    ],
)
def test_a_closing_sentence_without_an_order_is_not_told(closing: str) -> None:
    assert not is_told(*done("Bỏ khoản 3 Điều 2.", closing=closing))


@pytest.mark.parametrize(
    "orders",
    [
        ["Bãi bỏ Điều 1 Quy chế số 11-QC/HU; bãi bỏ Điều 3 Quyết định số 09-QĐ/HU."],
        ["Thay “Tài liệu” bằng “Hồ sơ” tại Điều 2, trừ cụm từ “Tài liệu mật”."],
        ["Thay “Tài liệu” bằng “Hồ sơ” (trừ “Tài liệu mật”) tại Điều 2."],
        ["Thay “họp” bằng “hội ý” trong toàn Quy chế, trừ tên gọi và Điều 1."],
        ["Sửa gạch đầu dòng thứ nhất và thứ hai Điều 3 như sau: “- Ký.”"],
        ["Bổ sung vào cuối khoản 1, khoản 2 Điều 1: “Thực hiện đúng quy định.”"],
        ["Bổ sung khoản 1a vào sau khoản 1 Điều 1, Điều 2: “1a. Mới.”"],
        ["Bổ sung vào sau Điều 1, Điều 2: “Điều 1a. Mới”"],
        ["Các nội dung khác không thay đổi. Khoản 2 Điều 1 bãi bỏ."],
        ["Bỏ Điều 3.", "Đổi tên Điều 3 thành “Ký”."],
        ["Bỏ câu thứ hai khoản 1 Điều 1, Điều 2."],
        ["Khoản 2 Điều 1: bỏ “trả lời chi bộ.”"],
        ["Khoản 1 Điều 1: bỏ “Thư ký”."],
        ["Khoản 1 Điều 1 thay “Văn phòng họp” bằng “hội ý”."],
        ["Sửa đổi khoản 2 Điều 2 như sau: “2. Gửi trước 03 ngày:”"],
    ],
)
def test_what_is_done_in_part_or_too_widely_is_told(orders: list[str]) -> None:
    assert is_told(*done(*orders))


@pytest.mark.parametrize(
    ("orders", "lines"),
    [
        (
            [
                "Bổ sung khoản 1a sau khoản 1 Điều 1: “1a. Một.”",
                "Bổ sung khoản 1b sau khoản 1 Điều 1: “1b. Hai.”",
            ],
            ["1a. Một.", "1b. Hai."],
        ),
        (
            ["Bổ sung điểm vào sau điểm a khoản 1 Điều 2: “a1) Tờ trình;”"],
            ["a) Báo cáo;", "a1) Tờ trình;"],
        ),
    ],
)
def test_what_is_put_behind_one_place_stands_in_the_order_of_numbers(
    orders: list[str], lines: list[str]
) -> None:
    reading, result = done(*orders)
    assert not is_told(reading, result)
    text = list(act_lines(result.act))
    at = text.index(lines[0])
    assert text[at : at + len(lines)] == lines


def test_a_suspended_provision_keeps_its_words_and_gets_a_note() -> None:
    reading, result = done("Tạm ngưng hiệu lực khoản 2 Điều 1 đến hết ngày 31/12/2027.")
    assert not is_told(reading, result)
    assert list(act_lines(result.act)) == _BASE
    (note,) = result.footnotes
    assert note.text.startswith("Khoản này tạm ngưng hiệu lực đến hết ngày 31/12/2027 ")


@pytest.mark.parametrize(
    "order",
    [
        "Tạm dừng thực hiện khoản 2 Điều 1 cho đến khi có hướng dẫn mới.",
        "Tạm dừng thực hiện khoản 2 Điều 1 Quy chế hiện hành cho đến khi có hướng dẫn mới.",
        "Bãi bỏ khoản 2 Điều 1 của Quy chế khi có hướng dẫn mới.",
        "Tạm ngưng hiệu lực của khoản 1 Điều 2, trừ điểm a.",
        "Bãi bỏ khoản 2 Điều 1 đến hết ngày 31/12/2027.",
    ],
)
def test_a_suspension_without_a_sure_end_is_told(order: str) -> None:
    assert is_told(*done(order))


@pytest.mark.parametrize(
    ("orders", "line"),
    [
        (
            ["Khoản 1 Điều 1 bỏ câu thứ hai.", "Khoản 1 Điều 1 thay “họp” bằng “hội ý”."],
            "1. Văn phòng hội ý mỗi tuần. Thư ký ghi biên bản.",
        ),
        (
            ["Câu thứ nhất khoản 1 Điều 1 bỏ; câu cuối thay “biên bản” bằng “kết luận”."],
            "1. Chánh Văn phòng chủ trì. Thư ký ghi kết luận.",
        ),
    ],
)
def test_words_and_a_sentence_of_one_paragraph_change_beside_each_other(
    orders: list[str], line: str
) -> None:
    reading, result = done(*orders)
    assert not is_told(reading, result)
    assert line in list(act_lines(result.act))


def test_words_in_what_another_order_takes_away_are_told() -> None:
    orders = ["Khoản 1 Điều 1 bỏ câu thứ hai.", "Khoản 1 Điều 1 thay “chủ trì” bằng “điều hành”."]
    assert is_told(*done(*orders))


@pytest.mark.parametrize(
    ("order", "gone", "new"),
    [
        (
            "Khoản 1 Điều 1: bỏ câu thứ nhất; bỏ câu thứ hai.",
            ["1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản."],
            ["1. Thư ký ghi biên bản."],
        ),
        (
            "Điều 3: bổ sung gạch đầu dòng sau gạch đầu dòng thứ nhất: “- Ký nháy;”; bỏ gạch đầu "
            "dòng thứ hai.",
            ["- Ký thừa lệnh."],
            ["- Ký nháy;", "- (được bãi bỏ)"],
        ),
        (
            "Bỏ điểm a – điểm b khoản 1 Điều 2.",
            ["a) Báo cáo;", "b) Dự thảo."],
            ["a) (được bãi bỏ)", "b) (được bãi bỏ)"],
        ),
        (
            "Bỏ điểm a khoản 1 Điều 2 Quy chế cùng điểm b khoản 1 Điều 2 Quy chế.",
            ["a) Báo cáo;", "b) Dự thảo."],
            ["a) (được bãi bỏ)", "b) (được bãi bỏ)"],
        ),
        (
            "Bỏ khoản 2 Điều 1 Quy chế cùng Điều 3 Quy chế.",
            [
                "2. Trong 10 ngày phải trả lời chi bộ.",
                "Điều 3. Chữ ký",
                "- Ký thay;",
                "- Ký thừa lệnh.",
            ],
            ["2. (được bãi bỏ)", "Điều 3. (được bãi bỏ)"],
        ),
        (
            "Điểm a khoản 1 Điều 2: bỏ; điểm b giữ nguyên.",
            ["a) Báo cáo;"],
            ["a) (được bãi bỏ)"],
        ),
        (
            "Khoản 3 Điều 2 được đánh số lại thành khoản 4 và sửa đổi như sau:\n"
            "“4. Hội nghị 06 tháng một lần.”",
            ["3. Hội nghị toàn thể 03 tháng một lần."],
            ["4. Hội nghị 06 tháng một lần."],
        ),
        (
            "Chuyển Điều 3 thành Điều 4 và sửa đổi, bổ sung như sau:\n“Điều 4. Ký\n1. Ký thay.”",
            ["Điều 3. Chữ ký", "- Ký thay;", "- Ký thừa lệnh."],
            ["Điều 4. Ký", "1. Ký thay."],
        ),
        (
            "Hoán đổi vị trí khoản 2 và khoản 3 Điều 2.",
            [
                "2. Gửi trước 05 ngày.",
                "3. Hội nghị toàn thể 03 tháng một lần.",
            ],
            ["2. Hội nghị toàn thể 03 tháng một lần.", "3. Gửi trước 05 ngày."],
        ),
        (
            "Bỏ câu thứ hai khoản 1 Điều 1, thay bằng câu: “Phó phòng chủ trì.”",
            ["1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản."],
            ["1. Văn phòng họp mỗi tuần. Phó phòng chủ trì. Thư ký ghi biên bản."],
        ),
        (
            "Khoản 1, câu thứ hai Điều 1: thay “chủ trì” bằng “điều hành”.",
            ["1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản."],
            ["1. Văn phòng họp mỗi tuần. Chánh Văn phòng điều hành. Thư ký ghi biên bản."],
        ),
        (
            "Khoản 1 Điều 3 giữ nguyên; khoản 2 Điều 1: thay “10” bằng “05”.",
            ["2. Trong 10 ngày phải trả lời chi bộ."],
            ["2. Trong 05 ngày phải trả lời chi bộ."],
        ),
        (
            "Khoản 2 Điều 1: thay “10” bằng “05”; cuối điều thêm: “3. Họp kín.”",
            ["2. Trong 10 ngày phải trả lời chi bộ."],
            ["2. Trong 05 ngày phải trả lời chi bộ.", "3. Họp kín."],
        ),
        (
            "Tại điểm b khoản 1 Điều 2, thêm “;” vào cuối khoản.",
            None,
            None,
        ),
        ("Điều 1, tên điều: thay “Họp” bằng “Hội ý”.", ["Điều 1. Họp"], ["Điều 1. Hội ý"]),
        (
            "Gạch đầu dòng thứ nhất Điều 3 sửa thành: “Ký nháy”.",
            ["- Ký thay;"],
            ["- Ký nháy;"],
        ),
        (
            "Câu thứ hai khoản 1 Điều 1 sửa thành: “Phó phòng chủ trì”",
            ["1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản."],
            ["1. Văn phòng họp mỗi tuần. Phó phòng chủ trì. Thư ký ghi biên bản."],
        ),
        (
            "Điều 3, gạch đầu dòng thứ nhất hiệu chỉnh thành “- Ký nháy;”.",
            ["- Ký thay;"],
            ["- Ký nháy;"],
        ),
        (
            "Câu sau, khoản 1 Điều 1 bỏ.",
            None,  # there are three
            None,
        ),
        (
            "Điều 2, khoản 2: đoạn dưới sửa thành: “Tài liệu mật giao tận tay.”",
            ["Tài liệu mật gửi riêng."],
            ["Tài liệu mật giao tận tay."],
        ),
        (
            "Khoản 3 Điều 2 chuyển sang Điều 1 thành khoản 3, nội dung: “3. Hội nghị toàn thể.”",
            ["3. Hội nghị toàn thể 03 tháng một lần."],
            ["3. Hội nghị toàn thể."],
        ),
        (
            "Điều 2, gộp hai khoản làm một khoản: “1. Tài liệu gửi trước 05 ngày.”",
            None,  # there are three
            None,
        ),
        (
            "Điều 1, gộp hai khoản làm một khoản: “1. Văn phòng họp mỗi tuần.”",
            [
                "1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản.",
                "2. Trong 10 ngày phải trả lời chi bộ.",
            ],
            ["1. Văn phòng họp mỗi tuần."],
        ),
        (
            "Điều 2 và Điều 3 gộp thành một điều, được viết lại như sau:\n“Điều 2. Tài liệu\nGửi trước.”",
            [
                "1. Tài liệu gồm:",
                "a) Báo cáo;",
                "b) Dự thảo.",
                "2. Gửi trước 05 ngày.",
                "Tài liệu mật gửi riêng.",
                "3. Hội nghị toàn thể 03 tháng một lần.",
                "Điều 3. Chữ ký",
                "- Ký thay;",
                "- Ký thừa lệnh.",
            ],
            ["Gửi trước."],
        ),
        (
            "Điều 3 được chia thành hai khoản như sau:\n“1. Ký thay.\n2. Ký thừa lệnh.”",
            ["- Ký thay;", "- Ký thừa lệnh."],
            ["1. Ký thay.", "2. Ký thừa lệnh."],
        ),
        (
            "Thay “Báo cáo” bằng “Tờ trình” ở Điều 2 khoản 1, Điều 1 và Điều 3.",
            None,  # nowhere in two of them
            None,
        ),
        (
            "Điều 2, khoản 2: đoạn “Tài liệu mật…” nay là: “Tài liệu mật giao tận tay.”",
            ["Tài liệu mật gửi riêng."],
            ["Tài liệu mật giao tận tay."],
        ),
        (
            "Điều 2: đoạn bắt đầu bằng “Tài liệu” sửa thành: “Tài liệu giao tận tay.”",
            None,  # two begin so
            None,
        ),
        (
            "Cụm từ “mỗi tuần” (khoản 1 Điều 1) và “10 ngày” (khoản 2 Điều 1) đều sửa thành “05 ngày”.",
            [
                "1. Văn phòng họp mỗi tuần. Chánh Văn phòng chủ trì. Thư ký ghi biên bản.",
                "2. Trong 10 ngày phải trả lời chi bộ.",
            ],
            [
                "1. Văn phòng họp 05 ngày. Chánh Văn phòng chủ trì. Thư ký ghi biên bản.",
                "2. Trong 05 ngày phải trả lời chi bộ.",
            ],
        ),
        (
            "Điều 3 gộp gạch đầu dòng thứ nhất và thứ hai thành một gạch đầu dòng: “- Ký thay, thừa lệnh.”",
            ["- Ký thay;", "- Ký thừa lệnh."],
            ["- Ký thay, thừa lệnh."],
        ),
        (
            "Khoản 2 Điều 1 thêm câu: “Việc gấp trả lời ngay.” vào cuối.",
            ["2. Trong 10 ngày phải trả lời chi bộ."],
            ["2. Trong 10 ngày phải trả lời chi bộ. Việc gấp trả lời ngay."],
        ),
        (
            "Cuối khoản 2 Điều 1 thêm cụm từ “Việc gấp trả lời ngay.”",
            ["2. Trong 10 ngày phải trả lời chi bộ."],
            ["2. Trong 10 ngày phải trả lời chi bộ. Việc gấp trả lời ngay."],
        ),
    ],
)
def test_one_line_of_several_orders(
    order: str, gone: list[str] | None, new: list[str] | None
) -> None:
    reading, result = done(order)
    if gone is None:
        assert is_told(reading, result)
        return
    assert not is_told(reading, result)
    before, after = list(_BASE), list(act_lines(result.act))
    assert [line for line in before if line not in after] == gone
    assert [line for line in after if line not in before] == new


@pytest.mark.parametrize(
    "orders",
    [
        ["Bãi bỏ khoản 2 Điều 1 như sau:\n“2. Trong 05 ngày phải trả lời.”"],
        ["Tại khoản 2 Điều 1 thay “10” bằng “05”:\n“2. Trong 05 ngày phải trả lời gấp.”"],
        ["Chuyển khoản 3 Điều 2 thành khoản 4 và sửa đổi như sau:\n“Họp 06 tháng một lần.”"],
        ["Khoản 1 Điều 1: bỏ câu thứ nhất; câu thứ nhất sửa thành: “Họp mỗi tháng.”"],
        ["Điều 1, bổ sung vào cuối khoản: “Họp kín.”"],
        ["Điều 2: bổ sung vào cuối điểm cụm từ “theo mẫu”."],
        ["Bỏ đoạn thứ nhất khoản 2 Điều 2.", "Sửa đổi đoạn thứ nhất khoản 2 Điều 2: “Gửi ngay.”"],
    ],
)
def test_a_part_that_is_gone_or_not_there_is_told(orders: list[str]) -> None:
    assert is_told(*done(*orders))
