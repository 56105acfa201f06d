"""Consolidated texts whose footnotes were typed, or copied, into the text (docs/field.md 5.3,
5.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.flow import act_lines
from quyche_app.domain.sources import ReadText, Role, SourceParagraph
from quyche_app.domain.units import Cell, Mark, Paragraph, Table, block_lines
from quyche_app.reading.files import read_bytes
from quyche_app.reading.typed_notes import without_notes

_WORDS = """QUY CHẾ
LÀM VIỆC CỦA BAN THƯỜNG VỤ
Điều 1.{a} Phạm vi điều chỉnh
Quy chế này quy định chế độ làm việc theo Luật số 65/2020/QH14, giấy khổ A4, phòng họp 20 m².
Điều 2. Trách nhiệm của Chánh Văn phòng
1.{b} Chủ trì hội nghị của cơ quan{c}, đơn vị.
2. Việc khác do Bí thư giao{d}.
Điều 3. Hiệu lực thi hành
Quy chế này có hiệu lực từ ngày ký.
"""
_NOTES = (
    "Điều này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Quyết định số 9-QĐ/TU.",
    "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của Quyết định số 9-QĐ/TU.",
    "Cụm từ “đơn vị” được thay thế bằng cụm từ “cơ quan” theo quy định tại Điều 2 Quyết định số 9-QĐ/TU.",
    "Cụm từ “Thường trực” được bỏ theo quy định tại Điều 3 của Quyết định số 9-QĐ/TU.",
)
_FORM = """Mẫu số 01
(1) Ghi tên cơ quan trong hai (02) ngày.
(2) Mục này được bỏ trống nếu nộp tại xã.
[01] Kỳ tính thuế
[02] Lần đầu"""
_PLAIN = _WORDS.format(a="", b="", c="", d="").splitlines()


def _lines(read: ReadText) -> list[str]:
    return act_lines(read.act)


def _aside(read: ReadText) -> list[int]:
    return [entry.line for entry in read.account if entry.role is Role.ASIDE]


@pytest.mark.parametrize(
    ("marks", "starts"),
    [
        (("[1]", " [2]", " [3]", "[4]"), ("[1] ", "[2] ", "[3] ", "[4] ")),
        (("1", "2", "3", "4"), ("1 ", "2 ", "3 ", "4 ")),
        (("1", "2", "3", "4"), ("1", "2", "3", "4")),
        (("¹", "²", "³", "⁴"), ("¹ ", "² ", "³ ", "⁴")),
        ((" (1)", "(2)", " (3)", " (4)"), ("(1) ", "(2) ", "(3) ", "(4) ")),
    ],
)
def test_notes_are_set_apart_and_their_numbers_leave_the_words(
    marks: tuple[str, ...], starts: tuple[str, ...]
) -> None:
    words = _WORDS.format(a=marks[0], b=marks[1], c=marks[2], d=marks[3])
    notes = "\n".join(start + note for start, note in zip(starts, _NOTES, strict=True))
    more = "Khoản này được sửa đổi lần thứ hai theo quy định tại khoản 3 Điều 1 của Quyết định số 12-QĐ/TU."
    quoted = (
        "Điều 2 của Quyết định số 12-QĐ/TU quy định như sau:\n“Điều 2. Hiệu lực\n1. Từ ngày ký.”"
    )
    read = read_bytes("x.txt", f"{words}{notes}\n{more}\n{quoted}\n".encode())
    assert _lines(read) == _PLAIN
    assert _aside(read) == [10, 11, 12, 13, 14, 15, 16, 17]
    assert [f.name for f in read.findings] == ["typed_notes"]
    assert "4 chú thích" in read.findings[0].sentence
    assert read.findings[0].line == 10


def test_notes_between_the_provisions_are_set_apart_with_what_they_quote() -> None:
    words = _WORDS.format(a="[1]", b="", c="", d=" [2]").splitlines()
    quoted = [
        "[1] Điều 5 của Quyết định số 9-QĐ/TU quy định như sau:",
        "“Điều 5. Điều khoản thi hành",
        "1. Quyết định này có hiệu lực từ ngày ký.”",
    ]
    mixed = [*words[:4], *quoted, *words[4:7], f"[2] {_NOTES[1]}", *words[7:]]
    read = read_bytes("x.txt", "\n".join(mixed).encode())
    assert _lines(read) == _PLAIN
    assert _aside(read) == [5, 6, 7, 11]


def test_an_appendix_behind_the_notes_is_read() -> None:
    words = _WORDS.format(a="[1]", b="", c="", d="")
    read = read_bytes("x.txt", f"{words}[1] {_NOTES[0]}\nPHỤ LỤC I\nMẪU SỐ 01\nTờ trình".encode())
    assert _lines(read) == [*_PLAIN, "PHỤ LỤC I", "MẪU SỐ 01", "Tờ trình"]


def test_numbers_in_brackets_that_rise_are_of_notes_though_the_notes_are_not_there() -> None:
    words = _WORDS.format(a="[1]", b="[2]", c="", d=" [4]")
    read = read_bytes("x.txt", f"{words}Bản hợp nhất nội bộ.".encode())
    assert _lines(read) == [*_PLAIN, "Bản hợp nhất nội bộ."]
    assert "không có chú thích" in read.findings[0].sentence


def test_a_raised_number_of_word_is_a_note_and_the_marks_of_the_words_keep_their_place() -> None:
    words = "Việc khác do Bí thư giao 1 cho từng người."
    raised = Paragraph(words, (Mark(10, 13, "b"), Mark(25, 26, "sup"), Mark(27, 30, "i")))
    paragraphs = [
        SourceParagraph(1, raised),
        SourceParagraph(2, Paragraph("Họp tại phòng2.")),
        *(SourceParagraph(2 + n, Paragraph(f"{n} {_NOTES[n]}")) for n in (1, 2)),
    ]
    found = without_notes(paragraphs)
    assert found is not None
    block = found.paragraphs[0].block
    assert isinstance(block, Paragraph)
    assert block.text == "Việc khác do Bí thư giao cho từng người."
    assert [(block.text[m.start : m.end], m.kind) for m in block.marks] == [
        ("do ", "b"),
        ("cho", "i"),
    ]


def test_words_after_the_notes_and_between_them_stay() -> None:
    words = [
        "Kết quả thực hiện[1].",
        f"[1] {_NOTES[0]}",
        "Công tác dân vận[2].",
        f"[2] {_NOTES[1]}",
        "PHƯƠNG HƯỚNG",
        "Tiếp tục lãnh đạo.",
        "XÁC THỰC VĂN BẢN HỢP NHẤT",
    ]
    read = read_bytes("x.txt", "\n".join(words).encode())
    assert _lines(read) == ["Kết quả thực hiện.", "Công tác dân vận.", *words[4:]]


def test_a_lost_quotation_mark_in_a_note_takes_nothing_along() -> None:
    words = [
        "Họp hằng tháng[1].",
        "[1] Cụm từ “đơn vị được bỏ theo quy định tại Điều 3 của Quyết định số 9.",
        f"[2] {_NOTES[0]}",
        "Ghi biên bản[2].",
        "Lưu hồ sơ.",
    ]
    read = read_bytes("x.txt", "\n".join(words).encode())
    assert _lines(read)[-2:] == ["Ghi biên bản.", "Lưu hồ sơ."]


def test_a_quotation_in_a_note_that_is_never_closed_takes_nothing_along() -> None:
    words = [
        "Họp hằng tháng[1].",
        "[1] Điều 2 của Quyết định số 9-QĐ/TU quy định như sau: “Điều 2. Hiệu lực",
        "Ghi biên bản[2].",
        f"[2] {_NOTES[1]}",
        "Lưu hồ sơ.",
    ]
    read = read_bytes("x.txt", "\n".join(words).encode())
    assert _lines(read) == ["Họp hằng tháng.", "Ghi biên bản.", "Lưu hồ sơ."]


def test_numbers_in_the_cells_of_a_table_go_too() -> None:
    table = Table(((Cell((Paragraph("Mức phí[2]"),)), Cell((Paragraph("20 m²"),))),))
    paragraphs = [
        SourceParagraph(1, Paragraph("Họp[1].")),
        SourceParagraph(2, table),
        *(SourceParagraph(2 + n, Paragraph(f"[{n}] {_NOTES[n]}")) for n in (1, 2)),
    ]
    found = without_notes(paragraphs)
    assert found is not None
    assert block_lines(found.paragraphs[1].block) == ["Mức phí | 20 m²"]


@pytest.mark.parametrize(
    "words",
    [
        "Căn cứ Nghị quyết số 01/2012/UBTVQH13 ngày 5/1/2012.",
        "d1) Lựa chọn hạng A1, A2.",
        "theo khoản2 Điều 5",
        "điểm d1 khoản 2",
        "Bước1: mở",
        "Mẫu B.2, mục II.3 và Covid19",
        "chỉ tiêu [1] và [2]; lấy [1] + [2]",
        "hai (2) bộ trong ba (3) ngày",
        "gồm: (1) họp, (2) báo cáo",
        "10² Bq, 3 m/s³, 20 km², 5 m²",
        "khai vào cột [3]",
        "nặng 2,5 kg; 1.000 đồng",
    ],
)
def test_digits_that_are_no_notes_stay(words: str) -> None:
    for marks, starts in ((("[1]", "[2]"), "[{}] "), (("1", "2"), "{} "), (("¹", "²"), "{} ")):
        head = f"Họp{marks[0]}."
        notes = [
            starts.format(mark if "[" not in mark else mark[1]) + note
            for mark, note in zip((*marks, "3"), _NOTES[:3], strict=True)
        ]
        read = read_bytes("x.txt", "\n".join([head, words, f"Ghi sổ{marks[1]}.", *notes]).encode())
        assert _lines(read) == ["Họp.", words, "Ghi sổ."]


def test_words_of_two_letters_and_of_a_long_name_lose_their_number() -> None:
    words = ["chủ đầu tư1, y tế2 và sản phẩm3.", *(f"{n} {_NOTES[n]}" for n in (1, 2, 3))]
    assert _lines(read_bytes("x.txt", "\n".join(words).encode())) == [
        "chủ đầu tư, y tế và sản phẩm."
    ]


def test_several_numbers_at_one_place_leave_no_comma_and_no_space() -> None:
    words = ["Giao[1], [2] cho ban [3] [4].", *(f"[{n}] {_NOTES[n - 1]}" for n in (1, 2, 3, 4))]
    assert _lines(read_bytes("x.txt", "\n".join(words).encode())) == ["Giao cho ban."]


def test_a_form_with_numbered_fields_and_an_order_that_speaks_of_a_clause_stay() -> None:
    form = f"{_WORDS.format(a='', b='', c='', d='')}{_FORM}"
    act = (
        "Điều 1. Sửa đổi\n1. Khoản này được thực hiện (1) theo Điều 2.\n(1) Cụm từ “a” được thay bằng "
        "“b” tại khoản 1 Điều 3.\n(2) Cụm từ “c” được bỏ tại Điều 5.\n2. Điều này được bãi bỏ."
    )
    for text in (form, act):
        read = read_bytes("x.txt", text.encode())
        assert _lines(read) == text.splitlines()
        assert _aside(read) == []


@given(st.lists(st.sampled_from([*_PLAIN, *_NOTES, "[1] x", "(2) y", "3 Điều này được bỏ", "[3]"])))
def test_every_paragraph_has_a_place_whatever_looks_like_a_note(lines: list[str]) -> None:
    if not lines:
        return
    read = read_bytes("x.txt", "\n".join(lines).encode())
    assert [entry.line for entry in read.account] == list(range(1, len(lines) + 1))


def _behind_the_notes(*lines: str) -> list[int]:
    """Give the lines put aside of a text with four notes at its end and these lines behind them."""
    words = _WORDS.format(a="[1]", b="[2]", c="[3]", d="[4]")
    notes = [f"[{number}] {note}" for number, note in enumerate(_NOTES, 1)]
    behind = "\n".join((*notes, *lines))
    return _aside(read_bytes("x.txt", f"{words}{behind}\n".encode()))


def test_notes_that_say_something_else_behind_the_last_one_are_notes_too() -> None:
    further = ("[5] Xem Phụ lục.", "[6] Theo nghĩa hẹp.", "[7] Tính cả ngày nghỉ.")
    assert _behind_the_notes() == [10, 11, 12, 13]
    assert _behind_the_notes(*further) == [10, 11, 12, 13, 14, 15, 16]


def test_a_number_far_above_the_last_note_begins_none() -> None:
    assert _behind_the_notes("[9] Ghi tên cơ quan nộp.") == [10, 11, 12, 13]
