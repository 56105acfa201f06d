"""What is said of a place: the predicate of a sentence that names its place first → orders.

    predicate = [adverb] verb … | words-pair | [adverb] "như sau" | nothing before the new wording
    words-pair = quotation ("bằng" | "thành" | "nay là" | "rút xuống") quotation

What it orders follows from its verb and from what is quoted. A word that no rule takes makes the order
unknown. Source: docs/field.md 4.1, 4.5.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from quyche_app.domain.addresses import Step
from quyche_app.domain.operations import Verb
from quyche_app.domain.units import UnitKind
from quyche_app.language.borders import side_of
from quyche_app.language.citations import Cited
from quyche_app.language.lexer import Token, TokenKind, is_closed
from quyche_app.language.orders import Clause, Order, WordPair
from quyche_app.language.phrase_grammar import phrase_orders
from quyche_app.language.places import places
from quyche_app.language.vocabulary import verb_of

_ADVERBS = frozenset(("nay", "được", "thì", "cần", "đều", "xin", "là", "lại", "toàn", "bộ"))
# Words of a predicate that say nothing of their own: "bổ sung thêm câu sau vào cuối khoản: “…”".
_COURTESY = frozenset(
    (
        "nội", "dung", "câu", "sau", "đây", "mới", "như", "đoạn", "ý", "thêm", "lại", "là", "toàn",
        "bộ", "với", "đi", "nữa", "này", "cũ", "cuối", "của", "nay", "được", "các", "một", "từ",
        "cụm", "chữ", "giữa", "làm", "chung", "vị", "trí", "cho", "nhau",
        "khoản", "điểm", "điều", "quy định", "thì", "đều", "hai", "thành", "bằng",
    )
)  # fmt: skip
_WORDS_ALONE = frozenset(("cụm từ", "từ", "chữ", "từ ngữ", "số", "dấu", "các cụm từ", "các từ"))


_DESCRIPTION = 7  # tokens
_BEGINS_FURTHER = frozenset((TokenKind.UNIT, TokenKind.SLOT, TokenKind.OBJECT, TokenKind.QUOTE))
_ARTICLE = Cited([Step(str(UnitKind.ARTICLE), "")]).rank


@dataclass
class Topic:
    """The place of a piece; ``side``: "sau khoản 3 … bổ sung" puts something beside it."""

    cited: list[Cited] = field(default_factory=list)
    side: str = ""


@dataclass(frozen=True)
class _Predicate:
    """Tokens ``start`` to ``end`` (end excluded), what is said of a topic."""

    tokens: Sequence[Token]
    text: str
    start: int
    end: int
    topic: Topic

    @cached_property
    def quotes(self) -> list[int]:
        """Where its quotations stand."""
        return self.places_of(TokenKind.QUOTE, self.start, self.end)

    @cached_property
    def verbs(self) -> list[int]:
        """Where its verbs stand, before the first quotation."""
        return self.places_of(TokenKind.VERB, self.start, self.until)

    @property
    def until(self) -> int:
        """The first quotation, or the end."""
        return self.quotes[0] if self.quotes else self.end

    @property
    def behind(self) -> int:
        """The token behind the verbs."""
        return self.verbs[-1] + 1 if self.verbs else self.start

    @property
    def verb(self) -> Verb | None:
        """What its first verb orders."""
        return verb_of(self.tokens[self.verbs[0]].value) if self.verbs else None

    @property
    def inline(self) -> str | None:
        """The words of the first quotation."""
        return self.tokens[self.quotes[0]].value if self.quotes else None

    @property
    def words(self) -> str:
        """Its words as they stand in the text."""
        if self.start >= self.end:
            return ""
        return self.text[self.tokens[self.start].start : self.tokens[self.end - 1].end]

    def places_of(self, kind: TokenKind, start: int, end: int) -> list[int]:
        """Where tokens of a kind stand."""
        return [i for i in range(start, end) if self.tokens[i].kind is kind]

    def word(self, at: int) -> str:
        """A token in small letters."""
        return self.tokens[at].value.lower()

    def inner(self, start: int, end: int) -> list[Cited]:
        """The places named inside it, completed by the topic."""
        cited = places(self.tokens, start, end)
        return completed([c for c in cited if c.steps or c.slot != "unit"], self.topic.cited)

    def order(
        self,
        verb: Verb,
        targets: Sequence[Cited] = (),
        *,
        results: Sequence[Cited] = (),
        reference: Cited | None = None,
        side: str = "",
    ) -> Order:
        """Give an order about provisions with what the predicate says besides."""
        return Order(
            verb,
            tuple(targets),
            tuple(results),
            reference,
            side,
            inline=self.inline,
            promises_text=self.inline is None,
            text=self.words,
            unknown=self.unknown,
        )

    @cached_property
    def unknown(self) -> str:
        """Its words from the first one that no rule takes; "" when there is none."""
        used: set[int] = set()
        places(self.tokens, self.start, self.end, used)
        for at in range(self.start, self.end):
            token = self.tokens[at]
            if at in used or not (is_word(token) or token.kind is TokenKind.ACT):
                continue
            if token.value.isdigit() and self._is_count(at):
                continue
            if token.value.lower() not in _COURTESY and not self._describes(at):
                return self.text[token.start : self.tokens[self.end - 1].end]
        return ""

    def _is_count(self, at: int) -> bool:
        """ "bổ sung 01 khoản": how many, whose numbers the new words tell."""
        return at + 1 < self.end and self.tokens[at + 1].kind is TokenKind.UNIT

    def _describes(self, at: int) -> bool:
        """ "thời hạn trả lời “05 ngày” thay bằng “03 ngày”": a few plain words right before what is
        quoted say what it is about."""
        near = self.places_of(TokenKind.QUOTE, at, min(at + _DESCRIPTION, self.end))
        if not near or not self.places_of(TokenKind.JOIN, near[0], self.end):
            return False
        before = self.tokens[at : near[0]]
        return all(t.kind is TokenKind.WORD and t.value.isalpha() for t in before)


def is_word(token: Token) -> bool:
    """Tell a token that says something and is none of the grammar."""
    return token.kind is TokenKind.WORD and token.value[:1].isalnum()


def predicate_orders(
    tokens: Sequence[Token], text: str, start: int, end: int, topic: Topic
) -> list[Order]:
    """Give what is ordered of a topic; nothing when that is not understood."""
    orders: list[Order] = []
    cuts = [start, *_further_verbs(tokens, start, end), end]
    for begin, stop in itertools.pairwise(cuts):
        at = next((i for i in range(begin, stop) if not _is_adverb(tokens[i])), stop)
        made = _orders_of(_Predicate(tokens, text, at, stop, topic))
        if not made:
            return []
        orders += made
    return orders


def _is_adverb(token: Token) -> bool:
    is_mark = token.kind in (TokenKind.SEPARATOR, TokenKind.COLON)
    return is_mark or token.value.lower() in _ADVERBS


def _further_verbs(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Where a further verb of the same place begins: "thay «.» bằng «;» và bổ sung ý d «d) …»"."""
    first = next((i for i in range(start, end) if tokens[i].kind is TokenKind.QUOTE), end)
    return [
        at
        for at in range(first + 2, end - 1)
        if tokens[at].kind is TokenKind.VERB
        and tokens[at - 1].kind is TokenKind.SEPARATOR
        and tokens[at + 1].kind in _BEGINS_FURTHER
    ]


def _orders_of(said: _Predicate) -> list[Order] | None:
    if not all(is_closed(said.tokens[i]) for i in said.quotes):
        return None
    if said.places_of(TokenKind.POSITION, said.start, said.verbs[0] if said.verbs else said.start):
        return None  # "Điểm 6.1, sau gạch đầu dòng 4 thêm …"
    if _is_pair(said):
        return _words(said, Verb.REPLACE)
    if (plain := _plain_pair(said)) is not None:
        return [plain]
    verb = said.verb
    if len(said.quotes) > 1 and verb not in (Verb.INSERT, Verb.REPEAL):
        return None
    rule = _RULES.get(verb, _amended) if verb is not None else _amended
    return rule(said)


def _is_pair(said: _Predicate) -> bool:
    """Quoted words, a joining word, quoted words."""
    return any(
        said.places_of(TokenKind.JOIN, one, other) for one, other in itertools.pairwise(said.quotes)
    )


# -- words ------------------------------------------------------------------------------------------


def _words(said: _Predicate, verb: Verb) -> list[Order]:
    clause = Clause(verb, max(said.behind - 1, 0), said.behind, said.end, said.words)
    above = said.topic.cited
    made = phrase_orders(clause, said.tokens, said.words, said.text, above, is_explained=True)
    return [
        replace(
            order,
            pairs=tuple(
                replace(pair, places=tuple(completed(list(pair.places), above)))
                for pair in order.pairs
            ),
            exclusions=tuple(
                (left, tuple(_left_out(one, above) for one in places_left))
                for left, places_left in order.exclusions
            ),
            unknown=said.unknown or order.unknown,
        )
        for order in made
    ]


def _plain_pair(said: _Predicate) -> Order | None:
    """Words without marks: "thay 05 ngày làm việc bằng 03 ngày làm việc"."""
    joins = said.places_of(TokenKind.JOIN, said.behind, said.end)
    if said.quotes or said.verb is not Verb.REPLACE or len(joins) != 1:
        return None
    join = joins[0]
    sides = (said.tokens[said.behind : join], said.tokens[join + 1 : said.end])
    if not all(map(_are_plain_words, sides)):
        return None
    old, new = (said.text[side[0].start : side[-1].end].strip(" .;,") for side in sides)
    pair = WordPair(old, new, places=tuple(said.topic.cited))
    return Order(Verb.REPLACE_WORDS, pairs=(pair,), text=said.words)


def _are_plain_words(tokens: Sequence[Token]) -> bool:
    """Whether tokens say something and name no provision."""
    return any(map(is_word, tokens)) and all(t.kind in _PLAIN_KINDS for t in tokens)


_PLAIN_KINDS = frozenset((TokenKind.WORD, TokenKind.SEPARATOR, TokenKind.OF))


# -- provisions -------------------------------------------------------------------------------------


def _repealed(said: _Predicate) -> list[Order]:
    if said.quotes:
        return _words(said, Verb.REPEAL)
    targets = said.inner(said.behind, said.end) or said.topic.cited
    return [replace(said.order(Verb.REPEAL, targets), promises_text=False)]


def _inserted(said: _Predicate) -> list[Order] | None:
    between = next((i for i in range(said.behind, said.end) if said.word(i) == "giữa"), None)
    positions = said.places_of(TokenKind.POSITION, said.behind, said.end)
    if not positions and between is None:
        return _inserted_in_topic(said)
    position = positions[0] if positions else said.end if between is None else between
    if len(said.quotes) > 1 and said.quotes[0] < position:
        return _words(said, Verb.INSERT)  # "bổ sung “A” vào sau “B”"
    side = side_of(said.tokens[position].value) if positions else "after"
    stop = said.until if position < said.until else said.end
    beside = said.inner(position + 1, stop) or said.topic.cited
    if side in ("end", "start"):
        return _at_border(said, side, beside)
    new = said.inner(said.behind, min(position, said.until))
    return [said.order(Verb.INSERT, new, reference=beside[0], side=side)]


def _inserted_in_topic(said: _Predicate) -> list[Order] | None:
    """Something new in the topic, or beside it: "Sau khoản 3 Điều 3 bổ sung khoản 3a"."""
    topic = said.topic
    new = said.inner(said.behind, said.until)
    beside, side = None, topic.side
    if side:
        beside = topic.cited[0 if side == "between" else -1]
        side = "after" if side == "between" else side
    if new and all(one.slot == "unit" for one in new):
        return [said.order(Verb.INSERT, new, reference=beside, side=side)]
    if new or beside is not None:
        return _new_dash(said, new, beside, side)
    return _at_border(said, "end", topic.cited)


def _new_dash(
    said: _Predicate, new: Sequence[Cited], beside: Cited | None, side: str
) -> list[Order] | None:
    """A new dash beside another one; where a new lead goes is told by no number."""
    if said.inline is None:
        return None
    if beside is None and len(new) == 1:
        beside, side = _item_before(new[0]), "after"
    if beside is None or not beside.slot.startswith("item:"):
        return None
    return [said.order(Verb.INSERT, reference=beside, side=side)]


def _item_before(new: Cited) -> Cited | None:
    """ "bổ sung gạch đầu dòng thứ tư": behind the third one."""
    kind, _, number = new.slot.partition(":")
    if kind != "item" or not number.isdigit() or int(number) < 2:
        return None
    return replace(new, slot=f"item:{int(number) - 1}")


def _at_border(said: _Predicate, side: str, beside: Sequence[Cited]) -> list[Order] | None:
    """Words for the end or the start of a place: a whole sentence stands for itself, words go before
    the closing mark (docs/field.md 4.5)."""
    inline = said.inline
    is_part = any(one.slot != "unit" for one in beside)  # of a paragraph: words go into it
    if any(one.slot.startswith("sentence") for one in beside):
        return None
    if is_part and (inline is None or inline[:1].isupper()):
        return None
    is_phrase = bool(said.quotes) and said.word(said.quotes[0] - 1) in _WORDS_ALONE
    if inline is not None and (is_part or is_phrase):
        pair = WordPair("", inline, places=tuple(beside), side=side)
        return [Order(Verb.ADD_WORDS, pairs=(pair,), text=said.words, unknown=said.unknown)]
    if len(beside) != 1:
        return None
    return [said.order(Verb.INSERT, reference=beside[0], side=side)]


def _moved(said: _Predicate) -> list[Order] | None:
    """Merge, split, move, renumber: what stands before "thành" becomes what stands behind it."""
    join = next((i for i in range(said.behind, said.until) if said.word(i) == "thành"), said.until)
    before = said.inner(said.behind, join) or said.topic.cited
    after = completed(said.inner(min(join + 1, said.until), said.until), before[-1:])
    verb = said.verb or Verb.MOVE
    if verb is Verb.MERGE and not after and "làm một" in said.words:
        after = before[:1]
    if verb is Verb.RENUMBER and len(before) == 2 and "vị trí cho nhau" in said.words:
        after = before[::-1]
    if not after and said.inline is not None:
        return _amended(said)  # "Tên Chương III đổi thành: “…”"
    return [said.order(verb, before, results=after)]


def _amended(said: _Predicate) -> list[Order] | None:
    follows = bool(said.places_of(TokenKind.FOLLOWS, said.start, said.end))
    says_nothing = said.verb is None and said.inline is None and not follows
    if says_nothing and not said.text.rstrip().endswith((":", "thành", "là")):
        return None  # a place and nothing ordered
    slots = said.places_of(TokenKind.SLOT, said.start, said.end)
    cited = said.topic.cited
    if any(said.word(at) == "tên" for at in slots):
        cited = [replace(c, slot="heading") if c.slot == "unit" else c for c in cited]
    return [said.order(Verb.AMEND, cited)]


_RULES: dict[Verb, Callable[[_Predicate], list[Order] | None]] = {
    Verb.REPEAL: _repealed,
    Verb.INSERT: _inserted,
    Verb.MERGE: _moved,
    Verb.SPLIT: _moved,
    Verb.MOVE: _moved,
    Verb.RENUMBER: _moved,
}


# -- completing -------------------------------------------------------------------------------------


def completed(cited: list[Cited], above: Sequence[Cited]) -> list[Cited]:
    """Give what is named inside a place with what holds it: of several places what they share."""
    held = [one.steps for one in above if one.steps]
    return [_held(one, held) if held and one.rank < _ARTICLE else one for one in cited]


def _held(one: Cited, held: Sequence[list[Step]]) -> Cited:
    missing = [[s for s in steps if Cited([s]).rank > one.rank] for steps in held]
    if any(each != missing[0] for each in missing):
        return one
    return replace(one, steps=[*one.steps, *missing[0]])


def _left_out(one: Cited, above: Sequence[Cited]) -> Cited:
    """ "…, trừ câu cuối": of the place itself."""
    if not one.steps and len(above) == 1:
        return replace(one, steps=list(above[0].steps))
    return completed([one], above)[0]
