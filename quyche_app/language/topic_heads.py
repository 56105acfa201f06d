"""What a sentence says of its matter before it orders: "Việc giao ban tại Điều 8: khoản 1 bỏ", "Đồng chí Lê
Văn Hậu (mục II, số 1): gạch đầu dòng thứ ba bỏ". The place in it stays, the matter goes.

A matter that limits, denies or counts is no such head; it stays and is told. Source: docs/field.md 4.4.
"""

from __future__ import annotations

import re

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import capital
from quyche_app.language.lexer import quotes
from quyche_app.language.natural.words import ADDS, CALLED, CHANGE_WORDS, GOES, UNIT, UNITS

# What limits an order, or makes it depend on something.
_LIMITS = (
    r"(?:không|chưa|chỉ|trừ|riêng|ngoài|nếu|khi|trường hợp|tạm|dự kiến|đề nghị|kiến nghị|phương án"
    r"|ví dụ|thí điểm"
    r"|trước mắt|đến hết|kể từ|còn lại|giữ nguyên)"
)
_MATTER = rf"(?:(?!\b{_LIMITS}\b)[^():“”„«»\"';\d])"
_PART = r"(?:tên|tiêu đề|đoạn|câu|gạch đầu dòng|ý|dòng|cột|bảng|khoản|điểm|điều|mục|chương|phần|phụ lục)"
_VERB = rf"(?:{CHANGE_WORDS}|{GOES}|{ADDS}|tách|gộp|nhập|chuyển|đưa|đánh|sắp xếp|hoán đổi)"
_ORDER_FOLLOWS = (
    r"(?=[“„«\"]|(?:tại\s+|ở\s+|trong\s+)?(?:các\s+|toàn bộ\s+|cả\s+|sau\s+|trước\s+|cuối\s+)?"
    rf"{_PART}\b|{_VERB}\b|{CALLED}\s+[“„«\"]|$)"
)
_OF_ACT = r"(?:\s+(?:của\s+)?(?:Quyết định|Quy chế|Quy định)\b[^:“”;()]{0,60}?)?"
_PLACE = rf"(?P<place>{UNITS}{_OF_ACT}|Phụ lục)"

# "Bảng phân công (mục IV, số 6):", "Đồng chí Lê Văn Hậu (mục II, số 1) thôi phụ trách an ninh:"
_PLACED_BEHIND = late(
    rf"(?!{_VERB}\b)(?!{UNIT})(?:"
    rf"(?!\b{UNIT}){_MATTER}){{3,90}}?\s\({_PLACE}\){_MATTER}{{0,80}}:\s*{_ORDER_FOLLOWS}",
    re.IGNORECASE,
)
# "Việc sửa đổi đối tượng áp dụng tại khoản 2 Điều 1: khoản này viết lại là “…”"
_THE_DOING = late(
    rf"Việc\s(?:(?!\b{UNIT}){_MATTER}){{2,120}}?(?:\b(?:tại|của|trong|ở"
    rf"|đối với)\s+)?{_PLACE}\s*:\s*{_ORDER_FOLLOWS}",
    re.IGNORECASE,
)
# "Việc tiếp công dân: câu thứ hai khoản 2 Điều 14 …", "Đồng chí Tú chuyển công tác: mục III, số 2 …"
_NO_PLACE = late(
    rf"(?:Việc|Đồng chí|Về việc|Lỗi)\s(?:(?!\b{UNIT}){_MATTER}){{2,90}}?\s*:\s*{_ORDER_FOLLOWS}",
    re.IGNORECASE,
)
# "Việc thay cụm từ “A” bằng cụm từ “B” tại khoản 2 Điều 7."
_DOING = late(rf"Việc\s+(?={_VERB}\b[^:]*(?:$|:\s*$|:\s*[“„«\"]))", re.IGNORECASE)
_ITSELF = late(
    rf"(?:toàn bộ\s+)?(?:khoản|điều|điểm|đoạn|câu|mục|phụ lục|chương)\s+này\s+(?=(?:nay\s+"
    rf"|được\s+)*{_VERB}\b)",
    re.IGNORECASE,
)
_BEGINS = late(
    r"(?:Việc|Đồng chí|Về việc|Lỗi|[A-ZĐ]\w+\s(?:[^():“”]{2,90}?)\((?:mục|phần|khoản|điều)\s)"
)


def has_head(text: str) -> bool:
    """Tell whether a sentence may begin with what it says of its matter."""
    return _BEGINS.match(text) is not None


_PERSON = late(r"(?:đồng chí|ông|bà)\b", re.IGNORECASE)
_DOING_FIRST = late(rf"(?:Việc|Về việc|Lỗi)\s+(?:{_VERB}|bãi bỏ|phân công)\b", re.IGNORECASE)


def matter_of(text: str) -> str:
    """Give the words in which a sentence says its matter before its place: "Việc cưỡng chế tại khoản 2
    Điều 8: bãi bỏ" → "cưỡng chế"; "" where it has none, or no more than the order says."""
    for form in (_PLACED_BEHIND, _THE_DOING):
        found = form.match(text)
        if found is not None and not _DOING_FIRST.match(text):
            said = text[: found.start("place")]
            return _AROUND.sub("", said).strip()
    return ""


_AROUND = late(
    r"^(?:Việc|Về việc)\s+|\s*\(?(?:\b(?:tại|của|trong|ở|đối với))?\s*\(?$", re.IGNORECASE
)


def names_person(matter: str) -> bool:
    """Tell whether a matter is a person: "Đồng chí Lê Văn Hậu"."""
    return _PERSON.match(matter) is not None


def without_head(text: str) -> str:
    """Give a sentence without what it says of its matter before the order; its place stays."""
    if not has_head(text):
        return text
    first = next((start for start, _, _ in quotes(text)), len(text))
    for form in (_PLACED_BEHIND, _THE_DOING):
        found = form.match(text)
        if found is not None and found.end("place") < first:
            rest = text[found.end() :]
            itself = _ITSELF.match(rest)
            rest = rest[itself.end() :] if itself is not None else rest
            return f"{capital(found['place'])}: {rest}".rstrip()
    found = _NO_PLACE.match(text) or _DOING.match(text)
    if found is None or found.end() > first:
        return text
    return capital(text[found.end() :]) or text
