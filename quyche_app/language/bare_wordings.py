"""New wording that stands behind its order without quotation marks: "Khoản 2 Điều 5 viết lại: Văn phòng …".

Source: docs/field.md 4.3. Whoever reads an order so says that the marks are missing.
"""

from __future__ import annotations

import re

from quyche_app.domain.patterns import late
from quyche_app.domain.texts import CAPITALS
from quyche_app.language.vocabulary import VERB_WORDS
from quyche_app.language.word_order import begins_with_place

_LABEL = r"(?:[-+–•]\s+|\d{1,2}(?:\.\d{1,2})?[.)]?\s+|[a-zđ]\)\s+)"
_BARE = late(
    r"^(?P<order>[^“”«»\"\n]{4,160}?(?::|\b(?:sửa|viết)(?:\s+lại)?\s+là))\s+"
    rf"(?P<words>{_LABEL}?[{CAPITALS}][^“”«»\"\n]{{3,}}[^“”«»\"\n:])$"
)
_ANNOUNCES = late(
    r"\b(?:sửa|viết|đổi|thay|thêm|bổ sung|điều chỉnh|quy định|nội dung|nay là)\b[^;.]*$",
    re.IGNORECASE,
)
_PLACE_ALONE = late(
    r"^(?:(?:điều|khoản|điểm|tiết|mục|chương|phần|gạch|đầu|dòng|đoạn|câu|ý|dấu|cộng|nội|dung|tại|của|thứ|và"
    r"|nhất|hai|ba|tư|năm|cuối|cùng)\b|\d[\d.]*[a-zđ]?\b|[IVX]{1,4}\b|[a-zđ]\b|[-–+,\s])+:$",
    re.IGNORECASE,
)
_ORDERS = late(rf"(?:{VERB_WORDS})\b", re.IGNORECASE)
_STAYS = late(r"\bgiữ nguyên\b", re.IGNORECASE)  # of a list of what changes and what does not
_PIECE = late(r"[;.]\s+")


_AMOUNT = r"\d[^“”«»\";:,]{0,40}?"
# "Nâng mức chi tại khoản 1 Điều 8 từ 300.000 đồng lên 500.000 đồng": the amounts are words of the place.
_RAISED = late(
    r"^(?:nâng|tăng|giảm|điều chỉnh)\s[^“”«»\";:]{0,60}?\b(?:tại|ở)\s+"
    r"(?P<place>(?:điểm|khoản|điều)\s[^“”«»\";:]{1,50}?)\s+"
    rf"từ\s+(?P<old>{_AMOUNT})\s+(?:lên|xuống|thành|còn)\s+(?P<new>{_AMOUNT})(?P<end>[.;]?\s*)$",
    re.IGNORECASE,
)
# "Khoản 1 Điều 5: mức trích tối thiểu từ 5% nâng lên 10%."
_RAISED_BEHIND = late(
    r"^(?P<place>(?:điểm|khoản|điều)\s[^“”«»\";:]{1,50}?)\s*:\s*[^\d“”«»\";:]{0,50}?\btừ\s+"
    rf"(?P<old>{_AMOUNT})\s+(?:nâng|tăng|giảm)?\s*(?:lên|xuống|thành|còn)\s+(?P<new>{_AMOUNT})(?P<end>[.;]?\s*)$",
    re.IGNORECASE,
)


def _amounts(text: str) -> str | None:
    """An order to raise or lower an amount, as one on words."""
    found = _RAISED.match(text) or _RAISED_BEHIND.match(text)
    if found is None:
        return None
    return f"Thay “{found['old']}” bằng “{found['new']}” tại {found['place']}{found['end']}"


_OF_NAME = late(r"(?:tên|tiêu đề)\s+(?:điều|khoản|chương|mục)\b", re.IGNORECASE)


def with_marks(text: str) -> tuple[str, bool]:
    """Give a sentence with quotation marks round the new wording that lacks them, and whether it does.

    A wording that goes on with what may be an order is left as it is: where it ends is not known.
    """
    if (amounts := _amounts(text)) is not None:
        return amounts, True
    found = _BARE.match(text)
    if found is None or not _is_announced(found["order"]):
        return text, False
    pieces = _PIECE.split(found["words"])
    if _OF_NAME.match(found["order"]):
        pieces = pieces[1:]  # "Tên điều viết lại: Điều 7. Các Phó Chủ tịch"
    if any(map(_may_order, pieces)) or _STAYS.search(found["words"]):
        return text, False
    return f"{found['order']} “{found['words']}”", True


def _is_announced(order: str) -> bool:
    if _PLACE_ALONE.match(order):
        return True
    is_placed = _may_order(order) or _OF_NAME.match(order) is not None
    return is_placed and _ANNOUNCES.search(order) is not None


def _may_order(piece: str) -> bool:
    return begins_with_place(piece) or _ORDERS.match(piece) is not None


_CALLED = r"(?:(?:cụm\s+)?từ\s+|chữ\s+|câu\s+)?"
_RANGE = late(
    r"(?P<led>\b(?:đoạn(?: văn)?|phần|nội dung|cụm từ|lời văn|bỏ)\s+)"
    rf"từ\s+{_CALLED}[“«\"](?P<first>[^“”«»\"]+)[”»\"]"
    rf"\s*,?\s*(?:cho\s+)?đến\s+(?:hết\s+)?{_CALLED}[“«\"](?P<last>[^“”«»\"]+)[”»\"]",
    re.IGNORECASE,
)


def with_stretches(text: str) -> str:
    """Give a sentence with the words from one quotation to another as one: "đoạn từ “A” đến “B”" → "cụm từ
    “A … B”"."""
    return _RANGE.sub(_stretch, text) if " đến " in text else text


def _stretch(found: re.Match[str]) -> str:
    led = found["led"] if found["led"].strip().lower() == "bỏ" else ""
    return f"{led}cụm từ “{found['first'].strip()} … {found['last'].strip()}”"
