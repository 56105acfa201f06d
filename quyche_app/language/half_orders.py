"""Words of a sentence that make its order less, or another one, than its form says: a part that is not named,
a place said by half, a range over several articles, pairs that go one by one, a change that is only wished.

"Bãi bỏ một số nội dung tại Điều 12", "Bãi bỏ khoản 3 của Điều 9 và của Điều 13", "Khoản 3 nên được bãi bỏ".
Such a sentence is told. Source: docs/field.md 4.10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.lexer import without_quotations
from quyche_app.language.orders import Order

_UNIT = r"(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục)"
_CONTENT = r"(?:nội dung|quy định|ý|phần|vấn đề)"
# "một số nội dung tại Điều 12", "quy định tương ứng tại Phụ lục II", "các mục trong Chương IV"
_VAGUE = late(
    rf"\b(?:một số|một phần|một vài|phần lớn|nhiều)\s+(?:(?:của|trong)\s+)?(?:{_CONTENT}\s+)?"
    rf"(?:(?:tại|của|ở|trong|thuộc)\s+)?(?=(?:các\s+)?{_UNIT}\s+(?:\d|[IVX]+\b|[a-zđ]\b))"
    rf"|\b{_CONTENT}\s+(?:(?:có liên quan|liên quan|tương ứng|sau đây|sau|tương tự|trên)\s+)+"
    rf"(?:tại|của|ở|trong|thuộc)\s+(?={_UNIT}\s)"
    rf"|\bcác\s+(?:mục|chương|phần|khoản|điểm|điều)\s+(?:trong|của|thuộc|ở)\s+(?={_UNIT}\s)",
    re.IGNORECASE,
)
# "khoản 3 của Điều 9 và của Điều 13": khoản 3 of both, or Điều 13 as a whole.
_SHARED = late(
    rf"\b(?:khoản|điểm|tiết)\s+[\w.]{{1,4}}\s+(?P<of>của|tại|ở|thuộc|trong)\s+{_UNIT}\s+[\w.]{{1,5}}"
    rf"[^.;:“”]{{0,40}}?(?:,|\s+và)\s+(?P=of)\s+{_UNIT}\s",
    re.IGNORECASE,
)
_RANGE = late(
    r"\btừ\s+(?:khoản|điểm)\s[^.;:“”]{1,20}?\bĐiều\s+(?P<first>\w{1,4})\s+(?:cho\s+)?đến\s+(?:hết\s+)?"
    r"(?:khoản|điểm)\s[^.;:“”]{1,20}?\bĐiều\s+(?P<last>\w{1,4})",
    re.IGNORECASE,
)
_ONE_BY_ONE = late(
    r"\b(?:lần lượt|tương ứng|theo thứ tự)\s+(?:(?:tại|ở|trong|của|với)\s+(?:các\s+)?)?"
    rf"(?=(?:các\s+)?{_UNIT}\s)",
    re.IGNORECASE,
)
_WISHED = late(
    r"(?:\bsẽ|\bnên|\bcần|\bcó thể|\bdự kiến|\bđề nghị|\bphải)\s+(?:được\s+)?"
    r"(?:sửa|thay|bãi bỏ|bỏ|hủy bỏ|bổ sung|thêm|chuyển|gộp|tách|điều chỉnh)\b",
    re.IGNORECASE,
)
# "Khoản 3 Điều 8, vế thứ nhất thay …": no part of a sentence that can be told.
_HALF = late(
    r"\b(?:vế|nửa)\s+(?:thứ\s+)?(?:nhất|hai|đầu|sau|trước|cuối|trên|dưới)\b"
    r"|\bphần\s+(?:đầu|sau|trước|cuối|trên|dưới)(?=\s*(?:[,:)]|thay|sửa|bỏ|thêm|của|khoản|điều))"
    r"|(?<=\w\s)câu\s+(?:trên|dưới)\b",
    re.IGNORECASE,
)
# "tại Điều 7 (trừ khoản 3), Điều 8": what is left out ends a list, and is of one of two articles.
_LEFT_OUT = r"(?:trừ|ngoại trừ|không kể|không gồm)"
_LEFT_OUT_INSIDE = late(
    rf"\b(?P<kind>điều|chương|mục|phần|khoản)\s+\w{{1,5}}\s*[,(]?\s*{_LEFT_OUT}\s[^;“”]{{1,40}}?[),;]?"
    r"\s*(?:[,;]|\bvà\b)\s*(?:tại\s+|trong\s+)?(?P=kind)\s+\w{1,5}\b",
    re.IGNORECASE,
)
_LEFT_OUT_OF_SEVERAL = late(
    rf"\bđiều\s+\w{{1,4}}\s*(?:,|\bvà\b)\s*(?:điều\s+)?\d\w{{0,3}}\s*[,(]?\s*{_LEFT_OUT}\s+(?:các\s+)?"
    r"(?:khoản|điểm|câu|đoạn)\s(?![^“”;]*\bđiều\s+\d)",
    re.IGNORECASE,
)
# "từ Điều 9 đến trước Điều 12"
_UP_TO = late(r"\bđến\s+trước\s+(?:điều|khoản|điểm|chương|mục|phần)\s+\w{1,4}\b", re.IGNORECASE)
# "khoản 3 của Điều 7, Điều 8": of both, or Điều 8 as a whole.
_OF_SEVERAL = late(
    r"\b(?:khoản|điểm)\s+\w{1,4}\s+của\s+(?P<kind>điều|khoản)\s+\w{1,4}\s*(?:,"
    r"|\bvà\b)\s*(?P=kind)\s+\w{1,4}\b",
    re.IGNORECASE,
)
# "ba khoản 1, 2 Điều 10", "02 Điều 8a": as many as are counted must be named.
_LABEL = r"(?<!\w)(?:\d{1,3}(?:\.\d{1,2})*[a-zđ]?\d?|(?-i:[IVX]{1,5})|[a-zđ]\d?)(?!\w|[/.-]\w)"
_BESIDE = "".join(
    f"(?<!{word} )"
    for word in (
        "khoản", "điểm", "điều", "tiết", "mục", "chương", "phần", "câu", "đoạn", "ý", "dòng", "gạch", "thứ",
        "số", "phụ lục", "cột", "ngày", "tháng", "năm", "quý", "lần", "mỗi", "tự", "hoặc",
        "và", "đến", ",", "-", "–",
    )
)  # fmt: skip
_COUNTED = late(
    rf"(?<![\w.,/-]){_BESIDE}(?P<count>hai|ba|bốn|năm|sáu|0?[2-9])\s+(?P<kind>khoản|điểm|điều|chương)\s+"
    rf"(?P<labels>{_LABEL}(?:(?:\s*,\s*|\s+và\s+)(?:(?P=kind)\s+)?{_LABEL})*)",
    re.IGNORECASE,
)
_SPOTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_TAKES_ALL = frozenset((Verb.REPEAL, Verb.REPLACE, Verb.SUSPEND))


def half_said(text: str, orders: Sequence[Order]) -> str:
    """Give the words of a sentence that leave open what its orders are about, or whether they are orders; ""
    when none do."""
    return next(_half_said(without_quotations(text), orders), "")


def _half_said(words: str, orders: Sequence[Order]) -> Iterator[str]:
    if any(order.verb in _TAKES_ALL and not order.pairs for order in orders):
        yield from _found(_VAGUE, words)
    yield from _found(_SHARED, words)
    for found in _RANGE.finditer(words):
        if found["first"].lower() != found["last"].lower():
            yield found.group()
    if _goes_one_by_one(orders):
        yield from _found(_ONE_BY_ONE, words)
    yield from _found(_WISHED, words)
    for form in (_HALF, _LEFT_OUT_INSIDE, _LEFT_OUT_OF_SEVERAL, _UP_TO, _OF_SEVERAL):
        yield from _found(form, words)
    for found in _COUNTED.finditer(words):
        count = _SPOTS.get(found["count"].lower()) or int(found["count"])
        if count != len(re.findall(_LABEL, found["labels"], re.IGNORECASE)):
            yield found.group()


def _found(pattern: re.Pattern[str], words: str) -> Iterator[str]:
    return (found.group().strip() for found in pattern.finditer(words))


def _goes_one_by_one(orders: Sequence[Order]) -> bool:
    """Whether several words have several places each, or several clauses several articles."""
    pairs = [pair for order in orders for pair in order.pairs]
    many = len(pairs) > 1 and any(len(pair.places) > 1 for pair in pairs)
    return many or any(len(order.targets) > 3 and not order.results for order in orders)
