"""How a line begins that orders something: with a verb, with its place, or with the words it changes.

Seen alone, before anything is read: so the reader of files tells the items of an amending act, and the
reader of amendments what has to be told. Source: docs/field.md 4.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.natural.words import CHANGE_WORDS, GOES, PUTS, UNITS
from quyche_app.language.paraphrases.plain_words import plain_words
from quyche_app.language.topic_heads import has_head
from quyche_app.language.typing_slips import may_begin_with_slip, mended
from quyche_app.language.vocabulary import BEFORE_ORDERS, NO_VERB_BEFORE, OPENERS, VERB_WORDS, VERBS
from quyche_app.language.word_order import begins_with_place, without_opener

if TYPE_CHECKING:
    from quyche_app.language.orders import Order

# Before a place it takes more to be an order: "không quy định" alone begins many a sentence.
_VERB = late(
    rf"(?:(?:{'|'.join(OPENERS)})\s+)?(?!(?:không|tạm)\s)(?:{VERB_WORDS})(?!\s+(?:{'|'.join(NO_VERB_BEFORE)})\b)"
    r"(?=[\s,:;])"
    r"|không (?:thực hiện|quy định|áp dụng)(?: nội dung)?(?: tại)? (?:các )?(?:điều|khoản|điểm) "
    r"|tạm (?:ngưng|dừng|đình chỉ)(?: (?:hiệu lực|thực hiện|thi hành|áp dụng))?(?: của| đối với| tại)?"
    r" (?:các )?(?:điều|khoản|điểm|chương|mục) "
    r"|không (?:dùng|sử dụng) (?:các )?(?:cụm từ|từ|chữ) ",
    re.IGNORECASE,
)


# "Khoản 2, Điều 5 sửa đổi như sau:", "Điểm b khoản 1 Điều 12: “90 ngày” nay là “60 ngày”": Party offices
# name the place first.
_UNIT = (
    r"(?:(?:Điều|Khoản|Điểm|Tiết|(?:Tiểu )?Mục|Chương|Phần|Phụ lục|Số thứ tự|Ý)\s+(?:thứ\s+|số\s+)?"
    r"(?:[\dIVXLC]\w{0,4}(?:\.\w{1,2})*|[a-zđ]\d?|[“\"«][a-zđ]\d?[”\"»])(?!\w)(?:\s+mới\b)?"
    r"|(?:Tên|Tiêu đề|Đoạn|Câu|(?:Dấu )?gạch (?:đầu dòng|ngang)|Phần căn cứ|Khoản cuối)\b)"
)
_ORDERING = rf"(?<!được )\b(?:{VERB_WORDS}|nay là|nay ghi là)\b"
_PLACE_FIRST = late(
    r"(?:\(\s*)?(?:(?:Tại|Trong|Ở|Về|(?:Riêng )?Đối với|(?:(?:Ngay|Liền|Tiếp) )?(?:sau|trước)|Giữa|Cuối"
    r"|Từ|Toàn bộ|Riêng"
    r"|Nội dung(?: quy định)?(?: tại| của)?|Để\s[^:“”]{3,120}?,)\s+)?(?:các\s+)?"
    rf"{_UNIT}(?:[^“”\"«».:;]{{0,120}}?{_ORDERING}"
    # Several places, or a place and what is in it behind a colon, and the order behind them.
    rf"|(?:[\s,;:–-]+(?:của\s+|các\s+|sau\s+|trước\s+)?{_UNIT}){{1,12}}\s*:?[^“”\"«».:;]{{0,80}}?{_ORDERING}"
    # Words of the place: "Khoản 2 Điều 6 nâng từ “05 ngày” lên “07 ngày”".
    rf"|(?:[\s,–-]+{_UNIT})*\s*[:,]?\s+(?:nâng|tăng|giảm|rút|(?:sau|trước|các)?\s*(?:cụm từ|từ|chữ|số))\s"
    r"[^“”.:;]{0,40}[“\"«]"
    # Nothing but places before a colon, and words in brackets.
    r"|(?:[\s,–-]+(?:(?:tại|của|và|các|số|thứ|từ|đến|nhất|hai|ba|tư|năm|cuối|cụm|chữ)\b"
    r"|\d{1,3}[a-zđ]?\b|\([^()]*\)"
    rf"|{_UNIT}))*\s*(?:\([^()]*\)\s*)?:\s*(?:$|[“\"«]|{_ORDERING})"
    rf"|(?:[\s,:–-]+{_UNIT})*(?:\s+(?:của|trong|thuộc)\s[^“”\"«».:;]{{0,40}})?\s*[,:]?\s*[“\"«])",
    re.IGNORECASE,
)


# "Trong toàn văn Quy chế, cụm từ “A” sửa thành “B”", "Cụm từ “A” tại Điều 3 đổi thành “B”".
_WORDS_FIRST = late(
    r"(?:(?:Trong\s+|Tại\s+)?(?:toàn bộ|toàn văn|cả)\b[^“”\"«».:;]{0,60}?\b(?:thay|sửa|đổi|bỏ|cụm từ|từ|chữ)"
    r"|(?:các\s+)?(?:cụm từ|từ ngữ|từ|chữ|dấu))\s[^“”\"«».:;]{0,20}[“\"«][^“”\"«»]*[”\"»]"
    rf"[^“”\"«».:;]{{0,120}}?\b{_ORDERING}",
    re.IGNORECASE,
)


# Letters that tell whether a paragraph begins an order, and among them those where a slip hides its verb.
_LONGEST_BEGINNING = 600
_MENDED = 100


def is_order(words: str) -> bool:
    """Tell whether words after a label begin like an instruction."""
    if not _may_begin(words):
        return False
    beginning, rest = words[:_MENDED], words[_MENDED:_LONGEST_BEGINNING]
    words = without_opener(f"{mended(beginning).text}{rest}")
    if any(form.match(words) for form in (_VERB, _PLACE_FIRST, _WORDS_FIRST)):
        return True
    words = plain_words(words)
    if any(form.match(words) for form in (_VERB, _PLACE_FIRST, _WORDS_FIRST)):
        return True
    if not (_MAY_ORDER.match(words) or begins_with_place(words)):
        return False
    return _ORDERS.search(words) is not None and _holds_order(words)


def _holds_order(words: str) -> bool:
    """Whether the grammar reads an order that the tables do not see. Few lines come so far, none of most
    regulations, and the grammar takes a third of the time in which ``quyche outline`` starts."""
    from quyche_app.language.statements import read_statement

    return any(_is_whole(order, words) for order in read_statement(words).orders)


_FIRST_WORDS = frozenset(
    words.split()[0] for words in (*(verb for verb, _ in VERBS), *OPENERS, *BEFORE_ORDERS)
)


_SHORTENED = late(r"[Đđ]\.\s?\d|[IVX]{1,4}\.\d")  # "Đ.2, k.1", "II.2.3"


def _may_begin(words: str) -> bool:
    """Whether a line begins with a word that some order begins with: most lines of a law do not."""
    first = words[:12].partition(" ")[0].lower().rstrip(",:;")
    if first in _FIRST_WORDS or _SHORTENED.match(words) or has_head(words):
        return True
    return words[:1] in '(“"«' or may_begin_with_slip(words)


def _is_whole(order: Order, words: str) -> bool:
    """Whether an order says all it needs: "Điều 5. Sửa đổi" gives no new wording and announces none."""
    if order.unknown:
        return False
    if order.inline is not None or order.verb not in (Verb.AMEND, Verb.INSERT):
        return True
    return words.rstrip().endswith(":") or "như sau" in words


_MAY_ORDER = late(
    r"[“\"«][^“”\"«»]{1,200}[”\"»]\s+(?:tại|ở|trong|đều|nay|được|đổi|sửa|thay|bãi|bỏ)\b"
    r"|không\s+(?:thực hiện|quy định|áp dụng|dùng|sử dụng)\b"
    r"|(?:trong\s+|tại\s+|ở\s+)?(?:toàn bộ|toàn văn|cả|tất cả)\b"
    r"|(?:tất cả |mọi )?(?:các |những )?(?:cụm từ|từ ngữ|từ|chữ|dấu|chỗ ghi)\s+[“\"«]"
    r"|(?:(?:ngay|liền) )?(?:sau|trước)\s+(?:(?:cụm từ|từ|chữ)\s+)?[“\"«]"
    rf"|(?:(?:{'|'.join(OPENERS)})\s+)?(?:dùng|lấy)\s.{{0,12}}[“\"«]"
    # In the natural style: "Đưa khoản 4 … xuống làm …", "Thời hạn trả lời ở khoản 2 … rút từ “A” …".
    rf"|(?:xen|đặt|đưa|đảo|hoán đổi|{GOES}|{PUTS})\s"
    rf"(?:vào\s+|vị trí\s+)*(?:giữa\s|sau\s|trước\s|cuối\s|{UNITS})|dòng\s+(?:số\s+)?\d"
    rf"|{CHANGE_WORDS}\s+(?:thời hạn|mức|số tiền|số)\s"
    r"|(?:thời hạn|mức|số tiền|tên gọi|chức danh|chữ viết tắt|tên)\s[^“”:;]{0,80}[“\"«]"
    rf"|(?:thời hạn|mức|số tiền)\s[^“”:;]{{0,40}}\d[^“”:;]{{0,80}}\b(?:{CHANGE_WORDS}|nay)\s",
    re.IGNORECASE,
)
_ORDERS = late(
    rf"\b(?:{VERB_WORDS}|(?!quy định){CHANGE_WORDS}|{GOES}|{PUTS}"
    r"|nay là|thành|lấy tên|mang (?:số|chữ)|đưa|đảo|đánh"
    r"|hoán đổi|hợp nhất|ghép)\b",
    re.IGNORECASE,
)


_PLACE_ALONE = late(rf"(?:(?:Về|Tại|Đối với|Trong)\s+)(?:{_UNIT}[\s,–-]*)+:?\s*$", re.IGNORECASE)


def leads_to_orders(words: str) -> bool:
    """Tell whether words after a label name a place for the orders under it: "Về Chương II"."""
    return bool(_PLACE_ALONE.match(words))
