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

import itertools
import re
from collections.abc import Sequence

from quyche_app.language.borders import side_of
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import Token, TokenKind, quotes, tokenize
from quyche_app.language.orders import Order
from quyche_app.language.places import places
from quyche_app.language.predicates import Topic, completed, is_word, predicate_orders

_OPENERS = frozenset(("tại", "trong", "ở", "về", "đối", "với", "riêng", "toàn", "bộ", "các"))


def begins_with_place(words: str) -> bool:
    """Tell whether a sentence may name its place first."""
    return _BEGINS.match(words) is not None


_BEGINS = re.compile(
    r"(?:\(\s*)?(?:(?:tại|trong|ở|về|đối với|riêng|sau|trước|giữa|toàn bộ|các|để\s[^:“”]{3,120}?,)\s+)*"
    r"(?:điều|khoản|điểm|tiết|mục|chương|phần|phụ lục|mẫu|tên|tiêu đề|đoạn|câu|gạch|ý|số thứ tự|dấu gạch)\b",
    re.IGNORECASE,
)


# A remark tells nothing that is ordered: "Khoản 2 Điều 15 (mới)", "Bỏ Điều 11 (đã có quy chế riêng)".
_REMARK = re.compile(
    r"\((?![^()]*\b(?:trừ|không bao gồm|riêng|chữ|từ|mục)\b)[^()“”„«»\"]*\)", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"\s*(?:Để|Nhằm)\s[^:“”]{3,120}?,\s+(?=(?:điểm|khoản|điều|mục|chương)\s)", re.IGNORECASE
)
_WHOLE_PLACE = re.compile(r"^\s*\((?P<place>[^()“”„«»\"]*)\)(?=\s+\w)")


def without_remarks(text: str) -> str:
    """Give a sentence with blanks in the place of remarks in brackets; brackets round its very place
    go alone ("(Điều 13, khoản 2, điểm d) bổ sung …"). Its length stays."""
    purpose = _PURPOSE.match(text)
    if purpose is not None:
        text = " " * purpose.end() + text[purpose.end() :]
    whole = _WHOLE_PLACE.match(text)
    if whole is not None:
        text = f"{text[: whole.start('place') - 1]} {whole['place']} {text[whole.end() :]}"
    inside = [(start, end) for start, end, _ in quotes(text)]
    for found in _REMARK.finditer(text):
        if not any(start <= found.start() < end for start, end in inside):
            blank = " " * (found.end() - found.start())
            text = text[: found.start()] + blank + text[found.end() :]
    return text


# Why something is done, or who does it now, orders nothing: "Bỏ điểm 3.4, nhiệm vụ này chuyển cho …".
_REASON = re.compile(
    r",\s+(?:(?:các\s+)?(?:nhiệm vụ|nội dung|việc)\s+này|nội dung\s+(?:khoản|điểm|điều)|do|vì|lý do)\s"
    r"(?![^“”\"]*\b(?:trừ|riêng)\b)[^“”\":;]*$",
    re.IGNORECASE,
)


# "Bãi bỏ Chương V (Điều 18, Điều 19)": what the chapter consists of.
_CONTENTS = re.compile(
    r"(?P<group>\b(?:chương|mục|phần)\s+[\w.]+)\s*\((?:gồm\s+|từ\s+)?(?:các\s+)?điều\s[^()“”]*\)"
    r"|,?\s+gồm\s+(?:các\s+)?điều\s[^“”:;]*?(?=\s+(?:như sau|vào|sau|trước)\b)",
    re.IGNORECASE,
)


_PLAIN_REMARK = re.compile(
    r"\s*\((?![^()]*\b(?:trừ|không bao gồm|chữ|từ|mục|điều|khoản|điểm|tiết|chương|phụ lục|mẫu|sau)\b)"
    r"(?:mới|cũ|đã|do|vì|theo|chưa|hiện)\b[^()“”„«»\"]*\)",
    re.IGNORECASE,
)


def without_reasons(text: str) -> str:
    """Give a sentence without the reason behind it or in brackets, and without what a chapter is said to
    consist of."""
    inside = [(start, end) for start, end, _ in quotes(text)]
    for found in reversed(list(_PLAIN_REMARK.finditer(text))):
        if not any(start <= found.start() < end for start, end in inside):
            text = f"{text[: found.start()]}{text[found.end() :]}"
    return _CONTENTS.sub(lambda found: found["group"] or "", _REASON.sub("", text))


def place_alone(text: str) -> list[Cited]:
    """Give the places of a line that only leads to orders under it: "Về Chương I:", "Khoản 3, Điều 12"."""
    text = text.lstrip("-–+•* ")
    if not begins_with_place(text):
        return []
    plain = without_remarks(text).rstrip(" .:;")
    tokens = tokenize(plain)
    at, topic = _Reader(tokens, plain).topic(0, len(tokens))
    return topic.cited if topic is not None and at == len(tokens) and not topic.side else []


def topic_orders(tokens: Sequence[Token], text: str, above: Sequence[Cited] = ()) -> list[Order]:
    """Give what a sentence with its place first orders; nothing when it is no such sentence.

    Args:
        above: a place named before it, whose larger units its own places are in.
    """
    reader = _Reader(tokens, text)
    topic = Topic(list(above))
    orders: list[Order] = []
    for start, end in _pieces(tokens):
        at, own = reader.topic(start, end)
        if own is not None:
            topic = Topic(completed(own.cited, topic.cited), own.side)
        made = predicate_orders(tokens, text, at, end, topic) if topic.cited else []
        if not made:
            return []
        orders += made
    return orders


_BEGINS_PIECE = frozenset(
    (
        TokenKind.UNIT,
        TokenKind.SLOT,
        TokenKind.VERB,
        TokenKind.AT,
        TokenKind.QUOTE,
        TokenKind.OBJECT,
    )
)


def _pieces(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for at, (token, after) in enumerate(itertools.pairwise(tokens)):
        if token.value == ";" and after.kind in _BEGINS_PIECE:
            pieces.append((start, at))
            start = at + 1
    return [*pieces, (start, len(tokens))]


class _Reader:
    """Finds the place that a piece begins with."""

    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text

    def topic(self, start: int, end: int) -> tuple[int, Topic | None]:
        """The place that a piece begins with, and the token behind it."""
        at = next((i for i in range(start, end) if not self._opens(i)), end)
        side = self._side(start, at)
        stop = self._end_of_place(at, end)
        used: set[int] = set()
        cited = places(self._tokens, at, stop, used)
        if not cited or any(map(_is_vague, cited)) or self._is_strange(at, stop, used):
            return start, None
        if stop < end and self._tokens[stop].kind is TokenKind.COLON:
            stop += 1
            inner_at, inner = self.topic(stop, end)
            if inner is not None and not inner.side:
                return inner_at, Topic(completed(inner.cited, cited), side)
        return stop, Topic(cited, side)

    def _side(self, start: int, end: int) -> str:
        """Beside which place something is put: "sau khoản 3", "giữa Điều 14 và Điều 15"."""
        for token in self._tokens[start:end]:
            if token.value.lower() == "giữa":
                return "between"
            if token.kind is TokenKind.POSITION or token.value.lower() in _SIDES:
                return side_of(token.value)
        return ""

    def _is_strange(self, start: int, end: int, used: set[int]) -> bool:
        """Whether a place has words that name nothing: "Khỏan 3 Điều 4" is not Điều 4. The name of an
        act may follow it."""
        for at in range(start, end):
            token = self._tokens[at]
            if token.kind is TokenKind.ACT:
                return False
            if at not in used and is_word(token) and token.value.lower() not in _ALLOWED:
                return True
        return False

    def _opens(self, at: int) -> bool:
        token = self._tokens[at]
        return token.kind in _OPENING or token.value.lower() in _OPENERS | _SIDES | _MARKS

    def _end_of_place(self, at: int, end: int) -> int:
        """The first token behind a place: a verb, a mark, words."""
        for here in range(at, end):
            token = self._tokens[here]
            if token.kind in _ENDS_PLACE or token.value.lower() in _ENDING_WORDS:
                return here
            if token.kind is TokenKind.POSITION and here > at:
                return here
        return end


_ALLOWED = _OPENERS | {"cũ", "mới", "hiện", "hành"}
_SIDES = frozenset(("sau", "trước", "giữa"))
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
_ENDING_WORDS = frozenset(("nay", "được", "đều", "không", "hết", ";"))


def _is_vague(cited: Cited) -> bool:
    """ "một số khoản", "khoản cuối": no provision is named."""
    return bool(cited.generic) or not (cited.steps or cited.slot != "unit")
