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
from quyche_app.domain.line_labels import read_label
from quyche_app.domain.patterns import late
from quyche_app.domain.sequences import only
from quyche_app.domain.units import UnitKind
from quyche_app.domain.verbs import Verb
from quyche_app.language.borders import side_of
from quyche_app.language.citations import ANNEX_KINDS, ARTICLE_RANK, Cited
from quyche_app.language.lexer import Token, TokenKind, is_closed, kind_at
from quyche_app.language.orders import Clause, Order, WordPair
from quyche_app.language.phrase_grammar import phrase_orders
from quyche_app.language.places import places
from quyche_app.language.vocabulary import verb_of

_ADVERBS = frozenset(
    ("nay", "được", "bị", "có", "thì", "cần", "đều", "xin", "là", "lại", "toàn", "bộ")
)
# Words of a predicate that say nothing of their own: "bổ sung thêm câu sau vào cuối khoản: “…”".
_COURTESY = frozenset(
    (
        "nội", "dung", "câu", "sau", "đây", "mới", "như", "đoạn", "ý", "thêm", "lại", "là", "toàn",
        "bộ", "với", "này", "cũ", "của", "nay", "được", "các", "một", "từ", "cụm", "chữ", "thì",
        "đều", "thành", "bằng", "giữa", "làm", "nhu",
        "chung", "quy định", "vị", "trí", "cho", "nhau",
    )
)  # fmt: skip
_COMPARING = frozenset(("nâng", "tăng", "giảm"))
_OF_DASH = frozenset(("gạch", "đầu", "dòng"))
# Of a repeal even fewer: "bỏ hai câu cuối" is not "bỏ".
_COURTESY_OF_REPEAL = frozenset(
    ("đi", "nữa", "nay", "toàn", "bộ", "nội", "dung", "quy định", "các", "từ")
)
_TAKING = frozenset((Verb.REPEAL, Verb.SUSPEND))
_WORDS_ALONE = frozenset(("cụm từ", "từ", "chữ", "từ ngữ", "số", "dấu", "các cụm từ", "các từ"))


_DESCRIPTION = 7  # tokens
_BEGINS_FURTHER = frozenset((TokenKind.UNIT, TokenKind.SLOT, TokenKind.OBJECT, TokenKind.QUOTE))


@dataclass
class Topic:
    """The place of a piece; ``side``: "sau khoản 3 … bổ sung" puts something beside it."""

    cited: list[Cited] = field(default_factory=list)
    side: str = ""


@dataclass
class _Predicate:
    """Tokens ``start`` to ``end`` (end excluded), what is said of a topic.

    Attributes:
        taken: tokens that the order accounts for: what names a place, quotes, joins or orders and is not
            among them makes the whole sentence not understood.
    """

    tokens: Sequence[Token]
    text: str
    start: int
    end: int
    topic: Topic
    taken: set[int] = field(default_factory=set)

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

    @property
    def before(self) -> str:
        """The word before it."""
        return self.word(self.start - 1) if self.start else ""

    def places_of(self, kind: TokenKind, start: int, end: int) -> list[int]:
        """Where tokens of a kind stand."""
        return [i for i in range(start, end) if self.tokens[i].kind is kind]

    def word(self, at: int) -> str:
        """A token in small letters."""
        return self.tokens[at].word

    def kind(self, at: int) -> TokenKind | None:
        """The kind of a token; nothing behind the end."""
        return kind_at(self.tokens, at, self.end)

    def inner(self, start: int, end: int) -> list[Cited]:
        """The places named inside it, completed by the topic."""
        cited = places(self.tokens, start, end, self.taken)
        self.taken.update(self.places_of(TokenKind.SLOT, start, end))
        named = [c for c in cited if (c.steps, c.slot) != ([], "unit")]
        return completed(named, self.topic.cited)

    def or_topic(self, inner: list[Cited]) -> list[Cited]:
        """The places named inside it, or all of the topic."""
        return inner or self.topic.cited

    def take(self, *kinds: TokenKind) -> None:
        """Account for every token of some kinds."""
        for kind in kinds:
            self.taken.update(self.places_of(kind, self.start, self.end))

    @property
    def is_left(self) -> bool:
        """Whether a token that means something is accounted for by nothing."""
        left = set(range(self.start, self.end)) - self.taken
        return any(self.tokens[i].kind in _MEANT for i in left)

    @property
    def promises(self) -> bool:
        """The sentence ends with a colon, and the predicate with it."""
        if any(token.value[:1].isalnum() for token in self.tokens[self.end :]):
            return False
        return self.text.rstrip().endswith(":")

    @property
    def has_wording(self) -> bool:
        """New words are quoted, or "như sau" says that they follow."""
        said = self.tokens[self.start : self.end]
        return any(token.kind in (TokenKind.QUOTE, TokenKind.FOLLOWS) for token in said)

    @property
    def is_of_words(self) -> bool:
        """ "bổ sung cụm từ “A”": what is quoted are words, and no whole sentence."""
        return any(self.word(at - 1) in _WORDS_ALONE for at in self.quotes[:1])

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
        courtesy = self._courtesy()
        used: set[int] = set()
        places(self.tokens, self.start, self.end, used)
        left = (at for at in range(self.start, self.end) if at not in used)
        strange = next((at for at in left if not self._is_plain(at, courtesy)), None)
        if strange is None:
            return ""
        return self.text[self.tokens[strange].start : self.tokens[self.end - 1].end]

    def _courtesy(self) -> frozenset[str]:
        """The words that say nothing of their own here."""
        if self.quotes:
            return _COURTESY
        return _COURTESY_OF_REPEAL if self.verb in _TAKING else _COURTESY

    def _is_plain(self, at: int, courtesy: frozenset[str]) -> bool:
        """Whether a token needs no rule of its own."""
        token = self.tokens[at]
        if not (is_word(token) or token.kind is TokenKind.ACT):
            return True
        if token.word in _COMPARING:
            return bool(self.places_of(TokenKind.JOIN, at, self.end))  # "tăng thêm “02 ngày”"
        if token.word in _OF_DASH:
            return self.verb is Verb.INSERT
        if token.word in courtesy:
            return True
        return self._is_count(at) or self._describes(at)

    def _is_count(self, at: int) -> bool:
        """ "bổ sung 01 khoản": how many, whose numbers the new words tell."""
        return self.tokens[at].value.isdigit() and self.kind(at + 1) is TokenKind.UNIT

    def _describes(self, at: int) -> bool:
        """ "thời hạn trả lời “05 ngày” thay bằng “03 ngày”": a few plain words right before what is
        quoted say what it is about."""
        near = self.places_of(TokenKind.QUOTE, at, min(at + _DESCRIPTION, self.end))
        if not near:
            return False
        if not self.places_of(TokenKind.JOIN, near[0], self.end):
            return False
        before = self.tokens[at : near[0]]
        if before[-1].kind is TokenKind.OBJECT:  # "thời hạn từ “5 ngày” lên “7 ngày”"
            before = before[:-1]
        return all((t.kind, t.value.isalpha()) == (TokenKind.WORD, True) for t in before)


def is_word(token: Token) -> bool:
    """Tell a token that says something and is none of the grammar."""
    return token.kind is TokenKind.WORD and token.value[:1].isalnum()


def predicate_orders(
    tokens: Sequence[Token], text: str, start: int, end: int, topic: Topic
) -> list[Order]:
    """Give what is ordered of a topic; nothing when that is not understood, were it in part."""
    orders: list[Order] = []
    cuts = [start, *_further_verbs(tokens, start, end), end]
    for begin, stop in itertools.pairwise(cuts):
        at = next((i for i in range(begin, stop) if not _is_adverb(tokens[i])), stop)
        made = _orders_of(_Predicate(tokens, text, at, stop, topic))
        if not made:
            return []
        orders += made
    several = sum(order.promises_text for order in orders) > 1
    return [] if several else orders


def _is_adverb(token: Token) -> bool:
    if token.kind in (TokenKind.SEPARATOR, TokenKind.COLON):
        return True
    return token.word in _ADVERBS


def _further_verbs(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    """Where a further verb of the same place begins: "thay «.» bằng «;» và bổ sung ý d «d) …»", "bỏ
    khoản 1, sửa khoản 2 như sau"."""
    first = next((i for i in range(start, end) if tokens[i].kind in _OBJECTS), end)
    inside = range(first + 1, end - 1)
    return [at for at in inside if _is_further_verb(*tokens[at - 1 : at + 2])]


def _is_further_verb(before: Token, verb: Token, behind: Token) -> bool:
    if verb.kind is not TokenKind.VERB:
        return False
    if behind.kind not in _BEGINS_FURTHER:
        return False
    return before.kind is TokenKind.SEPARATOR or before.word == "."


_OBJECTS = frozenset((TokenKind.UNIT, TokenKind.SLOT, TokenKind.QUOTE))
# Tokens that mean something: each must be accounted for.
_MEANT = frozenset(
    (
        TokenKind.VERB,
        TokenKind.UNIT,
        TokenKind.SLOT,
        TokenKind.QUOTE,
        TokenKind.JOIN,
        TokenKind.POSITION,
        TokenKind.EXCEPT,
        TokenKind.RANGE,
    )
)


def _orders_of(said: _Predicate) -> list[Order] | None:
    if not all(is_closed(said.tokens[i]) for i in said.quotes) or not _is_one_verb(said):
        return None
    if _words_beside(said):
        return _added_beside(said)
    if said.places_of(TokenKind.POSITION, said.start, said.verbs[0] if said.verbs else said.start):
        return None  # "Điểm 6.1, sau gạch đầu dòng 4 thêm …"
    said.taken.update(said.verbs)
    rule = _rule_of(said)
    made = rule(said)
    return None if said.is_left else made


def _words_beside(said: _Predicate) -> bool:
    """ "sau cụm từ “A” thêm cụm từ “B”": the words that stay come first."""
    tokens = said.tokens[said.start : said.end]
    meant = [token for token in tokens if token.kind in _MEANT or is_word(token)]
    if [token.kind for token in meant] != _BESIDE_FIRST:
        return False
    return verb_of(meant[2].value) is Verb.INSERT


_BESIDE_FIRST = [TokenKind.POSITION, TokenKind.QUOTE, TokenKind.VERB, TokenKind.QUOTE]


def _added_beside(said: _Predicate) -> list[Order]:
    side = side_of(said.tokens[said.places_of(TokenKind.POSITION, said.start, said.end)[0]].value)
    anchor, new = (said.tokens[i].value for i in said.quotes)
    pair = WordPair("", new, anchor=anchor, side=side, places=tuple(said.topic.cited))
    return [Order(Verb.ADD_WORDS, pairs=(pair,), text=said.words)]


def _is_one_verb(said: _Predicate) -> bool:
    """Whether the verbs before what they order are one: "không thực hiện, bãi bỏ", "bổ sung thêm"."""
    if any(token.kind not in _IN_CHAIN for token in said.tokens[said.start : said.behind]):
        return False
    return len({verb_of(said.tokens[i].value) for i in said.verbs}) < 2


_IN_CHAIN = frozenset(
    (
        TokenKind.VERB,
        TokenKind.SEPARATOR,
        TokenKind.WORD,
        TokenKind.OF,
        TokenKind.THIS,
        TokenKind.SOME,
    )
)


def _rule_of(said: _Predicate) -> Callable[[_Predicate], list[Order] | None]:
    verb = said.verb
    if said.topic.side and verb is not Verb.INSERT:
        return _not_understood  # "Sau khoản 2 sửa khoản 3"
    is_pair = _is_pair(said)
    if verb in (Verb.INSERT, Verb.REPEAL):
        if not is_pair:
            return _RULES[verb]
        # "bỏ “A”, “B” thành “C”" is not understood.
        return _replaced_words if len(said.quotes) == 2 else _not_understood
    if is_pair:
        return _replaced_words
    if _plain_sides(said):
        return _plain_pair
    return _not_understood if len(said.quotes) > 1 else _RULES.get(verb, _amended)


def _not_understood(said: _Predicate) -> None:
    return None


def _is_pair(said: _Predicate) -> bool:
    """Quoted words, a joining word, quoted words."""
    return any(
        said.places_of(TokenKind.JOIN, one, other) for one, other in itertools.pairwise(said.quotes)
    )


# -- words ------------------------------------------------------------------------------------------


def _replaced_words(said: _Predicate) -> list[Order] | None:
    made = _words(said, Verb.REPLACE)
    if made is None:
        return None
    is_joined = all(pair.new for order in made for pair in order.pairs)
    return made if is_joined else None  # a quotation that nothing joins


def _words(said: _Predicate, verb: Verb) -> list[Order] | None:
    behind = said.behind if said.verbs else said.start
    if not _is_plain_list(said, behind):
        return None
    clause = Clause(verb, max(behind - 1, 0), behind, said.end, said.words)
    above = said.topic.cited
    made = phrase_orders(clause, said.tokens, said.words, said.text, above, is_explained=True)
    if not _are_complete(made, said, behind):
        return None
    said.take(*_MEANT)
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


def _are_complete(made: Sequence[Order], said: _Predicate, start: int) -> bool:
    """Whether orders hold every quotation, and what is left out."""
    used = [
        words
        for order in made
        for words in (
            *(w for pair in order.pairs for w in (pair.old, pair.new, pair.anchor)),
            *(left for left, _ in order.exclusions),
        )
    ]
    if any(said.tokens[i].value not in used for i in said.quotes):
        return False
    if any(order.exclusions for order in made):
        return True
    return not said.places_of(TokenKind.EXCEPT, start, said.end)


def _is_plain_list(said: _Predicate, start: int) -> bool:
    """Whether words stand in a list without a second sentence in it: no further verb but in "thay bằng",
    no range, and no place but behind "tại", "của", "trừ" or at a border."""
    introduced = False
    for at in range(start, said.end):
        introduced = _INTRODUCES.get(said.tokens[at].kind, introduced)
        match said.tokens[at].kind:
            case TokenKind.VERB:
                is_plain = said.kind(at + 1) is TokenKind.JOIN
            case TokenKind.UNIT | TokenKind.SLOT:
                is_plain = introduced
            case TokenKind.RANGE:
                is_plain = False
            case _:
                is_plain = True
        if not is_plain:
            return False
    return True


# Whether a place may follow.
_INTRODUCES = {
    TokenKind.AT: True,
    TokenKind.OF: True,
    TokenKind.EXCEPT: True,
    TokenKind.POSITION: True,
    TokenKind.QUOTE: False,
}


def _plain_sides(said: _Predicate) -> list[Sequence[Token]]:
    """The words before and behind "bằng" where no marks stand; nothing when they name something."""
    if said.quotes or said.verb not in (Verb.REPLACE, Verb.AMEND):
        return []
    join = only(said.places_of(TokenKind.JOIN, said.behind, said.end))
    if join is None:
        return []
    old, new = said.tokens[said.behind : join], said.tokens[join + 1 : said.end]
    is_said = said.verb is Verb.REPLACE or any(token.value[:1].isdigit() for token in old)
    is_like = len(old) == len([t for t in new if is_word(t)])  # nothing behind the new words
    return [old, new] if all((is_said, is_like, *map(_are_plain_words, (old, new)))) else []


def _plain_pair(said: _Predicate) -> list[Order]:
    """Words without marks: "thay 05 ngày làm việc bằng 03 ngày làm việc"."""
    old, new = (
        said.text[side[0].start : side[-1].end].strip(" .;,") for side in _plain_sides(said)
    )
    said.take(TokenKind.JOIN)
    if all(_NUMBER.match(words) for words in (old, new)):
        old, new = (_NUMBER.sub("", words) for words in (old, new))
    pair = WordPair(old, new, places=tuple(said.topic.cited))
    return [Order(Verb.REPLACE_WORDS, pairs=(pair,), text=said.words)]


_NUMBER = late(r"số\s+(?=\d[\d.,]*$)")  # "thay số 22 bằng số 20"


def _are_plain_words(tokens: Sequence[Token]) -> bool:
    """Whether tokens say something and name no provision."""
    if any(token.kind not in _PLAIN_KINDS for token in tokens):
        return False
    return any(map(is_word, tokens))


_PLAIN_KINDS = frozenset((TokenKind.WORD, TokenKind.OF))


# -- provisions -------------------------------------------------------------------------------------


def _repealed(said: _Predicate) -> list[Order] | None:
    if said.quotes:
        return _words(said, Verb.REPEAL)
    if said.promises or said.places_of(TokenKind.OBJECT, said.behind, said.end):
        return None  # "bỏ các nội dung sau:", "bỏ cụm từ."
    return _of_places(said, Verb.REPEAL)


def _of_places(said: _Predicate, verb: Verb) -> list[Order] | None:
    """An order that needs no new wording, on what the predicate names inside the topic, or on the topic."""
    inner = said.inner(said.behind, said.end)
    if not _are_inside(inner, said.topic.cited):
        return None
    return [replace(said.order(verb, said.or_topic(inner)), promises_text=False)]


def _are_inside(inner: Sequence[Cited], topic: Sequence[Cited]) -> bool:
    """Whether places named inside a predicate are in the topic, or have an article of their own."""
    return all(_is_inside(one, other) for one in inner for other in topic)


def _is_inside(one: Cited, other: Cited) -> bool:
    if one.steps == other.steps:
        return True  # "khoản 2: … bỏ khoản 2"
    if one.rank < ARTICLE_RANK:
        return True
    return other.rank > ARTICLE_RANK or _same_article(one, other)


def _same_article(one: Cited, other: Cited) -> bool:
    """Whether a place is a part of another one of the same article."""
    if _articles(one) != _articles(other):
        return False
    return len(one.steps) > len(other.steps) or one.slot != other.slot == "unit"


def _articles(cited: Cited) -> list[str]:
    return [step.label for step in cited.steps if step.kind == UnitKind.ARTICLE]


def _inserted(said: _Predicate) -> list[Order] | None:
    between = (i for i in range(said.behind, said.end) if said.word(i) == "giữa")
    positions = said.places_of(TokenKind.POSITION, said.behind, said.end)
    _take_announced(said)
    position = next(itertools.chain(positions, between), None)
    if position is None:
        return _inserted_in_topic(said)
    if any(at < position for at in said.quotes[:-1]):
        return _words(said, Verb.INSERT)  # "bổ sung “A” vào sau “B”"
    said.taken.add(position)
    if said.kind(position + 1) is TokenKind.UNIT:
        said.taken.add(position + 1)  # "vào cuối khoản"
    side = side_of(said.tokens[position].value) if positions else "after"
    stop = said.until if position < said.until else said.end
    own = said.inner(position + 1, stop)
    beside = said.or_topic(own)
    new = said.inner(said.behind, min(position, said.until))
    if not new and _is_itself_new(said, own):
        new = [
            replace(one, steps=[*one.steps[:1], *own[0].steps[_above(one, own[0]) :]])
            for one in said.topic.cited
        ]
        own = own if side != "end" else []
    if side in ("end", "start"):
        return _new_at_border(said, side, new, own) if new else _at_border(said, side, beside)
    said.take(TokenKind.QUOTE)
    return [said.order(Verb.INSERT, new, reference=beside[0], side=side)]


def _new_at_border(
    said: _Predicate, side: str, new: Sequence[Cited], own: Sequence[Cited]
) -> list[Order] | None:
    """ "Điều 5: thêm khoản 5 vào cuối": its number says where it stands."""
    if (side, own) != ("end", []):
        return None
    said.taken.update(said.quotes[:1])
    return [said.order(Verb.INSERT, new)] if all(one.is_whole for one in new) else None


def _is_itself_new(said: _Predicate, own: Sequence[Cited]) -> bool:
    """ "Khoản 4 được bổ sung vào cuối Điều 2", "Điều 5a được bổ sung vào sau Điều 5": the place named first
    is what is new."""
    topic = said.topic.cited
    if (len(own), said.before) != (1, "được"):
        return False
    if any(len(one.steps) != 1 for one in topic):
        return False
    if any(one.rank > own[0].rank for one in topic):
        return False
    return all(one.is_whole for one in (*topic, *own))


def _above(new: Cited, place: Cited) -> int:
    """Where in a place what holds the new unit begins: all of it, or what is above a unit of its level."""
    return 1 if place.rank == new.rank else 0


def _take_announced(said: _Predicate) -> None:
    """ "bổ sung 01 khoản", "khoản sau đây", "khoản 2 mới": a kind that the new words fill."""
    for at in said.places_of(TokenKind.UNIT, said.start, said.end):
        before = said.word(at - 1) if at > said.start else ""
        behind = said.word(at + 1) if at + 1 < said.end else ""
        if before.isdigit() or behind in ("sau", "mới"):
            said.taken.add(at)


def _inserted_in_topic(said: _Predicate) -> list[Order] | None:
    """Something new in the topic, or beside it: "Sau khoản 3 Điều 3 bổ sung khoản 3a"."""
    topic = said.topic
    new = said.inner(said.behind, said.until)
    slots = [one.slot for one in new]
    if (topic.side, new) == ("end", []):
        return _at_border(said, "end", topic.cited)
    said.taken.update(said.quotes[:1])
    if topic.side:
        return _inserted_beside(said, new)
    if slots in _LAST_PARTS:
        return _at_border(said, "end", topic.cited)  # "bổ sung đoạn cuối: “…”"
    if set(slots) == {"unit"}:
        return [said.order(Verb.INSERT, new)]
    if new:
        return _new_item(said, new)
    if said.is_of_words:
        return None  # where words go is not said
    # What becomes of a number that was not announced is not said either.
    return _at_border(said, "end", topic.cited) if _is_announced(said) else None


_LAST_PARTS = (["paragraph:last"], ["sentence:last"])


def _inserted_beside(said: _Predicate, new: Sequence[Cited]) -> list[Order] | None:
    """ "Sau khoản 3 Điều 3 bổ sung khoản 3a", "Giữa khoản 3 và khoản 4 thêm …"."""
    side = _AS_SIDE.get(said.topic.side, said.topic.side)
    beside = said.topic.cited[0 if said.topic.side == "between" else -1]
    slots = [one.slot for one in new]
    if (slots, side) == (["lead"], "before"):
        # Of what holds the unit it stands before.
        new = [replace(new[0], steps=list(beside.steps[1:]))]
    elif set(slots) != {"unit"}:
        return _new_dash(said, new, beside, side)
    return [said.order(Verb.INSERT, new, reference=beside, side=side)]


_AS_SIDE = {"between": "after"}


def _is_announced(said: _Predicate) -> bool:
    """Whether new words with a dash or a number in front were announced as such: "thêm 02 khoản: “4. …”"."""
    if said.inline is None:
        return True
    if said.inline[:1] in "-–+":
        return "gạch đầu dòng" in said.words[: said.words.find(said.inline)].lower()
    label = read_label(said.inline)
    if label is None:
        return True
    units = said.taken.intersection(said.places_of(TokenKind.UNIT, said.start, said.until))
    return any(said.word(at) == _KIND_WORDS.get(label.kind) for at in units)


_KIND_WORDS = {UnitKind.ARTICLE: "điều", UnitKind.CLAUSE: "khoản", UnitKind.POINT: "điểm"}


def _new_item(said: _Predicate, new: Sequence[Cited]) -> list[Order] | None:
    """ "bổ sung gạch đầu dòng thứ tư: “…”"; where a new lead goes is told by no number."""
    if (said.inline is None, len(new)) != (False, 1):
        return None
    beside = _item_before(new[0])
    return None if beside is None else [said.order(Verb.INSERT, reference=beside, side="after")]


def _new_dash(
    said: _Predicate, new: Sequence[Cited], beside: Cited, side: str
) -> list[Order] | None:
    """A new dash beside another one, or a unit whose words tell its number."""
    if said.inline is None:
        return None if new else _new_beside(said, beside, side)
    is_told = beside.slot.startswith("item:") or _is_of_level(said.inline, beside)
    return [said.order(Verb.INSERT, reference=beside, side=side)] if is_told else None


_ANNOUNCING = frozenset(("nội", "dung", "sau", "mới", "thêm", "đây", "quy định"))


def _new_beside(said: _Predicate, beside: Cited, side: str) -> list[Order] | None:
    """ "Sau khoản 3 thêm như sau:": the new wording on the next lines has a number of its own."""
    words = {said.word(at) for at in range(said.behind, said.end) if is_word(said.tokens[at])}
    if words - _ANNOUNCING:
        return None
    is_told = (beside.slot, said.promises) == ("unit", True)
    return [said.order(Verb.INSERT, reference=beside, side=side)] if is_told else None


def _is_of_level(words: str, beside: Cited) -> bool:
    """Whether new words begin with a number of the level of a provision: "Sau khoản 3 bổ sung: “3a. …”"."""
    label = read_label(words)
    if label is None:
        return False
    return beside.slot == "unit" and label.kind == beside.own.kind


def _item_before(new: Cited) -> Cited | None:
    """ "bổ sung gạch đầu dòng thứ tư": behind the third one."""
    number = new.slot.removeprefix("item:")
    place = int(number) if number.isdigit() else 0
    return None if place < 2 else replace(new, slot=f"item:{place - 1}")


def _at_border(said: _Predicate, side: str, beside: Sequence[Cited]) -> list[Order] | None:
    """Words for the end or the start of a place: a whole sentence stands for itself, words go before
    the closing mark (docs/field.md 4.5)."""
    inline = said.inline
    said.taken.update(said.quotes[:1])
    if any("sentence" in one.slot for one in beside):
        return None
    is_part = any(one.slot != "unit" for one in beside)  # of a paragraph: words go into it
    if inline is None:
        return None if is_part else _sentence_at_border(said, side, beside)
    if is_part:
        return None if inline[:1].isupper() else _words_at_border(said, side, beside, inline)
    if said.is_of_words:
        return _words_at_border(said, side, beside, inline)
    return _sentence_at_border(said, side, beside)


def _words_at_border(
    said: _Predicate, side: str, beside: Sequence[Cited], words: str
) -> list[Order]:
    pair = WordPair("", words, places=tuple(beside), side=side)
    return [Order(Verb.ADD_WORDS, pairs=(pair,), text=said.words, unknown=said.unknown)]


def _sentence_at_border(said: _Predicate, side: str, beside: Sequence[Cited]) -> list[Order] | None:
    if (len(beside), side) != (1, "end"):
        return None
    return [said.order(Verb.INSERT, reference=beside[0], side=side)]


def _moved(said: _Predicate) -> list[Order] | None:
    """Merge, split, move, renumber: what stands before "thành" becomes what stands behind it."""
    joins = [i for i in range(said.behind, said.until) if said.word(i) == "thành"]
    join = joins[0] if joins else said.until
    said.taken.update(joins[:1])
    before = said.or_topic(said.inner(said.behind, join))
    after = completed(said.inner(min(join + 1, said.until), said.until), before[-1:])
    verb = said.verb or Verb.MOVE
    _take_announced(said)
    said.taken.update(said.quotes[:1])
    after = _results(said, verb, before, after)
    if after:
        return [said.order(verb, before, results=after)]
    if said.has_wording:
        return _amended(said)  # "Tên Chương III đổi thành: “…”"
    return [said.order(verb, before)] if said.promises else None


def _results(said: _Predicate, verb: Verb, before: list[Cited], after: list[Cited]) -> list[Cited]:
    """What becomes of places: what is named behind "thành", or what is said without a number."""
    is_swap = (verb, len(before)) == (Verb.RENUMBER, 2)
    if is_swap and "vị trí cho nhau" in said.words:
        return before[::-1]
    if after:
        return after
    becomes_one = (verb, "làm một" in said.words) == (Verb.MERGE, True)
    return before[:1] if becomes_one else []


def _amended(said: _Predicate) -> list[Order] | None:
    says_nothing = (said.verb, said.has_wording) == (None, False)
    if says_nothing and not said.text.rstrip().endswith((":", "thành", "là")):
        return None  # a place and nothing ordered
    _take_announced(said)
    said.taken.update(said.quotes[:1])
    said.take(TokenKind.JOIN)
    cited = _part_named(said)
    if cited is None:
        return None
    labels = [one.own.label for one in cited if one.steps]
    if len(labels) != len(set(labels)):
        return None  # of one quotation two provisions with one number
    return [said.order(Verb.AMEND, cited)]


def _without_twins(cited: Sequence[Cited]) -> list[Cited]:
    """What "thay điểm c bằng điểm c mới" names once."""
    return [
        one
        for number, one in enumerate(cited)
        if not any((e.steps, e.slot) == (one.steps, one.slot) for e in cited[:number])
    ]


def _part_named(said: _Predicate) -> list[Cited] | None:
    """What of the topic gets new wording: all of it, its name ("tên chương sửa thành"), or the part that
    the predicate names ("sửa đoạn thứ nhất")."""
    topic = said.topic.cited
    slots = said.places_of(TokenKind.SLOT, said.start, said.until)
    if [said.word(at) for at in slots] == ["tên"]:
        said.taken.update(slots)
        said.taken.update(i + 1 for i in slots if i + 1 < said.end)
        return [replace(one, slot="heading") if one.slot == "unit" else one for one in topic]
    inner = _without_twins(said.inner(said.start, said.until))
    if inner in ([], topic):
        return topic
    if [one.slot for one in topic] != ["unit"]:
        return None
    held = topic[0].steps
    inner = [replace(one, steps=list(held)) if not one.steps else one for one in inner]
    if any((one.steps, one.slot) == (held, "unit") for one in inner):
        return topic
    return inner if all(one.steps[-len(held) :] == held for one in inner) else None


def _suspended(said: _Predicate) -> list[Order] | None:
    """ "Khoản 3 Điều 2 tạm ngưng hiệu lực": the words stay, the effect rests."""
    return None if said.quotes or said.promises else _of_places(said, Verb.SUSPEND)


_RULES: dict[Verb | None, Callable[[_Predicate], list[Order] | None]] = {
    Verb.REPEAL: _repealed,
    Verb.SUSPEND: _suspended,
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
    if not held:
        return cited
    in_annex = all(steps[-1].kind in ANNEX_KINDS for steps in held)
    return [_in_annex(one, held) if in_annex else _held(one, held) for one in cited]


def _in_annex(one: Cited, held: Sequence[list[Step]]) -> Cited:
    """ "Phụ lục III: bãi bỏ mục 4": a section of the annex, and none of the text."""
    own = {step.kind for step in one.steps}
    names_annex = not own.isdisjoint(ANNEX_KINDS)
    if names_annex or any(steps != held[0] for steps in held):
        return _held(one, held)
    return replace(one, steps=[*one.steps, *(step for step in held[0] if step.kind not in own)])


def _held(one: Cited, held: Sequence[list[Step]]) -> Cited:
    """A part of an article with what holds it; an article needs nothing."""
    if one.rank >= ARTICLE_RANK:
        return one
    missing = {tuple(s for s in steps if Cited([s]).rank > one.rank) for steps in held}
    if len(missing) != 1:
        return one
    (shared,) = missing
    return replace(one, steps=[*one.steps, *shared])


def _left_out(one: Cited, above: Sequence[Cited]) -> Cited:
    """ "…, trừ câu cuối": of the place itself."""
    if (one.steps, len(above)) == ([], 1):
        return replace(one, steps=list(above[0].steps))
    (placed,) = completed([one], above)
    return placed
