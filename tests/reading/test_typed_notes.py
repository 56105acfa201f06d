"""Consolidated texts whose footnotes were typed, or copied, into the text (domain.md 5.3, 5.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche_app.domain.acts import act_lines
from quyche_app.domain.sources import ReadText, Role, SourceParagraph
from quyche_app.domain.units import Mark, Paragraph
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
    "Cụm từ “đơn vị” được thay thế bằng cụm từ “cơ quan” theo quy định tại Điều 2.",
    "Cụm từ “Thường trực” được bỏ theo quy định tại Điều 3 của Quyết định số 9-QĐ/TU.",
)
_PLAIN = _WORDS.format(a="", b="", c="", d="").splitlines()


def _lines(read: ReadText) -> list[str]:
    return act_lines(read.act)


def _aside(read: ReadText) -> list[int]:
    return [entry.line for entry in read.account if entry.role is Role.ASIDE]


@pytest.mark.parametrize(("marks", "starts"), [
    (("[1]", " [2]", " [3]", "[4]"), ("[1] ", "[2] ", "[3] ", "[4] ")),
    (("1", "2", "3", "4"), ("1 ", "2 ", "3 ", "4 ")),
    (("1", "2", "3", "4"), ("1", "2", "3", "4")),
    (("¹", "²", "³", "⁴"), ("¹ ", "² ", "³ ", "⁴")),
    ((" (1)", "(2)", " (3)", " (4)"), ("(1) ", "(2) ", "(3) ", "(4) ")),
])
def test_notes_are_set_apart_and_their_numbers_leave_the_words(
    marks: tuple[str, ...], starts: tuple[str, ...]
) -> None:
    words = _WORDS.format(a=marks[0], b=marks[1], c=marks[2], d=marks[3])
    notes = "\n".join(start + note for start, note in zip(starts, _NOTES, strict=True))
    read = read_bytes("x.txt", f"{words}{notes}\n“Điều 4. Lời dẫn”\n".encode())
    assert _lines(read) == _PLAIN
    assert _aside(read) == [10, 11, 12, 13, 14]
    assert [f.name for f in read.findings] == ["typed_notes"]
    assert "4 chú thích" in read.findings[0].sentence
    assert read.findings[0].line == 10


def test_notes_between_the_provisions_are_set_apart_with_what_they_quote() -> None:
    words = _WORDS.format(a="[1]", b="", c="", d=" [2]").splitlines()
    quoted = ["[1] Điều 5 của Quyết định số 9-QĐ/TU quy định như sau:", "“Điều 5. Điều khoản thi hành",
              "1. Quyết định này có hiệu lực từ ngày ký.”"]
    mixed = [*words[:4], *quoted, *words[4:7], f"[2] {_NOTES[1]}", *words[7:]]
    read = read_bytes("x.txt", "\n".join(mixed).encode())
    assert _lines(read) == _PLAIN
    assert _aside(read) == [5, 6, 7, 11]


def test_an_appendix_behind_the_notes_is_read() -> None:
    words = _WORDS.format(a="[1]", b="", c="", d="")
    read = read_bytes("x.txt", f"{words}[1] {_NOTES[0]}\nPHỤ LỤC I\nMẪU SỐ 01\nTờ trình".encode())
    assert _lines(read) == [*_PLAIN, "PHỤ LỤC I", "MẪU SỐ 01", "Tờ trình"]


def test_numbers_in_brackets_that_rise_are_of_notes_though_the_notes_are_not_there() -> None:
    read = read_bytes("x.txt", _WORDS.format(a=" [1]", b=" [2]", c="", d=" [3]").encode())
    assert _lines(read) == _PLAIN
    assert "không có chú thích" in read.findings[0].sentence


def test_a_raised_number_of_word_is_a_note_and_the_marks_of_the_words_keep_their_place() -> None:
    words = "Việc khác do Bí thư giao 1 cho từng người."
    raised = Paragraph(words, (Mark(10, 13, "b"), Mark(25, 26, "sup"), Mark(27, 30, "i")))
    paragraphs = [SourceParagraph(1, raised), SourceParagraph(2, Paragraph(f"1 {_NOTES[1]}"))]
    found = without_notes(paragraphs)
    assert found is not None
    block = found.paragraphs[0].block
    assert isinstance(block, Paragraph)
    assert block.text == "Việc khác do Bí thư giao cho từng người."
    assert [(block.text[m.start : m.end], m.kind) for m in block.marks] == [("do ", "b"), ("cho", "i")]


def test_a_form_with_bracketed_numbers_and_an_order_that_speaks_of_a_clause_stay() -> None:
    form = f"{_WORDS.format(a='', b='', c='', d='')}(1) Ghi tên cơ quan.\n(2) Ghi ngày.\n"
    act = "Điều 1. Sửa đổi\n1. Khoản này được thực hiện (1) theo Điều 2.\n2. Điều này được bãi bỏ."
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
