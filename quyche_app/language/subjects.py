"""What an order on words says besides its place and its words: whose amount, of which report. The words it
changes are then those of one spot.

"Khoản 1 Điều 10: thời hạn gửi báo cáo tháng “ngày 20” thay bằng “ngày 25”" changes one of three dates.
Source: docs/field.md 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.operations import ABOUT, COUNTED
from quyche_app.domain.patterns import late
from quyche_app.language.lexer import TokenKind, tokenize, without_quotations
from quyche_app.language.orders import Order, WordPair
from quyche_app.language.paraphrases.fragments import ALL_PARTS
from quyche_app.language.topics import is_history
from quyche_app.language.vocabulary import BEFORE_ORDERS, VERBS

_COMMON = frozenset(
    word
    for words in (
        *(verb for verb, _ in VERBS),
        *(word for word in BEFORE_ORDERS if word != "biểu"),
        "và hoặc hay cùng với của thuộc vào ra lên xuống tới đến trên dưới này đó ấy kia đây nay",
        "được bị đều thì sẽ cũng vẫn đã đang là thành bằng bởi như sau trước còn chỉ nêu quy định",
        "quy chế văn bản toàn bộ văn tất cả xuất hiện có chỗ nơi nào ghi viết đọc gọi hiểu chung",
        "thống nhất tương ứng lần lượt mỗi đúng thứ nhất hai ba tư năm sáu bảy tám chín mười một đầu cuối",
        "giữa cùng cột hàng bảng danh mục con số cụm chữ ngữ câu đoạn vế mệnh đề phần nội dung lời",
        "thời hạn thời gian mức định hệ tỷ lệ ngưỡng tiền số lượng hạn chức danh tên tiêu đề cho để",
        "nâng giảm tăng rút ngắn kéo dài hạ lùi dấu phẩy chấm hoa viết cái đi lại nữa hẳn mới cũ",
        "hiện hành trừ riêng kể bao gồm cụ thể tại ở trong từ ngoài giống đồng chí xin nhằm phù hợp",
        "khác giữ nguyên không thay lại điều khoản này ngày tháng năm kèm theo làm việc",
        "diễn đạt đã in đọc nhập gom áp dụng tiểu nhầm hết ngoại",
    )
    for word in words.split()
)
_ACT = late(
    r"(?:bản\s+)?(?:Quy chế|Quy định|Nội quy|Quyết định|Nghị quyết|Điều lệ|Hướng dẫn"
    r"|Quy trình|Quy ước|Chương trình|Kế hoạch|Đề án)\b[^,;:()]*"
    r"(?:,?\s+ngày\s+[\d/.\s]+(?:tháng\s+\d+\s+năm\s+\d+)?)?"
)
_BRACKET = late(r"\((?P<words>[^()]*)\)")


def subject_of(text: str, orders: Sequence[Order] = ()) -> str:
    """Give the words of a sentence that say which of several spots is meant; "" when there are none.

    Args:
        orders: their words are no such words, though they stand without marks.
    """
    own = {
        word
        for order in orders
        for pair in order.pairs
        for word in f"{pair.old} {pair.new}".lower().split()
    }
    plain = _ACT.sub(" ", without_quotations(text))
    plain = _BRACKET.sub(_said_inside, plain)
    left, is_label = list[str](), False
    for token in tokenize(plain):
        if token.kind is TokenKind.ACT:
            break  # a law is called by its whole title
        is_word = token.kind is TokenKind.WORD and token.word.isalpha() and not is_label
        if is_word and token.word not in _COMMON and token.word not in own:
            left.append(token.value)
        is_label = token.kind is TokenKind.UNIT
    return " ".join(left)


def _said_inside(found: re.Match[str]) -> str:
    return " " if is_history(found["words"]) else f" {found['words']} "


_COUNT = late(r"\(\s*(?:cả\s+)?(?P<count>hai|ba|bốn|năm|\d{1,2})\s+(?:chỗ|nơi)\s*\)", re.IGNORECASE)
# "cả hai cụm từ “A” tại khoản 3": one quotation, that stands there twice.
_SO_MANY_WORDS = late(
    r"(?<!\w)(?<!khoản )(?<!điểm )(?<!điều )(?<!thứ )(?<!mục )(?<!câu )(?<!đoạn )(?<!dòng )(?<!ý )(?<!phần )"
    r"(?:cả\s+)?0?(?P<count>hai|ba|bốn|năm|[2-9])\s+(?:cụm từ|từ|chữ)\s+[“«\"][^“”«»\"]+[”»\"]"
    r"(?!\s*(?:,|;|và|hoặc)\s*(?:(?:cụm từ|từ|chữ)\s+)?[“«\"])",
    re.IGNORECASE,
)
_NUMBERS = {"hai": "2", "ba": "3", "bốn": "4", "năm": "5"}


def counted(text: str) -> str:
    """Give in how many spots words are said to stand: "(cả hai chỗ)" → "2"; "" when nothing is said."""
    found = _COUNT.search(without_quotations(text)) or _SO_MANY_WORDS.search(text)
    if found is None:
        return ""
    return _NUMBERS.get(found["count"].lower(), found["count"]).lstrip("0")


def about_one_spot(orders: Sequence[Order], subject: str, count: str = "") -> tuple[Order, ...]:
    """Give orders whose words are those of one spot of their place, or of as many as are counted."""
    if not (subject or count):
        return tuple(orders)
    return tuple(
        replace(order, pairs=tuple(_about(pair, subject, count) for pair in order.pairs))
        if order.pairs and not order.whole_act
        else order
        for order in orders
    )


def _about(pair: WordPair, subject: str, count: str) -> WordPair:
    if not pair.old or pair.anchor or pair.side:
        return pair
    if count:
        return replace(pair, anchor=count, side=COUNTED)
    return replace(pair, anchor=subject, side=ABOUT)


_BEHIND_PLACE = late(
    r"\b(?:điều|khoản|điểm|mục|chương|phần)\s+[\w.]{1,6}(?:\s*,?\s*(?:điều|khoản|mục|phần)\s+[\w.]{1,6})*"
    r"\s*\((?P<words>[^()\d]{4,80})\)",
    re.IGNORECASE,
)


_ALL_PARTS = late(ALL_PARTS, re.IGNORECASE)


def describes_part(text: str) -> bool:
    """Tell whether brackets behind a place say what it is about, in words that may name a part of it alone:
    "Bãi bỏ khoản 2 Điều 8 (trường hợp gấp)"."""
    return any(
        _may_name_part(found["words"]) for found in _BEHIND_PLACE.finditer(without_quotations(text))
    )


_GROUP = late(
    r"(?:thuộc\s+)?(?:chương|mục|phần)\s+(?:[IVXLC]+|\d{1,2})(?:\s+chương\s+\w+)?", re.IGNORECASE
)


def _may_name_part(words: str) -> bool:
    """Whether words in brackets are no history, no name of an act, no count of all parts, and no chapter."""
    is_named = _ACT.match(words) is not None or _GROUP.fullmatch(words) is not None
    return not (is_named or is_history(words) or _ALL_PARTS.fullmatch(f"({words})"))
