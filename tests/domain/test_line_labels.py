"""What label a paragraph begins with, seen alone (docs/field.md 3.2, 3.3)."""

from __future__ import annotations

import pytest

from quyche_app.domain.line_labels import read_label, read_label_again
from quyche_app.domain.units import UnitKind

_PART, _CHAPTER, _SECTION, _SUBSECTION = (
    UnitKind.PART,
    UnitKind.CHAPTER,
    UnitKind.SECTION,
    UnitKind.SUBSECTION,
)
_ARTICLE, _CLAUSE, _POINT, _SUBPOINT = (
    UnitKind.ARTICLE,
    UnitKind.CLAUSE,
    UnitKind.POINT,
    UnitKind.SUBPOINT,
)


@pytest.mark.parametrize(
    ("text", "kind", "label", "rest"),
    [
        ("Phần thứ nhất", _PART, "thứ nhất", ""),
        ("PHẦN THỨ HAI QUY ĐỊNH", _PART, "THỨ HAI", "QUY ĐỊNH"),
        ("Phần thứ mười lăm", _PART, "thứ mười lăm", ""),
        ("Chương I", _CHAPTER, "I", ""),
        ("Chương II. TỔ CHỨC", _CHAPTER, "II", "TỔ CHỨC"),
        ("Chương INHỮNG QUY ĐỊNH", _CHAPTER, "I", "NHỮNG QUY ĐỊNH"),
        ("Chương IICHẾ ĐỘ", _CHAPTER, "II", "CHẾ ĐỘ"),
        ("CHƯƠNG 3", _CHAPTER, "3", ""),
        ("Chương Il", _CHAPTER, "II", ""),
        ("Chương Va", _CHAPTER, "Va", ""),
        ("Mục 2. Lề lối", _SECTION, "2", "Lề lối"),
        ("Mục 2: Lề lối", _SECTION, "2", "Lề lối"),
        ("MỤC A", _SECTION, "A", ""),
        ("Tiểu mục 1. Họp", _SUBSECTION, "1", "Họp"),
        ("Điều 5. Họp giao ban", _ARTICLE, "5", "Họp giao ban"),
        ("ĐIỀU 5: Họp giao ban", _ARTICLE, "5", "Họp giao ban"),
        ("Điều 14a. Chế độ", _ARTICLE, "14a", "Chế độ"),
        ("Điều 14đ1. Chế độ", _ARTICLE, "14đ1", "Chế độ"),
        ("Điều 2 a. Chế độ", _ARTICLE, "2a", "Chế độ"),
        ("Điều 2A. Chế độ", _ARTICLE, "2A", "Chế độ"),
        ("Điều 7", _ARTICLE, "7", ""),
        ("Điều 7 – Chế độ", _ARTICLE, "7", "Chế độ"),
        ("Điều7. Chế độ", _ARTICLE, "7", "Chế độ"),
        ("1. Họp mỗi tháng.", _CLAUSE, "1", "Họp mỗi tháng."),
        ("1) Họp mỗi tháng.", _CLAUSE, "1", "Họp mỗi tháng."),
        ("1/ Họp mỗi tháng.", _CLAUSE, "1", "Họp mỗi tháng."),
        ("1 - Họp mỗi tháng.", _CLAUSE, "1", "Họp mỗi tháng."),
        ("2a. Họp.", _CLAUSE, "2a", "Họp."),
        ("a) Tờ trình;", _POINT, "a", "Tờ trình;"),
        ("đ1) Tờ trình;", _POINT, "đ1", "Tờ trình;"),
        ("a. Tờ trình;", _POINT, "a", "Tờ trình;"),
        ("b/ Tờ trình;", _POINT, "b", "Tờ trình;"),
        ("c- Tờ trình;", _POINT, "c", "Tờ trình;"),
        ("đđ) Tờ trình;", _POINT, "đđ", "Tờ trình;"),
        ("A) Tờ trình;", _POINT, "a", "Tờ trình;"),
        ("(i) Bản chính;", _SUBPOINT, "i", "Bản chính;"),
        ("(2) Bản chính;", _SUBPOINT, "2", "Bản chính;"),
        ("a.1) Bản chính;", _SUBPOINT, "a.1", "Bản chính;"),
        ("a.1. Bản chính;", _SUBPOINT, "a.1", "Bản chính;"),
        ("II. TỔ CHỨC", _SECTION, "II", "TỔ CHỨC"),
        ("A. QUY ĐỊNH CHUNG", _PART, "A", "QUY ĐỊNH CHUNG"),
        ("I) Tổ chức", _SECTION, "I", "Tổ chức"),
        ("IIa. Tổ chức", _PART, "IIa", "Tổ chức"),
    ],
)
def test_the_label_of_a_paragraph(text: str, kind: UnitKind, label: str, rest: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.kind, found.label, found.rest) == (kind, label, rest)
    assert (found.prefix + found.rest).replace("Il", "II") == text.replace("Il", "II")
    assert read_label_again(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Điều này được giao cho Văn phòng.",
        "Điều 5 của Quy chế này.",
        "Điều 5 Luật mẫu.",
        "Điều 5, khoản 2.",
        "Điều 5 - của Quy chế này",
        "Điều 3 2. Bãi bỏ khoản 2",
        "Điều 44. Chương III",
        "Điều 44. Điều 45. Chế độ",
        "Dieu 5. Chế độ",
        "Chương này quy định việc họp.",
        "Chương Các",
        "Chương A",
        "Chương II của Quy chế này",
        "Phần thứ bảy mươi",
        "Mục A quy định",
        "Phần A QUY ĐỊNH",
        "1.",
        "2018 là năm đầu.",
        "05 ngày làm việc.",
        "ba) người",
        "trong đó: a) là",
        "(xem) Bản chính",
        "IIX. Tổ chức",
        "Văn phòng",
        "AB. Tổ chức",
        "- Gạch đầu dòng",
        "Một. Hai.",
    ],
)
def test_words_that_begin_with_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("1.1. Họp", UnitKind.POINT, "1.1"),
        ("1.10) Họp", UnitKind.POINT, "1.10"),
        ("2.1.3 Họp", UnitKind.POINT, "2.1.3"),
        ("1.2.Họp", UnitKind.POINT, "1.2"),
    ],
)
def test_a_dotted_number_says_that_it_is_one(text: str, kind: UnitKind, label: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.kind, found.label, found.is_dotted) == (kind, label, True)


@pytest.mark.parametrize(
    ("text", "is_strong"),
    [
        ("Điều 5. Họp", True),
        ("Điều 5", True),
        ("Điều 5 Họp", False),
        ("II. Tổ chức", False),
        ("1. Họp", True),
        ("A) Họp", True),
        ("Chương II Tổ chức", True),
    ],
)
def test_whether_the_form_alone_convinces(text: str, is_strong: bool) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.is_strong, found.is_dotted) == (is_strong, False)
