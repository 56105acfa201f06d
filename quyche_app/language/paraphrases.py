"""Ways of saying that mean no more than a plainer one: "Đ.2, k.1", "con số “A” nâng lên “B”", "Cũng Điều 2".

Orders are read in the plain words; nothing in quotation marks is looked at. Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.language.lexer import quotes

_QUOTED = r"(?=[“„«\"])"
_BEHIND = r"(?<=[”»\"])\s+(?:nay\s+|được\s+|thì\s+)*"
_CALLED = "mấy chữ|các chữ|chữ|chức danh|con số|số tiền|số|mức|tỷ lệ|đồng chí|cụm chữ|dòng chữ|phần|danh từ"
_UNIT = r"(?:điều|khoản|điểm|tiết|mục|chương|phần)"
_PART = r"(?:khoản|điểm|tiết|gạch đầu dòng|đoạn|câu|ý)"


class _Plainer(NamedTuple):
    """Words and what is read in their place."""

    pattern: re.Pattern[str]
    plain: str


def _plainer(*table: tuple[str, str]) -> tuple[_Plainer, ...]:
    return tuple(_Plainer(late(pattern, re.IGNORECASE), plain) for pattern, plain in table)


_TABLE = _plainer(
    # Names of places, shortened and run together.
    (r"(?<![\w.])đ\.\s?(?=\d)", "Điều "),
    (r"(?<![\w.])k\.\s?(?=\d)", "khoản "),
    (rf"(?<=\d)\s?/\s?(?={_UNIT}\s)", " "),
    (
        r"^(?P<section>[IVX]{1,4})\.(?:\d{1,2}\.)?(?P<number>\d{1,2}\.\d{1,2})(?=\s*[:,])",
        r"Mục \g<section>, tiết \g<number>",
    ),
    (r"^(?:cũng|vẫn)\s+(?:tại\s+|ở\s+)?(?=điều\s)", ""),
    (
        r"(?<![\w.])(?:hai|ba|bốn|năm|cả)\s+(?P<unit>khoản|điểm|tiết|điều)"
        r"(?=\s+(?:\d|[a-zđ]\b)[\w., ]*(?:,|và)\s)",
        r"các \g<unit>",
    ),
    (rf"(?<=[\dIVX])\s+\((?P<part>{_PART}\s+(?:\w+\s+){{0,3}}?\w+)\)", r", \g<part>"),
    (r"\bcâu sau cùng\b", "câu cuối"),
    (r"\bkhoản sau cùng\b", "khoản cuối"),
    (rf"\s+[-–]\s+(?:đồng chí|ông|bà)\s[^-–:;,“”\"]{{3,60}}\s+[-–]\s+(?={_UNIT}\s)", ", "),
    (rf"(?<=[\w)])\s+[-–]\s+(?={_PART}\s)", ", "),
    # What words are called.
    (rf"\b(?:{_CALLED})\s+{_QUOTED}", "cụm từ "),
    (rf"\bchỗ nào (?:ghi|viết|có)\s+(?:là\s+)?(?:cụm từ\s+)?{_QUOTED}", "cụm từ "),
    # What is done with them: "“A” sửa “B”", "“A” nâng lên “B”", "“A” đọc là “B”".
    (
        rf"{_BEHIND}(?:(?:sửa|đổi|thay)|(?:nâng|tăng|giảm|hạ|rút|rút ngắn)(?:\s+(?:lại|lên|xuống))?"
        rf"(?:\s+(?:thành|còn|là))?|(?:đọc|viết)(?:\s+lại)?\s+(?:là|thành))\s+(?:cụm từ\s+)?{_QUOTED}",
        " thành ",
    ),
    # How new wording is announced.
    (r"\bnay\s+(?=(?:viết|sửa|đổi|quy định)\s*(?:lại\s*)?(?:như sau|là|thành)?\s*:)", ""),
    (r"\b(?:viết|sửa|quy định)\s+(?:lại\s+)?toàn bộ\b", "viết lại"),
    (r"\bviết\s+(?=(?:như sau|là)?\s*:)", "viết lại "),
    (r"\bviết\s*:", "viết lại:"),
    (r"\b(?:với|có)\s+nội dung(?:\s+như)?(?:\s+sau(?:\s+đây)?)?\s*:", "như sau:"),
    (
        r"\b(?:sửa|đổi|điều chỉnh|chỉnh sửa)\s+(?:mấy|một số)\s+(?:chỗ|điểm|ý|nội dung)(?:\s+sau)?\s*(?=:)",
        "sửa đổi ",
    ),
    (r"\bcho\s+(?=(?:điều|khoản|điểm|mục|chương)\s+[\dIVXa-zđ])", "vào "),
    (r"\bhợp nhất\b", "nhập"),
    (r"\b(?:đổi số|đánh số lại|đánh lại số|đổi lại số)(?:\s+(?:là|thành))\b", "chuyển thành"),
    (r"\bchuyển\s+(?:lên|xuống)\s+thành\b", "chuyển thành"),
    (r"\bghép lại\b|\bghép\b", "nhập"),
    # What is said beside an order, and orders nothing.
    (r"\s+không còn phù hợp,?\s+(?:nay\s+)?(?=(?:bãi |lược |loại |hủy )?bỏ\b)", " "),
    (r"(?<=không thực hiện) nữa(?=\s*[.;]?\s*$)", ""),
    (rf"^không áp dụng(?=\s+(?:các\s+)?{_UNIT}\s)", "không thực hiện"),
    (
        r",\s+số thứ tự (?:của )?các \w+ (?:sau|khác|còn lại) (?:không thay đổi|giữ nguyên)(?=\s*[.;]?\s*$)",
        "",
    ),
    (r"\s+hiện (?:nay|hành)(?=\s+(?:chuyển|đổi|sửa|được|nay)\b)", ""),
)


def plain_words(text: str) -> str:
    """Give a sentence with its turns of phrase in plainer words."""
    has_capital = text[:1].isupper()
    for pattern, plain in _TABLE:
        if pattern.search(text):
            text = _changed(pattern, plain, text)
    return capital(text) if has_capital else text


def _changed(pattern: re.Pattern[str], plain: str, text: str) -> str:
    inside = [(start, end) for start, end, _ in quotes(text)]
    for found in reversed(list(pattern.finditer(text))):
        if not any(start < found.start() < end - 1 for start, end in inside):
            text = f"{text[: found.start()]}{found.expand(plain)}{text[found.end() :]}"
    return text
