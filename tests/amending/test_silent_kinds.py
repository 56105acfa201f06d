"""Kinds of decisions that were once carried out wrongly, or passed over, without a word: each is told."""

from __future__ import annotations

import pytest

from quyche_app.amending.apply import consolidate
from quyche_app.amending.read import read_amendments
from quyche_app.domain.flow import act_lines
from quyche_app.domain.operations import Consolidation, ReadAmendments, State
from quyche_app.reading.files import read_bytes
from tests.amending.test_told_or_done import is_told

_BASE = """HUYỆN ỦY SÔNG MẪU
*
Số 11-QC/HU
QUY CHẾ
làm việc của Ban Chấp hành Đảng bộ huyện mẫu
Chương I
QUY ĐỊNH CHUNG
Điều 1. Nguyên tắc
1. Ban Chấp hành làm việc theo nguyên tắc tập trung dân chủ.
2. Mức chi là 1.500.000 đồng, hỗ trợ 500.000 đồng (nếu có).
Điều 2. Hội nghị
Ban Chấp hành họp như sau:
1. Tài liệu gồm:
a) Tờ trình;
b) Dự thảo.
2. Tài liệu gửi trước 05 ngày làm việc. Văn phòng gửi tài liệu.
Chương II
CHẾ ĐỘ LÀM VIỆC
Điều 3. Thông tin
1. Báo cáo quý gửi ngày 20; báo cáo năm gửi ngày 25.
2. Báo cáo gửi Văn phòng.
Điều 4. Văn bản
1. Văn bản gồm:
a) Công văn;
b) Thông báo.
""".splitlines()
_NUMBERED = [
    *_BASE[:-4],
    "Điều 4. Văn bản",
    "1. Văn bản gồm công văn, thông báo.",
    "2. Văn bản đi.",
    "2a. Văn bản mật.",
    "3. Văn bản đến.",
    "4. (được bãi bỏ)",
    "5. Văn bản lưu.",
]
_ATTACHED = [
    "HUYỆN ỦY SÔNG MẪU",
    "*",
    "Số 11-QĐ/HU",
    "QUYẾT ĐỊNH",
    "ban hành Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu",
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.",
    "Điều 2. Quyết định này có hiệu lực từ ngày ký.",
    "T/M BAN THƯỜNG VỤ",
    "BÍ THƯ",
    *_BASE[3:],
    "T/M BAN CHẤP HÀNH",
    "BÍ THƯ",
    "PHỤ LỤC",
    "DANH MỤC BÁO CÁO",
    "1. Báo cáo quý gửi Văn phòng.",
]
_TITLE = "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế số 11-QC/HU như sau:"
_EFFECT = "Điều 2. Quyết định này có hiệu lực kể từ ngày ký."


def carried_out(*lines: str, base: list[str] = _BASE) -> tuple[ReadAmendments, Consolidation]:
    """Give what comes of the operative lines of a decision."""
    act = [
        "HUYỆN ỦY SÔNG MẪU",
        "*",
        "Số 12-QĐ/HU",
        "Sông Mẫu, ngày 02 tháng 3 năm 2026",
        "QUYẾT ĐỊNH",
        "sửa đổi, bổ sung Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu",
        "- Căn cứ Quy chế số 11-QC/HU;",
        *lines,
    ]
    reading = read_amendments(read_bytes("qd.txt", "\n".join(act).encode()))
    return reading, consolidate(read_bytes("qc.txt", "\n".join(base).encode()).act, [reading])


def ordered(order: str) -> tuple[ReadAmendments, Consolidation]:
    return carried_out(_TITLE, f"1. {order}", _EFFECT)


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ khoản 2 Điều 3 theo khoản 1 Điều 1.",
        "Thay “05 ngày” bằng “07 ngày” tại khoản 2 Điều 2 theo Điều 3.",
        "Bãi bỏ khoản 2 Điều 3 kể từ ngày 31/02/2026.",
        "Bãi bỏ khoản 2 Điều 3 (xem lại).",
        "Bãi bỏ khoản 2 Điều 3 (?).",
        "Bãi bỏ Điều 3 (Hội nghị).",
        "Bãi bỏ khoản 2 Điều 3 Mục 1 Chương II.",
        "Tại Chương I, bãi bỏ khoản 2 Điều 3.",
        "Bãi bỏ khoản 2 Điều 3 Quyết định này.",
        "Bãi bỏ Điều 2 Quyết định ban hành Quy chế số 11-QC/HU.",
        "Thay “quý” bằng “quý” tại khoản 1 Điều 3.",
        "Thay “05 ngày” bằng “…” tại khoản 2 Điều 2.",
        "Bỏ cụm từ “nếu có” tại khoản 2 Điều 1.",
        "Bổ sung “làm việc” vào sau “05 ngày” tại khoản 2 Điều 2.",
        "Thay “báo cáo” bằng “thông báo” tại khoản 1 Điều 3.",
        "Chuyển nội dung khoản 2 Điều 3 vào cuối khoản 1 Điều 3.",
        "Bỏ đoạn cuối khoản 1 Điều 2.",
        "Bãi bỏ hai câu cuối khoản 2 Điều 2.",
        "Bãi bỏ hai gạch đầu dòng cuối Điều 3.",
        "Khoản 1 Điều 3: bỏ “quý”, thêm “tháng”.",
        "Bỏ câu thứ hai khoản 1 Điều 1.",
        "Giữ nguyên và bãi bỏ khoản 2 Điều 3.",
    ],
)
def test_an_order_that_says_more_than_it_can_mean_is_told(order: str) -> None:
    assert is_told(*ordered(order))


@pytest.mark.parametrize(
    "order",
    [
        "Sửa đổi khoản 2 Điều 2 như sau:\n“2. Gửi trước 03 ngày.\n(các khoản khác giữ nguyên)”",
        "Sửa đổi khoản 2 Điều 2 như sau:\n“Điều 2. Tên khác\n2. Gửi trước 03 ngày.”",
        "Sửa đổi điểm b khoản 1 Điều 2 như sau:\n“1. Tài liệu gồm:\na) Khác;\nb) Nghị quyết.”",
        "Sửa đổi khoản 2 Điều 2 như sau:\n“Khi cần, họp ngay.\n2. Gửi trước 03 ngày.”",
        "Sửa đổi tên và khoản 2 Điều 3 như sau:\n“Điều 3. Mới\n1. Một.\n2. Hai.”",
        "Sửa đổi khoản 1 Điều 3 như sau:\n“1. Một; 2. Hai.”",
        "Sửa đổi Điều 3 như sau:\n“Điều 3. Mới 1. Một. 2. Hai.”",
        "Sửa đổi khoản 2 Điều 3 như sau:\n“2. Báo cáo tháng, ... gửi Văn phòng.”",
        "Sửa đổi khoản 1 Điều 2 như sau:\n“1. Tài liệu gồm:\na) Báo cáo năm: như cũ;\nb) Mới.”",
        "Sửa đổi khoản 1 Điều 2 như sau:\n“1. Tài liệu gồm:\na) Như điểm b cũ;\nb) Mới.”",
        "Sửa đổi khoản 2 Điều 3 như sau:\n“2. Gồm: a) Một; b) Hai.”",
        "Sửa đổi khoản 2 các Điều 1, 2, 3 như sau:\n“2. Một.”\n“2. Hai.”",
    ],
)
def test_a_quotation_that_holds_more_or_less_than_the_new_wording_is_told(order: str) -> None:
    assert is_told(*ordered(order))


@pytest.mark.parametrize(
    "line",
    [
        "2. Ví dụ:\na) Bãi bỏ khoản 2 Điều 3.",
        "2. Một trong hai nội dung sau:\na) Bãi bỏ khoản 2 Điều 3;\nb) Bãi bỏ khoản 1 Điều 3.",
        "2. Sau khi có hướng dẫn:\na) Bãi bỏ khoản 2 Điều 3.",
    ],
)
def test_orders_under_a_line_that_limits_them_are_told(line: str) -> None:
    assert is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 1.", line, _EFFECT))


@pytest.mark.parametrize(
    "tail",
    [
        " đối với các xã vùng cao",
        ", áp dụng từ ngày 01/01/2030,",
        " (trừ Điều 3)",
        " (thí điểm)",
        ", trong đó bãi bỏ Điều 4,",
        " nếu được Tỉnh ủy đồng ý",
    ],
)
def test_what_the_first_line_says_behind_the_name_is_told(tail: str) -> None:
    head = f"Điều 1. Sửa đổi Quy chế số 11-QC/HU{tail} như sau:"
    assert is_told(*carried_out(head, "1. Bãi bỏ khoản 2 Điều 3.", _EFFECT))


@pytest.mark.parametrize(
    "closing",
    [
        "Điều 2. Giao Văn phòng bỏ khoản 2 Điều 3 của Quy chế.",
        "Điều 2. Văn phòng có trách nhiệm thay cụm từ “05 ngày” bằng “07 ngày” tại Điều 2 Quy chế.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký. Chế độ báo cáo quý không còn áp dụng.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký; thời hạn 05 ngày rút còn 03 ngày.",
        "Điều 2. Văn phòng thi hành Quyết định này; từ nay “Văn phòng” gọi là “Phòng Hành chính”.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký. Khoản 1 Điều 1 không thi hành trong năm 2026.",
    ],
)
def test_a_change_in_a_closing_article_is_told(closing: str) -> None:
    assert is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 1.", closing))


@pytest.mark.parametrize(
    "closing",
    [
        "Điều 2. Các quy định trước đây trái với Quyết định này bị bãi bỏ.",
        "Điều 2. Quyết định này thay thế Quyết định số 3-QĐ/HU và có hiệu lực từ ngày ký.",
        "Điều 2. Văn phòng, các ban đảng chịu trách nhiệm thi hành Quyết định này.",
    ],
)
def test_a_closing_article_that_changes_nothing_here_is_not_told(closing: str) -> None:
    assert not is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 1.", closing))


def test_an_order_between_the_grounds_and_the_first_article_is_told() -> None:
    lines = ("Bãi bỏ khoản 2 Điều 3 Quy chế số 11-QC/HU.", _TITLE, "1. Bãi bỏ khoản 1 Điều 1.")
    assert is_told(*carried_out(*lines, _EFFECT))


@pytest.mark.parametrize(
    ("order", "line"),
    [
        ("Thay “500.000 đồng” bằng “700.000 đồng” tại khoản 2 Điều 1.", "2. Mức chi là 1.500.000 "
         "đồng, hỗ trợ 700.000 đồng (nếu có)."),
        ("Bổ sung vào cuối khoản 2 Điều 3: “, trừ ngày lễ.”", "2. Báo cáo gửi Văn phòng, trừ ngày lễ."),
        ("Bổ sung vào đầu khoản 2 Điều 3 câu sau: “Báo cáo có chữ ký.”", "2. Báo cáo có chữ ký. Báo "
         "cáo gửi Văn phòng."),
        ("Sửa đổi khoản 2 Điều 2 như sau:\n“Điều 2. Hội nghị\n2. Gửi trước 03 ngày.”", "2. Gửi trước "
         "03 ngày."),
        ("Sửa đổi điểm a khoản 1 Điều 2 và điểm a khoản 1 Điều 4 như sau:\n“a) Một;\na) Hai;”",
         "a) Hai;"),
    ],
    ids=[
        "an amount is no part of a larger one",
        "words that go on",
        "a sentence at the start",
        "a repeated name is no change",
        "one wording for each of two places",
    ],
)  # fmt: skip
def test_what_is_certain_is_done(order: str, line: str) -> None:
    reading, result = ordered(order)
    assert not is_told(reading, result)
    assert line in act_lines(result.act)


def test_notes_of_provisions_that_change_numbers_name_where_each_came_from() -> None:
    _, result = ordered("Đổi vị trí khoản 1 và khoản 2 Điều 3.")
    notes = {note.path: note.text for note in result.footnotes}
    assert "từ khoản 2 Điều 3" in notes["d3/k1"]
    assert "từ khoản 1 Điều 3" in notes["d3/k2"]


def test_a_repealed_provision_whose_number_another_got_keeps_its_note_where_it_stood() -> None:
    _, result = ordered("Bỏ khoản 1 Điều 3; khoản 2 Điều 3 chuyển thành khoản 1.")
    notes = [(note.path, note.text) for note in result.footnotes if note.slot == "repeal"]
    assert [path for path, _ in notes] == ["d3"]
    assert notes[0][1].startswith("Khoản 1 Điều 3 được bãi bỏ")


@pytest.mark.parametrize(
    "order",
    [
        # A part of what is changed stays.
        "Bãi bỏ Điều 1, riêng khoản 1 giữ nguyên.",
        "Bãi bỏ khoản 1 Điều 2, giữ nguyên điểm b.",
        "Bãi bỏ Điều 3, khoản 1 không thay đổi.",
        "Thay “Báo cáo” bằng “Thông báo” ở Điều 3, riêng khoản 2 giữ nguyên.",
        # One provision called by two numbers.
        "Bãi bỏ khoản 1 (nay là khoản 2) Điều 3.",
        "Bãi bỏ khoản 1, nay là khoản 2 Điều 3.",
        "Bãi bỏ khoản 1 (khoản 2) Điều 3.",
        # A new provision whose number is not of the side that is named.
        "Bổ sung Điều 1a vào cuối Quy chế như sau:\n“Điều 1a. Mới\nNội dung mới.”",
        "Bổ sung khoản 1a vào cuối Điều 3 như sau:\n“1a. Mới.”",
        "Bổ sung khoản 2a vào đầu Điều 3 như sau:\n“2a. Mới.”",
        # The căn cứ, in words that are not understood.
        "Bãi bỏ phần căn cứ.",
        "Bổ sung vào phần căn cứ nội dung sau:\n“- Căn cứ Điều lệ Đảng;”",
    ],
)
def test_an_order_that_is_against_itself_is_told(order: str) -> None:
    assert is_told(*ordered(order))


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời hạn báo cáo tại khoản 1 Điều 3 Quy chế kéo dài đến ngày 25.",
        "Khoản 2 Điều 3 của Quy chế coi như không còn.",
        "Văn phòng thay Ban Tổ chức thực hiện nhiệm vụ tại khoản 2 Điều 3 Quy chế.",
        "Những nơi ghi “Văn phòng” trong Quy chế nay đọc là “Văn phòng Huyện ủy”.",
        "Ban Chấp hành họp mỗi quý thay vì mỗi tháng.",
    ],
)
def test_a_closing_sentence_that_speaks_of_a_provision_is_told(sentence: str) -> None:
    assert is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 2 Điều 3.", f"{_EFFECT} {sentence}"))


@pytest.mark.parametrize(
    "behind",
    [
        [
            "Nơi nhận:",
            "- Lưu.",
            "T/M BAN CHẤP HÀNH",
            "BÍ THƯ",
            "Ghi chú: Đồng thời bãi bỏ khoản 2 Điều 1.",
        ],
        ["Nơi nhận:", "- Lưu.", "T/M BAN CHẤP HÀNH", "PHỤ LỤC", "1. Bãi bỏ khoản 2 Điều 1."],
    ],
    ids=["a note", "an appendix"],
)
def test_an_order_behind_the_signature_is_told(behind: list[str]) -> None:
    assert is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 2 Điều 3.", _EFFECT, *behind))


def test_a_provision_and_its_part_with_other_words_are_told() -> None:
    act = ("1. Sửa đổi khoản 1 Điều 3 như sau: “1. Một.”", "2. Sửa đổi Điều 3 như sau:",
           "“Điều 3. Thông tin", "1. Hai.”")  # fmt: skip
    assert is_told(*carried_out(_TITLE, *act, _EFFECT))


@pytest.mark.parametrize("number", ["011-QC/HU", "11/QC-HU", "11-QC/HU"])
def test_a_number_is_known_as_people_write_it(number: str) -> None:
    reading, result = ordered(f"Bãi bỏ khoản 2 Điều 3 Quy chế số {number}.")
    assert not is_told(reading, result)
    assert "2. (được bãi bỏ)" in act_lines(result.act)


@pytest.mark.parametrize(
    "order",
    [
        # Words behind a provision that goes are a part of it.
        "Bỏ nội dung khoản 2 Điều 3: “gửi Văn phòng”.",
        "Bãi bỏ cụm từ tại Điều 3: khoản 1 “báo cáo năm”; khoản 2 “Văn phòng”.",
        "Bãi bỏ câu cuối khoản 2 Điều 2: “Văn phòng gửi.”",
        # A place between two pairs of words may be that of either.
        "Thay “quý” bằng “tháng” tại khoản 1 Điều 3, khoản 2 Điều 3 “gửi” bằng “trình”.",
        # What stands behind the name of the act, in any words.
        "Thay “Văn phòng” bằng “Phòng” tại Quy chế này đoạn nói về chi bộ.",
        "Thay “gửi” bằng “trình” tại Quy chế số 11-QC/HU (phần báo cáo).",
        # No place at all, where the orders have one.
        "Hội nghị Ban Chấp hành:\n- Thay “gửi” bằng “trình”.",
        # The spots are counted, or described in brackets.
        "Thay “gửi” bằng “trình” tại khoản 2 Điều 2 (cả ba chỗ).",
        "Bãi bỏ khoản 2 Điều 2 (trường hợp gấp).",
    ],
)
def test_an_order_about_less_than_its_place_is_told(order: str) -> None:
    assert is_told(*ordered(order))


def test_a_line_over_several_clauses_gives_their_article_and_no_other_clause() -> None:
    reading, result = ordered(
        "Khoản 1 và khoản 2 Điều 3:\n- Khoản 1: thay “ngày 20” bằng “ngày 18”.\n"
        "- Khoản 2: thay “Văn phòng” bằng “Phòng”."
    )
    assert not is_told(reading, result)
    assert "2. Báo cáo gửi Phòng." in act_lines(result.act)
    assert is_told(*ordered("Khoản 1 và khoản 2 Điều 2:\n- Khoản 3: thay “gửi” bằng “trình”."))
    assert is_told(*ordered("Khoản 1 và khoản 2 Điều 3:\n- Thay “gửi” bằng “trình”."))
    other = "- Khoản 2: thay “gửi” bằng “trình”.\n- Bỏ điểm a."
    assert is_told(*ordered(f"Khoản 1 và khoản 2 Điều 3:\n{other}"))


@pytest.mark.parametrize(
    ("order", "line"),
    [
        (
            "Điều chỉnh thời gian tại Điều 3: khoản 1 “ngày 20” thành “ngày 18”; khoản 2 “gửi” "
            "thành “trình”.",
            "2. Báo cáo trình Văn phòng.",
        ),
        ("Bãi bỏ cụm từ tại khoản 2 Điều 3: “gửi ”.", "2. Báo cáo Văn phòng."),
        ("Bãi bỏ khoản 2 Điều 3: “2. Báo cáo gửi Văn phòng.”", "2. (được bãi bỏ)"),
        ("Gộp khoản 1, khoản 2 Điều 3 thành một khoản: “1. Báo cáo gửi ngày 20.”",
         "1. Báo cáo gửi ngày 20."),
    ],
    ids=["each clause its words", "words behind a colon", "the whole clause quoted", "one of two"],
)  # fmt: skip
def test_what_is_quoted_is_what_changes(order: str, line: str) -> None:
    reading, result = ordered(order)
    assert not is_told(reading, result)
    assert line in act_lines(result.act)


@pytest.mark.parametrize(
    "closing",
    [
        "Các nội dung khác của Quy chế giữ nguyên, trừ thời hạn tại khoản 2 Điều 2 là 03 ngày.",
        "Các nội dung khác giữ nguyên; từ “gửi” trong Quy chế viết thành “trình”.",
        "Các nội dung khác của Quy chế giữ nguyên, riêng mức chi là 3.000.000 đồng.",
        "Các nội dung khác giữ nguyên, ngoài ra bỏ Phụ lục II.",
        "Các nội dung khác giữ nguyên và Văn phòng được gọi là Văn phòng Huyện ủy.",
        "Quyết định này có hiệu lực từ ngày ký và chỉ áp dụng trong năm 2026.",
        "Quyết định này có hiệu lực từ ngày ký; chưa áp dụng khoản 1 Điều 1.",
        "Quyết định này có hiệu lực kể từ ngày ký. Khoản 1 Điều 1 hết hiệu lực ngày 31/12/2026.",
    ],
)
def test_what_a_closing_sentence_takes_out_or_limits_is_told(closing: str) -> None:
    assert is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 1.", _EFFECT, f"Điều 3. {closing}"))


@pytest.mark.parametrize(
    "closing",
    [
        "Các nội dung khác của Quy chế số 11-QC/HU giữ nguyên hiệu lực.",
        "Các nội dung khác của Quy chế giữ nguyên; Văn phòng chịu trách nhiệm thi hành Quyết định này.",
        "Các nội dung khác không thay đổi và vẫn có hiệu lực.",
    ],
)
def test_that_all_else_stays_is_no_order(closing: str) -> None:
    told = is_told(*carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 1.", _EFFECT, f"Điều 3. {closing}"))
    assert not told


@pytest.mark.parametrize(
    "head",
    [
        "Bãi bỏ các nội dung sau trong năm 2026:",
        "Bãi bỏ các quy định sau nếu không còn phù hợp:",
        "Bãi bỏ một phần các quy định sau:",
    ],
)
def test_a_limit_over_a_list_of_places_is_told(head: str) -> None:
    listed = "\na) Khoản 1 Điều 1;\nb) Khoản 2 Điều 3."
    assert is_told(*ordered(f"{head}{listed}"))
    assert not is_told(*ordered(f"Bãi bỏ các nội dung sau đây:{listed}"))


def test_a_word_that_comes_to_stand_twice_is_told() -> None:
    assert is_told(*ordered("Thay “20” bằng “ngày 25” tại khoản 1 Điều 3."))


def test_a_draft_is_told() -> None:
    act = [
        "Số 12-QĐ/HU",
        "DỰ THẢO QUYẾT ĐỊNH",
        "sửa đổi Quy chế",
        _TITLE,
        "1. Bãi bỏ khoản 1 Điều 1.",
    ]
    reading = read_amendments(read_bytes("qd.txt", "\n".join(act).encode()))
    assert [one.why.code for one in reading.unread if one.lines == (2, 2)] == ["act.is_draft"]


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ ba khoản 1, 2 Điều 4.",
        "Bãi bỏ hai Điều 2, 3, 4.",
        "Bổ sung 02 khoản 6 vào Điều 4: “6. Văn bản khác.”",
        "Thay cả hai cụm từ “công văn” tại khoản 1 Điều 4 bằng “thư”.",
        "Bãi bỏ từ khoản 2 đến khoản 5 Điều 4.",
        "Bãi bỏ các khoản từ 2 đến 3 Điều 4.",
        "Bãi bỏ khoản 2 - khoản 3 Điều 4.",
        "Bãi bỏ các khoản 3, 4 Điều 4.",
        "Thay “được bãi bỏ” bằng “không còn” tại khoản 4 Điều 4.",
        "Bổ sung khoản 2b vào sau khoản 3 Điều 4: “2b. Văn bản khác.”",
        "Bổ sung khoản 6 vào trước khoản 5 Điều 4: “6. Văn bản khác.”",
        "Bổ sung Chương III như sau:\n“Chương III\nKHÁC\nĐiều 4. Kinh phí\nDo ngân sách.”",
        "Bổ sung khoản 6 Điều 4: “6. Một.\n6. Hai.”",
        "Sửa đổi tên Chương II thành “Chương I. QUYỀN HẠN”.",
        "Sửa đổi tên Điều 4 thành: “Điều 5. Văn thư”.",
        "Sửa đổi câu thứ nhất khoản 2 Điều 2 như sau: “3. Gửi trước 03 ngày.”",
        "Đoạn dẫn khoản 2 Điều 4 sửa thành: “Văn bản đi gồm:”",
        "Chuyển khoản 2 Điều 4 thành gạch đầu dòng thứ nhất khoản 1 Điều 4.",
        "Điều thứ hai Chương II bãi bỏ.",
        "Bãi bỏ khoản 2 Điều 3 (Chương I).",
        "Bổ sung khoản 3 vào Điều 3 (Chương I): “3. Báo cáo năm.”",
        "Bãi bỏ Điều 3, Điều 4 Mục 2.",
        "Sửa đổi khoản 3 Điều 4 như sau: “3. Đến.”; các nội dung khác của khoản 3 giữ nguyên.",
        "Sửa đổi Điều 4 như sau:\n“Điều 4. Văn bản\n1. Mới.\nCác khoản 2, 3 giữ nguyên.”",
        "Bổ sung cụm từ “làm việc” vào sau cụm từ “05 ngày” tại khoản 2 Điều 2.",
    ],
)
def test_an_order_that_does_not_agree_with_the_text_or_itself_is_told(order: str) -> None:
    assert is_told(*carried_out(_TITLE, f"1. {order}", _EFFECT, base=_NUMBERED))


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ hai khoản 2, 3 Điều 4.",
        "Bãi bỏ các khoản 2 và 3 Điều 4.",
        "Bổ sung khoản 1a vào trước khoản 1 Điều 4: “1a. Văn bản khác.”",
        "Bổ sung khoản 3a vào sau khoản 3 Điều 4: “3a. Văn bản khác.”",
        "Bãi bỏ khoản 2 Điều 3 (Chương II).",
        "Sửa đổi tên Điều 4 thành: “Điều 4. Văn thư”.",
    ],
)
def test_an_order_that_agrees_is_not_told(order: str) -> None:
    assert not is_told(*carried_out(_TITLE, f"1. {order}", _EFFECT, base=_NUMBERED))


@pytest.mark.parametrize(
    ("closing", "is_told_of"),
    [
        ("Khoản 2 Điều 3 Quy chế giữ nguyên.", True),
        ("Các nội dung tại Chương II của Quy chế giữ nguyên.", True),
        ("Khoản 1 Điều 3 Quy chế giữ nguyên.", False),
        ("Các nội dung khác của Điều 3 giữ nguyên.", False),
        ("Bãi bỏ khoản 1 Điều 1 Quyết định này.", True),
        ("Khoản 1 Điều 1 Quyết định này không áp dụng đối với Văn phòng.", True),
        ("Chưa thực hiện khoản 1 Điều 1 cho đến khi có hướng dẫn.", True),
        ("Giao Văn phòng quyết định thời điểm thực hiện khoản 1 Điều 1.", True),
        ("Sau đó khoản 2 Điều 3 trở lại như trước.", True),
        ("Quyết định này thay thế Quy chế số 11-QC/HU.", True),
        ("Quyết định này thay thế Quyết định số 7-QĐ/HU.", False),
    ],
)
def test_a_closing_sentence_that_takes_an_order_back_is_told(
    closing: str, is_told_of: bool
) -> None:
    title = _TITLE.replace("Quy chế số", "Quy chế làm việc số")
    reading, result = carried_out(title, "1. Bãi bỏ khoản 2 Điều 3.", f"{_EFFECT} {closing}")
    assert is_told(reading, result) is is_told_of


@pytest.mark.parametrize(
    ("order", "in_annex", "is_sure"),
    [
        ("Thay “Văn phòng” bằng “Phòng” trong toàn bộ Quy chế.", False, False),
        ("Thay “Văn phòng” bằng “Phòng” trong toàn bộ Quy chế và Phụ lục.", True, True),
        ("Thay “Văn phòng” bằng “Phòng” trong các điều của Quy chế.", False, True),
        ("Thay “tập trung dân chủ” bằng “dân chủ” trong toàn bộ Quy chế.", False, True),
    ],
)
def test_words_that_stand_in_an_annex_too(order: str, in_annex: bool, is_sure: bool) -> None:
    reading, result = carried_out(
        "Điều 1. Sửa đổi Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu như sau:",
        f"1. {order}",
        _EFFECT,
        base=_ATTACHED,
    )
    assert ("1. Báo cáo quý gửi Phòng." in act_lines(result.act)) is in_annex
    assert is_told(reading, result) is not is_sure


@pytest.mark.parametrize("number", ["12-QC/HU", "11-QC/HA"])
def test_a_number_that_may_be_a_slip_is_not_passed_over(number: str) -> None:
    _reading, result = carried_out(
        _TITLE,
        "1. Bãi bỏ khoản 1 Điều 3.",
        f"2. Bãi bỏ khoản 2 Điều 3 của Quy chế số {number}.",
        _EFFECT,
    )
    # "12" for "11" is no exchange of digits, and another act.
    assert (result.outcomes[-1].state is State.IGNORED) is (number == "12-QC/HU")


def test_a_line_over_orders_may_order_in_brackets_itself() -> None:
    _, result = carried_out(
        _TITLE,
        "1. Về Chương II (tên chương nay là “NỀN NẾP”):",
        "a) Bãi bỏ khoản 2 Điều 3.",
        _EFFECT,
    )
    assert [(str(o.instruction.verb), o.targets[0].path) for o in result.outcomes] == [
        ("amend", "cII#heading"),
        ("repeal", "d3/k2"),
    ]
    assert "NỀN NẾP" in act_lines(result.act)


def test_words_said_with_a_capital_and_without_are_each_their_own() -> None:
    _, result = ordered(
        "Trong toàn bộ Quy chế: các cụm từ “Văn phòng”, “văn phòng” lần lượt thay bằng “Phòng”, “phòng”."
    )
    assert "2. Tài liệu gửi trước 05 ngày làm việc. Phòng gửi tài liệu." in act_lines(result.act)


def test_a_number_is_put_into_an_annex_behind_the_last() -> None:
    for number, is_sure in (("2", True), ("4", False)):
        reading, result = carried_out(
            "Điều 1. Sửa đổi Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu như sau:",
            f"1. Bổ sung mục {number} vào Phụ lục: “{number}. Báo cáo năm.”",
            _EFFECT,
            base=_ATTACHED,
        )
        lines = act_lines(result.act)
        assert lines[lines.index("1. Báo cáo quý gửi Văn phòng.") + 1] == f"{number}. Báo cáo năm."
        assert is_told(reading, result) is not is_sure


def test_a_list_of_what_is_no_longer_ruled() -> None:
    _, result = carried_out(
        _TITLE,
        "1. Không quy định nữa các nội dung sau (không còn phù hợp):",
        "- Điều 3, khoản 2.",
        "- Điều 2, khoản 2 về việc gửi tài liệu.",
        _EFFECT,
    )
    assert [(str(o.instruction.verb), o.targets[0].path) for o in result.outcomes] == [
        ("repeal", "d3/k2"),
        ("repeal", "d2/k2"),
    ]


def test_a_dash_without_marks_does_not_take_in_the_next_order() -> None:
    _, result = carried_out(
        _TITLE,
        "1. Đối với Điều 4:",
        "- Khoản 1 thêm gạch đầu dòng cuối cùng:",
        "- Văn bản mật.",
        "2. Đối với Điều 3: bỏ khoản 2.",
        _EFFECT,
    )
    assert [o.targets[0].path for o in result.outcomes][-1] == "d3/k2"
    assert "2. Đối với Điều 3: bỏ khoản 2." not in act_lines(result.act)


def test_a_chapter_limited_in_its_head_is_told() -> None:
    head = _TITLE.replace(" như sau:", " (chỉ áp dụng cho Văn phòng) như sau:")
    assert is_told(*carried_out(head, "1. Bãi bỏ khoản 2 Điều 3.", _EFFECT))


_CLOSED = [
    "HUYỆN ỦY SÔNG MẪU",
    "*",
    "Số 11-QC/HU",
    "QUY CHẾ",
    "làm việc của Ban Chấp hành Đảng bộ huyện mẫu",
    "Điều 1. Phân công",
    "1. Đồng chí Lê Văn Hậu phụ trách kinh tế, ngân sách.",
    "2. Đồng chí Trần Thị Hoa phụ trách văn hóa, xã hội.",
    "3. Tài liệu họp gửi trước 05 ngày.",
    "4. Họp giao ban vào sáng thứ hai.",
    "Điều 2. Chế độ họp",
    "1. Ban Chấp hành họp ba tháng một lần.",
    "2. Ban Thường vụ họp mỗi tháng một lần.",
    "Các cuộc họp bất thường do Bí thư triệu tập.",
    "Điều 3. Báo cáo",
    "1. Báo cáo quý.",
    "2. Báo cáo năm.",
    "3. Báo cáo nhiệm kỳ.",
]


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("Việc báo cáo nhiệm kỳ tại Điều 3: bãi bỏ.", ["doubt.part_described"]),
        ("Đồng chí Lê Văn Hậu (khoản 1 Điều 1): bãi bỏ.", []),
        ("Đồng chí Lê Văn Hậu (khoản 2 Điều 1): bãi bỏ.", ["target.other_person"]),
        (
            "Khoản 3 Điều 1 (họp giao ban): thay “05 ngày” bằng “07 ngày”.",
            ["target.other_matter"],
        ),
        ("Khoản 3 Điều 1 (gửi tài liệu): thay “05 ngày” bằng “07 ngày”.", []),
        ("Bãi bỏ khoản 2 Điều 2.", ["stray.may_close"]),
        ("Bãi bỏ khoản 1 Điều 2.", []),
        ("Sửa đổi khoản 2 Điều 2 như sau: “2. Họp hai tháng một lần.”", ["stray.may_close"]),
        (
            "Bổ sung khoản 1a vào giữa khoản 1 và khoản 3 Điều 3: “1a. Báo cáo tháng.”",
            ["insertion.not_neighbours"],
        ),
        ("Bổ sung khoản 1a vào giữa khoản 1 và khoản 2 Điều 3: “1a. Báo cáo tháng.”", []),
        ("Bổ sung điểm b vào khoản 1 Điều 3: “b) Quý III.”", ["insertion.nothing_before"]),
        ("Bổ sung khoản 5 vào Điều 3: “5. Báo cáo tuần.”", ["insertion.place_by_number"]),
        ("Bổ sung khoản 4 vào Điều 3: “4. Báo cáo tuần.”", []),
        ("Chuyển khoản 4 Điều 1 thành khoản 5 Điều 3.", ["relocation.gap"]),
        ("Chuyển khoản 4 Điều 1 thành khoản 4 Điều 3.", []),
        ("Bổ sung khoản 3 vào Điều 2: “3. Họp chi bộ.”", ["stray.may_close"]),
        ("Bổ sung khoản 5 vào Điều 1: “5. Họp chi bộ.”", []),
        (
            "Khoản 4 Điều 1, đối với tài liệu họp thay “sáng” bằng “chiều”.",
            ["target.other_matter"],
        ),
        (
            "Thời hạn gửi tài liệu tại khoản 4 Điều 1: thay “sáng” bằng “chiều”.",
            ["target.other_matter"],
        ),
        (
            "Khoản 1 Điều 1 (đồng chí Hoa): thay “kinh tế” bằng “nội chính”.",
            ["target.other_person"],
        ),
        ("Khoản 2 Điều 1 (đồng chí Hoa): thay “văn hóa” bằng “nội chính”.", []),
    ],
)
def test_an_order_that_the_text_around_its_place_speaks_against(
    order: str, codes: list[str]
) -> None:
    _, result = carried_out(_TITLE, f"1. {order}", _EFFECT, base=_CLOSED)
    (outcome,) = result.outcomes
    assert outcome.state is State.APPLIED
    assert [said.code for said in outcome.reasons] == codes


@pytest.mark.parametrize(
    "order",
    [
        "Bãi bỏ khoản 2 Điều 3, đoạn cuối giữ nguyên.",
        "Sửa đổi khoản 2 Điều 3 như sau: “2. (...) hằng năm.”",
        "Sửa đổi khoản 2 Điều 3 như sau: “2. Hằng năm.”; câu thứ nhất được giữ nguyên.",
        "Khoản 2 Điều 3, vế thứ nhất thay “năm” bằng “quý”.",
        "Khoản 2 Điều 3, nửa sau bãi bỏ.",
        "Khoản 2 Điều 3, phần đầu: thay “năm” bằng “quý”.",
    ],
)
def test_an_order_that_leaves_a_part_it_does_not_show_is_told(order: str) -> None:
    assert is_told(*carried_out(_TITLE, f"1. {order}", _EFFECT, base=_CLOSED))


def test_a_sentence_after_the_order_that_keeps_a_part_is_told() -> None:
    order = "1. Bãi bỏ khoản 2 Điều 3."
    for behind, is_sure in (("Đoạn cuối giữ nguyên.", False), ("Các khoản khác giữ nguyên.", True)):
        told = is_told(*carried_out(_TITLE, order, behind, _EFFECT, base=_CLOSED))
        assert told is not is_sure


@pytest.mark.parametrize(
    "head",
    [
        "Nội dung dự kiến sửa đổi:",
        "Các nội dung đã sửa đổi trước đây:",
        "Nhắc lại các nội dung sau:",
        "Nội dung tham khảo:",
        "Nếu được cấp trên đồng ý:",
    ],
)
def test_what_stands_under_a_head_that_orders_nothing_is_told(head: str) -> None:
    reading, _ = carried_out(_TITLE, f"1. {head}", "a) Bãi bỏ khoản 2 Điều 3.", _EFFECT)
    assert not reading.instructions
    assert [told.why.code for told in reading.unread][-1] == "line.under_denial"


@pytest.mark.parametrize(
    "line",
    [
        "Bãi bỏ khoản 1 Điều 1 Quyết định này. Quyết định này có hiệu lực từ ngày ký.",
        "Bãi bỏ các nội dung không phù hợp tại khoản 2 Điều 3. Quyết định này có hiệu lực từ ngày ký.",
        "Mức chi tại khoản 2 Điều 1 tăng gấp đôi, có hiệu lực từ ngày 01/7/2026.",
        "Điều chỉnh khoản 2 Điều 3 cho phù hợp, có hiệu lực từ ngày 01/7/2026.",
        "Bỏ các quy định về hỗ trợ kể từ ngày 01/7/2026.",
    ],
)
def test_a_day_of_effect_beside_it_hides_no_order(line: str) -> None:
    for number in ("2. ", "Điều 2. "):
        reading, _ = carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 3.", f"{number}{line}")
        assert [told.lines for told in reading.unread] == [(10, 10)]


def test_a_line_that_only_dates_is_not_told() -> None:
    for line in (
        "Quyết định này có hiệu lực từ ngày ký.",
        "Khoản 1 Điều 1 có hiệu lực từ ngày 01/7/2026.",
    ):
        reading, _ = carried_out(_TITLE, "1. Bãi bỏ khoản 1 Điều 3.", f"Điều 2. {line}")
        assert not reading.unread


def test_a_new_annex_goes_on_from_the_last() -> None:
    for number, codes in (("II", []), ("III", ["appendix.gap"])):
        _, result = carried_out(
            "Điều 1. Sửa đổi Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu như sau:",
            f"1. Bổ sung Phụ lục {number} như sau:\n“PHỤ LỤC {number}\nDANH MỤC\n1. Một.”",
            base=[*_ATTACHED[:-3], "PHỤ LỤC I", *_ATTACHED[-2:]],
        )
        assert [said.code for said in result.outcomes[0].reasons] == codes


def test_the_name_of_an_annex_may_repeat_its_number() -> None:
    for number, codes in (("I", []), ("II", ["appendix.other_label"])):
        _, result = carried_out(
            "Điều 1. Sửa đổi Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu như sau:",
            f"1. Sửa đổi tên Phụ lục I thành “PHỤ LỤC {number}. MẪU BÁO CÁO”.",
            base=[*_ATTACHED[:-3], "PHỤ LỤC I", *_ATTACHED[-2:]],
        )
        assert "MẪU BÁO CÁO" in act_lines(result.act)
        assert [said.code for said in result.outcomes[0].reasons] == codes


def test_the_matter_of_a_row_is_held_against_its_rows() -> None:
    rows = ["STT | Đối tượng | Mức", "1 | Lái xe | 100", "2 | Văn thư | 200"]
    base = [*_CLOSED, "4. Mức chi:", *rows]
    for matter, codes in (("Lái xe", ["target.other_matter"]), ("Văn thư", [])):
        _, result = carried_out(
            _TITLE,
            f"1. Số thứ tự 2 khoản 4 Điều 3 ({matter}): thay “200” bằng “250”.",
            _EFFECT,
            base=base,
        )
        assert [said.code for said in result.outcomes[0].reasons] == codes


def test_a_new_chapter_goes_on_from_the_last_article() -> None:
    for number, codes in (("5", []), ("6", ["insertion.article_by_number"])):
        order = (
            f"1. Bổ sung Chương III như sau:\n“Chương III\nKHÁC\nĐiều {number}. Chi\nDo ngân sách.”"
        )
        _, result = carried_out(_TITLE, order, _EFFECT)
        assert [said.code for said in result.outcomes[0].reasons] == codes


@pytest.mark.parametrize(
    "order",
    [
        "Thay “Báo” bằng “Thông” tại Điều 3 (trừ khoản 2), Điều 2.",
        "Thay “Báo” bằng “Thông” tại Điều 3, trừ khoản 2, và Điều 2.",
        "Thay “Ban” bằng “Hội” tại Điều 2 và Điều 3, trừ khoản 1.",
        "Thay “Ban” bằng “Hội” từ Điều 1 đến trước Điều 3.",
        "Bãi bỏ khoản 2 của Điều 1, Điều 3.",
    ],
)
def test_a_list_that_may_be_read_in_two_ways_is_told(order: str) -> None:
    reading, _ = carried_out(_TITLE, f"1. {order}", _EFFECT, base=_CLOSED)
    assert not reading.instructions
    assert [told.why.code for told in reading.unread] == ["line.unknown_words"]


def test_a_new_number_is_told_where_the_act_numbers_anew() -> None:
    word = "Thay “kỳ” bằng “khóa” tại khoản 3 (mới) Điều 3."
    _, alone = carried_out(_TITLE, f"1. {word}", _EFFECT, base=_CLOSED)
    assert alone.outcomes[0].reasons == ()
    _, beside = carried_out(
        _TITLE,
        "1. Bãi bỏ khoản 1 Điều 3; khoản 2, khoản 3 chuyển thành khoản 1, khoản 2.",
        f"2. {word}",
        _EFFECT,
        base=_CLOSED,
    )
    assert "doubt.new_number" in [said.code for said in beside.outcomes[-1].reasons]


_PARTS = [
    *_CLOSED,
    "4. Văn phòng:",
    "- Theo dõi:",
    "+ Báo cáo;",
    "+ Kết luận.",
    "- Gửi trước ngày 20, họp ngày 20/11, có 2/3 số phiếu.",
    "5. Họp trong 02 giờ (hai giờ).",
    "Điều 4. Mức chi",
    "Mức chi như sau:",
    "TT | Đối tượng | Mức",
    "1 | Lái xe | 100",
]


@pytest.mark.parametrize(
    ("order", "codes"),
    [
        ("Sửa gạch đầu dòng thứ nhất khoản 4 Điều 3 thành “- Theo dõi;”", ["slot.lead_closed"]),
        ("Sửa gạch đầu dòng thứ nhất khoản 4 Điều 3 thành “- Kiểm tra:”", []),
        ("Bãi bỏ đoạn thứ nhất Điều 4.", ["slot.lead_gone"]),
        ("Sửa đoạn thứ nhất Điều 4 thành “Mức chi chung.”", ["slot.lead_closed"]),
        (
            "Thay “20” bằng “25” tại khoản 4 Điều 3.",
            ["phrase.single_word", "phrase.in_longer_word"],
        ),
        ("Thay “trước ngày 20” bằng “trước ngày 25” tại khoản 4 Điều 3.", []),
        ("Thay “2” bằng “3” tại khoản 4 Điều 3.", ["phrase.in_longer_word"]),
        ("Bỏ cụm từ “Lái xe” tại Điều 4.", ["phrase.nothing_left"]),
        ("Bỏ cụm từ “ngân sách” tại khoản 1 Điều 1.", ["phrase.marks_left"]),
        ("Thay “Trần Thị” bằng “Lê Thị” tại khoản 2 Điều 1.", ["phrase.in_longer_word"]),
        ("Thay “Trần Thị Hoa” bằng “Lê Thị Hoa” tại khoản 2 Điều 1.", []),
        ("Thay câu “Báo cáo quý.” bằng “Báo cáo tháng” tại khoản 1 Điều 3.", ["phrase.marks_left"]),
        ("Thay câu “Báo cáo quý.” bằng “Báo cáo tháng.” tại khoản 1 Điều 3.", []),
        ("Thay “02 giờ” bằng “03 giờ” tại khoản 5 Điều 3.", ["phrase.gloss_left"]),
        ("Thay “02 giờ (hai giờ)” bằng “03 giờ (ba giờ)” tại khoản 5 Điều 3.", []),
        (
            "Sửa đổi khoản 2 Điều 3 như sau: “2. Báo cáo năm (ghi chú: chờ duyệt).”",
            ["wording.remark_behind"],
        ),
    ],
)
def test_what_a_change_leaves_amiss_is_told(order: str, codes: list[str]) -> None:
    _, result = carried_out(_TITLE, f"1. {order}", _EFFECT, base=_PARTS)
    assert sorted(said.code for said in result.outcomes[0].reasons) == sorted(codes)


def test_an_annex_keeps_its_number_and_name_when_only_its_inside_is_quoted() -> None:
    head = "Điều 1. Sửa đổi Quy chế làm việc của Ban Chấp hành Đảng bộ huyện mẫu như sau:"
    base = [*_ATTACHED[:-3], "PHỤ LỤC I", *_ATTACHED[-2:]]
    for new, codes in (
        ("1. Báo cáo tháng.", ["appendix.without_name"]),
        ("PHỤ LỤC I\nDANH MỤC BÁO CÁO\n1. Báo cáo tháng.", []),
    ):
        order = f"1. Sửa đổi Phụ lục I như sau:\n“{new}”"
        _, result = carried_out(head, order, _EFFECT, base=base)
        assert act_lines(result.act)[-3:] == ["PHỤ LỤC I", "DANH MỤC BÁO CÁO", "1. Báo cáo tháng."]
        assert [said.code for said in result.outcomes[0].reasons] == codes


def test_a_sentence_that_is_understood_in_part_is_sure_in_no_part() -> None:
    order = "1. Bỏ nội dung trong câu thứ nhất khoản 1 Điều 3 kể từ chữ “quý”."
    reading, result = carried_out(_TITLE, order, _EFFECT, base=_CLOSED)
    assert [told.why.code for told in reading.unread] == ["line.unknown_words"]
    assert all("doubt.sentence_in_part" in [r.code for r in o.reasons] for o in result.outcomes)
