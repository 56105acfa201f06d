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
from dataclasses import dataclass, field, replace

from quyche_app.domain.addresses import Step
from quyche_app.domain.operations import Verb
from quyche_app.domain.units import UnitKind
from quyche_app.language.borders import side_of
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import Token, TokenKind, is_closed, quotes, tokenize
from quyche_app.language.orders import Clause, Order, WordPair
from quyche_app.language.phrase_grammar import phrase_orders
from quyche_app.language.places import places
from quyche_app.language.vocabulary import verb_of

_OPENERS = frozenset(("tại", "trong", "ở", "về", "đối", "với", "riêng", "toàn", "bộ", "các"))
_ADVERBS = frozenset(("nay", "được", "thì", "cần", "đều", "xin", "là", "lại", "toàn", "bộ"))
# Words of a predicate that say nothing of their own: "bổ sung thêm câu sau vào cuối khoản: “…”".
_COURTESY = frozenset(
    (
        "nội", "dung", "câu", "sau", "đây", "mới", "như", "đoạn", "ý", "thêm", "lại", "là", "toàn",
        "bộ", "với", "đi", "nữa", "này", "cũ", "cuối", "của", "nay", "được", "các", "một", "từ",
        "cụm", "chữ", "giữa", "làm", "chung",
        "khoản", "điểm", "điều", "quy định", "thì", "đều", "hai", "thành", "bằng",
    )
)  # fmt: skip
_WORDS_ALONE = frozenset(("cụm từ", "từ", "chữ", "từ ngữ", "số", "dấu", "các cụm từ", "các từ"))


@dataclass
class _Topic:
    """The place of a piece; ``side``: "sau khoản 3 … bổ sung" puts something beside it."""

    cited: list[Cited] = field(default_factory=list)
    side: str = ""


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
    r",\s+(?:(?:các\s+)?(?:nhiệm vụ|nội dung|việc)\s+này|do|vì|lý do)\s"
    r"(?![^“”\"]*\b(?:trừ|riêng)\b)[^“”\":;]*$",
    re.IGNORECASE,
)


# "Bãi bỏ Chương V (Điều 18, Điều 19)": what the chapter consists of.
_CONTENTS = re.compile(
    r"(?P<group>\b(?:chương|mục|phần)\s+[\w.]+)\s*\((?:gồm\s+|từ\s+)?(?:các\s+)?điều\s[^()“”]*\)"
    r"|,\s+gồm\s+(?:các\s+)?điều\s[^“”:;]*?(?=\s+như sau)",
    re.IGNORECASE,
)


def without_reasons(text: str) -> str:
    """Give a sentence without the reason behind it, and without what a chapter is said to consist of."""
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


def topic_orders(tokens: Sequence[Token], text: str) -> list[Order]:
    """Give what a sentence with its place first orders; nothing when it is no such sentence."""
    return _Reader(tokens, text).read()


class _Reader:
    def __init__(self, tokens: Sequence[Token], text: str) -> None:
        self._tokens = tokens
        self._text = text

    def read(self) -> list[Order]:
        topic = _Topic()
        orders: list[Order] = []
        for start, end in self._pieces():
            at, own = self.topic(start, end)
            if own is not None:
                topic = _Topic(_completed(own.cited, topic.cited), own.side)
            elif not topic.cited:
                return []
            made = self._predicate(at, end, topic)
            if not made:
                return []
            orders += made
        return orders

    # -- pieces and places ----------------------------------------------------------------------------

    def _pieces(self) -> list[tuple[int, int]]:
        pieces, start = [], 0
        for at, token in enumerate(self._tokens):
            if token.value == ";" and self._begins_piece(at + 1):
                pieces.append((start, at))
                start = at + 1
        return [*pieces, (start, len(self._tokens))]

    def _begins_piece(self, at: int) -> bool:
        if at >= len(self._tokens):
            return False
        token = self._tokens[at]
        return token.kind in (
            TokenKind.UNIT,
            TokenKind.SLOT,
            TokenKind.VERB,
            TokenKind.AT,
            TokenKind.QUOTE,
            TokenKind.OBJECT,
        )

    def topic(self, start: int, end: int) -> tuple[int, _Topic | None]:
        """The place that a piece begins with, and the token behind it."""
        at, side = start, ""
        while at < end and self._opens(at):
            if self._tokens[at].kind is TokenKind.POSITION or self._word(at) in ("sau", "trước"):
                side = side_of(self._tokens[at].value)
            if self._word(at) == "giữa":
                side = "between"
            at += 1
        stop = self._end_of_place(at, end)
        used: set[int] = set()
        cited = places(self._tokens, at, stop, used)
        if not cited or any(c.generic or not (c.steps or c.slot != "unit") for c in cited):
            return start, None
        if self._is_strange(at, stop, used):
            return start, None
        if stop < end and self._tokens[stop].kind is TokenKind.COLON:
            stop += 1
            inner_at, inner = self.topic(stop, end)
            if inner is not None and not inner.side:
                return inner_at, _Topic(_completed(inner.cited, cited), side)
        return stop, _Topic(cited, side)

    def _is_strange(self, start: int, end: int, used: set[int]) -> bool:
        """Whether a place has words that name nothing: "Khỏan 3 Điều 4" is not Điều 4. The name of an
        act may follow it."""
        for at in range(start, end):
            token = self._tokens[at]
            if token.kind is TokenKind.ACT:
                return False
            is_word = token.kind is TokenKind.WORD and token.value[:1].isalnum()
            if is_word and at not in used and token.value.lower() not in _OPENERS:
                return True
        return False

    def _opens(self, at: int) -> bool:
        token = self._tokens[at]
        return (
            token.kind in (TokenKind.AT, TokenKind.OF, TokenKind.SOME, TokenKind.POSITION)
            or token.value in ("(", "-", "–", "+")
            or token.value.lower() in _OPENERS
            or token.value.lower() in ("sau", "trước", "giữa")
        )

    def _end_of_place(self, at: int, end: int) -> int:
        """The first token behind a place: a verb, a mark, words."""
        for here in range(at, end):
            token = self._tokens[here]
            if token.kind in (
                TokenKind.VERB,
                TokenKind.QUOTE,
                TokenKind.OBJECT,
                TokenKind.COLON,
                TokenKind.FOLLOWS,
                TokenKind.JOIN,
            ):
                return here
            if token.kind is TokenKind.POSITION and here > at:
                return here
            if self._word(here) in ("nay", "được", "đều", "không", "hết") or token.value == ";":
                return here
        return end

    def _word(self, at: int) -> str:
        return self._tokens[at].value.lower() if at < len(self._tokens) else ""

    # -- predicates -----------------------------------------------------------------------------------

    def _predicate(self, start: int, end: int, topic: _Topic) -> list[Order]:
        orders: list[Order] = []
        cuts = [start, *self._further_verbs(start, end), end]
        for begin, stop in itertools.pairwise(cuts):
            order = self._one(begin, stop, topic)
            if order is None:
                return []
            orders += order
        return orders

    def _further_verbs(self, start: int, end: int) -> list[int]:
        """Where a further verb of the same place begins: "thay «.» bằng «;» và bổ sung ý d «…»"."""
        found = []
        for at in range(start + 2, end - 1):
            before = self._tokens[at - 1]
            if (
                self._tokens[at].kind is not TokenKind.VERB
                or before.kind is not TokenKind.SEPARATOR
            ):
                continue
            behind_words = any(t.kind is TokenKind.QUOTE for t in self._tokens[start:at])
            if behind_words and self._tokens[at + 1].kind in (
                TokenKind.UNIT,
                TokenKind.SLOT,
                TokenKind.OBJECT,
                TokenKind.QUOTE,
            ):
                found.append(at)
        return found

    def _one(self, start: int, end: int, topic: _Topic) -> list[Order] | None:
        tokens = self._tokens
        at = start
        while at < end and (
            tokens[at].kind in (TokenKind.SEPARATOR, TokenKind.COLON) or self._word(at) in _ADVERBS
        ):
            at += 1
        quotes = [i for i in range(at, end) if tokens[i].kind is TokenKind.QUOTE]
        if any(not is_closed(tokens[i]) for i in quotes):
            return None
        verbs = [
            i for i in range(at, quotes[0] if quotes else end) if tokens[i].kind is TokenKind.VERB
        ]
        if any(tokens[i].kind is TokenKind.POSITION for i in range(at, verbs[0] if verbs else at)):
            return None  # "Điểm 6.1, sau gạch đầu dòng 4 thêm …"
        words = self._text[tokens[start].start : tokens[end - 1].end] if start < end else ""
        verb = verb_of(tokens[verbs[0]].value) if verbs else None
        unknown = self._unknown(at, end)
        if self._is_pair(at, end, quotes):
            begin = verbs[-1] + 1 if verbs else at
            return self._words(Verb.REPLACE, begin, end, topic, words, unknown)
        if len(quotes) > 1 and verb is not Verb.INSERT and verb is not Verb.REPEAL:
            return None
        match verb:
            case Verb.REPEAL:
                if quotes:
                    return self._words(verb, verbs[-1] + 1, end, topic, words, unknown)
                inner = self._inner(verbs[-1] + 1, end, topic)
                return [Order(verb, tuple(inner or topic.cited), text=words, unknown=unknown)]
            case Verb.INSERT:
                return self._insertion(verbs[-1] + 1, end, topic, quotes, words, unknown)
            case Verb.MERGE | Verb.SPLIT | Verb.MOVE | Verb.RENUMBER:
                return self._moved(verb, verbs[-1] + 1, end, topic, quotes, words, unknown)
            case Verb.AMEND | Verb.REPLACE | None:
                return self._amended(at, end, topic, quotes, words, unknown, verb)
            case _:
                return None

    def _is_pair(self, start: int, end: int, quotes: Sequence[int]) -> bool:
        """Quoted words, a joining word, quoted words."""
        for one, other in itertools.pairwise(quotes):
            if any(self._tokens[i].kind is TokenKind.JOIN for i in range(one + 1, other)):
                return True
        return False

    def _words(
        self, verb: Verb, start: int, end: int, topic: _Topic, words: str, unknown: str
    ) -> list[Order]:
        clause = Clause(verb, max(start - 1, 0), start, end, words)
        made = phrase_orders(
            clause, self._tokens, words, self._text, topic.cited, is_explained=True
        )
        return [
            replace(
                order,
                pairs=tuple(
                    replace(pair, places=tuple(_completed(list(pair.places), topic.cited)))
                    for pair in order.pairs
                ),
                exclusions=tuple(
                    (left, tuple(_left_out(one, topic.cited) for one in places_left))
                    for left, places_left in order.exclusions
                ),
                unknown=unknown or order.unknown,
            )
            for order in made
        ]

    def _inner(self, start: int, end: int, topic: _Topic) -> list[Cited]:
        used: set[int] = set()
        cited = places(self._tokens, start, end, used)
        return _completed([c for c in cited if c.steps or c.slot != "unit"], topic.cited)

    def _insertion(
        self,
        start: int,
        end: int,
        topic: _Topic,
        quotes: Sequence[int],
        words: str,
        unknown: str,
    ) -> list[Order] | None:
        tokens = self._tokens
        between = next((i for i in range(start, end) if self._word(i) == "giữa"), None)
        position = next(
            (i for i in range(start, end) if tokens[i].kind is TokenKind.POSITION), between
        )
        quote = quotes[0] if quotes else None
        inline = tokens[quote].value if quote is not None else None
        if position is not None and quote is not None and len(quotes) > 1 and position > quote:
            return self._words(Verb.INSERT, start, end, topic, words, unknown)
        if position is not None:
            side = "after" if position == between else side_of(tokens[position].value)
            stop = quote if quote is not None and quote > position else end
            beside = self._inner(position + 1, stop, topic)
            new = self._inner(start, min(position, quote or position), topic)
            if side in ("end", "start"):
                return self._at_border(
                    side, beside or topic.cited, start, quote, inline, words, unknown
                )
            if new:
                return [
                    Order(
                        Verb.INSERT, tuple(new), reference=(beside or topic.cited)[0], side=side,
                        inline=inline, promises_text=inline is None, text=words, unknown=unknown,
                    )
                ]  # fmt: skip
            return None
        new = self._inner(start, quote if quote is not None else end, topic)
        beside_what, beside_side = None, ""
        if topic.side:
            beside_what = topic.cited[0 if topic.side == "between" else -1]
            beside_side = "after" if topic.side == "between" else topic.side
        if new and all(c.slot == "unit" for c in new):
            return [
                Order(
                    Verb.INSERT, tuple(new), reference=beside_what, side=beside_side,
                    inline=inline, promises_text=inline is None, text=words, unknown=unknown,
                )
            ]  # fmt: skip
        if topic.side and quote is not None and all(c.slot.startswith("item") for c in topic.cited):
            return self._item_beside(topic.cited[-1], topic.side, inline, words, unknown)
        if len(new) == 1 and new[0].slot.startswith("item:") and not topic.side:
            before = _item_before(new[0])
            if before is not None and inline is not None:
                return self._item_beside(before, "after", inline, words, unknown)
        if new or topic.side:
            return None  # a new lead: where it goes is not told by a number
        return self._at_border("end", topic.cited, start, quote, inline, words, unknown)

    def _item_beside(
        self, beside: Cited, side: str, inline: str | None, words: str, unknown: str
    ) -> list[Order]:
        """A new dash before or behind another one."""
        order = Order(
            Verb.INSERT, reference=beside, side=side, inline=inline,
            promises_text=inline is None, text=words, unknown=unknown,
        )  # fmt: skip
        return [order]

    def _at_border(
        self,
        side: str,
        beside: Sequence[Cited],
        start: int,
        quote: int | None,
        inline: str | None,
        words: str,
        unknown: str,
    ) -> list[Order] | None:
        """Words for the end or the start of a place: a whole sentence stands for itself, words go
        before the closing mark (docs/field.md 4.5)."""
        before = self._word(quote - 1) if quote is not None and quote > start else ""
        is_part = any(one.slot != "unit" for one in beside)  # of a paragraph: words go into it
        if is_part and (inline is None or inline[:1].isupper()):
            return None
        if inline is not None and (is_part or before in _WORDS_ALONE):
            pair = WordPair("", inline, places=tuple(beside), side=side)
            return [Order(Verb.ADD_WORDS, pairs=(pair,), text=words, unknown=unknown)]
        if len(beside) != 1:
            return None
        return [
            Order(
                Verb.INSERT, reference=beside[0], side=side, inline=inline,
                promises_text=inline is None, text=words, unknown=unknown,
            )
        ]  # fmt: skip

    def _moved(
        self,
        verb: Verb,
        start: int,
        end: int,
        topic: _Topic,
        quotes: Sequence[int],
        words: str,
        unknown: str,
    ) -> list[Order] | None:
        tokens = self._tokens
        quote = quotes[0] if quotes else None
        stop = quote if quote is not None else end
        join = next((i for i in range(start, stop) if tokens[i].value.lower() == "thành"), None)
        inline = tokens[quote].value if quote is not None else None
        before = self._inner(start, join if join is not None else stop, topic)
        after = self._inner(join + 1, stop, topic) if join is not None else []
        after = _completed(after, (before or topic.cited)[-1:])
        merged = " ".join(self._word(i) for i in range(start, stop))
        if verb is Verb.MERGE and not after and "làm một" in merged:
            after = [replace(one) for one in (before or topic.cited)[:1]]
        if not after and inline is not None:  # "Tên Chương III đổi thành: “…”"
            return self._amended(start, end, topic, quotes, words, unknown, verb)
        return [
            Order(
                verb, tuple(before or topic.cited), tuple(after), inline=inline,
                promises_text=inline is None, text=words, unknown=unknown,
            )
        ]  # fmt: skip

    def _amended(
        self,
        start: int,
        end: int,
        topic: _Topic,
        quotes: Sequence[int],
        words: str,
        unknown: str,
        verb: Verb | None,
    ) -> list[Order] | None:
        tokens = self._tokens
        quote = quotes[0] if quotes else None
        follows = any(tokens[i].kind is TokenKind.FOLLOWS for i in range(start, end))
        ends_open = self._text.rstrip().endswith((":", "thành", "là"))
        if quote is None and not follows and not ends_open and verb is None:
            return None  # a place and nothing ordered
        names = any(
            tokens[i].kind is TokenKind.SLOT and self._word(i) == "tên" for i in range(start, end)
        )
        cited = [
            replace(c, slot="heading") if names and c.slot == "unit" else c for c in topic.cited
        ]
        return [
            Order(
                Verb.AMEND, tuple(cited), inline=tokens[quote].value if quote is not None else None,
                promises_text=quote is None, text=words, unknown=unknown,
            )
        ]  # fmt: skip

    # -- what nothing explains ------------------------------------------------------------------------

    def _unknown(self, start: int, end: int) -> str:
        used: set[int] = set()
        places(self._tokens, start, end, used)
        for at in range(start, end):
            token = self._tokens[at]
            is_word = token.kind in (TokenKind.WORD, TokenKind.ACT) and token.value[:1].isalnum()
            if is_word and at not in used and token.value.lower() not in _COURTESY:
                if self._describes(at, end):
                    continue
                return self._text[token.start : self._tokens[end - 1].end]
        return ""

    def _describes(self, at: int, end: int) -> bool:
        """ "thời hạn trả lời “05 ngày” thay bằng “03 ngày”": a few plain words right before what is
        quoted say what it is about."""
        quote = next(
            (i for i in range(at, min(at + _DESCRIPTION, end)) if self._kind(i) is TokenKind.QUOTE),
            None,
        )
        if quote is None or not any(self._kind(i) is TokenKind.JOIN for i in range(quote, end)):
            return False
        before = self._tokens[at:quote]
        return all(t.kind is TokenKind.WORD and t.value.isalpha() for t in before)

    def _kind(self, at: int) -> TokenKind:
        return self._tokens[at].kind


_DESCRIPTION = 7  # tokens


def _item_before(new: Cited) -> Cited | None:
    """ "bổ sung gạch đầu dòng thứ tư": behind the third one."""
    number = new.slot.partition(":")[2]
    return (
        replace(new, slot=f"item:{int(number) - 1}") if number.isdigit() and number > "1" else None
    )


def _completed(cited: list[Cited], above: Sequence[Cited]) -> list[Cited]:
    """Give what is named inside a place with what holds it: of several places what they share."""
    held = [one.steps for one in above if one.steps]
    if not held:
        return cited
    made = []
    for one in cited:
        if one.rank >= _ARTICLE:
            made.append(one)
            continue
        missing = [[s for s in steps if Cited([s]).rank > one.rank] for steps in held]
        same = all(each == missing[0] for each in missing)
        made.append(replace(one, steps=[*one.steps, *missing[0]]) if same else one)
    return made


def _left_out(one: Cited, above: Sequence[Cited]) -> Cited:
    """ "…, trừ câu cuối": of the place itself."""
    if not one.steps and len(above) == 1:
        return replace(one, steps=list(above[0].steps))
    return _completed([one], above)[0]


_ARTICLE = Cited([Step(str(UnitKind.ARTICLE), "")]).rank
