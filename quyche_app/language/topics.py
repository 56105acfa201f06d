"""Sentences that name the place first: "Khoản 2, Điều 5 sửa đổi như sau:", "Tại Điều 6 thay “A” bằng “B”".

So Party offices write. A sentence is cut at its semicolons; each piece has a place, or goes on with the
one before it, and a predicate::

    piece     = [opener] place [remark] [":" | ","] predicate
    opener    = "tại" | "trong" | "về" | "đối với" | "sau" | "trước" | "giữa" | "toàn bộ"
    predicate = [adverb] verb … | words-pair | [adverb] "như sau" | nothing before the new wording
    words-pair = quotation ("bằng" | "thành" | "nay là" | "thay bằng") quotation

What a predicate orders follows from its verb and from what is quoted. A word that no rule takes makes the
piece unknown, as everywhere. Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quyche_app.domain.patterns import late
from quyche_app.domain.verbs import Verb
from quyche_app.language.borders import side_of
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import (
    Token,
    TokenKind,
    blank,
    changed_outside_quotes,
    nothing,
    outside_quotes,
    tokenize,
)
from quyche_app.language.orders import Order
from quyche_app.language.paraphrases.plain_words import plain_words
from quyche_app.language.places import is_ambiguous, mixes_parts, names_part_of_part, places
from quyche_app.language.predicates import Topic, completed, is_word, predicate_orders
from quyche_app.language.word_order import begins_with_place

_OPENERS = frozenset(
    (
        "tại", "từ", "trong", "ở", "về", "đối", "với", "riêng", "toàn", "bộ", "các", "nội", "dung",
        "quy định", "ngay", "liền", "tiếp", "cả", "hai",
    )
)  # fmt: skip


# A remark tells nothing that is ordered: "Khoản 2 Điều 15 (mới)", "Bỏ Điều 11 (đã có quy chế riêng)",
# "Điểm 2.4 (thẩm định tiêu chuẩn)". What may limit, deny, add or place something is none.
_REMARK = late(r"(?<!\w)\((?!\s*(?:[ivx]{1,5}|[a-zđ]{1,2})\s*\))(?P<words>[^()“”„«»\"]*)\)")
_OF_HISTORY = late(
    r"(?:đã\s+)?(?:được\s+)?(?:bổ sung|sửa đổi|hủy bỏ|bãi bỏ)(?:,\s+bổ sung)?(?:\s+(?:tại|theo|bởi)\s.*)?$",
    re.IGNORECASE,
)
_OF_AGE = late(
    r"(?:(?:khoản|điểm|tiết|ý|điều|mục)\s+[\wđ]{1,4}\s+(?:cũ|trước đây)|mới|cũ|hiện hành)$",
    re.IGNORECASE,
)
_LIMITING = late(
    r"\b(?:trừ|không|chưa|nếu|khi|dự kiến|đang|và|hoặc|kể cả|cũng|giữ|lưu ý|áp dụng|thực hiện|đến|từ|sau"
    r"|trước|lần"
    r"|riêng khoản|chỉ|gồm|tính|của|quyết định|quy chế số|chữ|cụm từ|đổi|chuyển|đánh số|sửa|bỏ|thay|thêm"
    r"|điều|khoản|điểm|tiết|mục|chương|phần|phụ lục|đoạn|câu|gạch|ý|ngày|tháng|năm"
    r"|về|nội dung|quy định|dòng|cấp|dự thảo|lùi|chỗ|vị trí|tạm|tạm thời|có thời hạn|ở|tại|xem|rút|hoãn)\b"
    r"|\d|^\W*$",
    re.IGNORECASE,
)
_OF_UNITS = late(r"\d|\b(?:điều|khoản|điểm|mục|đoạn|câu)\b", re.IGNORECASE)
# "(nhiệm vụ này do Phòng Lưu trữ thực hiện)"
_PASSES_ON = late(
    r"(?:(?:các|những)\s+)?(?:nhiệm vụ|việc|nội dung|công việc)\s+này\s+(?:đã\s+)?(?:do|chuyển"
    r"|giao|thuộc)\s[^;:]*$",
    re.IGNORECASE,
)
_OF_REASON = late(r"(?:do|vì|lý do)\s", re.IGNORECASE)
_ORDERING = late(
    r"\b(?:bỏ|bãi bỏ|sửa|thay(?! đổi)|bổ sung|thêm|(?<!đã )chuyển|(?<!thay )đổi|nhập|gộp|tách|trừ"
    r"|(?<!quy định )(?<!quy chế )riêng|và|nhưng)\b",
    re.IGNORECASE,
)


# "(đã chuyển sang giao dịch không dùng tiền mặt)": why it goes.
_DONE = late(
    r"đã\s(?![^()]*(?:\d|\b(?:khoản|điểm|điều|mục|câu|đoạn|nếu|khi|trước|sau|đến|tạm)\b))",
    re.IGNORECASE,
)


def is_history(words: str) -> bool:
    """Tell whether words in brackets say what was done before, how new a provision is, or why it changes."""
    words = words.strip()
    return any(form.match(words) for form in (_OF_HISTORY, _OF_AGE, _OF_REASON, _PASSES_ON, _TOLD))


_TOLD = late(
    r"(?:cả|tất cả|mọi|kể cả|đã|được|mới|trước (?:đây )?là|nay|cũ|do|vì|theo|tức|sửa đổi|bổ sung)\b",
    re.IGNORECASE,
)


def is_remark(words: str) -> bool:
    """Tell whether words in brackets only say what a place is about, or what was done to it before."""
    words = words.strip()
    if _OF_HISTORY.match(words) or _OF_AGE.match(words):
        return True
    if _PASSES_ON.match(words):
        return True
    if _OF_REASON.match(words):
        return not _ORDERING.search(words)
    if re.match(r"(?:đã có|đồng chí|ông|bà)\s", words.lower()):
        return _OF_UNITS.search(words) is None
    if _DONE.match(words):
        return not _ORDERING.search(words)
    return not _LIMITING.search(words)


_PURPOSE = late(
    r"\s*(?:Để|Nhằm)\s(?![^,:]*\b(?:thử|thí điểm|áp dụng|riêng|năm|đến|tạm)\b)[^:“”]{3,120}?,\s+"
    r"(?=(?:điểm|khoản|điều|mục|chương)\s)",
    re.IGNORECASE,
)
# "Khoản 2 Điều 6 đã được sửa đổi tại Quyết định số 20-QĐ/HU nay bãi bỏ": what was done before, and by what.
_DONE_BEFORE = late(
    r",?\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế)(?:,?\s+(?:và\s+)?bổ sung)?"
    r"\s+(?:tại|bởi|theo|bằng)\s+(?:(?:điểm|khoản|điều)\s+\w+\s+)*(?:của\s+)?"
    r"(?:Quyết định|Quy định|Quy chế|Nghị quyết)\s+số\s+[\w/-]+"
    r"(?:,?\s+ngày\s+[\d/.-]+(?:\s+tháng\s+\d+\s+năm\s+\d+)?)?"
    r"(?=,?\s*:?\s*(?:nay\s+|được\s+|thì\s+)*(?:bãi bỏ|hủy bỏ|huỷ bỏ|lược bỏ|bỏ|sửa|thay|chuyển|đổi)\b)",
    re.IGNORECASE,
)
_WHOLE_PLACE = late(r"^\s*\((?P<place>[^()“”„«»\"]*)\)(?=\s+\w)")


def without_remarks(text: str) -> str:
    """Give a sentence with blanks in the place of remarks in brackets; brackets round its very place
    go alone ("(Điều 13, khoản 2, điểm d) bổ sung …"). Its length stays."""
    text = changed_outside_quotes(_DONE_BEFORE, blank, text)
    purpose = _PURPOSE.match(text)
    if purpose is not None:
        text = " " * purpose.end() + text[purpose.end() :]
    whole = _WHOLE_PLACE.match(text)
    if whole is not None and begins_with_place(whole["place"].strip()):
        text = f"{text[: whole.start('place') - 1]} {whole['place']} {text[whole.end() :]}"
    return changed_outside_quotes(_REMARK, _without_remark, text)


def _without_remark(found: re.Match[str]) -> str:
    return blank(found) if is_remark(found["words"]) else found.group()


# Why something is done, or who does it now, orders nothing: "Bỏ điểm 3.4, nhiệm vụ này chuyển cho …".
_REASON = late(
    r",\s+(?:(?:(?:các\s+)?(?:nhiệm vụ|nội dung|việc)\s+này\s+(?:do|chuyển cho|giao(?: cho)?|thuộc)\s"
    r"|(?:do|vì|lý do)\s)(?P<words>[^“”\":;,.]*)|nội dung\s+(?:khoản|điểm|điều)\s[^“”\":;]*)\.?\s*$",
    re.IGNORECASE,
)
# "…, các nội dung khác giữ nguyên": what is not named stays anyway.
_REST_STAYS = late(
    r"\s*[,;.]\s*(?:các|những)\s+(?:nội dung|điểm|khoản|điều|phần|quy định)\s+(?:khác|còn lại|sau)"
    r"(?:\s+(?:của|tại|trong)\s+[^,;:“”\".]*)?\s+(?:vẫn\s+)?(?:được\s+)?"
    r"giữ nguyên(?:\s+như cũ|\s+số(?:\s+thứ tự)?)?(?=\s*[.:]?\s*$)",
    re.IGNORECASE,
)
# "khoản 2: không thực hiện việc luân phiên, bỏ khoản 2": why it is repealed.
_NOT_DONE = late(
    r"(?<=[:,] )không thực hiện việc\s[^“”\":;,.\d]*,\s+(?=(?:bãi |hủy |huỷ |lược )?bỏ\b)",
    re.IGNORECASE,
)
# "Bãi bỏ toàn bộ Chương V (Điều 18, Điều 19)": what the chapter consists of.
_CONTENTS = late(
    r"(?P<group>\btoàn bộ\s+(?:chương|mục|phần)\s+[\w.]+)\s*\((?:gồm\s+|từ\s+)?(?:các\s+)?"
    r"(?:(?:,\s*|\s+và\s+|\s+đến\s+)?(?:điều\s+)?\d{1,3}[a-zđ]?)+\)"
    r"|,?\s+gồm\s+(?:các\s+)?điều\s[^“”:;]*?(?=\s+(?:như sau|vào|sau|trước)\b)",
    re.IGNORECASE,
)


def without_reasons(text: str) -> str:
    """Give a sentence without the reason behind it or in brackets, and without what a chapter is said to
    consist of."""
    text = changed_outside_quotes(_REST_STAYS, nothing, text)
    text = changed_outside_quotes(_NOT_DONE, nothing, text)
    reason = next(iter(outside_quotes(_REASON, text)), None)
    if reason is not None and not _ORDERING.search(reason["words"] or ""):
        text = text[: reason.start()]
    for found in reversed(outside_quotes(_REMARK, text)):
        if is_remark(found["words"]) and found.start() > 0:
            text = f"{text[: found.start()].rstrip()}{text[found.end() :]}"
    return changed_outside_quotes(_CONTENTS, lambda found: found["group"] or "", text)


# "tại Chương II (Điều 4)", "trong Quy chế (Điều 7 giữ nguyên)": less than what stands before the bracket.
_WITHIN = late(
    r"(?:\b(?:chương|mục|phần)\s+[\w.]+|\b(?:quy chế|quy định|nội quy))\s*"
    r"\((?P<words>(?:chỉ\s+)?(?:tại\s+)?(?:các\s+)?(?:điều|khoản|điểm)\s+\w+[^()“”\"]*)\)",
    re.IGNORECASE,
)
_LESS = late(
    r"\((?P<words>(?:chỉ|không kể|không áp dụng|riêng)\s[^()“”\"]*"
    r"|[^()“”\"]*\b(?:giữ nguyên|không (?:áp dụng|thay đổi|sửa))\b[^()“”\"]*)\)",
    re.IGNORECASE,
)


def narrowing(text: str) -> str:
    """Give the words in brackets that limit an order and that nothing has read; "" when there are none."""
    found = [*outside_quotes(_WITHIN, text), *outside_quotes(_LESS, text)]
    return found[0]["words"] if found else ""


# "Các nội dung sửa đổi tại Điều 4:"
_CHANGES_AT = late(
    r"^(?:(?:các|một số)\s+)?nội dung\s+(?:được\s+)?"
    r"(?:(?:sửa đổi|bổ sung|bãi bỏ|điều chỉnh)(?:,\s*|\s+và\s+|\s+))+"
    r"(?=(?:tại|ở|của|trong)\s)",
    re.IGNORECASE,
)


_LABEL = late(r"^[A-ZĐ]\.\s+")  # "A. Phần I"


def place_alone(text: str) -> list[Cited]:
    """Give the places of a line that only leads to orders under it: "Về Chương I:", "Khoản 3, Điều 12"."""
    text = plain_words(_CHANGES_AT.sub("", _LABEL.sub("", text.lstrip("-–+•* "))))
    if not begins_with_place(text):
        return []
    text = _MATTER_BEHIND.sub("", text)
    plain = without_remarks(text).rstrip(" .:;")
    tokens = tokenize(plain)
    at, topic = _Reader(tokens, plain).topic(0, len(tokens))
    return topic.cited if topic is not None and at == len(tokens) and not topic.side else []


# "Điều 4 (nội dung giám sát):", what the place is about; nothing that limits it or names a part of it.
_MATTER_BEHIND = late(
    r"\s*\((?!\s*(?:[ivx]{1,5}|[a-zđ]{1,2})\s*\))"
    r"(?![^()]*\b(?:trừ|không|chưa|nếu|khi|dự kiến|chỉ|gồm|riêng|cũng|giữ|tạm|đến|từ|trước|sau|lần|và|hoặc"
    r"|áp dụng|sửa|bỏ|thay|thêm|bổ sung|đổi|chuyển|cụm từ|chữ|đoạn|câu|gạch|ý|dòng|khoản|điểm|điều|mục"
    r"|chương|phần|tiết|phụ lục)\b)[^()\d“”\"]{3,80}\)(?=\s*:?\s*$)",
    re.IGNORECASE,
)


def names_a_place(text: str) -> bool:
    """Tell whether a line that orders nothing speaks of provisions by number or of all but some: "Điều 6
    (trừ khoản 2):", "Các điều còn lại:"."""
    return _NAMED.search(text) is not None


_NAMED = late(
    r"\b(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục)\s+(?:\d|[IVXLC]+\b|[a-zđ]\b)"
    r"|\b(?:trừ|ngoài|còn lại|trở đi)\b|\bmột số (?:điều|khoản|điểm) của (?:chương|điều)\b",
    re.IGNORECASE,
)


def topic_orders(tokens: Sequence[Token], text: str, above: Sequence[Cited] = ()) -> list[Order]:
    """Give what a sentence with its place first orders; nothing when it is no such sentence.

    Args:
        above: a place named before it, whose larger units its own places are in.
    """
    reader = _Reader(tokens, text)
    topic = Topic(list(above))
    orders: list[Order] = []
    waiting: list[Cited] = []  # "Khoản 3 Điều 3; khoản 2 Điều 5 bỏ"
    for start, end in reader.pieces():
        at, own = reader.topic(start, end)
        if own is not None:
            named = completed(own.cited, topic.cited)
            topic = Topic([*completed(waiting, named[:1]), *named], own.side)
            waiting = []
        if own is not None and at == end < len(tokens) and not own.side:
            waiting = topic.cited
            continue
        made = predicate_orders(tokens, text, at, end, topic) if topic.cited else []
        if not made:
            return []
        orders += made
    return [] if waiting else at_once(new_ones(orders, text))


# "Khoản 5 (mới) Điều 5: “5. …”", "khoản 2 mới: “2. …”": what is not there yet.
_NEW = late(
    r"\b(?:điều|khoản|điểm)\s+\w+\s+\(?mới\)?(?=\s*[:,]|\s+(?:điều|khoản)\b)", re.IGNORECASE
)


def new_ones(orders: list[Order], text: str) -> list[Order]:
    """Give orders in which a provision that is called new and gets words without a verb is put in."""
    news = {found.group().lower() for found in outside_quotes(_NEW, text)}
    return [_as_new(order) for order in orders] if news else orders


def _as_new(order: Order) -> Order:
    if order.verb is not Verb.AMEND or not all(cited.is_whole for cited in order.targets):
        return order
    if any(token.kind is TokenKind.VERB for token in tokenize(order.text)):
        return order
    return replace(order, verb=Verb.INSERT)


def at_once(orders: list[Order]) -> list[Order]:
    """Give as one what changes several numbers: "Khoản 3 đổi thành khoản 4; khoản 4 đổi thành khoản 5":
    numbers change at once, not one behind the other."""
    if not _are_moves(orders):
        return orders
    targets = tuple(c for o in orders for c in o.targets)
    results = tuple(c for o in orders for c in o.results)
    text = "; ".join(o.text for o in orders)
    unknown = next((o.unknown for o in orders if o.unknown), "")
    return [replace(orders[0], targets=targets, results=results, text=text, unknown=unknown)]


def _are_moves(orders: list[Order]) -> bool:
    """Several orders of one verb, each with as many new numbers as old ones."""
    if len(orders) < 2:
        return False
    if len({order.verb for order in orders}) > 1:
        return False
    return all(0 < len(order.results) == len(order.targets) for order in orders)


class _Reader:
    """Finds the place that a piece begins with."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text

    def pieces(self) -> list[tuple[int, int]]:
        """Cut the sentence: at each semicolon, and where behind a comma, "và" or a full stop a further
        place comes with something said of it."""
        pieces, start = [], 0
        for at in range(1, len(self._tokens) - 1):
            value = self._tokens[at].word
            if value == ";" or (value in _CUTTING and self._begins_piece(start, at)):
                pieces.append((start, at))
                start = at + 1
        return [*pieces, (start, len(self._tokens))]

    def _begins_piece(self, start: int, at: int) -> bool:
        said = any(t.kind in _SAYING for t in self._tokens[start:at])
        if not said or self._tokens[at + 1].kind not in _BEGINS_PLACE:
            return False
        behind, own = self.topic(at + 1, len(self._tokens))
        return own is not None and self._is_said_of(behind)

    def _is_said_of(self, at: int) -> bool:
        """Whether something is said of the place before a token."""
        if at >= len(self._tokens):
            return False
        before, token = self._tokens[at - 1], self._tokens[at]
        if before.kind is TokenKind.SEPARATOR:
            return False  # "sửa khoản 1, khoản 3 và thêm khoản 5": the verb begins anew
        is_said = token.kind in _SAYING or token.word in _ENDING_WORDS - {";"}
        return is_said or before.kind is TokenKind.COLON

    def topic(self, start: int, end: int) -> tuple[int, Topic | None]:
        """The place that a piece begins with, and the token behind it."""
        at = next((i for i in range(start, end) if not self._opens(i)), end)
        side = self._side(start, at)
        stop = self._end_of_place(at, end)
        used: set[int] = set()
        cited = places(self._tokens, at, stop, used)
        if not cited or any(map(_is_vague, cited)):
            return start, None
        if self._is_strange(at, stop, used) or is_ambiguous(self._tokens, at, stop):
            return start, None
        if names_part_of_part(self._tokens, at, stop) or mixes_parts(cited):
            return start, None
        if self._leads_inside(stop, end):
            stop += self._tokens[stop].kind is TokenKind.COLON
            inner_at, inner = self.topic(stop, end)
            if inner is not None and not (side and inner.side):
                return inner_at, Topic(completed(inner.cited, cited), side or inner.side)
        return stop, Topic(cited, side)

    def _leads_inside(self, at: int, end: int) -> bool:
        """A place is narrowed behind a colon, or behind "sau", "trước": "Điểm 6.1, sau gạch đầu dòng 4"."""
        if at + 1 >= end:
            return False
        token, following = self._tokens[at], self._tokens[at + 1]
        beside = token.kind is TokenKind.POSITION and following.kind in _BEGINS_PLACE
        return token.kind is TokenKind.COLON or beside

    def _side(self, start: int, end: int) -> str:
        """Beside which place something is put: "sau khoản 3", "giữa Điều 14 và Điều 15"."""
        for token in self._tokens[start:end]:
            if token.word in _NAMED_SIDES:
                return _NAMED_SIDES[token.word]
            if token.kind is TokenKind.POSITION or token.word in _SIDES:
                return side_of(token.value)
        return ""

    def _is_strange(self, start: int, end: int, used: set[int]) -> bool:
        """Whether a place has words that name nothing: "Khỏan 3 Điều 4" is not Điều 4. The name of an
        act may follow it."""
        for at in range(start, end):
            token = self._tokens[at]
            if token.kind is TokenKind.ACT:
                return False
            if token.kind is TokenKind.EXCEPT or token.word in ("hoặc", "…", "..."):
                return True
            if token.kind is TokenKind.RANGE and at not in used:
                return True  # "từ khoản 3 Điều 5 đến khoản 2 Điều 6"
            if at not in used and is_word(token) and token.word not in _ALLOWED:
                return True
        return False

    def _opens(self, at: int) -> bool:
        token = self._tokens[at]
        return token.kind in _OPENING or token.word in _OPENERS | _SIDES | _MARKS

    def _end_of_place(self, at: int, end: int) -> int:
        """The first token behind a place: a verb, a mark, words."""
        for here in range(at, end):
            token = self._tokens[here]
            if token.kind in _ENDS_PLACE or token.word in _ENDING_WORDS:
                return here
            if token.kind is TokenKind.POSITION and here > at:
                return here
        return end


_ALLOWED = _OPENERS | {"cũ", "mới", "hiện", "hành"}
_CUTTING = frozenset((",", "và", "."))
_SAYING = frozenset((TokenKind.VERB, TokenKind.QUOTE, TokenKind.OBJECT))
_BEGINS_PLACE = frozenset((TokenKind.UNIT, TokenKind.SLOT, TokenKind.AT))
_SIDES = frozenset(("sau", "trước", "giữa", "cuối"))
_NAMED_SIDES = {"giữa": "between", "cuối": "end"}
_MARKS = frozenset(("(", "-", "–", "+"))
_OPENING = frozenset((TokenKind.AT, TokenKind.OF, TokenKind.SOME, TokenKind.POSITION))
_ENDS_PLACE = frozenset(
    (
        TokenKind.VERB,
        TokenKind.QUOTE,
        TokenKind.OBJECT,
        TokenKind.COLON,
        TokenKind.FOLLOWS,
        TokenKind.JOIN,
    )
)
_ENDING_WORDS = frozenset(
    ("nay", "được", "bị", "đều", "không", "có", "hết", "nâng", "tăng", "giảm", ";")
)


def _is_vague(cited: Cited) -> bool:
    """ "một số khoản", "khoản cuối": no provision is named."""
    return bool(cited.generic) or not (cited.steps or cited.slot != "unit")
